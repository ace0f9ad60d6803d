"""Paging: which files a book has, what is on each, and what there is to say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from rubricator.publication.epub.accessibility import Content
from rubricator.publication.epub.binding import Page
from rubricator.publication.epub.dividing import Piece, divided, lightened
from rubricator.publication.epub.holdings import FILM, IMAGE, MATH, SOUND, TABLE, Holdings
from rubricator.publication.epub.navigation import Word, begins_before, entitle, page_of, with_words
from rubricator.publication.xhtml import EPUB

_TITLES = {
    "cover": "book-cover",
    "title": "book-title-page",
    "notes": "notes",
    "apparatus": "apparatus",
    "sources": "sources",
    "parallels": "parallels",
    "witnesses": "witnesses",
    "corrections": "corrections",
    "index": "index",
    "colophon": "book-colophon",
}
"""The wording's key for the title of each kind of file but the text."""
_MATTER = {"cover": "frontmatter", "title": "frontmatter", "text": "bodymatter"}
_DOWNWARDS = re.compile(r"writing-mode: (vertical-[lr]{2})(?:; ?|$)")
"""The style of what is written downwards."""
_OURS = ("index", "colophon")
"""What the edition says: it stands in the language of its labels, all else in the text's."""


def in_pages(
    sections: Mapping[str, list[etree._Element]], book: etree._Element, title: str, word: Word
) -> list[Page]:
    """The *sections* of a book in pages, in the order in which they are read; they are used up.

    *book* is what the rules say of it.
    """
    pages: list[Page] = []
    for kind, section in sections.items():
        ours = kind in _OURS
        language = word("language") if ours else book.get("language", "und")
        direction = book.get("direction-of-labels" if ours else "direction", "ltr")
        pieces = divided(section) if kind == "text" else lightened(section)
        for name, piece in _named(kind, pieces):
            root = page_of(language, direction)
            body = root[-1]
            piece.fill(body)
            holdings = Holdings.of(body)
            given = with_words(holdings.headings) if kind == "text" else []
            if kind != "text":
                words = word(_TITLES[kind])
            elif not given or (piece is pieces[0] and begins_before(given[0][0])):
                words = title
            else:
                words = given[0][1]
            entitle(root, words)
            body.set("class", " ".join((f"page-{kind}", *_downwards(body))))
            body.set(f"{EPUB}type", _MATTER.get(kind, "backmatter"))
            pages.append(Page(name, kind, words, root, given, holdings))
    return pages


def _downwards(body: etree._Element) -> Iterator[str]:
    """The way in which all on a page is written downwards; its outermost element says so no longer.

    Reading systems turn the pages of a book the right way only where the page itself says it.
    """
    element = body
    while len(element) == 1 and not (element.text or "").strip():
        element = element[0]
        found = _DOWNWARDS.search(element.get("style") or "")
        if found:
            rest = _DOWNWARDS.sub("", str(element.get("style"))).strip("; ")
            del element.attrib["style"]
            element.attrib.pop("tabindex", "")
            if rest:
                element.set("style", rest)
            yield found[1]
            return


def _named(kind: str, pieces: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """The pieces with the names of their files."""
    for place, piece in enumerate(pieces, 1):
        several = len(pieces) > 1 if kind == "text" else place > 1
        yield f"{kind}-{place}.xhtml" if several else f"{kind}.xhtml", piece


def _progression(pages: list[Page]) -> str:
    """The way in which the pages of a book that is written downwards follow each other; else nothing."""
    classes = {name for page in pages for name in (page.body.get("class") or "").split()}
    return "rtl" if "vertical-rl" in classes else "ltr" if "vertical-lr" in classes else ""


def inventory(pages: list[Page], breaks: int, book: etree._Element, word: Word) -> Content:
    """What the package document has to say of the pages, on which so many pages of the source begin."""
    shown = [(page, str(element.tag), element) for page in pages for element in page.holdings.shown]
    images = [element for page, tag, element in shown if tag == IMAGE and page.kind != "cover"]
    return Content(
        files=tuple(page.name for page in pages),
        language=book.get("language", "und"),
        direction=book.get("direction", "ltr"),
        progression=_progression(pages),
        pages=breaks,
        headings=sum(len(page.headings) for page in pages),
        tables=sum(tag == TABLE for _, tag, _ in shown),
        has_index=any(page.kind == "index" for page in pages),
        images=tuple(
            (image.get("src", ""), "undescribed" not in image.get("class", "").split()) for image in images
        ),
        media=frozenset(element.get("src", "") for _, tag, element in shown if tag in (SOUND, FILM)),
        mathematical=frozenset(page.name for page, tag, _ in shown if tag == MATH),
        summary=word("book-accessibility-images" if images else "book-accessibility"),
    )
