"""The grammar of limits: "not later than March 1920", "June, not earlier than 25th, 1913"."""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates.expressions import Bounds, Moment
from rubricator.dates.lexer import Sort
from rubricator.dates.moments import moment
from rubricator.dates.parts import period
from rubricator.dates.ranges import Parsed, empty, operand, share
from rubricator.dates.years import Parsed as Single
from rubricator.dates.years import Tokens

Openers = tuple[tuple[str, ...], ...]
STRICT_AFTER: Openers = (
    ("not", "earlier", "than"),
    ("no", "earlier", "than"),
    ("not", "before"),
    ("not", "vor"),
    ("not", "earlier"),
    ("later", "than"),
)
STRICT_BEFORE: Openers = (
    ("not", "later", "than"),
    ("no", "later", "than"),
    ("not", "after"),
    ("not", "later"),
    ("earlier", "than"),
)
LOOSE_AFTER: Openers = (("after",), ("since",), ("subsequent", "to"))
LOOSE_BEFORE: Openers = (("prior", "to"), ("before",), ("vor",), ("by",), ("until",), ("till",), ("up", "to"))


def bounds(tokens: Tokens, i: int, *, field: bool) -> Parsed:
    """not earlier than …; not before … but not after …; in a field also after …, before …."""
    after, before = STRICT_AFTER, STRICT_BEFORE
    if field:
        after, before = after + LOOSE_AFTER, before + LOOSE_BEFORE
    start = _opener(tokens, i, after)
    lower = _bound(tokens, start) if start else None
    if lower:
        j = lower[1]
        j += tokens[j].word == ","
        j += tokens[j].word in {"but", "and"}
        again = _opener(tokens, j, before)
        upper = _bound(tokens, again) if again else None
        if upper:
            shared = share(lower[0], upper[0])
            first, last = shared or (lower[0], upper[0])
            return Bounds(first, last), upper[1]
        return Bounds(after=lower[0]), lower[1]
    start = _opener(tokens, i, before)
    upper = _bound(tokens, start) if start else None
    return (Bounds(before=upper[0]), upper[1]) if upper else None


def within(tokens: Tokens, i: int, *, field: bool) -> Parsed:
    """November, prior to 9th, 1905; 1905, not earlier than June 11: a period with a bound inside it."""
    if tokens[i].sort not in {Sort.MONTH, Sort.NUMBER}:
        return None
    if tokens[i].sort is Sort.MONTH:
        outer: Moment = Moment(month=tokens[i].value)
        j = i + 1
        if not tokens[i].capital or tokens[i].slip:
            return None
    else:
        found = moment(tokens, i)
        if not found or found[0] != Moment(year=found[0].year):
            return None
        outer, j = found
    comma = tokens[j].word == ","
    j += comma
    is_after = _opener(tokens, j, STRICT_AFTER + (LOOSE_AFTER if field or comma else ()))
    is_before = _opener(tokens, j, STRICT_BEFORE + (LOOSE_BEFORE if field or comma else ()))
    start = is_after or is_before
    inner = operand(tokens, start, beside=replace(outer, day=1)) if start else None
    if not inner:
        return None
    limit, end = inner
    if outer.month and not (
        limit.day and limit.month is None and (limit.year is not None or not comma or field)
    ):
        return None
    if outer.year is not None and (limit.month is None or limit.year is not None):
        return None
    year = outer.year if outer.year is not None else limit.year
    outer, limit = replace(outer, year=year), replace(limit, year=year, month=limit.month or outer.month)
    return Bounds(after=limit if is_after else outer, before=outer if is_after else limit), end


def _bound(tokens: Tokens, i: int) -> Single:
    i += tokens[i].word in {"of", "from"}
    i += tokens[i].word == "the"
    found = period(tokens, i)
    return found if found and not empty(found[0]) else None


def _opener(tokens: Tokens, i: int, openers: Openers) -> int:
    """The position after one of *openers* at *i*, or 0."""
    for words in openers:
        if all(tokens[min(i + n, len(tokens) - 1)].word == word for n, word in enumerate(words)):
            return i + len(words)
    return 0
