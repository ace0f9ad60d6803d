"""One fault is one finding, ten are ten: a sample of what `python -m tests.relaxng.recovery` measures."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from tests.relaxng.recovery import documents, measure

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate


@pytest.mark.parametrize("seed", [1933, 15, 7])
def test_one_fault_in_our_documents_is_one_finding_and_ten_are_ten(checkout: Path, seed: int) -> None:
    grammar = Grammar.read(checkout / "schema" / "rubricator.rng")
    roots = documents(grammar, sorted((checkout / "tei").glob("*.xml")))
    tally = measure(grammar, roots, count=150, tens=1, seed=seed)
    assert tally.faults > 50
    assert tally.share >= 0.99, tally.examples
    assert set(tally.together) <= {10}, tally.examples
    assert tally.lost == 0, tally.examples


@pytest.mark.shared
@pytest.mark.slow
def test_one_fault_in_real_documents_is_one_finding_and_ten_are_ten(shared: Path) -> None:
    grammar = Grammar.read(shared / "schemas" / "tei_all.rng")
    roots = documents(grammar, sorted((shared / "corpora").rglob("*.xml")))
    tally = measure(grammar, roots, count=1000, tens=5, seed=1)
    assert tally.share >= 0.99, tally.examples
    assert set(tally.together) == {10}, tally.examples
    assert tally.lost == 0, tally.examples


def test_an_end_tag_that_is_missing_is_one_finding(checkout: Path) -> None:
    grammar = Grammar.read(checkout / "schema" / "rubricator.rng")
    chance = random.Random(1933)
    for path in sorted((checkout / "tei").glob("*.xml"))[:4]:
        data = path.read_bytes()
        for end in chance.sample(list(re.finditer(rb"</[^>]+>", data)), 10):
            source = Source(data[: end.start()] + data[end.end() :], path.name)
            found = [finding.rule for finding in validate(source, grammar, identities=False)]
            assert found == ["wellformed.unclosed"], (path, end)
