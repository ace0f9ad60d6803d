"""Paging: which files a book has, what is on each, and what there is to say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from rubricator.publication.epub.accessibility import Content
from rubricator.publication.epub.binding import Page
from rubricator.publication.epub.dividing import Piece, divided, lightened
from rubricator.publication.epub.navigation import Word, entitle, headings, page_of
from rubricator.publication.xhtml import EPUB, XHTML

_TITLES = {
    "cover": "book-cover",
    "title": "book-title-page",
    "notes": "notes",
    "apparatus": "apparatus",
    "witnesses": "witnesses",
    "corrections": "corrections",
    "index": "index",
    "colophon": "book-colophon",
}
"""The wording's key for the title of each kind of file but the text."""
_MATTER = {"cover": "frontmatter", "title": "frontmatter", "text": "bodymatter"}
_OURS = ("index", "colophon")
"""What the edition says: it stands in the language of its labels, all else in the text's."""
_IMAGE, _SOUND, _FILM, _TABLE = (f"{XHTML}{name}" for name in ("img", "audio", "video", "table"))
_MATH = "{http://www.w3.org/1998/Math/MathML}math"
_TOLD = (_IMAGE, _SOUND, _FILM, _TABLE, _MATH)


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
            given = headings(body) if kind == "text" else []
            words = (given[0][1] if given else title) if kind == "text" else word(_TITLES[kind])
            entitle(root, words)
            body.set("class", f"page-{kind}")
            body.set(f"{EPUB}type", _MATTER.get(kind, "backmatter"))
            pages.append(Page(name, kind, words, root, given))
    return pages


def _named(kind: str, pieces: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """The pieces with the names of their files."""
    for place, piece in enumerate(pieces, 1):
        several = len(pieces) > 1 if kind == "text" else place > 1
        yield f"{kind}-{place}.xhtml" if several else f"{kind}.xhtml", piece


def inventory(pages: list[Page], breaks: int, book: etree._Element, word: Word) -> Content:
    """What the package document has to say of the pages, on which so many pages of the source begin."""
    told: dict[str, list[tuple[Page, etree._Element]]] = {tag: [] for tag in _TOLD}
    for page in pages:
        for element in page.body.iter(*_TOLD):
            told[str(element.tag)].append((page, element))
    images = [image for page, image in told[_IMAGE] if page.kind != "cover"]
    media = (*told[_SOUND], *told[_FILM])
    return Content(
        files=tuple(page.name for page in pages),
        language=book.get("language", "und"),
        direction=book.get("direction", "ltr"),
        pages=breaks,
        headings=sum(len(page.headings) for page in pages),
        tables=len(told[_TABLE]),
        has_index=any(page.kind == "index" for page in pages),
        images=tuple(
            (image.get("src", ""), "undescribed" not in image.get("class", "").split()) for image in images
        ),
        media=frozenset(medium.get("src", "") for _, medium in media),
        mathematical=frozenset(page.name for page, _ in told[_MATH]),
        summary=word("book-accessibility-images" if images else "book-accessibility"),
    )
