"""The English words of dates, in their old spellings too: months, weekdays, numbers, seasons, feasts."""

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


def _table(lines: str) -> dict[str, int]:
    """Each word of the n-th line with the value n, from 1."""
    return {
        word: number for number, line in enumerate(lines.strip().splitlines(), 1) for word in line.split()
    }


MONTHS = _table("""
january jan jany janry januarie ianuary ianuarie jan’y
february feb feby febry febr februarie februari
march mar marche mch
april apr apl aprl aprill aprile
may maye
june jun iune junij
july jul iuly julie iulie july
august aug augt auguste
september sept sep septr sepr septbr septembre
october oct octr octbr octobre octob
november nov novr novbr nouember novembre nouembre
december dec decr decbr decembre
""")

ABBREVIATED = words(
    "jan jany janry feb feby febry febr mar mch apr apl aprl jun jul aug augt sept sep septr sepr"
    " septbr oct octr octbr octob nov novr novbr dec decr decbr mon tue tues wed weds thu thur"
    " thurs fri sat sun"
)

HOMOGRAPHS = frozenset({"march", "may", "august", "april", "june", "mar", "jan", "jun", "augt", "auguste"})
"""Month names that are also words, or names of people."""

WEEKDAYS = {
    word: number - 1
    for word, number in _table("""
monday mon munday
tuesday tues tue tewsday
wednesday weds wed wensday
thursday thurs thur thu
friday fri fryday
saturday sat saterday
sunday sun sonday
""").items()
}

ORDINALS = _table("""
first
second
third
fourth
fifth
sixth
seventh
eighth
ninth
tenth
eleventh
twelfth twelveth
thirteenth
fourteenth
fifteenth
sixteenth
seventeenth
eighteenth
nineteenth
twentieth
""") | {"thirtieth": 30}

CARDINALS = _table("""
one
two
three
four
five
six
seven
eight
nine
ten
eleven
twelve
thirteen
fourteen
fifteen
sixteen
seventeen
eighteen
nineteen
twenty
""") | {
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

DECADES = {
    "tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

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
    "years": Unit.YEAR, "decade": Unit.DECADE, "decades": Unit.DECADE, "century": Unit.CENTURY,
    "centuries": Unit.CENTURY,
}  # fmt: skip

ROMAN_MONTHS = _table("i\nii\niii\niv\nv\nvi\nvii\nviii\nix\nx\nxi\nxii")
_ROMAN = re.compile(r"(M{0,2})(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(numeral: str) -> int | None:
    """The number that *numeral*, in capitals, stands for."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _one_edit(word: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + c + b[1:] for a, b in cuts if b for c in letters),
        *(a + c + b for a, b in cuts for c in letters),
    }


def _misspelt(names: list[str], known: dict[str, int], first: int) -> dict[str, int]:
    found = {
        variant: number
        for number, name in enumerate(names, first)
        if len(name) > 5
        for variant in _one_edit(name.lower())
        if variant not in known and not variant.endswith("s")
    }
    for word in ("augusta", "augusti", "auguste", "mondaye"):
        found.pop(word, None)
    return found


MISSPELT_MONTHS = _misspelt(ENGLISH_MONTHS, MONTHS, 1)
MISSPELT_WEEKDAYS = _misspelt(ENGLISH_WEEKDAYS, WEEKDAYS, 0)
"""Slips of one letter ("Deptember", "Wednesay"); a slip counts only where the rest makes a full date."""
