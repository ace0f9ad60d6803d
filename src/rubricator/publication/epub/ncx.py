"""The contents once more as EPUB 2 has them (NCX), for readers that know no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from rubricator.publication.epub.binding import Break
from rubricator.publication.epub.navigation import Entry, Word
from rubricator.publication.epub.writing import attributes, element
from rubricator.publication.xhtml import DECLARATION

_NAMESPACE = "http://www.daisy.org/z3986/2005/ncx/"


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
    numbers = [page.number for page in pages if page.number is not None]
    facts = {
        "uid": identifier,
        "depth": max(1, _depth(entries)),
        "totalPageCount": len(pages),
        "maxPageNumber": max((0, *numbers)),
    }
    given = {"xmlns": _NAMESPACE, "version": "2005-1", "xml:lang": language}
    parts = [f"<ncx{attributes(given)}><head>"]
    parts += [
        element("meta", given={"name": f"dtb:{name}", "content": str(fact)}) for name, fact in facts.items()
    ]
    parts.append(f"</head><docTitle>{element('text', title)}</docTitle>")
    parts += ("<navMap>", *_points(entries, count(1)), "</navMap>") if entries else ("<navMap/>",)
    if pages:
        parts += ("<pageList>", *_pages(pages, word), "</pageList>")
    parts.append("</ncx>")
    return DECLARATION + "".join(parts).encode()


def _label(words: str) -> str:
    return f"<navLabel>{element('text', words)}</navLabel>"


def _depth(entries: Sequence[Entry]) -> int:
    return max((1 + _depth(entry.below) for entry in entries), default=0)


def _points(entries: Sequence[Entry], counted: Iterator[int]) -> Iterator[str]:
    for entry in entries:
        yield f'<navPoint id="entry-{next(counted)}">{_label(entry.label)}'
        yield element("content", given={"src": entry.href})
        yield from _points(entry.below, counted)
        yield "</navPoint>"


def _pages(pages: Sequence[Break], word: Word) -> Iterator[str]:
    yield _label(word("book-pages"))
    claimed: set[int] = set()
    for place, page in enumerate(pages, 1):
        number = page.number
        value = ""
        # Where a number comes back, as in a second numbering, only its first page may claim it.
        if number is not None and number not in claimed:
            claimed.add(number)
            if number > 0:
                value = f' value="{number}"'
        kind = "special" if number is None else "normal"
        yield f'<pageTarget id="page-{place}" type="{kind}"{value}>{_label(page.label)}'
        yield element("content", given={"src": page.href}) + "</pageTarget>"
