"""Diaries: the days that begin the entries of one, on a line of their own or before the first words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rubricator.dates.languages import LANGUAGES
from rubricator.transcription.closing import opening
from rubricator.transcription.lines import SPACE, Chunk, Line
from rubricator.transcription.model import BlockKind

_NORDIC_MONTHS = (
    "januar januari jan februar februari feb marts mars april apr maj mai juni jun juli jul august augusti"
    " aug september sept oktober okt november nov december desember dec des"
)
_NORDIC_WEEKDAYS = (
    "mandag måndag man tirsdag tisdag tirs onsdag ons torsdag tors fredag fre lørdag lördag løverdag lør lör"
    " søndag söndag søn sön"
)


def _words(tables: Iterable[Iterable[str]], more: str) -> frozenset[str]:
    return frozenset(more.split()).union(*tables)


_MONTHS = _words((table.months for table in LANGUAGES.values()), _NORDIC_MONTHS)
_WEEKDAYS = _words((table.weekdays for table in LANGUAGES.values()), _NORDIC_WEEKDAYS)
_BETWEEN = frozenset("the of den d le el am de del".split())
_TOKEN = re.compile(r"(?P<word>[^\W_]+)(?P<after>[.,;:]?(?:\s*[—–-]+)?)(?=\s|$|[—–-])")
_DAY = re.compile(r"(?:[1-9]|[12][0-9]|3[01])(?P<ordinal>st|nd|rd|th|d|te|de|er)?")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_ENDS = re.compile(r"[.:—–-]$")
_DIARY = re.compile(r"\b(?:diar(?:y|ies)|journals?|log(?:-?book)?|tagebuch|tagebücher|dagbok|dagbog)\b", re.I)
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*\s?){1,3},\s+")
"""Where the writer is, before the day."""
_FEWEST = 3  # entries; a text with fewer days is none


@dataclass(frozen=True, slots=True)
class Day:
    """What says that an entry begins: so many characters at the start of a line."""

    end: int
    sure: bool  # the day of a month or of a week, not only `Monday` or `6th`
    weekday: bool
    alone: bool  # nothing follows on the line


def day(line: str) -> Day | None:
    """The day at the start of *line*, if it is set off from what follows, or nothing follows."""
    kinds: set[str] = set()
    position, end, ordinal = 0, 0, False
    while match := _TOKEN.match(line, position):
        word = match["word"].casefold()
        number = _DAY.fullmatch(word)
        kind = "day" if number else _kind(match["word"], kinds)
        if kind in kinds or not (kind or (word in _BETWEEN and (word == "d" or not match["after"]))):
            break
        if kind:
            kinds.add(kind)
            end = match.end()
        ordinal = ordinal or bool(number and number["ordinal"])
        position = len(line) - len(line[match.end() :].lstrip(SPACE))
    alone = end == len(line)
    sure = "day" in kinds and bool(kinds & {"month", "weekday"})
    if not (sure or ordinal or "weekday" in kinds) or not (alone or _ENDS.search(line[:end])):
        return None
    return Day(end, sure, "weekday" in kinds, alone)


def _kind(word: str, kinds: set[str]) -> str:
    """What *word* is in a date of which *kinds* are known: months in small letters stand behind the day."""
    folded = word.casefold()
    if _YEAR.fullmatch(word):
        return "year"
    if folded in _MONTHS and "month" not in kinds and (not word.islower() or "day" in kinds):
        return "month"
    return "weekday" if folded in _WEEKDAYS and not word.islower() else ""


def entries(found: Sequence[Chunk], title: str) -> tuple[list[Chunk], frozenset[int]]:
    """The chunks *found*, with the days that begin the entries of a diary apart, and where these start.

    A text is a diary by its title, or if the days of the week stand in its dates: others have dates too.
    """
    titled = bool(_DIARY.search(title))
    begun = {index: _begins(found, index, chunk, titled) for index, chunk in enumerate(found)}
    days = {index: one for index, one in begun.items() if one}
    marked = sum(one.weekday for one in days.values())
    enough = len(days) >= _FEWEST and sum(one.sure for one in days.values()) >= 2
    if not enough or not (titled or 2 * marked >= len(days)):
        return list(found), frozenset()
    chunks: list[Chunk] = []
    for index, chunk in enumerate(found):
        if index in days:
            chunks += _apart(chunk, days[index])
        else:
            chunks.append(chunk)
    return chunks, frozenset(found[index].lines[0].start for index in days)


def _begins(found: Sequence[Chunk], index: int, chunk: Chunk, titled: bool) -> Day | None:
    """The day that begins an entry with *chunk*; not that above a letter, or with nothing below.

    In what its title calls a diary the place may stand before the day: “Bath, January 1st, 1798.”
    """
    line = chunk.lines[0].text
    begun = day(line)
    if begun is None and titled and (place := _PLACE.match(line)):
        there = day(line[place.end() :])
        if there and there.alone:
            begun = replace(there, end=there.end + place.end())
    if begun is None or not begun.alone:
        return begun
    if len(chunk.lines) > 1:
        below = chunk.lines[1].text
    elif index + 1 < len(found):
        below = found[index + 1].lines[0].text
    else:
        return None
    return None if opening(below) is BlockKind.SALUTE else begun


def _apart(chunk: Chunk, begun: Day) -> list[Chunk]:
    first, *others = chunk.lines
    stated = Line(first.text[: begun.end], first.start, first.indent)
    rest = first.text[begun.end :].lstrip(SPACE)
    if rest:
        others.insert(0, Line(rest, first.end - len(rest), others[0].indent if others else first.indent))
    return [Chunk((stated,)), *([Chunk(tuple(others))] if others else [])]
