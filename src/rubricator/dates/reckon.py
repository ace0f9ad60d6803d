"""Relative dates reckoned from the day of writing."""

from __future__ import annotations

from dataclasses import replace

from rubricator.annotation import Certainty
from rubricator.dates import calendar, lexicon
from rubricator.dates.expressions import Moment, Relative
from rubricator.dates.extents import extent_of
from rubricator.dates.lexicon import Unit
from rubricator.dates.values import DateValue, Reference, iso

Attributes = tuple[tuple[str, str], ...]

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}


def reckon(relative: Relative, reference: Reference | None) -> DateValue | None:
    """What *relative* means on the day of *reference*; None if that is not known closely enough."""
    if reference is None:
        return None
    attributes = _named(relative, reference) if relative.of else _counted(relative, reference)
    if attributes is None:
        return None
    # "To-morrow" and "this year" are as often figures of speech.
    figurative = relative.of is None and (relative.count == 0 or relative == Relative(1, Unit.DAY))
    loose = relative.vague or reference.month is None or relative.unit in {Unit.DECADE, Unit.CENTURY}
    cert = Certainty.LOW if loose or figurative else Certainty.MEDIUM
    if relative.vague and attributes[0][0] == "when":
        attributes += (("precision", "low"),)
    evidence = f"Reckoned from {reference}."
    return DateValue(attributes, "relative", cert, evidence, ("reference",))


def _counted(relative: Relative, reference: Reference) -> Attributes | None:
    count = relative.count
    if relative.unit in _YEARS:
        year = _year(reference.year, count * _YEARS[relative.unit])
        if relative.unit is Unit.CENTURY and abs(count) <= 1 and not relative.vague:
            first = (reference.year - 1) // 100 * 100 + 1 + 100 * count
            return ("notBefore", iso(first)), ("notAfter", iso(first + 99))
        return (("when", iso(year)),)
    if relative.unit is Unit.MONTH:
        return (("when", iso(*months)),) if (months := _month(reference, count)) else None
    today = _today(reference)
    if today is None:
        return None
    if relative.unit is Unit.DAY:
        return (("when", iso(*calendar.from_day_number(today + count))),)
    # A week runs from Sunday to Saturday, as in the almanacs.
    sunday = today - (today + 1) % 7 + count * _DAYS[relative.unit]
    return _from_to(sunday, sunday + 6)


def _named(relative: Relative, reference: Reference) -> Attributes | None:
    named = relative.of
    assert named is not None
    if named.weekday is not None:
        today = _today(reference)
        if today is None:
            return None
        ahead = (named.weekday - today) % 7 or 7
        further = 7 * (abs(relative.count) - 1)
        day = today + ahead + further if relative.count > 0 else today - (7 - ahead % 7)
        return (("when", iso(*calendar.from_day_number(day))),)
    if named.feast or (named.month and named.day):
        return _of_the_year(named, relative.count, reference)
    if named.day is not None:
        month = _month(reference, relative.count)
        if month is None or named.day > calendar.month_length(*month):
            return None
        return (("when", iso(*month, named.day)),)
    if reference.month is None:
        return None
    if named.month is not None:
        year = reference.year
        if relative.count < 0 and named.month >= reference.month:
            year = _year(year, -1)
        if relative.count > 0 and named.month <= reference.month:
            year = _year(year, 1)
        return (("when", iso(year, named.month)),)
    opening, closing = lexicon.SEASONS[named.season]
    crosses = opening > closing
    here = reference.year * 12 + reference.month
    # The seasons of the years around, each as its first month counted from the beginning of our era.
    starts = [year * 12 + opening for year in range(reference.year - 2, reference.year + 3)]
    length = (closing - opening) % 12
    over = [start for start in starts if start + length < here]
    begun = [start for start in starts if start <= here]
    coming = [start for start in starts if start > here]
    season = (over if relative.count < 0 else begun)[-1] if relative.count <= 0 else coming[0]
    year = (season - 1) // 12
    return ("notBefore", iso(year, opening)), ("notAfter", iso(year + crosses, closing))


def _of_the_year(named: Moment, count: int, reference: Reference) -> Attributes | None:
    """The last day of that name before the day of writing, or the next after it."""
    if reference.month is None:
        return None
    today = iso(reference.year, reference.month, reference.day or 15)
    days = [
        extent.first
        for year in (reference.year - 1, reference.year, reference.year + 1)
        if not (extent := extent_of(replace(named, year=year))).problem
    ]
    near = [day for day in days if day < today] if count < 0 else [day for day in days if day > today]
    return (("when", near[-1 if count < 0 else 0]),) if near else None


def _year(year: int, count: int) -> int:
    """*year* moved by *count*, there being no year nought."""
    moved = calendar.astronomical(year) + count
    return moved if moved > 0 else moved - 1


def _month(reference: Reference, count: int) -> tuple[int, int] | None:
    if reference.month is None:
        return None
    years, month = divmod(reference.month - 1 + count, 12)
    return _year(reference.year, years), month + 1


def _today(reference: Reference) -> int | None:
    if reference.month is None or reference.day is None:
        return None
    return calendar.day_number(reference.year, reference.month, reference.day)


def _from_to(first: int, last: int) -> Attributes:
    return (
        ("notBefore", iso(*calendar.from_day_number(first))),
        ("notAfter", iso(*calendar.from_day_number(last))),
    )
