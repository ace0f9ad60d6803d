"""Lines of plain text: runs of words, each of its stream, broken at spaces to a width in columns."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rubricator.publication.words import ADDED, BREAK, MAIN

Piece = tuple[str, str]
"""Text with the stream it belongs to; what is added belongs to none."""


@dataclass(frozen=True)
class Place:
    """What the lines of a block begin with, and which stream its words are of."""

    indent: str = ""
    hang: str = ""
    """What the lines after the first begin with as well."""
    stream: str = MAIN
    kind: str = ""
    """Blocks of one kind follow one another without a blank line between them."""
    leads: bool = False
    """Whether the next block follows at once."""
    verbatim: bool = False


@dataclass(slots=True)
class _Word:
    """A word in its pieces, after a space or a forced end of line (or nothing); *stream* is the space's."""

    before: str = ""
    stream: str = ADDED
    pieces: list[Piece] = field(default_factory=list)
    columns: int = 0
    """How wide it is."""
    filled: bool = False
    """Whether it has any characters."""


def lines(runs: list[Piece], place: Place, width: int, mark: str) -> list[Piece]:
    """*runs* broken into lines at spaces."""
    out: list[Piece] = [(place.indent[: max(0, len(place.indent) - len(mark))] + mark, ADDED)]
    even = _even(runs, place, width)
    if even is not None:
        return _joined(out + even)
    column, fresh = len(place.indent), True
    for word in _words(runs, verbatim=place.verbatim):
        length = word.columns
        if word.before == "\n" or (word.before and not fresh and width and column + length >= width):
            out += [("\n", word.stream), (place.indent + place.hang, ADDED)]
            column = len(place.indent) + len(place.hang)
        elif word.before and not fresh:
            out.append((" ", word.stream))
            column += 1
        out += word.pieces
        column += length
        fresh = fresh and not length
    return _joined(out)


def _even(runs: list[Piece], place: Place, width: int) -> list[Piece] | None:
    """The lines of what is of one stream and one width throughout, as most is; nothing for all else."""
    entry = runs[:1] if not runs[0][0] else []
    own = runs[len(entry) :]
    stream = own[0][1]
    if any(not text or other != stream for text, other in own) or (stream == ADDED and len(own) > 1):
        return None
    text = "".join(text for text, _ in own)
    room = width - len(place.indent)
    if place.verbatim or place.hang or "\n" in text or _UNEVEN.search(text) or (width and room < 1):
        return None
    text = " ".join(filter(None, text.split(" ")))
    if len(text) <= room or not width:
        return [*entry, (text, stream)]
    lines = [line[0].removesuffix(" ") for line in re.finditer(rf".{{1,{room}}}(?: |$)|[^ ]+(?: |$)", text)]
    if not place.indent:
        return [*entry, ("\n".join(lines), stream)]
    pieces = [*entry, (lines[0], stream)]
    for line in lines[1:]:
        pieces += [("\n", stream), (place.indent, ADDED), (line, stream)]
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """*pieces*, neighbours of one stream made one; an empty piece begins an entry, and stays."""
    joined: list[Piece] = []
    for stream, run in groupby(pieces, key=itemgetter(1)):
        texts = [text for text, _ in run]
        if "" in texts:
            joined += ((text, stream) for text in texts)
        else:
            joined.append(("".join(texts), stream))
    return joined


def _words(runs: list[Piece], *, verbatim: bool) -> list[_Word]:
    """The words of *runs*; white space that would begin or end a line is left out."""
    word = _Word()
    found = [word]
    for text, stream in runs:
        if not text:
            word.pieces.append((text, stream))
            continue
        if verbatim and stream == ADDED and (text[0].isspace() or text[-1].isspace()):
            word.pieces += [("", BREAK), (text, ADDED)]
            word.columns += columns(text)
            word.filled = True
            continue
        last = len(text.rstrip(" \n")) if stream == ADDED else 0
        at = 0
        for part in re.split(r"(\n)" if verbatim else r"([ \n])", text):
            start, at = at, at + len(part)
            if part in ("\n", " ") and (part == "\n" or not verbatim):
                # What is added parts words where it begins or ends with a space.
                outer = stream == ADDED and (start >= last or not text[:start].strip(" \n"))
                stream_of_space = BREAK if outer else stream
                if word.filled or verbatim:
                    word = _Word(part, stream_of_space)
                    found.append(word)
                elif part == "\n" or not word.before:
                    word.before, word.stream = part if len(found) > 1 else "", stream_of_space
            elif part:
                word.pieces.append((part, stream))
                word.columns += len(part) if part.isascii() else columns(part)
                word.filled = True
    if not word.filled:
        word.before = ""
    return found


_UNEVEN = re.compile("[^\x00-\u02ff\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2029\u2190-\u2199]")
"""Where characters may take no column, or two; all others take one."""


@lru_cache(maxsize=1 << 16)
def columns(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    if not _UNEVEN.search(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
