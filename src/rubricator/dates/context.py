"""Whether the words around an expression make it a date: a number a year, a month's name a month."""

from __future__ import annotations

from collections.abc import Sequence

from rubricator.dates.expressions import Bounds, Expression, Moment, Range, Relative, Series
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.lexicon import words
from rubricator.dates.numbers import counted

_BEFORE_A_YEAR = words(
    "lord domini in since of by until till before after from to between during about circa c ca year years"
    " anno through throughout for than into around ad early late"
)
_BEFORE_A_MONTH = words(
    "in since of by until till before after from during last next this early late mid throughout through"
)
_DATED_THINGS = words(
    "revolution revolutions election elections edition census congress conference war uprising"
    " constitution treaty act manifesto programme program budget strike crisis insurrection"
    " rebellion campaign"
)
_BEFORE_A_NOUN = words("the an a his her its their our my this that s")
_FUNCTION = words(
    "a an the this that these those i he she it we you they his her its their our my your him"
    " them us me who whom which what when where while and or but nor for so yet as if than of in"
    " on at by to from with without under over after before during until till since through"
    " between among against into upon about is are was were be been being has have had do does did"
    " will would shall should can could may might must not no also again then there here only even"
    " just already still however therefore thus last next past came went saw took made gave began"
    " brought found because though although whether nearly almost all both each every some any one"
    " two three … ………s"
)
_NUMBERED = words("no nos number p pp page pages vol volume room line lines col chapter ch fol f ff § art")
_JOINING = frozenset(":/-–")
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
    if moment.feast:
        return moment.year is not None or len(moment.feast) > 1
    if moment.season:
        return not counted(tokens, end, moment.year or 0)
    if moment.span == 10 and moment.year is None:
        i -= i > 0 and tokens[i - 1].word in {"'", "’", "‘"}
        return i > 1 and tokens[i - 1].word == "the" and tokens[i - 2].word in _BEFORE_A_YEAR
    if moment.span:
        return True
    if moment.month:
        if moment.day or moment.year is not None or moment.part:
            return not _numbered(tokens, i)
        return _month_alone(tokens, i, end, field=field)
    if moment.weekday is not None:
        return field or bool(moment.day and not tokens[end - 1].word.isdigit())
    if moment.about and not field:
        sure = tokens[i].word in {"circa", "c", "ca"} or _closed(tokens[end])
        return sure and not counted(tokens, end, moment.year or 0)
    if moment.part:
        return not counted(tokens, end, moment.year or 0)
    if moment.short_year is not None and moment.year is None:
        return i > 0 and tokens[i - 1].word in {"in", "of", "since", "from", "to", "until", "by"}
    return _year(tokens, i, end, moment.year or 0, field=field)


def _only_year(moment: Moment) -> bool:
    return moment == Moment(moment.year)


def _closed(after: Token) -> bool:
    """Whether a number before *after* stands alone, so that it does not count what follows."""
    return after.word in _HARMLESS or after.sort is Sort.BREAK


def _attributive(after: Token) -> bool:
    """Whether *after* is a noun that a month or a year goes with ("October roses", "his 1808 novel")."""
    return after.sort is Sort.WORD and not after.capital and after.word not in _FUNCTION


def _numbered(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before makes the number at *i* that of an issue or page ("No. 30, June")."""
    before = tokens[i - 1] if i else None
    if before and before.word == "." and i > 1:
        before = tokens[i - 2]
    return before is not None and before.word in _NUMBERED and tokens[i].sort is Sort.NUMBER


def _month_alone(tokens: Sequence[Token], i: int, end: int, *, field: bool) -> bool:
    before = tokens[i - 1].word if i else ""
    after = tokens[end]
    introduced = before in _BEFORE_A_MONTH
    if before in _BEFORE_A_NOUN or after.word in {"-", "'", "’"} or (after.capital and not introduced):
        return False
    if _attributive(after) and not after.word.endswith("ed"):
        return False
    if tokens[i].rare or tokens[i].abbreviated:
        return introduced or (field and after.sort is Sort.BREAK)
    return True


def _several(tokens: Sequence[Token], i: int, end: int, moments: Sequence[Moment], *, field: bool) -> bool:
    opening = tokens[i].word in {"from", "between"}
    before = tokens[i - 1].word if i else ""
    last = moments[-1].year or 0
    if any(len(each.feast) == 1 and each.year is None for each in moments):
        return False
    if any(each.month and each.year is None and not each.day for each in moments):
        return field or opening or before in _BEFORE_A_MONTH
    if any(each.weekday is not None and not each.day for each in moments):
        return field and all(each.weekday is not None for each in moments)
    if not all(map(_only_year, moments)):
        return not (any(map(_only_year, moments)) and counted(tokens, end, last))
    if counted(tokens, end, last) or _numbered(tokens, i) or not _plausible(moments):
        return False
    joint = tokens[i + 1].word
    joined = joint in {"-", "–", "—", "/"}
    if joint in {"to", "until", "till"}:
        joined = all((each.year or 0) % 100 for each in moments)
    return field or opening or joined or before in _BEFORE_A_YEAR or before in {"(", "["}


def _plausible(years: Sequence[Moment]) -> bool:
    values = [each.year or 0 for each in years]
    return values == sorted(values) and values[-1] - values[0] <= 1000


def _year(tokens: Sequence[Token], i: int, end: int, year: int, *, field: bool) -> bool:
    """Whether the bare number at *i* is a year."""
    after = tokens[end]
    if end - i > 1 and tokens[i].sort in {Sort.NUMBER, Sort.LETTERS}:
        return True
    if counted(tokens, end, year) or _numbered(tokens, i):
        return False
    if after.word in _JOINING and tokens[end + 1].start == after.end and tokens[end + 1].sort is Sort.NUMBER:
        return False
    before = tokens[i - 1] if i else None
    if before is None or before.sort is Sort.BREAK or field:
        return field
    if before.word in {"of", "to", "by", "for", "than"} and after.word == "of":
        return False
    if before.word in _BEFORE_A_YEAR:
        return True
    if before.word in {"(", "["}:
        return after.word in {")", "]", ",", ";"} and year % 1000 != 0
    if before.word in _BEFORE_A_NOUN:
        return year % 100 != 0 and (after.word in _DATED_THINGS or _attributive(after))
    # The imprint: "Moscow, 1952".
    return before.word == "," and i > 1 and tokens[i - 2].capital and _closed(after)
