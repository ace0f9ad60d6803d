"""What a book says of itself: identifier, title, language, date, cover, rights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.findings import Finding, Severity
from rubricator.publication.epub.checking import tags
from rubricator.publication.epub.checking.found import XHTML, Book
from rubricator.rules import Rule

IDENTIFIER = Rule(
    "epub.identifier",
    Severity.ERROR,
    "A book is told apart by one identifier, the one that the package's unique-identifier points to; without "
    "it a reader mixes up bookmarks and new editions.",
    wrong='<package unique-identifier="id"> … <dc:identifier>urn:isbn:9780000000002</dc:identifier>',
    right='<package unique-identifier="id"> … <dc:identifier id="id">urn:isbn:9780000000002</dc:identifier>',
)
TITLE = Rule(
    "epub.title",
    Severity.ERROR,
    "A book without a title stands in nobody's shelf. Every reader and every shop shows dc:title; without "
    "it they show the name of the file, or nothing.",
    wrong="<dc:title/>",
    right="<dc:title>Middlemarch</dc:title>",
)
LANGUAGE = Rule(
    "epub.language",
    Severity.ERROR,
    "The package says in which language the book is; voices, hyphenation and dictionaries go by it. A "
    "book in several languages names each; a page in another one says so on itself.",
    wrong="<dc:language/>",
    right="<dc:language>en</dc:language>",
)
MODIFIED = Rule(
    "epub.modified",
    Severity.ERROR,
    "EPUB 3 asks once for the second at which the book was last changed, in Universal Time; readers "
    "tell by it "
    "which of two copies is newer.",
    wrong='<meta property="dcterms:modified">22 November 2026</meta>',
    right='<meta property="dcterms:modified">2026-11-22T09:30:00Z</meta>',
)
COVER = Rule(
    "epub.cover",
    Severity.WARNING,
    "Shelves show covers. In EPUB 3 an image of the manifest has the property cover-image, in EPUB 2 a meta "
    "element called cover gives the id of one.",
    wrong='<item id="cover" href="cover.jpg" media-type="image/jpeg"/>',
    right='<item id="cover" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>',
)
RIGHTS = Rule(
    "epub.rights",
    Severity.WARNING,
    "What may be done with a book is said once and truly. Programs that write Creative Commons into "
    "every book "
    "promise what nobody has granted: the package names a licence that the book itself tells its readers of.",
    wrong='<dc:rights>Creative Commons Attribution</dc:rights> … <a href="https://creativecommons.org/licenses/by-nc/4.0/">',
    right="<dc:rights>https://creativecommons.org/licenses/by-nc/4.0/</dc:rights> … "
    '<a href="https://creativecommons.org/licenses/by-nc/4.0/">',
)
RULES = (IDENTIFIER, TITLE, LANGUAGE, MODIFIED, COVER, RIGHTS)
_MODIFIED = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")
_ADDRESS = re.compile(r"creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero|mark))", re.IGNORECASE)
_CODE = re.compile(r"\bCC[ -](BY(?:-(?:NC|SA|ND))*|0|zero)\b", re.IGNORECASE)
_WORDS = re.compile(r"Creative\s+Commons", re.IGNORECASE)
_NAMED = re.compile(
    r"Creative\s+Commons\W+(?:Attribut(?:ion|e)|Namensnennung|Reconocimiento|Atribución|Attribuzione)"
    r"(?P<nc>\W+(?:Non-?\s?Commercial|Nicht\W*kommerziell|Pas d.Utilisation Commerciale|No\s?Comercial"
    r"|Non commerciale))?"
    r"(?:(?P<sa>\W+(?:Share\W?Alike|Weitergabe unter gleichen|Partage dans les M|Compartir\W?Igual"
    r"|Condividi allo stesso))"
    r"|(?P<nd>\W+(?:No\W?Deriv|Keine Bearbeitung|Pas de Modification|Sin\W?(?:Obra|Derivad)|Non opere)))?",
    re.IGNORECASE,
)
"""A licence by its name, in the languages in which its deeds are mostly met."""


def check(book: Book) -> Iterator[Finding]:
    """What is wrong with the description of *book*."""
    package = book.package
    wanted = "" if package.root is None else package.root.get("unique-identifier", "")
    if wanted not in [one.get("id") for one in book.dublin_core("identifier")]:
        yield package.broken(
            IDENTIFIER,
            package.root,
            "No identifier has the id that unique-identifier names.",
            "Give the book's dc:identifier that id.",
        )
    if not book.dublin_core("title"):
        yield package.broken(TITLE, package.root, "The book has no title.", "Add a dc:title.")
    languages = book.dublin_core("language")
    if not languages:
        yield package.broken(LANGUAGE, package.root, "The book names no language.", "Add a dc:language.")
    for one in languages:
        yield from tags.wrong(package, one, (one.text or "").strip())
    if book.version == 3:
        dates = book.meta("dcterms:modified")
        if len(dates) != 1 or not _MODIFIED.fullmatch(dates[0]):
            said = f"says {', '.join(dates)}" if dates else "does not say when it was last changed"
            yield package.broken(
                MODIFIED,
                package.root,
                f"The book {said}.",
                "Write one dcterms:modified of the form 2026-11-22T09:30:00Z.",
            )
    yield from _cover(book)
    yield from _rights(book)


def _cover(book: Book) -> Iterator[Finding]:
    images = {item.id: item for item in book.items if item.media_type.startswith("image/")}
    by_property = any("cover-image" in item.properties for item in images.values())
    by_meta = any(name in images for name in book.meta("cover"))
    if not (by_property or (book.version == 2 and by_meta)):
        remedy = (
            "Give the cover's item properties=cover-image."
            if book.version == 3
            else "Add a meta called cover."
        )
        yield book.package.broken(COVER, book.package.root, "No image is the cover.", remedy)


def licences(words: str) -> set[str]:
    """The kinds of Creative Commons licence that *words* name, by address, code or title: by-nc, zero."""
    found = {(one or other).lower() for one, other in _ADDRESS.findall(words)}
    for name in _NAMED.finditer(words):
        found.add("-".join(("by", *(part for part in ("nc", "nd", "sa") if name[part]))))
    return found | {"zero" if code in ("0", "zero") else code.lower() for code in _CODE.findall(words)}


def _rights(book: Book) -> Iterator[Finding]:
    said = [" ".join(map(str, one.itertext())) for one in book.dublin_core("rights")]
    links = [one.get("href", "") for one in book.package.select(".//opf:link")]
    claimed = licences(" ".join([*said, *links]))
    if not claimed and not any(_WORDS.search(words) for words in said):
        return
    told: set[str] = set()
    for page in book.pages:
        for one in page.elements():
            told |= licences(one.get("href", "")) if one.tag == f"{XHTML}a" else set()
            told |= licences(one.text or "") | licences(one.tail or "")
    if claimed and (claimed & told or not told):
        return
    here = next(iter(book.dublin_core("rights")), book.package.root)
    message = (
        f"The package grants Creative Commons {'/'.join(sorted(claimed)) or 'rights'}, "
        f"{f'the pages {chr(47).join(sorted(told))}' if told else 'and nothing says which licence it is'}."
    )
    yield book.package.broken(RIGHTS, here, message, "Say the same in both, with the licence's address.")
