"""Versions of a record from two branches made one: what either decided is in its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from rubricator.review.ledger import Record


def united(versions: Sequence[Record]) -> Record:
    """One record of all versions; whether its element is in the TEI nobody knows before looking."""
    return replace(reduce(_united, versions), inscribed=False)


def _united(one: Record, other: Record) -> Record:
    """Both histories in one, first what the branch did that ended earlier; the later one says how it ends."""
    shared = 0
    for mine, theirs in zip(one.history, other.history, strict=False):
        if mine != theirs:
            break
        shared += 1
    own, others = one.history[shared:], other.history[shared:]
    if not own or not others:
        return other if others else one
    earlier, later = (one, other) if own[-1].when <= others[-1].when else (other, one)
    before, (first, *after) = earlier.history[shared:], later.history[shared:]
    if earlier.annotation != later.annotation and first.was is None and first.status is not None:
        # To take it back leads to what the other branch had made of it.
        first = replace(first, was=earlier.annotation)
    return replace(later, history=(*one.history[:shared], *before, first, *after))
