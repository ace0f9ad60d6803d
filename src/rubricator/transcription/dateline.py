"""Datelines: lines that say where and when something was written ("Camp near Fort York, 3d. Septr 1814")."""

from __future__ import annotations

import re

from rubricator.dates import read_dates
from rubricator.dates.expressions import Bounds, Expression, Moment, Relative, Series
from rubricator.dates.languages import LANGUAGES

_LONGEST = 90
_MOST_BESIDES = 12
_LINKS = frozenset(
    "of the at in on off near by upon from under before de du des la le les am an im der den dem bei zu"
    " en el los chez près à sur aboard board camp house head quarters street road day past half o"
    " morning evening afternoon night noon midnight eve evg a.m p.m o'clock o’clock this my our ye"
    " and no".split()
)
"""Words in small letters that stand in a dateline beside names."""
_NO_PLACE = frozenset(
    "born died published first written source delivered transcribed translated printed an on in during"
    " since until after before about between when then".split()
)
"""Words that do not begin one: a header's field, a title or a sentence begins so."""
_TITLE = frozenset(
    "battle siege treaty revolution revolt speech death fall massacre trial letter letters report manifesto"
    " resolution diary journal notes issue number volume vol chapter part lecture sermon interview article"
    " history life events conference congress meeting strike election".split()
)
"""Words of titles that have a date."""
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_NEVER = re.compile(r"[?!“”\"…*=|<>]|\.\s+[^\W\d_]{4,}\s+[a-z]")
_BESIDES = re.compile(
    r"(?:^|[\s,;.])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*|\d+ (?:[ap]\.? ?m\b|o['’]clock).*"
    r"|(?:this|the|ye|le|den|de|el|am)\s*)$"
)
"""What stands between the place and the date: a weekday, a time, an article."""
_MARKS = " ,;:()[]—–-"
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.$")
_LEADING = re.compile(r"^(?:at|from|dated|given at|given in)\s+", re.I)


def dateline(text: str) -> tuple[str, str] | None:
    """The place (or nothing) and the date, if *text* says where and when something was written."""
    if len(text) > _LONGEST or _NEVER.search(text) or not re.search(r"\d|[IVX]{2}", text):
        return None
    for language in LANGUAGES:
        found = [read for read in read_dates(text, field=True, language=language) if _dated(read.expression)]
        if len(found) == 1:
            span = found[0].span
            place = _place(text[: span.start], text[span.end :])
            if place is not None:
                return place, found[0].written
    return None


def _dated(expression: Expression) -> bool:
    """Whether it says the day or the month of a year, or the day of some month."""
    match expression:
        case Moment():
            exact = expression.day is not None or (
                expression.month is not None and expression.year is not None
            )
            return exact and expression.span == 0 and expression.part is None
        case Relative() | Bounds() | Series():
            return False
        case _:
            return _dated(expression.first) or _dated(expression.last)


def _place(before: str, after: str) -> str | None:
    """What stands beside the date, if it can name a place: nothing, or names with the words that go along."""
    words = _WORD.findall(before) + _WORD.findall(after)
    if len(words) > _MOST_BESIDES or (words and words[0].casefold() in _NO_PLACE and words[0] != "On"):
        return None
    small = [word for word in words if word.islower() and word not in _LINKS]
    if (
        small
        or _TITLE.intersection(map(str.casefold, words))
        or (words and not any(word[0].isupper() for word in words))
    ):
        return None
    place = _BESIDES.sub("", _LEADING.sub("", (before if _WORD.search(before) else after).strip(_MARKS)))
    place = place.strip(_MARKS)
    return place if _ABBREVIATED.search(place) else place.strip(_MARKS + ".")
