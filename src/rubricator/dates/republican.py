"""The French Republican calendar, used from 1792 to the end of 1805: "18 brumaire an VIII"."""

from __future__ import annotations

from rubricator.dates import calendar, lexicon
from rubricator.dates.expressions import Moment
from rubricator.dates.lexer import Sort
from rubricator.dates.numbers import numbered_day, ordinal
from rubricator.dates.years import Parsed, Tokens

_NEW_YEARS_DAYS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
"""In September 1792 and each year after it: each year began on the day of the equinox at Paris."""


def republican(tokens: Tokens, i: int) -> Parsed:
    """A day of the Republic's, with its month and year."""
    i += tokens[i].word == "the"
    day = numbered_day(tokens, i) or ordinal(tokens, i)
    if not day or day[0] > 30:
        return None
    j = day[1] + (tokens[day[1]].word == "of")
    if tokens[j].sort is not Sort.REPUBLICAN:
        return None
    month, j = tokens[j].value, j + 1
    j += tokens[j].word == ","
    j += tokens[j].word in {"of", "in"}
    j += tokens[j].word in {"the", "l"}
    j += tokens[j].word in {"'", "’"}
    if tokens[j].word not in {"year", "an"}:
        return None
    token = tokens[j + 1]
    year = token.value if token.sort is Sort.NUMBER else lexicon.roman(token.word.upper())
    if not year or not 1 <= year <= len(_NEW_YEARS_DAYS):
        return None
    number = day_number(year, month, day[0])
    custom = f"{year:04}-{month:02}-{day[0]:02}"
    return Moment(*calendar.from_day_number(number), custom=custom), j + 2


def day_number(year: int, month: int, day: int) -> int:
    """The day number of a Republican date; every month has thirty days."""
    first = calendar.day_number(1791 + year, 9, _NEW_YEARS_DAYS[year - 1])
    return first + 30 * (month - 1) + day - 1
