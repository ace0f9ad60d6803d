"""What a date expression says, before it is reckoned: moments, ranges, bounds, series, relative dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from rubricator.dates.lexicon import Part, Unit


class Style(Enum):
    """The calendar a date is given in: the Julian one or the Gregorian one."""

    OLD = "Old Style"
    NEW = "New Style"


class Manner(Enum):
    """How the two ends of a range are meant."""

    THROUGHOUT = auto()
    """From the first to the last: `@from`, `@to`."""
    SOMETIME = auto()
    """At some time between, or one of the two: `@notBefore`, `@notAfter`."""
    BETWEEN = auto()
    """Between … and …, which is the one or the other as the edition will have it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, year, season, feast, decade or century, with as many of its parts as were written.

    Years before Christ are negative. *other* is the same day in the other style; *span* is how many years a
    decade (10) or a century (100) that begins with *year* holds; *slip* says what was read over, *shares*
    that it takes its month or year from its neighbour in a list.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    feast: tuple[str, ...] = ()
    span: int = 0
    part: Part | None = None
    style: Style | None = None
    other: Moment | None = None
    clock: str = ""
    about: bool = False
    doubtful: bool = False
    slip: str = ""
    shares: bool = False
    short_year: int | None = None
    custom: str = ""
    """The day as the Republic of 1792 counted it, by year, month and day."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another, or at some time between the two."""

    first: Moment
    last: Moment
    manner: Manner


@dataclass(frozen=True, slots=True)
class Bounds:
    """After a moment, before a moment, or both."""

    after: Moment | None = None
    before: Moment | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Several moments that share what only one of them has ("12 and 13 October"), with their tokens."""

    members: tuple[tuple[Moment, int, int], ...]


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units before (negative) or after the day of writing; *of* is a day, month or season there."""

    count: int
    unit: Unit
    of: Moment | None = None
    vague: bool = False


Expression = Moment | Range | Bounds | Series | Relative
