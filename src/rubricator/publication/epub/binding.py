"""Binding: what is one page on the web lies in several files here, and links must find them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from rubricator.publication.xhtml import EPUB, XHTML, found, values
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
_identified = values(".//@id")
_breaks = found(".//h:*[@role = 'doc-pagebreak']")
_added = found(".//h:*[@data-added]")
_speaking = found(".//h:*[@lang]")
_playing = found(".//h:*[@role]")
_links = found(".//h:a[starts-with(@href, '#')]")
_ways_back = found(".//h:a[@role = 'doc-backlink']")


@dataclass(frozen=True)
class Page:
    """A file of a book: its name, what kind of thing is on it, its title, and its tree."""

    name: str
    kind: str
    title: str
    root: etree._Element
    headings: Sequence[tuple[etree._Element, str]] = ()
    """The headings of the text on it, each with its words."""

    @property
    def body(self) -> etree._Element:
        """What is on it."""
        return self.root[-1]


def bind(pages: Iterable[Page], prefix: str) -> None:
    """Make of the parts of a page the pages of a book; an id of ours begins with *prefix*."""
    pages = list(pages)
    places: dict[str, str] = {}
    for page in pages:
        for one in _identified(page.body):
            places.setdefault(one, page.name)
    number = 0
    for page in pages:
        for broken in _breaks(page.body):
            number += 1
            if not broken.get("id"):
                broken.set("id", f"{prefix}page-{number}")
            if not page_number(broken):
                # It cannot be in the list of pages, and is no page for those who go by it.
                for name in ("role", "aria-label"):
                    broken.attrib.pop(name, "")
        for element in _added(page.body):
            classes = element.get("class", "").split()
            if "added" not in classes:
                element.set("class", " ".join((*classes, "added")))
        for element in _speaking(page.body):
            element.set(XML_LANG, element.get("lang", ""))
        for element in _playing(page.body):
            kind = _TYPES.get(element.get("role", ""))
            if kind and element.get(f"{EPUB}type") is None:
                element.set(f"{EPUB}type", kind)
        for link in _links(page.body):
            target = link.get("href", "")
            link.set("href", places.get(target[1:], "") + target)
        for way in _ways_back(page.body):
            _set_as_footnote(way)


def page_number(element: etree._Element) -> str:
    """The number of a page as its source gives it; nothing where it does not."""
    words = " ".join("".join(map(str, element.itertext())).split())
    return re.sub(r"^\[(.*)\]$|^\|$", lambda label: label[1] or "", words)


def _set_as_footnote(way_back: etree._Element) -> None:
    """EPUBCheck and Ace agree only on notes that are an element within the list's item."""
    item = next(way_back.iterancestors(f"{XHTML}li"), None)
    if item is None or item[0].get("role") == "doc-footnote":
        return
    note = etree.Element(f"{XHTML}div", {f"{EPUB}type": "footnote", "role": "doc-footnote"})
    for name in ("id", "class"):
        if item.get(name):
            note.set(name, item.attrib.pop(name))
    note.text, item.text = item.text, None
    note.extend(list(item))
    item.append(note)
