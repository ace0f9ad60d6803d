"""The top of a page: its title block and its labelled fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rubricator.transcription import labels
from rubricator.transcription.letters import title_lines
from rubricator.transcription.lines import SPACE, Chunk, Line, fold, is_wrapped, joined, span_of
from rubricator.transcription.model import Field, Leftover
from rubricator.transcription.navigation import is_navigation
from rubricator.transcription.shapes import is_date, is_name

_REACH = 14  # chunks above the first labelled field; what looks like one further down is text
_TITLE_LINE = 120  # characters; a longer line is prose
_LICENCE_TEXT = re.compile(
    r"(?:Permission is|You (?:may|can)|This (?:work|document|text)|Please (?:credit|attribute)|Licensed"
    r"|Released)\b"
)
_BRACKETED = re.compile(r"[(\[].*[)\]]\.?")
_BYLINE = re.compile(r"(?:by|By|BY)\s+(?P<name>.+)")
_PERSONAL = re.compile(
    r"(?:(?:A|An|The|My|His|Her)\s+)?(?:[A-Z][\w’'-]*\s+){0,2}"
    r"(?:Diary|Diaries|Journals?|Letters?|Memoirs?|Autobiography|Recollections|Reminiscences|Poems|Essays"
    r"|Notebooks?|Tagebuch|Briefe|Dagbo[gk])\b"
)
_NO_PERSON = re.compile(
    r"^(?:The|A|An|My|Our|In|On|From|To|Of)\b|\b(?:the|of|and|de|von|der|van|The|Of|And)$"
)
_ARTICLED = re.compile(r"(?:the|an?|my|our|in|on|from|to|of)\s", re.I)
"""How titles begin, and names of persons do not."""
_CALLS = re.compile(r"(?:\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹*†‡]+))+$")
"""The marks of notes at the end of a line."""
_AND = re.compile(r"\s*(?:&|,|;|\band\b)\s*")
_OPEN_END = re.compile(r"(?:[,&\-–—]|\b(?:and|of|the|in|by|for|to))$")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the body: fields, navigation, and how many chunks they take up."""

    fields: tuple[Field, ...]
    leftovers: tuple[Leftover, ...]
    chunks: tuple[Chunk, ...]  # what remains: the body


def read_header(found: Sequence[Chunk]) -> Header:
    """Take the title block and the labelled fields off the top of the chunks *found*."""
    first = _first_labelled(found)
    if first is None:
        return _unlabelled(found)
    index, line = first
    above = list(found[:index])
    if line:
        above.append(Chunk(found[index].lines[:line]))
    rest = [Chunk(found[index].lines[line:]), *found[index + 1 :]]
    fields, leftovers, body = _labelled(rest)
    witnesses = " ".join(field.value for field in fields)
    titles, navigation = title_block(above, witnesses, sure=True)
    return Header((*titles, *fields), (*navigation, *leftovers), tuple(body))


def _first_labelled(found: Sequence[Chunk]) -> tuple[int, int] | None:
    """The chunk and the line in it where labelled fields begin."""
    for index, chunk in enumerate(found[:_REACH]):
        for number, line in enumerate(chunk.lines):
            below = index or number  # a title stands above what has no colon
            if labels.known(line.text) or (below and labels.without_colon(line.text)):
                while number and _is_label(chunk.lines[number - 1].text):
                    number -= 1
                return index, number
            if len(line.text) > _TITLE_LINE:
                return None
    return None


def _is_label(line: str) -> bool:
    """Whether a line right above a labelled field seems to be one too: without a colon, or misspelt."""
    found = labels.unknown(line)
    return bool(labels.without_colon(line)) or (found is not None and " " not in found[0])


def _labelled(rest: Sequence[Chunk]) -> tuple[list[Field], list[Leftover], list[Chunk]]:
    fields: list[Field] = []
    leftovers: list[Leftover] = []
    position = 0
    while position < len(rest):
        chunk = rest[position]
        starts = not fields or bool(
            labels.known(chunk.lines[0].text) or labels.without_colon(chunk.lines[0].text)
        )
        if not starts and not _belongs(rest, position, fields[-1]):
            break
        end = _end_of_fields(chunk)
        _fields_of(Chunk(chunk.lines[:end]), fields, leftovers, continues=not starts)
        position += 1
        if end < len(chunk.lines):
            return fields, leftovers, [Chunk(chunk.lines[end:]), *rest[position:]]
    return fields, leftovers, list(rest[position:])


def _end_of_fields(chunk: Chunk) -> int:
    """Where the text begins in a chunk that starts with fields: at a paragraph on a line of its own."""
    for index, (before, line) in enumerate(pairwise(chunk.lines), 1):
        long = len(line.text) > _TITLE_LINE and len(before.text) < _TITLE_LINE
        if long and not _starts_field(line.text, before.text) and not _OPEN_END.search(before.text):
            label = labels.known(before.text)
            if not (_LICENCE_TEXT.match(line.text) or (label and not label[1].strip(SPACE))):
                return index
    return len(chunk.lines)


def _belongs(rest: Sequence[Chunk], position: int, before: Field) -> bool:
    """Whether a chunk without a known label still is part of the information block."""
    chunk = rest[position]
    if is_navigation(chunk.text) or (before.name == "licence" and _LICENCE_TEXT.match(chunk.text)):
        return True
    for distance, following in enumerate(rest[position + 1 : position + 5], 1):
        label = labels.known(following.lines[0].text)
        if label and labels.name_of(label[0]) != "updated":
            between = rest[position : position + distance]
            return all(_may_continue(part, before) for part in between)
    return not before.value and len(chunk.text) < 120 and chunk.lines[0].indent > 0


def _may_continue(chunk: Chunk, before: Field) -> bool:
    """Whether a chunk between two labelled fields goes on with the first, or has an unknown label."""
    short = len(chunk.text) < 160
    return short and (not before.value or chunk.lines[0].indent > 0 or bool(labels.unknown(chunk.text)))


def _fields_of(chunk: Chunk, fields: list[Field], leftovers: list[Leftover], *, continues: bool) -> None:
    """Add what *chunk* holds to *fields* and *leftovers*; if it *continues*, to the last field."""
    gathered: list[Line] = []

    def close() -> None:
        nonlocal continues
        if gathered and continues and not labels.unknown(gathered[0].text):
            before = fields.pop()
            assert before.span is not None
            span = span_of((Line(" ", before.span.start, 0), *gathered))
            value = fold(f"{before.value} {joined(gathered)}")
            fields.append(Field(before.name, (value,), span, before.label))
        elif gathered:
            field = _field(gathered)
            if field.name == "navigation":
                leftovers.append(Leftover("navigation", joined(gathered), span_of(gathered)))
            else:
                fields.append(field)
        continues = False
        gathered.clear()

    for line in chunk.lines:
        if is_navigation(line.text):
            close()
            leftovers.append(Leftover("navigation", fold(line.text), span_of([line])))
        elif gathered and _starts_field(line.text, gathered[-1].text):
            close()
            gathered.append(line)
        else:
            gathered.append(line)
    close()


def _starts_field(line: str, before: str) -> bool:
    if labels.known(line) or labels.without_colon(line):
        return True
    return bool(labels.unknown(line)) and not _OPEN_END.search(before.rstrip(SPACE))


def _field(lines: Sequence[Line]) -> Field:
    text = joined(lines)
    split = labels.known(text) or labels.without_colon(text) or labels.unknown(text)
    label, value = split if split else ("", text)
    return Field(labels.name_of(label), (fold(value),), span_of(lines), fold(label))


def _unlabelled(found: Sequence[Chunk]) -> Header:
    """The title block of a file without labelled fields: only what cannot well be anything else."""
    above: list[Chunk] = []
    for chunk, below in zip(found[:6], [*found[1:6], None], strict=False):
        text = chunk.text
        titled = title_lines(chunk, below)
        if titled < len(chunk.lines):
            split = [Chunk(chunk.lines[:titled])] if titled else []
            found = [*above, *split, Chunk(chunk.lines[titled:]), *found[len(above) + 1 :]]
            above += split
            break
        titular = chunk.longest <= 80 and len(chunk.lines) <= 4 and len(text.split()) <= 20
        words = _CALLS.sub("", text) or text
        ends = words[-1] in ".,;:" and not is_date(words) and not _is_initialled(words)
        if not titular or ends or text[0] in "“\"‘'*-—[":
            break
        above.append(chunk)
    if len(above) == len(found) or len(above) > 4:
        return Header((), (), tuple(found))
    titles, navigation = title_block(above, "", sure=False)
    return Header(tuple(titles), tuple(navigation), tuple(found[len(above) :]))


def _is_initialled(text: str) -> bool:
    return bool(re.search(r"\b[A-Z]\.$", text))


def title_block(above: Sequence[Chunk], witnesses: str, *, sure: bool) -> tuple[list[Field], list[Leftover]]:
    """Author, title, subtitles and date of the chunks *above*; *witnesses* may confirm the author.

    *sure* says that labelled fields follow: then the first of several parts is the author, by custom.
    """
    leftovers: list[Leftover] = []
    groups: list[list[Line]] = []
    for chunk in above:
        if is_navigation(chunk.text):
            leftovers.append(Leftover("navigation", chunk.text, chunk.span))
            continue
        lines = list(chunk.lines)
        tail = [lines.pop()] if len(lines) > 1 and is_date(lines[-1].text) else []
        if len(lines) > 1 and (
            _BYLINE.fullmatch(lines[0].text)
            or _confirmed(lines[0].text, witnesses)
            or (not groups and _is_somebodys(lines[0].text, lines[1].text))
        ):
            groups.append([lines.pop(0)])
        groups += [group for group in (lines, tail) if group]
    fields: list[Field] = []
    author = _author(groups, witnesses, sure=sure)
    if author and re.match(rf"{re.escape(joined(groups[author]))}\s*[:–—-]\s", joined(groups[0])):
        leftovers.append(Leftover("title of the page", joined(groups[0]), span_of(groups[0])))
        groups, author = groups[1:], author - 1
    for index, group in enumerate(groups):
        text = joined(group)
        span = span_of(group)
        byline = _BYLINE.fullmatch(text)
        if index == author:
            fields.append(Field("author", (byline["name"] if byline else text,), span))
        elif is_date(text) and any(field.name == "title" for field in fields):
            name = "subtitle" if any(field.name == "date" for field in fields) else "date"
            fields.append(Field(name, (fold(text),), span))
        else:
            titled = any(field.name == "title" for field in fields)
            wrapped = len(group) > 1 and max(len(line.text) for line in group) > 70 and is_wrapped(group, 76)
            lines_ = (text,) if wrapped else tuple(fold(line.text) for line in group)
            name = (
                "subtitle" if titled or (_BRACKETED.fullmatch(text) and len(groups) > index + 1) else "title"
            )
            fields.append(Field(name, lines_, span))
    return fields, leftovers


def _author(groups: Sequence[Sequence[Line]], witnesses: str, *, sure: bool) -> int | None:
    """Which of the *groups* of lines is the author's name, if one is."""
    texts = [joined(group) for group in groups]
    for index, text in enumerate(texts):
        match = _BYLINE.fullmatch(text)
        if match and _are_names(match["name"]):
            return index
    for index, text in enumerate(texts[:2]):
        if len(groups[index]) == 1 and len(texts) > 1 and _confirmed(text, witnesses):
            return index
    others = [text for text in texts[1:] if not is_date(text)]
    if sure and others and len(groups[0]) == 1 and _are_names(texts[0]) and not _ARTICLED.match(texts[0]):
        return 0
    return None


def _are_names(text: str) -> bool:
    return all(is_name(part) for part in _AND.split(text.strip(".")) if part)


def _is_somebodys(name: str, title: str) -> bool:
    """Whether *title* is that of what somebody keeps or writes in his own name, and *name* is of a person."""
    person = is_name(name, most=4) and len(name.split()) > 1 and not _NO_PERSON.search(name)
    return person and bool(_PERSONAL.match(title))


def _confirmed(text: str, witnesses: str) -> bool:
    """Whether the fields below name the person: `Leon Trotsky Internet Archive` confirms `Leon Trotsky`."""
    return _are_names(text) and bool(
        re.search(rf"\b{re.escape(text.split()[-1])}\b.{{0,12}}Archive", witnesses)
    )
