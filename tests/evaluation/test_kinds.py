"""Names of no list in texts of many kinds, written and marked for this: how many are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.annotation import Kind
from rubricator.annotators.names import recogniser
from rubricator.document import Document
from rubricator.evaluation import evaluate, read_gold
from rubricator.evaluation.measure import Score
from rubricator.knowledge import Knowledge
from rubricator.source import Source

KINDS = Path(__file__).with_name("kinds")
LEAST = {
    "article": 0.85,
    "cases": 0.85,
    "diary": 0.85,
    "expedition": 0.80,
    "fiction": 0.80,
    "letters": 0.85,
    "newspaper": 0.85,
    "petitions": 0.85,
}
"""The least F1 of persons, places and organisations together, by exact span and kind."""


def test_every_kind_is_held_to_a_figure() -> None:
    assert {path.stem for path in KINDS.glob("*.xml")} == set(LEAST)


@pytest.mark.parametrize("kind", LEAST)
def test_names_are_found_without_any_list_or_learning(kind: str) -> None:
    gold = read_gold(Document.of(Source.read(KINDS / f"{kind}.xml")), kind)
    made = evaluate([gold], [recogniser(Knowledge())])
    total = Score()
    for name in (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME):
        total.add(made.scores[name])
    assert total.f1() >= LEAST[kind]
