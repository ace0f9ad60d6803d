"""Project Gutenberg's files: what surrounds the book, and the brackets within it."""

from __future__ import annotations

import pytest

from rubricator.source import Source
from rubricator.transcription import Transcription, read

PROSE = "The boats came in one after the other, and the keeper stood upon the wall and counted them."
TOP = """The Project Gutenberg eBook of A Lamp and Others, by Ada Wren

This ebook is for the use of anyone anywhere in the United States and
most other parts of the world at no cost.

Title: A Lamp
       and Others

Author: Ada Wren

Illustrator: Tom Wren

Release date: May 1, 1999 [eBook #17]
                Most recently updated: June 2, 2020

Language: English

Credits: Jane Roe

*** START OF THE PROJECT GUTENBERG EBOOK A LAMP AND OTHERS ***
"""
BOTTOM = """*** END OF THE PROJECT GUTENBERG EBOOK A LAMP AND OTHERS ***

Updated editions will replace the previous one.

Section 1. General Terms of Use
"""


def book(*chunks: str, top: str = TOP, bottom: str = BOTTOM) -> Transcription:
    return read(Source("\n\n".join([top, *chunks, bottom]).encode(), "17.txt"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "A Lamp and Others"),
        ("author", "Ada Wren"),
        ("released", "May 1, 1999 [eBook #17]"),
        ("updated", "June 2, 2020"),
        ("language", "English"),
        ("transcriber", "Jane Roe"),
        ("", "Tom Wren"),
    ],
)
def test_what_stands_above_the_book_is_its_header(name: str, value: str) -> None:
    assert book(PROSE).value(name) == value


def test_the_book_is_what_stands_between_the_two_lines() -> None:
    found = book(PROSE)
    assert [block.text for block in found.blocks] == [PROSE]
    assert [leftover.kind for leftover in found.leftovers] == [
        "title of the page",
        "start of the book",
        "end of the book",
        "licence of Project Gutenberg",
    ]


def test_no_line_of_the_book_is_lost_where_an_empty_line_is_missing() -> None:
    found = book(PROSE, top=TOP.replace("A LAMP AND OTHERS ***", "A LAMP\nAND OTHERS ***").rstrip())
    assert [block.text for block in found.blocks] == [PROSE]
    bare = read(Source(f"{TOP.rstrip()}\n{PROSE}\n{BOTTOM}".encode(), "17.txt"))
    assert [block.text for block in bare.blocks] == [PROSE]


@pytest.mark.parametrize(
    ("chunks", "heads"),
    [
        (["A LAMP AND OTHERS", "by Ada Wren"], ["A LAMP AND OTHERS"]),
        (
            ["A LAMP AND OTHERS", "TALES OF THE HARBOUR", "BY", "ADA WREN"],
            ["A LAMP AND OTHERS", "TALES OF THE HARBOUR"],
        ),
        (["Produced by Jane Roe", "A Lamp and Others"], ["A Lamp and Others"]),
        ([], []),
    ],
)
def test_the_book_s_own_title_page_is_its_head(chunks: list[str], heads: list[str]) -> None:
    found = book(*chunks, PROSE)
    assert [head.value for head in found.heads()] == heads
    assert [block.text for block in found.blocks] == [PROSE]


def test_a_text_that_speaks_of_gutenberg_is_no_file_of_it() -> None:
    found = book(
        PROSE, top="A. Author\n\nTitle\n\nWritten: 1933", bottom="The START OF THE PROJECT GUTENBERG EBOOK."
    )
    assert found.value("author") == "A. Author"
    assert len(found.blocks) == 2


@pytest.mark.parametrize(
    ("chunks", "kinds"),
    [
        ([f"{PROSE}[A]", "[Footnote A: Of the north.]", PROSE], ["paragraph", "paragraph", "note"]),
        ([f"{PROSE}[12]", "[Footnote 12: Of the\nnorth.]"], ["paragraph", "note"]),
        ([f"{PROSE}[B]", "[Footnote A: Of the north.]"], ["paragraph", "paragraph"]),
        ([f"{PROSE}[A]", f"{PROSE}[A]", "[Footnote A: Of the north.]"], ["paragraph"] * 3),
        ([PROSE, "[Illustration: A boat]", PROSE], ["paragraph", "figure", "paragraph"]),
        ([PROSE, "[Illustration]", PROSE], ["paragraph", "figure", "paragraph"]),
        ([PROSE, "[Illustrations follow]", PROSE], ["paragraph", "paragraph", "paragraph"]),
    ],
)
def test_footnotes_and_illustrations_in_brackets_are_such(chunks: list[str], kinds: list[str]) -> None:
    assert [str(block.kind) for block in book(*chunks).blocks] == kinds


def test_chapters_of_one_layout_are_headed_alike() -> None:
    found = book("CHAPTER I.", "THE STORM", PROSE, "CHAPTER II.", "THE STRANGER", "“Who is it?”", PROSE)
    heads = [block.lines for block in found.blocks if block.kind == "heading"]
    assert heads == [("CHAPTER I.", "THE STORM"), ("CHAPTER II.", "THE STRANGER")]
