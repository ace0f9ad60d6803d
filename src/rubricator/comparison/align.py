"""Two long texts aligned in nearly linear time: first on what is rare in both, then between these anchors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rubricator.comparison.gaps import Pair, pair_up

RUNS = (6, 4, 3, 2, 1)
"""How many words in a row make an anchor, if they stand once in each text: the surest first."""
SMALL = 900
"""Gaps of so few pairs of words are aligned exactly at once."""
LARGEST = 22_500
"""Gaps of more pairs of words than this are not aligned exactly: the passages differ."""
LOPSIDED = 4
"""Where one side of a gap is so many times longer than the other, single words are no anchors: chance."""
FEW = 60
"""A side of so few words is looked for at both ends of a longer one."""


def align(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """Which words of the keys *a* stand for which of *b*, in the order of both."""
    pairs: list[Pair] = []
    todo: list[tuple[int, int, int, int, int]] = [(0, len(a), 0, len(b), 0)]
    while todo:
        a0, a1, b0, b1, level = todo.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            pairs.append((a0, a0 + 1, b0, b0 + 1))
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            pairs.append((a1, a1 + 1, b1, b1 + 1))
        if a0 == a1 or b0 == b1:
            continue
        if (a1 - a0) * (b1 - b0) <= SMALL:
            pairs += _shifted(pair_up(a[a0:a1], b[b0:b1]), a0, b0)
            continue
        anchors: list[tuple[int, int, int]] = []
        while not anchors and level < len(RUNS):
            if RUNS[level] > 2 or _comparable(a1 - a0, b1 - b0):
                anchors = _anchors(a, a0, a1, b, b0, b1, RUNS[level])
            level += not anchors
        if not anchors:
            pairs += _between(a, a0, a1, b, b0, b1)
            continue
        at_a, at_b = a0, b0
        for i, j, length in anchors:
            todo.append((at_a, i, at_b, j, level))
            pairs += [(i + k, i + k + 1, j + k, j + k + 1) for k in range(length)]
            at_a, at_b = i + length, j + length
        todo.append((at_a, a1, at_b, b1, level))
    return _slid(sorted(pairs), a, b)


def _slid(pairs: list[Pair], a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """The pairs, where “. So he said” or “So he said .” may be wanting, with the latter wanting."""
    for at in range(1, len(pairs)):
        (_, a0, _, b0), (a1, a2, b1, b2) = pairs[at - 1], pairs[at]
        if a0 < a1 and b0 == b1 and a2 - a1 == 1 and a[a0] == a[a1] and not a[a0][0].isalnum():
            pairs[at] = a0, a0 + 1, b1, b2
        elif a0 == a1 and b0 < b1 and b2 - b1 == 1 and b[b0] == b[b1] and not b[b0][0].isalnum():
            pairs[at] = a1, a2, b0, b0 + 1
    return pairs


def _comparable(one: int, other: int) -> bool:
    return max(one, other) <= LOPSIDED * min(one, other)


def _anchors(
    a: Sequence[str], a0: int, a1: int, b: Sequence[str], b0: int, b1: int, run: int
) -> list[tuple[int, int, int]]:
    """Runs of words that stand once in each stretch, as many as can be had in the order of both."""
    there = _single(b, b0, b1, run)
    matches = [
        (i, j) for words, i in _single(a, a0, a1, run).items() if i >= 0 and (j := there.get(words, -1)) >= 0
    ]
    matches.sort()
    kept: list[tuple[int, int, int]] = []
    end_a, end_b = a0, b0
    for i, j in _rising(matches):
        skip = max(0, end_a - i, end_b - j)
        if skip < run:
            kept.append((i + skip, j + skip, run - skip))
            end_a, end_b = i + run, j + run
    return kept


def _single(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """Where each run of words stands that stands once; -1 for the others."""
    found: dict[tuple[str, ...], int] = {}
    for at, gram in enumerate(zip(*(words[start + k : end] for k in range(run)), strict=False), start):
        found[gram] = -1 if gram in found else at
    return found


def _rising(matches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of *matches*, which rise in the first text, that rises in the second too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(matches):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(j)
            last.append(index)
        else:
            ends[at], last[at] = j, index
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(matches[index])
        index = before[index]
    return chain[::-1]


def _between(a: Sequence[str], a0: int, a1: int, b: Sequence[str], b0: int, b1: int) -> list[Pair]:
    """The pairs in a gap without anchors: exactly if it is small, at its ends if one side is short."""
    if (a1 - a0) * (b1 - b0) <= LARGEST:
        return _shifted(pair_up(a[a0:a1], b[b0:b1]), a0, b0)
    if a1 - a0 <= FEW:
        width = 2 * (a1 - a0) + 8
        places = _ends(b0, b1, width)
        pairs = pair_up(a[a0:a1], [b[j] for j in places])
        return [(a0 + i, a0 + k, places[j], places[m - 1] + 1) for i, k, j, m in pairs if _near(places, j, m)]
    if b1 - b0 <= FEW:
        width = 2 * (b1 - b0) + 8
        places = _ends(a0, a1, width)
        pairs = pair_up([a[i] for i in places], b[b0:b1])
        return [(places[i], places[k - 1] + 1, b0 + j, b0 + m) for i, k, j, m in pairs if _near(places, i, k)]
    return []


def _ends(start: int, end: int, width: int) -> list[int]:
    if end - start <= 2 * width:
        return list(range(start, end))
    return [*range(start, start + width), *range(end - width, end)]


def _near(places: list[int], start: int, end: int) -> bool:
    return places[end - 1] - places[start] == end - 1 - start


def _shifted(pairs: list[Pair], by_a: int, by_b: int) -> list[Pair]:
    return [(i + by_a, k + by_a, j + by_b, m + by_b) for i, k, j, m in pairs]
