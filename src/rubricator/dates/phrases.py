"""The grammar of date expressions: moments, and what is made of them."""

from __future__ import annotations

from rubricator.dates import bounds, kalends, lexicon, parts, ranges, regnal
from rubricator.dates.ranges import Parsed
from rubricator.dates.years import Tokens

STARTS = (
    parts.STARTS
    | kalends.STARTS
    | set(lexicon.ROMAN_DAYS)
    | {"between", "from", "noon", "midnight"}
    | {words[0] for words in (*bounds.STRICT_AFTER, *bounds.STRICT_BEFORE)}
)
"""Words that open an expression, beside numbers and the names of months, days and seasons."""

LOOSE_STARTS = frozenset(words[0] for words in (*bounds.LOOSE_AFTER, *bounds.LOOSE_BEFORE))
"""Words that open an expression in a field alone."""


def phrase(tokens: Tokens, i: int, *, field: bool = False) -> Parsed:
    """The longest date expression at *i*; in a *field* "after", "before" and the like belong to it."""
    return (
        regnal.regnal(tokens, i)
        or ranges.between(tokens, i)
        or bounds.bounds(tokens, i, field=field)
        or bounds.within(tokens, i, field=field)
        or ranges.several(tokens, i)
        or parts.period(tokens, i)
    )
