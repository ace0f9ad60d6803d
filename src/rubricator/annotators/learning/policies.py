"""Where people let names begin and end, and what they never mark: proposals for the settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.learning.confirmed import KINDS, Confirmed
from rubricator.annotators.learning.training import Example
from rubricator.annotators.names.vocabulary import ADDRESS
from rubricator.knowledge import Knowledge

_FEWEST = 5
_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Proposal:
    """A setting that what people marked speaks for: so many times, and so many against it."""

    setting: str
    value: str
    speaking_for: int
    against: int

    @property
    def text(self) -> str:
        """The line for the settings."""
        return f"{self.setting} = {self.value}"


def proposals(
    taught: Sequence[Confirmed], given: Sequence[Example], knowledge: Knowledge
) -> Iterator[Proposal]:
    """The settings that differ from those of the edition, with what speaks for them."""
    policy = knowledge.settings.annotate.names
    for setting, inside, outside, now in (
        ("possessive-inside", *_possessives(given), policy.possessive_inside),
        ("titles-inside", *_titles(given), policy.titles_inside),
    ):
        more, less = max(inside, outside), min(inside, outside)
        if more + less >= _FEWEST and more >= _SHARE * (more + less) and (inside > outside) is not now:
            yield Proposal(f"annotate.names.{setting}", str(inside > outside).lower(), more, less)
    never = [kind for kind, count in _never(given) if kind.value not in knowledge.settings.annotate.leave_out]
    if never:
        left_out = sorted({*knowledge.settings.annotate.leave_out, *(kind.value for kind in never)})
        value = "[" + ", ".join(f'"{kind}"' for kind in left_out) + "]"
        yield Proposal("annotate.leave-out", value, sum(count for _, count in _never(given)), 0)


def _possessives(given: Sequence[Example]) -> tuple[int, int]:
    """How often the possessive ending of a name is inside the mark, and outside."""
    counted: Counter[bool] = Counter()
    for example in given:
        pieces = example.traits.pieces
        for mark in example.marks:
            place = example.traits.place(mark.span)
            if place is None:
                continue
            end = place[1]
            if pieces[end - 1].key == "'s":
                counted[True] += 1
            elif end < len(pieces) and pieces[end].key == "'s":
                counted[False] += 1
    return counted[True], counted[False]


def _titles(given: Sequence[Example]) -> tuple[int, int]:
    """How often a form of address is inside the mark, and outside."""
    counted: Counter[bool] = Counter()
    for example in given:
        pieces = example.traits.pieces
        for mark in example.marks:
            place = example.traits.place(mark.span)
            if place is None or mark.kind is not Kind.PERS_NAME:
                continue
            start, end = place
            before = start - 2 if start > 1 and pieces[start - 1].key == "." else start - 1
            if pieces[start].key in ADDRESS and end - start > 1:
                counted[True] += 1
            elif before >= 0 and pieces[before].key in ADDRESS and pieces[before].text[0].isupper():
                counted[False] += 1
    return counted[True], counted[False]


def _never(given: Sequence[Example]) -> list[tuple[Kind, int]]:
    """The kinds that the annotators suggest and nobody marks."""
    marked = Counter(mark.kind for example in given for mark in example.marks)
    suggested = Counter(
        claim.kind for example in given for claim in example.claims if claim.cert is not Certainty.LOW
    )
    return [(kind, suggested[kind]) for kind in KINDS if not marked[kind] and suggested[kind] >= 4 * _FEWEST]
