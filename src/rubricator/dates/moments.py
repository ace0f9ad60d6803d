"""The grammar of a single moment: a day, month, season, feast, year, decade or century.

Each rule takes the tokens and a position, and returns what it read and the position after it, or None.
"""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates.clock import clock, clock_first
from rubricator.dates.days import (
    CLOSE,
    OPEN,
    day_first,
    day_of_month,
    full_stop,
    month_first,
    numeric,
    slip_of,
)
from rubricator.dates.expressions import Moment
from rubricator.dates.friends import numbered_month
from rubricator.dates.kalends import roman_day
from rubricator.dates.lexer import Sort
from rubricator.dates.numbers import counted
from rubricator.dates.periods import century, decade, feast, season
from rubricator.dates.republican import republican
from rubricator.dates.years import Parsed, Tokens, following_year, year

_SHORT_PARTS = frozenset({"evg", "even", "eveng", "evng", "morn", "morng", "aft", "afternn", "nt"})
_PARTS_OF_DAY = _SHORT_PARTS | {"morning", "forenoon", "afternoon", "evening", "night", "noon", "midnight"}


def moment(tokens: Tokens, i: int) -> Parsed:
    """Any single moment at *i*."""
    timed = clock_first(tokens, i)
    if timed:
        found = moment(tokens, timed[1])
        if found and found[0].day and found[0].month and not found[0].clock:
            return replace(found[0], clock=timed[0]), found[1]
    match tokens[i].sort:
        case Sort.WEEKDAY:
            return _with_weekday(tokens, i)
        case Sort.MONTH:
            found = feast(tokens, i) or month_first(tokens, i)
        case Sort.NUMERIC:
            found = numeric(tokens, i)
        case Sort.SEASON:
            found = season(tokens, i)
        case Sort.DECADE:
            found = decade(tokens, i)
        case Sort.NUMBER | Sort.ORDINAL | Sort.CARDINAL | Sort.MISREAD | Sort.LETTERS:
            found = (
                republican(tokens, i)
                or roman_day(tokens, i)
                or numbered_month(tokens, i)
                or day_first(tokens, i)
                or _year_first(tokens, i)
                or century(tokens, i)
            )
            found = found or decade(tokens, i)
        case Sort.WORD:
            found = feast(tokens, i) or century(tokens, i) or decade(tokens, i) or _year_first(tokens, i)
            found = found or roman_day(tokens, i) or numbered_month(tokens, i)
        case Sort.MARK:
            found = _year_first(tokens, i)
        case _:
            return None
    return _afterwards(tokens, *found) if found else None


def _with_weekday(tokens: Tokens, i: int) -> Parsed:
    """Monday[,] [the] and the rest; or Monday alone."""
    if not tokens[i].capital:
        return None
    alone = Moment(weekday=tokens[i].value, slip=slip_of(tokens[i]))
    j = end = full_stop(tokens, i + 1)
    named, later = j, _part_of_day(tokens, j)
    end, j = later, later
    hour = clock(tokens, j)
    if hour:
        return replace(alone, clock=hour[0]), hour[1]
    if tokens[j].word in {",", ".", ":"}:
        j += 1
    if tokens[j].word in {"the", "ye"}:
        j += 1
    if tokens[j].word == "[":
        bracketed = moment(tokens, j + 1)
        whole = bracketed and bracketed[0].day and bracketed[0].month and bracketed[0].weekday is None
        if bracketed and whole and tokens[bracketed[1]].word == "]":
            return replace(bracketed[0], weekday=alone.weekday), bracketed[1] + 1
    if tokens[j].sort is not Sort.WEEKDAY:
        found = moment(tokens, j)
        if found and (found[0].day or found[0].feast) and found[0].weekday is None:
            return replace(found[0], weekday=alone.weekday, slip=found[0].slip or alone.slip), found[1]
        day = day_of_month(tokens, j)
        if (
            day
            and later == named
            and not counted(tokens, day[1], 0)
            and tokens[day[1]].word not in {":", "o"}
        ):
            shared = _joined_year(tokens, day[1])
            if shared:
                return replace(alone, day=day[0], year=shared[0].year), shared[1]
            return replace(alone, day=day[0]), day[1]
    return None if tokens[i].slip else (alone, end)


def _part_of_day(tokens: Tokens, i: int) -> int:
    """The position after "morning", ", Night", "Evg." at *i*, if one stands there."""
    j = i + (tokens[i].word == ",")
    if tokens[j].word not in _PARTS_OF_DAY or (j > i and not tokens[j].capital):
        return i
    short = tokens[j].word in _SHORT_PARTS and tokens[j + 1].word in {".", ":"}
    return j + 1 + short


def _joined_year(tokens: Tokens, i: int) -> Parsed:
    found = year(tokens, i) if tokens[i].sort is Sort.NUMBER else None
    return found if found and not counted(tokens, found[1], found[0].year or 0) else None


def _year_first(tokens: Tokens, i: int) -> Parsed:
    """1815 April 3; 1917, May 3; 1905-06; or the year alone."""
    found = year(tokens, i)
    if not found:
        return None
    first, j = found
    k = j + (tokens[j].word == ",")
    if first.year is not None and tokens[k].sort is Sort.MONTH and tokens[k].capital and not tokens[k].slip:
        name = tokens[k]
        day = day_of_month(tokens, full_stop(tokens, k + 1))
        if day and tokens[day[1]].sort is not Sort.NUMBER and not following_year(tokens, day[1]):
            return Moment(first.year, name.value, day[0]), day[1]
    if (
        first.year
        and tokens[j].word == "-"
        and tokens[j + 1].sort is Sort.NUMBER
        and first.short_year is None
    ):
        month = tokens[j + 1]
        glued = tokens[j].start == tokens[j - 1].end and month.start == tokens[j].end
        glued = glued and tokens[j + 2].word not in {"-", "/"}
        # "2014-11" can only be a month, "1905-06" will be two years.
        if glued and len(month.word) == 2 and 1 <= month.value <= min(12, first.year % 100):
            return replace(first, month=month.value), j + 2
    return found


def _weekday_after(tokens: Tokens, found: Moment, i: int) -> tuple[Moment, int]:
    """April 3rd 1815, Monday night."""
    j = i + (tokens[i].word == ",")
    name = tokens[j]
    if name.sort is not Sort.WEEKDAY or not name.capital or name.slip:
        return found, i
    end = full_stop(tokens, j + 1)
    later = _part_of_day(tokens, end)
    if later == end and tokens[end].sort is not Sort.BREAK and tokens[end].word not in {".", ")", "]"}:
        return found, i
    if tokens[later].sort in {Sort.NUMBER, Sort.ORDINAL, Sort.MONTH}:
        return found, i
    return replace(found, weekday=name.value), later


def _afterwards(tokens: Tokens, found: Moment, i: int) -> tuple[Moment, int]:
    """A time of day after a full date, and a question mark in brackets."""
    if found.day and found.year is not None:
        hour = clock(tokens, i)
        if hour:
            found, i = replace(found, clock=hour[0]), hour[1]
    if found.day and found.month and found.weekday is None:
        found, i = _weekday_after(tokens, found, i)
    if tokens[i].word in OPEN and tokens[i + 1].word == "?" and tokens[i + 2].word in CLOSE:
        return replace(found, doubtful=True), i + 3
    return found, i
