"""The grammar of dates made of moments: ranges, alternatives, lists, bounds, parts, approximations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rubricator.dates.expressions import Bounds, Expression, Manner, Moment, Range, Series
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.lexicon import Part
from rubricator.dates.moments import day_of_month, following_year, moment
from rubricator.dates.numbers import counted
from rubricator.dates.styles import differ

Tokens = Sequence[Token]

_PARTS: dict[str, Part] = {
    **dict.fromkeys(("beginning", "start", "commencement", "opening", "outset"), Part.BEGINNING),
    "middle": Part.MIDDLE,
    **dict.fromkeys(("end", "close", "conclusion"), Part.END),
}
_QUALIFIERS = {"early": Part.BEGINNING, "mid": Part.MIDDLE, "late": Part.END, "latter": Part.END}
_ORDERED = {
    ("first", "half"): Part.FIRST_HALF,
    ("second", "half"): Part.SECOND_HALF,
    ("latter", "half"): Part.SECOND_HALF,
    ("latter", "part"): Part.END,
    ("early", "part"): Part.BEGINNING,
    ("first", "part"): Part.BEGINNING,
    ("last", "part"): Part.END,
    ("first", "days"): Part.BEGINNING,
    ("early", "days"): Part.BEGINNING,
    ("last", "days"): Part.END,
}
_ABOUT = frozenset({"about", "circa", "c", "ca", "around", "approximately", "abt"})
_DASHES = frozenset("-–—‒―")
_UNTIL = frozenset({"to", "till", "until", "through"})
Openers = tuple[tuple[str, ...], ...]
_STRICT_AFTER: Openers = (
    ("not", "earlier", "than"),
    ("no", "earlier", "than"),
    ("not", "before"),
    ("later", "than"),
)
_STRICT_BEFORE: Openers = (
    ("not", "later", "than"),
    ("no", "later", "than"),
    ("not", "after"),
    ("earlier", "than"),
)
_LOOSE_AFTER: Openers = (("after",), ("since",), ("subsequent", "to"))
_LOOSE_BEFORE: Openers = (("prior", "to"), ("before",), ("by",), ("until",), ("till",), ("up", "to"))
STARTS = frozenset(
    {*_PARTS, *_QUALIFIERS, *_ABOUT, "between", "from", "first", "second", "last"}
    | {words[0] for words in (*_STRICT_AFTER, *_STRICT_BEFORE)}
)
LOOSE_STARTS = frozenset(words[0] for words in (*_LOOSE_AFTER, *_LOOSE_BEFORE))

Parsed = tuple[Expression, int] | None
Single = tuple[Moment, int] | None


def phrase(tokens: Tokens, i: int, *, field: bool = False) -> Parsed:
    """The longest date expression at *i*; in a *field* "after", "before" and the like belong to it."""
    return (
        _between(tokens, i)
        or _bounds(tokens, i, field=field)
        or _within(tokens, i, field=field)
        or _several(tokens, i)
        or period(tokens, i)
    )


def period(tokens: Tokens, i: int) -> Single:
    """A moment, or a part of one, or about one."""
    token = tokens[i]
    if token.sort in {Sort.WORD, Sort.ORDINAL}:
        qualified = _part(tokens, i) or _about(tokens, i)
        if qualified:
            return qualified
    return moment(tokens, i)


def _part(tokens: Tokens, i: int) -> Single:
    """The beginning of August 1916; late October; the first half of March 1911; mid-November."""
    word = tokens[i].word
    part = _ORDERED.get((word, tokens[i + 1].word))
    j = i + 2
    if part is None and word in _PARTS:
        part, j = _PARTS[word], i + 1
    if part is None and word in _QUALIFIERS:
        part, j = _QUALIFIERS[word], i + 1
        j += tokens[j].word in _DASHES
        j += tokens[j].word == "in"
    elif part is not None:
        if tokens[j].word != "of" and tokens[j].sort is not Sort.MONTH:
            return None
        j += tokens[j].word == "of"
    if part is None:
        return None
    found = moment(tokens, j) or moment(tokens, j + (tokens[j].word == "the"))
    if not found or found[0].day or found[0].feast or found[0].weekday is not None:
        return None
    return replace(found[0], part=part), found[1]


def _about(tokens: Tokens, i: int) -> Single:
    word = tokens[i].word
    if word not in _ABOUT:
        return None
    j = i + 1
    if word in {"c", "ca", "abt"}:
        j += tokens[j].word == "."
    if tokens[j].word == "the":
        j += 1
    found = _part(tokens, j) or moment(tokens, j)
    return (replace(found[0], about=True), found[1]) if found else None


def _operand(tokens: Tokens, i: int, *, beside: Moment | None = None) -> Single:
    """One end of a range: a period, or a bare day that takes its month from the other end."""
    i += tokens[i].word == "the"
    found = period(tokens, i)
    if found and found[0] != Moment(year=found[0].year):
        return found
    day = day_of_month(tokens, i)
    if day and (beside is None or beside.day):
        after = following_year(tokens, day[1]) if beside else None
        if after and after[0].year is not None:
            return Moment(after[0].year, day=day[0], slip=after[0].slip), after[1]
        if beside is None or not counted(tokens, day[1], 0):
            return Moment(day=day[0]), day[1]
    return found


def _between(tokens: Tokens, i: int) -> Parsed:
    """between … and …; from … to …."""
    opening = tokens[i].word
    if opening not in {"between", "from"}:
        return None
    joints = {"and", "&"} if opening == "between" else _UNTIL | _DASHES
    manner = Manner.SOMETIME if opening == "between" else Manner.THROUGHOUT
    return _pair(tokens, i + 1, dict.fromkeys(joints, manner))


def _several(tokens: Tokens, i: int) -> Parsed:
    """May 3–5; 3 or 4 June; October–December 1904; 12, 13 and 14 October."""
    return _either_style(tokens, i) or _pair(tokens, i, _RANGE_JOINTS) or _series(tokens, i)


def _either_style(tokens: Tokens, i: int) -> Single:
    """25 October/7 November 1917."""
    one = moment(tokens, i) if tokens[i].sort in {Sort.NUMBER, Sort.MONTH, Sort.ORDINAL} else None
    if not one or not one[0].day or one[0].year is not None or tokens[one[1]].word != "/":
        return None
    two = moment(tokens, one[1] + 1)
    if not two or not two[0].day or two[0].year is None or not differ(one[0], two[0], two[0].year):
        return None
    return replace(one[0], year=two[0].year, other=two[0]), two[1]


_RANGE_JOINTS = {
    **dict.fromkeys((*_DASHES, *_UNTIL), Manner.THROUGHOUT),
    "or": Manner.SOMETIME,
}


def _pair(tokens: Tokens, i: int, joints: dict[str, Manner]) -> Parsed:
    left = _operand(tokens, i)
    if not left:
        return None
    j = left[1]
    manner = joints.get(tokens[j].word)
    if manner is None:
        return None
    k = j + 1
    if tokens[j].word == "-" and tokens[k].word == "-":
        k += 1
    right = _short_year(tokens, left[0], j, k) or _operand(tokens, k, beside=left[0])
    if not right:
        return None
    shared = share(left[0], right[0])
    if not shared:
        return None
    first, last = shared
    end = right[1]
    if first.day and last.day and last.year is None and tokens[end].word == "(":
        both = _both_styles(tokens, end, first, last)
        if both:
            first, last, end = both
    if first.part or last.part:
        manner = Manner.SOMETIME
    return Range(first, last, manner), end


def _short_year(tokens: Tokens, left: Moment, joint: int, i: int) -> Single:
    """The 18 of 1914–18."""
    token = tokens[i]
    glued = tokens[joint].word in _DASHES and token.start == tokens[joint].end
    if token.sort is not Sort.NUMBER or len(token.word) != 2 or not glued or left.year is None or left.day:
        return None
    value = left.year // 100 * 100 + token.value
    return (Moment(value), i + 1) if value > left.year else None


def _both_styles(tokens: Tokens, i: int, first: Moment, last: Moment) -> tuple[Moment, Moment, int] | None:
    """The (20 and 25), 1917 of "between March 7 and 12 (20 and 25), 1917"."""
    one = _operand(tokens, i + 1)
    if not one or tokens[one[1]].word not in {"and", "or", *_DASHES}:
        return None
    two = _operand(tokens, one[1] + 1, beside=replace(one[0], month=one[0].month or first.month))
    if not two or tokens[two[1]].word != ")":
        return None
    found = following_year(tokens, two[1] + 1)
    if not found or found[0].year is None:
        return None
    year = found[0].year
    return (
        replace(first, year=year, other=one[0]),
        replace(last, year=year, other=replace(two[0], month=two[0].month or one[0].month)),
        found[1],
    )


def _series(tokens: Tokens, i: int) -> Parsed:
    """12 and 13 October 1922; 3, 4 and 5 May; 1905, 1906 and 1907."""
    members: list[tuple[Moment, int, int]] = []
    j = i
    closing = False
    while True:
        beside = members[-1][0] if members else None
        found = _operand(tokens, j, beside=beside)
        if not found:
            return None
        start = j + (tokens[j].word == "the")
        members.append((found[0], start, found[1]))
        j = found[1]
        if closing or len(members) > 12:
            break
        if tokens[j].word == ",":
            j += 1
            if tokens[j].word in {"and", "&"}:
                closing, j = True, j + 1
        elif tokens[j].word in {"and", "&"}:
            closing, j = True, j + 1
        else:
            return None
    return _shared_series(members, j)


def _shared_series(members: list[tuple[Moment, int, int]], end: int) -> Parsed:
    shared = [members[-1][0]]
    for member, _, _ in reversed(members[:-1]):
        both = share(member, shared[0])
        if not both or (member.day and not both[1].day):
            return None
        shared[0] = both[1]
        shared.insert(0, both[0])
    for n in range(len(shared) - 1):
        both = share(shared[n], shared[n + 1])
        if both:
            shared[n], shared[n + 1] = both
    return Series(
        tuple((new, start, stop) for new, (_, start, stop) in zip(shared, members, strict=True))
    ), end


def share(left: Moment, right: Moment) -> tuple[Moment, Moment] | None:
    """The two with what each leaves to the other; None if together they are no range."""
    if left.year is not None and left == Moment(left.year) and right.year is None:
        return None
    if left.year is None and not left.season and right == Moment(right.year):
        return None
    if bool(left.day) != bool(right.day) and (left.month is None or right.month is None):
        return None
    if left.day and left.month is None:
        if right.month is None or left.weekday is not None:
            return None
        left = replace(left, month=right.month)
        if left.day and right.day and left.day >= right.day:
            return None
    if right.day and right.month is None:
        if left.month is None or (left.day or 0) >= right.day:
            return None
        right = replace(right, month=left.month)
    if left.year is None and right.year is not None and left.short_year is None:
        later = (left.month or 0, left.day or 0) > (right.month or 12, right.day or 31)
        left = replace(left, year=right.year - later)
    elif right.year is None and left.year is not None and right.short_year is None:
        if right.span:
            return None
        later = (left.month or 0, left.day or 0) > (right.month or 12, right.day or 31)
        right = replace(right, year=left.year + later)
    if _empty(left) or _empty(right):
        return None
    return left, right


def _empty(moment: Moment) -> bool:
    return moment.month is None and moment.year is None and not moment.season and not moment.feast


def _opener(tokens: Tokens, i: int, openers: Openers) -> int:
    """The position after one of *openers* at *i*, or 0."""
    for words in openers:
        if all(tokens[min(i + n, len(tokens) - 1)].word == word for n, word in enumerate(words)):
            return i + len(words)
    return 0


def _bounds(tokens: Tokens, i: int, *, field: bool) -> Parsed:
    """not earlier than …; not before … but not after …; in a field also after …, before …."""
    after, before = _STRICT_AFTER, _STRICT_BEFORE
    if field:
        after, before = after + _LOOSE_AFTER, before + _LOOSE_BEFORE
    start = _opener(tokens, i, after)
    lower = _bound(tokens, start) if start else None
    if lower:
        j = lower[1]
        j += tokens[j].word == ","
        j += tokens[j].word in {"but", "and"}
        again = _opener(tokens, j, before)
        upper = _bound(tokens, again) if again else None
        if upper:
            shared = share(lower[0], upper[0])
            first, last = shared or (lower[0], upper[0])
            return Bounds(first, last), upper[1]
        return Bounds(after=lower[0]), lower[1]
    start = _opener(tokens, i, before)
    upper = _bound(tokens, start) if start else None
    return (Bounds(before=upper[0]), upper[1]) if upper else None


def _bound(tokens: Tokens, i: int) -> Single:
    i += tokens[i].word == "the"
    found = period(tokens, i)
    return found if found and not _empty(found[0]) else None


def _within(tokens: Tokens, i: int, *, field: bool) -> Parsed:
    """November, prior to 9th, 1905; 1905, not earlier than June 11: a period with a bound inside it."""
    if tokens[i].sort not in {Sort.MONTH, Sort.NUMBER}:
        return None
    if tokens[i].sort is Sort.MONTH:
        outer: Moment = Moment(month=tokens[i].value)
        j = i + 1
        if not tokens[i].capital or tokens[i].slip:
            return None
    else:
        found = moment(tokens, i)
        if not found or found[0] != Moment(year=found[0].year):
            return None
        outer, j = found
    comma = tokens[j].word == ","
    j += comma
    is_after = _opener(tokens, j, _STRICT_AFTER + (_LOOSE_AFTER if field or comma else ()))
    is_before = _opener(tokens, j, _STRICT_BEFORE + (_LOOSE_BEFORE if field or comma else ()))
    start = is_after or is_before
    inner = _operand(tokens, start, beside=replace(outer, day=1)) if start else None
    if not inner:
        return None
    limit, end = inner
    if outer.month and not (
        limit.day and limit.month is None and (limit.year is not None or not comma or field)
    ):
        return None
    if outer.year is not None and (limit.month is None or limit.year is not None):
        return None
    year = outer.year if outer.year is not None else limit.year
    outer, limit = replace(outer, year=year), replace(limit, year=year, month=limit.month or outer.month)
    return Bounds(after=limit if is_after else outer, before=outer if is_after else limit), end
