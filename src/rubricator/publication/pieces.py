"""Pieces: plain text before it is written, each part of it with the stream that its words belong to.

Signs in it stand for white space that words are compared without, or read with; XML has no such characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rubricator.publication.streams import MAIN

Piece = tuple[str, str]
"""Text with the stream it belongs to; what is added belongs to none."""
ADDED = ""
"""The stream of what is added."""
BREAK = "|"
"""The stream of white space that parts blocks."""
APART = "~"
"""The stream of the empty piece where a block stands in a line."""
UNWRITTEN = "\x1f"
"""With what follows it, the stream of the empty piece where that is read and not written."""
ENDED = "\x1e"
"""With what follows it, the stream of the empty piece where an aside of that stream, within another, ends."""
WITHIN_WORD = "\x00"
"""The end of a line of the source within a word."""
JOINED = "\x1c"
"""White space that is read and not written."""
PARTED = "\x01"
"""A space between what touches in the file."""
SET_IN = "\x1d"
"""A space that is kept: at the beginning of the line with which a word goes on, where room was left empty."""
_AT_END = re.compile(rf" *{SET_IN}[ {SET_IN}]*(?=\n|\Z)")


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


def as_text(pieces: Iterable[Piece]) -> str:
    """What is written of *pieces*, once their words have been compared."""
    text = "".join(text for text, _ in pieces).replace(WITHIN_WORD, "\n").replace(JOINED, "")
    if SET_IN in text:
        text = _AT_END.sub("", text).replace(SET_IN, " ")
    return _spaced(text) if PARTED in text else text


def _spaced(text: str) -> str:
    """*text* with one space for each that parts, and for those round it; none ends a line."""
    before, *parts, last = text.split(PARTED)
    made = [before.rstrip(" ")]
    for part in filter(None, (part.strip(" ") for part in parts)):
        made += ("" if part[0] == "\n" else " ", part)
    last = last.lstrip(" ")
    return "".join((*made, "" if last[:1] in ("", "\n") else " ", last))
