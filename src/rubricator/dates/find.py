"""Finding dates in running text: where an expression may stand, and where a number is a year."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rubricator.annotation import Certainty, Span
from rubricator.dates import parts, phrases, relative
from rubricator.dates.context import dated_by_context
from rubricator.dates.expressions import Expression, Moment, Series
from rubricator.dates.languages import ENGLISH, Table, table_of
from rubricator.dates.lexer import Sort, Token, tokens
from rubricator.dates.lexicon import FEAST_STARTS, words
from rubricator.dates.olden import modern
from rubricator.dates.resolve import resolve
from rubricator.dates.values import DateValue, FoundDate, Reference

_ALWAYS = frozenset(Sort) - {Sort.WORD, Sort.MARK, Sort.BREAK}
_WORDS = phrases.STARTS | relative.STARTS | FEAST_STARTS | {"century", "decennium"}
_FIELD_WORDS = _WORDS | phrases.LOOSE_STARTS
_YEAR_LETTERS = frozenset("mdclxvi")
_OPENING_MARKS = frozenset("'’‘")
_OUTSIDE = frozenset({"the", "ye", "year", "anno", "of"})
"""Words before a date that are no part of it."""

_LEADING = words(
    "written dated published first in on at the and of from delivered signed printed issued"
    " recorded composed drafted dictated spoken sent received year our lord"
)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date expression in a text, as written, and what it says."""

    span: Span
    written: str
    expression: Expression


def find_dates(
    text: str, reference: str | None = None, *, field: bool = False, language: str = "en"
) -> tuple[FoundDate, ...]:
    """The dates written in *text*, in order, never overlapping.

    What a date leaves out, and what relative dates are reckoned from, comes from *reference*, an ISO date. In
    a *field* (a header's value, a dateline) a year needs no context, and "after" and "before" belong to the
    date; in prose only "not before", "no later than" and the like do. No date crosses a
    blank line. In a *language* that has no table none is found.
    """
    here = Reference.of(reference)
    values = (
        (read, resolve(read.expression, here)) for read in read_dates(text, field=field, language=language)
    )
    return tuple(FoundDate(read.span, read.written, value) for read, value in values if value is not None)


def read_dates(text: str, *, field: bool = False, language: str = "en") -> tuple[ReadDate, ...]:
    """The date expressions of *text* as `find_dates` finds them, not yet reckoned: their context can wait."""
    table = table_of(language)
    if table is None:
        return ()
    stream = _tokens(text, table)
    found: list[ReadDate] = []
    for expression, first, last in _expressions(stream, field=field):
        start, end = stream[first].start, stream[last - 1].end
        found.append(ReadDate(Span(start, end), text[start:end], expression))
    return tuple(found)


def _tokens(text: str, table: Table) -> list[Token]:
    return modern(tokens(text, table)) if table is ENGLISH else tokens(text, table)


def parse_date(text: str, reference: str | None = None, *, language: str = "en") -> DateValue | None:
    """What *text* means if, but for words like "Written in" before it, brackets and stops, it is one date."""
    read = read_date(text, language=language)
    if read is None:
        return None
    expression, doubted = read
    value = resolve(expression, Reference.of(reference))
    if value is not None and doubted:
        doubt = "the text itself doubts it"
        value = replace(value, cert=Certainty.LOW, evidence=f"{value.evidence.removesuffix('.')}; {doubt}.")
    return value


def read_date(text: str, *, language: str = "en") -> tuple[Expression, bool] | None:
    """What *text* says if, as `parse_date` asks, it is one date; and whether it doubts that itself."""
    table = table_of(language)
    if table is None:
        return None
    stream = _tokens(text, table)
    start = 0
    while stream[start].word in _LEADING or (
        stream[start].sort is Sort.MARK and stream[start].word in "([.,:;“\"—–-’'"
    ):
        found = _whole(stream, start)
        if found:
            return found
        start += 1
    return _whole(stream, start)


def _whole(stream: list[Token], start: int) -> tuple[Expression, bool] | None:
    read = _expression(stream, start, field=True)
    if not read:
        return None
    expression, end = read
    doubted = stream[end].word == "?"
    end += doubted
    while stream[end].sort is Sort.MARK and stream[end].word in ')].,;:”"':
        end += 1
    return (expression, doubted) if stream[end].sort is Sort.BREAK else None


def _expressions(stream: list[Token], *, field: bool) -> list[tuple[Expression, int, int]]:
    found: list[tuple[Expression, int, int]] = []
    words = _FIELD_WORDS if field else _WORDS
    i = 0
    while i < len(stream) - 3:
        token = stream[i]
        starts = token.sort in _ALWAYS or (
            token.word in words
            if token.sort is Sort.WORD
            else token.sort is Sort.MARK and token.word in _OPENING_MARKS
        )
        if token.sort is Sort.WORD and not starts:
            roman = token.capital and len(token.word) > 4 and _YEAR_LETTERS.issuperset(token.word)
            starts = roman or token.word[0].isdigit()
        read = _expression(stream, i, field=field) if starts or (field and token.capital) else None
        if read is None:
            i += 1
            continue
        expression, end = read
        if isinstance(expression, Series):
            found.extend(expression.members)
        else:
            found.append((expression, i, end))
        i = end
    return found


def _expression(stream: list[Token], i: int, *, field: bool) -> tuple[Expression, int] | None:
    """The date at *i*: the longest reading that its context admits."""
    told = relative.relative(stream, i)
    if told:
        return told
    if stream[i].word in _OUTSIDE:
        return None
    read = phrases.phrase(stream, i, field=field)
    if read and isinstance(read[0], Moment):
        told = relative.directed(stream, read[0], read[1])
        if told:
            return told
    if read and dated_by_context(stream, i, read[1], read[0], field=field):
        return read
    simple = parts.period(stream, i) if read and not isinstance(read[0], Moment) else None
    if simple and dated_by_context(stream, i, simple[1], simple[0], field=field):
        return simple
    return None
