"""Each defect put into a perfect book gives its finding and no other."""

from __future__ import annotations

import contextlib
import io
import random
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.publication.epub.book import factory
from rubricator.publication.epub.checking import RULES, Book, check
from rubricator.publication.epub.checking import archive as archives
from rubricator.publication.epub.checking.reading import _MOJIBAKE, loosened
from rubricator.publication.epub.checking.styling import declarations, fixes_colour, fixes_size
from rubricator.publication.format import Context
from rubricator.publication.languages import from_right
from rubricator.source import Source

Files = dict[str, bytes]
Defect = Callable[[Files], Files]
OPF, NAV, TEXT, NOTES = "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/text.xhtml", "EPUB/notes.xhtml"


@cache
def perfect(number: int = 0) -> bytes:
    source = Source.read(Path(__file__).parent.parent / "sample.xml")
    context = Context(Document.of(source), "sample")
    return factory().publish(context).files[number].data


def files(data: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes], compressed: tuple[str, ...] = ()) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in content.items():
            kind = zipfile.ZIP_DEFLATED if name in compressed else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), data, kind)
    return made.getvalue()


def rules(data: bytes) -> list[str]:
    return [finding.rule for finding in check(Book.open(data, "book.epub"))]


def replaced(path: str, pattern: str, by: str) -> Defect:
    """The defect of *by* written for the first *pattern* in the file at *path*."""

    def defect(content: Files) -> Files:
        text, times = re.subn(pattern, lambda _: by, content[path].decode(), count=1, flags=re.DOTALL)
        assert times, f"{path} has no {pattern}"
        return {**content, path: text.encode()}

    return defect


def without(path: str, pattern: str) -> Defect:
    return replaced(path, pattern, "")


def added(path: str, data: bytes) -> Defect:
    return lambda content: {**content, path: data}


def claim(feature: str) -> Defect:
    return replaced(
        OPF, "</metadata>", f'<meta property="schema:accessibilityFeature">{feature}</meta></metadata>'
    )


def said(words: str) -> Defect:
    """The defect of *words* said in the text."""
    return replaced(TEXT, "A (?=<)", f"A {words} ")


def styled(css: str) -> Defect:
    return lambda content: {**content, "EPUB/book.css": content["EPUB/book.css"] + css.encode()}


def first(name: str) -> Defect:
    """The defect of another file in front."""
    return lambda content: {name: content[name], **content}


def both(*defects: Defect) -> Defect:
    def defect(content: Files) -> Files:
        for one in defects:
            content = one(content)
        return content

    return defect


def image(data: bytes, media_type: str) -> Defect:
    """An image with those bytes, declared to be of that type."""
    item = f'<item id="x" href="x.img" media-type="{media_type}"/></manifest>'
    return both(replaced(OPF, "</manifest>", item), added("EPUB/x.img", data))


DEFECTS: list[tuple[str, Defect]] = [
    ("epub.mimetype", first("META-INF/container.xml")),
    ("epub.mimetype", added("mimetype", b"application/epub+zip\n")),
    ("epub.mimetype", added("mimetype", b"application/zip")),
    ("epub.undeclared-file", added("EPUB/.DS_Store", b"x")),
    ("epub.undeclared-file", without(OPF, r'<item [^>]*"book.css"[^>]*>')),
    (
        "epub.missing-file",
        replaced(OPF, "</manifest>", '<item id="x" href="x.png" media-type="image/png"/></manifest>'),
    ),
    ("epub.media-type", image(b"\xff\xd8\xff\xe0 a JPEG", "image/png")),
    ("epub.media-type", image(b"<html>Not found</html>", "image/jpeg")),
    ("epub.media-type", image(b"RIFF....WEBP", "image/gif")),
    ("epub.media-type", replaced(OPF, r'media-type="application/xhtml\+xml"', 'media-type="text/html"')),
    ("epub.reading-order", replaced(OPF, "</spine>", '<itemref idref="nobody"/></spine>')),
    ("epub.reading-order", replaced(OPF, r"(<itemref [^>]*>)\s*</spine>", '<itemref idref="text"/></spine>')),
    ("epub.entry-name", added("../../evil.xhtml", b"x")),
    ("epub.entry-name", added("/etc/evil", b"x")),
    ("epub.entry-name", added("EPUB\\evil", b"x")),
    (
        "epub.encrypted",
        added(
            "META-INF/encryption.xml",
            b'<e xmlns:x="urn:x"><x:CipherReference URI="EPUB/colophon.xhtml"/></e>',
        ),
    ),
    ("epub.identifier", replaced(OPF, 'unique-identifier="identifier"', 'unique-identifier="other"')),
    ("epub.identifier", replaced(OPF, '(?<=id="identifier">)[^<]*', " ")),
    ("epub.title", both(without(OPF, "<dc:title.*?</dc:title>"), without(OPF, "<dc:title.*?</dc:title>"))),
    ("epub.language", without(OPF, "<dc:language>.*?</dc:language>")),
    ("epub.language-tag", replaced(OPF, "<dc:language>en<", "<dc:language>english<")),
    ("epub.language-tag", replaced(OPF, "<dc:language>en<", "<dc:language>eng<")),
    ("epub.language-tag", replaced(TEXT, ' xml:lang="he"', ' xml:lang="hebrew"')),
    ("epub.modified", without(OPF, '<meta property="dcterms:modified">[^<]*</meta>')),
    ("epub.modified", replaced(OPF, '(?<="dcterms:modified">)[^<]*', "2026-11-22")),
    ("epub.cover", without(OPF, ' properties="cover-image"')),
    ("epub.rights", replaced(OPF, "licenses/by/", "licenses/by-nd/")),
    ("epub.contents", without(NAV, ' epub:type="toc"')),
    ("epub.landmarks", without(NAV, '<nav epub:type="landmarks".*?</nav>')),
    ("epub.broken-link", replaced(TEXT, 'href="notes.xhtml#', 'href="nots.xhtml#')),
    ("epub.broken-link", replaced(TEXT, 'href="notes.xhtml#n1"', 'href="#nowhere"')),
    ("epub.broken-link", replaced(TEXT, 'href="notes.xhtml#n1"', 'href="../../../etc/passwd"')),
    ("epub.duplicate-id", replaced(TEXT, "<p ", '<p><span id="two"/><span id="two"/></p><p ')),
    ("epub.note-without-return", without(NOTES, '<a [^>]*role="doc-backlink".*?</a>')),
    (
        "epub.note-without-return",
        replaced(NOTES, "text.xhtml#rb-ref-1", "text.xhtml#p2"),
    ),
    ("epub.well-formed", replaced("EPUB/colophon.xhtml", "</dl>", "</d>")),
    ("epub.page-language", without(TEXT, ' lang="en" xml:lang="en"(?= dir)')),
    ("epub.page-direction", without(TEXT, ' dir="ltr"(?=[^<]*<head)')),
    ("epub.mojibake", said("CafÃ©")),
    ("epub.mojibake", said("â€œFloreâ€\x9d")),
    ("epub.mojibake", said("\ufffd")),
    ("epub.nfc", said(unicodedata.normalize("NFD", "Café"))),
    ("epub.page-direction", replaced(TEXT, ' lang="en" xml:lang="en"', ' lang="he" xml:lang="he"')),
    ("epub.fixed-colour", styled("p { color: black }")),
    ("epub.fixed-colour", replaced(TEXT, "<p ", '<p style="background: #FFF">x</p><p ')),
    ("epub.fixed-size", styled("@media screen { p { font-size: 12px } }")),
    ("epub.fixed-size", replaced(TEXT, "</head>", "<style>p { width: 600px }</style></head>")),
    ("epub.remote-resource", replaced(TEXT, "<p ", '<img src="https://example.org/a.png" alt="A map"/><p ')),
    ("epub.remote-resource", replaced(TEXT, "<p ", '<img src="//example.org/a.png" alt="A map"/><p ')),
    (
        "epub.remote-resource",
        replaced(TEXT, "</head>", '<script src="http://example.org/a.js"></script></head>'),
    ),
    ("epub.remote-resource", styled('@import "https://example.org/a.css";')),
    (
        "epub.remote-resource",
        styled("@font-face { font-family: x; src: url( 'https://example.org/x.woff' ) }"),
    ),
    ("epub.remote-resource", replaced(TEXT, "<p ", '<p style="list-style: url(http://a.example/)">x</p><p ')),
    ("epub.accessibility", without(OPF, '<meta property="schema:accessibilityHazard">[^<]*</meta>')),
    ("epub.claim-alternative-text", without("EPUB/cover.xhtml", ' alt="[^"]*"')),
    ("epub.claim-alternative-text", replaced("EPUB/cover.xhtml", ' alt="[^"]*"', ' alt="cover.jpg"')),
    (
        "epub.image-alt",
        both(
            without("EPUB/cover.xhtml", ' alt="[^"]*"'),
            without(OPF, '<meta property="schema:accessibilityFeature">alternativeText</meta>'),
            without(OPF, '<meta property="schema:accessModeSufficient">[^<]*</meta>'),
        ),
    ),
    ("epub.claim-pages", without(NAV, '<nav epub:type="page-list".*?</nav>')),
    (
        "epub.page-list",
        both(
            without(NAV, '<nav epub:type="page-list".*?</nav>'),
            without(OPF, '<meta property="schema:accessibilityFeature">pageNavigation</meta>'),
        ),
    ),
    ("epub.claim-feature", claim("MathML")),
    ("epub.claim-feature", claim("captions")),
    (
        "epub.claim-conformance",
        replaced(
            OPF,
            "</metadata>",
            '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.1 Level A</meta></metadata>',
        ),
    ),
]
"""What each defect is found by."""


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_is_wrong_with_our_own_books(number: int) -> None:
    assert rules(perfect(number)) == []


@pytest.mark.parametrize(
    ("rule", "defect"), DEFECTS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(DEFECTS)]
)
def test_a_defect_gives_its_finding_and_no_other(rule: str, defect: Defect) -> None:
    content = files(perfect())
    spoilt = defect(content)
    assert spoilt != content or [*spoilt] != [*content]
    assert rules(packed(spoilt)) == [rule]


def test_a_compressed_media_type_is_found() -> None:
    assert rules(packed(files(perfect()), compressed=("mimetype",))) == ["epub.mimetype"]


def test_every_rule_has_a_defect_that_breaks_it_and_a_wrong_and_a_right_example() -> None:
    assert {rule for rule, _ in DEFECTS} == {rule.ident for rule in RULES}
    assert all(rule.why and rule.wrong and rule.right for rule in RULES)


def test_a_finding_names_the_file_in_the_book_and_the_line() -> None:
    content = said("CafÃ©")(files(perfect()))
    (found,) = check(Book.open(packed(content), "a.epub"))
    line = next(n for n, text in enumerate(content[TEXT].split(b"\n"), 1) if "CafÃ©".encode() in text)
    assert found.file == "a.epub/EPUB/text.xhtml"
    assert found.place is not None
    assert found.place.line == line


OLD = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    b'<rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
    "content.opf": b"""<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>
<dc:title>T</dc:title>
<dc:language>en-GB</dc:language><meta name="cover" content="pic"/></metadata><manifest>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="a%20b.html"
media-type="application/xhtml+xml"/><item id="pic" href="pic.jpg" media-type="image/jpeg"/></manifest>
<spine toc="ncx"><itemref idref="a"/></spine>
<guide><reference type="text" href="a%20b.html#top"/></guide></package>""",
    "toc.ncx": b'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="n"><navLabel>'
    b'<text>A</text></navLabel><content src="a%20b.html#top"/></navPoint></navMap></ncx>',
    "a b.html": b"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"
"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" dir="ltr">
<body><p><a id="top"></a>A&nbsp;B</p></body></html>""",
    "pic.jpg": b"\xff\xd8\xff\xe0",
}


def test_nothing_is_wrong_with_a_good_old_book() -> None:
    assert rules(packed(OLD)) == []


@pytest.mark.parametrize(
    ("rule", "defect"),
    [
        ("epub.cover", without("content.opf", '<meta name="cover"[^>]*>')),
        ("epub.contents", without("toc.ncx", "<navPoint.*</navPoint>")),
        ("epub.landmarks", without("content.opf", "<guide>.*</guide>")),
        ("epub.broken-link", replaced("toc.ncx", "#top", "#bottom")),
        ("epub.broken-link", replaced("content.opf", "#top", "#bottom")),
    ],
)
def test_an_old_book_is_held_to_what_was_asked_of_it(rule: str, defect: Defect) -> None:
    assert rules(packed(defect(dict(OLD)))) == [rule]


@pytest.mark.parametrize(
    ("rights", "pages", "expected"),
    [
        ("Creative Commons", "", ["epub.rights"]),
        ("Creative Commons Attribution", "", []),
        ("Creative Commons Attribution", "https://creativecommons.org/licenses/by-nc/4.0/", ["epub.rights"]),
        (
            "https://creativecommons.org/licenses/by-sa/3.0/",
            "a Creative Commons Attribution-ShareAlike 3.0",
            [],
        ),
        ("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0", "CC BY-NC-ND 4.0", []),
        ("Creative Commons Namensnennung – Nicht-kommerziell", "CC BY 4.0", ["epub.rights"]),
        ("CC BY", "", []),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", []),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by-nc/4.0/", ["epub.rights"]),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0", []),
        ("All rights reserved", "https://creativecommons.org/licenses/by/4.0/", []),
    ],
)
def test_rights_are_told_the_same_in_package_and_pages(rights: str, pages: str, expected: list[str]) -> None:
    content = replaced("content.opf", "</metadata>", f"<dc:rights>{rights}</dc:rights></metadata>")(dict(OLD))
    assert rules(packed(replaced("a b.html", "A&nbsp;", f"{pages} ")(content))) == expected


@pytest.mark.parametrize(
    ("css", "colour", "size"),
    [
        ("a { color: inherit; background: none }", False, False),
        ("p { color: currentColor !important }", False, False),
        ("p { color: #000 }", True, False),
        ("p { COLOR : Black }", True, False),
        ("p { background: url(black.png) no-repeat }", False, False),
        ("p { background: url('x;}') white }", True, False),
        ("p { border: 1px solid; margin: 3px }", False, False),
        ("p { font: italic 12pt/1.5 serif }", False, True),
        ("p { font: italic 1em/14px serif; line-height: 1.2 }", False, False),
        ("p { font-size: 0px; width: 100% }", False, False),
        ("/* p { color: red } */ p { margin: 0 }", False, False),
        ("@media (prefers-color-scheme: dark) { p { color: white } } p { margin: 0 }", False, False),
        ("@media print { p { font-size: 10pt } }", False, False),
        ("@import 'x.css'; @font-face { font-family: 'black' }", False, False),
        ("p { color: red", True, False),
        ("}}} p { font-size: 9pt }", False, True),
        ("p { content: '\" } p { color: red }'; }", False, False),
    ],
)
def test_what_a_style_fixes(css: str, colour: bool, size: bool) -> None:
    found = list(declarations(css))
    assert (any(map(fixes_colour, found)), any(map(fixes_size, found))) == (colour, size)


@pytest.mark.parametrize(
    ("words", "spoilt"),
    [
        ("Ã¤hnlich", True),
        ("itâ€™s", True),
        ("Â©", True),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", True),
        ("ï»¿Title", True),
        ("« à la carte »", False),
        ("IRMÃ“ e MAÇÃ»", False),
        ("Ângelo, São João, ÂME", False),
        ("naïve café — “Œuvre”…", False),
        ("Привет, Ελλάς, שלום, 日本", False),
        ("été» à\u00a0« là»", False),
    ],
)
def test_spoilt_letters_are_told_from_foreign_ones(words: str, spoilt: bool) -> None:
    assert bool(_MOJIBAKE.search(words)) is spoilt


@pytest.mark.parametrize(
    ("words", "loose"),
    [
        ("Cafe\u0301 et e\u0301te\u0301", ["Cafe\u0301", "e\u0301te\u0301"]),
        ("Café", []),
        ("\u05d9\u05d9\u05b4", []),
        ("\ufb1d", []),  # NFC would take it apart
        ("\u0645\u0651\u064f", []),  # and change the order of these marks
        ("q\u0304", []),  # there is no letter for both
    ],
)
def test_letters_taken_apart_are_told_from_other_orders_of_marks(words: str, loose: list[str]) -> None:
    assert loosened(words) == loose


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("he", True),
        ("ar-EG", True),
        ("yi", True),
        ("az-Arab", True),
        ("he-Latn", False),
        ("en", False),
        ("arn", False),
    ],
)
def test_languages_are_known_that_are_written_from_the_right(tag: str, right: bool) -> None:
    assert from_right(tag) is right


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("EPUB/text.xhtml", b" " * 4_000_000)
    return made.getvalue()


def locked() -> bytes:
    data = bytearray(packed(OLD))
    for match in re.finditer(rb"PK\x01\x02", bytes(data)):
        data[match.start() + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no zip archive"),
        (b"%PDF-1.4", "no zip archive"),
        (packed(OLD)[:-30], "no zip archive"),
        (packed({"a.txt": b"x"}), "container.xml"),
        (packed({**OLD, "META-INF/container.xml": b"<container"}), "container.xml"),
        (packed({**OLD, "content.opf": b"<package>"}), "not well-formed"),
        (packed({str(n): b"" for n in range(60)}), "has 60 files"),
        (bomb(), "swells"),
        (locked(), "password"),
    ],
    ids=[
        "empty",
        "PDF",
        "cut off",
        "no book",
        "broken container",
        "broken package",
        "many",
        "bomb",
        "locked",
    ],
)
def test_what_is_no_book_is_refused_in_one_line(
    data: bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST_TEXT", 1_000_000)
    monkeypatch.setattr(archives, "MOST_ENTRIES", 50)
    with pytest.raises(InputRefused, match=told) as refused:
        Book.open(data, "x.epub")
    assert "\n" not in str(refused.value)


def test_no_damage_makes_the_check_fall_over() -> None:
    whole, chance = perfect(), random.Random(5)
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 10, 200))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        with contextlib.suppress(InputRefused):
            rules(bytes(spoilt))


def test_entities_are_neither_fetched_nor_blown_up() -> None:
    laughs = '<!DOCTYPE html [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(8)
    )
    content = replaced("a b.html", "<!DOCTYPE.*?>", laughs + "]>")(dict(OLD))
    assert "epub.well-formed" in rules(packed(replaced("a b.html", "A&nbsp;", "&i;")(content)))
    outside = replaced("a b.html", "<!DOCTYPE.*?>", '<!DOCTYPE html [<!ENTITY x SYSTEM "/etc/passwd">]>')
    content = replaced("a b.html", "A&nbsp;", "&x;")(outside(dict(OLD)))
    book = Book.open(packed(content), "x.epub")
    assert "root:" not in "".join(
        map(str, book.pages[0].root.itertext() if book.pages[0].root is not None else ())
    )
