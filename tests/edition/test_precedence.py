"""Who is heard of the same words: a rejection vetoes; then people, lists, dates, what was learnt, rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.annotators.overlaps import settle
from rubricator.document import Document
from rubricator.edition.annotating import annotated
from rubricator.review import Ledger, Status, decisions
from rubricator.source import Source

TEXT = "Now May Smith came."
BODY = f"<teiHeader/><text><body><p>{TEXT}</p></body></text>"
DOCUMENT = Document.of(Source(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{BODY}</TEI>'.encode()))
SPAN = Span(4, 13)
VOICES = [
    ("a person", "editor", Kind.ORG_NAME),
    ("what people confirmed of these words", "learnt.memory", Kind.RS),
    ("the authority lists", "names.authority", Kind.PERS_NAME),
    ("the date grammar", "dates.full", Kind.DATE),
    ("the model learnt from people", "learnt.model", Kind.PLACE_NAME),
    ("a model of the user's own", "names.model.spacy", Kind.ROLE_NAME),
    ("the rules for names that no list has", "names.given", Kind.TITLE),
]
"""From the one that counts most to the one that counts least."""


def claim(rule: str, kind: Kind, span: Span = SPAN) -> Annotation:
    return Annotation(kind, span, Certainty.MEDIUM, rule=rule)


@pytest.mark.parametrize(("first", "second"), list(combinations(VOICES, 2)), ids=lambda voice: voice[0])
@pytest.mark.parametrize("span", [SPAN, Span(4, 7), Span(0, 13)], ids=["same", "shorter", "longer"])
def test_of_two_voices_the_one_that_counts_more_is_heard(
    first: tuple[str, str, Kind], second: tuple[str, str, Kind], span: Span
) -> None:
    stronger, weaker = claim(*first[1:], span), claim(*second[1:])
    assert settle([weaker, stronger], TEXT) == (stronger,)
    assert settle([stronger, weaker], TEXT) == (stronger,)


@pytest.mark.parametrize("voice", VOICES[1:], ids=lambda voice: voice[0])
def test_a_doubt_yields_to_whoever_is_surer(voice: tuple[str, str, Kind]) -> None:
    doubt = replace(claim("learnt.memory", Kind.ORG_NAME), cert=Certainty.LOW)
    said = claim(*voice[1:])
    assert settle([doubt, said], TEXT) == (said,)


@pytest.mark.parametrize(
    "voice",
    [voice for voice in VOICES[1:] if voice[2] not in (Kind.DATE, Kind.TITLE)],
    ids=lambda voice: voice[0],
)
def test_what_was_rejected_as_a_name_is_asked_by_nobody_again(voice: tuple[str, str, Kind]) -> None:
    before = annotated(DOCUMENT, Ledger("x"), [lambda document: [claim("names.given", Kind.PERS_NAME)]])
    [record] = before.ledger.records
    ledger = decisions.decide(before.ledger, record.id, Status.REJECTED, by="#editors")
    made = annotated(before.document, ledger, [lambda document: [claim(*voice[1:])]])
    assert [one.status for one in made.ledger.records] == [Status.REJECTED]
    assert made.document.source.data == DOCUMENT.source.data


@pytest.mark.parametrize("voice", VOICES[1:], ids=lambda voice: voice[0])
def test_what_was_accepted_stands_whoever_says_otherwise(voice: tuple[str, str, Kind]) -> None:
    before = annotated(DOCUMENT, Ledger("x"), [lambda document: [claim("names.given", Kind.PERS_NAME)]])
    [record] = before.ledger.records
    ledger = decisions.decide(before.ledger, record.id, Status.ACCEPTED, by="#editors")
    made = annotated(before.document, ledger, [lambda document: [claim(voice[1], voice[2], Span(4, 7))]])
    accepted = [one for one in made.ledger.records if one.status is Status.ACCEPTED]
    assert [(one.annotation.kind, one.annotation.span) for one in accepted] == [(Kind.PERS_NAME, SPAN)]
    assert b'<persName resp="#editors">May Smith</persName>' in made.document.source.data
