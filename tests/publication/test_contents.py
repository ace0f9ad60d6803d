"""The table of contents: the page, the book and the PDF have the same, of whatever stands under a heading."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from tests.publication.goldens import genres
from tests.publication.helpers import HEADER, context, page, tei

from rubricator.publication.epub import book
from rubricator.publication.format import Publication
from rubricator.tei import Reading

LISTED = ("nav", "notes", "apparatus", "index")
ONE = Publication(readings=(Reading.EDITED,))


def on_page(data: bytes) -> list[tuple[int, str]]:
    """The contents of the page: how deep each entry stands, and its words."""
    made = page(data, ONE)
    items = made.findall(".//{*}nav[@class='contents']//{*}li")
    return [(_level(one), _words(one)) for one in items]


def _level(item: etree._Element) -> int:
    return int((item.get("class") or "").replace("letter", "level-2")[-1])


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def in_book(data: bytes) -> list[tuple[int, str]]:
    """The contents of the book as far as its text goes, as deep as the page has them."""
    made = book.factory().publish(context(data, ONE))
    with ZipFile(BytesIO(made.files[0].data)) as archive:
        nav = etree.fromstring(archive.read("EPUB/nav.xhtml")).find(".//{*}nav[@id='toc']")
    assert nav is not None
    links = nav.findall(".//{*}a")
    return [
        (len(list(link.iterancestors("{*}ol"))), _words(link))
        for link in links
        if (link.get("href") or "").startswith("text") and "#" in (link.get("href") or "")
    ]


def document(text: str, *, root: str = "") -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {root}>{HEADER}{text}</TEI>'.encode()


PLAY = """<text><front>
<castList><head>The Persons</head><castItem><role>Ann</role></castItem></castList>
<prologue><head>The Prologue</head><sp><p>Hear us.</p></sp></prologue></front>
<body><div type="act"><head>Act One</head><div type="scene"><head>Scene One</head><sp><p>Well.</p></sp></div>
</div></body><back><epilogue><head>The Epilogue</head><sp><p>Farewell.</p></sp></epilogue></back></text>"""
BOOK = """<text><body><head>Here begins the book</head><div><head>On silence</head><p>Hush.</p>
<floatingText><body><head>A letter within</head><p>Dear friend.</p></body></floatingText>
</div></body></text>"""
TITLED = """<text><front><titlePage><docTitle><titlePart>{} Book</titlePart></docTitle></titlePage></front>
<body><div><head>{}</head><p>a</p></div></body></text>"""
GROUP = f"<text><group>{TITLED.format('First', 'One')}{TITLED.format('Second', 'Two')}</group></text>"
LISTS = """<text><body><div><head>Who was there</head><p>Many.</p></div></body><back>
<listPerson><person><persName>Ann</persName></person></listPerson>
<div><head>Literature</head><listBibl><head>Sources</head><bibl>A book.</bibl></listBibl></div>
</back></text>"""
CATALOGUE = """<text><body><listBibl><head>The Cabinet</head>
<msDesc><msIdentifier><settlement>Ely</settlement><idno>MS 1</idno></msIdentifier>
<msContents><msItem n="1"><locus from="1r" to="9v"/><title>Psalms</title></msItem></msContents>
<msPart><msIdentifier><idno>Part A</idno></msIdentifier><history><origin>Here.</origin></history></msPart>
</msDesc>
<msDesc><msIdentifier><settlement>Ely</settlement><idno>MS 2</idno></msIdentifier><p>A scrap.</p></msDesc>
</listBibl></body></text>"""
CASE = """<text><body><div><head>The Cabinet</head><listBibl>
<msDesc><msIdentifier><idno>MS 3</idno></msIdentifier></msDesc></listBibl></div></body></text>"""
PARTS = '<text><body><div type="book" n="1"><p>a</p></div><div type="book" n="2"><p>b</p></div></body></text>'


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            PLAY,
            [
                (2, "The Persons"),
                (2, "The Prologue"),
                (2, "Act One"),
                (3, "Scene One"),
                (2, "The Epilogue"),
            ],
        ),
        (BOOK, [(2, "Here begins the book"), (2, "On silence"), (3, "A letter within")]),
        (GROUP, [(2, "First Book"), (3, "One"), (2, "Second Book"), (3, "Two")]),
        (LISTS, [(2, "Who was there"), (2, "Persons"), (2, "Literature"), (3, "Sources")]),
        (
            CATALOGUE,
            [
                (2, "The Cabinet"),
                (3, "Ely, MS 1"),
                (3, "Ely, MS 2"),
            ],
        ),
        (CASE, [(2, "The Cabinet"), (3, "MS 3")]),
        (PARTS, [(2, "Book 1"), (2, "Book 2")]),
    ],
)
def test_the_contents_list_what_stands_under_a_heading(text: str, contents: list[tuple[int, str]]) -> None:
    data = document(text)
    assert on_page(data) == contents
    words = [label for _, label in in_book(data)]
    assert [label for label in words if label in {label for _, label in contents}] == [
        label for _, label in contents
    ]


def test_each_text_of_a_corpus_is_in_the_contents_above_its_parts() -> None:
    one = document("<text><body><div><head>Part</head><p>a</p></div></body></text>").decode()
    two = one.replace("A Title", "Another Title")
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{one}{two}</teiCorpus>'.encode()
    expected = [(2, "A Title"), (3, "Part"), (2, "Another Title"), (3, "Part")]
    assert on_page(data) == expected
    assert [label for _, label in in_book(data)] == [label for _, label in expected]


@pytest.mark.parametrize("genre", genres(), ids=lambda genre: genre.stem)
def test_page_and_book_have_the_same_contents(genre: Path) -> None:
    data = genre.read_bytes()
    shown = [label for _, label in on_page(data)]
    if shown:
        listed = [label for _, label in in_book(data)]
        assert shown == [label for label in listed if label in shown], listed


def test_a_part_without_a_heading_is_named_in_the_language_of_the_reader() -> None:
    made = page(document(PARTS), Publication(language="de"))
    assert [_words(one) for one in made.iter("{*}h2")][:2] == ["Buch 1", "Buch 2"]


@pytest.mark.parametrize("head", ["<head/>", "<head> </head>", '<head xml:id="h"><lb/></head>'])
def test_a_heading_that_was_left_empty_is_none(head: str) -> None:
    made = page(tei(f"<div><head>One</head><p>a</p></div><div>{head}<p>b</p></div>"))
    headings = [one for one in made.iterfind(".//{*}article//{*}h2") if one.get("class") == "head"]
    assert ["".join(map(str, one.itertext())) for one in headings] == ["One"]
