"""The PDF: tagged, outlined, dated by its edition, the same again, and nothing fetched for it."""

from __future__ import annotations

import re
import sys
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from tests.publication.helpers import context, tei

from rubricator.errors import SettingsError
from rubricator.publication import pdf
from rubricator.publication.format import Image, Published
from rubricator.publication.ours import rules

PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"
)


@pytest.fixture(scope="module")
def setter() -> pdf.Setter:
    """WeasyPrint, if this machine has it and its libraries."""
    try:
        return pdf._setter()
    except SettingsError as error:
        pytest.skip(str(error))


def published(body: str, setter: pdf.Setter) -> Published:
    made = replace(pdf.factory(), publish=lambda one: pdf.publish(one, rules(), setter))
    return made.publish(context(tei(body)))


def plain(data: bytes) -> bytes:
    """The PDF with its streams inflated."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    return data + b"".join(_inflated(stream) for stream in streams)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_its_language_is_that_of_the_text_whatever_its_labels_are_in(setter: pdf.Setter) -> None:
    text = tei("<p>Arma virumque cano.</p>").replace(b'xml:lang="en"', b'xml:lang="la"')
    made = pdf.publish(context(text), rules(), setter)
    assert b"/Lang (la)" in plain(made.files[0].data)


def test_it_is_tagged_and_says_its_language_title_and_date(setter: pdf.Setter) -> None:
    made = published("<div><head>One</head><p>a</p></div><div><head>Two</head><p>b</p></div>", setter)
    assert [str(finding) for finding in made.findings] == []
    data = plain(made.files[0].data)
    assert data.startswith(b"%PDF-")
    for part in (b"/StructTreeRoot", b"/Outlines", b"/Lang (en", b"pdfuaid:part", b"/DisplayDocTitle true"):
        assert part in data, part
    assert b"D:20261122" in data


def test_each_reading_is_one_and_the_second_says_which_it_is(setter: pdf.Setter) -> None:
    body = "<p>a <choice><sic>teh</sic><corr>the</corr></choice> end</p>"
    made = published(body, setter)
    assert [file.suffix for file in made.files] == [".pdf", ".diplomatic.pdf"]
    assert pdf.suffixes(context(tei(body)).publication) == (".pdf", ".diplomatic.pdf")
    said = [b"(Diplomatic reading)" in plain(file.data) for file in made.files]
    assert said == [False, True]


def test_it_is_the_same_again(setter: pdf.Setter) -> None:
    body = "<p>a <hi>b</hi><note>c</note></p>"
    assert published(body, setter).files[0].data == published(body, setter).files[0].data


def test_an_image_of_the_text_is_in_it_and_nothing_else_is_fetched(setter: pdf.Setter) -> None:
    body = '<figure><graphic url="a.png"/><figDesc>A door</figDesc></figure>'
    with_image = replace(context(tei(body)), images={"a.png": Image("a.png", PIXEL, "image/png")})
    assert b"/Subtype /Image" in plain(pdf.publish(with_image, rules(), setter).files[0].data)
    fetched = '<html lang="en"><img alt="" src="file:///etc/hostname"/><img alt="" src="http://127.0.0.1:9/x.png"/></html>'
    assert b"/Subtype /Image" not in plain(setter(fetched))


def test_what_is_missing_is_said_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(SettingsError, match="rubricator\\[pdf\\]"):
        pdf.factory()


def on_paper(body: str) -> str:
    """The page that is set on paper for *body*."""
    return pdf.publish(context(tei(body)), rules(), str.encode).files[0].data.decode()


def test_the_contents_say_on_which_page_and_stand_after_the_title_of_the_text() -> None:
    parts = "<div><head>One</head><p>a</p></div><div><head>Two</head><p>b</p></div>"
    headed = on_paper(parts)
    assert headed.index("</h1>") < headed.index('<nav class="contents"') < headed.index('<div class="text"')
    assert "target-counter(attr(href), page)" in headed
    titled = f"<div><head>A Title</head><p>before</p>{parts}</div>"
    assert re.search(
        r'A Title</h1><nav class="contents".*?</nav>\s*<p class="p">before', on_paper(titled), re.DOTALL
    )
    page = tei(parts).replace(
        b"<body>",
        b"<front><titlePage xml:id='t'><docTitle><titlePart>A Title</titlePart></docTitle>"
        b"<byline>by Ann</byline></titlePage></front><body>",
    )
    made = pdf.publish(context(page), rules(), str.encode).files[0].data.decode()
    assert re.search(r'by Ann</div>\s*</div><nav class="contents"', made)


def test_a_drawing_takes_its_style_along() -> None:
    dates = "".join(f'<p><date when="{year}">{year}</date></p>' for year in (1850, 1860, 1870))
    assert re.search(r"<svg\b[^>]*><style>[^<]*\.axis \{", on_paper(dates))


def lines_of_readings(body: str) -> list[str]:
    """The lines of each reading as they are set, and where something is raised."""
    paper = import_module("weasyprint").HTML
    pages = (file.data.decode() for file in pdf.publish(context(tei(body)), rules(), str.encode).files)
    return ["|".join(_lines(paper(string=text).render().pages[0]._page_box)) for text in pages]


def _lines(box: Any) -> Iterator[str]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            texts = [one for one in child.descendants() if hasattr(one, "text")]
            yield " ".join("".join(one.text for one in texts).split())
            yield from ("raised" for one in child.descendants() if one.style["vertical_align"] != "baseline")
        yield from _lines(child)


@pytest.mark.usefixtures("setter")
@pytest.mark.parametrize(
    ("body", "edited", "diplomatic"),
    [
        ('<p>I en<lb break="no"/>close it</p>', "|I enclose it|", "|I en-|close it|"),
        ("<p>and walk<lb/>on</p>", "|and walk on|", "|and walk|on|"),
        ('<p>came <add place="above">safe</add></p>', "|came safe|1", "|came safe|raised|"),
        ('<div type="edition"><ab>one<lb/>two</ab></div>', "|one|two|", "|one|two|"),
    ],
)
def test_each_reading_is_set_as_the_page_shows_it(body: str, edited: str, diplomatic: str) -> None:
    first, second = lines_of_readings(body)
    assert edited in first
    assert diplomatic in second


@pytest.mark.usefixtures("setter")
def test_a_fraction_is_set_with_its_bar_and_a_root_with_its_sign() -> None:
    math = '<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>'
    fraction = math.format("<mfrac><mi>c</mi><mi>w</mi></mfrac>")
    root = math.format("<msqrt><mn>3</mn></msqrt>")
    first, *_ = lines_of_readings(f"<p>a <formula>{fraction}</formula> b <formula>{root}</formula></p>")
    assert "|c|w|" in first
    assert "√3" in first


@pytest.mark.usefixtures("setter")
def test_a_fraction_is_centred_in_a_paragraph_that_begins_further_in() -> None:
    fraction = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mi>c</mi><mi>w</mi></mfrac></math>'
    made = pdf.publish(
        context(tei(f"<p>a</p><p><formula>{fraction}</formula></p>")), rules(), str.encode
    ).files[0]
    root = import_module("weasyprint").HTML(string=made.data.decode()).render().pages[0]._page_box
    (numerator,) = (one for one in root.descendants() if getattr(one, "text", "") == "c")
    assert numerator.style["text_indent"].value == 0


@pytest.mark.parametrize("columns", [3, 6, 10])
def test_no_column_of_a_table_leaves_the_page(columns: int, setter: pdf.Setter) -> None:
    row = "".join(f"<cell>Brrrrrrrrrrrrrr {number}</cell>" for number in range(columns))
    set_page = import_module("weasyprint").HTML(string=on_paper(f"<table><row>{row}</row></table>")).render()
    boxes = [box for page in set_page.pages for box in page._page_box.descendants()]
    cells = [box for box in boxes if type(box).__name__ == "TableCellBox"]
    assert len(cells) == columns
    assert all(box.position_x + box.width <= set_page.pages[0].width for box in cells)
