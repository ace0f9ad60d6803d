"""Where two witnesses differ: found whatever it is, and nothing else told."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.comparison.conftest import Comparing

from rubricator.annotators.errors import find
from rubricator.comparison import Collation, Variance
from rubricator.comparison.spellings import normal_spelling
from rubricator.comparison.tokens import tokenise
from rubricator.errors import SettingsError

FERRY = """\
The ferry had been due at six, and it was past eight before a light showed on the water. Old Martha
kept the kettle on and said nothing, for she had waited on that quay through forty winters and knew that to
speak of a boat was to keep it back. The boys
threw stones from the wall until their father told them to be quiet.
When the tide began to turn he took the lantern from its hook, lit it with some care, and walked down past the
nets to the end of the jetty. There was no wind. A horse coughed in the field behind the chapel, and from the
village came the sound of the band, who had begun without waiting for the bride.
She came at last with the second boat, in a modern dress, and wet to the knees. The priest, who had eaten well
and slept through the afternoon, shook her by the hand and asked whether the crossing had been rough. It had
not, she said; it was the engine, and the casual way in which the ferryman had stopped to mend it. He had sung
to them all the while. Then they went up the hill together in the dark, her mother first with the lantern and
the boys behind, and on the top they stood and looked back at the bay as though they had never seen it."""
PLANTED = {
    "had been due": "bad been due",
    "and it was past": "arid it was past",
    "on that quay": "oh that quay",
    "knew that": "knew than",
    "a boat": "a boot",
    "to be quiet": "to be quite",
    "the tide": "the tile",
    "to turn": "to tum",
    "no wind": "no wine",
    "A horse": "A house",
    "a modern dress": "a modem dress",
    "had eaten well": "had eaten wall",
    "the casual way": "the causal way",
    "the hill": "the bill",
    "the bay": "the boy",
}


def said(collation: Collation) -> list[tuple[str, str]]:
    """What each witness has where they differ."""
    return [(collation.lemma(entry), collation.reading(entry)) for entry in collation.entries]


def test_of_fifteen_real_words_in_the_wrong_place_a_word_list_finds_none_and_a_witness_all(
    compare: Comparing,
) -> None:
    spoilt = FERRY
    for right, wrong in PLANTED.items():
        assert right in spoilt
        spoilt = spoilt.replace(right, wrong, 1)
    corrected = [error for error in find(spoilt) if error.correction]
    assert [error.found for error in corrected] in ([], ["tum"])  # “tum” is in one list and not in the other
    meant = {
        (w, r)
        for right, wrong in PLANTED.items()
        for r, w in zip(right.split(), wrong.split(), strict=True)
        if w != r
    }
    assert len(meant) == len(PLANTED) == 15
    assert set(said(compare(spoilt, FERRY))) == meant


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("He was braised.", "He was bruised.", [("braised", "bruised")]),
        ("He came al ways home.", "He came always home.", [("al ways", "always")]),
        ("He cameal ways home.", "He came always home.", [("cameal ways", "came always")]),
        ("No, no-they’ve gone.", "No, no—they’ve gone.", [("no-they’ve", "no—they’ve")]),
        ("He came home.", "He never came home.", [("", "never")]),
        ("He never came home.", "He came home.", [("never", "")]),
        ("He came; she left.", "He came, she left.", [(";", ",")]),
        ("He came on the 3rd in 1911.", "He came on the 8th in 1917.", [("3rd", "8th"), ("1911", "1917")]),
        ("He came.", "He came.\nShe left.", [("", "She left.")]),
        ("Who is it he asked", "Who is it? he asked", [("", "?")]),
        ("", "He came.", [("", "He came.")]),
        ("He came.", "", [("He came.", "")]),
        ("", "", []),
        ("שלום עולם טוב", "שלום עולם רע", [("טוב", "רע")]),
        ("道可道非常道", "道可道也非常道", [("", "也")]),
    ],
)
def test_each_difference_is_told_as_narrowly_as_it_is(
    a: str, b: str, expected: list[tuple[str, str]], compare: Comparing
) -> None:
    assert said(compare(a, b)) == expected


@pytest.mark.parametrize(
    ("a", "b", "aspects"),
    [
        ("“So,” he said", "'So,' he said", "quotes"),
        ("he said—then he left", "he said -- then he left", "dashes"),
        ("in 1914–18 he", "in 1914-18 he", "dashes"),
        ("he came , and left", "he came, and left", "spaces"),
        ("crushed,when he", "crushed, when he", "spaces"),
        ("the enforce-\nment of it", "the enforcement of it", "spaces"),
        ("CHAPTER ONE", "Chapter One", "case"),
        ("the ſea and the ﬁre, Cæsar", "the sea and the fire, Caesar", "ligatures"),
        ("the cafe there", "the café there", "accents"),
        ("to-day he came", "today he came", "hyphens"),
        ("any body there", "anybody there", "division"),
        ("the grave yard there", "the grave-yard there", "division hyphens"),
        ("no-they left", "no—they left", "punctuation"),
        ("labour in the centre", "labor in the center", "spelling"),
        ("they organised, and travelled", "they organized, and traveled", "spelling"),
        ("he came; and left", "he came, and left.", "punctuation"),
    ],
)
def test_what_is_ignored_is_not_told_and_what_is_told_has_its_name(
    a: str, b: str, aspects: str, compare: Comparing
) -> None:
    told = compare(a, b, "")
    assert told.entries
    assert {str(aspect) for entry in told.entries for aspect in entry.aspects} == {*aspects.split()}
    assert compare(a, b, aspects).entries == ()


def test_a_name_that_is_none_is_refused(compare: Comparing) -> None:
    with pytest.raises(SettingsError, match="commas"):
        compare("a", "b", "commas")


@pytest.mark.parametrize(
    ("one", "other"),
    [w.split("/") for w in "filled/filed for/four made/mad rise/rize wise/wize her/hre sense/since "
     "tour/tor flour/flor prise/prize there/theer miner/minor does/des then/than affect/effect".split()],
)  # fmt: skip
def test_words_that_a_slip_confuses_are_not_two_spellings_of_one(one: str, other: str) -> None:
    assert normal_spelling(one) != normal_spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [w.split("/") for w in "labour/labor honourable/honorable organise/organize centre/center gaol/jail "
     "theatre/theater travelled/traveled defence/defense offence/offense catalogue/catalog shew/show "
     "judgement/judgment connexion/connection analyse/analyze programme/program neighbours/neighbors "
     "waggon/wagon grey/gray realisation/realization fulfil/fulfill skilful/skillful".split()],
)  # fmt: skip
def test_spellings_of_two_countries_are_one(one: str, other: str) -> None:
    assert normal_spelling(one) == normal_spelling(other)


def paragraphs(*order: int) -> str:
    """The lines of FERRY in this order."""
    lines = FERRY.split("\n")
    return "\n".join(lines[number] for number in order)


def test_a_passage_that_has_moved_is_found_where_it_went_with_the_error_in_it(compare: Comparing) -> None:
    moved = paragraphs(0, 1, 2, 3, 6, 7, 8, 4, 5, 9, 10, 11).replace("nets", "nots")
    collation = compare(FERRY, moved)
    (whole, inside) = collation.entries
    assert whole.variance is Variance.TRANSPOSITION
    assert collation.lemma(whole) == paragraphs(4, 5)
    assert collation.reading(whole).replace("nots", "nets") == paragraphs(4, 5)
    assert collation.a.text[: whole.instead].endswith("the crossing had been rough. It had")
    assert (collation.lemma(inside), collation.reading(inside)) == ("nets", "nots")


def test_a_passage_that_has_moved_takes_its_changed_ends_with_it(compare: Comparing) -> None:
    moved = paragraphs(0, 1, 2, 3, 6, 7, 8, 4, 5, 9, 10, 11)
    moved = moved.replace("When the tide", "As the tide").replace("chapel, and from the", "chapel, and at")
    assert said(compare(FERRY, moved)) == [
        (paragraphs(4, 5), moved.split("\n")[7] + "\n" + moved.split("\n")[8]),
        ("When", "As"),
        ("from the", "at"),
    ]


def test_words_that_recur_by_chance_do_not_tear_a_missing_passage_apart(compare: Comparing) -> None:
    one = "He rose at once and took his hat, for night had come to the harbour."
    more = " ".join(f"{word}{number} {word}" for number in range(60) for word in ("oak", "elm"))
    other = f"She rose and then took a coat. {more} hat night {more} For dusk had come to the harbour."
    collation = compare(f"It began so. {one} It ended so.", f"It began so. {other} It ended so.")
    assert max(len(collation.reading(entry)) for entry in collation.entries) > 2 * len(more)


def test_a_missing_passage_is_one_entry(compare: Comparing) -> None:
    assert said(compare(FERRY, paragraphs(0, 1, 2, 3, 7, 8, 9, 10, 11))) == [(paragraphs(4, 5, 6), "")]


def test_a_passage_written_anew_is_one_entry_not_a_tangle(compare: Comparing) -> None:
    anew = (
        "Nobody in the place could remember so still a night, and the men who should have been at sea sat "
        "along the rope and spoke of prices, and of the new harbour that the county had promised."
    )
    lines = FERRY.split("\n")
    collation = compare(FERRY, "\n".join([*lines[:4], anew, *lines[7:]]))
    assert len(collation.entries) <= 2
    assert max(len(collation.lemma(entry)) for entry in collation.entries) > 200


def test_time_grows_with_the_text_not_with_its_square(compare: Comparing) -> None:
    def seconds(times: int) -> float:
        lines = [f"{line} {number}" for number in range(times) for line in FERRY.split("\n")]
        spoilt = [line.replace("the", "thc", number % 2) for number, line in enumerate(lines)]
        one, other = "\n".join(lines), "\n".join(spoilt)
        begun = process_time()
        assert len(compare(one, other).entries) >= len(lines) // 4
        return process_time() - begun

    seconds(2)
    assert seconds(64) < 12 * seconds(8) + 0.5


def test_texts_with_nothing_in_common_are_told_in_good_time(compare: Comparing) -> None:
    begun = process_time()
    compare(" ".join(f"a{n}" for n in range(20_000)), " ".join(f"b{n}" for n in range(20_000)))
    compare("the sea " * 4_000, "sea the the " * 3_000)
    assert process_time() - begun < 20


WORDS = st.sampled_from("the sea a boat and came , . — “ ” he she labour labor al ways always it is".split())
TEXTS = st.lists(st.lists(WORDS, max_size=25).map(" ".join), min_size=1, max_size=6).map("\n".join)


@settings(max_examples=80)
@given(a=TEXTS)
def test_a_text_agrees_with_itself(a: str, compare: Comparing) -> None:
    assert compare(a, a, "").entries == ()


@settings(max_examples=150)
@given(a=TEXTS, b=TEXTS)
def test_the_first_text_with_the_second_s_readings_is_the_second(a: str, b: str, compare: Comparing) -> None:
    collation = compare(a, b, "")
    assume(all(entry.variance is not Variance.TRANSPOSITION for entry in collation.entries))
    made, at = [], 0
    for entry in collation.entries:
        assert entry.a[0] >= at, "entries overlap"
        made += [collation.a.text[at : entry.a[0]], f"\n{collation.reading(entry)}\n"]
        at = entry.a[1]
    made.append(collation.a.text[at:])
    assert [t.form for t in tokenise("".join(made))] == [t.form for t in tokenise(collation.b.text)]
