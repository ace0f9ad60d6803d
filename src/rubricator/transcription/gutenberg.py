"""Project Gutenberg's files: what stands above and below the lines between which the book is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rubricator.transcription import labels
from rubricator.transcription.lines import Chunk, Line, fold, joined, span_of
from rubricator.transcription.model import Field, Leftover

_BOOK = r"OF (?:THE|THIS) PROJECT GUTENBERG E-?(?:BOOK|TEXT)\b.*"
_START = re.compile(rf"\*\*\*\s*START {_BOOK}", re.I | re.S)
_END = re.compile(rf"\*\*\*\s*END {_BOOK}|End of (?:the |this )?Project Gutenberg\b.*", re.I | re.S)
_BOUND = re.compile(rf"\*\*\*\s*(?:START|END) {_BOOK}", re.I)
_OF_THE_PAGE = re.compile(r"(?:The )?Project Gutenberg(?:[’']s)? .*", re.I | re.S)
_LICENCE = re.compile(r"This e-?(?:book|text) is for the use of anyone\b.*", re.I | re.S)
_LABELLED = re.compile(r"(?P<open>\[?)(?P<label>[A-Z][A-Za-z ]{2,28}):(?P<value>.*)", re.S)
_CREDITS = re.compile(
    r"(?P<label>(?:Produced|E-?text prepared|Transcribed|This e-?(?:book|text) was (?:prepared|produced))"
    r" by):?"
    r"\s+(?P<value>.+)",
    re.I | re.S,
)
_BYLINE = re.compile(r"(?:by\s+)?(?P<name>.+)", re.I | re.S)
_NAMES = {
    "release date": "released",
    "posting date": "released",
    "most recently updated": "updated",
    "last updated": "updated",
    "produced by": "transcriber",
    "credits": "transcriber",
    "original publication": "source",
}
_CHARACTER_SET = re.compile(r"character set(?: encoding)?", re.I)
_TITLE_PAGE = 5  # chunks in which the title page of the book names its author again

START = "start of the book"
"""The kind of the leftover that says: this is a file of Project Gutenberg's."""


@dataclass(frozen=True, slots=True)
class Gutenberg:
    """What surrounds the book, taken apart, and the chunks of the book."""

    fields: tuple[Field, ...]
    leftovers: tuple[Leftover, ...]
    chunks: tuple[Chunk, ...]


def read_gutenberg(found: Sequence[Chunk]) -> Gutenberg | None:
    """The parts of a file of Project Gutenberg's, or None if the chunks *found* are of another."""
    found = [part for chunk in found for part in _cut(chunk)]
    start = next((index for index, chunk in enumerate(found) if _START.fullmatch(chunk.text)), None)
    if start is None:
        return None
    ends = (index for index in range(start + 1, len(found)) if _END.fullmatch(found[index].text))
    end = next(ends, len(found))
    fields: list[Field] = []
    leftovers: list[Leftover] = []
    for chunk in found[:start]:
        _above(chunk, fields, leftovers)
    leftovers.append(Leftover(START, found[start].text, found[start].span))
    book = _title_page(list(found[start + 1 : end]), fields, leftovers)
    if end < len(found):
        leftovers.append(Leftover("end of the book", found[end].text, found[end].span))
    if end + 1 < len(found):
        lines = [line for chunk in found[end + 1 :] for line in chunk.lines]
        words = " ".join(fold(line.text) for line in lines)
        leftovers.append(Leftover("licence of Project Gutenberg", words, span_of(lines)))
    return Gutenberg(tuple(fields), tuple(leftovers), tuple(book))


def _cut(chunk: Chunk) -> list[Chunk]:
    """*chunk*, with a line that says where the book starts or ends apart from what it runs into."""
    lines = chunk.lines
    first = next((index for index, line in enumerate(lines) if _BOUND.match(line.text)), None)
    if first is None:
        return [chunk]
    closed = (index for index in range(first, len(lines)) if lines[index].text.endswith("***"))
    last = next(closed, first)  # the title may go over several lines
    parts = [Chunk(part) for part in (lines[:first], lines[first : last + 1]) if part]
    rest = lines[last + 1 :]
    return [*parts, *(_cut(Chunk(rest)) if rest else [])]


def _above(chunk: Chunk, fields: list[Field], leftovers: list[Leftover]) -> None:
    """Add what a chunk above the book says to *fields* and *leftovers*."""
    if _LICENCE.fullmatch(chunk.text):
        fields.append(Field("licence", (chunk.text,), chunk.span))
        return
    if not any(_LABELLED.fullmatch(line.text) for line in chunk.lines):
        kind = "title of the page" if _OF_THE_PAGE.fullmatch(chunk.text) else "note of the archive"
        leftovers.append(Leftover(kind, chunk.text, chunk.span))
        return
    groups: list[list[Line]] = []
    for line in chunk.lines:
        if not groups or _LABELLED.fullmatch(line.text):
            groups.append([line])
        else:
            groups[-1].append(line)
    for group in groups:
        match = _LABELLED.fullmatch(joined(group))
        charset = match and _CHARACTER_SET.fullmatch(match["label"])
        if match is None or charset or (match["open"] and not match["value"].endswith("]")):
            kind = "character set" if charset else "note of the archive"
            leftovers.append(Leftover(kind, joined(group), span_of(group)))
            continue
        label, value = fold(match["label"]), fold(match["value"])
        value = value.removesuffix("]") if match["open"] else value
        name = _NAMES.get(label.casefold()) or labels.name_of(label)
        fields.append(Field(name, (value,), span_of(group), label))


def _title_page(book: list[Chunk], fields: list[Field], leftovers: list[Leftover]) -> list[Chunk]:
    """The chunks of the book below its title page, which goes to *fields*, as those who made the file do."""
    titles = {_plain(field.value) for field in fields if field.name == "title"}
    authors = {_plain(field.value) for field in fields if field.name == "author"}
    if book and (credits := _CREDITS.fullmatch(book[0].text)):
        fields.append(Field("transcriber", (fold(credits["value"]),), book[0].span, fold(credits["label"])))
        book = book[1:]
    if not (book and _plain(book[0].text) in titles):
        return book
    fields.append(Field("title", tuple(fold(line.text) for line in book[0].lines), book[0].span))
    for index, chunk in enumerate(book[1:_TITLE_PAGE], 1):
        byline = _BYLINE.fullmatch(chunk.text)
        if byline and {_plain(byline["name"]), _plain(chunk.text)} & authors:
            own = _plain(chunk.text) in authors
            for between in book[1:index]:
                if _plain(between.text) == "by":
                    leftovers.append(Leftover("byline", between.text, between.span))
                else:
                    lines = tuple(fold(line.text) for line in between.lines)
                    fields.append(Field("subtitle", lines, between.span))
            fields.append(Field("author", (chunk.text if own else byline["name"],), chunk.span))
            return book[index + 1 :]
        if len(chunk.text) > 90:
            break
    return book[1:]


def _plain(text: str) -> str:
    """The letters and figures of *text*, small."""
    return "".join(character for character in text.casefold() if character.isalnum())
