"""Emphasis in plain text: what becomes an element, and what stays as it stands."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.encoding.encode import encode
from rubricator.source import Source
from rubricator.transcription import read

TEXT = "A Title\n\nJane Smith\n\n{}\n"


def encoded(paragraph: str, below: str = "") -> Document:
    """The document that a transcription of one *paragraph* becomes."""
    return Document.of(encode(read(Source((TEXT.format(paragraph) + below).encode(), "made-up.txt"))))


def body(paragraph: str, below: str = "") -> str:
    """The paragraph's markup, without its own tags."""
    markup = encoded(paragraph, below).source.markup
    inside = markup.rpartition("<p xml:id=")[2]
    return inside[inside.index(">") + 1 : inside.index("</p>")]


@pytest.mark.parametrize(
    ("paragraph", "markup"),
    [
        ("She had read _The Tempest_ twice.", 'She had read <hi rend="italic">The Tempest</hi> twice.'),
        (
            "It was _so_, and _not so_.",
            'It was <hi rend="italic">so</hi>, and <hi rend="italic">not so</hi>.',
        ),
        ("He was *not* there.", "He was <emph>not</emph> there."),
        ("“_Never_,” he said.", '<quote>“<hi rend="italic">Never</hi>,”</quote> he said.'),
        ("He said _“never”_ to her.", None),
        ("See www.x.org/_so_/a and snake_case_names and a_b_.", None),
        ("A blank ____ here, _ so _ and 5 * 6 * 7, and note* so* here.", None),
    ],
)
def test_words_set_off_become_elements_and_the_marks_are_left_out(paragraph: str, markup: str | None) -> None:
    if markup is not None:
        assert body(paragraph) == markup
    elif "“" not in paragraph:
        assert "<hi" not in body(paragraph)
        assert "<emph" not in body(paragraph)


def test_a_quotation_within_italics_stands_within_them() -> None:
    made = body("He said _“never”_ to her.")
    assert made.startswith('He said <hi rend="italic"><')
    assert "_" not in made


def test_asterisks_that_call_notes_are_no_emphasis() -> None:
    assert "<emph" not in body("It was so* and more *so* here.", "\nNotes\n\n* See the book.\n")


def test_the_header_says_what_became_of_the_marks() -> None:
    assert "Underscores round words" in encoded("She had read _The Tempest_ twice.").source.markup
    assert "Underscores round words" not in encoded("She had read it twice.").source.markup
