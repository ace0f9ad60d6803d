"""A corpus: what each of its texts says of itself is told with it, unless the whole says so."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.publication.helpers import HEADER, context, page, publish

from rubricator.publication.epub import book

SHELF = "<msIdentifier><settlement>Bath</settlement><idno>MS 1</idno></msIdentifier>"


def header(title: str, statement: str = "", source: str = "<p/>", profile: str = "") -> str:
    """The header of one text of a corpus."""
    described = f"<profileDesc>{profile}</profileDesc>" if profile else ""
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{title}</title>{statement}</titleStmt>"
        f"<publicationStmt><p/></publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc>"
        f"{described}</teiHeader>"
    )


def corpus(described: str, text: str = "<body><p>Words.</p></body>") -> bytes:
    """A corpus of one text."""
    return (
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}'
        f"<TEI>{described}<text>{text}</text></TEI></teiCorpus>"
    ).encode()


def told(data: bytes) -> list[str]:
    """What the page tells of the texts, a line for each label and each fact."""
    boxes = page(data).findall(".//{*}dl[@class='told']")
    return [" ".join("".join(map(str, one.itertext())).split()) for box in boxes for one in box]


@pytest.mark.parametrize(
    ("described", "lines"),
    [
        (header("One", "<author>Bo Brand</author>"), ["Author", "Bo Brand"]),
        (
            header("One", source='<bibl><title>Mercury</title>, <date when="1845">1845</date></bibl>'),
            ["Source", "Mercury, 1845"],
        ),
        (header("One", source="<p>Typed.</p><bibl>Pamphlet</bibl>"), ["Source", "Typed.", "Pamphlet"]),
        (
            header(
                "One",
                source=f"<msDesc>{SHELF}</msDesc>",
            ),
            ["Source", "Bath, MS 1"],
        ),
        (header("One", profile='<creation><date notAfter="1850"/></creation>'), ["Date", "by 1850"]),
        # What the whole says already, and what says nothing.
        (header("One", "<author>Ann Author</author>", "<bibl>A Source, 1933</bibl>"), []),
        (header("One", "<author/>"), []),
        (header("One"), []),
    ],
)
def test_what_a_text_of_a_corpus_says_of_itself_is_told_with_it(described: str, lines: list[str]) -> None:
    assert told(corpus(described)) == lines


def test_it_stands_below_the_title_or_at_the_end_of_a_text_that_opens_with_it() -> None:
    described = header("One", "<author>Bo Brand</author>")
    below, closing = (
        page(corpus(described, text)).find(".//{*}dl[@class='told']")
        for text in ("<body><p>a</p></body>", "<body><head>One</head><p>a</p></body>")
    )
    assert below is not None
    assert closing is not None
    assert below.getprevious().text == "One"  # type: ignore[union-attr]
    assert closing.getnext() is None


def test_a_title_page_that_names_the_author_suffices() -> None:
    front = "<front><titlePage><byline>By <docAuthor>Bo Brand</docAuthor></byline></titlePage></front>"
    text = f"{front}<body><p>a</p></body>"
    assert told(corpus(header("One", "<author>Bo Brand</author>"), text)) == []


def test_text_and_book_tell_it_as_well() -> None:
    data = corpus(header("One", "<author>Bo Brand</author>", "<bibl>Pamphlet, 1846</bibl>"))
    words = publish("text", data).files[0].data.decode()
    assert "One\n\nAuthor\n    Bo Brand\nSource\n    Pamphlet, 1846\n\nWords." in words
    with ZipFile(BytesIO(book.factory().publish(context(data)).files[0].data)) as archive:
        assert any(b"Pamphlet, 1846" in archive.read(name) for name in archive.namelist() if "text" in name)
