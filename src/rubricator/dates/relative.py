"""The grammar of dates told from the day of writing: "two years ago", "last week", "the 5th inst."."""

from __future__ import annotations

from collections.abc import Sequence

from rubricator.dates.expressions import Moment, Relative
from rubricator.dates.lexer import Sort, Token
from rubricator.dates.lexicon import UNITS, Unit, words
from rubricator.dates.numbers import cardinal, numbered_day, ordinal
from rubricator.dates.periods import feast

Parsed = tuple[Relative, int] | None

_DIRECTIONS = {"last": -1, "past": -1, "this": 0, "present": 0, "next": 1, "coming": 1}
_MONTHS_AWAY = {
    "inst": 0, "instant": 0, "current": 0, "currt": 0,
    "ult": -1, "ulto": -1, "ultimo": -1, "prox": 1, "proximo": 1,
}  # fmt: skip
_VAGUE = words("about nearly almost some over than or to – - around roughly perhaps barely hardly scarcely")
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
STARTS = frozenset({"a", "an", "the", "day", "to", "tomorrow", "yesterday", "hundred", "vor", *_DIRECTIONS})


def relative(tokens: Sequence[Token], i: int) -> Parsed:
    """Any relative date at *i*."""
    token = tokens[i]
    if token.sort in {Sort.WEEKDAY, Sort.MONTH}:
        return _last_after_name(tokens, i)
    if token.word in _DIRECTIONS:
        return _adjacent(tokens, i)
    if token.word == "vor":
        return _since(tokens, i + 1)
    return _ago(tokens, i) or _of_this_month(tokens, i) or _neighbouring_day(tokens, i)


def directed(tokens: Sequence[Token], moment: Moment, i: int) -> Parsed:
    """The 4th of December last; Michaelmas next; a day or feast that ends at *i*, without its year."""
    named = bool(moment.month and moment.day) or bool(moment.feast)
    if not named or moment.year is not None or moment.short_year is not None:
        return None
    word = tokens[i].word
    if word not in {"last", "next"} or tokens[i + 1].word in {"of", "to", "week", "month", "year", "day"}:
        return None
    end = i + 1 + (tokens[i + 1].word in {"past", "ensuing", "coming", "following"})
    return Relative(_DIRECTIONS[word], Unit.YEAR, moment), end


def _ago(tokens: Sequence[Token], i: int) -> Parsed:
    """two years ago; a week ago; 25 years ago; a hundred years ago; two months hence."""
    previous = tokens[i - 1].word if i else ""
    token = tokens[i]
    count: int | None = None
    j = i + 1
    if token.word in {"a", "an"}:
        count = 1
        if tokens[j].word == "hundred":
            count, j = 100, j + 1
    elif token.sort is Sort.NUMBER and 0 < token.value <= 1000 and len(token.word) < 5:
        count = token.value
    else:
        spelled = cardinal(tokens, i)
        if spelled:
            count, j = spelled
            if tokens[j].word == "hundred":
                count, j = count * 100, j + 1
    unit = UNITS.get(tokens[j].word)
    if count is None or unit is None or previous in {"half", "quarter", "and"}:
        return None
    if tokens[j + 1].word not in {"ago", "since", "hence"} or (
        tokens[j + 1].word == "since" and tokens[j + 2].sort is Sort.WORD
    ):
        return None
    direction = 1 if tokens[j + 1].word == "hence" else -1
    vague = previous in _VAGUE or count >= 20 or (unit is not Unit.YEAR and count % 10 == 0)
    return Relative(direction * count, unit, vague=vague), j + 2


def _since(tokens: Sequence[Token], i: int) -> Parsed:
    """vor zwei Jahren; hace dos años: the word for "ago" comes first."""
    number = tokens[i]
    unit = UNITS.get(tokens[i + 1].word)
    if unit is None and tokens[i + 1].word in {"decennium", "year"}:
        unit = Unit.YEAR
    counts = number.sort is Sort.CARDINAL or (number.sort is Sort.NUMBER and len(number.word) < 4)
    if unit is None or not counts or number.value == 0:
        return None
    vague = number.value >= 20 or (unit is not Unit.YEAR and number.value % 10 == 0)
    return Relative(-number.value, unit, vague=vague), i + 2


def _of_this_month(tokens: Sequence[Token], i: int) -> Parsed:
    """the 5th inst.; the 20th ult.; the 5th of last month."""
    day = numbered_day(tokens, i) or ordinal(tokens, i)
    if not day:
        return None
    j = day[1]
    j += tokens[j].word == "." and tokens[j - 1].sort is Sort.ORDINAL and tokens[j + 1].word in _MONTHS_AWAY
    if tokens[j].word in _MONTHS_AWAY:
        abbreviated = len(tokens[j].word) < 5 and tokens[j + 1].word == "."
        return Relative(_MONTHS_AWAY[tokens[j].word], Unit.MONTH, Moment(day=day[0])), j + 1 + abbreviated
    if tokens[j].word == "of":
        j += 1
        j += tokens[j].word == "the"
        if tokens[j].word in {"this", "present"} and tokens[j + 1].word in {"instant", "inst", "present"}:
            end = j + 2 + (tokens[j + 2].word == "month")
            return Relative(0, Unit.MONTH, Moment(day=day[0])), end
        if tokens[j].word in {*_DIRECTIONS, "current"} and tokens[j + 1].word == "month":
            return Relative(_DIRECTIONS.get(tokens[j].word, 0), Unit.MONTH, Moment(day=day[0])), j + 2
    return None


def _neighbouring_day(tokens: Sequence[Token], i: int) -> Parsed:
    """yesterday; to-morrow; the day before yesterday."""
    j = i + (tokens[i].word == "the")
    if tokens[j].word == "day" and tokens[j + 1].word in {"before", "after"}:
        further = _neighbouring_day(tokens, j + 2) if tokens[j + 2].word not in {"the", "day"} else None
        sign = -1 if tokens[j + 1].word == "before" else 1
        if further and further[0].count == sign:
            return Relative(2 * sign, Unit.DAY), further[1]
        return None
    if j > i:
        return None
    if tokens[i].word == "yesterday":
        return Relative(-1, Unit.DAY), i + 1
    if tokens[i].word == "tomorrow":
        return Relative(1, Unit.DAY), i + 1
    if tokens[i].word == "to" and tokens[i + 1].word == "-" and tokens[i + 2].word == "morrow":
        return Relative(1, Unit.DAY), i + 3
    return None


def _adjacent(tokens: Sequence[Token], i: int) -> Parsed:
    """last week; next Monday; this year; last summer; last May."""
    previous = tokens[i - 1].word if i else ""
    direction, named = _DIRECTIONS[tokens[i].word], tokens[i + 1]
    after = tokens[i + 2].word
    if named.sort is Sort.MONTH and named.capital and not named.slip and after != "of":
        return Relative(direction, Unit.YEAR, Moment(month=named.value)), i + 2
    if named.sort is Sort.WEEKDAY and named.capital and direction:
        return Relative(direction, Unit.WEEK, Moment(weekday=named.value)), i + 2
    if named.sort is Sort.SEASON and after != "of" and previous != "the":
        return Relative(direction, Unit.YEAR, Moment(season=named.word)), i + 2
    named_feast = feast(tokens, i + 1) if direction and named.capital and previous != "the" else None
    goes_on = named_feast and tokens[named_feast[1]].sort is Sort.WORD and tokens[named_feast[1]].capital
    if named_feast and named_feast[0].year is None and not goes_on:
        return Relative(direction, Unit.YEAR, named_feast[0]), named_feast[1]
    if named.word in {"night", "evening"} and direction < 0 and previous != "the":
        return Relative(-1, Unit.DAY), i + 2
    unit = UNITS.get(named.word)
    if unit in {Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.CENTURY} and not named.word.endswith("s"):
        # "The last year" is as often a length of time, "the last week of May" is no week of the writer's.
        definite = previous in {"the", "these", "every", "each", "his", "her", "their", "my", "our"}
        if after == "of" or (definite and not (unit is Unit.CENTURY and direction <= 0)):
            return None
        if unit is Unit.CENTURY and not definite and direction == 0 and tokens[i].word != "this":
            return None
        return Relative(direction, unit), i + 2
    return None


def _weeks_on(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The week of "Monday week", the two of "Monday fortnight", and the position after it; or none."""
    word = tokens[i].word
    if word == "se" and tokens[i + 1].word in {"'", "’"} and tokens[i + 2].word in {"nnight", "night"}:
        return 1, i + 3
    named = {"week": 1, "sennight": 1, "fortnight": 2}.get(word, 0)
    ends = tokens[i + 1].sort in {Sort.MARK, Sort.BREAK}
    return (named, i + 1) if named and ends else (0, i)


def _last_after_name(tokens: Sequence[Token], i: int) -> Parsed:
    """Friday last; Monday next; May last."""
    name, after = tokens[i], tokens[i + 1]
    if not name.capital or name.slip:
        return None
    weeks, end = _weeks_on(tokens, i + 1)
    if weeks and name.sort is Sort.WEEKDAY:
        return Relative(1 + weeks, Unit.WEEK, Moment(weekday=name.value)), end
    if name.sort is Sort.WEEKDAY and after.word in _PARTS_OF_DAY and tokens[i + 2].word in {"last", "next"}:
        i += 1
        after = tokens[i + 1]
    if after.word not in {"last", "next"}:
        return None
    if tokens[i + 2].word in {"of", "to"} or tokens[i + 2].sort is Sort.CARDINAL:
        return None
    if name.sort is Sort.WEEKDAY:
        return Relative(_DIRECTIONS[after.word], Unit.WEEK, Moment(weekday=name.value)), i + 2
    return Relative(_DIRECTIONS[after.word], Unit.YEAR, Moment(month=name.value)), i + 2
