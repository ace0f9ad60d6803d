"""Whether the attributes of a date say what its words say, as far as words alone can tell."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rubricator.dates import calendar, lexicon, styles
from rubricator.dates.expressions import Bounds, Expression, Manner, Moment, Range, Relative, Series
from rubricator.dates.extents import extent_of

Days = tuple[float, float]
"""From one day number to another; an open end is infinite."""

STARTS, ENDS = ("when", "from", "notBefore"), ("when", "to", "notAfter")
DATING = ("when", "from", "to", "notBefore", "notAfter")

_W3C = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|Z|[+-]\d\d:\d\d)?")
_YEARLESS = re.compile(r"--(\d\d)(?:-(\d\d))?|---(\d\d)")
_OPEN: Days = (-math.inf, math.inf)
_ABOUT_YEARS, _ABOUT_DAYS = 3660, 31
"""How far "about 1890" and "about 3 May 1890" reach, in days."""
_DOUBT = 5 * 366
_FEAST = 15
"""A feast names its tide as well as its day."""
_LOST_COUNT = 3
"""An editor who believes a diarist's weekday moves the date by so many days at most."""
_JULIAN_UNTIL = 1923
"""When the last states of Europe gave up the Old Style."""
_YEARS_TRIED = 5


def w3c(value: str) -> Days | None:
    """The days that a W3C date (year, month or day) covers; None if it is no such date or has no year."""
    match = _W3C.fullmatch(value)
    if not match or int(match[1]) == 0:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if month > 12 or (day and day > calendar.month_length(year, month)):
        return None
    return _days(Moment(year, month or None, day or None))


def agrees(said: Expression, attributes: Mapping[str, str]) -> bool:
    """Whether what the words *said* can be what the *attributes* say; a relative date can be any."""
    if isinstance(said, Relative):
        return True
    yearless = next((match for each in attributes.values() if (match := _YEARLESS.fullmatch(each))), None)
    if yearless:
        return not isinstance(said, Moment) or _same_day(said, yearless)
    given = given_by(attributes)
    if given is None:
        return True
    match said:
        case Moment():
            return _moment_agrees(said, given)
        case Range() | Series():
            first, last = (
                (said.first, said.last)
                if isinstance(said, Range)
                else (said.members[0][0], said.members[-1][0])
            )
            starts, ends = _edge(attributes, STARTS), _edge(attributes, ENDS)
            both = "when" not in attributes and starts and ends
            if both and isinstance(said, Range) and said.manner is Manner.THROUGHOUT:
                return _moment_agrees(first, starts or _OPEN) and _moment_agrees(last, ends or _OPEN)
            return _hull_agrees(first, last, given)
        case Bounds():
            return _hull_agrees(said.after, said.before, given)


def weekday_differs(said: Expression, attributes: Mapping[str, str]) -> str:
    """The weekday that the day of `@when` was, if the words name it and another weekday; else empty."""
    match = _W3C.fullmatch(attributes.get("when", ""))
    if not isinstance(said, Moment) or said.weekday is None or not match or not match[3]:
        return ""
    day = (int(match[1]), int(match[2]), int(match[3]))
    if w3c(attributes["when"]) is None or said.weekday in _weekdays(day):
        return ""
    return lexicon.ENGLISH_WEEKDAYS[calendar.weekday(*day)]


def _weekdays(day: tuple[int, int, int]) -> set[int]:
    """The weekdays that a day of that name was, in the calendars in use."""
    found = {calendar.weekday(*day)}
    return found | {calendar.weekday(*day, julian=True)} if day[0] <= _JULIAN_UNTIL else found


def given_by(attributes: Mapping[str, str]) -> Days | None:
    """The days that the attributes allow; where only `@from` or `@to` stands, that end itself."""
    starts, ends = _edge(attributes, STARTS), _edge(attributes, ENDS)
    if starts is None and ends is None:
        return None
    if ends is None and starts and "from" in attributes:
        return starts
    if starts is None and ends and "to" in attributes:
        return ends
    return (starts or _OPEN)[0], (ends or _OPEN)[1]


def _edge(attributes: Mapping[str, str], names: tuple[str, ...]) -> Days | None:
    for name in names:
        if name in attributes and (days := w3c(attributes[name])):
            return days
    return None


def _hull_agrees(first: Moment | None, last: Moment | None, given: Days) -> bool:
    starts = list(_readings(first, given)) if first else []
    ends = list(_readings(last, given)) if last else []
    if len(starts) == len(ends):
        # The n-th reading of both is that in the same year and style.
        return not starts or any(
            start[0] <= given[1] and end[1] >= given[0] for start, end in zip(starts, ends, strict=True)
        )
    low = min((start for start, _ in starts), default=-math.inf)
    high = max((end for _, end in ends), default=math.inf)
    return low <= given[1] and high >= given[0]


def _moment_agrees(said: Moment, given: Days) -> bool:
    one_day = given[0] == given[1]
    if said.weekday is not None and one_day:
        weekday = said.weekday in _weekdays(calendar.from_day_number(int(given[0])))
        if said.day is None and said.feast == ():
            return weekday
        if weekday:
            # The words contradict themselves, and the attribute follows the weekday.
            given = given[0] - _LOST_COUNT, given[1] + _LOST_COUNT
    if said.day is not None and said.month is None:
        return not one_day or any(
            _day_is(said.day, number) for number in range(int(given[0]), int(given[1]) + 1)
        )
    readings = list(_readings(said, given))
    return not readings or any(low <= given[1] and high >= given[0] for low, high in readings)


def _day_is(day: int, number: int) -> bool:
    names = {calendar.from_day_number(number)[2], calendar.from_day_number(number, julian=True)[2]}
    return day in names


def _readings(said: Moment, given: Days) -> Iterator[Days]:
    """The days that *said* can mean; none where it says too little to contradict anything."""
    if said.month is None and said.year is None and said.short_year is None and not said.feast:
        return
    if said.slip.startswith("day and month") and said.month and said.day:
        yield from _readings(replace(said, month=said.day, day=said.month, slip=""), given)
    for year in _years(said, given):
        full = replace(said, year=year, part=None, short_year=None, clock="")
        if said.feast and said.month is None and not 1583 <= year <= 2500:
            return
        for days in _of_year(full):
            slack = _slack(said)
            yield days[0] - slack, days[1] + slack


def _slack(said: Moment) -> int:
    if said.about:
        return _ABOUT_DAYS if said.month else _ABOUT_YEARS
    if said.doubtful:
        return _DOUBT
    if said.season:
        return _ABOUT_DAYS
    if said.span == 100:
        return 366
    return _FEAST if said.feast else 0


def _years(said: Moment, given: Days) -> list[int]:
    """The years that the moment may be in: those it names, else those of the attributes."""
    if said.year is not None:
        years = [said.year, *([said.short_year] if said.short_year is not None else [])]
        # Until 1752 the English year began on 25 March.
        if said.month and said.year <= 1752 and (said.month, said.day or 0) < (3, 25):
            years.append(said.year + 1)
        return years
    low, high = given
    low, high = (high if math.isinf(low) else low), (low if math.isinf(high) else high)
    first, last = (calendar.from_day_number(int(number))[0] for number in (low, high))
    if last - first > _YEARS_TRIED:
        return []
    tried = [year for year in range(first - 1, last + 2) if year]
    if said.short_year is None:
        return tried
    width = 10 if said.span else 1
    return [year for year in tried if year % 100 // width == said.short_year // width]


def _of_year(full: Moment) -> Iterator[Days]:
    assert full.year is not None
    if full.season or full.span or (full.feast and full.month is None):
        extent = extent_of(full)
        if (first := w3c(extent.first)) and (last := w3c(extent.last)):
            yield first[0], last[1]
        return
    if full.day is None or full.month is None:
        yield _days(full)
        return
    for moment in filter(None, (full, full.other and replace(full.other, year=full.other.year or full.year))):
        month = moment.month or full.month
        date = (moment.year or full.year, month, moment.day or full.day)
        if date[2] <= calendar.month_length(date[0], month):
            number = calendar.day_number(*date)
            yield number, number
        if date[0] <= _JULIAN_UNTIL and date[2] <= calendar.month_length(date[0], month, julian=True):
            number = calendar.day_number(*date, julian=True)
            yield number, number
    if full.other and (pair := styles.pair(full, full.other, full.year)):
        new = pair[1]
        number = calendar.day_number(new.year or full.year, new.month or 1, new.day or 1)
        yield number, number


def _days(moment: Moment) -> Days:
    year, month, day = moment.year or 1, moment.month, moment.day
    first = calendar.day_number(year, month or 1, day or 1)
    if day:
        return first, first
    last = calendar.day_number(year, month or 12, calendar.month_length(year, month or 12))
    return first, last


def _same_day(said: Moment, yearless: re.Match[str]) -> bool:
    month, day = int(yearless[1] or 0), int(yearless[2] or yearless[3] or 0)
    if said.feast or said.season or said.part or said.about:
        return True
    if month and said.month and month != said.month:
        return False
    return not (day and said.day and day != said.day)
