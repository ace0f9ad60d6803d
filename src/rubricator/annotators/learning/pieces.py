"""A text cut into pieces, words and marks of punctuation, in sequences that end where a block does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rubricator.annotators.names.context import Context
from rubricator.annotators.names.tokens import tokenise

_MARK = re.compile(r"[’'ʼ]s\b|[^\s]")


class Piece(NamedTuple):
    """A word (*token* is its index in the context, else -1), a possessive ending or a mark of punctuation."""

    start: int
    end: int
    text: str
    key: str
    token: int


def sequences(context: Context) -> Iterator[list[Piece]]:
    """The pieces of the text in order, a list for each block."""
    found: list[Piece] = []
    end = 0
    for index, token in enumerate(context.tokens):
        if token.gap == "\n" and found:
            # What follows the last word of a block belongs to it, up to the end of its line.
            stop = _line_end(context.text, end, token.start)
            found += _marks(context.text, end, stop)
            yield found
            found, end = [], stop
        found += _marks(context.text, end, token.start)
        found.append(Piece(token.start, token.end, token.word, token.key, index))
        end = token.end
    found += _marks(context.text, end, len(context.text))
    if found:
        yield found


def _line_end(text: str, start: int, end: int) -> int:
    line = text.find("\n", start, end)
    return end if line < 0 else line


def _marks(text: str, start: int, end: int) -> Iterator[Piece]:
    if not text[start:end].strip():
        return
    for match in _MARK.finditer(text, start, end):
        key = "'s" if len(match.group()) > 1 else match.group()
        yield Piece(match.start(), match.end(), match.group(), key, -1)


def cut(text: str) -> list[Piece]:
    """The pieces of a single string."""
    return [piece for pieces in sequences(Context(text, tokenise(text))) for piece in pieces]
