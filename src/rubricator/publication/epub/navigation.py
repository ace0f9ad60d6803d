"""Navigation: the contents of a book, its landmarks and pages, for readers of EPUB 3 and of EPUB 2."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from lxml import etree

from rubricator.publication.epub.binding import Break, Page
from rubricator.publication.xhtml import EPUB, NAMESPACE, OPS, XHTML, found
from rubricator.tei import XML_LANG

SHORT, LINE = 24, 60
"""How many characters a heading may have that takes the second with it, and how many that second."""
UNHEADED = 400
"""How many characters may stand before the first heading without an entry in the contents."""
_section = found("ancestor::h:section[1]")
_TYPE = f"{EPUB}type"
_SILENT = frozenset(("doc-noteref", "doc-backlink", "doc-pagebreak"))
_TOLD = frozenset(("aloud", "zone-link"))
"""The classes of what is said of words and is none of them."""
_TITLES = frozenset(("titlepage", "type-title", "type-titlepage", "type-title_page"))
_LANDMARKS = {
    **{kind: kind for kind in ("cover", "index", "colophon")},
    "title": "titlepage",
    "text": "bodymatter",
    "notes": "endnotes",
}
Word = Callable[[str], str]
"""The words for a key in the reader's language."""


@dataclass
class Entry:
    """A line of the contents, with those below it."""

    level: int
    href: str
    label: str
    below: list[Entry] = field(default_factory=list)


def with_words(headings: Iterable[etree._Element]) -> list[tuple[etree._Element, str]]:
    """Those *headings* of a page that have words, and these."""
    labelled = ((heading, _with_second(heading)) for heading in headings)
    return [(heading, words) for heading, words in labelled if words]


def label(heading: etree._Element) -> str:
    """The words of a heading, without the marks of its notes and what is told of hands."""
    return " ".join("".join(_words(heading)).split())


def _with_second(heading: etree._Element) -> str:
    """The words of a heading; a mere “I” or “Chapter 1” with the heading below it, if both fit on a line."""
    first, below = label(heading), heading.getnext()
    if below is None or heading.tag == f"{XHTML}h1" or "subhead" not in (below.get("class") or "").split():
        return first
    second = label(below)
    if not (0 < len(first) <= SHORT and 0 < len(second) <= LINE):
        return first
    return f"{first}{'' if first[-1] in '.!?…' else '.'} {second}"


def _words(element: etree._Element) -> Iterator[str]:
    if element.get("role") in _SILENT or element.get("class") in _TOLD:
        return
    if element.tag == f"{XHTML}br" or element.get("class") == "parted":
        yield " "
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def begins_before(heading: etree._Element) -> bool:
    """Whether the text began before its first *heading*, with more than a title page and a motto."""
    words = 0
    above: etree._Element | None = heading
    while words <= UNHEADED and above is not None and above.tag != f"{XHTML}body":
        for before in above.itersiblings(preceding=True):
            words += 0 if _is_told(before) else len(label(before))
        above = above.getparent()
    return words > UNHEADED


def _is_told(element: etree._Element) -> bool:
    """Whether it is added to the text, or its title page."""
    kinds = (element.get("class") or "").split()
    return element.get("data-added") is not None or any(kind.lower() in _TITLES for kind in kinds)


def contents(pages: Iterable[Page]) -> list[Entry]:
    """The entries of the contents, nested as the headings are; what takes several files is one entry."""
    found: list[Entry] = []
    for kind, run in groupby((page for page in pages if page.kind != "cover"), attrgetter("kind")):
        files = list(run)
        if kind == "text":
            flat = [entry for place, page in enumerate(files) for entry in _entries(page, place == 0)]
            found += _nested(flat)
        else:
            found += [Entry(1, page.name, page.title) for page in files[:1]]
    return found


def _entries(page: Page, first: bool) -> Iterator[Entry]:
    """An entry for each heading of a file of the text; for the first itself if it begins without."""
    if first and (not page.headings or page.title != page.headings[0][1]):
        level = min((int(heading.tag[-1]) for heading, _ in page.headings), default=6)
        yield Entry(level, page.name, page.title)
    for heading, words in page.headings:
        own = heading.get("id") or next((section.get("id") for section in _section(heading)), None)
        yield Entry(int(heading.tag[-1]), page.name + (f"#{own}" if own else ""), words)


def _nested(flat: Sequence[Entry]) -> list[Entry]:
    level = min((entry.level for entry in flat), default=0)
    top: list[Entry] = []
    groups: list[list[Entry]] = []
    for entry in flat:
        if entry.level == level or not top:
            top.append(entry)
            groups.append([])
        else:
            groups[-1].append(entry)
    for entry, below in zip(top, groups, strict=True):
        entry.below = _nested(below)
    return top


def page_of(language: str, direction: str) -> etree._Element:
    """An empty page of a book."""
    return copy(_page(language, direction))


@lru_cache(maxsize=16)
def _page(language: str, direction: str) -> etree._Element:
    root = etree.Element(
        f"{XHTML}html",
        {"lang": language, XML_LANG: language, "dir": direction},
        nsmap={None: NAMESPACE, "epub": OPS},  # type: ignore[dict-item]
    )
    head = _under(root, "head")
    _under(head, "meta", charset="utf-8")
    _under(head, "title")
    _under(head, "link", rel="stylesheet", type="text/css", href="book.css")
    _under(root, "body")
    return root


def entitle(page: etree._Element, title: str) -> None:
    """Give a *page* its title."""
    page[0][1].text = title


def _under(parent: etree._Element, name: str, text: str = "", kind: str = "", **given: str) -> etree._Element:
    attributes = {_TYPE: kind} if kind else {}
    attributes.update((key.replace("_", "-"), value) for key, value in given.items() if value)
    element = etree.SubElement(parent, f"{XHTML}{name}", attributes)
    element.text = text or None
    return element


def navigation(
    pages: Sequence[Page],
    entries: Sequence[Entry],
    numbered: Sequence[Break],
    page: etree._Element,
    word: Word,
) -> etree._Element:
    """The navigation document, on an empty *page*."""
    entitle(page, word("contents"))
    body = page[-1]
    toc = _under(body, "nav", kind="toc", role="doc-toc", id="toc", aria_labelledby="toc-heading")
    _under(toc, "h1", word("contents"), id="toc-heading")
    _list(toc, entries)
    marks = _hidden(body, "landmarks", "landmarks", "", word("book-landmarks"))
    known: set[str] = set()
    for one in pages:
        if one.kind in _LANDMARKS and one.kind not in known:
            known.add(one.kind)
            title = word("book-text") if one.kind == "text" else one.title
            _under(_under(marks, "li"), "a", title, kind=_LANDMARKS[one.kind], href=one.name)
    if numbered:
        listed = _hidden(body, "pages", "page-list", "doc-pagelist", word("book-pages"))
        for one_break in numbered:
            _under(_under(listed, "li"), "a", one_break.label, href=one_break.href)
    return page


def _hidden(body: etree._Element, name: str, kind: str, role: str, title: str) -> etree._Element:
    """The list of a part of the navigation that reading systems show in their own way."""
    part = _under(
        body, "nav", kind=kind, role=role, id=name, hidden="hidden", aria_labelledby=f"{name}-heading"
    )
    _under(part, "h2", title, id=f"{name}-heading")
    return _under(part, "ol")


def _list(parent: etree._Element, entries: Sequence[Entry]) -> None:
    if entries:
        items = _under(parent, "ol")
        for entry in entries:
            item = _under(items, "li")
            _under(item, "a", entry.label, href=entry.href)
            _list(item, entry.below)
