"""Where a text stands on the image of its page: boxes, links, and manifests of IIIF, never asked for."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from tests.publication.helpers import HEADER
from tests.publication.test_images import PIXEL

from rubricator.document import Document
from rubricator.publication import html, text
from rubricator.publication.epub import book
from rubricator.publication.epub.checking import Book, check
from rubricator.publication.format import Context
from rubricator.publication.images import image
from rubricator.publication.sizes import size
from rubricator.source import Source

LEAF = PIXEL[:16] + (600).to_bytes(4, "big") + (800).to_bytes(4, "big") + PIXEL[24:]
IIIF = "https://example.org/iiif/3/ms-2/full/max/0/default.jpg"


def context(facsimile: str, body: str, attributes: str = "") -> Context:
    data = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<facsimile {attributes}>{facsimile}</facsimile>'
        f'<text xml:lang="en"><body>{body}</body></text></TEI>'
    )
    document = Document.of(Source(data.encode(), "x.xml"))
    return Context(document, "x", images={"leaf.png": image(LEAF, "leaf.png")})


def page(facsimile: str, body: str, attributes: str = "") -> etree._Element:
    made = html.factory().publish(context(facsimile, body, attributes))
    assert made.findings == ()
    return etree.fromstring(made.files[0].data)


def boxes(root: etree._Element) -> list[str]:
    return [
        re.sub(r"[a-z: ]+", "", str(one.get("style"))) for one in root.iterfind(".//{*}a[@class='zone-box']")
    ]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (LEAF, (600, 800)),
        (b"GIF89a\x05\0\x07\0", (5, 7)),
        (b"\xff\xd8\xff\xe0\0\x04xx\xff\xc2\0\x11\x08\0\x09\0\x08\x03", (8, 9)),
        (b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x03\0\0\x04\0\0", (4, 5)),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x0a\0\x0b\0", (10, 11)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x01\x80\0\0", (2, 3)),
        (b"\xff\xd8\xff\xe0\0\0", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_the_size_of_an_image_is_told_by_its_bytes(data: bytes, found: tuple[int, int] | None) -> None:
    assert size(data) == found


@pytest.mark.parametrize(
    ("surface", "zone", "box"),
    [
        ("", 'ulx="60" uly="80" lrx="300" lry="160"', "10%;10%;40%;10%"),
        ("", 'points="60,160 300,160 300,80 60,80"', "10%;10%;40%;10%"),
        ('ulx="0" uly="0" lrx="60" lry="80"', 'ulx="6" uly="8" lrx="30" lry="16"', "10%;10%;40%;10%"),
        # A part of the photograph: the numbers are pixels of the whole.
        ('ulx="300" uly="0" lrx="600" lry="800"', 'ulx="300" uly="0" lrx="600" lry="80"', "50%;0%;50%;10%"),
        ("", 'ulx="60" uly="80" lrx="60" lry="80"', None),
    ],
)
def test_a_text_and_its_zone_on_the_image_lead_to_each_other(
    surface: str, zone: str, box: str | None
) -> None:
    facsimile = f'<surface xml:id="s" {surface}><graphic url="leaf.png"/><zone xml:id="z" {zone}/></surface>'
    root = page(facsimile, '<pb n="1" facs="#s"/><p facs="#z">Words.</p>')
    assert boxes(root) == [box] * bool(box)
    if box:
        over, beside = root.find(".//{*}a[@class='zone-box']"), root.find(".//{*}a[@class='zone-link']")
        assert over is not None
        assert beside is not None
        assert (over.get("href"), beside.get("href")) == (f"#{beside.get('id')}", f"#{over.get('id')}")
        assert over.get("aria-label") == "Words."


@pytest.mark.parametrize(
    "body",
    [
        "<list><item {}>Words</item></list>",
        "<list><item {}><p>Words</p></item></list>",
        "<list><label {}>Words</label><item>what they mean</item></list>",
        "<table><row><cell {}>Words</cell><cell>more</cell></row></table>",
    ],
)
def test_an_item_of_a_list_and_a_cell_of_a_table_have_a_box_on_the_image(body: str) -> None:
    zone = '<zone xml:id="z" ulx="60" uly="80" lrx="300" lry="160"/>'
    facsimile = f'<surface xml:id="s"><graphic url="leaf.png"/>{zone}</surface>'
    root = page(facsimile, '<pb facs="#s"/>' + body.format('facs="#z"'))
    assert boxes(root) == ["10%;10%;40%;10%"]
    assert len(root.findall(".//{*}a[@class='zone-link']")) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<lb n="1" facs="#z"/>Words',
        '<ref target="#p"><lb facs="#z"/>Words</ref>',
        'a<note facs="#z"><p facs="#z">Words</p></note>',
        'a <app><lem>b</lem><rdg wit="#a"><lb facs="#z"/>c</rdg></app>',
        '<choice><sic facs="#z">a</sic><corr><seg facs="#z">b</seg></corr></choice>',
    ],
)
def test_no_zone_leads_where_nothing_is(body: str) -> None:
    zone = '<zone xml:id="z" ulx="0" uly="0" lrx="60" lry="80"/>'
    facsimile = f'<surface xml:id="s"><graphic url="leaf.png"/>{zone}</surface>'
    shown = page(facsimile, f'<pb facs="#s"/><p xml:id="p">{body}</p><pb facs="#s"/><p>end</p>')
    assert shown.find(".//{*}a//{*}a") is None
    made = book.factory().publish(context(facsimile, f'<pb facs="#s"/><p xml:id="p">{body}</p>'))
    assert made.findings == ()
    assert list(check(Book.open(made.files[0].data, "x.epub"))) == []
    assert text.factory().publish(context(facsimile, f"<p xml:id='p'>{body}</p>")).findings == ()


@pytest.mark.parametrize(
    "url",
    [
        IIIF,
        "https://example.org/iiif/2/ms-2/info.json",
        "https://iiif.example.org/amp_1/",
        "https://example.org/leaf.jpg",
    ],
)
def test_an_image_is_linked_by_the_address_that_the_document_gives(url: str) -> None:
    zone = '<zone xml:id="z" ulx="100" uly="50" lrx="300" lry="75"/>'
    facsimile = (
        f'<surface xml:id="s" ulx="0" uly="0" lrx="1000" lry="500"><graphic url="{url}"/>{zone}</surface>'
    )
    root = page(facsimile, '<pb n="1" facs="#s"/><pb n="2" facs="#z"/><p facs="#z">Words.</p>')
    article = root.find(".//{*}article")
    assert article is not None
    links = [one.get("href") for one in article.iter("{*}a") if "//" in (one.get("href") or "")]
    assert links == [url] * 3
    assert not [one for one in root.iter(etree.Element) if "example.org" in one.get("src", "")]


@pytest.mark.parametrize("attribute", ["facs", "source"])
def test_a_manifest_is_linked(attribute: str) -> None:
    address = "https://example.org/iiif/ms1/manifest.json"
    root = page("<graphic url='leaf.png'/>", "<p>Words.</p>", f'{attribute}="{address}"')
    found = root.find(f".//{{*}}section[@class='source']//{{*}}a[@href='{address}']")
    assert found is not None


def test_a_manifest_in_the_place_of_an_image_is_called_one() -> None:
    address = "https://example.org/iiif/ms1/manifest"
    root = page(f"<graphic url='{address}'/>", "<p>Words.</p>")
    assert {one.text for one in root.iterfind(f".//{{*}}a[@href='{address}']")} == {
        "Images of the source (IIIF manifest)"
    }


def test_an_address_that_is_no_image_server_stays_as_it_is() -> None:
    facsimile = '<surface xml:id="s"><graphic url="https://example.org/iiif/page.jpg"/></surface>'
    root = page(facsimile, '<pb n="1" facs="#s"/><p>Words.</p>')
    assert root.find(".//{*}a[@href='https://example.org/iiif/page.jpg']") is not None
