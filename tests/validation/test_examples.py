"""The examples of rules are true: the wrong one breaks its rule, the right one does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.validation.examples import report

from rubricator.rules import Rule
from rubricator.validation import Schema
from rubricator.validation.catalogue import catalogue

IN_WORDS = {
    "grammar": "what it stands for is not known",
    "grammar.more": "it takes a thousand faults",
    "xml.readable": "it takes a hundred levels",
    "schema.older": "it takes an earlier version",
    "ids.edition": "it takes two files",
    "authority.unused": "it takes two files",
}
"""Rules whose examples are told, not shown; tests of their own break them."""
SHOWN = [rule for rule in catalogue().values() if rule.ident not in IN_WORDS]


@pytest.fixture(scope="module")
def tei_all(shared: Path) -> Schema:
    return Schema.read(shared / "schemas" / "tei_all.rng")


def is_of_tei_all(rule: Rule) -> bool:
    return rule.ident.startswith("grammar.") and not rule.ident.startswith("grammar.id")


def rules_of(rule: Rule, example: str, directory: Path, schema: Schema | None = None) -> set[str]:
    return {finding.rule for finding in report(rule, example, directory, schema)}


@pytest.mark.shared
@pytest.mark.parametrize("rule", [rule for rule in SHOWN if is_of_tei_all(rule)], ids=lambda rule: rule.ident)
def test_the_wrong_example_breaks_the_grammar_and_the_right_one_does_not(
    rule: Rule, tei_all: Schema, tmp_path: Path
) -> None:
    assert rules_of(rule, rule.wrong, tmp_path, tei_all) & {rule.ident} == {rule.ident}
    right = rules_of(rule, rule.right, tmp_path, tei_all)
    assert not {name for name in right if name.startswith(("grammar", "wellformed"))}


@pytest.mark.parametrize(
    "rule", [rule for rule in SHOWN if not is_of_tei_all(rule)], ids=lambda rule: rule.ident
)
def test_the_wrong_example_breaks_its_rule_and_the_right_one_does_not(rule: Rule, tmp_path: Path) -> None:
    assert rule.ident in rules_of(rule, rule.wrong, tmp_path)
    right = rules_of(rule, rule.right, tmp_path)
    assert rule.ident not in right
    if rule.ident.startswith("wellformed"):
        assert not {name for name in right if name.startswith("wellformed")}
