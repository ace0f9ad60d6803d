"""Passages that stand in both texts, but at different places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rubricator.comparison.align import align
from rubricator.comparison.gaps import Pair

SEED = 4
"""So many words and marks in a row lead from one text to the other."""
SHORTEST = 6
"""So many must agree before a passage is taken to have moved; fewer recur by chance."""
ONWARD = 12
"""A moved passage may differ over so many words and go on."""
EDGE = 8
"""What is left over on both sides at a moved passage's edge, if it is no longer than this, has moved too."""
MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class Move:
    """Words *a0* to *a1* stand elsewhere in the other text, at *b0* to *b1*; *pairs* say which for which."""

    a0: int
    a1: int
    b0: int
    b1: int
    pairs: tuple[Pair, ...]


def moves(a: Sequence[str], b: Sequence[str], pairs: Sequence[Pair]) -> list[Move]:
    """The passages without counterpart in their place that have one elsewhere, in the order of *a*."""
    loose_a = _loose(len(a), [(pair[0], pair[1]) for pair in pairs])
    loose_b = _loose(len(b), [(pair[2], pair[3]) for pair in pairs])
    seeds: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, (start, end) in enumerate(loose_b):
        for j in range(start, end - SEED + 1):
            seeds[tuple(b[j : j + SEED])].append((j, number))
    found: list[Move] = []
    taken: list[list[tuple[int, int]]] = [[] for _ in loose_b]
    for start, end in loose_a:
        i = start
        while i <= end - SEED:
            passage = _longest(a, b, i, end, seeds.get(tuple(a[i : i + SEED]), ()), loose_b, taken)
            if passage is None:
                i += 1
                continue
            number, (a0, a1, b0, b1) = passage
            before_a = max([start, *(move.a1 for move in found[-1:])])
            before_b = max([loose_b[number][0], *(stop for _, stop in taken[number] if stop <= b0)])
            if 0 < a0 - before_a <= EDGE and 0 < b0 - before_b <= EDGE:
                a0, b0 = before_a, before_b
            after_b = min([loose_b[number][1], *(begin for begin, _ in taken[number] if begin >= b1)])
            if 0 < end - a1 <= EDGE and 0 < after_b - b1 <= EDGE:
                a1, b1 = end, after_b
            taken[number].append((b0, b1))
            inner = [(x + a0, y + a0, v + b0, w + b0) for x, y, v, w in align(a[a0:a1], b[b0:b1])]
            found.append(Move(a0, a1, b0, b1, tuple(inner)))
            i = a1
    return found


def _loose(length: int, paired: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a text that are in no pair."""
    stretches, at = [], 0
    for start, end in [*paired, (length, length)]:
        if at < start:
            stretches.append((at, start))
        at = max(at, end)
    return stretches


def _longest(
    a: Sequence[str],
    b: Sequence[str],
    i: int,
    end: int,
    places: Sequence[tuple[int, int]],
    loose: list[tuple[int, int]],
    taken: list[list[tuple[int, int]]],
) -> tuple[int, Pair] | None:
    """The longest passage that begins at *i* and at one of *places*, with the stretch it lies in."""
    best: tuple[int, Pair] | None = None
    agreed = SHORTEST - 1
    for j, number in places[:MOST_PLACES]:
        if any(start < j + SEED and j < stop for start, stop in taken[number]):
            continue
        limit = min([loose[number][1], *(start for start, _ in taken[number] if start >= j)])
        length, a1, b1 = _extent(a, b, i, end, j, limit)
        if length > agreed:
            best, agreed = (number, (i, a1, j, b1)), length
    return best


def _extent(a: Sequence[str], b: Sequence[str], i: int, end: int, j: int, limit: int) -> tuple[int, int, int]:
    """How many words agree from *i* and *j* on, over small differences, and where the passages end."""
    agreed = 0
    while True:
        while i < end and j < limit and a[i] == b[j]:
            i, j, agreed = i + 1, j + 1, agreed + 1
        onward = [
            (x + y, i + x, j + y)
            for x in range(min(ONWARD, end - i - SEED + 1))
            for y in range(min(ONWARD, limit - j - SEED + 1))
            if a[i + x] == b[j + y] and a[i + x : i + x + SEED] == b[j + y : j + y + SEED]
        ]
        if not onward:
            return agreed, i, j
        _, i, j = min(onward)
