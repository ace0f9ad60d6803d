"""Old Style and New Style: which of two dates of one day is which."""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates import calendar
from rubricator.dates.expressions import Moment


def pair(one: Moment, two: Moment, year: int) -> tuple[Moment, Moment] | None:
    """The two as (Old Style, New Style) dates of one day, both complete; None if they are not of one day.

    What the second leaves out (its month, its year) is supplied.
    """
    if one.month is None or one.day is None or two.day is None:
        return None
    first = replace(one, year=year, other=None, style=None)
    for old_first in (True, False):
        other = (calendar.to_gregorian if old_first else calendar.to_julian)(year, one.month, one.day)
        agrees = two.day == other[2] and two.month in {None, other[1]} and two.year in {None, other[0]}
        if agrees and other != (year, one.month, one.day):
            second = Moment(*other)
            return (first, second) if old_first else (second, first)
    return None


def differ(one: Moment, two: Moment, year: int | None) -> bool:
    """Whether the two can be one day in the two styles; without a year, in any century from the sixteenth."""
    years = (year,) if year is not None else (1650, 1750, 1850, 1917)
    return any(pair(one, two, candidate) is not None for candidate in years)
