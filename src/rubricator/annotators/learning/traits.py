"""The traits of words by which the sequence model tells names: all of them cheap and general."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rubricator import tei
from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators.learning.pieces import Piece, sequences
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
from rubricator.document import Document

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

NAMES = frozenset(
    {Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS, Kind.ROLE_NAME, Kind.DATE, Kind.TITLE}
)
"""Kinds of claims that tell something about names."""


@dataclass(frozen=True, slots=True)
class Traits:
    """A sequence of pieces, and for each a row of its traits."""

    pieces: tuple[Piece, ...]
    rows: tuple[tuple[str, ...], ...]

    def place(self, span: Span) -> tuple[int, int] | None:
        """Which pieces (start, end) make up *span*, None where it begins or ends inside one."""
        start = bisect_left(self.pieces, span.start, key=lambda piece: piece.start)
        end = bisect_left(self.pieces, span.end, key=lambda piece: piece.end) + 1
        if start >= end or end > len(self.pieces):
            return None
        if self.pieces[start].start != span.start or self.pieces[end - 1].end != span.end:
            return None
        return start, end

    def span(self, start: int, end: int) -> Span:
        """The characters of the pieces *start* to *end*."""
        return Span(self.pieces[start].start, self.pieces[end - 1].end)


def claims_of(document: Document, using: Iterable[Annotator]) -> list[Annotation]:
    """What the annotators say of names in *document*."""
    return [claim for annotate in using for claim in annotate(document) if claim.kind in NAMES]


def traits_of(document: Document, context: Context, claims: Sequence[Annotation]) -> Iterator[Traits]:
    """The sequences of a text; *claims* are what the rules and the authority say of it."""
    said = _said(claims)
    places = _Places(document)
    classes = {
        key: tuple(name for name, words in _CLASSES if key in words)
        for key in {t.key for t in context.tokens}
    }
    capital_inside = {t.key for t in context.tokens if t.capital and not t.initial}
    elsewhere = _elsewhere(context, claims)
    for pieces in sequences(context):
        block = places.at(pieces[0].start)
        own = [_own(context, piece, classes, capital_inside) for piece in pieces]
        for piece, traits in zip(pieces, own, strict=True):
            if piece.token >= 0 and context.tokens[piece.token].capital:
                traits += elsewhere.get(piece.key, ())
        near = [_near(piece, traits) for piece, traits in zip(pieces, own, strict=True)]
        edge = ("edge",)
        rows = []
        for index in range(len(pieces)):
            row = list(own[index])
            row.append("in=" + block)
            for offset in (-2, -1, 1, 2):
                there = index + offset
                for trait in near[there] if 0 <= there < len(pieces) else edge:
                    row.append(f"{offset}:{trait}")
            if index:
                row.append(f"pair={pieces[index - 1].key}|{pieces[index].key}")
            if index + 1 < len(pieces):
                row.append(f"next={pieces[index].key}|{pieces[index + 1].key}")
            row += said.get(pieces[index].start, ())
            rows.append(tuple(row))
        yield Traits(tuple(pieces), tuple(rows))


def _said(claims: Sequence[Annotation]) -> dict[int, tuple[str, ...]]:
    """For each character of a claim, what is said of it."""
    found: dict[int, tuple[str, ...]] = {}
    for claim in claims:
        cert = claim.cert or Certainty.HIGH
        for offset in range(claim.span.start, claim.span.end):
            place = "B" if offset == claim.span.start else "I"
            found[offset] = (f"said={place}-{claim.kind}", f"said={place}-{claim.kind}:{claim.rule}:{cert}")
    return found


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


def _own(
    context: Context, piece: Piece, classes: dict[str, tuple[str, ...]], capital_inside: set[str]
) -> list[str]:
    key = piece.key
    if piece.token < 0:
        return ["is=" + key, "shape=" + key]
    token = context.tokens[piece.token]
    shape = _shape(piece.text)
    traits = ["is=" + key, "shape=" + shape, "word=" + piece.text]
    if token.initial:
        traits.append("initial:" + shape)
    traits += ["class=" + name for name in classes[key]]
    if not key.isdigit():
        traits.append("end=" + key[-3:])
        traits.append("start=" + key[:3])
    if token.capital:
        small = "small" if key in context.small else "never"
        traits.append(f"capital:{small}{':inside' if key in capital_inside else ''}")
    return traits


def _near(piece: Piece, own: list[str]) -> tuple[str, ...]:
    return tuple(t for t in own if t.startswith(("is=", "shape=", "class=")))


def _shape(word: str) -> str:
    if word.isdigit():
        return f"d{min(len(word), 4)}"
    if word.islower():
        return "x"
    if len(word) == 1:
        return "X"
    if word.isupper():
        return "XX"
    if word[0].isupper():
        return "Xx"
    return "xX"


class _Places:
    """In which kind of block each character of a document stands."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def at(self, offset: int) -> str:
        elements = self.document.elements
        index = self.document.map.owner(offset)
        while index >= 0 and not tei.is_block(elements[index].node):
            index = elements[index].parent
        return elements[index].name if index >= 0 else ""
