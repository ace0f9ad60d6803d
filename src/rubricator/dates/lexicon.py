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
    FIRST_QUARTER = "the first quarter"
    SECOND_QUARTER = "the second quarter"
    THIRD_QUARTER = "the third quarter"
    LAST_QUARTER = "the last quarter"
    FIRST_THIRD = "the first third"
    SECOND_THIRD = "the second third"
    LAST_THIRD = "the last third"


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
    ("st", "john", "the", "baptist", "s", "day"): (6, 24),
    ("st", "john", "the", "evangelist", "s", "day"): (12, 27),
    ("feast", "of", "st", "john", "the", "baptist"): (6, 24),
    ("feast", "of", "st", "john", "the", "evangelist"): (12, 27),
    ("feast", "of", "the", "epiphany"): (1, 6),
    ("feast", "of", "the", "purification"): (2, 2),
    ("feast", "of", "the", "annunciation"): (3, 25),
    ("feast", "of", "the", "assumption"): (8, 15),
    ("feast", "of", "the", "nativity"): (12, 25),
    ("feast", "of", "all", "saints"): (11, 1),
    ("feast", "of", "all", "souls"): (11, 2),
    ("holy", "innocents", "day"): (12, 28),
    (
        "all",
        "hallows",
    ): (11, 1),
    ("hallowmas",): (11, 1),
    ("hallow", "e", "en"): (10, 31),
    ("halloween",): (10, 31),
    ("guy", "fawkes", "day"): (11, 5),
    ("guy", "fawkes", "night"): (11, 5),
    ("armistice", "day"): (11, 11),
    ("empire", "day"): (5, 24),
    ("bastille", "day"): (7, 14),
    ("independence", "day"): (7, 4),
}

MOVABLE_FEASTS: dict[tuple[str, ...], int] = {
    ("septuagesima",): -63,
    ("septuagesima", "sunday"): -63,
    ("sexagesima",): -56,
    ("sexagesima", "sunday"): -56,
    ("quinquagesima",): -49,
    ("quinquagesima", "sunday"): -49,
    ("shrove", "sunday"): -49,
    ("shrove", "monday"): -48,
    ("shrove", "tuesday"): -47,
    ("ash", "wednesday"): -46,
    ("mothering", "sunday"): -21,
    ("passion", "sunday"): -14,
    ("palm", "sunday"): -7,
    ("maundy", "thursday"): -3,
    ("good", "friday"): -2,
    ("holy", "saturday"): -1,
    ("easter", "eve"): -1,
    ("easter",): 0,
    ("easter", "day"): 0,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("easter", "tuesday"): 2,
    ("low", "sunday"): 7,
    ("rogation", "sunday"): 35,
    ("ascension", "day"): 39,
    ("feast", "of", "the", "ascension"): 39,
    ("feast", "of", "pentecost"): 49,
    ("feast", "of", "easter"): 0,
    ("feast", "of", "corpus", "christi"): 60,
    ("whitsun",): 49,
    ("whit", "sunday"): 49,
    ("whitsunday",): 49,
    ("pentecost",): 49,
    ("whit", "monday"): 50,
    ("whit", "tuesday"): 51,
    ("whitsun", "eve"): 48,
    ("whitsun", "monday"): 50,
    ("whitsun", "tuesday"): 51,
    ("trinity", "sunday"): 56,
    ("corpus", "christi"): 60,
}
"""Days from Easter Sunday."""

SAINTS = {
    "hilary": (1, 13), "agnes": (1, 21), "vincent": (1, 22), "matthias": (2, 24), "david": (3, 1),
    "gregory": (3, 12), "patrick": (3, 17), "george": (4, 23), "mark": (4, 25), "dunstan": (5, 19),
    "augustine": (5, 26), "barnabas": (6, 11), "botolph": (6, 17), "alban": (6, 22), "peter": (6, 29),
    "swithin": (7, 15),
    "margaret": (7, 20), "james": (7, 25), "lawrence": (8, 10), "laurence": (8, 10), "bartholomew": (8, 24),
    "giles": (9, 1), "matthew": (9, 21), "michael": (9, 29), "jerome": (9, 30), "denis": (10, 9),
    "luke": (10, 18), "crispin": (10, 25),
    "leonard": (11, 6), "martin": (11, 11), "edmund": (11, 20), "cecilia": (11, 22), "clement": (11, 23),
    "catherine": (11, 25),
    "katherine": (11, 25), "andrew": (11, 30), "nicholas": (12, 6), "lucy": (12, 13), "stephen": (12, 26),
    "sylvester": (12, 31),
}  # fmt: skip
"""The days of saints that have one day only in the calendars of the Western Church (St. John has two)."""

for _saint, _day in SAINTS.items():
    for _words in (("s", "day"), ("day",)):
        FIXED_FEASTS["st", _saint, *_words] = _day
        FIXED_FEASTS["saint", _saint, *_words] = _day
    FIXED_FEASTS["feast", "of", "st", _saint] = _day
    FIXED_FEASTS["feast", "of", "saint", _saint] = _day

FEASTS = sorted({*FIXED_FEASTS, *MOVABLE_FEASTS}, key=len, reverse=True)
FEAST_STARTS = frozenset(words[0] for words in FEASTS)

UNITS = {
    "day": Unit.DAY, "days": Unit.DAY, "week": Unit.WEEK, "weeks": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT, "month": Unit.MONTH, "months": Unit.MONTH, "year": Unit.YEAR,
    "anni": Unit.YEAR, "sennight": Unit.WEEK, "twelvemonth": Unit.YEAR,
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

ROMAN_DAYS = tuple("ii iii iiii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix".split())
"""Numbers of days before the kalends."""

ROMAN_MONTHS = numbered("i\nii\niii\niv\nv\nvi\nvii\nviii\nix\nx\nxi\nxii")
_ROMAN = re.compile(r"(M{0,2})(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(numeral: str) -> int | None:
    """The number that *numeral*, in capitals, stands for."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
