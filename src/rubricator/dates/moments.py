"""The grammar of a single moment: "Monday, the 3rd (16th) of May, 1917", "May 1933", "autumn 1895", "1848".

Each rule takes the tokens and a position, and returns what it read and the position after it, or None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rubricator.dates import lexicon
from rubricator.dates.expressions import Moment, Style
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.numbers import cardinal, counted, numbered_day, ordinal, written_year
from rubricator.dates.styles import differ

Tokens = Sequence[Token]
Parsed = tuple[Moment, int] | None

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_NUMERIC = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2}|[ivxIVX]+)[./-]\s?(\d{2,4})|(\d{4})-(\d\d)-(\d\d)")
_CLOSING = frozenset({Sort.MARK, Sort.BREAK})
_ERAS = {"ad": 1, "ce": 1, "bc": -1, "bce": -1}


def moment(tokens: Tokens, i: int) -> Parsed:
    """Any single moment at *i*."""
    match tokens[i].sort:
        case Sort.WEEKDAY:
            return _with_weekday(tokens, i)
        case Sort.MONTH:
            found = _feast(tokens, i) or _month_first(tokens, i)
        case Sort.NUMERIC:
            found = _numeric(tokens, i)
        case Sort.SEASON:
            found = _season(tokens, i)
        case Sort.DECADE:
            found = _decade(tokens, i)
        case Sort.NUMBER | Sort.ORDINAL | Sort.CARDINAL | Sort.MISREAD | Sort.LETTERS:
            found = _day_first(tokens, i) or _year_first(tokens, i) or _century(tokens, i)
            found = found or _decade(tokens, i)
        case Sort.WORD:
            found = _feast(tokens, i) or _century(tokens, i) or _year_first(tokens, i)
        case Sort.MARK:
            found = _year_first(tokens, i)
        case _:
            return None
    return _afterwards(tokens, *found) if found else None


def day_of_month(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month as a number or an ordinal ("3", "3rd", "twenty-third")."""
    if tokens[i].word in {"the", "ye"}:
        i += 1
    return numbered_day(tokens, i) or ordinal(tokens, i)


def year(tokens: Tokens, i: int) -> Parsed:
    """A year: "1917", "44 B.C.", "the year 1648", "1648/9", "’48", "eighteen hundred and five", "MDCCLX"."""
    if tokens[i].word in {"the", "ye"} and tokens[i + 1].word == "year":
        i += 2
        if [token.word for token in tokens[i : i + 3]] == ["of", "our", "lord"]:
            i += 3
    elif tokens[i].word in {"anno", "year"} and tokens[i + 1].word != "of":
        i += 1
        i += tokens[i].word in {"domini", "dom"}
    token = tokens[i]
    if token.word == "[" and tokens[i + 2].word == "]":
        inner = year(tokens, i + 1)
        return (inner[0], i + 3) if inner and inner[1] == i + 2 else None
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


def _number_year(tokens: Tokens, i: int) -> Parsed:
    token, after = tokens[i], tokens[i + 1]
    if after.sort is Sort.LETTERS and after.word in _ERAS and token.value > 0:
        return Moment(year=token.value * _ERAS[after.word]), i + 2
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
    if tokens[i].word == "." and tokens[i + 1].sort is Sort.NUMBER and tokens[i + 2].sort in _CLOSING:
        found = year(tokens, i + 1)
        return (replace(found[0], slip="a full stop stands for a comma"), found[1]) if found else None
    if tokens[j].word == "in" and tokens[j + 1].word == "the" and tokens[j + 2].word == "year":
        j += 1
    found = year(tokens, j)
    if (
        found
        and found[0].year
        and j > i
        and tokens[i].word == ","
        and counted(tokens, found[1], found[0].year)
    ):
        return None
    return found


def full_stop(tokens: Tokens, i: int) -> int:
    """The position after the full stop of an abbreviation that ends at *i*."""
    abbreviated = tokens[i - 1].word in lexicon.ABBREVIATED or tokens[i - 1].slip
    return i + (abbreviated and tokens[i].word == "." and tokens[i].start == tokens[i - 1].end)


def _with_weekday(tokens: Tokens, i: int) -> Parsed:
    """Monday[,] [the] and the rest; or Monday alone."""
    if not tokens[i].capital:
        return None
    alone = Moment(weekday=tokens[i].value, slip=_slip(tokens[i]))
    j = end = full_stop(tokens, i + 1)
    if tokens[j].word in {",", "."}:
        j += 1
    if tokens[j].word in {"the", "ye"}:
        j += 1
    if tokens[j].sort is not Sort.WEEKDAY:
        found = moment(tokens, j)
        if found and (found[0].day or found[0].feast) and found[0].weekday is None:
            return replace(found[0], weekday=alone.weekday, slip=found[0].slip or alone.slip), found[1]
        day = day_of_month(tokens, j)
        if day and not counted(tokens, day[1], 0) and tokens[day[1]].word != ":":
            shared = _joined_year(tokens, day[1])
            if shared:
                return replace(alone, day=day[0], year=shared[0].year), shared[1]
            return replace(alone, day=day[0]), day[1]
    return None if tokens[i].slip else (alone, end)


def _joined_year(tokens: Tokens, i: int) -> Parsed:
    found = year(tokens, i) if tokens[i].sort is Sort.NUMBER else None
    return found if found and not counted(tokens, found[1], found[0].year or 0) else None


def _slip(*tokens: Token) -> str:
    return (
        "a slip in the name is read over"
        if any(token.slip and token.sort in _NAMES for token in tokens)
        else ""
    )


_NAMES = frozenset({Sort.MONTH, Sort.WEEKDAY})


def _month_first(tokens: Tokens, i: int) -> Parsed:
    """May 12, 1933; May the 12th; May 3 (16), 1917; May, 1933; May."""
    name = tokens[i]
    month = Moment(month=name.value, slip="" if name.word[0].isdigit() else _slip(name))
    j = full_stop(tokens, i + 1)
    k = j + (tokens[j].word == ",")
    day = day_of_month(tokens, k)
    if day and not (tokens[day[1]].word in {":", "/"} and tokens[day[1] + 1].start == tokens[day[1]].end):
        dated = _dated(tokens, replace(month, day=day[0]), day[1])
        if dated and (dated[0].year is not None or (k == j and not name.slip)):
            if name.capital or name.word[0].isdigit() or dated[0].year is not None:
                return dated
            return None
    dated = following_year(tokens, j)
    if dated and dated[0].year is not None and dated[0].short_year is None:
        return replace(month, year=dated[0].year, slip=month.slip or dated[0].slip), dated[1]
    return (month, j) if name.capital and not name.slip else None


def _day_first(tokens: Tokens, i: int) -> Parsed:
    """12 May 1933; the 12th day of May, 1933; 3 (16) May 1917; 12 V 1933."""
    number, spelled = numbered_day(tokens, i), ordinal(tokens, i)
    day = number or spelled
    if not day:
        return None
    j = day[1]
    other: Moment | None = None
    if tokens[j].word in {"(", "/"}:
        second = day_of_month(tokens, j + 1)
        if second:
            j = second[1] + (tokens[j].word == "(" and tokens[second[1]].word == ")")
            other = Moment(day=second[0])
    explicit = tokens[j].word in {"of", "day"}
    j += tokens[j].word == "day"
    j += tokens[j].word == "of"
    if tokens[j].word in {"-", "."} and tokens[j].start == tokens[j - 1].end:
        j += 1
    name = tokens[j]
    if name.sort is not Sort.MONTH:
        return _roman_month(tokens, day[0], j)
    month = Moment(
        month=name.value, day=day[0], other=other, slip="" if name.word[0].isdigit() else _slip(name)
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


def _roman_month(tokens: Tokens, day: int, j: int) -> Parsed:
    month = lexicon.ROMAN_MONTHS.get(tokens[j].word)
    found = year(tokens, j + 1) if month and tokens[j].capital else None
    return (Moment(found[0].year, month, day), found[1]) if found and found[0].year else None


def _dated(tokens: Tokens, moment: Moment, i: int) -> Parsed:
    """What follows month and day: the other style, the year, a word on the style."""
    other, j = _other_style(tokens, i)
    style, j = _style(tokens, j) if not other else (None, j)
    found = following_year(tokens, j)
    if other and not found and not differ(moment, other, None):
        other, j = None, i
    dated = replace(moment, other=other or moment.other, style=style)
    if found:
        dated, j = _of_year(dated, found[0]), found[1]
        if not dated.other:
            later, k = _other_style(tokens, j)
            if later and differ(dated, later, dated.year):
                dated, j = replace(dated, other=later), k
    if not dated.style and not dated.other:
        style, j = _style(tokens, j)
        dated = replace(dated, style=style)
    return dated, j


def _of_year(moment: Moment, year: Moment) -> Moment:
    slip = moment.slip or year.slip
    # Until 1752 the English year began on 25 March, and 10 February 1648/9 is of 1649 as we count.
    if year.year is not None and year.short_year is not None:
        return replace(moment, year=year.short_year, slip=slip)
    return replace(moment, year=year.year, short_year=year.short_year, slip=slip)


def _other_style(tokens: Tokens, i: int) -> tuple[Moment | None, int]:
    """The same day in the other calendar, in brackets: "(16)", "(May 16)", "(16 May, N.S.)"."""
    if tokens[i].word not in _OPEN:
        return None, i
    j = i + 1
    found = moment(tokens, j) if tokens[j].sort in {Sort.MONTH, Sort.NUMBER, Sort.ORDINAL} else None
    if not found or not found[0].day:
        day = day_of_month(tokens, j)
        found = (Moment(day=day[0]), day[1]) if day else None
    if not found or found[0].other:
        return None, i
    _, j = _style(tokens, found[1])
    return (found[0], j + 1) if tokens[j].word in _CLOSE else (None, i)


def _style(tokens: Tokens, i: int) -> tuple[Style | None, int]:
    """O.S., (N.S.), Old Style, according to the old calendar."""
    j = i
    j += tokens[j].word == ","
    bracket = tokens[j].word in _OPEN
    j += bracket
    style: Style | None = None
    if tokens[j].sort is Sort.LETTERS and tokens[j].word in {"os", "ns"}:
        style, j = (Style.OLD if tokens[j].word == "os" else Style.NEW), j + 1
    elif tokens[j].word in {"old", "new"} and tokens[j + 1].word in {"style", "calendar"}:
        style, j = (Style.OLD if tokens[j].word == "old" else Style.NEW), j + 2
    if style is None or (bracket and tokens[j].word not in _CLOSE):
        return None, i
    return style, j + bracket


def _year_first(tokens: Tokens, i: int) -> Parsed:
    """1815 April 3; 1917, May 3; 1905-06; or the year alone."""
    found = year(tokens, i)
    if not found:
        return None
    first, j = found
    k = j + (tokens[j].word == ",")
    if first.year is not None and tokens[k].sort is Sort.MONTH and tokens[k].capital and not tokens[k].slip:
        name = tokens[k]
        day = day_of_month(tokens, full_stop(tokens, k + 1))
        if day and tokens[day[1]].sort is not Sort.NUMBER and not following_year(tokens, day[1]):
            return Moment(first.year, name.value, day[0]), day[1]
    if (
        first.year
        and tokens[j].word == "-"
        and tokens[j + 1].sort is Sort.NUMBER
        and first.short_year is None
    ):
        month = tokens[j + 1]
        glued = tokens[j].start == tokens[j - 1].end and month.start == tokens[j].end
        # "2014-11" can only be a month, "1905-06" will be two years.
        if glued and len(month.word) == 2 and 1 <= month.value <= min(12, first.year % 100):
            return replace(first, month=month.value), j + 2
    return found


def _numeric(tokens: Tokens, i: int) -> Parsed:
    """1933-05-12; 12.5.1933; 12.V.1933; 12/5/33, which may be read in two ways."""
    match = _NUMERIC.fullmatch(tokens[i].word)
    if not match:
        return None
    if match[5]:
        return Moment(int(match[5]), int(match[6]), int(match[7])), i + 1
    first, last = int(match[1]), int(match[4])
    roman = lexicon.ROMAN_MONTHS.get(match[3].lower())
    second = roman or (int(match[3]) if match[3].isdigit() else 0)
    ambiguous = match[2] != "." and not roman and first <= 12 and second <= 12 and first != second
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


def _season(tokens: Tokens, i: int) -> Parsed:
    """Autumn 1895; the summer of 1905; the winter of 1905–06."""
    j = i + 1
    j += tokens[j].word == ","
    j += tokens[j].word == "of"
    found = year(tokens, j)
    if not found or found[0].year is None or counted(tokens, found[1], found[0].year):
        return None
    first, j = found
    if first.short_year is None and tokens[j].word in {"-", "–", "/"} and tokens[j + 1].sort is Sort.NUMBER:
        digits = tokens[j + 1].word
        if digits == str((first.year or 0) + 1)[-len(digits) :]:
            return Moment(first.year, season=tokens[i].word, short_year=(first.year or 0) + 1), j + 2
    return replace(first, season=tokens[i].word), j


def _decade(tokens: Tokens, i: int) -> Parsed:
    """The 1890s; the eighteen-nineties; the nineties."""
    token = tokens[i]
    if token.sort is Sort.DECADE and token.value >= 100:
        return Moment(token.value, span=10), i + 1
    if token.sort is Sort.DECADE:
        return Moment(span=10, short_year=token.value), i + 1
    if token.sort is Sort.CARDINAL:
        j = i + 1 + (tokens[i + 1].word == "-")
        if 10 <= token.value <= 20 and tokens[j].sort is Sort.DECADE and not tokens[j].word[0].isdigit():
            return Moment(token.value * 100 + tokens[j].value, span=10), j + 1
    return None


def _century(tokens: Tokens, i: int) -> Parsed:
    """The nineteenth century; the 5th century B.C.; the XIXth century."""
    token = tokens[i]
    number = ordinal(tokens, i) or ((token.value, i + 1) if token.sort is Sort.ORDINAL else None)
    if not number and token.capital and token.word.endswith(("th", "st", "nd", "rd")):
        value = lexicon.roman(token.word[:-2].upper())
        number = (value, i + 1) if value else None
    if not number or not 1 <= number[0] <= 21 or tokens[number[1]].word != "century":
        return None
    j = number[1] + 1
    era = _ERAS.get(tokens[j].word, 1) if tokens[j].sort is Sort.LETTERS else 0
    first = number[0] * 100 - 99 if era >= 0 else -number[0] * 100
    return Moment(first, span=100), j + (era != 0)


def _feast(tokens: Tokens, i: int) -> Parsed:
    """Christmas Day, 1820; Easter 1916; Lady-day."""
    if tokens[i].word not in lexicon.FEAST_STARTS or not tokens[i].capital:
        return None
    for words in lexicon.FEASTS:
        j = i
        for word in words:
            while j > i and tokens[j].word in {"-", "'", "’", "."} and tokens[j].start == tokens[j - 1].end:
                j += 1
            if tokens[j].word != word:
                break
            j += 1
        else:
            found = following_year(tokens, j)
            month, day = lexicon.FIXED_FEASTS.get(words, (None, None))
            if found and found[0].year is not None:
                return Moment(found[0].year, month, day, feast=words), found[1]
            return Moment(None, month, day, feast=words), j
    return None


def _afterwards(tokens: Tokens, found: Moment, i: int) -> tuple[Moment, int]:
    """A time of day after a full date, and a question mark in brackets."""
    if found.day and found.year is not None:
        clock = _clock(tokens, i)
        if clock:
            found, i = replace(found, clock=clock[0]), clock[1]
    if tokens[i].word in _OPEN and tokens[i + 1].word == "?" and tokens[i + 2].word in _CLOSE:
        return replace(found, doubtful=True), i + 3
    return found, i


def _clock(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """[, at] 10 a.m.; 10.30 p.m.; 3 o'clock; as hours and minutes."""
    j = i + (tokens[i].word == ",")
    j += tokens[j].word == "at"
    if tokens[j].word in {"noon", "midnight"} and j > i:
        return ("12:00" if tokens[j].word == "noon" else "24:00"), j + 1
    hour, minutes, k = _hour(tokens, j)
    if hour is None:
        return None
    half = ""
    if tokens[k].sort is Sort.LETTERS and tokens[k].word in {"am", "pm"}:
        half, k = tokens[k].word, k + 1
    elif [token.word for token in tokens[k : k + 3]] in (["o", "'", "clock"], ["o", "’", "clock"]):
        k += 3
        return (f"{hour:02}:{minutes:02}", k) if hour > 12 else None
    elif tokens[j + 1].word != ":" or hour < 13:
        return None
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    return f"{hour:02}:{minutes:02}", k


def _hour(tokens: Tokens, i: int) -> tuple[int | None, int, int]:
    token = tokens[i]
    if token.sort is Sort.NUMBER and token.value <= 24:
        if tokens[i + 1].word == ":" and tokens[i + 2].sort is Sort.NUMBER and tokens[i + 2].value < 60:
            return token.value, tokens[i + 2].value, i + 3
        return token.value, 0, i + 1
    match = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", token.word) if token.sort is Sort.WORD else None
    if match and int(match[1]) <= 24:
        return int(match[1]), int(match[2]), i + 1
    spelled = cardinal(tokens, i)
    return (spelled[0], 0, spelled[1]) if spelled and spelled[0] <= 12 else (None, 0, i)
