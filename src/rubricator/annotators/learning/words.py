"""A word by itself as the sequence model sees it: what it looks like, and how the text uses it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rubricator.annotation import Annotation
from rubricator.annotators.learning.pieces import Piece
from rubricator.annotators.learning.using import counted, in_archive, in_text
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.vocabulary import (
    ADDRESS,
    CALENDAR,
    FUNCTION,
    NO_NAMES,
    OFFICES,
    ORG_HEADS,
    PARTICLES,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
)
from rubricator.learnt.usage import Usage

_CLASSES = (
    ("address", ADDRESS),
    ("office", OFFICES),
    ("given", GIVEN),
    ("calendar", CALENDAR),
    ("place-head", PLACE_HEADS),
    ("org-head", ORG_HEADS),
    ("preposition", PLACE_PREPOSITIONS),
    ("particle", PARTICLES),
    ("function", FUNCTION),
    ("no-name", NO_NAMES),
)


class Word(NamedTuple):
    """The key and the shape of a word, the classes it is in, its traits, and its number in the text."""

    key: str
    shape: str
    classes: tuple[str, ...]
    traits: tuple[str, ...]
    number: int


EDGE = Word("", "^", (), (), -1)
"""What stands before the first word of a sequence, and after the last."""


class Words:
    """The words of one text; each is looked at once, however often it is written."""

    def __init__(self, context: Context, claims: Sequence[Annotation], archive: Usage) -> None:
        self._context = context
        self._used = counted(context, claims)
        self._archive = archive if archive.knows(context.text) else archive.beside(self._used)
        self._inside = {token.key for token in context.tokens if token.capital and not token.initial}
        self._known: dict[tuple[str, bool], Word] = {}

    def of(self, piece: Piece) -> Word:
        """The word that *piece* is."""
        initial = piece.token >= 0 and self._context.tokens[piece.token].initial
        word = self._known.get((piece.text, initial))
        if word is None:
            word = self._known[piece.text, initial] = self._look(piece, initial)
        return word

    def _look(self, piece: Piece, initial: bool) -> Word:
        key = piece.key
        number = len(self._known)
        if piece.token < 0:
            return Word(key, key, (), (f"is={key}",), number)
        shape = _shape(piece.text)
        classes = tuple(name for name, words in _CLASSES if key in words)
        traits = [f"is={key}", f"shape={shape}", f"word={piece.text}", *(f"class={name}" for name in classes)]
        if initial:
            traits.append(f"initial={shape}")
        if not key.isdigit():
            traits += [f"end={key[-3:]}", f"start={key[:3]}", f"end={key[-2:]}", f"start={key[:2]}"]
        if piece.text[0].isupper():
            small = "small" if key in self._context.small else "never"
            traits.append(f"capital={small}{':inside' if key in self._inside else ''}")
            traits += in_text(self._used[key])
        traits += in_archive(self._archive.words.get(key))
        return Word(key, shape, classes, tuple(traits), number)


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 4)}"
    if word.islower():
        return "x"
    if len(word) == 1:
        return "X"
    if word.isupper():
        return "XX"
    return "Xx" if word[0].isupper() else "xX"
