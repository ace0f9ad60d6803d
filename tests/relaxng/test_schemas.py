"""Schemas: how they are put together, which are refused and why, what else they carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.relaxng.schemas import findings, grammar

from rubricator.errors import InputRefused
from rubricator.validation.relaxng import Grammar

EMPTY = "<empty/>"


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("<grammar><define name='p'><empty/></define></grammar>", "no start"),
        ("<element name='p'/>", "no content"),
        ("<element name='p'><ref name='q'/></element>", "in no grammar"),
        ("<grammar><start><ref name='p'/></start></grammar>", "Nothing is defined by the name 'p'"),
        (
            "<grammar><start><ref name='p'/></start><define name='p'><ref name='p'/></define></grammar>",
            "by itself",
        ),
        ("<grammar><start><empty/></start></grammar>", "start may not hold: empty"),
        ("<element name='p'><data type='dat'/></element>", "no datatype 'dat'"),
        (
            "<element name='p'><data type='token'><param name='pattern'>[a</param></data></element>",
            "expression",
        ),
        (
            "<element name='p'><data type='date'><param name='length'>3</param></data></element>",
            "no parameter",
        ),
        ("<element name='p'><group><data type='date'/><text/></group></element>", "7.2"),
        ("<element name='p'><attribute name='n'/><attribute name='n'/></element>", "'n' is asked for twice"),
        ("<element name='p'><attribute><anyName/></attribute></element>", "any name"),
        ("<element name='p'><interleave><text/><text/></interleave></element>", "more than one branch"),
        (
            "<element name='p'><oneOrMore><group><attribute name='n'/><text/></group></oneOrMore></element>",
            "repeated",
        ),
        ("<element name='x:p'><empty/></element>", "prefix 'x' is not declared"),
        ("<element name='p'><include href='q.rng'/></element>", "may not stand in 'element'"),
        ("<html/>", "RELAX NG has no element 'html'"),
        ("<element name='p'>text<empty/></element>", "'text' stands in"),
        ("<element name='p'><empty/>", "not well-formed"),
    ],
)
def test_a_wrong_schema_is_refused_with_the_reason_and_its_line(schema: str, reason: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        grammar(schema)
    assert reason in refusal.value.what
    assert refusal.value.where.startswith("/schema.rng")


def test_what_is_no_schema_at_all_is_named(tmp_path: Path) -> None:
    odd = tmp_path / "odd.xml"
    odd.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    with pytest.raises(InputRefused, match="root element"):
        Grammar.read(odd)
    with pytest.raises(InputRefused, match="no such file"):
        Grammar.read(tmp_path / "none.rng")


def test_a_schema_is_never_fetched(tmp_path: Path) -> None:
    schema = tmp_path / "schema.rng"
    schema.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="http://example.org/x.rng"/></grammar>',
        encoding="utf-8",
    )
    with pytest.raises(InputRefused, match="not fetched"):
        Grammar.read(schema)


def test_an_included_grammar_is_overridden() -> None:
    base = (
        "<grammar><start><ref name='p'/></start>"
        "<define name='p'><element name='p'><ref name='c'/></element></define>"
        "<define name='c'><empty/></define></grammar>"
    )
    schema = "<grammar><include href='base.rng'><define name='c'><text/></define></include></grammar>"
    assert not findings("<p>text</p>", grammar(schema, base=base))
    assert findings("<p>text</p>", grammar("<grammar><include href='base.rng'/></grammar>", base=base))


def test_definitions_are_combined() -> None:
    both = grammar(
        "<grammar><start combine='choice'><element name='a'><empty/></element></start>"
        "<start combine='choice'><element name='b'><empty/></element></start></grammar>"
    )
    assert not findings("<a/>", both)
    assert not findings("<b/>", both)
    assert findings("<c/>", both)


def test_a_schema_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(InputRefused, match="too deeply"):
        grammar("<element name='p'>" + "<group>" * 3000 + EMPTY + "</group>" * 3000 + "</element>")


def test_embedded_schematron_is_collected() -> None:
    carrier = grammar(
        "<grammar><sch:ns prefix='t' uri='urn:t'/><start><element name='p'><empty/>"
        "<sch:pattern><sch:rule context='p'><sch:assert test='1'>one</sch:assert></sch:rule></sch:pattern>"
        "</element></start><sch:rule context='q'><sch:report test='0'>two</sch:report></sch:rule></grammar>"
    )
    assert carrier.schematron is not None
    schema = etree.fromstring(carrier.schematron)
    assert [etree.QName(part).localname for part in schema] == ["ns", "pattern", "pattern"]
    assert schema.xpath("string(.//*[@context='q'])") == "two"
    assert grammar("<element name='p'><empty/></element>").schematron is None


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("<optional><attribute name='n' a:defaultValue='1'/></optional>", ""),
        ("<attribute name='n' a:defaultValue='1'/>", "is not optional"),
        (
            "<optional><attribute name='n' a:defaultValue='x'><data type='int'/></attribute></optional>",
            "none that it",
        ),
        ("<optional><attribute name='i'><data type='ID'/></attribute></optional>", ""),
        ("<zeroOrMore><attribute><nsName/><data type='ID'/></attribute></zeroOrMore>", "one name each"),
        (
            "<choice><attribute name='n' a:defaultValue='1'/>"
            "<attribute name='n' a:defaultValue='2'/><empty/></choice>",
            "different default values",
        ),
        (
            "<optional><attribute name='i'><choice><data type='ID'/><value>x</value></choice>"
            "</attribute></optional>",
            "but not of it alone",
        ),
    ],
)
def test_what_makes_a_schema_incompatible_with_dtds_is_said(content: str, problem: str) -> None:
    problems = grammar(f"<element name='p'>{content}</element>").incompatible
    assert problem in " ".join(problems)
    assert bool(problems) == bool(problem)
