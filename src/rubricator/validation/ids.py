"""Whether each xml:id is the name of one element."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.findings import Finding, Severity
from rubricator.validation.places import Places
from rubricator.validation.rules import Rule

UNIQUE = Rule(
    "ids.unique",
    Severity.ERROR,
    "An xml:id is the name of one element. People cite it, and a pointer to two leads to neither. Ids "
    "once given are not changed: give the later one a new id, and look whether a pointer meant it.",
    wrong='<p xml:id="p1">…</p> <p xml:id="p1">…</p>',
    right='<p xml:id="p1">…</p> <p xml:id="p2">…</p>',
)
RULES = (UNIQUE,)


def check(document: Document) -> Iterator[Finding]:
    """The elements whose id another element before them has."""
    places = Places(document)
    first: dict[str, etree._Element] = {}
    for element in document.root.iter("*"):
        ident = element.get(tei.XML_ID)
        if ident is None:
            continue
        other = first.setdefault(ident, element)
        if other is not element:
            place = places.of(other)
            yield UNIQUE.broken(
                document.source,
                places.of(element, "xml:id"),
                f"The xml:id {ident} is already that of {tei.local_name(other)}"
                f"{f' in line {place.line}' if place else ''}.",
                "Give this one an id of its own.",
            )
