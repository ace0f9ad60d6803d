"""What a date leaves out, supplied from the context: the century, the year, the month."""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates import calendar, lexicon
from rubricator.dates.expressions import Moment
from rubricator.dates.values import Reference, iso

_MISDATED_AFTER = 35
"""A "Monday 14th" that no Monday within so many days fits is taken for a slip of the diarist's."""


def supply(moment: Moment, reference: Reference | None) -> tuple[Moment | None, tuple[str, ...]]:
    """*moment* with the year, or month and year, that it leaves out, and the names of these."""
    if moment.span == 10 and moment.year is None:
        if reference is None:
            return None, ()
        year = reference.year // 100 * 100 + (moment.short_year or 0)
        return replace(moment, year=year if year <= reference.year else year - 100, short_year=None), (
            "century",
        )
    if moment.year is None and moment.short_year is not None:
        if reference is None:
            return (replace(moment, short_year=None), ()) if moment.month else (None, ())
        year = reference.year // 100 * 100 + moment.short_year
        return replace(moment, year=year if year <= reference.year + 5 else year - 100, short_year=None), (
            "century",
        )
    if moment.year is not None and moment.day and moment.month is None:
        return _of_that_year(moment, reference)
    if moment.year is not None:
        return moment, ()
    if moment.month is None and not moment.season and not moment.feast:
        return _of_some_month(moment, reference)
    if reference is None:
        return (moment, ()) if moment.month else (None, ())
    return replace(moment, year=_nearest_year(moment, reference)), ("year",)


def _of_some_month(moment: Moment, reference: Reference | None) -> tuple[Moment | None, tuple[str, ...]]:
    """A weekday with a day of the month, or alone: the nearest such day."""
    if moment.weekday is None or reference is None or reference.month is None or reference.day is None:
        return (moment, ()) if moment.day else (None, ())
    here = calendar.day_number(reference.year, reference.month, reference.day)
    ahead = here + (moment.weekday - here) % 7
    if moment.day is None:
        year, month, day = calendar.from_day_number(ahead)
        return replace(moment, year=year, month=month, day=day), ("day",)
    for distance in range(_MISDATED_AFTER):
        for number in (here + distance, here - distance):
            date = calendar.from_day_number(number)
            if date[2] == moment.day and number % 7 == moment.weekday:
                return replace(moment, year=date[0], month=date[1]), ("month",)
    # No day near fits both: the writer lost count, and people know the day of the week better.
    for number in (ahead, ahead - 7, ahead + 7):
        date = calendar.from_day_number(number)
        if abs(date[2] - moment.day) <= 3:
            name = lexicon.ENGLISH_WEEKDAYS[moment.weekday]
            slip = f"no {name} near is day {moment.day} of its month, {iso(*date)} is the nearest {name}"
            return replace(moment, year=date[0], month=date[1], day=date[2], slip=slip), ("month",)
    return replace(moment, year=reference.year, month=reference.month), ("month",)


def _of_that_year(moment: Moment, reference: Reference | None) -> tuple[Moment | None, tuple[str, ...]]:
    """A day of the month with its year but not its month: the nearest month in which the weekday fits."""
    here = reference.month or 1 if reference and reference.year == moment.year else 1
    for month in sorted(range(1, 13), key=lambda month: abs(month - here)):
        date = (moment.year or 1, month, moment.day or 1)
        if date[2] <= calendar.month_length(*date[:2]) and moment.weekday in {None, calendar.weekday(*date)}:
            return (replace(moment, month=month), ("month",)) if reference else (None, ())
    return None, ()


def _nearest_year(moment: Moment, reference: Reference) -> int:
    if reference.month is None or not moment.month:
        return reference.year
    here = reference.month * 31 + (reference.day or 15)
    there = moment.month * 31 + (moment.day or 15)
    years = sorted(
        (reference.year - 1, reference.year, reference.year + 1),
        key=lambda year: (
            abs(year - reference.year)
            if reference.whole_year
            else abs((year - reference.year) * 372 + there - here)
        ),
    )
    if moment.weekday is not None and moment.day:
        for year in years:
            if moment.day <= calendar.month_length(year, moment.month) and (
                calendar.weekday(year, moment.month, moment.day) == moment.weekday
            ):
                return year
    return years[0]
