"""What people confirmed in a document: the names that they marked, and where nobody has looked yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from rubricator import tei
from rubricator.annotation import RUBRICATOR, Kind, Span
from rubricator.annotators.entries import entries_in, within
from rubricator.authority import Authority
from rubricator.authority.links import Links
from rubricator.document import Document
from rubricator.textmap import Element

KINDS = (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME)
"""The kinds that are learnt."""

TYPES = {
    "person": Kind.PERS_NAME,
    "pers": Kind.PERS_NAME,
    "place": Kind.PLACE_NAME,
    "org": Kind.ORG_NAME,
    "organisation": Kind.ORG_NAME,
    "organization": Kind.ORG_NAME,
}
"""What a `name` is by its type."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A name that a person marked or let stand, and to whom it leads (`@ref`, else nothing)."""

    kind: Kind
    span: Span
    ref: str = ""


@dataclass(frozen=True)
class Confirmed:
    """A document with the names confirmed in it.

    *open* are the spans of suggestions that nobody has decided about: nothing is learnt where they stand.
    *parts* are the stretches of the text that are learnt from; none means all of it.
    """

    name: str
    document: Document
    marks: tuple[Mark, ...]
    open: tuple[Span, ...] = ()
    parts: tuple[Span, ...] = ()

    def within(self, parts: tuple[Span, ...]) -> Confirmed:
        """The same, of these stretches of the text alone."""
        return replace(self, parts=parts)

    def counts(self, start: int, end: int) -> bool:
        """Whether what stands from *start* to *end* is learnt from."""
        if any(span.start < end and start < span.end for span in self.open):
            return False
        return not self.parts or any(part.start <= start and end <= part.end for part in self.parts)


def read_confirmed(document: Document, name: str, authority: Authority | None = None) -> Confirmed:
    """The names in *document* that answer to a person, or to nobody: not those the program suggests.

    Of a name inside a name only the outer one counts; a name in an entry of a list is no mention. A pointer
    that leads to an entry of the *authority* counts as the reference to it, however it is written.
    """
    links = Links(authority, document, Path(document.source.name)) if authority else None
    entries = entries_in(document)
    marks: list[Mark] = []
    pending: list[Span] = []
    for element in document.elements:
        kind = kind_of(element)
        if kind is None or element.span is None or within(entries, element.span):
            continue
        if RUBRICATOR in (element.node.get("resp") or "").split():
            pending.append(element.span)
        else:
            ref = element.node.get("ref") or ""
            entry = links.entry(ref) if links and ref else None
            marks.append(Mark(kind, element.span, entry.ref if entry else ref))
    return Confirmed(name, document, tuple(outermost(marks)), tuple(pending))


def kind_of(element: Element) -> Kind | None:
    """Which of the kinds that are learnt an element of the text is, if any."""
    if not element.counted or not tei.is_tei(element.node) or tei.is_block(element.node):
        return None
    if element.name == "name":
        return TYPES.get(element.node.get("type") or "")
    return next((kind for kind in KINDS if kind == element.name), None)


def outermost(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in order, without those that another one touches that begins before or is longer."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind)):
        if not kept or kept[-1].span.end <= mark.span.start:
            kept.append(mark)
    return kept
