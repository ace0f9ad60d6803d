"""What the annotator of dates marks in a document, and from where a date takes what it leaves out."""

from __future__ import annotations

import pytest

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.dates import recogniser
from rubricator.document import Document
from rubricator.knowledge import Knowledge
from rubricator.settings import Annotating, DatePolicy, Settings
from rubricator.source import Source


def document(body: str, written: str = "1933-05-12", language: str = "en") -> Document:
    creation = f'<profileDesc><creation><date when="{written}"/></creation></profileDesc>' if written else ""
    return Document.of(
        Source(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">'
            f"<teiHeader>{creation}</teiHeader><text><body>{body}</body></text></TEI>".encode()
        )
    )


def suggested(of: Document) -> list[Annotation]:
    return list(recogniser(Knowledge())(of))


def marked(of: Document) -> list[tuple[str, str]]:
    return [
        (of.text[each.span.start : each.span.end], " ".join("=".join(pair) for pair in each.attributes))
        for each in suggested(of)
    ]


def test_our_article_has_three_dates() -> None:
    article = document(
        "<head>Apropos the Foreign Policy</head><head type='sub'>(May 1933)</head>"
        "<p>Two years ago we put forward this sort of a perspective. Today, when the German workers are"
        " crushed, up to the present; ten years of epigone policy.</p>"
        "<closer><dateline>Prinkipo, May 12, 1933</dateline><signed>L. Trotsky</signed></closer>"
    )
    assert marked(article) == [
        ("May 1933", "when=1933-05"),
        ("Two years ago", "when=1931"),
        ("May 12, 1933", "when=1933-05-12"),
    ]
    assert [each.cert for each in suggested(article)] == [Certainty.HIGH, Certainty.MEDIUM, Certainty.HIGH]
    assert {each.kind for each in suggested(article)} == {Kind.DATE}
    assert [each.rule for each in suggested(article)] == ["dates.month", "dates.relative", "dates.full"]
    assert "1933-05-12" in suggested(article)[1].evidence


@pytest.mark.parametrize(
    ("prose", "dates"),
    [
        ("You may march on. May I? March on! We march in august company.", []),
        ("The October Revolution and the July Days; in July nights; October roses.", []),
        ("Today and at present there are 1917 men, of 1500 houses, in room 1905, p. 1848.", []),
        ("He paid £1850 for 1,917 copies, vol. 1905, No. 30, to 2000 armed workers.", []),
        ("the support of 1724 of our subjects", []),
        ("nineteenth-century art, the second and third May days", []),
        ("of 1917 men, by 1905 votes, in 1848 villages, since 1793 people came", []),
        ("Pravda No. 12 May 1933", ["May 1933"]),
        ("In 1917, since 1905 and by 1920; the Revolution of 1848", ["1917", "1905", "1920", "1848"]),
        ("the 1905 uprising; his 1808 novel", ["1905", "1808"]),
        ("between 1905 and 1907, from 1914 to 1918", ["between 1905 and 1907", "from 1914 to 1918"]),
        ("1914–18 and 1939-1945", ["1914–18", "1939-1945"]),
        ("(1843–1920), printed at London (1850), Moscow, 1952.", ["1843–1920", "1850", "1952"]),
        ("Vol. VI No. 30, 10 June 1933, pp. 1 and 4", ["10 June 1933"]),
        ("On May 12, 1500 souls and on June 3, 1533 men marched.", ["May 12", "June 3"]),
        ("The entry of April 28, 1819 records that she left.", ["April 28, 1819"]),
        ("after 1905 and before May 3, 1917", ["1905", "May 3, 1917"]),
        ("no later than 3 May", ["no later than 3 May"]),
        ("the year 1848", ["1848"]),
        ("12, 13 and 14 October 1922", ["12", "13", "14 October 1922"]),
        ("It ended in May 1917. 1918 was worse.", ["May 1917"]),
    ],
)  # fmt: skip
def test_only_dates_are_marked_and_only_their_own_words(prose: str, dates: list[str]) -> None:
    assert [written for written, _ in marked(document(f"<p>{prose}</p>"))] == dates


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yesterday", "when=1933-05-11"),
        ("the day before yesterday", "when=1933-05-10"),
        ("last night", "when=1933-05-11"),
        ("three days ago", "when=1933-05-09"),
        ("last week", "notBefore=1933-04-30 notAfter=1933-05-06"),
        ("last month", "when=1933-04"),
        ("two months ago", "when=1933-03"),
        ("a year ago", "when=1932"),
        ("last year", "when=1932"),
        ("five-and-twenty years ago", "when=1908 precision=low"),
        ("a hundred years ago", "when=1833 precision=low"),
        ("last summer", "notBefore=1932-06 notAfter=1932-08"),
        ("last winter", "notBefore=1932-12 notAfter=1933-02"),
        ("Tuesday last", "when=1933-05-09"),
        ("next Monday", "when=1933-05-15"),
        ("last May", "when=1932-05"),
        ("next April", "when=1934-04"),
        ("5th inst.", "when=1933-05-05"),
        ("20th ult.", "when=1933-04-20"),
        ("1st prox.", "when=1933-06-01"),
        ("5th of last month", "when=1933-04-05"),
    ],
)
def test_a_relative_date_is_reckoned_from_the_day_of_writing(written: str, meant: str) -> None:
    letter = document(f"<p>So it was, {written}, as you know.</p>")
    assert marked(letter) == [(written, meant)]
    assert suggested(letter)[0].cert is not Certainty.HIGH


@pytest.mark.parametrize("written", ["yesterday", "two years ago", "last Monday", "the 5th inst."])
def test_without_a_day_of_writing_nothing_is_reckoned(written: str) -> None:
    assert marked(document(f"<p>{written}</p>", written="")) == []


def test_a_year_left_out_is_that_of_the_date_before_it_in_the_paragraph() -> None:
    history = document(
        "<p>On 3 June 1905 they met, and on 10 July they parted.</p><p>On 1 June we wrote.</p>"
    )
    assert marked(history)[1:] == [("10 July", "when=1905-07-10"), ("1 June", "when=1933-06-01")]


@pytest.mark.parametrize(
    ("prose", "meant"),
    [
        ("We met in 1870. I go on 12 June.", "1895-06-12"),
        ("In 1870 we met Mr. Gee, and on 12 June we parted.", "1870-06-12"),
        ("See Blatchford, Merrie England, London, 1894, p. 45. He speaks on the 9th of May.", "1895-05-09"),
        ("In his pamphlet (Leeds, 1894) he is to speak on the 9th of May.", "1895-05-09"),
    ],
)
def test_in_a_dated_letter_a_bare_year_is_only_that_of_its_sentence(prose: str, meant: str) -> None:
    letter = document(f"<opener><dateline>Leeds, 4 April 1895</dateline></opener><p>{prose}</p>", written="")
    assert marked(letter)[-1][1] == f"when={meant}"


def test_a_bare_year_goes_on_where_nothing_else_is_dated() -> None:
    tale = document("<p>We met in 1870. I went on 12 June.</p>", written="")
    assert marked(tale)[-1] == ("12 June", "when=1870-06-12")


def test_a_year_left_out_is_the_nearest_one() -> None:
    letter = document("<p>Your letter of December 20 came.</p>", written="1917-01-05")
    assert marked(letter) == [("December 20", "when=1916-12-20")]
    assert suggested(letter)[0].cert is Certainty.MEDIUM


def test_a_book_known_by_its_year_lends_that_year_to_no_day_in_it() -> None:
    novel = document("<p>The 27th of May is her birthday.</p>", written="1902")
    assert marked(novel) == [("27th of May", "when=--05-27")]


def test_the_year_of_a_heading_is_no_nearer_than_the_document_in_that_year() -> None:
    letter = document("<head>1933</head><p>We leave on January 3.</p>", written="1933-12-20")
    assert marked(letter)[1] == ("January 3", "when=1934-01-03")


def test_a_month_alone_stays_in_the_ledger_unless_its_year_is_named() -> None:
    article = document("<p>After October all was changed.</p><p>He came in May 1917; in October he left.</p>")
    assert [each.cert for each in suggested(article)] == [Certainty.LOW, Certainty.HIGH, Certainty.MEDIUM]
    assert marked(article)[2] == ("October", "when=1917-10")


def test_a_letter_is_reckoned_from_its_dateline_even_at_its_end() -> None:
    closer = "<closer><dateline>Prinkipo, May 12, 1933</dateline></closer>"
    assert marked(document(f"<p>yesterday</p>{closer}", written=""))[0] == ("yesterday", "when=1933-05-11")


def test_a_dateline_at_the_head_dates_what_follows_and_one_at_the_end_does_not() -> None:
    opener = "<opener><dateline>Three Mile Cross, Saturday, May 13th 1820</dateline></opener><p>yesterday</p>"
    closer = "<closer><dateline>London, May 12, 1830</dateline></closer><p>yesterday</p>"
    assert [meant for written, meant in marked(document(opener + closer)) if written == "yesterday"] == [
        "when=1820-05-12",
        "when=1820-05-12",
    ]


def test_a_chain_of_letters_hands_its_year_on_and_a_date_at_the_end_is_that_of_the_whole_letter() -> None:
    letters = document(
        "<div><opener><dateline>Bertram House, March 3rd 1820</dateline></opener><p>Rain.</p></div>"
        "<div><p>He came yesterday.</p><closer><dateline>20 March</dateline></closer></div>"
        "<div><p>She left to-morrow.</p><closer><dateline>Reading, the second house on the left past the"
        " church, 2 April</dateline></closer></div>"
        "<div><opener><dateline>Bertram House, in the parish of Shinfield, near Reading, Berkshire,"
        " Monday 10th</dateline></opener><p>It was on Saturday; yesterday too.</p></div>",
        written="",
    )
    assert marked(letters) == [
        ("March 3rd 1820", "when=1820-03-03"),
        ("yesterday", "when=1820-03-19"),
        ("20 March", "when=1820-03-20"),
        ("to-morrow", "when=1820-04-03"),
        ("2 April", "when=1820-04-02"),
        ("Monday 10th", "when=1820-04-10"),
        ("yesterday", "when=1820-04-09"),
    ]


def test_a_letter_with_two_datelines_is_dated_by_the_first() -> None:
    letter = document(
        "<div><opener><dateline>London, March 3rd 1820</dateline></opener><p>yesterday</p>"
        "<closer><dateline>March 9th</dateline></closer></div>",
        written="",
    )
    assert marked(letter)[1:] == [("yesterday", "when=1820-03-02"), ("March 9th", "when=1820-03-09")]


def test_what_stands_below_the_heading_of_a_year_is_of_that_year() -> None:
    journal = document(
        "<head>In the interior, 1861</head><p>October 2. Rain.</p><p>Friday, November 1. Sun.</p>"
        "<head>1862</head><p>May 3. Rain.</p>",
        written="",
    )
    assert marked(journal)[1:] == [
        ("October 2", "when=1861-10-02"),
        ("Friday, November 1", "when=1861-11-01"),
        ("1862", "when=1862"),
        ("May 3", "when=1862-05-03"),
    ]


@pytest.mark.parametrize(
    ("body", "cert"),
    [
        ("<p>We dine on Christmas Day.</p>", Certainty.LOW),
        ("<p>On Tuesday, Christmas Day, we dined.</p>", Certainty.MEDIUM),
        ("<opener><dateline>Hull, Christmas Day</dateline></opener>", Certainty.MEDIUM),
    ],
)
def test_a_feast_without_its_year_is_surer_with_a_weekday_and_in_a_dateline(
    body: str, cert: Certainty
) -> None:
    assert suggested(document(body, written="1821-12-20"))[0].cert is cert


def test_a_diary_counts_on_from_heading_to_heading() -> None:
    diary = document(
        "<div><head>1819</head><div><head>Thursday Decr 30th</head><p>Rain.</p></div>"
        "<div><head>Friday</head><p>Saw her yesterday.</p></div></div>"
        "<div><head>1820</head><div><head>Saturday 1st</head><p>Fine. Wrote in 1793.</p></div>"
        "<div><head>Monday 3</head><p>Snow.</p></div></div>",
        written="",
    )
    assert marked(diary) == [
        ("1819", "when=1819"),
        ("Thursday Decr 30th", "when=1819-12-30"),
        ("Friday", "when=1819-12-31"),
        ("yesterday", "when=1819-12-30"),
        ("1820", "when=1820"),
        ("Saturday 1st", "when=1820-01-01"),
        ("1793", "when=1793"),
        ("Monday 3", "when=1820-01-03"),
    ]


def test_a_diarist_who_lost_count_is_believed_for_the_weekday() -> None:
    diary = document("<head>Saturday May 12th 1821</head><p>.</p><head>Sunday 12</head><p>.</p>", written="")
    assert marked(diary)[1] == ("Sunday 12", "when=1821-05-13")
    assert "no Sunday near is day 12" in suggested(diary)[1].evidence


def test_a_date_does_not_run_on_from_one_block_into_the_next() -> None:
    assert marked(document("<p>It was in May</p><p>1917 workers came</p>")) == [("May", "when=1933-05")]


def test_what_is_marked_already_is_left_alone_but_believed() -> None:
    letter = document(
        '<opener><dateline><date when="1815-04-03">Monday</date></dateline></opener><p>yesterday</p>', ""
    )
    assert marked(letter) == [("yesterday", "when=1815-04-02")]


@pytest.mark.parametrize(
    ("described", "calendar"),
    [("", ""), ("<calendarDesc><calendar xml:id='julian'/></calendarDesc>", "#julian")],
)
def test_a_calendar_is_pointed_to_where_the_header_describes_it(described: str, calendar: str) -> None:
    of = Document.of(
        Source(
            b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>'
            + described.encode()
            + b"</profileDesc></teiHeader><text><body><p>May 3 (16), 1917</p></body></text></TEI>"
        )
    )
    (found,) = suggested(of)
    assert found.attribute("when") == "1917-05-16"
    assert found.attribute("when-custom") == "1917-05-03"
    assert (found.attribute("calendar") or "") == calendar


def test_impossible_dates_stay_in_the_ledger() -> None:
    (found,) = suggested(document("<p>It was 31 June 1917.</p>"))
    assert (found.attributes, found.cert, found.rule) == ((), Certainty.LOW, "dates.impossible")
    assert found.evidence == "June 1917 has only 30 days."


@pytest.mark.parametrize(
    ("lasting", "meant"), [(False, "notBefore=1905 notAfter=1907"), (True, "from=1905 to=1907")]
)
def test_an_edition_says_how_it_takes_between(lasting: bool, meant: str) -> None:
    settings = Settings(annotate=Annotating(dates=DatePolicy(between_is_range=lasting)))
    annotator = recogniser(Knowledge(settings=settings))
    (found,) = annotator(document("<p>It was between 1905 and 1907.</p>"))
    assert " ".join("=".join(pair) for pair in found.attributes) == meant


def test_each_part_of_a_document_is_read_in_its_own_language() -> None:
    letter = (
        "<p>am 12. Mai 1933</p><p xml:lang='fr'>le 1er mai 1890</p>"
        "<p xml:lang='it'>1 marzo 1890, 1.3.1890</p>"
    )
    assert marked(document(letter, language="de-AT")) == [
        ("12. Mai 1933", "when=1933-05-12"),
        ("1er mai 1890", "when=1890-05-01"),
    ]


def test_a_document_in_a_language_without_a_table_is_left_to_others() -> None:
    assert marked(document("<p>12 May 1933</p>", language="it")) == []
