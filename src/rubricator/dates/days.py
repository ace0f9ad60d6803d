"""The grammar of days and months, with their year or without: "the 3rd (16th) of May, 1917", "May 1933"."""

from __future__ import annotations

import re
from dataclasses import replace

from rubricator.dates import lexicon
from rubricator.dates.clock import hour_between
from rubricator.dates.expressions import Moment, Style
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.numbers import cardinal, numbered_day, ordinal
from rubricator.dates.styles import differ
from rubricator.dates.years import Parsed, Tokens, following_year, year

OPEN, CLOSE = frozenset("(["), frozenset(")]")
_NUMERIC = re.compile(
    r"(\d{1,2})([./-])\s?(\d{1,2}|[ivxIVX]+)[./-]\s?\[?(\d{2,4})\]?|(\d{4})[-/](\d\d)[-/](\d\d)"
)
_LAST_DAY = 31
_NAMES = frozenset({Sort.MONTH, Sort.WEEKDAY})


def day_of_month(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month as a number or an ordinal ("3", "3rd", "twenty-third")."""
    if tokens[i].word in {"the", "ye"}:
        i += 1
    return numbered_day(tokens, i) or ordinal(tokens, i)


def full_stop(tokens: Tokens, i: int) -> int:
    """The position after the full stop of an abbreviation that ends at *i*."""
    abbreviated = tokens[i - 1].abbreviated or tokens[i - 1].slip
    return i + (abbreviated and tokens[i].word in {".", ":"} and tokens[i].start == tokens[i - 1].end)


def slip_of(*tokens: Token) -> str:
    return (
        "a slip in the name is read over"
        if any(token.slip and token.sort in _NAMES for token in tokens)
        else ""
    )


def month_first(tokens: Tokens, i: int) -> Parsed:
    """May 12, 1933; May the 12th; May 3 (16), 1917; May, 1933; May."""
    name = tokens[i]
    month = Moment(month=name.value, slip="" if name.word[0].isdigit() else slip_of(name))
    j = full_stop(tokens, i + 1)
    k = j + (tokens[j].word == ",")
    day = day_of_month(tokens, k)
    styles = _in_two_styles(tokens, name.value, day) if day and not name.slip else None
    if styles:
        return styles
    if day and not (_divided(tokens, day[1]) and not _two_digits(tokens, day[1])):
        dated = _dated(tokens, replace(month, day=day[0]), day[1])
        if dated and (dated[0].year is not None or (k == j and not name.slip and not name.day_first)):
            if name.capital or name.word[0].isdigit() or dated[0].year is not None:
                return dated
            return None
    franked = _franked(tokens, i, name)
    if franked:
        return franked
    dated = following_year(tokens, j)
    if dated and dated[0].year is not None and dated[0].short_year is None:
        return replace(month, year=dated[0].year, slip=month.slip or dated[0].slip), dated[1]
    return (month, j) if name.capital and not name.slip else None


def _divided(tokens: Tokens, i: int) -> bool:
    """Whether the number before *i* is the first part of a fraction, a proportion or a time."""
    glued = tokens[i].word in {":", "/"} and tokens[i + 1].start == tokens[i].end
    return glued and tokens[i + 1].sort is not Sort.MONTH


def _in_two_styles(tokens: Tokens, month: int, day: tuple[int, int]) -> Parsed:
    """The 17/28, 1780 of "May 17/28, 1780"."""
    second = numbered_day(tokens, day[1] + 1) if tokens[day[1]].word == "/" else None
    found = following_year(tokens, second[1]) if second else None
    if not second or not found or found[0].year is None:
        return None
    moment = Moment(found[0].year, month, day[0], other=Moment(day=second[0]))
    return (moment, found[1]) if differ(moment, moment.other or moment, moment.year) else None


def day_first(tokens: Tokens, i: int) -> Parsed:
    """12 May 1933; the 12th day of May, 1933; 3 (16) May 1917; 12 V 1933."""
    number, spelled = numbered_day(tokens, i), ordinal(tokens, i)
    day = number or spelled
    if not day:
        return _franked(tokens, i, tokens[i])
    j = day[1]
    other: Moment | None = None
    doubtful = tokens[j].word == "?" and tokens[j + 1].sort is Sort.MONTH
    j += doubtful
    if tokens[j].word in {"(", "/"}:
        second = day_of_month(tokens, j + 1)
        if second:
            j = second[1] + (tokens[j].word == "(" and tokens[second[1]].word == ")")
            other = Moment(day=second[0])
    # "The 3d. of September": an ordinal was abbreviated.
    glued = tokens[j].word in {".", ":"} and tokens[j].start == tokens[j - 1].end
    j += glued and tokens[j - 1].sort is Sort.ORDINAL and tokens[j + 1].word in {"of", "day"}
    explicit = tokens[j].word in {"of", "day"}
    j += tokens[j].word == "day"
    j += tokens[j].word == "of"
    if tokens[j].word in {"-", ".", "/"} and tokens[j].start == tokens[j - 1].end:
        j += 1
    name = tokens[j]
    if name.sort is not Sort.MONTH:
        return _roman_month(tokens, day[0], j)
    month = Moment(
        month=name.value,
        day=day[0],
        other=other,
        doubtful=doubtful,
        slip="" if name.word[0].isdigit() else slip_of(name),
    )
    j = full_stop(tokens, j + 1)
    dated = _dated(tokens, month, j + (tokens[j].word == "-" and tokens[j].start == tokens[j - 1].end))
    if not dated:
        return None
    has_year = dated[0].year is not None or dated[0].short_year is not None
    certain = has_year or explicit or tokens[i].sort is not Sort.CARDINAL
    if spelled and not number and not (explicit or has_year):
        return None
    return (
        dated
        if certain and (has_year or (name.capital and not name.slip) or name.word[0].isdigit())
        else None
    )


def _franked(tokens: Tokens, i: int, name: Token) -> Parsed:
    """The "five April 1815", "June twenty three 1820" of a franked letter: the day in words, and a year."""
    first = name.sort is Sort.MONTH
    day = cardinal(tokens, full_stop(tokens, i + 1) if first else i)
    if not day or day[0] > _LAST_DAY:
        return None
    j = day[1]
    if not first:
        j += tokens[j].word == "of" and day[0] > 1 and tokens[i - 1].word == "the" and i > 0
        name, j = tokens[j], full_stop(tokens, j + 1)
    found = following_year(tokens, j) if name.sort is Sort.MONTH and name.capital else None
    if not found or found[0].year is None or found[0].short_year is not None:
        return None
    return Moment(found[0].year, name.value, day[0], slip=slip_of(name)), found[1]


def _roman_month(tokens: Tokens, day: int, j: int) -> Parsed:
    month = lexicon.ROMAN_MONTHS.get(tokens[j].word)
    stop = tokens[j + 1].word == "." and tokens[j + 1].start == tokens[j].end
    found = year(tokens, j + 1 + stop) if month and tokens[j].capital else None
    return (Moment(found[0].year, month, day), found[1]) if found and found[0].year else None


def _dated(tokens: Tokens, moment: Moment, i: int) -> Parsed:
    """What follows month and day: the other style, the year, a word on the style."""
    between = _before_year(tokens, moment, i)
    if between:
        return between
    other, j = _other_style(tokens, i)
    style, j = _style(tokens, j) if not other else (None, j)
    found = following_year(tokens, j)
    if other and not found and not differ(moment, other, None):
        other, j = None, i
    dated = replace(moment, other=other or moment.other, style=style)
    found = found or _two_digits(tokens, j)
    if found:
        found = _double_year(tokens, dated, *found)
        dated, j = _of_year(dated, found[0]), found[1]
        if not dated.other:
            later, k = _other_style(tokens, j)
            if later and differ(dated, later, dated.year):
                dated, j = replace(dated, other=later), k
    if not dated.style and not dated.other:
        style, j = _style(tokens, j)
        dated = replace(dated, style=style)
    return dated, j


def _before_year(tokens: Tokens, moment: Moment, i: int) -> Parsed:
    """The weekday and the hour of "Septr. 4th Tuesday 1804" and "the 5th of Aug. ho. 3 p.m. 1601"."""
    j = i + (tokens[i].word in {",", "."})
    weekday = tokens[j].sort is Sort.WEEKDAY and tokens[j].capital
    found = replace(moment, weekday=tokens[j].value) if weekday else moment
    if weekday:
        j = full_stop(tokens, j + 1)
        j += tokens[j].word == ","
    hour = hour_between(tokens, j)
    if hour:
        found, j = replace(found, clock=hour[0]), hour[1]
        j += tokens[j].word == ","
    later = following_year(tokens, j) if weekday or hour else None
    if not later or later[0].year is None:
        return None
    return _of_year(found, later[0]), later[1]


def _double_year(tokens: Tokens, moment: Moment, year: Moment, i: int) -> tuple[Moment, int]:
    """The 1711-12 of "10 Feb. 1711-12": one day, before Lady Day, and not two years."""
    twofold = (
        year.year is not None and year.year < 1752 and year.short_year is None and (moment.month or 4) <= 3
    )
    digits = tokens[i + 1]
    glued = (
        tokens[i].word in {"-", "–"}
        and tokens[i].start == tokens[i - 1].end
        and digits.start == tokens[i].end
    )
    if not (twofold and glued and moment.day and digits.sort is Sort.NUMBER):
        return year, i
    following = (year.year or 0) + 1
    if digits.word != str(following)[-len(digits.word) :]:
        return year, i
    return replace(year, short_year=following), i + 2


def _two_digits(tokens: Tokens, i: int) -> Parsed:
    """The year of "May 23rd/63" and "Octr 8th 63", where it can be no other number."""
    slash = tokens[i].word == "/" and tokens[i].end == tokens[i + 1].start
    slash = slash and tokens[i].start - tokens[i - 1].end <= (tokens[i - 1].sort is Sort.ORDINAL)
    token = tokens[i + slash]
    if token.sort is not Sort.NUMBER or len(token.word) != 2 or not (slash or token.value > _LAST_DAY):
        return None
    after = tokens[i + slash + 1]
    if slash and len(after.word) == 4 and after.sort is Sort.NUMBER:
        return None
    ends = after.sort is Sort.BREAK or (after.word in {".", ",", ";", ")", "]"} and not slash)
    ordinal_before = tokens[i - 1].sort is Sort.ORDINAL
    if not ((slash and after.word not in {"/", "-"}) or (ordinal_before and ends)):
        return None
    return Moment(short_year=token.value), i + slash + 1


def _of_year(moment: Moment, year: Moment) -> Moment:
    slip = moment.slip or year.slip
    # Until 1752 the English year began on 25 March, and 10 February 1648/9 is of 1649 as we count.
    if year.year is not None and year.short_year is not None:
        return replace(moment, year=year.short_year if (moment.month or 1) <= 3 else year.year, slip=slip)
    return replace(moment, year=year.year, short_year=year.short_year, slip=slip)


def _other_style(tokens: Tokens, i: int) -> tuple[Moment | None, int]:
    """The same day in the other calendar, in brackets: "(16)", "(May 16)", "(16 May, N.S.)"."""
    if tokens[i].word not in OPEN:
        return None, i
    j = i + 1
    month = tokens[j].value if tokens[j].sort is Sort.MONTH else None
    day = day_of_month(tokens, full_stop(tokens, j + 1) if month else j)
    if not day:
        return None, i
    j = day[1]
    if not month:
        k = j + (tokens[j].word == "of")
        if tokens[k].sort is Sort.MONTH:
            month, j = tokens[k].value, full_stop(tokens, k + 1)
    found = following_year(tokens, j)
    year_there, j = (found[0].year, found[1]) if found else (None, j)
    _, j = _style(tokens, j)
    return (Moment(year_there, month, day[0]), j + 1) if tokens[j].word in CLOSE else (None, i)


def _style(tokens: Tokens, i: int) -> tuple[Style | None, int]:
    """O.S., (N.S.), Old Style, according to the old calendar."""
    j = i
    j += tokens[j].word == ","
    bracket = tokens[j].word in OPEN
    j += bracket
    style: Style | None = None
    if tokens[j].sort is Sort.LETTERS and tokens[j].word in {"os", "ns"}:
        style, j = (Style.OLD if tokens[j].word == "os" else Style.NEW), j + 1
    elif tokens[j].word in {"old", "new"} and tokens[j + 1].word in {"style", "calendar"}:
        style, j = (Style.OLD if tokens[j].word == "old" else Style.NEW), j + 2
    if style is None or (bracket and tokens[j].word not in CLOSE):
        return None, i
    return style, j + bracket


def numeric(tokens: Tokens, i: int) -> Parsed:
    """1933-05-12; 12.5.1933; 12.V.1933; 12/5/33, which may be read in two ways."""
    match = _NUMERIC.fullmatch(tokens[i].word)
    if not match:
        return None
    if match[5]:
        return Moment(int(match[5]), int(match[6]), int(match[7])), i + 1
    first, last = int(match[1]), int(match[4])
    roman = lexicon.ROMAN_MONTHS.get(match[3].lower())
    second = roman or (int(match[3]) if match[3].isdigit() else 0)
    ambiguous = (
        match[2] != "."
        and not roman
        and not tokens[i].day_first
        and first <= 12
        and second <= 12
        and first != second
    )
    if second > 12 >= first and match[2] != ".":
        first, second = second, first
    if not (1 <= first <= 31 and 1 <= second <= 12) or (len(match[4]) == 4 and not 1000 <= last <= 2100):
        return None
    if len(match[4]) == 3:
        return None
    found = (
        Moment(last, second, first) if len(match[4]) == 4 else Moment(None, second, first, short_year=last)
    )
    return replace(found, slip="day and month could be exchanged" if ambiguous else ""), i + 1
