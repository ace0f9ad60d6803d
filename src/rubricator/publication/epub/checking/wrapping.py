"""The container of a book: the media type in front, and exactly the files that the package declares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rubricator.findings import Finding, Severity
from rubricator.publication.epub.checking.found import PAGES, Book, encrypted
from rubricator.publication.epub.container import MEDIA_TYPE
from rubricator.rules import Rule

MIMETYPE = Rule(
    "epub.mimetype",
    Severity.ERROR,
    "A reader knows a book by its first bytes: the first file of the archive is called mimetype, is not "
    f"compressed, has no extra field, and holds {MEDIA_TYPE} and nothing else.",
    wrong="zip -r book.epub mimetype META-INF EPUB",
    right="zip -0 -X book.epub mimetype && zip -r -X book.epub META-INF EPUB",
)
UNDECLARED = Rule(
    "epub.undeclared-file",
    Severity.WARNING,
    "What the package does not declare is no part of the book: no reader shows it, and some shops refuse "
    "the whole. Often it is a leaving of the program that made the book.",
    wrong="EPUB/.DS_Store",
    right='<item id="photo" href="photo.jpg" media-type="image/jpeg"/>',
)
MISSING = Rule(
    "epub.missing-file",
    Severity.ERROR,
    "A file that the package declares lies in the container, by the same name, small and capital "
    "letters told apart.",
    wrong='<item id="c1" href="Chapter1.xhtml" …/> with a file chapter1.xhtml',
    right='<item id="c1" href="chapter1.xhtml" …/> with a file chapter1.xhtml',
)
MEDIA = Rule(
    "epub.media-type",
    Severity.ERROR,
    "A reader goes by what the package says a file is, not by its name or its bytes: a JPEG that is called a "
    "PNG, or a page that is called text/html in EPUB 3, is not shown, or shown as something else.",
    wrong='<item id="photo" href="photo.jpg" media-type="image/png"/>',
    right='<item id="photo" href="photo.jpg" media-type="image/jpeg"/>',
)
SPINE = Rule(
    "epub.reading-order",
    Severity.ERROR,
    "The spine says in which order the files of a book are read. It names at least one, each once, and each "
    "by the id of a file that the package declares.",
    wrong='<spine><itemref idref="chapter-2"/></spine> and no <item id="chapter-2" …/>',
    right='<spine><itemref idref="chapter-2"/></spine> and <item id="chapter-2" …/>',
)
NAME = Rule(
    "epub.entry-name",
    Severity.ERROR,
    "The name of a file in a book leads to a place within the book, and to one file: a program that unpacks "
    "../../evil writes outside its folder, and on many systems a.xhtml and A.xhtml are the same.",
    wrong="../../etc/passwd",
    right="EPUB/chapter1.xhtml",
)
ENCRYPTED = Rule(
    "epub.encrypted",
    Severity.NOTE,
    "Pages that need a key cannot be looked into, so nothing is said of them here. Fonts may be hidden by "
    "the method that EPUB itself knows; that is no encryption of the text.",
    wrong='META-INF/encryption.xml: <CipherReference URI="EPUB/chapter1.xhtml"/>',
    right="No page is named in META-INF/encryption.xml.",
)
RULES = (MIMETYPE, UNDECLARED, MISSING, MEDIA, SPINE, NAME, ENCRYPTED)
_OWN = ("mimetype", "META-INF/")
_IMAGES = {
    "image/png": rb"\x89PNG\r\n\x1a\n",
    "image/jpeg": rb"\xff\xd8\xff",
    "image/gif": rb"GIF8",
    "image/webp": rb"RIFF.{4}WEBP",
}
"""How images of each media type begin."""


def check(book: Book) -> Iterator[Finding]:
    """What is wrong with the container of *book*."""
    yield from _mimetype(book)
    yield from _names(book)
    declared = {item.path for item in book.items}
    for path in sorted(book.paths - declared - book.packages):
        if not path.startswith(_OWN) and book.archive.is_safe(path):
            yield UNDECLARED.broken(
                book.source,
                None,
                f"The file {path} is not declared.",
                "Declare it in the package, or remove it.",
            )
    for item in book.items:
        if item.path not in book.paths:
            yield book.package.broken(
                MISSING,
                item.element,
                f"The file {item.path} is not in the book.",
                "Add it, or correct its name.",
            )
    yield from _media_types(book)
    yield from _spine(book)
    hidden = encrypted(book.archive) & {item.path for item in book.items if item.media_type in PAGES}
    if hidden:
        message = f"{len(hidden)} {'page is' if len(hidden) == 1 else 'pages are'} encrypted."
        yield ENCRYPTED.broken(book.source, None, message, "Check the book before it is locked.")


def _mimetype(book: Book) -> Iterator[Finding]:
    first = book.archive.entries[0] if book.archive.entries else None
    wrong = ""
    if first is None or first.name != "mimetype":
        wrong = "The first file of the archive is not mimetype."
    elif not first.is_stored:
        wrong = "The file mimetype is compressed."
    elif first.has_extra:
        wrong = "The file mimetype has an extra field."
    elif book.archive.texts.get("mimetype") != MEDIA_TYPE.encode():
        wrong = f"The file mimetype does not hold {MEDIA_TYPE} and nothing else."
    if wrong:
        yield MIMETYPE.broken(
            book.source,
            None,
            wrong,
            f"Put it first, stored, without extra field, with the text {MEDIA_TYPE}.",
        )


def _media_types(book: Book) -> Iterator[Finding]:
    locked = encrypted(book.archive)
    for item in book.items:
        kind = ""
        if item.media_type == "text/html" and book.version == 3:
            kind = "application/xhtml+xml"
        elif item.path in book.archive.beginnings and item.path not in locked:
            begins = book.archive.beginnings[item.path]
            kind = next((kind for kind, sign in _IMAGES.items() if re.match(sign, begins, re.DOTALL)), "")
            kind = kind or ("no image" if item.media_type in _IMAGES else "")
        if kind and kind != item.media_type:
            yield book.package.broken(
                MEDIA,
                item.element,
                f"{item.path} is declared as {item.media_type}, and is {kind}.",
                "Correct what the package says of it, or replace the file.",
            )


def _spine(book: Book) -> Iterator[Finding]:
    known = {item.id for item in book.items}
    order = book.package.select("opf:spine/opf:itemref")
    if not order:
        yield book.package.broken(SPINE, None, "The spine names no file.", "Name the pages in their order.")
    seen: set[str] = set()
    for place in order:
        name = place.get("idref", "")
        wrong = (
            "which is no file of the package" if name not in known else "for the second time" * (name in seen)
        )
        if wrong:
            message = f"The spine names {name or 'nothing'}, {wrong}."
            yield book.package.broken(SPINE, place, message, "Correct it, or remove it.")
        seen.add(name)


def _names(book: Book) -> Iterator[Finding]:
    for entry in book.archive.entries:
        if not book.archive.is_safe(entry.name):
            shown = entry.name.encode("unicode_escape").decode()
            yield NAME.broken(book.source, None, f"The name {shown} leads out of the book.", "Rename it.")
    folded = Counter(entry.name.casefold() for entry in book.archive.entries)
    for name, times in folded.items():
        if times > 1:
            yield NAME.broken(book.source, None, f"{times} files are called {name}.", "Keep one, or rename.")
