"""Our grammar lies within TEI's: proved, and the proof is shown to find what does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.schema.inclusion import Inclusion

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar

GRAMMAR = Path(__file__).resolve().parent.parent.parent / "schema" / "rubricator.rng"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


@cache
def tei_all(shared: Path) -> Grammar:
    return Grammar.read(shared / "schemas" / "tei_all.rng")


def small(content: str) -> Grammar:
    """A grammar of the element a with this content, in which b and c may stand, both empty."""
    text = (
        f'<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="{XSD}">'
        f'<start><element name="a">{content}</element></start>'
        '<define name="b"><element name="b"><empty/></element></define>'
        '<define name="c"><element name="c"><empty/></element></define></grammar>'
    )
    return Grammar.load("small", lambda _: Source(text.encode(), "small"))


B, C = '<ref name="b"/>', '<ref name="c"/>'
WORD = '<data type="token"><param name="pattern">\\S+</param></data>'


def attribute(value: str) -> str:
    return f'<attribute name="x">{value}</attribute>'


@pytest.mark.parametrize(
    ("ours", "theirs", "within"),
    [
        (B, B, True),
        (B, f"<optional>{B}</optional>", True),
        (f"<optional>{B}</optional>", B, False),
        (f"{B}{C}", f"<oneOrMore><choice>{B}{C}</choice></oneOrMore>", True),
        (f"<oneOrMore>{B}</oneOrMore>", f"{B}<zeroOrMore>{B}</zeroOrMore>", True),
        (f"<oneOrMore>{B}</oneOrMore>", f"{B}<optional>{B}</optional>", False),
        (f"{B}{C}", f"<interleave>{B}{C}</interleave>", True),
        (f"<interleave>{B}{C}</interleave>", f"{B}{C}", False),
        (f"<mixed>{B}</mixed>", B, False),
        (B, f"<mixed>{B}</mixed>", True),
        ("<text/>", WORD, False),
        (WORD, "<text/>", True),
        (f"{attribute('<text/>')}{B}", B, False),
        (B, f"{attribute('<text/>')}{B}", False),
        (B, f"<optional>{attribute('<text/>')}</optional>{B}", True),
        (attribute(WORD), attribute("<text/>"), True),
        (attribute("<value>one</value>"), attribute(WORD), True),
        (attribute("<value>one two</value>"), attribute(WORD), False),
        (attribute('<data type="token"/>'), attribute(WORD), False),
        (attribute(WORD), attribute('<data type="token"/>'), True),
        (attribute(WORD), attribute(f"<list><oneOrMore>{WORD}</oneOrMore></list>"), True),
        (attribute(f"<list><oneOrMore>{WORD}</oneOrMore></list>"), attribute(WORD), False),
    ],
)
def test_a_grammar_lies_within_another_or_does_not(ours: str, theirs: str, within: bool) -> None:
    assert (list(Inclusion(small(ours), small(theirs)).differences()) == []) is within


@pytest.mark.shared
def test_our_grammar_lies_within_that_of_tei(shared: Path) -> None:
    inclusion = Inclusion(Grammar.read(GRAMMAR), tei_all(shared))
    assert list(inclusion.differences()) == []
    assert inclusion.compared > 300


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "was", "now", "difference"),
    [
        ("publicationStmt", '<ref name="model.publicationStmtPart.agency"/>', "<empty/>", "publicationStmt"),
        ("choice", '<ref name="model.choicePart"/>', "<text/>", "choice: text"),
        ("lb", "<empty/>", "<text/>", "lb: text"),
        ("p", '<ref name="macro.paraContent"/>', '<ref name="body"/>', "p: "),
        ("graphic", 'name="url"', 'name="src"', "graphic: @src"),
    ],
)
def test_the_smallest_widening_is_found(shared: Path, name: str, was: str, now: str, difference: str) -> None:
    text = GRAMMAR.read_text("utf-8")
    start = text.index(f'<define name="{name}">')
    end = text.index("</define>", start)
    widened = text[:start] + text[start:end].replace(was, now) + text[end:]
    assert widened != text
    ours = Grammar.load("widened", lambda _: Source(widened.encode(), "widened"))
    assert any(found.startswith(difference) for found in Inclusion(ours, tei_all(shared)).differences())
