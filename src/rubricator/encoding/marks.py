"""Quotation marks: which of them open and close a passage, which are apostrophes, which stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_DOUBLE = '“”"«»„‹›'
_SINGLE = "‘'"
_OPENS_AFTER = " \n\t\u00a0\u2009([{—–-/“‘\"'«„"
_STRONG = '.,;:!?…)]—–”"»'
_ELISION = re.compile(r"[‘'](?:tis|twas|twere|twill|twould|em|till?|n|cause|bout|[0-9]{2,4}s?)\b", re.I)
_DROPPED = re.compile(r"(?:\b(?:o|th|an|ha|wi|ol|mo|t)|in|[szx])$", re.I)

_DEEPEST = 6

Pair = tuple[int, int]
"""Where a passage starts and ends, both its marks included."""


def pairs(text: str) -> tuple[list[Pair], list[int]]:
    """The passages between marks in *text*, outer before inner, and the double marks that never close."""
    doubles: list[Pair] = []
    stack: list[int] = []
    for index, mark in enumerate(text):
        if mark in _DOUBLE:
            _take_double(text, index, stack, doubles)
    found = sorted([*doubles, *_singles(text, doubles)], key=lambda pair: (pair[0], -pair[1]))
    return _not_too_deep(found), stack


def _not_too_deep(found: Sequence[Pair]) -> list[Pair]:
    """*found* (outer before inner) without what lies deeper than anyone quotes."""
    kept: list[Pair] = []
    ends: list[int] = []
    for start, end in found:
        while ends and ends[-1] <= start:
            ends.pop()
        if len(ends) < _DEEPEST:
            kept.append((start, end))
            ends.append(end)
    return kept


def _take_double(text: str, index: int, stack: list[int], found: list[Pair]) -> None:
    mark = text[index]
    opened = next((start for start in reversed(stack) if _PAIRS[text[start]] == mark), None)
    if _is_opening(text, index, opened):
        stack.append(index)
    elif opened is not None:
        del stack[stack.index(opened) :]  # what opened since then never closes
        if text[opened + 1 : index].strip():
            found.append((opened, index + 1))


def _is_opening(text: str, index: int, opened: int | None) -> bool:
    """Whether the double mark at *index* opens a passage; *opened* is where one stands that it may close."""
    mark = text[index]
    if mark == '"':
        can_open = _can_open(text, index)
        after = text[index + 1 : index + 2]
        return can_open and (opened is None or after.isalnum() or after in "“‘'")
    if mark == "“":
        return opened is None  # it closes what „ opened
    return mark in "„«‹"


def _can_open(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    return before in _OPENS_AFTER and not after.isspace()


def _singles(text: str, doubles: Sequence[Pair]) -> list[Pair]:
    """The passages in single marks; what closes is an apostrophe too, so it is found by its surroundings."""
    found: list[Pair] = []
    position = 0
    while position < len(text):
        end = _close(text, position, doubles) if _opens_single(text, position) else 0
        if end:
            found.append((position, end))
        position = end or position + 1
    return found


def _opens_single(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1 : index + 2]
    return (
        text[index] in _SINGLE and before in _OPENS_AFTER and (after.isalnum() or after in tuple('“"«(…¿¡'))
    )


def _close(text: str, start: int, doubles: Sequence[Pair]) -> int:
    """The offset after the mark that closes the passage opened at *start*, or 0."""
    weak, strong = _candidates(text, start, doubles)
    elision = bool(_ELISION.match(text, start))
    if strong and weak:
        # ‘bosses’ … the masters’. against ‘the workers’ state’
        near = len(text[start:weak].split()) <= 3 and len(text[weak:strong].split()) > 10
        return weak if near else strong
    if strong:
        return 0 if elision and len(text[start:strong].split()) > 6 else strong
    return 0 if elision else weak


def _candidates(text: str, start: int, doubles: Sequence[Pair]) -> tuple[int, int]:
    """After which mark the passage may end: the first that may be an apostrophe, the first that is none."""
    closing = _PAIRS[text[start]]
    weak = 0
    for index in range(start + 2, len(text)):
        if text[index] in _SINGLE and _opens_single(text, index) and not _within(index, start, doubles):
            break
        if text[index] != closing or text[index - 1].isspace() or _crosses(start, index + 1, doubles):
            continue
        after = text[index + 1] if index + 1 < len(text) else "."
        if after.isalnum():
            continue
        dropped = _DROPPED.search(text[max(0, index - 5) : index])
        if text[index - 1] in _STRONG or after in _STRONG or not dropped:
            return weak, index + 1
        weak = weak or index + 1
    return weak, 0


def _within(index: int, start: int, doubles: Sequence[Pair]) -> bool:
    return any(start < first < index < last for first, last in doubles)


def _crosses(start: int, end: int, doubles: Sequence[Pair]) -> bool:
    return any(first < start < last < end or start < first < end < last for first, last in doubles)
