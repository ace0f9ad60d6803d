"""Two witnesses of one text, and every place where they differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from rubricator.annotation import Span
from rubricator.comparison.align import align
from rubricator.comparison.aspects import Aspect, differing, same
from rubricator.comparison.gaps import Pair, is_slip, likeness
from rubricator.comparison.moves import Move, moves
from rubricator.comparison.tokens import Token, key, tokenise
from rubricator.document import Document
from rubricator.findings import Place
from rubricator.source import Source

ALIKE = 0.5
"""Words so alike are one word with a slip in it, and make an entry of their own."""
TANGLE = 3
"""Passages that differ, each so many times longer than the few words between them that agree, are one."""


class Variance(StrEnum):
    """How the second witness departs from the first."""

    SUBSTITUTION = "substitution"
    OMISSION = "omission"
    ADDITION = "addition"
    TRANSPOSITION = "transposition"


@dataclass(frozen=True)
class Witness:
    """A text under its letter, with the name it goes by."""

    siglum: str
    name: str
    document: Document
    transcription: Source | None = None
    """The plain transcription that the document was made of, if it was."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text

    def place(self, span: tuple[int, int]) -> Place | None:
        """Line and column, in its own file, of the characters *span*, or of the last before an empty one."""
        start = min(span[0] - (span[0] == span[1]), len(self.text) - 1)
        if start < 0:
            return None
        if self.transcription is None:
            return self.document.place(Span(start, start + 1))
        known = bisect_right(self._places, (start, len(self.transcription.markup))) - 1
        return self.transcription.place(self._places[known][1]) if known >= 0 else None

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Where the words of the text stand in the transcription they were read from."""
        assert self.transcription is not None
        here, there = tokenise(self.text), tokenise(self.transcription.markup)
        pairs = align([key(token.form) for token in here], [key(token.form) for token in there])
        return [(here[pair[0]].start, there[pair[2]].start) for pair in pairs]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place where the witnesses differ: characters *a* of the first, *b* of the second; one may be empty.

    *aspects* make the whole difference, and are none where the words differ. *alike* tells a word with a slip
    in it from other words. Of a transposition, *b* is where the passage stands in the second witness and
    *instead* where that place is in the first; what differs inside it has entries of its own.
    """

    variance: Variance
    a: tuple[int, int]
    b: tuple[int, int]
    aspects: frozenset[Aspect] = frozenset()
    alike: bool = False
    instead: int = -1


@dataclass(frozen=True)
class Collation:
    """Everything in which two witnesses differ that is not *ignored*, in the order of the first."""

    a: Witness
    b: Witness
    entries: tuple[Entry, ...]
    ignored: frozenset[Aspect]
    words: tuple[int, int]
    agreeing: int
    """How many words of the first witness stand in the second in the same place."""

    def lemma(self, entry: Entry) -> str:
        """What the first witness has there."""
        return self.a.text[slice(*entry.a)]

    def reading(self, entry: Entry) -> str:
        """What the second witness has there."""
        return self.b.text[slice(*entry.b)]


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch of both texts, in tokens, that agrees, or that differs as a slip or altogether."""

    pair: Pair
    agrees: bool
    alike: bool = False

    @property
    def size(self) -> int:
        return max(self.pair[1] - self.pair[0], self.pair[3] - self.pair[2])


def collate(a: Witness, b: Witness, ignored: frozenset[Aspect] = frozenset()) -> Collation:
    """Where *b* departs from *a* in more than what is *ignored*."""
    return _Collator(a, b, ignored).result()


class _Collator:
    def __init__(self, a: Witness, b: Witness, ignored: frozenset[Aspect]) -> None:
        self.a, self.b, self.ignored = a, b, ignored
        self.tokens_a, self.tokens_b = tokenise(a.text), tokenise(b.text)
        self.keys_a = [key(token.form) for token in self.tokens_a]
        self.keys_b = [key(token.form) for token in self.tokens_b]

    def result(self) -> Collation:
        pairs = align(self.keys_a, self.keys_b)
        moved = moves(self.keys_a, self.keys_b, pairs)
        whole = (0, len(self.tokens_a), 0, len(self.tokens_b))
        items = _untangled(self._items(pairs, whole, moved))
        entries = [*self._entries(items), *self._spacing(items)]
        standing = {pair[2]: pair[0] for pair in pairs}
        for move in moved:
            inside = _untangled(self._items(move.pairs, (move.a0, move.a1, move.b0, move.b1)))
            entries += [self._transposition(move, standing), *self._entries(inside), *self._spacing(inside)]
        agreeing = sum(
            token.is_word
            for item in items
            if item.agrees
            for token in self.tokens_a[item.pair[0] : item.pair[1]]
        )
        words = tuple(sum(token.is_word for token in tokens) for tokens in (self.tokens_a, self.tokens_b))
        entries.sort(key=_order)
        return Collation(self.a, self.b, tuple(entries), self.ignored, (words[0], words[1]), agreeing)

    def _items(self, pairs: Iterable[Pair], whole: Pair, moved: Iterable[Move] = ()) -> Iterator[_Item]:
        moved_a = sorted((move.a0, move.a1) for move in moved)
        moved_b = sorted((move.b0, move.b1) for move in moved)
        at_a, end_a, at_b, end_b = whole
        for pair in [*pairs, (end_a, end_a, end_b, end_b)]:
            if at_a < pair[0] or at_b < pair[2]:
                left, right = _without(at_a, pair[0], moved_a), _without(at_b, pair[2], moved_b)
                for number in range(max(len(left), len(right))):
                    one = left[number] if number < len(left) else (pair[0], pair[0])
                    other = right[number] if number < len(right) else (pair[2], pair[2])
                    yield _Item((*one, *other), agrees=False)
            if pair[0] < pair[1]:
                yield self._paired(pair)
            at_a, at_b = pair[1], pair[3]

    def _paired(self, pair: Pair) -> _Item:
        if same(self._words(self.a, pair), self._words(self.b, pair), self.ignored):
            return _Item(pair, agrees=True)
        one, other = "".join(self.keys_a[pair[0] : pair[1]]), "".join(self.keys_b[pair[2] : pair[3]])
        return _Item(pair, agrees=False, alike=likeness(one, other) >= ALIKE or is_slip(one, other))

    def _words(self, witness: Witness, pair: Pair) -> str:
        return witness.text[slice(*self._span(witness, pair))]

    def _span(self, witness: Witness, pair: Pair) -> tuple[int, int]:
        """The characters that a stretch covers; an empty one stands after the token before it."""
        tokens: tuple[Token, ...] = self.tokens_a if witness is self.a else self.tokens_b
        start, end = pair[:2] if witness is self.a else pair[2:]
        if start == end:
            place = tokens[start - 1].end if start else 0
            return place, place
        return tokens[start].start, tokens[end - 1].end

    def _entries(self, items: Iterable[_Item]) -> Iterator[Entry]:
        for item in items:
            lemma, reading = self._words(self.a, item.pair), self._words(self.b, item.pair)
            if item.agrees or same(lemma, reading, self.ignored):
                continue
            variance = Variance.SUBSTITUTION
            if not lemma or not reading:
                variance = Variance.OMISSION if lemma else Variance.ADDITION
            spans = self._span(self.a, item.pair), self._span(self.b, item.pair)
            yield Entry(variance, *spans, differing(lemma, reading), item.alike)

    def _spacing(self, items: list[_Item]) -> Iterator[Entry]:
        """Places where the words agree, and only the space between them does not."""
        if Aspect.SPACES in self.ignored:
            return
        for left, right in pairwise(items):
            if not (left.agrees and right.agrees) or left.pair[1::2] != right.pair[::2]:
                continue
            if self.tokens_a[right.pair[0]].spaced == self.tokens_b[right.pair[2]].spaced:
                continue
            both = (left.pair[0], right.pair[1], left.pair[2], right.pair[3])
            yield from self._entries((_Item(both, agrees=False, alike=True),))

    def _transposition(self, move: Move, standing: dict[int, int]) -> Entry:
        pair = (move.a0, move.a1, move.b0, move.b1)
        before = next((standing[j] for j in range(move.b0 - 1, -1, -1) if j in standing), -1)
        instead = self.tokens_a[before].end if before >= 0 else 0
        spans = self._span(self.a, pair), self._span(self.b, pair)
        return Entry(Variance.TRANSPOSITION, *spans, instead=instead)


def _order(entry: Entry) -> tuple[int, bool, int, tuple[int, int]]:
    """By place; a passage that has moved before what differs in it."""
    return entry.a[0], entry.variance is not Variance.TRANSPOSITION, entry.a[1], entry.b


def _without(start: int, end: int, moved: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of *start* to *end* that have not moved."""
    parts = []
    for first, last in moved:
        if start <= first and last <= end:
            if start < first:
                parts.append((start, first))
            start = last
    return [*parts, (start, end)] if start < end else parts


def _untangled(items: Iterable[_Item]) -> list[_Item]:
    """The items, with what differs altogether put together: neighbours, and over a few words that agree."""
    made: list[_Item] = []
    for item in items:
        while not item.agrees and not item.alike and (last := _begins_tangle(made, item)) >= 0:
            if not _adjoin([*made[last:], item]):
                break
            first = made[last].pair
            item = _Item((first[0], item.pair[1], first[2], item.pair[3]), agrees=False)
            del made[last:]
        made.append(item)
    return made


def _begins_tangle(made: list[_Item], item: _Item) -> int:
    """Which of the items before differs altogether, with too little in between that agrees; -1 if none."""
    agreeing = 0
    for at in range(len(made) - 1, -1, -1):
        if made[at].agrees or made[at].alike:
            agreeing += made[at].size
            if agreeing * TANGLE > item.size:
                return -1
        elif agreeing * TANGLE <= min(made[at].size, item.size):
            return at
    return -1


def _adjoin(items: list[_Item]) -> bool:
    """Whether nothing that has moved stands between the items."""
    return all(one.pair[1::2] == other.pair[::2] for one, other in pairwise(items))
