"""What a book would fetch: it is read on trains, and whoever is asked for a file learns who reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.findings import Finding, Severity
from rubricator.publication.epub.checking.found import XHTML, Book, Part
from rubricator.rules import Rule
from rubricator.source import Source

REMOTE = Rule(
    "epub.remote-resource",
    Severity.WARNING,
    "A book holds all that it shows. An image, a font, a style sheet or a script on the web is missing where "
    "there is no network, will be missing for all one day, and tells its server who reads what. Links are no "
    "such thing.",
    wrong='<img src="https://example.org/map.png" alt="A map"/>',
    right='<img src="images/map.png" alt="A map"/>',
)
RULES = (REMOTE,)
_ON_THE_WEB = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ATTRIBUTES = ("src", "poster", "data", "srcset", "{http://www.w3.org/1999/xlink}href")
_REMEDY = "Put the file into the book, and declare it."


def check(book: Book) -> Iterator[Finding]:
    """What *book* would fetch from the web."""
    for item in book.items:
        if item.media_type == "text/css" and item.path in book.archive.texts:
            source = Source(book.archive.texts[item.path], f"{book.archive.name}/{item.path}")
            css = source.data.decode("utf-8-sig", "replace")
            for match in _in_style(css):
                place = Source(css.encode(), source.name).place(match.start(1))
                yield REMOTE.broken(source, place, f"The style fetches {match[1]}.", _REMEDY)
    for page in book.pages:
        yield from _of_page(page)


def _of_page(page: Part) -> Iterator[Finding]:
    for element in page.elements():
        name = str(element.tag).rpartition("}")[2]
        addresses = [element.get(attribute, "") for attribute in _ATTRIBUTES]
        if element.tag == f"{XHTML}link" and {"stylesheet", "icon"} & set(
            element.get("rel", "").lower().split()
        ):
            addresses.append(element.get("href", ""))
        if name == "a":
            addresses = []
        style = element.get("style", "") + (element.text or "" if element.tag == f"{XHTML}style" else "")
        found = [one.strip() for one in addresses if _ON_THE_WEB.match(one)]
        for address in [*found, *(match[1] for match in _in_style(style))]:
            yield page.broken(REMOTE, element, f"The element {name} fetches {address}.", _REMEDY)


def _in_style(css: str) -> list[re.Match[str]]:
    blank = _COMMENT.sub(lambda comment: " " * len(comment[0]), css)
    return list(_IN_STYLE.finditer(blank))
