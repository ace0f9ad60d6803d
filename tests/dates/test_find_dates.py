"""Whatever the text: dates found never overlap, and mean by themselves what they mean in their place."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rubricator.dates import FoundDate, find_dates, parse_date

WORDS = st.sampled_from(
    (
        "May March august Sept. October June 7ber Deptember Monday Sat. the of in on since to until"
        " from between and or about c. early mid late beginning end first half second third twenty"
        " five eighteen nineteen hundred thousand century 1890s nineties spring winter Easter"
        " Christmas Day Eve evening Noon Xber mo. Feb’y 63 1 3 5 12 16 23 30 31 3rd 16th 21st 99 1648/9"
        " 1905 1917 1917 19O5 44 B.C."
        " A.D. O.S. a.m. 10 ago yesterday to-morrow last next this week year years month inst. ult."
        " not no later earlier than before after prior ( ) [ ] , . - – — / ? : ; ' ’ men people when"
        " it 1933-05-12 12.5.1933 3/4/33 12.V.1933 V MDCCXC roman day year our Lord [1901]"
    ).split()
)
SPACES = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", "\u00a0"])
DATELIKE = st.lists(st.tuples(WORDS, SPACES), max_size=14).map(lambda pairs: "".join(a + b for a, b in pairs))
REFERENCES = st.sampled_from([None, "1933-05-12", "1933-05", "1933", "-0044-03-15", "1904-02-29", "no date"])


@settings(max_examples=150)
@given(st.one_of(DATELIKE, st.text(max_size=60)), REFERENCES, st.booleans())
@example("1 May (1 May (1 May (1 May (", None, True)
@example("the day before the day before yesterday", "1933-05-12", False)
def test_dates_stand_in_order_and_never_overlap(text: str, reference: str | None, field: bool) -> None:
    found = find_dates(text, reference, field=field)
    assert found == find_dates(text, reference, field=field)
    end = 0
    for date in found:
        assert end <= date.span.start < date.span.end <= len(text)
        assert date.written == text[date.span.start : date.span.end] == date.written.strip()
        end = date.span.end


@settings(max_examples=200)
@given(DATELIKE)
def test_a_date_that_takes_nothing_from_its_context_means_the_same_by_itself(text: str) -> None:
    for date in find_dates(text):
        if not date.value.implied and not date.value.problem:
            again = parse_date(date.written)
            assert again is not None
            assert (date.written, again.attributes) == (date.written, date.value.attributes)


ELSEWHERE = st.sampled_from(
    (
        "Mai August vom 3. bis zum den Freitag Anfang Jahrhundert vor zwei Jahren 1890er Jahre v. Chr. um"
        " du 1er au le mai mars début années siècle XIXe Pâques av. J.-C. vers hier de mayo del principios"
        " hace años siglo XIX a. C. мая 1933 г. года с по до век н. э. 1890-е годы начало ( ) . / – , 12 5"
    ).split()
)


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.one_of(ELSEWHERE, WORDS), SPACES), max_size=14),
    st.sampled_from(["de", "fr", "es", "ru"]),
    REFERENCES,
    st.booleans(),
)
def test_in_every_language_dates_stand_in_order(
    pairs: list[tuple[str, str]], language: str, reference: str | None, field: bool
) -> None:
    text = "".join(a + b for a, b in pairs)
    end = 0
    for date in find_dates(text, reference, field=field, language=language):
        assert end <= date.span.start < date.span.end <= len(text)
        assert date.written == text[date.span.start : date.span.end] == date.written.strip()
        end = date.span.end


@settings(max_examples=100)
@given(st.text(max_size=60), REFERENCES)
def test_any_text_can_be_asked_for_its_date(text: str, reference: str | None) -> None:
    assert parse_date(text, reference) == parse_date(text, reference)


def test_deep_and_long_texts_take_linear_time() -> None:
    for text in ("1 May (" * 1000, "the day before " * 1000, "1, 2, " * 1000, "[" * 3000, "May 3 or " * 1000):
        assert isinstance(find_dates(text, "1933-05-12", field=True), tuple)


def test_a_list_says_what_each_of_its_dates_takes_from_it() -> None:
    first, last = find_dates("on 12 and 13 October 1922")
    assert (first.written, first.value.when, first.value.implied) == ("12", "1922-10-12", ("list",))
    assert (last.written, last.value.when, last.value.implied) == ("13 October 1922", "1922-10-13", ())


def written(found: tuple[FoundDate, ...]) -> list[str]:
    return [date.written for date in found]


def test_in_a_field_a_year_needs_no_context_and_a_limit_belongs_to_the_date() -> None:
    text = "Progress Publishers, 1972, after April 10, 1916; prior to 1917"
    assert written(find_dates(text, field=True)) == ["1972", "after April 10, 1916", "prior to 1917"]
    assert written(find_dates(text)) == ["1972", "April 10, 1916", "1917"]
