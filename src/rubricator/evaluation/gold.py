"""A gold document: what people marked in it, and the same document without those marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rubricator import tei
from rubricator.annotation import Kind, Span
from rubricator.annotators.entries import entries_in, within
from rubricator.annotators.learning.confirmed import TYPES
from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.splice import spliced
from rubricator.textmap import Element

KINDS = (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.DATE, Kind.SIC)
"""What is measured."""

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
    """What people marked, and the document without it, its text the same; *whole* is the document with it.

    *parts* are the stretches of the text that are measured; none means all of it.
    """

    name: str
    bare: Document
    marks: tuple[Mark, ...]
    whole: Document
    parts: tuple[Span, ...] = ()

    def within(self, parts: tuple[Span, ...]) -> Gold:
        """The same, of which only these stretches are measured; elsewhere what people marked stands."""
        return replace(self, parts=parts, bare=_bare(self.whole, parts)) if parts else self

    def measures(self, span: Span) -> bool:
        """Whether *span* lies in what is measured."""
        return not self.parts or any(part.contains(span) for part in self.parts)

    @property
    def words(self) -> int:
        """The number of words measured."""
        text = self.bare.text
        stretches = [text[part.start : part.end] for part in self.parts] if self.parts else [text]
        return sum(len(stretch.split()) for stretch in stretches)


def read_gold(document: Document, name: str) -> Gold:
    """The marks of *document* and the document without them.

    Inside another mark of its kind none counts; a name in an entry of a list, or that is a block, is no mark.
    """
    marks = []
    entries = entries_in(document)
    for element in _candidates(document):
        mark = _error(document, element) if element.name == "sic" else _name_or_date(document, element)
        if mark is not None and not within(entries, mark.span):
            marks.append(mark)
    return Gold(name, _bare(document, ()), tuple(_outermost(marks)), document)


def _bare(document: Document, parts: tuple[Span, ...]) -> Document:
    """The document without its marks, or without those in *parts*."""
    splices: list[Splice] = []
    for element in _candidates(document):
        start, end = element.text
        if parts and not any(part.start <= start and end <= part.end for part in parts):
            continue
        if element.name != "sic":
            splices += _tags(element)
        elif _error(document, element) is not None:
            splices += _choice_tags(document.elements[element.parent], element)
    bare = spliced(document, splices)
    if bare.text != document.text:
        raise AssertionError("marks are no text: taking them out must leave it as it was")
    return bare


def _candidates(document: Document) -> Iterable[Element]:
    for element in document.elements:
        inline = element.counted and tei.is_tei(element.node) and not tei.is_block(element.node)
        if inline and (element.name == "sic" or _kind(element) is not None):
            yield element


def _name_or_date(document: Document, element: Element) -> Mark | None:
    kind = _kind(element)
    if kind is None or element.span is None:
        return None
    return Mark(kind, _trimmed(document, element.span), element.node.get("ref") or "", _when(element))


def _trimmed(document: Document, span: Span) -> Span:
    """The span without the white space at its ends that a tag happened to take in."""
    written = document.text[span.start : span.end]
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip())) if written.strip() else span


def _kind(element: Element) -> Kind | None:
    if element.name == "name":
        return TYPES.get(element.node.get("type") or "")
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
