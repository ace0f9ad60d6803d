"""What the grammar of dates is made of in any language: parts, units, seasons, feasts, numerals."""

from __future__ import annotations

import re
from enum import Enum, auto

ENGLISH_MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
ENGLISH_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class Part(Enum):
    """Which part of a month, season, year, decade or century is meant."""

    BEGINNING = "the beginning"
    MIDDLE = "the middle"
    END = "the end"
    FIRST_HALF = "the first half"
    SECOND_HALF = "the second half"


class Unit(Enum):
    """What relative expressions count in."""

    DAY = auto()
    WEEK = auto()
    FORTNIGHT = auto()
    MONTH = auto()
    YEAR = auto()
    DECADE = auto()
    CENTURY = auto()


def words(listed: str) -> frozenset[str]:
    """The words of a list written with spaces between them."""
    return frozenset(listed.split())


def numbered(lines: str) -> dict[str, int]:
    """Each word of the n-th line with the value n, from 1."""
    return {
        word: number for number, line in enumerate(lines.strip().splitlines(), 1) for word in line.split()
    }


SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
"""The first and the last month of each season."""

FIXED_FEASTS: dict[tuple[str, ...], tuple[int, int]] = {
    ("new", "year", "s", "day"): (1, 1),
    ("new", "year", "s", "eve"): (12, 31),
    ("twelfth", "night"): (1, 5),
    ("epiphany",): (1, 6),
    ("candlemas",): (2, 2),
    ("candlemas", "day"): (2, 2),
    ("st", "valentine", "s", "day"): (2, 14),
    ("lady", "day"): (3, 25),
    ("may", "day"): (5, 1),
    ("midsummer", "day"): (6, 24),
    ("lammas",): (8, 1),
    ("michaelmas",): (9, 29),
    ("michaelmas", "day"): (9, 29),
    ("all", "saints", "day"): (11, 1),
    ("all", "souls", "day"): (11, 2),
    ("martinmas",): (11, 11),
    ("christmas",): (12, 25),
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("xmas",): (12, 25),
    ("xmas", "day"): (12, 25),
    ("xmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
}

MOVABLE_FEASTS: dict[tuple[str, ...], int] = {
    ("shrove", "tuesday"): -47,
    ("ash", "wednesday"): -46,
    ("palm", "sunday"): -7,
    ("maundy", "thursday"): -3,
    ("good", "friday"): -2,
    ("easter", "eve"): -1,
    ("easter",): 0,
    ("easter", "day"): 0,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("easter", "tuesday"): 2,
    ("ascension", "day"): 39,
    ("whitsun",): 49,
    ("whit", "sunday"): 49,
    ("whitsunday",): 49,
    ("pentecost",): 49,
    ("whit", "monday"): 50,
    ("trinity", "sunday"): 56,
    ("corpus", "christi"): 60,
}
"""Days from Easter Sunday."""

FEASTS = sorted({*FIXED_FEASTS, *MOVABLE_FEASTS}, key=len, reverse=True)
FEAST_STARTS = frozenset(words[0] for words in FEASTS)

UNITS = {
    "day": Unit.DAY, "days": Unit.DAY, "week": Unit.WEEK, "weeks": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT, "month": Unit.MONTH, "months": Unit.MONTH, "year": Unit.YEAR,
    "anni": Unit.YEAR,
    "years": Unit.YEAR, "decade": Unit.DECADE, "decades": Unit.DECADE, "century": Unit.CENTURY,
    "centuries": Unit.CENTURY,
}  # fmt: skip

REPUBLICAN_MONTHS = numbered("""
vendémiaire vendemiaire
brumaire
frimaire
nivôse nivose
pluviôse pluviose
ventôse ventose
germinal
floréal floreal
prairial
messidor
thermidor
fructidor
""")

ROMAN_MONTHS = numbered("i\nii\niii\niv\nv\nvi\nvii\nviii\nix\nx\nxi\nxii")
_ROMAN = re.compile(r"(M{0,2})(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(numeral: str) -> int | None:
    """The number that *numeral*, in capitals, stands for."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
