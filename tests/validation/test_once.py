"""One fault is one finding, where the grammar and a rule could both tell of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.source import Source
from rubricator.validation import Schema, validate

HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
    "<publicationStmt><p>No</p></publicationStmt><sourceDesc><p>No</p></sourceDesc></fileDesc></teiHeader>"
)
TWICE = f'{HEAD}<text><body><p xml:id="a">One.</p>{{}}<p xml:id="a">Two.</p></body></text></TEI>'


@pytest.mark.shared
def test_an_id_given_twice_is_told_once_under_tei_all(shared: Path) -> None:
    tei_all = Schema.read(shared / "schemas" / "tei_all.rng")
    report = validate(Source(TWICE.format("").encode(), "letter.xml"), tei_all)
    assert [finding.rule for finding in report] == ["ids.unique"]
    broken = validate(Source(TWICE.format("<p>bread & butter</p>").encode(), "letter.xml"), tei_all)
    assert [finding.rule for finding in broken] == ["wellformed.ampersand", "grammar.id-duplicate"]


def test_where_no_schema_types_it_an_id_given_twice_is_told_all_the_same() -> None:
    report = validate(Source(b"<p><a xml:id='a'/><a xml:id='a'/></p>", "letter.xml"), Schema())
    assert [finding.rule for finding in report] == ["ids.unique"]
