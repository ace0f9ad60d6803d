"""Tokens of dates: numbers, months, weekdays and the like, each with its place in the text."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from rubricator.dates import lexicon


class Sort(Enum):
    """What sort of token it is."""

    NUMBER = auto()
    ORDINAL = auto()
    CARDINAL = auto()
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    DECADE = auto()
    NUMERIC = auto()
    LETTERS = auto()
    MISREAD = auto()
    WORD = auto()
    MARK = auto()
    BREAK = auto()


class Token(NamedTuple):
    """One word, number or mark: *word* in lower case, *value* its number, month (1-12) or weekday (0-6)."""

    sort: Sort
    value: int
    word: str
    start: int
    end: int
    capital: bool = False
    slip: bool = False


_TOKEN = re.compile(
    r"""
    (?P<letters> (?:A\.\ ?D|B\.\ ?C(?:\.\ ?E)?|C\.\ ?E|O\.\ ?S|N\.\ ?S|[aApP]\.\ ?[mM])\b\.?
               | (?:AD|BCE?|CE)\b | (?:(?<=\d)|(?<=\d\ ))[apAP][mM]\b )
  | (?P<word> [^\W\d_]+ )
  | (?P<numeric> (?<![\w.,/-])(?:
        \d{4}-(?:0[1-9]|1[0-2])-\d\d(?![\w/-])
      | \d{1,2}\.[ \xa0]?\d{1,2}\.[ \xa0]?(?:\d{4}|\d\d|\[\d{4}\])(?![\w/-]|[.,]\d)
      | \d{1,2}(?P<between>[./-])(?:\d{1,2}|[ivxIVX]{1,4})(?P=between)(?:\d{4}|\d\d)(?![\w/-]|[.,]\d) ))
  | (?P<latin> (?:[789]|10)b(?:e?r|re|ris)\b )
  | (?P<ordinal> \d{1,3} )(?:st|nd|rd|th|d|ſt|ST|ND|RD|TH)\b
  | (?P<decade> [1-9]\d{1,2}0 | (?<=['’‘])[1-9]0 )['’]?s\b
  | (?P<junk> \d{1,3}(?:,\d{3})+(?!\d)\w* | \d+\.\d+\w* | \d+[½¼¾%°] )
  | (?P<misread> 1(?=\d*[Oo])[\dOo]{3}\b )
  | (?P<number> \d{1,9}(?!\w) | \d{4}(?=[A-Za-z]{2})(?!(?:th|st|nd|rd)\b) )
  | (?P<break> \n[^\S\n]*\n\s* )
  | (?P<other> \w+ )
  | (?P<mark> [^\w\s] )
""",
    re.VERBOSE,
)

_WORDS: dict[str, tuple[Sort, int, bool]] = {
    **{word: (Sort.MONTH, value, True) for word, value in lexicon.MISSPELT_MONTHS.items()},
    **{word: (Sort.WEEKDAY, value, True) for word, value in lexicon.MISSPELT_WEEKDAYS.items()},
    **{word: (Sort.MONTH, value, False) for word, value in lexicon.MONTHS.items()},
    **{word: (Sort.WEEKDAY, value, False) for word, value in lexicon.WEEKDAYS.items()},
    **{word: (Sort.ORDINAL, value, False) for word, value in lexicon.ORDINALS.items()},
    **{word: (Sort.CARDINAL, value, False) for word, value in lexicon.CARDINALS.items()},
    **{word: (Sort.DECADE, value, False) for word, value in lexicon.DECADES.items()},
    **dict.fromkeys(lexicon.SEASONS, (Sort.SEASON, 0, False)),
}
_PLAIN = (Sort.WORD, 0, False)
_SORTS = {
    "numeric": Sort.NUMERIC,
    "ordinal": Sort.ORDINAL,
    "decade": Sort.DECADE,
    "misread": Sort.MISREAD,
    "number": Sort.NUMBER,
    "break": Sort.BREAK,
    "mark": Sort.MARK,
}


def tokens(text: str) -> list[Token]:
    """The tokens of *text*; a blank line is a BREAK that no date crosses.

    Some BREAKs close the list, so that a rule may look ahead without asking whether there is more.
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        written = match.group()
        if kind == "word":
            word = written.lower()
            sort, value, slip = _WORDS.get(word, _PLAIN)
            found.append(Token(sort, value, word, start, end, written[0] != word[0], slip))
        elif kind == "mark":
            found.append(Token(Sort.MARK, 0, written, start, end))
        else:
            found.append(_number(kind or "", match, start, end))
    found.extend([Token(Sort.BREAK, 0, "", len(text), len(text))] * 3)
    return found


def _number(kind: str, match: re.Match[str], start: int, end: int) -> Token:
    written = match.group()
    match kind:
        case "letters":
            return Token(Sort.LETTERS, 0, "".join(filter(str.isalpha, written)).lower(), start, end)
        case "latin":
            # September was the seventh month of the Roman year, and 7ber is still written for it.
            return Token(Sort.MONTH, int(written.partition("b")[0]) + 2, written, start, end, True)
        case "ordinal" | "decade":
            return Token(_SORTS[kind], int(match[kind]), written, start, end)
        case "number":
            return Token(Sort.NUMBER, int(written), written, start, end)
        case "misread":
            return Token(Sort.MISREAD, int(written.upper().replace("O", "0")), written, start, end)
        case "numeric" | "break":
            return Token(_SORTS[kind], 0, written, start, end)
        case _:
            return Token(Sort.WORD, 0, written, start, end)
