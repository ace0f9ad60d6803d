"""The package document says what the header, the settings and the content say, and claims nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from rubricator.publication.epub.accessibility import Content, accessibility
from rubricator.publication.epub.package import DC, OPF, package
from rubricator.publication.identifiers import Identifier
from rubricator.publication.metadata import Metadata
from rubricator.publication.names import Contributor

NAMESPACES = {"opf": OPF, "dc": DC}
NAMES = ("title.xhtml", "nav.xhtml", "toc.ncx", "book.css", "cover.svg", "text.xhtml")
PLAIN = Metadata(
    title="A Letter",
    subtitles=(),
    language="en",
    creators=(),
    contributors=(),
    publisher="",
    date="",
    created="",
    modified=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    identifiers=(Identifier("URI", "https://example.org/3"),),
    licence="",
    rights="",
    subjects=(),
    series="",
    series_position="",
    isbn="",
    description="",
    sources=(),
    conforms_to="",
)
CONTENT = Content(files=("title.xhtml", "text.xhtml"), language="en", headings=1)


def texts(path: str, metadata: Metadata = PLAIN, content: Content = CONTENT) -> list[str]:
    root = etree.fromstring(package(metadata, NAMES, content.files, "cover.svg", content))
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(one) for one in found]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/opf:package/@unique-identifier", ["identifier"]),
        ("//dc:identifier[@id='identifier']/text()", ["https://example.org/3"]),
        ("//dc:title/text()", ["A Letter"]),
        ("//dc:language/text()", ["en"]),
        ("//opf:meta[@property='dcterms:modified']/text()", ["2026-11-22T09:30:00Z"]),
        ("//opf:item[@properties='nav']/@href", ["nav.xhtml"]),
        ("//opf:item[@properties='cover-image']/@href", ["cover.svg"]),
        ("//opf:itemref/@idref", ["file-title.xhtml", "file-text.xhtml"]),
        ("//opf:spine/@toc = //opf:item[@href='toc.ncx']/@id", None),
        ("/opf:package/@prefix", []),
        ("//dc:rights | //dc:publisher | //dc:date | //dc:source | //dc:subject | //opf:link", []),
        ("//opf:meta[@property='dcterms:conformsTo']", []),
    ],
)
def test_a_plain_book_says_what_is_known_and_no_more(path: str, expected: list[str] | None) -> None:
    if expected is None:
        root = etree.fromstring(package(PLAIN, NAMES, CONTENT.files, "cover.svg", CONTENT))
        assert root.xpath(path, namespaces=NAMESPACES) is True
    else:
        assert texts(path) == expected


@pytest.mark.parametrize(
    ("said", "path", "expected"),
    [
        ({"publisher": "P"}, "//dc:publisher/text()", ["P"]),
        ({"date": "1933-06"}, "//dc:date/text()", ["1933-06"]),
        ({"rights": "Copyleft"}, "//dc:rights/text()", ["Copyleft"]),
        (
            {"licence": "https://example.org/by"},
            "//opf:link[@rel='cc:license']/@href",
            ["https://example.org/by"],
        ),
        (
            {"licence": "https://example.org/by"},
            "/opf:package/@prefix",
            ["cc: http://creativecommons.org/ns#"],
        ),
        ({"subjects": ("A", "B")}, "//dc:subject/text()", ["A", "B"]),
        ({"description": "D"}, "//dc:description/text()", ["D"]),
        ({"subtitles": ("S",)}, "//dc:title/text()", ["A Letter", "S"]),
        (
            {"other_titles": ("O",)},
            "//dc:title/text() | //opf:meta[@property='dcterms:alternative']/text()",
            ["A Letter", "O"],
        ),
        ({"series": "Letters"}, "//opf:meta[@property='belongs-to-collection']/text()", ["Letters"]),
        ({"series": "L", "series_position": "3"}, "//opf:meta[@property='group-position']/text()", ["3"]),
        ({"series": "L", "series_position": "iii"}, "//opf:meta[@property='group-position']/text()", []),
        ({"conforms_to": "C"}, "//opf:meta[@property='dcterms:conformsTo']/text()", ["C"]),
        (
            {"conforms_to": "C", "certified_by": "J. Smith"},
            "//opf:meta[@property='a11y:certifiedBy']/text()",
            ["J. Smith"],
        ),
        ({"creators": (Contributor("T", "aut"),)}, "//dc:creator/text()", ["T"]),
        ({"creators": (Contributor("T", "aut"),)}, "//opf:meta[@refines='#creator-1']/text()", ["aut"]),
        (
            {"contributors": (Contributor("E", "mrk"),)},
            "//opf:meta[@refines='#contributor-1']/text()",
            ["mrk"],
        ),
        (
            {"identifiers": (Identifier("ISBN", "9783161484100"), Identifier("shelf", "12"))},
            "//dc:identifier/text()",
            ["urn:isbn:9783161484100"],
        ),
    ],
)
def test_what_is_said_of_the_text_is_said_of_the_book(
    said: dict[str, object], path: str, expected: list[str]
) -> None:
    assert texts(path, replace(PLAIN, **said)) == expected  # type: ignore[arg-type]


def test_the_source_of_the_page_numbers_comes_last() -> None:
    metadata = replace(PLAIN, sources=("The printed page", "A transcription"))
    content = replace(CONTENT, pages=4)
    assert texts("//dc:source/text()", metadata, content) == ["A transcription", "The printed page"]
    assert texts("//dc:source[last()]/@id", metadata, content) == ["source-of-pages"]
    assert texts(
        "//opf:meta[@property='source-of'][@refines='#source-of-pages']/text()", metadata, content
    ) == ["pagination"]
    assert texts("//dc:source/text()", metadata) == ["The printed page", "A transcription"]


def test_a_book_that_is_read_from_the_right_turns_its_pages_so() -> None:
    assert texts("//opf:spine/@page-progression-direction", content=replace(CONTENT, direction="rtl")) == [
        "rtl"
    ]


@pytest.mark.parametrize(
    ("content", "there", "not_there"),
    [
        (
            Content(),
            {"tableOfContents", "alternativeText"},
            {"structuralNavigation", "index", "pageNavigation"},
        ),
        (Content(headings=3), {"structuralNavigation"}, set()),
        (Content(pages=3), {"pageNavigation", "pageBreakMarkers"}, set()),
        (Content(has_index=True), {"index"}, set()),
        (Content(images=(("a.png", True),)), {"alternativeText", "visual", "none"}, {"unknown"}),
        (Content(images=(("a.png", False),)), {"textual,visual"}, {"alternativeText"}),
        (Content(images=(("a.gif", True),)), {"unknown"}, {"none"}),
        (Content(mathematical=frozenset(["text.xhtml"])), {"MathML"}, set()),
        (Content(summary="Everything is text."), {"Everything is text."}, set()),
    ],
)
def test_what_readers_are_promised_is_in_the_content(
    content: Content, there: set[str], not_there: set[str]
) -> None:
    promised = {value for _, value in accessibility(content)}
    assert there <= promised
    assert not not_there & promised
