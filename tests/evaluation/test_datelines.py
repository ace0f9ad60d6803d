"""Datelines in an evaluation: those people marked, and those that encoding finds in the same words."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.evaluation import evaluate, read_gold
from rubricator.evaluation.datelines import found, marked
from rubricator.evaluation.measure import DATELINE
from rubricator.source import Source

PROSE = "I have nothing to tell you but that the boats came home on Tuesday, and that all of us are well."


def document(body: str) -> Document:
    markup = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="letter">'
        f"{body}</div></body></text></TEI>"
    )
    return Document.of(Source(markup.encode(), "letter.xml"))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "<opener><dateline>Hull, <date>3 May 1821</date></dateline><salute>Sir,</salute></opener>"
            f"<p>{PROSE}</p>",
            ["Hull, 3 May 1821"],
        ),
        (
            f"<opener>\n <dateline>The Elms,<lb/>\n  3 May 1821.</dateline>\n</opener>\n<p>{PROSE}"
            "<note>On 4 May</note></p>",
            ["The Elms,\n  3 May 1821."],
        ),
        (
            f"<opener><salute>Sir,</salute></opener><p>{PROSE}</p><closer>Yours,"
            "<lb/><signed>T. W.</signed><lb/><dateline>Hull, 3 May 1821</dateline></closer>",
            ["Hull, 3 May 1821"],
        ),
    ],
)
def test_encoding_finds_in_the_words_alone_what_people_marked(body: str, words: list[str]) -> None:
    made = document(body)
    assert [made.text[span.start : span.end] for span in marked(made)] == words
    assert found(made) == marked(made)


def test_an_evaluation_counts_datelines_where_people_marked_any() -> None:
    body = f"<p>Hull, 3 May 1821</p><p>Sir,</p><p>{PROSE}</p>"
    assert evaluate([read_gold(document(body), "a")], []).scores[DATELINE].suggested == 0
    opener = "<opener><dateline>Hull, 3 May 1821</dateline></opener>"
    wrong = f"{opener}<p>{PROSE} <dateline>some day</dateline></p>"
    result = evaluate([read_gold(document(wrong), "b")], [])
    score = result.scores[DATELINE]
    assert (score.gold, score.suggested, score.exact, score.overlapping) == (2, 1, 1, 1)
    assert [(d.kind, d.words, d.missed) for d in result.differences] == [(DATELINE, "some day", True)]
