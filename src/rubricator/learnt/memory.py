"""What people decided about strings: to whom they lead, in which company, and what they are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import log

from rubricator.annotation import Kind

_UNSEEN = 0.1
"""What a companion counts that was never seen with an entry."""


@dataclass(frozen=True, slots=True)
class Use:
    """That a string was *count* times a *kind* leading to *ref*; *company* are refs near it, with counts."""

    kind: Kind
    ref: str
    count: int
    company: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a string: its uses, most frequent first, and how often it was left unmarked."""

    uses: tuple[Use, ...]
    plain: int = 0

    @property
    def kind(self) -> Kind:
        """What it was most often."""
        return max(sorted({use.kind for use in self.uses}), key=self.count)

    def count(self, kind: Kind) -> int:
        """How often it was a *kind*."""
        return sum(use.count for use in self.uses if use.kind is kind)

    def trust(self, kind: Kind) -> float:
        """How likely the next such string is a *kind* too (a cautious estimate)."""
        total = sum(use.count for use in self.uses) + self.plain
        return (self.count(kind) + 0.5) / (total + 1)

    def link(self, kind: Kind, near: frozenset[str]) -> tuple[str, float]:
        """To whom it most likely leads where *near* are mentioned too, and how likely; empty for nobody."""
        uses = [use for use in self.uses if use.kind is kind]
        if not uses:
            return "", 0.0
        companions = sorted(near & {ref for use in uses for ref, _ in use.company}) if len(uses) > 1 else ()
        scores = []
        for use in uses:
            seen = dict(use.company)
            score = log(use.count)
            for ref in companions:
                score += log((seen.get(ref, 0) + _UNSEEN) / (use.count + 1))
            scores.append(score)
        top = max(scores)
        shares = [2.0 ** ((score - top) * 1.4427) for score in scores]
        best = scores.index(top)
        return uses[best].ref, shares[best] / sum(shares)


@dataclass(frozen=True, slots=True, order=True)
class Rejection:
    """That a string, between the words *before* and *after*, was refused as something of that *family*."""

    family: str
    words: str
    before: str
    after: str


@dataclass(frozen=True)
class Memory:
    """What was said of each string (white space folded), and what was refused, as often as it was."""

    said: Mapping[str, Said] = field(default_factory=dict)
    rejections: tuple[Rejection, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.said or self.rejections)


def relinked(memory: Memory, old: str, new: str) -> Memory:
    """The memory in which all that led to *old* leads to *new*."""

    def led(ref: str) -> str:
        return new if ref == old else ref

    def of(said: Said) -> Said:
        uses: dict[tuple[Kind, str], Use] = {}
        for use in said.uses:
            company: Counter[str] = Counter()
            for ref, count in use.company:
                company[led(ref)] += count
            known = uses.get((use.kind, led(use.ref)))
            company += Counter(dict(known.company)) if known else Counter()
            count = use.count + (known.count if known else 0)
            uses[use.kind, led(use.ref)] = Use(use.kind, led(use.ref), count, tuple(sorted(company.items())))
        ordered = sorted(uses.values(), key=lambda use: (-use.count, use.kind, use.ref))
        return replace(said, uses=tuple(ordered))

    concerned = {words: said for words, said in memory.said.items() if old in _refs(said)}
    return replace(memory, said={**memory.said, **{words: of(said) for words, said in concerned.items()}})


def _refs(said: Said) -> set[str]:
    """Everyone who is named in it."""
    return {use.ref for use in said.uses} | {ref for use in said.uses for ref, _ in use.company}


def family(kind: Kind) -> str:
    """Which kinds answer the same question: what is refused as one is not asked as another."""
    if kind in (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS, Kind.ROLE_NAME):
        return "name"
    return "error" if kind in (Kind.SIC, Kind.NOTE) else str(kind)
