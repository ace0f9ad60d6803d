"""The dates of Quakers, who number the months: "2d of 3d mo. 1838", "3rd month 2nd, 1838"."""

from __future__ import annotations

import re

from rubricator.dates.expressions import Moment
from rubricator.dates.lexer import Sort
from rubricator.dates.numbers import numbered_day, ordinal
from rubricator.dates.years import Parsed, Tokens, following_year

_FROM_JANUARY = 1752
"""Before this year the first month was March, and January and February were the last of the year before."""

_MARCH_FIRST = "until 1751 Friends counted the months from March"
_JOINED = re.compile(r"(\d{1,2})(?:mo|mth)")


def numbered_month(tokens: Tokens, i: int) -> Parsed:
    """A day, the number of its month, and the year, in either order."""
    month = _month(tokens, i)
    if month:
        day = _day(tokens, month[1])
        return _of_year(tokens, day[1], month[0], day[0]) if day else None
    day = _day(tokens, i)
    if not day:
        return None
    j = day[1] + (tokens[day[1]].word == "day")
    j += tokens[j].word == "of"
    j += tokens[j].word == "the"
    month = _month(tokens, j)
    return _of_year(tokens, month[1], month[0], day[0]) if month else None


def _day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    i += tokens[i].word == ","
    return numbered_day(tokens, i) or ordinal(tokens, i)


def _month(tokens: Tokens, i: int) -> tuple[int, int] | None:
    number = _day(tokens, i)
    joined = _JOINED.fullmatch(tokens[i].word)
    if joined:
        return (int(joined[1]), i + 1 + (tokens[i + 1].word == ".")) if 1 <= int(joined[1]) <= 12 else None
    if not number or number[0] > 12 or tokens[number[1]].word not in {"mo", "month"}:
        return None
    return number[0], number[1] + 1 + (tokens[number[1] + 1].word == "." and tokens[number[1]].word == "mo")


def _of_year(tokens: Tokens, i: int, month: int, day: int) -> Parsed:
    found = following_year(tokens, i)
    if not found or not found[0].year or tokens[i].sort is Sort.BREAK:
        return None
    if found[0].year >= _FROM_JANUARY:
        return Moment(found[0].year, month, day), found[1]
    # September to December 1751 were the seventh month to the tenth, as their names say.
    counted = (month + 1) % 12 + 1
    year = (found[0].short_year or found[0].year + 1) if month > 10 else found[0].short_year or found[0].year
    return Moment(year, counted, day, slip=_MARCH_FIRST), found[1]
