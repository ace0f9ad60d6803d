"""The grammar of years: "1917", "44 B.C.", "1648/9", "’48", "eighteen hundred and five", "MDCCLX"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rubricator.dates import lexicon
from rubricator.dates.expressions import Moment
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.numbers import counted, written_year

Tokens = Sequence[Token]
Parsed = tuple[Moment, int] | None
"""What was read and the position after it."""


ERAS = {"ad": 1, "ce": 1, "bc": -1, "bce": -1}
_CLOSING = frozenset({Sort.MARK, Sort.BREAK})


def year(tokens: Tokens, i: int) -> Parsed:
    """A year, with the word for "year" that some languages put after it ("1933 г.")."""
    found = _bare_year(tokens, i)
    return (found[0], after_year(tokens, found[1])) if found else None


def after_year(tokens: Tokens, i: int) -> int:
    """The position after the word for "year" (or "years") at *i*, and its full stop, if it stands there."""
    if tokens[i].word != "anni":
        return i
    short = tokens[i].end - tokens[i].start <= 2 and tokens[i + 1].word == "."
    return i + 1 + short


def _bare_year(tokens: Tokens, i: int) -> Parsed:
    """A year: "1917", "44 B.C.", "the year 1648", "1648/9", "’48", "eighteen hundred and five", "MDCCLX"."""
    if tokens[i].word in {"the", "ye"} and tokens[i + 1].word == "year":
        i += 2
        if [token.word for token in tokens[i : i + 3]] == ["of", "our", "lord"]:
            i += 3
            i += tokens[i].word == "god"
    elif tokens[i].word in {"anno", "year"} and tokens[i + 1].word != "of":
        i += 1
        i += tokens[i].word in {"domini", "dom"}
    token = tokens[i]
    if token.word == "[":
        return _supplied(tokens, i + 1)
    if token.sort is Sort.LETTERS and token.word in {"ad", "ce"} and tokens[i + 1].sort is Sort.NUMBER:
        return Moment(year=tokens[i + 1].value), i + 2
    if token.sort is Sort.NUMBER:
        return _number_year(tokens, i)
    if token.sort is Sort.MISREAD:
        return Moment(year=token.value, slip="a letter O stands for a nought"), i + 1
    if token.word in {"'", "’", "‘"} and len(tokens[i + 1].word) == 2 and tokens[i + 1].sort is Sort.NUMBER:
        return Moment(short_year=tokens[i + 1].value), i + 2
    if token.sort is Sort.WORD and token.capital and len(token.word) > 3:
        number = lexicon.roman(token.word.upper())
        return (Moment(year=number), i + 1) if number and 1400 < number < 2100 else None
    written = written_year(tokens, i)
    return (Moment(year=written[0]), written[1]) if written else None


def _supplied(tokens: Tokens, i: int) -> Parsed:
    """The 1755] or 1755?] that an editor set in brackets."""
    doubted = tokens[i].word == "?"
    if tokens[i + doubted].sort not in {Sort.NUMBER, Sort.MARK}:
        return None
    inner = _bare_year(tokens, i + doubted)
    if not inner:
        return None
    found, j = inner
    if tokens[j].word == "?":
        doubted, j = True, j + 1
    if tokens[j].word != "]":
        return None
    return (replace(found, slip="its year was supplied with a doubt") if doubted else found), j + 1


def _number_year(tokens: Tokens, i: int) -> Parsed:
    token, after = tokens[i], tokens[i + 1]
    if after.sort is Sort.LETTERS and after.word in ERAS and token.value > 0:
        return Moment(year=token.value * ERAS[after.word]), i + 2
    if len(token.word) != 4 or not 1000 <= token.value <= 2100:
        return None
    if after.word == "/" and tokens[i + 2].sort is Sort.NUMBER and tokens[i + 2].start == after.end:
        digits = tokens[i + 2].word
        if digits == str(token.value + 1)[-len(digits) :]:
            return Moment(year=token.value, short_year=token.value + 1), i + 3
    return Moment(year=token.value), i + 1


def following_year(tokens: Tokens, i: int) -> Parsed:
    """A year after a month or day, with a comma, "of" or nothing between; no number of what follows."""
    j = i + (tokens[i].word in {",", "of"})
    if tokens[i].word in {".", ":"} and tokens[i + 1].sort is Sort.NUMBER and tokens[i + 2].sort in _CLOSING:
        found = year(tokens, i + 1)
        return (replace(found[0], slip="a full stop stands for a comma"), found[1]) if found else None
    if tokens[i].word in {".", ":"} and tokens[i + 1].word == "[":
        return year(tokens, i + 1)
    if tokens[j].word == "in" and tokens[j + 1].word == "the" and tokens[j + 2].word == "year":
        j += 1
    found = year(tokens, j)
    # "On May 12, 1500 men marched": after a comma a number may count, though few do that are not round.
    if found and tokens[i].word == "," and counted(tokens, found[1], found[0].year or 0, rarely=True):
        return None
    return found
