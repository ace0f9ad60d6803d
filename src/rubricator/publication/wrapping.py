"""Lines of plain text: runs of words, each of its stream, broken at spaces to a width in columns."""

from __future__ import annotations

import re
from functools import lru_cache

from rubricator.publication.measuring import is_uneven, measured
from rubricator.publication.pieces import ADDED, BREAK, JOINED, WITHIN_WORD, Piece, Place

_SPACES = re.compile(" +")


def lines(runs: list[Piece], place: Place, width: int, mark: str) -> list[Piece]:
    """*runs* broken into lines at spaces."""
    start: Piece = (place.indent[: max(0, len(place.indent) - len(mark))] + mark, ADDED)
    runs = _joined(runs) if len(runs) > 1 else runs
    found = _found(runs, place, width)
    return [start, *(_joined(measured(runs, place, width)) if found is None else found)]


def _found(runs: list[Piece], place: Place, width: int) -> list[Piece] | None:
    """The lines of *runs* in which each character takes a column; nothing, where words must be measured."""
    text = "".join([text for text, _ in runs])
    if place.verbatim or WITHIN_WORD in text or is_uneven(text):
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
