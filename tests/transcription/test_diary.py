"""Diaries: which lines begin an entry, and which texts are diaries at all."""

from __future__ import annotations

import pytest

from rubricator.source import Source
from rubricator.transcription import read
from rubricator.transcription.diary import day

PROSE = "Went down to the harbour before it was light, and saw the boats come in one after the other."


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("June 3d. Monday.", "June 3d. Monday."),
        ("Wed. 5 June.", "Wed. 5 June."),
        ("Sunday, 9 June 1889", "Sunday, 9 June 1889"),
        ("1889 Juni 7. Fredag.", "1889 Juni 7. Fredag."),
        ("Tirsdag d. 4de Juni", "Tirsdag d. 4de Juni"),
        ("Le 3 mai", "Le 3 mai"),
        ("Freitag, 7. Juni", "Freitag, 7. Juni"),
        ("Monday", "Monday"),
        ("6th. Rain. Wrote to Mama.", "6th."),
        ("May 3. — Up early.", "May 3. —"),
        ("June 3. Monday. Left Hull.", "June 3. Monday."),
        ("March 5 was cold.", ""),
        ("Monday he came.", ""),
        ("1. May Day", ""),
        ("6. Rain", ""),
        ("1909. The year of the great strike", ""),
        ("1889", ""),
        ("On the 15th. of June", ""),
        ("London, 3 May 1889", ""),
    ],
)
def test_an_entry_begins_with_a_day_set_off(line: str, stated: str) -> None:
    found = day(line)
    assert (line[: found.end] if found else "") == stated


def kinds(title: str, *chunks: str) -> list[str]:
    page = "\n\n".join(["Anna Holm", title, "Written: 1889", *chunks])
    return [str(block.kind) for block in read(Source(page.encode(), "diary.txt")).blocks]


def test_every_entry_is_one_however_its_day_is_set() -> None:
    found = kinds(
        "Diary", f"June 3d. Monday.\n{PROSE}", "Wed. 5 June.", PROSE, f"6th. {PROSE}", "7 June", "Rain"
    )
    assert found == ["entry", "paragraph"] * 4


def test_in_a_diary_the_place_may_stand_before_the_day() -> None:
    days = [
        "Bath, January 1st, 1798.",
        PROSE,
        "Tuesday, 2.",
        PROSE,
        "Wednesday, 3.",
        PROSE,
        "Bristol, 9th.",
        PROSE,
    ]
    assert kinds("Diary", *days) == ["entry", "paragraph"] * 4
    assert "entry" not in kinds("The Strike", *days)


def test_entries_lie_within_the_sections_of_the_years() -> None:
    page = ["Anna Holm", "Diary", "Written: 1889"]
    for year in ("1889", "1890"):
        page += [year, f"3 June.\n{PROSE}", f"4 June.\n{PROSE}"]
    blocks = read(Source("\n\n".join(page).encode(), "diary.txt")).blocks
    assert [block.level for block in blocks if block.level] == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize(
    ("title", "chunks"),
    [
        ("The Strike", ["3 June 1889", PROSE, "4 June 1889", PROSE, "5 June 1889", PROSE]),
        ("The Strike", [f"3 June: {PROSE}", f"4 June: {PROSE}", f"5 June: {PROSE}"]),
        ("Diary", [f"3 June.\n{PROSE}", f"4 June.\n{PROSE}", PROSE]),
        ("Letters", ["Monday, 3 June", "Dear Mama,", PROSE] * 3),
    ],
)
def test_other_texts_with_dates_are_no_diaries(title: str, chunks: list[str]) -> None:
    assert "entry" not in kinds(title, *chunks)
