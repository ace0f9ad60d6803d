"""The English of older hands: numerals like "xxvijth" and "5to", spellings like "daie", read as modern ones.

Only where a date can stand: a roman numeral is a day beside a month, or counts the years of a reign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubricator.dates import calendar, lexicon
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.lexicon import words

_SPELT = {
    "daie": "day", "daye": "day", "daies": "days", "dayes": "days", "yeare": "year", "yeere": "year",
    "yere": "year", "yeares": "years", "yeeres": "years", "moneth": "month", "monethes": "months",
    "moneths": "months", "weeke": "week", "weekes": "weeks", "raigne": "reign", "raign": "reign",
    "reigne": "reign", "rayne": "reign", "raygne": "reign", "soveraigne": "sovereign",
    "soveraign": "sovereign", "sovereigne": "sovereign", "soueraigne": "sovereign", "souereigne": "sovereign",
    "ladie": "lady", "ladye": "lady", "lorde": "lord", "maiestie": "majesty", "majestie": "majesty",
    "maties": "majesty", "kinge": "king", "kyng": "king", "quene": "queen", "queene": "queen",
    "oure": "our", "hundreth": "hundred", "hundredth": "hundred", "laste": "last", "nexte": "next",
    "dni": "domini", "dñi": "domini", "dom": "domini", "instante": "instant", "sevennight": "sennight",
    "senight": "sennight",
}  # fmt: skip
_ROMAN = re.compile(
    r"(?P<numeral>[xvl]{0,4}(?:ix|iv|v?[ij]{0,4}))(?P<ending>th|tie|ti|st|nd|rd|d|de|o|to|mo)?"
)
_LATIN = re.compile(r"(?P<number>\d{1,2})(?:°|º|o|mo|do|to|vo|no|uo|us)")
_LATIN_WORDS = {
    word: number
    for number, word in enumerate(
        "primo secundo tertio quarto quinto sexto septimo octavo nono decimo undecimo duodecimo".split(), 1
    )
} | {"vicesimo": 20, "vigesimo": 20, "tricesimo": 30, "trigesimo": 30}
_CARRIES_ON = words("of day die dies the")
_MONTHS = words("inst instant ult ulto ultimo prox proximo")
_OF_NOW = (["of", "this"], ["of", "last"], ["of", "next"])
_LAST_DAY = 31


def modern(stream: Sequence[Token]) -> list[Token]:
    """The tokens *stream* with what is old in them as the grammar knows it; each stays in its place."""
    found = list(stream)
    for index, token in enumerate(found):
        if token.sort is not Sort.WORD:
            continue
        word = token.word
        if word in _SPELT:
            found[index] = token._replace(word=_SPELT[word])
        elif word in {"ao", "ano"} and _counts_years(found, index + 1):
            found[index] = token._replace(word="anno")
    for index, token in enumerate(found):
        if token.sort is Sort.WORD and not token.slip:
            value = _day(found, index, token)
            if value:
                found[index] = token._replace(sort=Sort.ORDINAL, value=value, word=f"{value}th")
            elif token.word in {"die", "dies"} and _at_month(found, index + 1):
                found[index] = token._replace(word="day")
    return found


def _counts_years(stream: Sequence[Token], i: int) -> bool:
    """Whether a year stands at *i*, after a stop or "domini"."""
    while stream[i].word in {".", "domini", "°"}:
        i += 1
    return stream[i].sort is Sort.NUMBER and len(stream[i].word) == 4


def _day(stream: Sequence[Token], index: int, token: Token) -> int | None:
    """The day of the month (or year of a reign) that the word at *index* is, in roman or Latin."""
    word = token.word
    if word in {"last", "ultimo"}:
        return _last_day(stream, index)
    latin = _LATIN.fullmatch(word)
    if latin or word in _LATIN_WORDS:
        value = int(latin["number"]) if latin else _LATIN_WORDS[word]
        return value if 1 <= value <= _LAST_DAY and _at_month(stream, index + 1) else None
    roman = _ROMAN.fullmatch(word)
    if not roman or not roman["numeral"] or word == "id":  # the ides
        return None
    value = lexicon.roman(roman["numeral"].replace("j", "i").upper()) or 0
    if not 1 <= value <= 99 or (len(word) == 1 and word != "v" and word != "x"):
        return None
    if token.capital and not roman["ending"]:
        return None
    after = stream[index + 1].word
    if roman["ending"] and (
        after == "year" or after in _MONTHS or [after, stream[index + 2].word] in _OF_NOW
    ):
        return value
    before = stream[index - 1] if index else None
    beside = before is not None and before.sort is Sort.MONTH and len(word) > 1
    return value if value <= _LAST_DAY and (beside or _at_month(stream, index + 1)) else None


def _last_day(stream: Sequence[Token], index: int) -> int | None:
    """The number of the last day of the month that follows: "the last of May", "ultimo Martii 1621"."""
    i = index + 1
    if stream[index].word == "last":
        i += stream[i].word == "day"
        if stream[i].word != "of":
            return None
        i += 1
    name = stream[i]
    if name.sort is not Sort.MONTH or not name.capital:
        return None
    year = stream[i + 1]
    known = year.sort is Sort.NUMBER and len(year.word) == 4
    return calendar.month_length(year.value if known else 1, name.value)


def _at_month(stream: Sequence[Token], i: int) -> bool:
    """Whether the name of a month stands at *i*, but for "day", "of" and a stop."""
    last = min(i + 4, len(stream))
    stopped = False
    while i < last and (stream[i].word in _CARRIES_ON or stream[i].word in {".", ":", "°", "º"}):
        stopped = stream[i].word == "."
        i += 1
    return i < last and not stopped and stream[i].sort is Sort.MONTH and stream[i].capital
