"""Which files a schema can be read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator import resources
from rubricator.errors import InputRefused, RubricatorError, SettingsError
from rubricator.source import Source
from rubricator.validation import Schema, validate

OURS = resources.directory("schema")
WRONG = Source(
    b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><date from="1933" to="1923">x</date></p></body>'
    b"</text></TEI>",
    "letter.xml",
)


def rules(*files: str) -> set[str]:
    """The rules, by the first part of their names, that WRONG breaks under the schema in these files."""
    schema = Schema.read(*(OURS / file for file in files))
    return {finding.rule.partition(".")[0] for finding in validate(WRONG, schema)}


@pytest.mark.parametrize(
    ("files", "broken"),
    [
        (["rubricator.rng"], {"grammar", "dates"}),
        (["rubricator.sch"], {"dates"}),
        (["rubricator.sch.xsl"], {"dates"}),
        (["rubricator.rng", "rubricator.sch"], {"grammar", "dates"}),
        (["rubricator.odd"], {"grammar", "dates"}),
        ([], {"dates"}),  # which is true of any TEI
    ],
)
def test_a_schema_is_read_from_its_files(files: list[str], broken: set[str]) -> None:
    assert rules(*files) == broken


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.dtd", "<!ELEMENT a ANY>", SettingsError),
        ("a.rng", "<grammar", InputRefused),
        ("a.sch", "<schema", InputRefused),
        ("a.sch", "<schema/>", InputRefused),
        (
            "a.sch",
            '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="a[">'
            '<assert test="b"/></rule></pattern></schema>',
            SettingsError,
        ),
        ("a.odd", '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', InputRefused),
        (
            "a.odd",
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec><moduleRef key="core"/></schemaSpec></TEI>',
            InputRefused,
        ),
    ],
)
def test_a_schema_that_is_wrong_is_refused_with_its_name(
    tmp_path: Path, name: str, text: str, kind: type[RubricatorError]
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(kind, match="a\\.") as caught:
        Schema.read(path)
    assert caught.value.exit_code in (2, 3)


def test_a_rule_that_fails_while_it_runs_is_the_fault_of_who_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sch"
    path.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="/">'
        '<assert test="xs:integer(name(*)) eq 1"/></rule></pattern></schema>',
        "utf-8",
    )
    with pytest.raises(SettingsError, match=r"a\.sch"):
        validate(WRONG, Schema.read(path))
