"""Numbers in dates, in figures and words: days and years; and numbers that count something else."""

from __future__ import annotations

from collections.abc import Sequence

from rubricator.dates.lexer import Sort, Token
from rubricator.dates.lexicon import words

Number = tuple[int, int] | None
"""What was read and the position after it."""

_COUNTED = words(
    "men women people children persons million millions thousand hundred dozen head feet sheep"
    " cattle horse foot percent cent per kilometres kilos"
)
_NOT_PLURAL = words(
    "was is has as his this its us thus always perhaps afterwards towards unless besides across"
    " does yes alas ours theirs hers plus minus versus less whereas"
)


def numbered_day(tokens: Sequence[Token], i: int) -> Number:
    """A day in figures: "3", "3rd"."""
    token = tokens[i]
    if token.sort is Sort.NUMBER and len(token.word) > 2:
        return None
    good = token.sort in {Sort.NUMBER, Sort.ORDINAL} and token.word[0].isdigit() and 1 <= token.value <= 31
    return (token.value, i + 1) if good else None


def ordinal(tokens: Sequence[Token], i: int) -> Number:
    """An ordinal in words up to thirty-first: "third", "twenty-third", "three and twentieth"."""
    token = tokens[i]
    if token.sort is Sort.ORDINAL and not token.word[0].isdigit():
        return token.value, i + 1
    if token.sort is Sort.CARDINAL and token.value in {20, 30}:
        j = i + 1 + (tokens[i + 1].word == "-")
        unit = tokens[j]
        if unit.sort is Sort.ORDINAL and not unit.word[0].isdigit() and unit.value < 10:
            return token.value + unit.value, j + 1
    if token.sort is Sort.CARDINAL and token.value < 10 and tokens[i + 1].word == "and":
        tens = tokens[i + 2]
        if tens.sort is Sort.ORDINAL and tens.value in {20, 30} and not tens.word[0].isdigit():
            return tens.value + token.value, i + 3
    return None


def cardinal(tokens: Sequence[Token], i: int) -> Number:
    """A number below a hundred in words: "three", "twenty-five", "five-and-twenty"."""
    token = tokens[i]
    if token.sort is not Sort.CARDINAL:
        return None
    if token.value < 10:
        j = i + 1 + (tokens[i + 1].word == "-")
        k = j + 1 + (tokens[j + 1].word == "-") if tokens[j].word == "and" else 0
        if k and tokens[k].sort is Sort.CARDINAL and tokens[k].value >= 20:
            return tokens[k].value + token.value, k + 1
    if token.value >= 20:
        j = i + 1 + (tokens[i + 1].word == "-")
        if tokens[j].sort is Sort.CARDINAL and tokens[j].value < 10:
            return token.value + tokens[j].value, j + 1
    return token.value, i + 1


def written_year(tokens: Sequence[Token], i: int) -> Number:
    """A year in words: "eighteen hundred and forty-five", "nineteen seventeen"."""
    first = cardinal(tokens, i)
    if not first:
        return None
    hundreds, j = first
    if hundreds == 1 and tokens[j].word == "thousand":
        rest = cardinal(tokens, j + 1)
        if not rest or rest[0] > 9 or tokens[rest[1]].word != "hundred":
            return None
        hundreds, j = 10 + rest[0], rest[1]
    if not 10 <= hundreds <= 20:
        return None
    named = tokens[j].word == "hundred"
    j += named
    j += named and tokens[j].word == "and"
    j += not named and tokens[j].word == "-"
    rest = cardinal(tokens, j)
    if rest and (named or rest[0] > 9):
        return hundreds * 100 + rest[0], rest[1]
    return (hundreds * 100, j - (tokens[j - 1].word == "and")) if named else None


def counted(tokens: Sequence[Token], i: int, number: int, *, rarely: bool = False) -> bool:
    """Whether the number that ends at *i* counts what follows it ("1917 men", "2000 armed workers").

    Where numbers *rarely* count, a plural after one that is not round will be something else ("1917 sees").
    """
    after = tokens[i]
    if after.word in {"%", "°", "$", "£"}:
        return True
    if after.sort is not Sort.WORD or after.capital:
        return False
    if after.word in _COUNTED or (_plural(after) and not (rarely and number % 50)):
        return True
    return number % 50 == 0 and number > 0 and tokens[i + 1].sort is Sort.WORD and _plural(tokens[i + 1])


def _plural(token: Token) -> bool:
    word = token.word
    if word in _COUNTED:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL
