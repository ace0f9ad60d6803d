"""Whatever TEI allows is published with its words, in every format, without a broken link or an id twice."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from tests.publication.generated import Maker, faults

from rubricator.tei import local_name
from rubricator.validation.relaxng import Grammar, accepts

SEEDS = range(1, 21)


@pytest.mark.shared
def test_whatever_tei_allows_is_published_whole(shared: Path) -> None:
    maker = Maker(Grammar.read(shared / "schemas" / "tei_all.rng"))
    assert [fault for seed in SEEDS for fault in faults(maker.document(seed), f"seed-{seed}")] == []


@pytest.mark.shared
def test_what_is_generated_is_tei_and_of_many_kinds(shared: Path) -> None:
    grammar = Grammar.read(shared / "schemas" / "tei_all.rng")
    maker = Maker(grammar)
    documents = [maker.document(seed) for seed in SEEDS]
    valid = [accepts(BytesIO(document), grammar) for document in documents]
    names = {local_name(element) for document in documents for element in etree.fromstring(document).iter()}
    assert sum(valid) > len(valid) * 0.8  # a few break rules about attributes that exclude each other
    assert len(names) > 280
