"""Whether the words around an expression make it a date: a number a year, a month's name a month."""

from __future__ import annotations

from collections.abc import Sequence

from rubricator.dates.expressions import Bounds, Expression, Moment, Range, Relative, Series
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.lexicon import ABBREVIATED, HOMOGRAPHS, words
from rubricator.dates.numbers import counted

_BEFORE_A_YEAR = words(
    "in since of by until till before after from to between during about circa c ca year years"
    " anno through throughout for than into around ad early late"
)
_BEFORE_A_MONTH = words(
    "in since of by until till before after from during last next this early late mid throughout through"
)
_DATED_THINGS = words(
    "revolution revolutions election elections edition census congress conference war uprising"
    " constitution treaty act manifesto programme program budget strike crisis insurrection"
    " rebellion campaign census"
)
_NUMBERED = words("no nos number p pp page pages vol volume room line lines col chapter ch fol f ff § art")
_HARMLESS = frozenset(".,;:)]”’\"!?—–-'")


def dated_by_context(
    tokens: Sequence[Token], i: int, end: int, expression: Expression, *, field: bool
) -> bool:
    """Whether the *expression* at tokens *i* to *end* is a date where it stands."""
    match expression:
        case Relative():
            return True
        case Moment():
            return _moment(tokens, i, end, expression, field=field)
        case Range():
            return _several(tokens, i, end, (expression.first, expression.last), field=field)
        case Series():
            return _several(tokens, i, end, [member for member, _, _ in expression.members], field=field)
        case Bounds():
            years = [each for each in (expression.after, expression.before) if each]
            return all(not _only_year(each) or not counted(tokens, end, each.year or 0) for each in years)


def _moment(tokens: Sequence[Token], i: int, end: int, moment: Moment, *, field: bool) -> bool:
    if moment.month or moment.season or moment.span:
        if moment.month and not moment.day and moment.year is None and not moment.part:
            return _month_alone(tokens, i, end, moment, field=field)
        if moment.span == 10 and moment.year is None:
            return tokens[i - 1].word == "the" and i > 0 and tokens[i - 2].word in _BEFORE_A_YEAR
        if moment.day and moment.year is None:
            return not _numbered(tokens, i)
        if moment.season and (moment.year or 0) % 100 == 0:
            return not counted(tokens, end, moment.year or 0)
        return not (moment.span == 100 and tokens[end].word == "-")
    if moment.feast:
        return moment.year is not None or ((len(moment.feast) > 1 or field) and moment.feast != ("epiphany",))
    if moment.day:
        return moment.weekday is not None and (field or not tokens[end - 1].word.isdigit())
    if moment.weekday is not None:
        return field
    if moment.about and not field:
        first = tokens[i].word
        sure = (
            first in {"circa", "c", "ca"} or tokens[end].word in _HARMLESS or tokens[end].sort is Sort.BREAK
        )
        return sure and not counted(tokens, end, moment.year or 0)
    if moment.part:
        return not counted(tokens, end, moment.year or 0)
    if moment.short_year is not None and moment.year is None:
        return i > 0 and tokens[i - 1].word in {"in", "of", "since", "from", "to", "until", "by"}
    return _year(tokens, i, end, moment.year or 0, field=field)


def _only_year(moment: Moment) -> bool:
    return moment == Moment(moment.year)


def _numbered(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before makes the number at *i* that of an issue or page ("No. 30, June")."""
    before = tokens[i - 1] if i else None
    if before and before.word == "." and i > 1:
        before = tokens[i - 2]
    return before is not None and before.word in _NUMBERED and tokens[i].sort is Sort.NUMBER


def _month_alone(tokens: Sequence[Token], i: int, end: int, moment: Moment, *, field: bool) -> bool:
    before = tokens[i - 1].word if i else ""
    after = tokens[end]
    if (
        before in {"the", "a", "an"}
        or after.word in {"-", "'", "’"}
        or (after.capital and before not in _BEFORE_A_MONTH)
    ):
        return False
    word = tokens[i].word
    if word in HOMOGRAPHS or word in ABBREVIATED:
        return before in _BEFORE_A_MONTH or (field and after.sort is Sort.BREAK)
    return True


def _several(tokens: Sequence[Token], i: int, end: int, moments: Sequence[Moment], *, field: bool) -> bool:
    last = moments[-1]
    if any(each.month and each.year is None and not each.day for each in moments):
        opening = tokens[i].word in {"from", "between"}
        before = tokens[i - 1].word if i else ""
        return field or opening or before in _BEFORE_A_MONTH
    if any(each.weekday is not None and not each.day for each in moments):
        return field and all(each.weekday is not None for each in moments)
    if not all(_only_year(each) for each in moments):
        return not (any(map(_only_year, moments)) and counted(tokens, end, last.year or 0))
    if counted(tokens, end, last.year or 0) or _numbered(tokens, i) or not _plausible(moments):
        return False
    opening = tokens[i].word in {"from", "between"}
    joined_by_dash = tokens[i + 1].word in {"-", "–", "—", "/"}
    return field or opening or joined_by_dash or _introduced(tokens, i)


def _plausible(years: Sequence[Moment]) -> bool:
    values = [each.year or 0 for each in years]
    return values == sorted(values) and values[-1] - values[0] <= 1000


def _introduced(tokens: Sequence[Token], i: int) -> bool:
    if i == 0:
        return False
    before = tokens[i - 1]
    return before.word in _BEFORE_A_YEAR or before.word in {"(", "["}


def _year(tokens: Sequence[Token], i: int, end: int, year: int, *, field: bool) -> bool:
    """Whether the bare number at *i* is a year."""
    written = tokens[i]
    after = tokens[end]
    if end - i > 1 and written.sort in {Sort.NUMBER, Sort.LETTERS}:
        return True
    if written.word in {"year", "anno", "the"}:
        return True
    if counted(tokens, end, year) or _numbered(tokens, i):
        return False
    before = tokens[i - 1] if i else None
    if (
        after.word in {":", "/", "-", "–"}
        and tokens[end + 1].start == after.end
        and tokens[end + 1].sort is Sort.NUMBER
    ):
        return False
    if before is None or before.sort is Sort.BREAK:
        return field
    if before.word in {"£", "$", "#", "§", "/", "-", "–"} and before.end == written.start:
        return False
    if before.word in _BEFORE_A_YEAR:
        return True
    if before.word in {"(", "["}:
        return after.word in {")", "]", ",", ";"} and (year % 1000 != 0 or field)
    if before.word == "the":
        return after.word in _DATED_THINGS
    if before.word in {",", ";", "."} and i > 1:
        return field or (
            tokens[i - 2].capital
            and before.word == ","
            and (after.word in _HARMLESS or after.sort is Sort.BREAK)
        )
    return field
