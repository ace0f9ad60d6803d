"""A word by itself as the sequence model sees it: what it looks like, and how the text uses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rubricator.annotation import Annotation, Certainty
from rubricator.annotators.learning.pieces import Piece
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
_BEFORE = (("address", ADDRESS), ("preposition", PLACE_PREPOSITIONS), ("given", GIVEN))
_FEW = 3


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

    def __init__(self, context: Context, claims: Sequence[Annotation]) -> None:
        self._context = context
        self._elsewhere = _elsewhere(context, claims)
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
            traits += self._elsewhere.get(key, ())
        return Word(key, shape, classes, tuple(traits), number)


def _elsewhere(context: Context, claims: Sequence[Annotation]) -> dict[str, tuple[str, ...]]:
    """What the rest of the text tells of a word: what it is called there, and what stands before it."""
    kinds = _called(context, claims)
    before: dict[str, Counter[str]] = {}
    uses: Counter[str] = Counter()
    for index, token in enumerate(context.tokens):
        if token.capital:
            uses[token.key] += 1
            earlier = context.key(index - 1)
            for name, words in _BEFORE:
                if earlier in words:
                    before.setdefault(token.key, Counter())[name] += 1
    found: dict[str, tuple[str, ...]] = {}
    for key, count in uses.items():
        traits = ["uses=" + ("1" if count == 1 else "few" if count <= _FEW else "many")]
        if key in kinds:
            kind, times = max(kinds[key].items(), key=lambda item: (item[1], item[0]))
            often = "often" if times >= _FEW else "once"
            traits.append(f"elsewhere={kind}:{often}:{_share(times, count)}")
        for name, times in sorted(before.get(key, Counter()).items()):
            traits.append(f"elsewhere-after={name}:{_share(times, count)}")
        found[key] = tuple(traits)
    return found


def _called(context: Context, claims: Sequence[Annotation]) -> dict[str, Counter[str]]:
    """How often each word is part of what is claimed to be a name, by the kind of name."""
    kinds: dict[str, Counter[str]] = {}
    starts = {token.start: index for index, token in enumerate(context.tokens)}
    for claim in claims:
        index = starts.get(claim.span.start)
        if claim.cert is Certainty.LOW or index is None:
            continue
        while index < len(context.tokens) and context.tokens[index].start < claim.span.end:
            kinds.setdefault(context.key(index), Counter())[claim.kind] += 1
            index += 1
    return kinds


def _share(part: int, whole: int) -> str:
    return "most" if 2 * part > whole else "some"


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
