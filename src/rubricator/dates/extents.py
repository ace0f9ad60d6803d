"""From the first to the last day, month or year that a complete moment covers."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.dates import calendar, lexicon, styles
from rubricator.dates.expressions import Moment, Style
from rubricator.dates.lexicon import Part
from rubricator.dates.values import iso

_THIRDS = {Part.BEGINNING: (0, 1, 3), Part.MIDDLE: (1, 2, 3), Part.END: (2, 3, 3)}
_HALVES = {Part.FIRST_HALF: (0, 1, 2), Part.SECOND_HALF: (1, 2, 2)}
_PARTS = {
    Part.FIRST_QUARTER: (0, 1, 4),
    Part.SECOND_QUARTER: (1, 2, 4),
    Part.THIRD_QUARTER: (2, 3, 4),
    Part.LAST_QUARTER: (3, 4, 4),
    Part.FIRST_THIRD: (0, 1, 3),
    Part.SECOND_THIRD: (1, 2, 3),
    Part.LAST_THIRD: (2, 3, 3),
}
_FRACTIONS = _THIRDS | _HALVES | _PARTS


@dataclass(frozen=True, slots=True)
class Extent:
    """From the first to the last of what a moment covers, in W3C forms; *custom* is its Old Style form."""

    first: str
    last: str
    custom: str = ""
    problem: str = ""

    @property
    def point(self) -> bool:
        """Whether one W3C date says it all."""
        return self.first == self.last


def extent_of(moment: Moment) -> Extent:
    """What a complete moment covers."""
    year, month, day = moment.year, moment.month, moment.day
    if moment.span and year is not None:
        return _years(year, moment.span, moment.part)
    if moment.season and year is not None:
        return _season(moment, year)
    if moment.feast and day is None and year is not None:
        sunday = calendar.easter(year)
        feast = iso(*calendar.from_day_number(sunday + lexicon.MOVABLE_FEASTS[moment.feast]))
        return Extent(feast, feast)
    if day is not None:
        return _day(moment)
    if month is not None:
        if moment.part and year is not None:
            first, last = _days_of(moment.part, calendar.month_length(year, month))
            return Extent(iso(year, month, first), iso(year, month, last))
        return Extent(iso(year, month), iso(year, month))
    if year is not None and moment.short_year is not None:
        return Extent(iso(year), iso(moment.short_year))
    if moment.part and year is not None:
        first, last = _fraction(moment.part, 12)
        return Extent(iso(year, first + 1), iso(year, last))
    return Extent(iso(year), iso(year))


def _days_of(part: Part, length: int) -> tuple[int, int]:
    """The first and the last day of a part of a month: thirds are ten days, the first half is fifteen."""
    start, stop, whole = _FRACTIONS[part]
    return 1 + start * 30 // whole, length if stop == whole else stop * 30 // whole


def _fraction(part: Part, length: int) -> tuple[int, int]:
    start, stop, whole = _FRACTIONS[part]
    return start * length // whole, stop * length // whole


def _years(year: int, span: int, part: Part | None) -> Extent:
    first, last = _fraction(part, span) if part else (0, span)
    return Extent(iso(year + first), iso(year + last - 1))


def _season(moment: Moment, year: int) -> Extent:
    first, last = lexicon.SEASONS[moment.season]
    if first < last:
        if moment.part:
            start, stop = _fraction(moment.part, 3)
            if stop - start != 1:
                return Extent(iso(year, first), iso(year, last))
            return Extent(iso(year, first + start), iso(year, first + start))
        return Extent(iso(year, first), iso(year, last))
    if moment.short_year is not None:
        return Extent(iso(year, 12), iso(moment.short_year, 2))
    # The winter of 1917 may be the one it began with or the one it ended with.
    return Extent(iso(year, 1), iso(year + 1 or 1, 2))


def _day(moment: Moment) -> Extent:
    year, month, day = moment.year, moment.month, moment.day or 0
    if month is None:
        return Extent(iso(None, None, day), iso(None, None, day))
    old = moment.style is Style.OLD or moment.other is not None
    if day > calendar.month_length(year, month, julian=old):
        name = lexicon.ENGLISH_MONTHS[month - 1]
        length = calendar.month_length(year, month, julian=old)
        return Extent("", "", problem=f"{name} {'' if year is None else f'{year} '}has only {length} days")
    if year is None:
        return Extent(iso(None, month, day), iso(None, month, day))
    if moment.other:
        pair = styles.pair(moment, moment.other, year)
        if pair is None:
            return Extent("", "", problem="the two dates are not the same day in Old and New Style")
        julian, gregorian = (iso(each.year, each.month, each.day) for each in pair)
        return Extent(gregorian, gregorian, custom=julian)
    if moment.style is Style.OLD:
        gregorian = iso(*calendar.to_gregorian(year, month, day))
        return Extent(gregorian, gregorian, custom=iso(year, month, day))
    return Extent(iso(year, month, day), iso(year, month, day))
