"""Days of the Roman calendar: "the ides of March", "iv Kal. Jan. 1200", "pridie Nonas Maii"."""

from __future__ import annotations

from rubricator.dates import calendar, lexicon
from rubricator.dates.days import full_stop
from rubricator.dates.expressions import Moment
from rubricator.dates.lexer import Sort
from rubricator.dates.years import Parsed, Tokens, following_year

_KALENDS = frozenset({"kal", "kalend", "kalends", "calends", "kalendas", "kalendis"})
_NONES = frozenset({"non", "nones", "nonas", "nonis"})
_IDES = frozenset({"id", "ides", "idus", "idibus"})
_LATE = frozenset({3, 5, 7, 10})
"""Months with nones on the 7th and ides on the 15th; in the others both are two days sooner."""

STARTS = _KALENDS | _NONES | _IDES | {"pridie"}


def roman_day(tokens: Tokens, i: int) -> Parsed:
    """So many days (the last one counted) before the kalends, nones or ides of a month; or these days."""
    before, j = _count(tokens, i)
    j += j > i and tokens[j].word == "."
    for words in (("before", "the"), ("ante",), ("a", ".", "d", ".")):
        if j > i and [token.word for token in tokens[j : j + len(words)]] == list(words):
            j += len(words)
    named = tokens[j].word
    if named not in STARTS - {"pridie"}:
        return None
    short = named in {"kal", "non", "id"}
    if named in {"non", "id"} and before == 1:
        return None  # "Id." is as often "the same".
    j += 1
    j += short and tokens[j].word == "."
    j += tokens[j].word == "of"
    name = tokens[j]
    if name.sort is not Sort.MONTH or not name.capital:
        return None
    j = full_stop(tokens, j + 1)
    found = following_year(tokens, j)
    year = found[0].year if found else None
    month, day = _day(named, name.value, before, year or 1)
    if year is not None and month != name.value and name.value == 1:
        year -= 1  # Before the kalends of January it is still December of the year before.
    return Moment(year, month, day), found[1] if found and year is not None else j


def _count(tokens: Tokens, i: int) -> tuple[int, int]:
    if tokens[i].word == "pridie":
        return 2, i + 1
    number = lexicon.roman(tokens[i].word.replace("j", "i").upper()) if tokens[i].sort is Sort.WORD else None
    if tokens[i].sort is Sort.NUMBER:
        number = tokens[i].value
    return (number, i + 1) if number and 2 <= number <= 19 else (1, i)


def _day(named: str, month: int, before: int, year: int) -> tuple[int, int]:
    """Month and day so many days, the last one counted, before the *named* day of *month*."""
    sooner = 0 if month in _LATE else 2
    number = {"kal": 1, "cal": 1, "non": 7 - sooner}.get(named[:3], 15 - sooner)
    if number - before + 1 > 0:
        return month, number - before + 1
    previous = (month - 2) % 12 + 1
    return previous, calendar.month_length(year, previous, julian=True) + number - before + 1
