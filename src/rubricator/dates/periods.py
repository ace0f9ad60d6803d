"""The grammar of seasons, decades, centuries and feasts."""

from __future__ import annotations

import re
from dataclasses import replace

from rubricator.dates import lexicon
from rubricator.dates.expressions import Moment
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.numbers import counted, ordinal
from rubricator.dates.years import ERAS, Parsed, Tokens, after_year, following_year, year

_JOINTS = frozenset({"and", "or", "to", "&", "-", "–", "—", "/"})


def season(tokens: Tokens, i: int) -> Parsed:
    """Autumn 1895; the summer of 1905; the winter of 1905–06."""
    j = i + 1
    j += tokens[j].word == ","
    j += tokens[j].word == "of"
    if tokens[j].word in _JOINTS and tokens[j + 1].sort is Sort.SEASON:
        return Moment(season=tokens[i].word), j
    found = year(tokens, j)
    if not found or found[0].year is None or counted(tokens, found[1], found[0].year):
        return None
    first, j = found
    if first.short_year is None and tokens[j].word in {"-", "–", "/"} and tokens[j + 1].sort is Sort.NUMBER:
        digits = tokens[j + 1].word
        if digits == str((first.year or 0) + 1)[-len(digits) :]:
            winter = Moment(first.year, season=tokens[i].word, short_year=(first.year or 0) + 1)
            return winter, after_year(tokens, j + 2)
    return replace(first, season=tokens[i].word), j


def decade(tokens: Tokens, i: int) -> Parsed:
    """The 1890s; the eighteen-nineties; the nineties."""
    token = tokens[i]
    if token.sort is Sort.DECADE and token.value >= 100:
        return Moment(token.value, span=10), i + 1 + (tokens[i + 1].word in {"anni", "year"})
    if token.word == "decennium":
        after = tokens[i + 1]
        whole = after.sort is Sort.NUMBER and len(after.word) == 4 and after.value % 10 == 0
        return (Moment(after.value, span=10), i + 2) if whole else None
    if token.sort is Sort.DECADE:
        return Moment(span=10, short_year=token.value), i + 1
    if token.sort is Sort.CARDINAL:
        j = i + 1 + (tokens[i + 1].word == "-")
        if 10 <= token.value <= 20 and tokens[j].sort is Sort.DECADE and not tokens[j].word[0].isdigit():
            return Moment(token.value * 100 + tokens[j].value, span=10), j + 1
    return None


def century(tokens: Tokens, i: int) -> Parsed:
    """The nineteenth century; the 5th century B.C.; the XIXth century."""
    token = tokens[i]
    number = ordinal(tokens, i) or ((token.value, i + 1) if token.sort is Sort.ORDINAL else None)
    if not number and token.word == "century":
        number = _roman(tokens[i + 1], i + 1)
        if not number:
            return None
        j = number[1]
    else:
        number = number or _roman(token, i)
        if not number or tokens[number[1]].word != "century":
            return None
        j = number[1] + 1
    if not 1 <= number[0] <= 21:
        return None
    era = ERAS.get(tokens[j].word, 1) if tokens[j].sort is Sort.LETTERS else 0
    first = number[0] * 100 - 99 if era >= 0 else -number[0] * 100
    return Moment(first, span=100), j + (era != 0)


def _roman(token: Token, i: int) -> tuple[int, int] | None:
    """A Roman numeral with an ordinal's ending or without: "XIX", "XIXth", "XIXe"."""
    numeral = re.sub(r"(?:th|st|nd|rd|e)$", "", token.word) if token.capital else ""
    value = lexicon.roman(numeral.upper())
    return (value, i + 1) if value else None


def feast(tokens: Tokens, i: int) -> Parsed:
    """Christmas Day, 1820; Easter 1916; Lady-day."""
    if tokens[i].word not in lexicon.FEAST_STARTS or not (tokens[i].capital or tokens[i].word == "feast"):
        return None
    for words in lexicon.FEASTS:
        j = i
        for word in words:
            while j > i and tokens[j].word in {"-", "'", "’", "."} and tokens[j].start == tokens[j - 1].end:
                j += 1
            if tokens[j].word != word:
                break
            j += 1
        else:
            found = following_year(tokens, j)
            month, day = lexicon.FIXED_FEASTS.get(words, (None, None))
            if found and found[0].year is not None:
                return Moment(found[0].year, month, day, feast=words), found[1]
            return Moment(None, month, day, feast=words), j
    return None
