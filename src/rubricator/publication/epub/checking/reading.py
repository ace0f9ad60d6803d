"""The pages of a book: well-formed, in a language, written from one side, whole in their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from rubricator import spoilt
from rubricator.findings import Finding, Place, Severity
from rubricator.publication.epub.checking import tags
from rubricator.publication.epub.checking.found import XHTML, Book, Part
from rubricator.publication.languages import from_right
from rubricator.rules import Rule
from rubricator.tei import XML_LANG

WELL_FORMED = Rule(
    "epub.well-formed",
    Severity.ERROR,
    "The pages of a book are XML: a reader shows an error, or nothing, where a tag is not closed. Reading "
    "systems take no guesses, as browsers do with HTML.",
    wrong="<p>One<br>two</p>",
    right="<p>One<br/>two</p>",
)
LANGUAGE = Rule(
    "epub.page-language",
    Severity.WARNING,
    "Each page says its language itself: readers do not hand on what the package says, and a voice "
    "reads French "
    "as if it were English.",
    wrong='<html xmlns="http://www.w3.org/1999/xhtml">',
    right='<html xmlns="http://www.w3.org/1999/xhtml" lang="fr" xml:lang="fr">',
)
DIRECTION = Rule(
    "epub.page-direction",
    Severity.WARNING,
    "A page says from which side it is written. Without it, what stands to the right and what to the "
    "left of a "
    "full stop, a number or a bracket is left to chance.",
    wrong='<html lang="he" xml:lang="he">',
    right='<html lang="he" xml:lang="he" dir="rtl">',
)
MOJIBAKE = Rule(
    "epub.mojibake",
    Severity.WARNING,
    "Letters that were read in the wrong encoding once and saved so: the text no longer says what "
    "was written.",
    wrong="<p>CafÃ© â€œFloreâ€\x9d</p>",
    right="<p>Café “Flore”</p>",
)
NFC = Rule(
    "epub.nfc",
    Severity.WARNING,
    "The same letter can be written as one character or as a letter and an accent. Where both occur, "
    "a search "
    "finds only half, and many fonts set the accent beside the letter: books are written in the "
    "composed form (NFC).",
    wrong="<p>Cafe&#x301;</p>",
    right="<p>Café</p>",
)
RULES = (WELL_FORMED, LANGUAGE, DIRECTION, MOJIBAKE, NFC)
_MOJIBAKE = re.compile(rf"{spoilt.LETTERS}|\ufffd|[\u0080-\u0084\u0086-\u009f]")


def check(book: Book) -> Iterator[Finding]:
    """What is wrong with the pages of *book*."""
    undirected: list[Part] = []
    for page in book.pages:
        if page.root is None:
            place = Place(page.line, 1)
            yield WELL_FORMED.broken(page.source, place, f"{page.fault}.", "Correct the markup there.")
            continue
        yield from _language(page, page.root)
        if _direction(page) is None:
            undirected.append(page)
        yield from _letters(page)

    if undirected:
        first = undirected[0]
        more = f", nor do {len(undirected) - 1} others" if len(undirected) > 1 else ""
        message = f"The page says not which way it is written{more}."
        remedy = f"Add dir={'rtl' if from_right(first.language) else 'ltr'} to html."
        yield first.broken(DIRECTION, first.root, message, remedy)


def _direction(page: Part) -> str | None:
    outer = ([page.root] if page.root is not None else []) + page.select("/h:html/h:body")
    return next((one.get("dir") for one in outer if one.get("dir")), None)


def _language(page: Part, root: etree._Element) -> Iterator[Finding]:
    if not page.language and not any(
        one.get(XML_LANG) or one.get("lang") for one in root.iter(f"{XHTML}body")
    ):
        yield page.broken(LANGUAGE, root, "The page names no language.", "Add lang and xml:lang to html.")
    for one in page.elements():
        for tag in dict.fromkeys((one.get(XML_LANG), one.get("lang"))):
            if tag:
                yield from tags.wrong(page, one, tag.strip())
    if from_right(page.language) and _direction(page) == "ltr":
        yield page.broken(
            DIRECTION, root, f"The page is in {page.language}, and set from the left.", "Write dir=rtl."
        )


def _letters(page: Part) -> Iterator[Finding]:
    """The first of each kind of spoilt letter, and how many there are."""
    misread: list[tuple[etree._Element, str]] = []
    loose: list[tuple[etree._Element, str]] = []
    for element, words in texts(page):
        misread += ((element, match.group()) for match in _MOJIBAKE.finditer(words))
        loose += ((element, word) for word in loosened(words))
    for rule, found, what, remedy in (
        (
            MOJIBAKE,
            misread,
            "was read in a wrong encoding",
            "Read the original again as what it is encoded in.",
        ),
        (NFC, loose, "is not in the composed form", "Normalise the text to NFC."),
    ):
        if found:
            element, letters = found[0]
            more = f", and {len(found) - 1} more on this page" if len(found) > 1 else ""
            yield page.broken(rule, element, f"{letters!r} {what}{more}.", remedy)


def texts(page: Part) -> Iterator[tuple[etree._Element, str]]:
    """What is said on the page, with the element it is said in; what images show in words too."""
    for element in page.elements():
        for words in (element.text, element.tail, element.get("alt"), element.get("title")):
            if words:
                yield element, words


def loosened(words: str) -> list[str]:
    """The words in which a letter and its mark are two characters where there is one for both.

    Order of marks is not looked at: NFC's own is wrong for Hebrew, and nobody sees it in Arabic.
    """
    if unicodedata.is_normalized("NFC", words):
        return []
    return [word for word in words.split() if len(unicodedata.normalize("NFC", word)) < len(word)]
