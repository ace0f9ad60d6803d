"""ISO Schematron as our own stylesheet compiles it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator import resources
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Severity
from rubricator.source import Source
from rubricator.stylesheet import Stylesheet, Tree
from rubricator.validation.schematron import check, compiled

DOCUMENT = Document.of(
    Source(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <p n="1">one <hi rend="b">two</hi></p>\n'
        b'  <p>three</p>\n  <note n="x"/>\n</TEI>',
        "letter.xml",
    )
)
INVALID = Path(__file__).parent.parent / "schema" / "invalid"


def rules(body: str, attributes: str = "", phase: str | None = None) -> Stylesheet:
    schema = (
        f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" {attributes}>'
        f'<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>{body}</schema>'
    )
    return compiled_now(schema.encode(), {"phase": phase} if phase else {})


def compiled_now(schema: bytes, parameters: dict[str, str]) -> Stylesheet:
    compiler = Stylesheet.compile(resources.directory("xslt") / "schema" / "sch-to-xsl.xsl")
    text = compiler.transform(Tree.of(schema, "rules.sch"), dict(parameters))
    return Stylesheet.compile_text(text, "rules.sch")


def found(body: str, attributes: str = "", phase: str | None = None) -> list[str]:
    return sorted(
        f"{finding.place.line}:{finding.place.column} {finding.rule} {finding.message}".strip()
        for finding in check(DOCUMENT, rules(body, attributes, phase))
        if finding.place
    )


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        pytest.param(
            '<pattern id="a"><rule context="t:p"><assert test="@n">No number.</assert></rule></pattern>',
            ["3:3 a No number."],
            id="an assert that fails is a finding",
        ),
        pytest.param(
            '<pattern id="a"><rule context="t:p"><report test="@n">Number <value-of select="@n"/> on '
            '<name/> in <name path="name(..)"/>,  <emph>so</emph>.</report></rule></pattern>',
            ["2:3 a Number 1 on p in TEI, so."],
            id="a report that holds is a finding, with values and names in its words",
        ),
        pytest.param(
            '<pattern id="a"><rule context="t:p[@n]"><assert test="true()">.</assert></rule>'
            '<rule context="t:p"><assert test="false()">Second.</assert></rule></pattern>',
            ["3:3 a Second."],
            id="of the rules of a pattern the first that matches is the only one",
        ),
        pytest.param(
            '<pattern id="a"><rule context="t:p"><assert test="@n">A.</assert></rule></pattern>'
            '<pattern id="b"><rule context="*"><report test="self::t:p">B.</report></rule></pattern>',
            ["2:3 b B.", "3:3 a A.", "3:3 b B."],
            id="patterns are asked one by one",
        ),
        pytest.param(
            '<pattern id="a"><rule context="@n"><assert test=". castable as xs:integer">'
            "<value-of select='.'/>?</assert></rule></pattern>",
            ["4:9 a x?"],
            id="an attribute can be the context, and the place is its own",
        ),
        pytest.param(
            '<pattern id="a"><rule context="t:hi"><assert test="false()" subject="..">Here.</assert></rule>'
            "</pattern>",
            ["2:3 a Here."],
            id="the subject is what the finding is about",
        ),
        pytest.param(
            '<let name="all" value="count(//t:p)"/><pattern id="a"><let name="root" value="name(*)"/>'
            '<rule context="t:note"><let name="n" value="string(@n)"/>'
            '<report test="true()"><value-of select="$all, $root, $n"/></report></rule></pattern>',
            ["4:3 a 2 TEI x"],
            id="variables are seen within the schema, the pattern and the rule",
        ),
        pytest.param(
            '<pattern abstract="true" id="needs"><rule context="$element"><assert test="@$name">'
            "Missing.</assert></rule></pattern>"
            '<pattern is-a="needs" id="a"><param name="element" value="t:p"/><param name="name" value="n"/>'
            "</pattern>",
            ["3:3 a Missing."],
            id="an abstract pattern is filled in",
        ),
        pytest.param(
            '<pattern id="a"><rule abstract="true" id="numbered"><assert test="@n">Number!</assert></rule>'
            '<rule context="t:p"><extends rule="numbered"/></rule></pattern>',
            ["3:3 a Number!"],
            id="a rule extends an abstract one",
        ),
        pytest.param(
            '<pattern id="a"><rule id="r" context="t:p"><assert id="number" test="@n">A.</assert></rule>'
            "</pattern>",
            ["3:3 number A."],
            id="the nearest id names the finding",
        ),
        pytest.param(
            '<pattern><rule context="/"><assert test="t:text">Empty.</assert></rule></pattern>',
            ["1:1 schematron Empty."],
            id="the document itself can be the context",
        ),
        pytest.param(
            '<pattern><rule context="text()"><report test=". = \'two\'">Two.</report></rule></pattern>',
            ["2:16 schematron Two."],
            id="a text is found at its element",
        ),
        pytest.param(
            '<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="t:odd">'
            '<xsl:param name="n"/><xsl:sequence select="$n mod 2 = 1"/></xsl:function>'
            '<pattern id="a"><rule context="t:p[@n]"><report test="t:odd(number(@n))">Odd.</report></rule>'
            "</pattern>",
            ["2:3 a Odd."],
            id="functions of XSLT may be used",
        ),
    ],
)
def test_a_schema_finds(body: str, findings: list[str]) -> None:
    assert found(body) == findings


@pytest.mark.parametrize(
    ("attributes", "phase", "idents"),
    [
        ("", None, ["a", "b"]),
        ("", "first", ["a"]),
        ('defaultPhase="first"', None, ["a"]),
        ('defaultPhase="first"', "#ALL", ["a", "b"]),
    ],
)
def test_a_phase_chooses_patterns(attributes: str, phase: str | None, idents: list[str]) -> None:
    body = '<phase id="first"><active pattern="a"/></phase>' + "".join(
        f'<pattern id="{ident}"><rule context="t:TEI"><report test="true()"/></rule></pattern>'
        for ident in ("a", "b")
    )
    assert [line.split()[1] for line in found(body, attributes, phase)] == idents


@pytest.mark.parametrize(
    ("role", "severity"),
    [
        ("", Severity.ERROR),
        ("fatal", Severity.ERROR),
        ("warning", Severity.WARNING),
        ("Warn", Severity.WARNING),
        ("information", Severity.NOTE),
    ],
)
def test_the_role_is_the_severity(role: str, severity: Severity) -> None:
    body = f'<pattern><rule context="t:TEI"><report test="true()" role="{role}">.</report></rule></pattern>'
    assert [finding.severity for finding in check(DOCUMENT, rules(body))] == [severity]


def test_a_diagnostic_is_the_remedy() -> None:
    body = (
        '<pattern><rule context="t:note"><report test="true()" diagnostics="d">Fault.</report></rule>'
        "</pattern>"
        '<diagnostics><diagnostic id="d">Remove <value-of select="@n"/>.</diagnostic></diagnostics>'
    )
    (finding,) = check(DOCUMENT, rules(body))
    assert (finding.message, finding.remedy) == ("Fault.", "Remove x.")


@pytest.mark.parametrize(
    ("body", "attributes", "reason"),
    [
        ('<include href="other.sch"/>', "", "other.sch"),
        ('<pattern><rule context="a"><extends rule="none"/></rule></pattern>', "", "no abstract rule none"),
        ('<pattern is-a="none"/>', "", "no abstract pattern none"),
        ("<pattern/>", 'defaultPhase="none"', "no phase none"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused_with_the_reason(
    body: str, attributes: str, reason: str
) -> None:
    with pytest.raises(InputRefused, match=reason):
        rules(body, attributes)


def test_another_language_of_queries_is_refused() -> None:
    with pytest.raises(InputRefused, match="stx"):
        compiled_now(b'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="stx"/>', {})


def test_our_rules_say_the_same_compiled_before_and_compiled_now() -> None:
    schema = resources.directory("schema")
    before, now = compiled(schema / "rubricator.sch.xsl"), compiled(schema / "rubricator.sch")
    for path in sorted(INVALID.glob("[!x]*.xml")):
        document = Document.of(Source.read(path))
        assert list(check(document, before)) == list(check(document, now))


@pytest.mark.shared
def test_the_consortiums_own_rules_run_and_find_nothing_wrong_with_our_odd(shared: Path) -> None:
    document = Document.of(Source.read(resources.directory("schema") / "rubricator.odd"))
    consortium = compiled(shared / "schemas" / "tei_all.isosch")
    errors = [finding for finding in check(document, consortium) if finding.severity is Severity.ERROR]
    assert list(map(str, errors)) == []
