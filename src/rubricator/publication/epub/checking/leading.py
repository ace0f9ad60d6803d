"""The ways through a book: contents, landmarks, pages, links, and the way back from a note."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from rubricator.findings import Finding, Severity
from rubricator.publication.epub.checking.found import EPUB_TYPE, XHTML, Book, Part
from rubricator.rules import Rule

CONTENTS = Rule(
    "epub.contents",
    Severity.ERROR,
    "A reader's menu shows the table of contents: the nav of the type toc in the navigation "
    "document, in EPUB 2 "
    "the navMap of the NCX.",
    wrong='<nav><ol><li><a href="text.xhtml">Text</a></li></ol></nav>',
    right='<nav epub:type="toc"><ol><li><a href="text.xhtml">Text</a></li></ol></nav>',
)
LANDMARKS = Rule(
    "epub.landmarks",
    Severity.WARNING,
    "Landmarks tell a reader where the text begins and where cover, notes and index are; by them it "
    "opens a book "
    "at its text, and those who hear it jump.",
    wrong='<nav epub:type="toc"> … </nav> and no other',
    right='<nav epub:type="landmarks" hidden="hidden"><ol><li><a epub:type="bodymatter" href="text.xhtml">…',
)
PAGES = Rule(
    "epub.page-list",
    Severity.WARNING,
    "Where the pages of a printed book are marked in the text, a list of them lets readers go to one. Who "
    "cites by page, or follows a class with the printed book, needs it.",
    wrong='<span epub:type="pagebreak" id="page-9" aria-label="9"/> and no list of pages',
    right='<nav epub:type="page-list"><ol><li><a href="text.xhtml#page-9">9</a></li></ol></nav>',
)
LINK = Rule(
    "epub.broken-link",
    Severity.ERROR,
    "A link within the book leads to a file of the book and, after #, to an element there that has this id.",
    wrong='<a href="chapter-2.xhtml#n99">see below</a>',
    right='<a href="chapter-2.xhtml#n9">see below</a>',
)
DUPLICATE = Rule(
    "epub.duplicate-id",
    Severity.ERROR,
    "An id is the name of one element of a page; a link to two leads to one of them by chance. Give the "
    "second one another id, and look where its links were meant to lead.",
    wrong='<p id="p1">…</p> <p id="p1">…</p>',
    right='<p id="p1">…</p> <p id="p2">…</p>',
)
RETURN = Rule(
    "epub.note-without-return",
    Severity.WARNING,
    "Whoever follows the mark of a note needs the way back to the place it was read at; not every "
    "reader shows "
    "notes in a window of their own.",
    wrong='<aside epub:type="footnote" id="n1"><p>See above.</p></aside>',
    right=(
        '<aside epub:type="footnote" id="n1"><p>See above. <a href="text.xhtml#r1" '
        'role="doc-backlink">↩</a></p></aside>'
    ),
)
RULES = (CONTENTS, LANDMARKS, PAGES, LINK, DUPLICATE, RETURN)
NAVIGATED = frozenset(("pageNavigation", "pageList"))
"""Claims that there is a list of pages."""
_NOTES = frozenset(("footnote", "endnote", "rearnote", "note"))
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote"))


def types(element: etree._Element) -> frozenset[str]:
    """What *element* is said to be in a book."""
    return frozenset((element.get(EPUB_TYPE) or "").split())


def navs(book: Book, kind: str) -> list[etree._Element]:
    """The lists of that kind in the navigation document."""
    return [] if book.nav is None else [one for one in book.nav.select("//h:nav") if kind in types(one)]


def has_page_list(book: Book) -> bool:
    """Whether readers can go to the pages of the printed book."""
    in_ncx = book.ncx is not None and bool(book.ncx.select("//ncx:pageTarget"))
    in_nav = any(one.find(f".//{XHTML}a") is not None for one in navs(book, "page-list"))
    return in_nav or (book.version == 2 and in_ncx)


def page_breaks(book: Book) -> list[tuple[Part, etree._Element]]:
    """Where pages of the printed book begin."""
    return [
        (page, one)
        for page in book.pages
        for one in page.elements()
        if "pagebreak" in types(one) or one.get("role") == "doc-pagebreak"
    ]


def check(book: Book) -> Iterator[Finding]:
    """What is wrong with the ways through *book*."""
    yield from _lists(book)
    for part in (*book.pages, *([book.ncx] if book.ncx else []), book.package):
        yield from _links(book, part)
        counted = Counter(one.get("id") for one in part.elements() if one.get("id") is not None)
        for name, times in counted.items():
            if times > 1:
                again = [one for one in part.elements() if one.get("id") == name][1]
                yield part.broken(
                    DUPLICATE, again, f"{times} elements have the id {name}.", "Rename all but one."
                )
    yield from _notes(book)


def _lists(book: Book) -> Iterator[Finding]:
    where = book.nav or book.package
    if book.version == 3:
        if not any(one.find(f".//{XHTML}a") is not None for one in navs(book, "toc")):
            yield where.broken(
                CONTENTS, None, "The book has no table of contents.", "Add a nav of the type toc."
            )
        if book.nav is not None and not navs(book, "landmarks"):
            yield where.broken(
                LANDMARKS, None, "The book has no landmarks.", "Add a nav of the type landmarks."
            )
    else:
        if book.ncx is None or not book.ncx.select("//ncx:navPoint"):
            yield where.broken(
                CONTENTS, None, "The book has no table of contents.", "Add an NCX with a navMap."
            )
        if not book.package.select("opf:guide/opf:reference"):
            yield where.broken(
                LANDMARKS, None, "The book has no guide to its parts.", "Add a guide to the package."
            )
    breaks = page_breaks(book)
    if (
        breaks and not has_page_list(book) and not NAVIGATED & book.features
    ):  # else it is the claim that is wrong
        page, first = breaks[0]
        message = (
            f"The text marks {len(breaks)} {'page' if len(breaks) == 1 else 'pages'}, and none is listed."
        )
        yield page.broken(PAGES, first, message, "List them in a nav of the type page-list.")


def _links(book: Book, part: Part) -> Iterator[Finding]:
    for element in part.elements():
        for attribute in ("href", "src", "{http://www.w3.org/1999/xlink}href"):
            address = element.get(attribute)
            if address is None or (
                part is book.package and element.tag != "{http://www.idpf.org/2007/opf}reference"
            ):
                continue
            target = part.target(address)
            if target and not _leads(book, *target):
                yield part.broken(
                    LINK, element, f"Nothing is at {address}.", "Correct the address, or remove the link."
                )


def _leads(book: Book, path: str, fragment: str) -> bool:
    if path not in book.paths:
        return False
    return not fragment or path not in book.ids or fragment in book.ids[path] or "(" in fragment


def _notes(book: Book) -> Iterator[Finding]:
    """The notes to which a mark leads, and which lead back to none."""
    marks: dict[tuple[str, str], list[tuple[str, etree._Element]]] = {}
    for page in book.pages:
        for link in page.elements():
            target = (
                page.target(link.get("href", "")) if link.tag == f"{XHTML}a" and link.get("href") else None
            )
            if target and target[1] and not ({"backlink", "referrer"} & types(link)):
                marks.setdefault(target, []).append((page.path, link))
    by_path = {page.path: page for page in book.pages}
    for page in book.pages:
        for note in page.elements():
            if not (_NOTES & types(note) or note.get("role") in _NOTE_ROLES) or note.tag == f"{XHTML}a":
                continue
            names = [one.get("id") for one in (note, note.getparent()) if one is not None and one.get("id")]
            called = [mark for name in names for mark in marks.get((page.path, str(name)), ())]
            called = [(path, mark) for path, mark in called if note not in mark.iterancestors()]
            if called and not _leads_back(page, note, called, by_path):
                yield page.broken(
                    RETURN,
                    note,
                    f"The note {names[0]} has no way back to its mark in {posixpath.basename(called[0][0])}.",
                    "Add a link to the mark, with the role doc-backlink.",
                )


def _leads_back(
    page: Part, note: etree._Element, called: list[tuple[str, etree._Element]], by_path: dict[str, Part]
) -> bool:
    """Whether a link of the note leads to a mark of it, or to what a mark stands in."""
    targets = {page.target(link.get("href", "")) for link in note.iter(f"{XHTML}a")}
    for path, mark in called:
        near = (mark, *mark.iterancestors(), *mark.iterdescendants(), mark.getprevious(), mark.getnext())
        names = {one.get("id") for one in near if one is not None and one.tag != f"{XHTML}body"}
        if any((path, name) in targets for name in names if name):
            return True
    return False
