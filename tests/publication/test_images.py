"""Images of the text: shown where they are harmless and come along, described, and the same every time."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode

import pytest

from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.publication import html
from rubricator.publication.epub import book
from rubricator.publication.epub.checking import Book, check
from rubricator.publication.format import Context, Image, Publication, Published
from rubricator.publication.images import INLINE, INLINE_ALL, image, inline, kind, named_apart, svg_fault
from rubricator.source import Source

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt>
<p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"""
DOOR = "<figure><graphic url='a%20b.png'/><figDesc>A &lt;red&gt; “door”</figDesc></figure>"


def context(body: str, *images: tuple[str, bytes]) -> Context:
    text = f"<text><body>{body}</body></text>"
    tei = f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'>{HEADER}{text}</TEI>"
    known = named_apart({address: image(data, address) for address, data in images})
    document = Document.of(Source(tei.encode(), "x.xml"))
    return Context(document, "x", {}, Publication(store=True), known)


def page(body: str, *images: tuple[str, bytes]) -> Published:
    made = html.factory().publish(context(body, *images))
    assert made.findings == ()
    return made


def files(body: str, *images: tuple[str, bytes]) -> dict[str, bytes]:
    made = book.factory().publish(context(body, *images))
    assert made.findings == ()
    with zipfile.ZipFile(io.BytesIO(made.files[0].data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def features(opf: bytes) -> list[str]:
    return re.findall(r"schema:access[^>]*>([^<]*)<", opf.decode())


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (PIXEL, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "image/svg+xml"),
        (b"<html><body>svg</body></html>", ""),
        (b"II*\0", ""),
        (b"%PDF-1.4", ""),
        (b"", ""),
    ],
)
def test_the_kind_is_told_by_the_bytes(data: bytes, media_type: str) -> None:
    assert kind(data) == media_type


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("<path d='M0 0h1' fill='url(#a)'/><a/>", "holds a"),
        ("<path d='M0 0h1' fill='url(#a)'/><use href='#a'/>", ""),
        ("<image href='data:image/png;base64,xx'/>", ""),
        ("<style>path { fill: red }</style><metadata><r xmlns='urn:r'/></metadata>", ""),
        ("<script>x()</script>", "script"),
        ("<path onclick='x()'/>", "onclick"),
        ("<foreignObject/>", "foreignObject"),
        ("<set attributeName='href'/>", "set"),
        ("<p xmlns='http://www.w3.org/1999/xhtml'/>", "HTML"),
        ("<image href='https://evil.example/x.png'/>", "leads out"),
        ("<image href='data:image/svg+xml,x'/>", "leads out"),
        ("<use xmlns:x='http://www.w3.org/1999/xlink' x:href='other.svg#a'/>", "leads out"),
        ("<path style='fill: url(https://evil.example/)'/>", "fetches"),
        ("<style>@import 'x.css'</style>", "fetches"),
        ("<?xml-stylesheet href='x.css'?>", "processing instruction"),
        ("<path>", "not well-formed"),
    ],
)
def test_a_drawing_that_acts_or_leads_out_is_refused(inside: str, fault: str) -> None:
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>".encode()
    said = svg_fault(drawing)
    assert fault in said if fault else said == ""
    if fault:
        with pytest.raises(InputRefused, match=re.escape(said)):
            image(drawing, "x.svg")


def test_entities_in_a_drawing_are_refused() -> None:
    assert (
        svg_fault(b'<!DOCTYPE svg [<!ENTITY x SYSTEM "/etc/passwd">]><svg>&x;</svg>') == "declares entities"
    )


def test_images_of_one_name_are_named_apart() -> None:
    other = PIXEL + b"x"
    given = {
        address: image(data, address)
        for address, data in {"a/x.png": PIXEL, "b/X.PNG": other, "c/x.png": PIXEL, "d/é%.gif": PIXEL}.items()
    }
    names = [one.name for one in named_apart(given).values()]
    assert names == ["x.png", "X-2.png", "x.png", "image.png"]


def test_a_page_holds_a_small_image_itself() -> None:
    made = page(DOOR, ("a%20b.png", PIXEL))
    text = made.files[0].data.decode()
    assert f'src="data:image/png;base64,{b64encode(PIXEL).decode()}"' in text
    assert 'alt="A &lt;red&gt; “door”"' in text
    assert [file.suffix for file in made.files] == [".html"]


def test_a_large_image_lies_beside_the_page() -> None:
    large = PIXEL + bytes(INLINE)
    made = page(DOOR, ("a%20b.png", large))
    assert [(file.suffix, len(file.data)) for file in made.files][1:] == [(".images/a-b.png", len(large))]
    assert 'src="x.images/a-b.png"' in made.files[0].data.decode()


def test_a_page_holds_images_as_long_as_there_is_room() -> None:
    known = {str(n): Image(f"{n}.png", bytes(INLINE), "image/png") for n in range(20)}
    assert len(inline(known)) == INLINE_ALL // INLINE


def test_an_image_that_did_not_come_along_is_named() -> None:
    text = page(DOOR).files[0].data.decode()
    assert "<img" not in text
    assert ">[Image]<" in text  # what it would show is said beside it
    silent = page("<figure><graphic url='a%20b.png'/></figure>").files[0].data.decode()
    assert ">[Image: a%20b.png]<" in silent


@pytest.mark.parametrize(
    ("beside", "shown"),
    [
        ("<head>The house</head>", False),
        ("<p>The house</p>", False),
        ("", True),  # it is the caption
        ("<head/>", True),
        ("<head>The house</head><graphic url='b.png'/>", False),
    ],
)
def test_what_describes_an_image_is_seen_where_nothing_else_is_said_of_it(beside: str, shown: bool) -> None:
    body = DOOR.replace("</figure>", f"{beside}</figure>")
    text = page(body, ("a%20b.png", PIXEL)).files[0].data.decode()
    assert 'alt="A &lt;red&gt; “door”"' in text
    assert ('class="figDesc"' in text, 'class="figDesc as-alternative"' in text) == (shown, not shown)
    assert 'class="figDesc"' in page(body).files[0].data.decode()  # without the image it is all there is


def test_a_book_holds_declares_and_describes_its_images() -> None:
    made = files(DOOR, ("a%20b.png", PIXEL), ("unused.png", PIXEL + b"x"))
    assert made["EPUB/images/a-b.png"] == PIXEL
    assert "EPUB/images/unused.png" not in made
    opf = made["EPUB/package.opf"]
    assert b'href="images/a-b.png" media-type="image/png"' in opf
    assert {"visual", "alternativeText"} <= set(features(opf))


def test_an_image_without_words_earns_no_claims() -> None:
    made = files("<figure><graphic url='x.png'/></figure>", ("x.png", PIXEL))
    assert "alternativeText" not in features(made["EPUB/package.opf"])
    assert "textual,visual" in features(made["EPUB/package.opf"])


def test_an_ornament_needs_no_words() -> None:
    made = files("<figure type='ornament'><graphic url='x.png'/></figure>", ("x.png", PIXEL))
    assert b'alt=""' in made["EPUB/text.xhtml"]
    assert "alternativeText" in features(made["EPUB/package.opf"])


def test_nothing_is_wrong_with_a_book_with_images_and_it_is_the_same_again() -> None:
    one, two = (book.factory().publish(context(DOOR, ("a%20b.png", PIXEL))).files[0].data for _ in range(2))
    assert one == two
    assert list(check(Book.open(one, "x.epub"))) == []
