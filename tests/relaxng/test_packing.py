"""A schema that was packed and unpacked judges as it did before, and what is damaged is no schema."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.relaxng.damage import PARSER, damaged
from tests.relaxng.suite import cases

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate
from rubricator.validation.relaxng.packing import NotPackedError


def again(grammar: Grammar) -> Grammar:
    return Grammar.unpacked(grammar.packed(), grammar.name)


@pytest.mark.shared
def test_the_conformance_suite_is_judged_alike(shared: Path) -> None:
    for case in cases(shared / "relaxng" / "spectest.xml"):
        if case.correct:
            grammar = again(case.grammar())
            for line, valid, data in case.documents:
                assert valid == (not validate(Source(data), grammar)), (case.section, line)


def test_damaged_documents_get_the_same_findings(checkout: Path) -> None:
    schema = checkout / "schema" / "rubricator.rng"
    read, unpacked = Grammar.read(schema), again(Grammar.read(schema))
    assert unpacked.schematron == read.schematron
    roots = [etree.parse(path, PARSER).getroot() for path in sorted((checkout / "tei").glob("*.xml"))]
    for label, data in damaged(roots, ["p", "div", "head", "persName", "title"], 40, seed=7):
        assert validate(Source(data), unpacked) == validate(Source(data), read), label


@pytest.mark.parametrize(
    "data", [b"", b"[]\n[]", b"[false,null]\n[0,[[99]],[]]", b"[false,null]\n{}", b"\xff"]
)
def test_what_is_no_packed_schema_is_refused(data: bytes) -> None:
    with pytest.raises(NotPackedError):
        Grammar.unpacked(data, "x")
