"""Binding: what is one page on the web lies in several files here, and links must find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from rubricator.publication.epub.holdings import Holdings
from rubricator.publication.xhtml import EPUB, XHTML
from rubricator.tei import XML_LANG

_TYPES = {
    "doc-noteref": "noteref",
    "doc-backlink": "backlink",
    "doc-footnote": "footnote",
    "doc-endnotes": "endnotes",
    "doc-index": "index",
    "doc-pagebreak": "pagebreak",
    "doc-colophon": "colophon",
    "doc-chapter": "chapter",
    "doc-part": "part",
    "doc-epigraph": "epigraph",
    "doc-preface": "preface",
    "doc-foreword": "foreword",
    "doc-introduction": "introduction",
    "doc-appendix": "appendix",
    "doc-bibliography": "bibliography",
    "doc-prologue": "prologue",
    "doc-epilogue": "epilogue",
    "doc-dedication": "dedication",
}
"""The type of a thing in a book goes by the role it has on a page."""
_TYPE = f"{EPUB}type"


@dataclass(frozen=True)
class Page:
    """A file of a book: its name, what kind of thing is on it, its title, and its tree."""

    name: str
    kind: str
    title: str
    root: etree._Element
    headings: Sequence[tuple[etree._Element, str]] = ()
    """The headings of the text on it, each with its words."""
    holdings: Holdings = field(default_factory=Holdings)
    """What else is on it, as it was before it was bound."""

    @property
    def body(self) -> etree._Element:
        """What is on it."""
        return self.root[-1]


@dataclass(frozen=True)
class Break:
    """Where a page of the source begins, and its number."""

    href: str
    label: str

    @property
    def number(self) -> int | None:
        """Its number, where it is one."""
        return int(self.label) if re.fullmatch(r"[+-]?[0-9]+", self.label) else None


def bind(pages: Iterable[Page], prefix: str) -> list[Break]:
    """Make of the parts of a page the pages of a book, and return where pages of its source begin.

    An id of ours begins with *prefix*.
    """
    pages = list(pages)
    places: dict[str, str] = {}
    for page in reversed(pages):
        places.update(dict.fromkeys(page.holdings.ids, page.name))
    breaks: list[Break] = []
    number = 0
    for page in pages:
        holdings = page.holdings
        for element, role in holdings.with_role:
            if role != "doc-pagebreak":
                continue
            number += 1
            label = page_number(element)
            if not element.get("id"):
                element.set("id", f"{prefix}page-{number}")
            if label:
                breaks.append(Break(f"{page.name}#{element.get('id')}", label))
            else:
                # It cannot be in the list of pages, and is no page for those who go by it.
                for name in ("role", "aria-label"):
                    element.attrib.pop(name, "")
        _typed(holdings)
        for link, href in holdings.links:
            link.set("href", places.get(href[1:], "") + href)
        for element, role in holdings.with_role:
            if role == "doc-backlink":
                _set_as_footnote(element)
    return breaks


def _typed(holdings: Holdings) -> None:
    """Say in a book's own words what the elements say for a page on the web."""
    for element in holdings.added:
        classes = element.get("class", "")
        if "added" not in classes.split():
            element.set("class", " ".join((*classes.split(), "added")))
    for element, language in holdings.in_language:
        element.set(XML_LANG, language)
    for element, role in holdings.with_role:
        kind = _TYPES.get(role)
        if kind and element.get("role") and element.get(_TYPE) is None:
            element.set(_TYPE, kind)


def page_number(element: etree._Element) -> str:
    """The number of a page as its source gives it; nothing where it does not."""
    words = " ".join("".join(map(str, element.itertext())).split())
    return re.sub(r"^\[(.*)\]$|^\|$", lambda label: label[1] or "", words)


def _set_as_footnote(way_back: etree._Element) -> None:
    """EPUBCheck and Ace agree only on notes that are an element within the list's item."""
    item = next(way_back.iterancestors(f"{XHTML}li"), None)
    if item is None or item[0].get("role") == "doc-footnote":
        return
    inner = list(item)
    note = etree.SubElement(item, f"{XHTML}div", {f"{EPUB}type": "footnote", "role": "doc-footnote"})
    for name in ("id", "class"):
        if item.get(name):
            note.set(name, item.attrib.pop(name))
    note.text, item.text = item.text, None
    note.extend(inner)
