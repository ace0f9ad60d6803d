"""Tokens of dates: numbers, months, weekdays and the like, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from rubricator.dates import lexicon
from rubricator.dates.languages import ENGLISH, Table
from rubricator.dates.languages.table import OTHER, OTHERS


class Sort(Enum):
    """What sort of token it is."""

    NUMBER = auto()
    ORDINAL = auto()
    CARDINAL = auto()
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    DECADE = auto()
    REPUBLICAN = auto()
    NUMERIC = auto()
    LETTERS = auto()
    MISREAD = auto()
    WORD = auto()
    MARK = auto()
    BREAK = auto()


class Token(NamedTuple):
    """One word, number or mark: *word* in lower case, *value* its number, month (1-12) or weekday (0-6).

    A word that the grammar knows is the English one for it; *rare*: it is as often no word of a date.
    *day_first*: the language knows no "May 3".
    """

    sort: Sort
    value: int
    word: str
    start: int
    end: int
    capital: bool = False
    slip: bool = False
    abbreviated: bool = False
    rare: bool = False
    day_first: bool = False


_PATTERN = r"""
    (?P<letters> LETTERS )
  | (?P<word> CONTRACTED [^\W\d_]+ )
  | (?P<numeric> (?<![\w.,/-])(?:
        \d{4}(?P<iso>[-/])(?:0[1-9]|1[0-2])(?P=iso)\d\d(?![\w/-])
      | \d{1,2}\.[ \xa0]?(?:\d{1,2}|[IVX]{1,4})\.[ \xa0]?(?:\d{4}|\d\d|\[\d{4}\])(?![\w/-]|[.,]\d)
      | \d{1,2}(?P<between>[./-])(?:\d{1,2}|[ivxIVX]{1,4})(?P=between)(?:\d{4}|\d\d)(?![\w/-]|[.,]\d) ))
  | (?P<latin> (?:[789]|10|X)b(?:e?r|re|ris)\b )
  | (?P<ordinal> \d{1,3} )[:^]?(?:ENDINGS)(?!\w)
  | (?P<decade> [1-9]\d{1,2}0 | (?<=['’‘])[1-9]0 )(?:DECADES)(?!\w)
  | (?P<junk> \d{1,3}(?:,\d{3})+(?!\d)\w* | \d+\.\d+\w* | \d+[½¼¾%°] )
  | (?P<misread> 1(?=\d*[Oo])[\dOo]{3}\b )
  | (?P<number> \d{1,9}(?!\w) | \d{4}(?=[A-Za-z]{2})(?!(?:th|st|nd|rd)\b) )
  | (?P<break> \n[^\S\n]*\n\s* )
  | (?P<other> \w+ )
  | (?P<mark> [^\w\s] )
"""

_ROMAN = re.compile(r"[IVXLCDM]{1,7}e?")
_NAMED = frozenset({Sort.MONTH, Sort.WEEKDAY, Sort.SEASON})
_NO_APOSTROPHE = str.maketrans("", "", "'’")
_SORTS = {
    "numeric": Sort.NUMERIC,
    "ordinal": Sort.ORDINAL,
    "decade": Sort.DECADE,
    "misread": Sort.MISREAD,
    "number": Sort.NUMBER,
    "break": Sort.BREAK,
    "mark": Sort.MARK,
}


Known = tuple[Sort, int, str, bool, bool, bool]
"""Sort, value, word, and whether it is a slip, an abbreviation, a word of other things too."""


@cache
def _lexer(table: Table) -> tuple[re.Pattern[str], dict[str, Known]]:
    """How the tokens of a language look, and its words."""
    pattern = _PATTERN.replace("LETTERS", table.letters).replace("ENDINGS", table.endings)
    pattern = pattern.replace("CONTRACTED", rf"(?:{table.contracted}) |" if table.contracted else "")
    known: dict[str, Known] = {}

    def learn(sort: Sort, words: Mapping[str, int], names: Sequence[str] = (), *, slip: bool = False) -> None:
        for word, value in words.items():
            rare = word in table.homographs or not table.capitals
            said = names[value - 1] if names and value <= len(names) and table.means is not None else word
            known[word] = (sort, value, said, slip, word in table.abbreviated, rare)

    for word, meaning in (table.means or {}).items():
        known[word] = (Sort.WORD, 0, meaning, False, False, False)
    learn(Sort.REPUBLICAN, lexicon.REPUBLICAN_MONTHS)
    learn(Sort.MONTH, table.slips[0], slip=True)
    learn(Sort.WEEKDAY, table.slips[1], slip=True)
    learn(Sort.MONTH, table.months)
    learn(Sort.WEEKDAY, table.weekdays)
    learn(Sort.ORDINAL, table.ordinals, tuple(ENGLISH.ordinals))
    learn(Sort.CARDINAL, table.cardinals, tuple(ENGLISH.cardinals))
    learn(Sort.DECADE, table.decades)
    for word, season in table.seasons.items():
        known[word] = (Sort.SEASON, 0, season, False, False, False)
    return re.compile(pattern.replace("DECADES", table.decade_endings), re.VERBOSE), known


def tokens(text: str, table: Table = ENGLISH) -> list[Token]:
    """The tokens of *text*; a blank line is a BREAK that no date crosses.

    Some BREAKs close the list, so that a rule may look ahead without asking whether there is more.
    """
    pattern, known = _lexer(table)
    found: list[Token] = []
    day_first = table is not ENGLISH
    for match in pattern.finditer(text):
        start, end = match.span()
        kind = match.lastgroup
        written = match.group()
        if kind == "word":
            word = written.lower().translate(_NO_APOSTROPHE)
            capital = written[0].isupper()
            reading = known.get(word)
            if reading is None:
                said = word if table.means is None or _ROMAN.fullmatch(written) else _unknown(word, table)
                found.append(Token(Sort.WORD, 0, said, start, end, capital))
                continue
            sort, value, said, slip, abbreviated, rare = reading
            capital = capital or (sort in _NAMED and not table.capitals)
            found.append(Token(sort, value, said, start, end, capital, slip, abbreviated, rare, day_first))
        elif kind == "mark":
            if written == "." and table.stop and found and _counts(found[-1], start):
                # In German a full stop makes an ordinal: "12. Mai".
                number = found.pop()
                found.append(number._replace(sort=Sort.ORDINAL, end=end))
            else:
                found.append(Token(Sort.MARK, 0, written, start, end))
        elif kind == "letters" and table.eras:
            era = next(era for opening, era in table.eras.items() if written.startswith(opening))
            found.append(Token(Sort.LETTERS, 0, era, start, end))
        else:
            token = _number(kind or "", match, start, end)
            found.append(token._replace(day_first=True) if day_first else token)
    found.extend([Token(Sort.BREAK, 0, "", len(text), len(text))] * 3)
    return _without_ordinal_stops(found) if table.stop else found


def _unknown(word: str, table: Table) -> str:
    return OTHERS if table.plural and len(word) > 3 and word.endswith(table.plural) else OTHER


def _counts(token: Token, end: int) -> bool:
    return token.sort is Sort.NUMBER and token.end == end and len(token.word) <= 2 and token.value <= 31


def _without_ordinal_stops(stream: list[Token]) -> list[Token]:
    """A full stop is the sentence's again where what follows it goes with no ordinal."""
    found: list[Token] = []
    for token, after in zip(stream, [*stream[1:], stream[-1]], strict=True):
        if token.sort is Sort.ORDINAL and token.word.isdigit() and not _goes_on(after, token):
            found.append(token._replace(sort=Sort.NUMBER, end=token.end - 1))
            found.append(Token(Sort.MARK, 0, ".", token.end - 1, token.end))
        else:
            found.append(token)
    return found


def _goes_on(after: Token, token: Token) -> bool:
    if after.sort in {Sort.MONTH, Sort.ORDINAL} or after.word in {"century", "and", "or", "to", "(", "/"}:
        return True
    roman = after.sort is Sort.WORD and after.word in lexicon.ROMAN_MONTHS
    return roman or (after.word in {"-", "–", "—"} and after.start - token.end <= 1)


def _number(kind: str, match: re.Match[str], start: int, end: int) -> Token:
    written = match.group()
    match kind:
        case "letters":
            return Token(Sort.LETTERS, 0, "".join(filter(str.isalpha, written)).lower(), start, end)
        case "latin":
            # September was the seventh month of the Roman year, and 7ber is still written for it.
            number = written.partition("b")[0].replace("X", "10")
            return Token(Sort.MONTH, int(number) + 2, written, start, end, True, abbreviated=True)
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
