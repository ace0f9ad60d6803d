"""The traits of words in their places, by which the sequence model tells names: cheap and general ones.

They come in groups that are shared between places, so that a model weighs each group once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rubricator import tei
from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators.learning.pieces import Piece, sequences
from rubricator.annotators.learning.words import EDGE, Word, Words
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.vocabulary import FUNCTION
from rubricator.document import Document
from rubricator.learnt.model import Model
from rubricator.learnt.usage import NO_USAGE, Usage

NAMES = frozenset(
    {Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS, Kind.ROLE_NAME, Kind.DATE, Kind.TITLE}
)
"""Kinds of claims that tell something about names."""


@dataclass(frozen=True, slots=True)
class Traits:
    """A sequence of pieces, and for each a row of its traits, in groups.

    *after* and *before* say that it is cut out of a longer one, and follows or precedes what is no name.
    """

    pieces: tuple[Piece, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    after: bool = False
    before: bool = False

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


def traits_of(
    document: Document,
    context: Context,
    claims: Sequence[Annotation],
    archive: Usage = NO_USAGE,
    model: Model | None = None,
) -> Iterator[Traits]:
    """The sequences of a text; *claims* are what the rules and the authority say of it.

    *archive* tells how other texts use the same words.

    Where a *model* is given, only the stretches in which it may find a name.
    """
    said = _said(claims)
    words = Words(context, claims, archive)
    groups = _Groups()
    for pieces in sequences(context):
        whole = [(0, len(pieces))]
        stretches = whole if model is None else list(_stretches(context, pieces, said, model))
        block = (f"in={_block(document, pieces[0].start)}",) if stretches else ()
        for start, end in stretches:
            first, last = max(0, start - 2), min(len(pieces), end + 2)
            row = [
                *[EDGE] * (first - start + 2),
                *(words.of(piece) for piece in pieces[first:last]),
                *[EDGE] * (end + 2 - last),
            ]
            ahead = (said.get(pieces[start - 1].start, _UNSAID),) if start else (_UNSAID,)
            after = (said.get(pieces[end].start, _UNSAID),) if end < len(pieces) else (_UNSAID,)
            here = pieces[start:end]
            claimed = [*ahead, *(said.get(piece.start, _UNSAID) for piece in here), *after]
            rows = tuple(
                (
                    block,
                    *groups.of(*row[index : index + 5]),
                    *groups.said(row[index + 2], *claimed[index : index + 3]),
                )
                for index in range(end - start)
            )
            yield Traits(tuple(here), rows, start > 0, end < len(pieces))


def _stretches(
    context: Context, pieces: Sequence[Piece], said: dict[int, tuple[str, ...]], model: Model
) -> Iterator[tuple[int, int]]:
    """Where names may stand, with a word on either side; what is but a little apart is taken together.

    They stand where a capital or a claim does, or a word that was once marked without a capital; where many
    were, any word that is not common may be a name.
    """
    start, end = 0, -_APART
    marked, lowered = model.small, model.lowered
    for index, piece in enumerate(pieces):
        if piece.token >= 0 and piece.text[0].isupper():
            telling = piece.key not in FUNCTION or not context.tokens[piece.token].initial
        else:
            telling = piece.key not in FUNCTION and (
                piece.key in marked or (lowered and piece.token >= 0 and not context.is_common(piece.key))
            )
        if not telling and piece.start not in said:
            continue
        if index - end > _APART:
            if end > 0:
                yield start, min(len(pieces), end + 1)
            start = max(0, index - 1)
        end = index + 1
    if end > 0:
        yield start, min(len(pieces), end + 1)


class _Groups:
    """Groups of traits, each made once."""

    def __init__(self) -> None:
        self._made: dict[object, tuple[str, ...]] = {}

    def of(self, first: Word, before: Word, word: Word, after: Word, last: Word) -> Iterator[tuple[str, ...]]:
        """The groups of *word* between the two before it and the two after it."""
        yield word.traits
        yield self._near(-2, first)
        yield self._near(-1, before)
        yield self._near(1, after)
        yield self._near(2, last)
        yield self._pair("-1", before, word)
        yield self._pair("+1", word, after)
        shapes = (first.shape, before.shape, word.shape, after.shape, last.shape)
        made = self._made.get(shapes)
        if made is None:
            made = self._made[shapes] = (f"shapes={'|'.join(shapes[1:4])}", f"all-shapes={'|'.join(shapes)}")
        yield made

    def said(
        self, word: Word, before: tuple[str, ...], here: tuple[str, ...], after: tuple[str, ...]
    ) -> Iterator[tuple[str, ...]]:
        """The groups of what is claimed of *word* and of the words beside it."""
        if here or before or after:
            key = ("said", word.shape, before, here, after)
            made = self._made.get(key)
            if made is None:
                traits = [f"said={one}" for one in here] + [f"said={one}|{word.shape}" for one in here[:1]]
                traits += [f"-1:said={one}" for one in before[:1]] + [f"1:said={one}" for one in after[:1]]
                made = self._made[key] = tuple(traits)
            yield made

    def _near(self, offset: int, word: Word) -> tuple[str, ...]:
        key = (offset, word.number)
        made = self._made.get(key)
        if made is None:
            classes = (f"{offset}:class={name}" for name in word.classes)
            made = self._made[key] = (f"{offset}:is={word.key}", f"{offset}:shape={word.shape}", *classes)
        return made

    def _pair(self, place: str, one: Word, other: Word) -> tuple[str, ...]:
        """What two words tell together, of the second (*place* is -1) or of the first."""
        key = (place, one.number, other.number)
        made = self._made.get(key)
        if made is None:
            near, here = (one, other) if place == "-1" else (other, one)
            traits = [f"{place}:{near.key}&{here.key}", f"{place}:{near.key}&{here.shape}"]
            traits += [f"{place}:class={name}&{here.shape}" for name in near.classes]
            made = self._made[key] = tuple(traits)
        return made


_APART = 3
"""So many pieces may stand between two parts of a name."""
_UNSAID: tuple[str, ...] = ()


def _said(claims: Sequence[Annotation]) -> dict[int, tuple[str, ...]]:
    """For each character of a claim, what is said of it."""
    found: dict[int, tuple[str, ...]] = {}
    for claim in claims:
        told = f"{claim.kind}:{claim.rule}:{claim.cert or Certainty.HIGH}"
        inside = (f"I-{claim.kind}", f"I-{told}")
        for offset in range(claim.span.start + 1, claim.span.end):
            found[offset] = inside
        found[claim.span.start] = (f"B-{claim.kind}", f"B-{told}")
    return found


def _block(document: Document, offset: int) -> str:
    """In which kind of block a character stands."""
    elements = document.elements
    index = document.map.owner(offset)
    while index >= 0 and not tei.is_block(elements[index].node):
        index = elements[index].parent
    return elements[index].name if index >= 0 else ""
