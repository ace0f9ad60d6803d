"""Learning measured: what is learnt from is never measured; the same files are dealt the same way."""

from __future__ import annotations

import pytest
from tests.annotators.learning.archive import document, letter

from rubricator.document import Document
from rubricator.errors import SettingsError
from rubricator.evaluation import Gold, read_gold
from rubricator.evaluation.teaching import parts, trials
from rubricator.source import Source


def golds(count: int) -> list[Gold]:
    return [read_gold(letter(seed), f"letter-{seed}.xml") for seed in range(count)]


def diary(entries: int) -> Document:
    entry = "<div><head>Day</head><p>With <persName>Rose</persName>.</p></div>"
    return document(f"<div>{entry * entries}</div>")


def test_documents_are_learnt_from_or_measured() -> None:
    [trial] = trials(golds(10), 4, 0)
    assert len(trial.learnt) == 4
    assert {one.name for one in trial.learnt}.isdisjoint(one.name for one in trial.measured)
    assert len(trial.measured) == 6


def test_each_document_is_measured_once_in_folds() -> None:
    made = list(trials(golds(10), 3, 5))
    assert sorted(one.name for trial in made for one in trial.measured) == sorted(g.name for g in golds(10))
    assert {len(trial.learnt) for trial in made} == {3}


def test_the_order_of_the_files_does_not_matter() -> None:
    [one] = trials(golds(10), 4, 0)
    [other] = trials(golds(10)[::-1], 4, 0)
    assert [c.name for c in one.learnt] == [c.name for c in other.learnt]


def test_a_single_document_is_dealt_by_its_divisions_and_keeps_what_is_learnt_from() -> None:
    gold = read_gold(diary(12), "diary.xml")
    assert len(parts(gold.bare, 8)) == 12
    [trial] = trials([gold], 4, 0)
    [confirmed], [measured] = trial.learnt, trial.measured
    assert len(confirmed.parts) == 4
    assert len(measured.parts) == 8
    assert measured.bare.source.markup.count("<persName>") == 4
    assert sum(measured.measures(mark.span) for mark in gold.marks) == 8
    assert measured.words == 8 * 3


def test_a_document_without_divisions_is_dealt_by_its_paragraphs() -> None:
    assert len(parts(letter(1), 5)) == 12


def test_too_few_documents_are_refused() -> None:
    with pytest.raises(SettingsError):
        list(trials(golds(4), 4, 0))


def test_a_source_without_marks_teaches_nothing_and_is_no_error() -> None:
    bare = Document.of(
        Source(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>x</p></body></text></TEI>')
    )
    [trial] = trials([read_gold(bare, "a"), read_gold(bare, "b")], 1, 0)
    assert len(trial.learnt) == len(trial.measured) == 1
