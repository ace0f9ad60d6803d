"""Each rule that suggests something is told, with an example that it marks and one that it leaves alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rubricator import plugins
from rubricator.annotation import COLLATION, Annotation, Annotator
from rubricator.annotators.hints import HINTS
from rubricator.authority import Authority
from rubricator.comparison.collation import Variance
from rubricator.document import Document
from rubricator.edition.rulebook import hints
from rubricator.knowledge import Knowledge
from rubricator.markup import escaped
from rubricator.rules import Hint
from rubricator.settings import Annotating, NamePolicy, Settings
from rubricator.source import Source

SOURCE = Path(__file__).resolve().parents[2] / "src" / "rubricator"
ROOMS = ("annotators", "comparison", "dates", "annotation.py", "review")
IN_WORDS = {"names.model", "learnt.memory", "learnt.model", "learnt.surname", "editor", "errors.odd-spelling"}
"""Rules whose examples are told, not shown: they take other documents, a model, or a person."""
SHOWN = [hint for hint in HINTS if hint.ident not in IN_WORDS]
LIST = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listPerson>
<person xml:id="wren"><persName>Tobias Wren</persName></person>
<person xml:id="m"><persName>Margaret Oldacre</persName></person>
<person xml:id="c"><persName>Captain John Oldacre</persName></person>
</listPerson></body></text></TEI>"""
HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/><profileDesc>
<creation><date when="1921-04-02">2 April 1921</date></creation></profileDesc></teiHeader><text><body>"""
MARK = re.compile(r"\[([^\]]*?)(?: → ([^\]]*))?\]")
NAME = re.compile(r"[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")


@cache
def knowledge() -> Knowledge:
    using = (*Annotating().annotators, "abbreviations")
    settings = Settings(annotate=Annotating(using, names=NamePolicy(adjectives=True)))
    return Knowledge(settings, Authority.of([Source(LIST.encode(), "persons.xml")]))


@cache
def annotators() -> tuple[Annotator, ...]:
    given = knowledge()
    return tuple(plugins.load(plugins.ANNOTATORS, name)(given) for name in given.settings.annotate.annotators)


def found(text: str, rule: str) -> list[tuple[str, str]]:
    """What the rule marks in a paragraph of 1921, and what it reads there; `_so_` is in italics."""
    inner = re.sub(r"_(.*?)_", r"<hi rend='italic'>\1</hi>", escaped(text))
    document = Document.of(Source(f"{HEAD}<p>{inner}</p></body></text></TEI>".encode()))
    claims = (claim for annotate in annotators() for claim in annotate(document))
    return [
        (document.text[claim.span.start : claim.span.end], read_into(claim))
        for claim in sorted(claims, key=lambda claim: claim.span)
        if claim.rule == rule
    ]


def read_into(claim: Annotation) -> str:
    return claim.correction or ""


@pytest.mark.parametrize("hint", SHOWN, ids=lambda hint: hint.ident)
def test_the_example_of_a_rule_is_marked_by_it(hint: Hint) -> None:
    marked = MARK.findall(hint.marked)
    assert marked, "nothing stands in brackets"
    assert found(MARK.sub(r"\1", hint.marked), hint.ident) == marked


@pytest.mark.parametrize("hint", SHOWN, ids=lambda hint: hint.ident)
def test_its_other_example_is_left_alone_by_it(hint: Hint) -> None:
    assert found(hint.left_alone, hint.ident) == []


def test_every_rule_that_suggests_something_is_told() -> None:
    known = set(hints())
    assert named() - known == set()
    assert known - named() == set(), "told, and nothing suggests by it"


def named() -> set[str]:
    """Every name of such a rule in the source: written out, made of a constant, or of a date's own rule."""
    families = {name.partition(".")[0] for name in hints()}
    found = {f"collation.{variance}" for variance in Variance} | {f"dates.{name}" for name in date_rules()}
    for tree in trees():
        constants = constants_of(tree)
        for node in ast.walk(tree):
            value = written_out(node, constants)
            if value and NAME.fullmatch(value) and value.partition(".")[0] in families:
                found.add(value)
    return found | {"editor"}


def trees() -> Iterator[ast.Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0]
        if room in ROOMS and path.parent.name != "hints" and path.name != "hints.py":
            yield ast.parse(path.read_text("utf-8"))


def constants_of(tree: ast.Module) -> dict[str, str]:
    """The strings that a module names: its own, and those it has from where all know them."""
    found = {"COLLATION": COLLATION}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    found[target.id] = node.value.value
    return found


def written_out(node: ast.AST, constants: dict[str, str]) -> str:
    """The string that the node is, as far as constants tell it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = [
        constants.get(part.value.id, "?")
        if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Name)
        else part.value
        if isinstance(part, ast.Constant)
        else "?"
        for part in node.values
    ]
    return "".join(map(str, parts))


def date_rules() -> set[str]:
    """What the grammar of dates calls its own rules: the second part of each value that it makes."""
    found: list[ast.expr] = []
    for path in sorted((SOURCE / "dates").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "DateValue" and len(node.args) > 1:
                found.append(node.args[1])
            if isinstance(node, ast.FunctionDef) and node.name == "_rule":
                returned = (one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)
                found += (one for value in returned for one in answers(value))
    values = (one.value for one in found if isinstance(one, ast.Constant))
    return {value for value in values if isinstance(value, str)}


def answers(value: ast.expr) -> Iterator[ast.expr]:
    """What an expression can come to."""
    if isinstance(value, ast.IfExp):
        yield from answers(value.body)
        yield from answers(value.orelse)
    else:
        yield value


@pytest.mark.parametrize("hint", list(hints().values()), ids=lambda hint: hint.ident)
def test_a_rule_is_told_at_length_and_with_both_examples(hint: Hint) -> None:
    assert len(hint.why) > 60
    assert hint.why.endswith(".")
    assert MARK.search(hint.marked) or hint.ident == "names.model"
    assert hint.left_alone
    assert hint.left_alone != hint.marked
