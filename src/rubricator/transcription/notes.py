"""Notes: the numbered notes below a text, and the marks in the text that call them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rubricator.transcription.lines import Chunk, Line, joined, span_of
from rubricator.transcription.model import Block, BlockKind, Leftover
from rubricator.transcription.navigation import is_rule

_HEADING = re.compile(r"(?:(?:foot|end)?notes?|(?:author|editor|translator)[’']?s?[’']? notes?):?", re.I)
_START = re.compile(
    r"(?P<mark>\[(?P<a>[0-9]{1,3}[a-z]?\*?|\*{1,3})\]|(?P<b>[0-9]{1,3})[.)]|\((?P<c>[0-9]{1,3})\)"
    r"|(?P<d>[¹²³⁰⁴-⁹]{1,3}))\s*(?P<rest>\S.*)",
    re.S,
)
_FOOTNOTE = re.compile(
    r"\[Foot-?note\s*(?P<mark>[A-Z]|[0-9]{1,3}|\*{1,3})\s*:\s*(?P<rest>(?:(?!\[Foot-?note).)+)\]", re.S | re.I
)
_MARK = re.compile(r"\[(?:[0-9]{1,3}[a-z]?\*?|[A-Z]|\*{1,3})\]|\([0-9]{1,3}\)|[⁰¹²³⁴-⁹]+")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FROM_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Notes:
    """The chunks without the notes that were paired with their marks, those notes, and what is left over."""

    chunks: tuple[Chunk, ...]
    kept: tuple[Chunk, ...] = ()  # the notes, under their heading, that no mark calls
    notes: tuple[Block, ...] = ()
    leftovers: tuple[Leftover, ...] = ()


def take_notes(found: Sequence[Chunk]) -> Notes:
    """Take the notes out of *found*; one whose mark does not stand exactly once in the text stays."""
    footnotes, others = _footnotes(found)
    noted = _from_the_end(others)
    if not footnotes:
        return noted
    leftovers = list(noted.leftovers)
    chunks = list(noted.chunks)
    if (
        len(chunks) > 1
        and _HEADING.fullmatch(chunks[-1].text)
        and chunks[-1].span.end < footnotes[0].span.start
    ):
        heading = chunks.pop()
        leftovers.append(Leftover("heading of the notes", heading.text, heading.span))
    notes = sorted((*footnotes, *noted.notes), key=lambda note: note.span.start)
    return Notes(tuple(chunks), noted.kept, tuple(notes), tuple(leftovers))


def _footnotes(found: Sequence[Chunk]) -> tuple[list[Block], list[Chunk]]:
    """The notes that say that they are (`[Footnote A: …]`), wherever they stand; and the rest."""
    matches = {
        index: match for index, chunk in enumerate(found) if (match := _FOOTNOTE.fullmatch(chunk.text))
    }
    marks = Counter(
        mark.group()
        for index, chunk in enumerate(found)
        if index not in matches
        for mark in marks_in(chunk.text)
    )
    twice = Counter(match["mark"] for match in matches.values())
    notes: list[Block] = []
    others: list[Chunk] = []
    for index, chunk in enumerate(found):
        match = matches.get(index)
        mark = f"[{match['mark']}]" if match else ""
        if match and marks[mark] == 1 and twice[match["mark"]] == 1:
            notes.append(Block(BlockKind.NOTE, (match["rest"].strip(),), chunk.span, mark))
        else:
            others.append(chunk)
    return notes, others


def _from_the_end(found: Sequence[Chunk]) -> Notes:
    """Take the notes off the end of *found*."""
    start, heading = _section(found)
    if start is None:
        return Notes(tuple(found))
    before = found[: start - len(heading)]
    marks = Counter(match.group() for chunk in before for match in marks_in(chunk.text))
    taken: list[Block] = []
    kept: list[Chunk] = []
    open_note = False
    for group in _groups(found[start:]):
        match = _START.fullmatch(joined(group))
        mark = _called(match, marks) if match else ""
        if match and mark:
            del marks[mark]
            taken.append(Block(BlockKind.NOTE, (match["rest"],), span_of(group), mark))
            open_note = True
        elif match is None and open_note:
            taken.append(Block(BlockKind.NOTE, (joined(group),), span_of(group)))
        else:
            kept.append(Chunk(tuple(group)))
            open_note = False
    if not taken and not heading:
        return Notes(tuple(found))
    if kept:
        return Notes(tuple(before), (*heading, *kept), tuple(taken))
    leftovers = [Leftover("heading of the notes", chunk.text, chunk.span) for chunk in heading]
    if len(before) > 1 and is_rule(before[-1].text):
        leftovers.append(Leftover("rule above the notes", before[-1].text, before[-1].span))
        before = before[:-1]
    return Notes(tuple(before), (), tuple(taken), tuple(leftovers))


def _section(found: Sequence[Chunk]) -> tuple[int | None, list[Chunk]]:
    """Where the notes begin, and the chunk that is their heading, if they have one."""
    for index in range(len(found) - 2, 0, -1):
        if _HEADING.fullmatch(found[index].text) and _START.fullmatch(found[index + 1].text):
            return index + 1, [found[index]]
    start = len(found)
    while start > 1 and (match := _START.fullmatch(found[start - 1].text)) and (match["a"] or match["d"]):
        start -= 1
    return (start, []) if start < len(found) else (None, [])


def _groups(found: Sequence[Chunk]) -> list[list[Line]]:
    """The lines of the notes, each note or further paragraph of one by itself."""
    groups: list[list[Line]] = []
    for chunk in found:
        groups.append([chunk.lines[0]])
        for line in chunk.lines[1:]:
            if _START.fullmatch(line.text):
                groups.append([line])
            else:
                groups[-1].append(line)
    return groups


def _called(match: re.Match[str], marks: Counter[str]) -> str:
    """The mark that calls the note *match*, if among *marks* there is exactly one."""
    number = match["a"] or match["b"] or match["c"] or match["d"].translate(_FROM_SUPERSCRIPT)
    forms = [f"[{number}]"]
    if number.isdigit():
        forms.append(number.translate(_SUPERSCRIPT))
        if match["c"]:
            forms.append(f"({number})")
    return next((form for form in forms if marks[form] == 1), "")


def marks_in(text: str) -> list[re.Match[str]]:
    """What in *text* may call a note: a number or asterisks in brackets, a number set high."""
    return list(_MARK.finditer(text))
