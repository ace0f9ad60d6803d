"""A gold document: what people marked in it, and the same document without those marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rubricator import tei
from rubricator.annotation import Kind, Span
from rubricator.document import Document
from rubricator.encoding.splice import spliced
from rubricator.findings import Splice
from rubricator.textmap import Element

KINDS = (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.DATE, Kind.SIC)
"""What is measured."""

_TYPED = {
    "person": Kind.PERS_NAME,
    "pers": Kind.PERS_NAME,
    "place": Kind.PLACE_NAME,
    "org": Kind.ORG_NAME,
    "organisation": Kind.ORG_NAME,
    "organization": Kind.ORG_NAME,
}
_NAMES = {
    "persName": Kind.PERS_NAME,
    "placeName": Kind.PLACE_NAME,
    "orgName": Kind.ORG_NAME,
    "date": Kind.DATE,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim that a person made of a span: its kind, `@ref`, `@when` (or what stands for it), correction."""

    kind: Kind
    span: Span
    ref: str = ""
    when: tuple[tuple[str, str], ...] = ()
    correction: str | None = None


@dataclass(frozen=True)
class Gold:
    """What people marked, and the document without it, its text the same."""

    name: str
    bare: Document
    marks: tuple[Mark, ...]


def read_gold(document: Document, name: str) -> Gold:
    """The marks of *document* and the document without them.

    Inside another mark of its kind none counts; a name that is an entry of a list, or a block, is no mark.
    """
    marks: list[Mark] = []
    splices: list[Splice] = []
    for element in document.elements:
        if not element.counted or not tei.is_tei(element.node) or tei.is_block(element.node):
            continue
        if element.name == "sic":
            mark = _error(document, element)
            if mark is not None:
                marks.append(mark)
                splices += _choice_tags(document.elements[element.parent], element)
            continue
        kind = _kind(element)
        if kind is None:
            continue
        splices += _tags(element)
        if element.span is not None:
            marks.append(Mark(kind, element.span, element.node.get("ref") or "", _when(element)))
    bare = spliced(document, splices)
    if bare.text != document.text:
        raise AssertionError("marks are no text: taking them out must leave it as it was")
    return Gold(name, bare, tuple(_outermost(marks)))


def _kind(element: Element) -> Kind | None:
    if element.name == "name":
        return _TYPED.get(element.node.get("type") or "")
    return _NAMES.get(element.name)


def _when(element: Element) -> tuple[tuple[str, str], ...]:
    names = ("when", "from", "to", "notBefore", "notAfter")
    return tuple((name, str(element.node.get(name))) for name in names if element.node.get(name))


def _tags(element: Element) -> list[Splice]:
    if element.open_start == element.close_start:
        return []
    return [
        Splice(element.open_start, element.open_end, ""),
        Splice(element.close_start, element.close_end, ""),
    ]


def _error(document: Document, element: Element) -> Mark | None:
    """The error and its correction, where both stand in one `choice`."""
    choice = document.elements[element.parent]
    corr = choice.node.find(f"{{{tei.TEI}}}corr")
    if choice.name != "choice" or corr is None or element.span is None:
        return None
    return Mark(Kind.SIC, element.span, correction=" ".join(tei.content(corr).split()))


def _choice_tags(choice: Element, sic: Element) -> list[Splice]:
    return [
        Splice(choice.open_start, sic.open_end, ""),
        Splice(sic.close_start, choice.close_end, ""),
    ]


def _outermost(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    last: dict[Kind, Span] = {}
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        outer = last.get(mark.kind)
        if outer is not None and outer.contains(mark.span):
            continue
        last[mark.kind] = mark.span
        kept.append(mark)
    return kept
