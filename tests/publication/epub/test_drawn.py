"""The cover that is drawn where a book has no image for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rubricator.publication.epub.drawn import drawn_cover
from rubricator.publication.metadata import Metadata

PLAIN = Metadata.of(etree.fromstring('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'), "x")
SVG = "{http://www.w3.org/2000/svg}"


def lines(title: str, **told: Any) -> list[tuple[int, str]]:
    """The lines of a cover, each with the size of its letters."""
    metadata = replace(PLAIN, title=title, modified=datetime(2020, 1, 1, tzinfo=UTC), **told)
    root = etree.fromstring(drawn_cover(metadata, "en", "ltr"))
    assert root.findtext(f"{SVG}title") == title
    return [(int(one.get("font-size", "")), one.text or "") for one in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hamlet", [(104, "Hamlet")]),
        ("The Foreign Policy of the Union", [(104, "The Foreign"), (104, "Policy of"), (104, "the Union")]),
        ("Qui est là ?", [(104, "Qui est là\u00a0?")]),
        ("a & b < c", [(104, "a & b < c")]),
        ("論語", [(104, "論語")]),
    ],
)
def test_a_title_is_set_in_lines_as_even_as_can_be(title: str, expected: list[tuple[int, str]]) -> None:
    assert lines(title) == expected


def test_a_long_title_is_smaller_and_a_long_word_is_broken() -> None:
    assert {size for size, _ in lines("word " * 30 + "end")} == {64}
    assert [line[-1:] for _, line in lines("m" * 60)] == ["-", "m"]


def test_a_year_and_a_publisher_stand_below() -> None:
    told = lines("Letters", begun="1919", created="1921-05-02", publisher="A Press")
    assert told == [(104, "Letters"), (44, "1919–1921"), (40, "A Press")]


@settings(max_examples=60)
@given(st.lists(st.text("abM論é-,", min_size=1, max_size=50), min_size=1, max_size=30))
def test_every_letter_of_a_title_is_on_its_cover(words: list[str]) -> None:
    title = " ".join(words)
    told = "".join(line for _, line in lines(title))
    assert told.replace("-", "").replace(" ", "") == title.replace("-", "").replace(" ", "")
