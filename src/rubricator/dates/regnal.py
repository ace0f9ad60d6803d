"""Regnal years: "the fourth year of the reign of King George III", "3 May 12 Hen. VIII"."""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates import calendar, lexicon
from rubricator.dates.expressions import Expression, Manner, Moment, Range
from rubricator.dates.lexer import Sort
from rubricator.dates.lexicon import words
from rubricator.dates.moments import moment
from rubricator.dates.numbers import numbered_day, ordinal
from rubricator.dates.years import Tokens

Parsed = tuple[Expression, int] | None

_Reign = tuple[int, int, int, int]
"""The day of accession (from which years of the reign are counted, in the style of its time), and the last
year of the reign."""

_REIGNS: dict[str, dict[int, _Reign]] = {
    "william": {
        1: (1066, 12, 25, 1087), 2: (1087, 9, 26, 1100), 3: (1689, 2, 13, 1702), 4: (1830, 6, 26, 1837),
    },
    "henry": {
        1: (1100, 8, 5, 1135), 2: (1154, 12, 19, 1189), 3: (1216, 10, 28, 1272), 4: (1399, 9, 30, 1413),
        5: (1413, 3, 21, 1422), 6: (1422, 9, 1, 1471), 7: (1485, 8, 22, 1509), 8: (1509, 4, 22, 1547),
    },
    "stephen": {1: (1135, 12, 26, 1154)},
    "richard": {1: (1189, 9, 3, 1199), 2: (1377, 6, 22, 1399), 3: (1483, 6, 26, 1485)},
    "edward": {
        1: (1272, 11, 20, 1307), 2: (1307, 7, 8, 1327), 3: (1327, 1, 25, 1377), 4: (1461, 3, 4, 1483),
        6: (1547, 1, 28, 1553), 7: (1901, 1, 22, 1910),
    },
    "mary": {1: (1553, 7, 6, 1558)},
    "elizabeth": {1: (1558, 11, 17, 1603), 2: (1952, 2, 6, 2022)},
    "james": {1: (1603, 3, 24, 1625), 2: (1685, 2, 6, 1688)},
    "charles": {1: (1625, 3, 27, 1649), 2: (1649, 1, 30, 1685)},
    "anne": {1: (1702, 3, 8, 1714)},
    "george": {
        1: (1714, 8, 1, 1727), 2: (1727, 6, 11, 1760), 3: (1760, 10, 25, 1820), 4: (1820, 1, 29, 1830),
        5: (1910, 5, 6, 1936), 6: (1936, 12, 11, 1952),
    },
    "victoria": {1: (1837, 6, 20, 1901)},
}  # fmt: skip
"""The rulers of England. John is not among them: his years began on Ascension Day, another day each year."""

_SHORT = {
    "hen": "henry", "henrici": "henry", "edw": "edward", "edwardi": "edward", "ric": "richard",
    "rich": "richard", "ricardi": "richard", "eliz": "elizabeth", "jac": "james", "jas": "james",
    "car": "charles", "chas": "charles", "geo": "george", "will": "william", "wm": "william",
    "gul": "william", "vict": "victoria", "ann": "anne",
}  # fmt: skip
_OF_RIGHT = words(
    "the reign of our said late most gracious sovereign lord lady dread king queen his her majesty majestys"
    " present excellent s '"
)
"""Words between "the fourth year of" and the name."""
_BETWEEN = frozenset({",", "in", "the", "and"})
_LAW = frozenset({"c", "cap", "ch", "chap", "st", "stat"})


def regnal(tokens: Tokens, i: int) -> Parsed:
    """A year of a reign at *i*, with its day and month before it or without them."""
    day = None
    if tokens[i].sort in {Sort.NUMBER, Sort.ORDINAL, Sort.MONTH, Sort.WEEKDAY, Sort.CARDINAL}:
        whole = _reign_year(tokens, i)
        if whole:
            return _year(*whole)
        day = moment(tokens, i)
    elif tokens[i].word == "the":
        whole = _reign_year(tokens, i + 1)
        return _year(*whole) if whole else None
    if not day or not day[0].day or not day[0].month or day[0].year is not None or day[0].other:
        return None
    j = day[1]
    while tokens[j].word in _BETWEEN:
        j += 1
    found = _reign_year(tokens, j)
    return _day(day[0], *found) if found else None


def _reign_year(tokens: Tokens, i: int) -> tuple[int, _Reign, int] | None:
    number = ordinal(tokens, i)
    if not number and tokens[i].sort in {Sort.NUMBER, Sort.ORDINAL} and len(tokens[i].word) <= 4:
        number = numbered_day(tokens, i) or (tokens[i].value, i + 1)
    if not number or not 1 <= number[0] <= 70:
        return None
    j = number[1]
    full = tokens[j].word == "year" and tokens[j + 1].word == "of"
    if full:
        j += 2
        while tokens[j].word in _OF_RIGHT or tokens[j].word in {"’", ","}:
            j += 1
    elif i and tokens[i - 1].word in {"&", "and", "-", "–", "/"}:
        return None  # "1 & 2 Vict." cites a law.
    name = tokens[j]
    called = _SHORT.get(name.word, name.word)
    if not name.capital or called not in _REIGNS or (not full and called == name.word != "anne"):
        return None
    j += 1
    j += tokens[j].word == "." and tokens[j].start == name.end
    return _with_number(tokens, j, called, number[0], full=full)


def _with_number(
    tokens: Tokens, j: int, called: str, year: int, *, full: bool
) -> tuple[int, _Reign, int] | None:
    """The reign by the ruler's number, or by the name alone where only one had it (or had it long before)."""
    reigns = _REIGNS[called]
    k = j + (tokens[j].word == "the")
    numeral = tokens[k]
    which = lexicon.roman(numeral.word.upper()) if numeral.sort is Sort.WORD and numeral.capital else None
    if numeral.sort is Sort.ORDINAL:
        which = numeral.value
    if which in reigns:
        j = k + 1
    elif which is None and (len(reigns) == 1 or called == "elizabeth"):
        which = 1
    else:
        return None
    reign = reigns[which]
    after = j + (tokens[j].word in {",", "."})
    if reign[0] + year - 1 > reign[3] or (not full and tokens[after].word in _LAW):
        return None
    return year, reign, j


def _year(year: int, reign: _Reign, end: int) -> Parsed:
    first = reign[0] + year - 1, reign[1], reign[2]
    last = calendar.from_day_number(calendar.day_number(first[0] + 1, *first[1:]) - 1)
    why = _why(reign)
    return Range(Moment(*first, slip=why), Moment(*last, slip=why), Manner.SOMETIME), end


def _day(day: Moment, year: int, reign: _Reign, end: int) -> Parsed:
    before = (day.month or 0, day.day or 0) < reign[1:3]
    return replace(day, year=reign[0] + year - 1 + before, slip=_why(reign)), end


def _why(reign: _Reign) -> str:
    name = lexicon.ENGLISH_MONTHS[reign[1] - 1]
    return f"years of the reign are counted from {reign[2]} {name} {reign[0]}"
