"""Lines of plain text: runs of words, each of its stream, broken at spaces to a width in columns."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from rubricator.publication.words import ADDED, BREAK, MAIN

WITHIN_WORD = "\x00"
"""The end of a line of the source within a word, until words are compared; XML has no such character."""
Piece = tuple[str, str]
"""Text with the stream it belongs to; what is added belongs to none."""
JOINED = "\x1c"
"""White space that is read and not written, until words are compared; XML has no such character."""


class Place(NamedTuple):
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
    start: Piece = (place.indent[: max(0, len(place.indent) - len(mark))] + mark, ADDED)
    runs = _joined(runs) if len(runs) > 1 else runs
    found = _found(runs, place, width)
    return [start, *(_joined(_measured(runs, place, width)) if found is None else found)]


def _found(runs: list[Piece], place: Place, width: int) -> list[Piece] | None:
    """The lines of *runs* in which each character takes a column; nothing, where words must be measured."""
    text = "".join([text for text, _ in runs])
    if place.verbatim or WITHIN_WORD in text or not (text.isascii() or not _UNEVEN.search(text)):
        return None
    if _is_even(text, runs):
        return _broken(text, runs, place, width)
    folded = _folded(runs)
    if folded is None:
        return None
    broken = _broken("".join([text for text, _ in folded]), folded, place, width)
    return [(JOINED, stream[1:]) if stream[:1] == JOINED else (text, stream) for text, stream in broken]


def _is_even(text: str, runs: list[Piece]) -> bool:
    """Whether nothing but single spaces parts the words of *text*, and no edge of what is added is one."""
    return not (
        "\n" in text
        or "  " in text
        or text[:1] == " "
        or text[-1:] == " "
        or any(not stream and (part[:1] == " " or part[-1:] == " ") for part, stream in runs)
    )


def _folded(runs: list[Piece]) -> list[Piece] | None:
    """*runs* with one space or end of line between words, and none round them; or nothing.

    White space that is read and not written is an empty piece, its stream marked: it takes no column.
    """
    folded: list[Piece] = []
    space = -1  # the piece that is white space, if no word has followed it
    filled = False
    for text, stream in runs:
        if not text:
            folded.append((text, stream))
            continue
        core, between = text, " "
        if "\n" in text:
            core = text.strip(" \n")
            if "\n" in core:
                return None
            between = "\n"
        elif text[0] == " " or text[-1] == " ":
            core = text.strip(" ")
        # What is added parts words where it begins or ends with a space.
        outer = BREAK if stream == ADDED else stream
        if len(core) < len(text):
            if between == "\n" and core:
                return None
            if filled and (not core or text[0] == " "):
                if space < 0:
                    space = len(folded)
                    folded.append((between, outer))
                else:
                    known = folded[space][1]
                    if between == "\n":
                        folded[space] = (between, outer)
                    if known != outer:
                        unwritten = known if between == "\n" else outer
                        folded.append(("", BREAK if unwritten == BREAK else JOINED + unwritten))
            if not core:
                continue
        folded.append((_SPACES.sub(" ", core) if "  " in core else core, stream))
        filled, space = True, -1
        if text[-1] == " ":
            space = len(folded)
            folded.append((" ", outer))
    if space >= 0:
        del folded[space]
    return folded


def _broken(text: str, runs: list[Piece], place: Place, width: int) -> list[Piece]:
    """*runs*, which make up *text*, broken into lines: each as long as fits, or one word."""
    room = width - len(place.indent) if width else None
    if "\n" not in text and (room is None or len(text) <= room):
        return runs
    first = _line(room)
    if place.hang:
        found = first.match(text)
        assert found is not None
        after = _line(None if room is None else room - len(place.hang))
        broken = "\n".join([found[0], *after.findall(text, found.end())])
    else:
        broken = "\n".join(first.findall(text))
    indent = place.indent + place.hang
    pieces: list[Piece] = []
    at = 0
    for part, stream in runs:
        start, at = at, at + len(part)
        head, *tails = broken[start:at].split("\n") if indent else (broken[start:at],)
        if head or not part:
            pieces.append((head, stream))
        for tail in tails:
            pieces += (("\n", stream), (indent, ADDED))
            if tail:
                pieces.append((tail, stream))
    return pieces


@lru_cache(maxsize=256)
def _line(room: int | None) -> re.Pattern[str]:
    """A line between two signs that part words; without *room* it ends only where it must."""
    if room is None:
        return re.compile(r"[^\n]+")
    short = rf"[^ \n][^\n]{{0,{room - 1}}}(?=[ \n]|$)|" if room > 0 else ""
    return re.compile(rf"{short}[^ \n]+")


def _measured(runs: list[Piece], place: Place, width: int) -> list[Piece]:
    """The lines of any *runs*, each word measured."""
    out: list[Piece] = []
    column, fresh = len(place.indent), True
    within = any(WITHIN_WORD in text for text, _ in runs)
    for word in _words(runs, verbatim=place.verbatim):
        length = rest = word.columns
        parts = "".join([text for text, _ in word.pieces]).split(WITHIN_WORD) if within else ()
        if len(parts) > 1:
            length, rest = columns(parts[0]), columns(parts[-1])
        if word.before == "\n" or (word.before and not fresh and width and column + length >= width):
            out += [("\n", word.stream), (place.indent + place.hang, ADDED)]
            column = len(place.indent) + len(place.hang)
        elif word.before and not fresh:
            out.append((" ", word.stream))
            column += 1
        out += word.pieces
        column = rest if len(parts) > 1 else column + length
        fresh = fresh and not length
    return out


def _joined(pieces: list[Piece]) -> list[Piece]:
    """*pieces*, neighbours of one stream made one; what is added stays apart, and so does an empty piece."""
    joined: list[Piece] = []
    texts: list[str] = []
    last = ADDED
    for piece in pieces:
        text, stream = piece
        if stream == last and stream and text:
            texts.append(text)
            continue
        if texts:
            joined.append(("".join(texts), last))
            texts = []
        if text and stream:
            texts.append(text)
            last = stream
        else:
            joined.append(piece)
            last = ADDED
    if texts:
        joined.append(("".join(texts), last))
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
                else:
                    known = word.stream if word.before else stream_of_space
                    if part == "\n" or not word.before:
                        word.before, word.stream = part if len(found) > 1 else "", stream_of_space
                    if stream_of_space != known:
                        word.pieces.append(_beside(known if part == "\n" else stream_of_space))
            elif part:
                word.pieces.append((part, stream))
                word.columns += len(part) if part.isascii() else columns(part)
                word.filled = True
    if not word.filled:
        word.before = ""
    return found


def _beside(stream: str) -> Piece:
    """White space of *stream* where that of another is written: the words of each are parted."""
    return ("", BREAK) if stream == BREAK else (JOINED, stream)


_SPACES = re.compile(" +")
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
