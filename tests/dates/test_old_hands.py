"""Old numerals and spellings in running text, and days told from the day of writing as letters tell them."""

from __future__ import annotations

import pytest

from rubricator.dates import find_dates

WRITTEN = "1815-06-20"  # a Tuesday


def found(text: str) -> list[tuple[str, str]]:
    return [(one.written, " ".join(v for _, v in one.value.attributes)) for one in find_dates(text, WRITTEN)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("I had yours of the 3rd. inst. and answer it.", "3rd. inst.", "1815-06-03"),
        ("yours of the xxth inst. came", "xxth inst.", "1815-06-20"),
        ("your letter of the 5th current", "5th current", "1815-06-05"),
        ("on the vth of this instant", "vth of this instant", "1815-06-05"),
        ("on the 5th of this present month", "5th of this present month", "1815-06-05"),
        ("Rent was due at Michaelmas last.", "Michaelmas last", "1814-09-29"),
        ("at Lady Day next we move", "Lady Day next", "1816-03-25"),
        ("since Easter last he is ill", "Easter last", "1815-03-26"),
        ("we met last Christmas at Hull", "last Christmas", "1814-12-25"),
        ("on the 4th of December last", "4th of December last", "1814-12-04"),
        ("upon the 24th of August last past", "24th of August last past", "1814-08-24"),
        ("the 10th of October next ensuing", "10th of October next ensuing", "1815-10-10"),
        ("He came on Thursday evening last.", "Thursday evening last", "1815-06-15"),
        ("on the eight of June 1602 he", "eight of June 1602", "1602-06-08"),
        ("I saw her a twelvemonth ago.", "a twelvemonth ago", "1814"),
    ],
)
def test_letters_tell_days_from_the_day_of_writing(text: str, words: str, when: str) -> None:
    assert (words, when) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "I may go, and I March with them.",
        "The sum was vi of them, and xij of these.",
        "He was the last of the Mays.",
        "She came last, and after her came Tom.",
        "See chapter xii. March on to the next.",
        "He sat there all last Michaelmas Term.",
        "It was the last day, and he said nothing of it.",
        "One of May's hats, and two of them; twenty men.",
        "Henry VIII, by the grace of God",
    ],
)
def test_numerals_and_words_that_are_no_days_are_let_be(text: str) -> None:
    assert found(text) == []
