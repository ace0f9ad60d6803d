"""The few words between two anchors, paired at the least cost (Gotoh's alignment with affine gaps)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

OPEN, MORE = 0.6, 0.5
"""What it costs that words begin to be without a counterpart, and each of them."""
ALIKE, UNLIKE, MARK_FOR_WORD = 0.3, 1.4, 2.4
"""What it costs to pair words: the most alike, the least alike, and a word with a mark."""
JOINED = 0.35
"""What it costs to pair a word with two or three that make it up."""

_FAR = float("inf")

Pair = tuple[int, int, int, int]
"""Words *a0* to *a1* of the one text stand for words *b0* to *b1* of the other."""


@lru_cache(maxsize=1 << 16)
def _pieces(word: str) -> frozenset[str]:
    padded = f"^{word}$"
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


def likeness(one: str, other: str) -> float:
    """How much of two words' spelling is the same, from 0 to 1 (Dice's coefficient of letter pairs)."""
    if one == other:
        return 1.0
    first, second = _pieces(one), _pieces(other)
    return 2 * len(first & second) / (len(first) + len(second))


def is_slip(one: str, other: str) -> bool:
    """Whether a letter more, less or other makes the difference."""
    longer = max(len(one), len(other))
    if abs(len(one) - len(other)) > 1 or longer < 2:
        return False
    head = _agreeing(one, other)
    tail = _agreeing(one[head:][::-1], other[head:][::-1])
    return head + tail >= longer - 1


def _agreeing(one: str, other: str) -> int:
    """How many letters are the same from the beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _price(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one[:1].isalnum() != other[:1].isalnum():
        return MARK_FOR_WORD
    return ALIKE + (1 - likeness(one, other)) * (UNLIKE - ALIKE)


def pair_up(a: Sequence[str], b: Sequence[str]) -> list[Pair]:
    """The pairs among the keys *a* and *b*, in order; what is in none has no counterpart."""
    rows, columns = len(a), len(b)
    both = [[_FAR] * (columns + 1) for _ in range(rows + 1)]  # ends with a pair
    only_a = [[_FAR] * (columns + 1) for _ in range(rows + 1)]
    only_b = [[_FAR] * (columns + 1) for _ in range(rows + 1)]
    step: list[list[tuple[int, int]]] = [[(1, 1)] * (columns + 1) for _ in range(rows + 1)]
    both[0][0] = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i:
                only_a[i][j] = MORE + min(only_a[i - 1][j], OPEN + min(both[i - 1][j], only_b[i - 1][j]))
            if j:
                only_b[i][j] = MORE + min(only_b[i][j - 1], OPEN + min(both[i][j - 1], only_a[i][j - 1]))
            if i and j:
                before = min(both[i - 1][j - 1], only_a[i - 1][j - 1], only_b[i - 1][j - 1])
                best, how = before + _price(a[i - 1], b[j - 1]), (1, 1)
                for down, across in _joins(a, b, i, j):
                    start = i - down, j - across
                    cost = JOINED + min(table[start[0]][start[1]] for table in (both, only_a, only_b))
                    if cost < best:
                        best, how = cost, (down, across)
                both[i][j], step[i][j] = best, how
    return _traced(both, only_a, only_b, step)


def _joins(a: Sequence[str], b: Sequence[str], i: int, j: int) -> list[tuple[int, int]]:
    """How many words before *i* and *j* make up one word on the other side."""
    found = []
    if i > 1 and j > 1 and a[i - 1] != b[j - 1] and a[i - 2] + a[i - 1] == b[j - 2] + b[j - 1]:
        found.append((2, 2))  # a letter has gone over to the neighbour
    for many in (2, 3, 4):
        if i >= many and b[j - 1][0].isalnum() and _together(a[i - many : i]) == b[j - 1].replace("'", ""):
            found.append((many, 1))
        if j >= many and a[i - 1][0].isalnum() and _together(b[j - many : j]) == a[i - 1].replace("'", ""):
            found.append((1, many))
    return found


def _together(words: Sequence[str]) -> str:
    """The words as one, without dashes and quotation marks within, which may be hyphens and apostrophes."""
    if not (words[0][0].isalnum() and words[-1][0].isalnum()):
        return ""
    return "".join(word for word in words if word not in '-"').replace("'", "")


def _traced(
    both: list[list[float]],
    only_a: list[list[float]],
    only_b: list[list[float]],
    step: list[list[tuple[int, int]]],
) -> list[Pair]:
    i, j = len(both) - 1, len(both[0]) - 1
    pairs: list[Pair] = []
    tables = (both, only_a, only_b)
    state = min(range(3), key=lambda table: tables[table][i][j])
    while i or j:
        if state == 0:
            down, across = step[i][j]
            i, j = i - down, j - across
            pairs.append((i, i + down, j, j + across))
            state = min(range(3), key=lambda table: tables[table][i][j])
            continue
        i, j = (i - 1, j) if state == 1 else (i, j - 1)
        state = min(range(3), key=lambda table: tables[table][i][j] + (0.0 if table == state else OPEN))
    return pairs[::-1]
