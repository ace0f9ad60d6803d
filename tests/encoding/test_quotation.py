"""Quotation marks: what they enclose, and what that is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubricator.encoding.marks import pairs
from rubricator.encoding.quotation import passages


def marked(*paragraphs: str) -> list[str]:
    """*paragraphs* with each passage in brackets, after the first letters of its element."""
    shown = []
    for text, found in zip(paragraphs, passages(paragraphs), strict=True):
        inserts = [(passage.start, 1, f"{passage.name}[") for passage in found]
        inserts += [(passage.end, 0, "]") for passage in found]
        for place, _, sign in sorted(inserts, reverse=True):
            text = text[:place] + sign + text[place:]
        shown.append(text)
    return shown


@pytest.mark.parametrize(
    "shown",
    [
        # somebody else's text: a sentence, a long passage, what somebody says
        "He says: quote[“If the workers’ state has to seek friendship, the Nazis are solid.”] This is clear.",
        "It was a policy of quote[“peaceful coexistence with all the states of the world”], nothing else.",
        "Lenin wrote: quote[“the main thing.”] And so on.",
        "The order read quote[“halt.”] They did.",
        "In short, quote[“the whole of the old regime”] was gone.",
        # words at arm's length
        "to establish soCalled[“normal”] relations with the dictatorship",
        "the soCalled[“Lefts”] and the soCalled[“Rights,”] nobody else",
        "their soCalled[“peace.”] It did not last.",
        "the so-called soCalled[“Committee of Order”] met",
        "this has been called soCalled[“exaggerated”] and soCalled[“wet”] by some",
        # words spoken of
        "The word mentioned[“treason”] is found more often.",
        "the terms mentioned[“left”] and mentioned[“right”] are relative",
        "In Vienna mentioned[“Morgen”] means both morning and tomorrow.",
        "the letter mentioned[“h”] is silent",
        # anything else
        "his pamphlet q[“What Is To Be Done”] appeared",
        "A cry went up: q[“Hurrah!”] They left.",
        "He came from q[“Iskra”] to us.",
        # quotation within quotation
        "She said: quote[‘The word mentioned[“friends”] is a large one.’] He agreed.",
        "quote[“You told me, quote[‘Come back when you are rich,’] and here I am.”] He sat down.",
        # straight marks, other languages' marks
        'to restore soCalled["normal"] relations; the term mentioned["normal"] is relative',
        "The word mentioned[„Morgen“] is also soCalled[„tomorrow“] to some; soCalled[«l’ordre»] is French.",
    ],
)
def test_a_passage_is_named_by_its_length_its_form_and_its_surroundings(shown: str) -> None:
    text = re.sub(r"(?:quote|soCalled|mentioned|q)\[|\]", "", shown)
    assert marked(text) == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ state isn’t the bosses’ state.",
        "’Tis the ’nineties; rock ’n’ roll at six o’ clock.",
        "The workers' state isn't the bosses' state, in the '30s or now.",
        "Hitler’s signature, Marx’ method, the masses’.",
        "6' 2\" tall",
        "An opening “ without an end",
        "An end” without an opening",
        "“” and “ ”",
    ],
)
def test_apostrophes_and_lonely_marks_enclose_nothing(text: str) -> None:
    assert marked(text) == [text]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("‘the workers’ state’ and so on", ["‘the workers’ state’"]),
        ("the ‘bosses’ and their friends", ["‘bosses’"]),
        ("‘Don’t,’ he said, ‘you’ll see.’", ["‘Don’t,’", "‘you’ll see.’"]),
        ("“He said ‘no’ and ‘never’.”", ["“He said ‘no’ and ‘never’.”", "‘no’", "‘never’"]),
        ("“It’s the workers’ own,” they said.", ["“It’s the workers’ own,”"]),
        ('"A," he said, "and B."', ['"A,"', '"and B."']),
        ("„Ruhe“ und »Ordnung«, „so“", ["„Ruhe“", "„so“"]),
        ("“one “two” three”", ["“one “two” three”", "“two”"]),
        ("“one ‘two” three’", ["“one ‘two”"]),
    ],
)
def test_marks_are_paired(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in pairs(text)[0]] == inside


def test_a_quotation_that_runs_over_paragraphs_is_one_in_parts() -> None:
    assert marked("He spoke: “One.", "“Two.", "“Three.” He sat down.", "Silence.") == [
        "He spoke: quote[“One.]",
        "quote[“Two.]",
        "quote[“Three.”] He sat down.",
        "Silence.",
    ]


def test_a_mark_that_never_closes_is_no_quotation_though_the_next_paragraph_opens_one() -> None:
    assert marked("He spoke: “One.", "“Two.", "Three.") == ["He spoke: “One.", "“Two.", "Three."]


def test_speech_in_a_narrative_is_speech_and_no_quotation() -> None:
    assert marked("“Is it far?” asked the boy.", "“It is as far as the sea.”", "“Oh.”")[1] == (
        "q[“It is as far as the sea.”]"
    )


@given(st.lists(st.text(alphabet="a s.,' \"“”‘’„«»", max_size=30), max_size=4))
def test_no_passage_crosses_another(paragraphs: list[str]) -> None:
    for text, found in zip(paragraphs, passages(paragraphs), strict=True):
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            for other in found:
                apart = one.end <= other.start or other.end <= one.start
                within = (one.start <= other.start and other.end <= one.end) or (
                    other.start <= one.start and one.end <= other.end
                )
                assert apart or within
