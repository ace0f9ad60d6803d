"""Directions: lines of plain text that begin with a sign or word of another direction than their block has.

A program that shows plain text takes each line by itself, and its direction from its first letter: the lines
of an Arabic paragraph that begin with an English word, or with the number of a page, would run from the left.
"""

from __future__ import annotations

import re
import unicodedata

from rubricator.publication.pieces import ADDED, SET_IN, WITHIN_WORD, Piece

_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")
_ELSEWHERE = bytes(set(range(256)) - {*range(0xD6, 0xE1), 0xEF, 0xF0})
"""The bytes of UTF-8 with which no such letter begins: to look for others takes a tenth of the time."""
_MARKS = {True: "\u200f", False: "\u200e"}
"""What says of a line, without being seen, that it runs from the right, or not."""
_LINE = re.compile(f"(?:^|[\n{WITHIN_WORD}])[ {SET_IN}]*([^\n{WITHIN_WORD}]+)")


def kept(pieces: list[Piece]) -> list[Piece]:
    """The lines of a block, each with a mark of the block's direction, if it would run another way."""
    text = "".join([text for text, _ in pieces])
    if text.isascii() or not text.encode().translate(None, _ELSEWHERE) or not _LEFTWARDS.search(text):
        return pieces
    own = _runs_left("".join([text for text, stream in pieces if stream]))
    block = bool(_runs_left(text) if own is None else own)
    marked = {line.start(1) for line in _LINE.finditer(text) if bool(_runs_left(line[1])) != block}
    return _marked(pieces, marked, _MARKS[block]) if marked else pieces


def _runs_left(text: str) -> bool | None:
    """Whether the first letter of *text* is of a script that runs from right to left; nothing without any."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return None


def _marked(pieces: list[Piece], places: set[int], mark: str) -> list[Piece]:
    """*pieces* with a *mark* before the character at each of *places*."""
    made: list[Piece] = []
    at = 0
    for text, stream in pieces:
        cuts = sorted(place - at for place in places if at <= place < at + len(text))
        start = 0
        for cut in cuts:
            if cut > start:
                made.append((text[start:cut], stream))
            made.append((mark, ADDED))
            start = cut
        made.append((text[start:], stream))
        at += len(text)
    return made
