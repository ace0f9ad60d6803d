"""The grammar of the time of day after a date: "10 a.m.", "10.30 p.m.", "noon"."""

from __future__ import annotations

import re

from rubricator.dates.lexer import Sort
from rubricator.dates.numbers import cardinal
from rubricator.dates.years import Tokens

_HOURS = frozenset({"h", "ho", "hor", "hora", "hour", "hours"})
_MINUTES = frozenset({"mi", "min", "minutes"})


def clock(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """[, at] 10 a.m.; 10.30 p.m.; 3 o'clock; as hours and minutes."""
    j = i + (tokens[i].word == ",")
    j += tokens[j].word == "at"
    if tokens[j].word in {"noon", "midnight"} and j > i:
        return ("12:00" if tokens[j].word == "noon" else "24:00"), j + 1
    hour, minutes, k = _hour(tokens, j)
    if hour is None:
        return None
    half = ""
    if tokens[k].sort is Sort.LETTERS and tokens[k].word in {"am", "pm"}:
        half, k = tokens[k].word, k + 1
    elif [token.word for token in tokens[k : k + 3]] in (["o", "'", "clock"], ["o", "’", "clock"]):
        k += 3
        return (f"{hour:02}:{minutes:02}", k) if hour > 12 else None
    elif tokens[j + 1].word != ":" or hour < 13:
        return None
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    return f"{hour:02}:{minutes:02}", k


def clock_first(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """10 p.m. [,] [on] before a date; noon, 5 May."""
    token = tokens[i]
    if token.word in {"noon", "midnight"}:
        found: tuple[str, int] | None = ("12:00" if token.word == "noon" else "24:00"), i + 1
    elif token.sort in {Sort.NUMBER, Sort.WORD, Sort.CARDINAL}:
        found = clock(tokens, i)
    else:
        return None
    if not found:
        return None
    j = found[1] + (tokens[found[1]].word == ",")
    j += tokens[j].word == "on"
    return found[0], j + (tokens[j].word in {"the", "ye"})


def hour_between(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The hour that casebooks set before the year: "ho. 3 p.m.", "h. 10.30 ante m.", "30 mi. past 9 a.m."."""
    named = tokens[i].word in _HOURS
    j = i + named + (named and tokens[i + 1].word == ".")
    past = tokens[j].value if tokens[j].sort is Sort.NUMBER and tokens[j + 1].word in _MINUTES else None
    if past is not None:
        j += 2 + (tokens[j + 2].word == ".")
        if tokens[j].word != "past" or past > 59:
            return None
        j += 1
    hour, minutes, j = _hour(tokens, j)
    if hour is None:
        return None
    half, j = _half(tokens, j)
    if not half or not 1 <= hour <= 12:
        return (f"{hour:02}:{past or minutes:02}", j) if named and not half and hour > 12 else None
    hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{past or minutes:02}", j


def _half(tokens: Tokens, i: int) -> tuple[str, int]:
    """a.m., p.m.; ante m., post merid."""
    if tokens[i].sort is Sort.LETTERS and tokens[i].word in {"am", "pm"}:
        return tokens[i].word, i + 1
    half = {"ante": "am", "post": "pm"}.get(tokens[i].word, "")
    if not half:
        return "", i
    i += 1
    if tokens[i].word in {"m", "mer", "merid", "meridiem"}:
        i += 1 + (tokens[i + 1].word == ".")
    return half, i


def _hour(tokens: Tokens, i: int) -> tuple[int | None, int, int]:
    token = tokens[i]
    if token.sort is Sort.NUMBER and token.value <= 24:
        if tokens[i + 1].word == ":" and tokens[i + 2].sort is Sort.NUMBER and tokens[i + 2].value < 60:
            return token.value, tokens[i + 2].value, i + 3
        return token.value, 0, i + 1
    match = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", token.word) if token.sort is Sort.WORD else None
    if match and int(match[1]) <= 24:
        return int(match[1]), int(match[2]), i + 1
    spelled = cardinal(tokens, i)
    return (spelled[0], 0, spelled[1]) if spelled and spelled[0] <= 12 else (None, 0, i)
