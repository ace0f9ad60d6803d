"""The compact syntax: each schema judges as its XML twin does, and a wrong one is refused at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate

A = "http://example.org/a"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


def grammar(text: str, **others: str) -> Grammar:
    files = {"main.rnc": text, **{f"{name}.rnc": content for name, content in others.items()}}
    base = "/schemas/"
    sources = {base + name: Source(content.encode(), base + name) for name, content in files.items()}
    return Grammar.load(base + "main.rnc", sources.__getitem__)


def accepts(made: Grammar, document: str) -> bool:
    return not validate(Source(document.encode(), "x.xml"), made)


@pytest.mark.parametrize(
    ("schema", "right", "wrong"),
    [
        ("element a { empty }", "<a/>", "<a>x</a>"),
        ("element a { text }", "<a>x</a>", "<b/>"),
        ("element a { element b { text }, element c { empty }? }", "<a><b/></a>", "<a><c/></a>"),
        ("element a { element b { empty } & element c { empty } }", "<a><c/><b/></a>", "<a><c/></a>"),
        ("element a { element b { empty } | text }", "<a>x</a>", "<a><b/><b/></a>"),
        ("element a { element b { empty }+ }", "<a><b/><b/></a>", "<a/>"),
        ("element a { (element b { empty }, element c { empty })* }", "<a><b/><c/></a>", "<a><c/></a>"),
        ("element a { attribute n { xsd:integer { minInclusive = '3' } } }", "<a n='3'/>", "<a n='2'/>"),
        ('element a { attribute n { "x" | "y" } }', "<a n=' x '/>", "<a n='z'/>"),
        ('element a { attribute n { string "x" } }', "<a n='x'/>", "<a n=' x'/>"),
        ('element a { attribute n { xsd:token - "no" } }', "<a n='yes'/>", "<a n='no'/>"),
        ("element a { list { xsd:int, xsd:int } }", "<a>1 2</a>", "<a>1</a>"),
        ("element a { mixed { element b { empty } } }", "<a>x<b/>y</a>", "<a>x</a>"),
        (r"element \element { empty }", "<element/>", "<a/>"),
        ("element element { empty }", "<element/>", "<a/>"),
        ("element * - (b | c) { empty }", "<a/>", "<b/>"),
        (f'namespace p = "{A}"\nelement p:a {{ empty }}', f"<a xmlns='{A}'/>", "<a/>"),
        (f'namespace p = "{A}"\nelement p:* - p:b {{ empty }}', f"<a xmlns='{A}'/>", f"<b xmlns='{A}'/>"),
        (
            f'default namespace = "{A}"\nelement a {{ attribute n {{ text }} }}',
            f"<a xmlns='{A}' n=''/>",
            "<a n=''/>",
        ),
        (f'datatypes d = "{XSD}"\nelement a {{ d:date }}', "<a>1933-05-12</a>", "<a>x</a>"),
        ("start = a\na = element a { b* }\nb = element b { empty }", "<a><b/></a>", "<b/>"),
        ("start = element a { b }\nb = element b { empty }\nb |= element c { empty }", "<a><c/></a>", "<a/>"),
        ("start = element a { b }\nb &= attribute n { text }\nb &= empty", "<a n=''/>", "<a/>"),
        ("div { start = element a { grammar { start = parent b } } }\nb = empty", "<a/>", "<a>x</a>"),
        ("# a comment\n## documentation\nelement a { ## more\n empty }", "<a/>", "<b/>"),
        ('[ x:n = "1" x:doc [ "words" ] ] element a { empty } >> x:after [ ]', "<a/>", "<b/>"),
        ('element [ x:n = "1" ] a { empty }', "<a/>", "<b/>"),
        ("start = ดี\nดี = element a { empty }", "<a/>", "<b/>"),
        ('element a { "on" ~ "e" }', "<a>one</a>", "<a>on</a>"),
        (r'element a { "\x{E9}" }', "<a>é</a>", "<a>e</a>"),
        ('element a { """two\nlines""" }', "<a>two lines</a>", "<a>two</a>"),
    ],
)  # fmt: skip
def test_a_compact_schema_judges_right(schema: str, right: str, wrong: str) -> None:
    if "x:" in schema:
        schema = f'namespace x = "http://example.org/x"\n{schema}'
    made = grammar(schema)
    assert accepts(made, right)
    assert not accepts(made, wrong)


def test_included_schemas_are_compact_too_and_can_be_overridden() -> None:
    made = grammar(
        'include "part.rnc" { b = element c { empty } }',
        part="start = element a { b }\nb = element b { empty }",
    )
    assert accepts(made, "<a><c/></a>")
    assert not accepts(made, "<a><b/></a>")


def test_an_external_pattern_inherits_the_namespace_it_is_given() -> None:
    made = grammar(
        f'default namespace = "{A}"\nelement a {{ external "part.rnc" }}', part="element b { empty }"
    )
    assert accepts(made, f"<a xmlns='{A}'><b/></a>")
    assert not accepts(made, f"<a xmlns='{A}'><b xmlns=''/></a>")


@pytest.mark.parametrize(
    ("schema", "where", "said"),
    [
        ("element a {\n empty", ":2", "expected }"),
        ("element a { b , c | d }", ":1", "mixed"),
        ("start = \n  p:a", ":2", "stands for no datatype library"),
        ("element a {\n\n % }", ":3", "begins nothing"),
        ("element q:a { empty }", ":1", "declared nowhere"),
        ("start = nobody", "", "nobody"),
    ],
)
def test_a_wrong_schema_is_refused_at_its_line(schema: str, where: str, said: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        grammar(schema)
    assert said in refusal.value.what
    assert f"main.rnc{where}" in refusal.value.where


def test_a_schema_on_disk_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.rnc"
    path.write_text("element a { empty }", "utf-8")
    assert accepts(Grammar.read(path), "<a/>")
