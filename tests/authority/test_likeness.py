"""Entries that may be one are named; those that cannot be are left in peace."""

from __future__ import annotations

import pytest

from rubricator.authority import EntryKind
from rubricator.authority.formats import Wish, read
from rubricator.authority.likeness import alike
from rubricator.source import Source


def pairs(rows: str, kind: EntryKind = EntryKind.PERSON) -> list[tuple[str, str, str]]:
    entries, _ = read(Source(f"id,name,variants,birth,death,gnd,viaf\n{rows}".encode(), "t.csv"), Wish(kind))
    return [(pair.first.id, pair.second.id, pair.why) for pair in alike(entries)]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("a,Leon Trotsky,,,,1,\nb,Lev Bronstein,,,,https://d-nb.info/gnd/1,", "both are GND 1"),
        ("a,Leon Trotsky,,1879,,,\nb,Trotsky Leon,,1879-11-07,,,", "the same name"),
        ("a,Christian Rakovsky,,,,,\nb,Christian Rakovski,,,,,", "nearly the same name (94 %)"),
        ("a,Leon Trotsky,Lev Bronstein,,,,\nb,Lev Bronstein,,,,,", "the same name"),
        ("a,Lenin,,,,,\nb,Lenin,,,,,", "the same name"),
        (
            'a,"Hardie, James Keir",,1856,1915,,\nb,"Hardie, Keir",,1856,1915,,',
            "the same surname, and a forename more or less",
        ),
        ("a,John Smith,,,,,\nb,John Alexander Smith,,,,,", "the same surname, and a forename more or less"),
        ("a,Mary Lord,,,,,\nb,Miss Mary Lord,,,,,", "the same surname, and a forename more or less"),
        ("a,Mr. Tregenna,,,,,\nb,Dr. Tregenna,,,,,", "nearly the same name (91 %)"),
        ("a,Émile Zola,,,,,\nb,Emile Zola,,,,,", "the same name"),
    ],
)
def test_entries_that_may_be_one_are_named_with_the_reason(rows: str, why: str) -> None:
    assert pairs(rows) == [("a", "b", why)]


@pytest.mark.parametrize(
    "rows",
    [
        "a,John Smith,,1790,,,\nb,John Smith,,1850,,,",  # two lives
        "a,John Smith,,,,1,\nb,John Smith,,,,2,",  # two numbers of one authority
        "a,Tobias Wren,Wren,,,,\nb,Jane Wren,Wren,,,,",  # of one surname
        "a,John Smith,,,,,\nb,Jane Smith,,,,,",
        "a,James Keir Hardie,,1856,,,\nb,Keir Hardie,,1886,,,",
        "a,James Keir Hardie,,,,,\nb,James Hardie Keir Lamb,,,,,",
        "a,James Keir Hardie,,,,,\nb,Hardie,,,,,",
        "a,John Tregenna,Mr. Tregenna,,,,\nb,Mrs. Tregenna,,,,,",
        'a,"Webb, Mrs. S.",,,,,\nb,"Webb, Sir S.",,,,,',
    ],
)
def test_entries_that_differ_are_not_named(rows: str) -> None:
    assert pairs(rows) == []


def test_places_of_a_word_are_compared_too() -> None:
    assert pairs("a,Konstantinopel,,,,,\nb,Constantinopel,,,,,\nc,Constantinople,,,,,", EntryKind.PLACE) == [
        ("b", "c", "nearly the same name (93 %)")
    ]
