"""What a model says, judged on what was held out: from which probabilities on it is believed, and is sure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from math import sqrt
from typing import NamedTuple

from rubricator.learnt.model import Limits

RIGHT = 0.95
"""So much of what is called sure has to be right."""
_FEWEST_SURE = 20
_FEWEST_CLAIMS = 10
_LIKELY = (0.4, 0.35, 0.3, 0.25, 0.2, 0.15)
_FLOORS = (0.2, 0.1, 0.05, 0.02, 0.0)
_MARGIN = 0.05


class Judged(NamedTuple):
    """A name that was claimed in what was held out: how likely the model found it, and whether it was right.

    *claimed* says that rules or lists alone claim it; *rival* is the likeliest of the model's names over it.
    """

    kind: str
    probability: float
    right: bool
    claimed: bool = False
    rival: float = 0.0


def limits(judged: Sequence[Judged], names: int) -> Limits:
    """The limits that would have found most of the *names* held out, and least else."""
    own = [one for one in judged if not one.claimed]
    f1s = {least: _f1([one for one in own if one.probability >= least], names) for least in _LIKELY}
    likely = max(_LIKELY, key=lambda least: round(f1s[least], 3))
    kinds = sorted({one.kind for one in judged})
    claims = [one for one in judged if one.claimed and one.rival < max(likely, one.probability)]
    floors = {
        kind: _floor([one for one in claims if one.kind == kind], likely, f1s[likely]) for kind in kinds
    }
    found = Limits(likely, {kind: floor for kind, floor in floors.items() if floor < likely})
    kept = kept_of(judged, found)
    verdicts = {kind: [(one.probability, one.right) for one in kept if one.kind == kind] for kind in kinds}
    sure = {kind: threshold(verdicts[kind]) for kind in kinds}
    return replace(found, sure={kind: least for kind, least in sure.items() if least <= 1.0})


def kept_of(judged: Iterable[Judged], given: Limits) -> list[Judged]:
    """What is believed by these limits."""
    return [
        one
        for one in judged
        if one.probability >= (given.keeps(one.kind) if one.claimed else given.likely)
        and (not one.claimed or one.rival < max(given.likely, one.probability))
    ]


def threshold(judged: Iterable[tuple[float, bool]]) -> float:
    """The least probability, at least RIGHT, from which on enough was right; more than 1 where none is."""
    found = 1.01
    count = right = 0
    for likely, alike in groupby(sorted(judged, reverse=True), key=lambda one: one[0]):
        if likely < RIGHT:
            break
        verdicts = [good for _, good in alike]
        count += len(verdicts)
        right += sum(verdicts)
        if count >= _FEWEST_SURE and _at_least(right, count) >= RIGHT:
            found = likely
    return round(found, 4)


def _at_least(right: int, count: int) -> float:
    """The share that what was counted promises for what was not (Wilson's bound, at one deviation)."""
    share = right / count
    deviation = sqrt(share * (1 - share) / count + 1 / (4 * count * count))
    return (share + 1 / (2 * count) - deviation) / (1 + 1 / count)


def _floor(claims: Collection[Judged], likely: float, f1: float) -> float:
    """From where on claims are kept: as long as those let in are right more often than costs anything."""
    floor = likely
    for least in _FLOORS:
        if least >= floor:
            continue
        verdicts = [one.right for one in claims if least <= one.probability < floor]
        if len(verdicts) < _FEWEST_CLAIMS or sum(verdicts) < (f1 / 2 + _MARGIN) * len(verdicts):
            break
        floor = least
    return floor


def _f1(found: Collection[Judged], names: int) -> float:
    return 2 * sum(one.right for one in found) / (names + len(found)) if names + len(found) else 0.0
