"""Quotation marks: which of them open and close a passage, which are apostrophes, which stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAIRS = {"“": "”", "«": "»", "„": "“", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_DOUBLE = '“”"«»„‹›'
_SINGLE = "‘'"
_ANY_SINGLE = re.compile("[‘’']")
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
    near = stack[-_DEEPEST:]
    opened = next((start for start in reversed(near) if _PAIRS[text[start]] == mark), None)
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
    for marks in _levels(text, sorted(doubles, key=lambda pair: (pair[0], -pair[1]))):
        for place, start in enumerate(marks):
            if _opens_single(text, start):
                end = _close(text, start, _until_next(text, marks, place))
                if end:
                    found.append((start, end))
    return found


def _levels(text: str, doubles: Sequence[Pair]) -> list[list[int]]:
    """The single marks of *text*, those directly within the same double marks (or none) together."""
    levels: dict[Pair | None, list[int]] = {}
    within: list[Pair] = []
    upcoming = iter([*doubles, (len(text), len(text))])
    following = next(upcoming)
    for match in _ANY_SINGLE.finditer(text):
        while following[0] < match.start():
            within.append(following)
            following = next(upcoming)
        while within and within[-1][1] <= match.start():
            within.pop()
        levels.setdefault(within[-1] if within else None, []).append(match.start())
    return list(levels.values())


def _until_next(text: str, marks: Sequence[int], place: int) -> list[int]:
    """The marks after the opening one at *place*, up to the next that opens."""
    until = place + 1
    while until < len(marks) and not _opens_single(text, marks[until]):
        until += 1
    return list(marks[place + 1 : until])


def _opens_single(text: str, index: int) -> bool:
    before = text[index - 1] if index else " "
    after = text[index + 1 : index + 2]
    return (
        text[index] in _SINGLE and before in _OPENS_AFTER and (after.isalnum() or after in tuple('“"«(…¿¡'))
    )


def _close(text: str, start: int, marks: Sequence[int]) -> int:
    """The offset after the one of *marks* that closes the passage opened at *start*, or 0."""
    weak, strong = _candidates(text, start, marks)
    elision = bool(_ELISION.match(text, start))
    if strong and weak:
        # ‘bosses’ … the masters’. against ‘the workers’ state’
        near = len(text[start:weak].split()) <= 3 and len(text[weak:strong].split()) > 10
        return weak if near else strong
    if strong:
        return 0 if elision and len(text[start:strong].split()) > 6 else strong
    return 0 if elision else weak


def _candidates(text: str, start: int, marks: Sequence[int]) -> tuple[int, int]:
    """After which mark the passage may end: the first that may be an apostrophe, the first that is none."""
    weak = 0
    for index in marks:
        after = text[index + 1] if index + 1 < len(text) else "."
        inside = text[start + 1 : index]
        if text[index] != _PAIRS[text[start]] or not inside or inside[-1].isspace() or after.isalnum():
            continue
        if inside[-1] in _STRONG or after in _STRONG or not _DROPPED.search(inside[-5:]):
            return weak, index + 1
        weak = weak or index + 1
    return weak, 0
