"""The contents once more as EPUB 2 has them (NCX), for readers that know no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from rubricator.publication.epub.binding import Break
from rubricator.publication.epub.navigation import Entry, Word
from rubricator.publication.xhtml import DECLARATION
from rubricator.tei import XML_LANG

_NAMESPACE = "http://www.daisy.org/z3986/2005/ncx/"
_NCX = f"{{{_NAMESPACE}}}"


def ncx(
    entries: Sequence[Entry],
    pages: Sequence[Break],
    *,
    identifier: str,
    title: str,
    language: str,
    word: Word,
) -> bytes:
    """The file toc.ncx."""
    root = etree.Element(
        f"{_NCX}ncx",
        {"version": "2005-1", XML_LANG: language},
        nsmap={None: _NAMESPACE},  # type: ignore[dict-item]
    )
    head = _under(root, "head")
    numbers = [page.number for page in pages if page.number is not None]
    for name, content in (
        ("uid", identifier),
        ("depth", max(1, _depth(entries))),
        ("totalPageCount", len(pages)),
        ("maxPageNumber", max((0, *numbers))),
    ):
        _under(head, "meta", name=f"dtb:{name}", content=str(content))
    _label(_under(root, "docTitle"), title)
    counted = iter(range(1, 1 << 30))
    _points(_under(root, "navMap"), entries, counted)
    if pages:
        _pages(_under(root, "pageList"), pages, word)
    return DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def _under(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{_NCX}{name}", attributes)


def _label(parent: etree._Element, text: str) -> None:
    _under(parent, "text").text = text


def _depth(entries: Sequence[Entry]) -> int:
    return max((1 + _depth(entry.below) for entry in entries), default=0)


def _points(parent: etree._Element, entries: Sequence[Entry], counted: Iterator[int]) -> None:
    for entry in entries:
        point = _under(parent, "navPoint", id=f"entry-{next(counted)}")
        _label(_under(point, "navLabel"), entry.label)
        _under(point, "content", src=entry.href)
        _points(point, entry.below, counted)


def _pages(listed: etree._Element, pages: Sequence[Break], word: Word) -> None:
    _label(_under(listed, "navLabel"), word("book-pages"))
    claimed: set[int] = set()
    for place, page in enumerate(pages, 1):
        number = page.number
        target = _under(
            listed, "pageTarget", id=f"page-{place}", type="special" if number is None else "normal"
        )
        # Where a number comes back, as in a second numbering, only its first page may claim it.
        if number is not None and number not in claimed:
            claimed.add(number)
            if number > 0:
                target.set("value", str(number))
        _label(_under(target, "navLabel"), page.label)
        _under(target, "content", src=page.href)
