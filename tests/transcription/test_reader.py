"""The reader: what of a plain text is header, what is text, what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.transcription import BlockKind, Transcription, explain, read

ARTICLE = "tei/transcriptions/trotsky-1933-foreign-policy.txt"


@pytest.fixture(scope="module")
def article(checkout: Path) -> Transcription:
    return read(Source.read(checkout / ARTICLE))


def text(body: str, name: str = "letter.txt") -> Transcription:
    return read(Source(body.encode(), name))


def accounted_for(transcription: Transcription) -> bool:
    """Whether the parts follow each other and together hold every character but white space."""
    markup = transcription.source.markup
    position = 0
    for part in transcription.parts:
        assert part.span is not None
        if part.span.start < position or markup[position : part.span.start].strip():
            return False
        position = part.span.end
    return not markup[position:].strip()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", "Leon Trotsky"),
        ("title", "Apropos the Foreign Policy of the Stalinists"),
        ("date", "(May 1933)"),
        ("written", "12 May 1933."),
        ("source", "The Militant, Vol. VI No. 30, 10 June 1933, pp.\u00a01\u00a0&\u00a04."),
        ("transcriber", "Einde O’Callaghan for the Trotsky Internet Archive."),
        ("updated", "3 September 2015"),
    ],
)
def test_the_article_s_header_is_read(article: Transcription, field: str, value: str) -> None:
    assert article.value(field) == value


def test_the_article_s_text_is_nine_paragraphs_a_dateline_and_a_signature(article: Transcription) -> None:
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 9 + [BlockKind.DATELINE, BlockKind.SIGNATURE]


def test_the_article_s_navigation_is_left_out_and_listed(article: Transcription) -> None:
    assert [leftover.text for leftover in article.leftovers] == ["return return return return return"]


def test_every_character_of_the_article_is_accounted_for(article: Transcription) -> None:
    assert accounted_for(article)
    assert article.findings == ()


def test_what_went_where_is_explained_in_the_order_of_the_source(article: Transcription) -> None:
    rows = explain(article)
    assert [row.place.line for row in rows if row.place] == sorted(
        row.place.line for row in rows if row.place
    )
    assert [(row.where, row.what) for row in rows][:4] == [
        ("header", "author"),
        ("header", "title"),
        ("header", "date"),
        ("header", "written"),
    ]


@pytest.mark.parametrize(
    ("data", "what", "where"),
    [
        (b"", "empty", "a.txt"),
        (b" \r\n\t\n", "empty", "a.txt"),
        (b"\xef\xbb\xbf", "empty", "a.txt"),
        ("Büyük Ada".encode("latin-1"), "not UTF-8", "a.txt:1"),
        ("Title\n\nB\u00fc".encode("latin-1"), "not UTF-8", "a.txt:3"),
        ("Büyük Ada".encode("utf-16"), "UTF-16", "a.txt"),
        (b"Title\n\nA\x00B", "U+0000", "a.txt:3"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8", "a.txt:1"),
        (b"<html><body>Text</body></html>", "HTML", "a.txt"),
        (b'<?xml version="1.0" encoding="latin-1"?>\n<TEI/>', "XML", "a.txt"),
    ],
)
def test_what_is_no_plain_text_is_refused_with_its_place_and_a_remedy(
    data: bytes, what: str, where: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        read(Source(data, "a.txt"))
    assert what in refused.value.what
    assert refused.value.where == where
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        ("Büyük Ada".encode("latin-1"), "iconv -f WINDOWS-1252 -t UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no text"),
        ("<p>Büyük Ada</p>".encode("latin-1"), "declare the encoding"),
    ],
)
def test_only_xml_can_declare_its_encoding_and_the_rest_is_converted(data: bytes, remedy: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read(Source(data, "a.txt"))
    assert remedy in refused.value.remedy
    assert ("declare" in refused.value.remedy) == data.startswith(b"<")
