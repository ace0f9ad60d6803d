"""The grammar of ranges, alternatives and lists: "May 3–5", "3 or 4 June", "12 and 13 October"."""

from __future__ import annotations

from dataclasses import replace

from rubricator.dates.days import day_of_month, full_stop
from rubricator.dates.expressions import Expression, Manner, Moment, Range, Series
from rubricator.dates.lexer import Sort
from rubricator.dates.moments import moment
from rubricator.dates.numbers import counted, numbered_day, ordinal
from rubricator.dates.parts import DASHES, period
from rubricator.dates.styles import differ
from rubricator.dates.years import Parsed as Single
from rubricator.dates.years import Tokens, following_year

Parsed = tuple[Expression, int] | None


_STYLES_APART = 9
_UNTIL = frozenset({"to", "till", "until", "through"})
_RANGE_JOINTS = {
    **dict.fromkeys((*DASHES, *_UNTIL), Manner.THROUGHOUT),
    "or": Manner.SOMETIME,
}


def between(tokens: Tokens, i: int) -> Parsed:
    """between … and …; from … to …."""
    opening = tokens[i].word
    if opening not in {"between", "from"}:
        return None
    joints = {"and", "&"} if opening == "between" else _UNTIL | DASHES
    manner = Manner.BETWEEN if opening == "between" else Manner.THROUGHOUT
    return _pair(tokens, i + 1, dict.fromkeys(joints, manner))


def several(tokens: Tokens, i: int) -> Parsed:
    """May 3–5; 3 or 4 June; October–December 1904; 12, 13 and 14 October."""
    return (
        _days_on_end(tokens, i)
        or _centuries(tokens, i)
        or _night(tokens, i)
        or _either_style(tokens, i)
        or _pair(tokens, i, _RANGE_JOINTS)
        or _series(tokens, i)
    )


def _days_on_end(tokens: Tokens, i: int) -> Parsed:
    """Saturday--Sunday--Monday: the first and the last of days that follow each other, without a number."""
    days: list[int] = []
    j = end = i
    while tokens[j].sort is Sort.WEEKDAY and tokens[j].capital and not tokens[j].slip:
        if days and tokens[j].value != (days[-1] + 1) % 7:
            return None
        days.append(tokens[j].value)
        j = end = full_stop(tokens, j + 1)
        if tokens[j].word not in DASHES:
            break
        while tokens[j].word in DASHES:
            j += 1
    if not 1 < len(days) <= 7 or j != end or tokens[j].sort in {Sort.NUMBER, Sort.ORDINAL}:
        return None
    return Range(Moment(weekday=days[0]), Moment(weekday=days[-1]), Manner.THROUGHOUT), end


def _centuries(tokens: Tokens, i: int) -> Parsed:
    """The seventeenth and eighteenth centuries; the 5th to 3rd centuries."""
    first = ordinal(tokens, i)
    first = first or ((tokens[i].value, i + 1) if tokens[i].sort is Sort.ORDINAL else None)
    if not first or tokens[first[1]].word not in {"and", "or", "to", "&", *DASHES}:
        return None
    j = first[1] + 1
    j += tokens[j].word == "the"
    last = ordinal(tokens, j) or ((tokens[j].value, j + 1) if tokens[j].sort is Sort.ORDINAL else None)
    if not last or tokens[last[1]].word != "centuries" or not 0 < first[0] < last[0] <= 21:
        return None
    one, two = (Moment(number * 100 - 99, span=100) for number in (first[0], last[0]))
    return Range(one, two, Manner.SOMETIME), last[1] + 1


def _night(tokens: Tokens, i: int) -> Parsed:
    """12/13 May 1933: two days that follow each other; farther apart they are one day in two styles."""
    first = numbered_day(tokens, i)
    if not first or tokens[first[1]].word != "/" or not numbered_day(tokens, first[1] + 1):
        return None
    second = moment(tokens, first[1] + 1)
    if not second or second[0].month is None or not 0 < (second[0].day or 0) - first[0] < _STYLES_APART:
        return None
    return Range(replace(second[0], day=first[0], weekday=None), second[0], Manner.THROUGHOUT), second[1]


def _either_style(tokens: Tokens, i: int) -> Single:
    """25 October/7 November 1917."""
    one = moment(tokens, i) if tokens[i].sort in {Sort.NUMBER, Sort.MONTH, Sort.ORDINAL} else None
    if not one or not one[0].day or one[0].year is not None or tokens[one[1]].word != "/":
        return None
    two = moment(tokens, one[1] + 1)
    if not two or not two[0].day or two[0].year is None or not differ(one[0], two[0], two[0].year):
        return None
    return replace(one[0], year=two[0].year, other=two[0]), two[1]


def _pair(tokens: Tokens, i: int, joints: dict[str, Manner]) -> Parsed:
    left = operand(tokens, i)
    if not left:
        return None
    j = left[1]
    manner = joints.get(tokens[j].word)
    if manner is None:
        return None
    k = j + 1
    if tokens[j].word == "-" and tokens[k].word == "-":
        k += 1
    right = _short_year(tokens, left[0], j, k) or operand(tokens, k, beside=left[0])
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
    glued = tokens[joint].word in DASHES and token.start == tokens[joint].end
    glued = glued or (tokens[joint].word == "to" and not counted(tokens, i + 1, token.value))
    if token.sort is not Sort.NUMBER or len(token.word) > 2 or not glued or left.year is None or left.day:
        return None
    value = left.year - left.year % 10 ** len(token.word) + token.value
    return (Moment(value), i + 1) if value > left.year else None


def _both_styles(tokens: Tokens, i: int, first: Moment, last: Moment) -> tuple[Moment, Moment, int] | None:
    """The (20 and 25), 1917 of "between March 7 and 12 (20 and 25), 1917"."""
    one = operand(tokens, i + 1)
    if not one or tokens[one[1]].word not in {"and", "or", *DASHES}:
        return None
    two = operand(tokens, one[1] + 1, beside=replace(one[0], month=one[0].month or first.month))
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
        found = operand(tokens, j, beside=beside)
        if not found:
            return None
        if beside and (found[0].day or 32) <= (beside.day or 0) and found[0].month is None:
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
    month = members[0][0].month
    if month and members[0][0].year is None and all(m.day and m.month is None for m, _, _ in members[1:]):
        members = [(replace(member, month=month), start, stop) for member, start, stop in members]
        members[0] = (members[0][0], members[0][1], members[0][2])
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
        tuple(
            (replace(new, shares=new != old), start, stop)
            for new, (old, start, stop) in zip(shared, members, strict=True)
        )
    ), end


def operand(tokens: Tokens, i: int, *, beside: Moment | None = None) -> Single:
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


def share(left: Moment, right: Moment) -> tuple[Moment, Moment] | None:
    """The two with what each leaves to the other; None if together they are no range."""
    if left.year is not None and left == Moment(left.year) and right.year is None:
        return None
    if left.year is None and not left.season and right == Moment(right.year):
        return None
    if bool(left.day) != bool(right.day) and (left.month is None or right.month is None):
        return None
    if left.day and left.month is None:
        if right.month is None or (left.weekday is not None and right.weekday is None):
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
        left = replace(left, year=(right.year - later) or -1)
    elif right.year is None and left.year is not None and right.short_year is None:
        if right.span:
            return None
        later = (left.month or 0, left.day or 0) > (right.month or 12, right.day or 31)
        right = replace(right, year=(left.year + later) or 1)
    if empty(left) or empty(right):
        return None
    return left, right


def empty(moment: Moment) -> bool:
    return moment.month is None and moment.year is None and not moment.season and not moment.feast
