"""The calendar: lengths of months, weekdays, Old and New Style, Easter. Years before Christ are negative."""

from __future__ import annotations

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def astronomical(year: int) -> int:
    """*year* counted through zero, as arithmetic needs it: 1 B.C. (-1) is 0."""
    return year if year > 0 else year + 1


def is_leap(year: int, *, julian: bool = False) -> bool:
    """Whether *year* has a 29 February."""
    count = astronomical(year)
    return count % 4 == 0 and (julian or count % 100 != 0 or count % 400 == 0)


def month_length(year: int | None, month: int, *, julian: bool = False) -> int:
    """How many days *month* has; of an unknown year, how many it can have."""
    leap = month == 2 and (year is None or is_leap(year, julian=julian))
    return _LENGTHS[month - 1] + leap


def day_number(year: int, month: int, day: int, *, julian: bool = False) -> int:
    """The Julian day number, which counts days without regard to calendars."""
    shift = (14 - month) // 12
    years = astronomical(year) + 4800 - shift
    days = day + (153 * (month + 12 * shift - 3) + 2) // 5 + 365 * years + years // 4
    return days - 32083 if julian else days - years // 100 + years // 400 - 32045


def from_day_number(number: int, *, julian: bool = False) -> tuple[int, int, int]:
    """Year, month and day of a Julian day number."""
    rest = number + 32082 if julian else number + 32044
    centuries = 0
    if not julian:
        centuries = (4 * rest + 3) // 146097
        rest -= 146097 * centuries // 4
    years = (4 * rest + 3) // 1461
    rest -= 1461 * years // 4
    months = (5 * rest + 2) // 153
    day = rest - (153 * months + 2) // 5 + 1
    year = 100 * centuries + years - 4800 + months // 10
    return (year if year > 0 else year - 1), months + 3 - 12 * (months // 10), day


def to_gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The New Style date of an Old Style one."""
    return from_day_number(day_number(year, month, day, julian=True))


def to_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Old Style date of a New Style one."""
    return from_day_number(day_number(year, month, day), julian=True)


def weekday(year: int, month: int, day: int, *, julian: bool = False) -> int:
    """The day of the week, Monday being 0."""
    return day_number(year, month, day, julian=julian) % 7


def easter(year: int) -> int:
    """The day number of Easter Sunday, until 1582 by the Old Style (Meeus, Jones and Butcher)."""
    if year <= 1582:
        moon = (19 * (year % 19) + 15) % 30
        ahead = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + ahead + 114, 31)
        return day_number(year, month, day + 1)
    golden = year % 19
    century, rest = divmod(year, 100)
    correction = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (golden + 11 * correction + 22 * sunday) // 451
    month, day = divmod(correction + sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)
