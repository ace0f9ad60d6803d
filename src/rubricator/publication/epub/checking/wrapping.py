"""The container of a book: the media type in front, and exactly the files that the package declares."""

from __future__ import annotations

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
RULES = (MIMETYPE, UNDECLARED, MISSING, NAME, ENCRYPTED)
_OWN = ("mimetype", "META-INF/")


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


def _names(book: Book) -> Iterator[Finding]:
    for entry in book.archive.entries:
        if not book.archive.is_safe(entry.name):
            shown = entry.name.encode("unicode_escape").decode()
            yield NAME.broken(book.source, None, f"The name {shown} leads out of the book.", "Rename it.")
    folded = Counter(entry.name.casefold() for entry in book.archive.entries)
    for name, times in folded.items():
        if times > 1:
            yield NAME.broken(book.source, None, f"{times} files are called {name}.", "Keep one, or rename.")
