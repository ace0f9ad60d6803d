"""A sequence model as plain numbers: what each trait of a word says for each label, and what follows what.

It is a linear chain of conditional random fields; the sums over all ways to label a sequence are exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp
from operator import add, mul
from typing import NamedTuple

from rubricator.learnt.usage import NO_USAGE, Usage

OUTSIDE = "O"
_LARGEST = 60.0
"""Beyond this a score is as good as certain; it keeps the sums within a float's range."""


_MOST = 200_000
"""So many groups of traits are remembered with their scores."""

_LEANING = 1.2
"""So much less no name counts where all that may be names are looked for."""

_SPEAKING = 0.2
"""From this weight on a word speaks for a name by itself."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Labelled:
    """The words *start* to *end* of a sequence are probably a *kind*; *probability*: exactly these."""

    start: int
    end: int
    kind: str
    probability: float


@dataclass(frozen=True)
class Limits:
    """From which probabilities on what a model says holds, measured on what was held out.

    *likely* is for the names it finds itself, *claimed* by kind for those that rules and lists claim too;
    *sure* is, by kind, from where on at least 95 in 100 were right. A kind that is not in it is never sure.
    """

    likely: float = 0.4
    claimed: Mapping[str, float] = field(default_factory=dict)
    sure: Mapping[str, float] = field(default_factory=dict)

    def keeps(self, kind: str) -> float:
        """From where on a claim of rules and lists is kept."""
        return min(self.likely, self.claimed.get(kind, self.likely))

    def is_sure(self, kind: str, probability: float) -> bool:
        """Whether a name is sure."""
        return kind in self.sure and probability >= self.sure[kind]


@dataclass(frozen=True)
class Model:
    """Labels (`O`, `B-persName`, `I-persName` …), and the weights learnt for them."""

    labels: tuple[str, ...]
    transitions: Mapping[tuple[str, str], float] = field(repr=False)
    weights: Mapping[str, tuple[tuple[int, float], ...]] = field(repr=False)
    limits: Limits = Limits()
    lowered: bool = False
    """Whether its editors marked many different names without a capital."""
    archive: Usage = NO_USAGE
    """How the texts of the archive use the words."""

    @cached_property
    def onward(self) -> list[list[float]]:
        """For each label, the factors from it to every label."""
        return [[exp(self._step(a, b)) for b in self.labels] for a in self.labels]

    @cached_property
    def steps(self) -> list[list[float]]:
        """For each label, the scores from every label to it."""
        return [[self._step(a, b) for a in self.labels] for b in self.labels]

    @cached_property
    def columns(self) -> list[list[float]]:
        """For each label, the factors from every label to it."""
        return [[exp(score) for score in column] for column in self.steps]

    def _step(self, before: str, after: str) -> float:
        return max(-_LARGEST, min(_LARGEST, self.transitions.get((before, after), 0.0)))

    def read(
        self, sequence: Sequence[Sequence[Group]], *, after: bool = False, before: bool = False
    ) -> Reading:
        """What the model makes of a sequence of words, each given by groups of its traits.

        *after* and *before* say that the sequence stands after or before what is surely no name.
        """
        if len(self._weighed) > _MOST:
            self._weighed.clear()
        states = [self._state(groups) for groups in sequence]
        if after and states:
            states[0] = list(map(add, states[0], (self._step(OUTSIDE, label) for label in self.labels)))
        if before and states:
            states[-1] = list(map(add, states[-1], (self._step(label, OUTSIDE) for label in self.labels)))
        return Reading(self, states)

    @cached_property
    def small(self) -> frozenset[str]:
        """The keys of the words that speak for a name by themselves, as some do without a capital."""
        outside = self.labels.index(OUTSIDE)
        return frozenset(
            trait[3:]
            for trait, weights in self.weights.items()
            if trait.startswith("is=")
            and any(weight > _SPEAKING and label != outside for label, weight in weights)
        )

    @cached_property
    def _weighed(self) -> dict[Group, list[float] | None]:
        """The scores of the groups met so far; nothing where no trait of a group has a weight."""
        return {}

    def _state(self, groups: Sequence[Group]) -> list[float]:
        weighed = self._weighed
        known = [self._nothing]
        for group in groups:
            scores = weighed[group] if group in weighed else self._weigh(group)
            if scores is not None:
                known.append(scores)
        state = list(map(sum, zip(*known, strict=True)))
        top = max(state)
        return [score - top if score - top > -_LARGEST else -_LARGEST for score in state]

    @cached_property
    def _nothing(self) -> list[float]:
        return [0.0] * len(self.labels)

    def _weigh(self, group: Group) -> list[float] | None:
        scores = None
        for trait in group:
            for label, weight in self.weights.get(trait, ()):
                if scores is None:
                    scores = [0.0] * len(self.labels)
                scores[label] += weight
        self._weighed[group] = scores
        return scores


class _Sums(NamedTuple):
    """Sums over all ways to label a sequence up to each word, and from it on, scaled to stay small."""

    factors: list[list[float]]
    scales: list[float]
    forward: list[list[float]]
    backward: list[list[float]]


@dataclass(frozen=True)
class Reading:
    """A sequence as the model reads it; all ways to label it are weighed, once a probability is asked for."""

    model: Model
    states: list[list[float]]

    @cached_property
    def _sums(self) -> _Sums:
        factors = [[exp(score) for score in state] for state in self.states]
        forward: list[list[float]] = []
        scales: list[float] = []
        row: list[float] = []
        for factor in factors:
            if row:
                pairs = zip(self.model.columns, factor, strict=True)
                row = [sum(map(mul, row, column)) * here for column, here in pairs]
            else:
                row = factor
            scale = 1.0 / sum(row)
            row = [value * scale for value in row]
            forward.append(row)
            scales.append(scale)
        row = [scales[-1]] * len(self.model.labels)
        backward = [row]
        for index in range(len(factors) - 2, -1, -1):
            ahead = list(map(mul, factors[index + 1], row))
            scale = scales[index]
            row = [sum(map(mul, ahead, onward)) * scale for onward in self.model.onward]
            backward.append(row)
        backward.reverse()
        return _Sums(factors, scales, forward, backward)

    def likely(self, least: float = 0.0) -> list[Labelled]:
        """The names at least so likely, also where no name is likelier than each; none over another."""
        leaning = self.names(_LEANING)
        if not leaning:
            return []
        found = {(name.start, name.end, name.kind): name for name in (*leaning, *self.names())}
        kept: list[Labelled] = []
        for name in sorted(found.values(), key=lambda name: (-name.probability, name)):
            if name.probability >= least and all(
                name.end <= other.start or other.end <= name.start for other in kept
            ):
                kept.append(name)
        return sorted(kept)

    def names(self, leaning: float = 0.0) -> list[Labelled]:
        """The names in the likeliest way to label the sequence, *leaning* so much away from no name."""
        found: list[Labelled] = []
        start, kind = -1, ""
        labels = [self.model.labels[number] for number in self._best(leaning)]
        for index, label in enumerate([*labels, OUTSIDE]):
            place, _, name = label.partition("-")
            if kind and (place != "I" or name != kind):
                found.append(Labelled(start, index, kind, self.probability(start, index, kind)))
                kind = ""
            if place != OUTSIDE and not kind:
                start, kind = index, name
        return found

    def probability(self, start: int, end: int, kind: str) -> float:
        """How likely it is that exactly the words *start* to *end* are a *kind*, whatever the rest is."""
        labels = self.model.labels
        if f"B-{kind}" not in labels:
            return 0.0
        label = labels.index(f"B-{kind}")
        inside = labels.index(f"I-{kind}") if f"I-{kind}" in labels else -1
        if end - start > 1 and inside < 0:
            return 0.0
        factors, scales, forward, backward = self._sums
        value = forward[start][label]
        for index in range(start + 1, end):
            value *= self.model.onward[label][inside] * factors[index][inside] * scales[index]
            label = inside
        if end == len(factors):
            return min(1.0, value * backward[end - 1][label] / scales[end - 1])
        ahead = sum(
            self.model.onward[label][other] * factors[end][other] * backward[end][other]
            for other in range(len(labels))
            if other != inside
        )
        return min(1.0, value * ahead)

    def _best(self, leaning: float) -> list[int]:
        """The likeliest labels (Viterbi)."""
        if not self.states:
            return []
        into = self.model.steps
        states = self.states
        if leaning:
            outside = self.model.labels.index(OUTSIDE)
            states = [[*row[:outside], row[outside] - leaning, *row[outside + 1 :]] for row in states]
        best = states[0]
        back: list[list[int]] = []
        for state in states[1:]:
            pointers = []
            row = []
            for column, here in zip(into, state, strict=True):
                scores = list(map(add, best, column))
                top = max(scores)
                pointers.append(scores.index(top))
                row.append(top + here)
            best = row
            back.append(pointers)
        label = best.index(max(best))
        path = [label]
        for pointers in reversed(back):
            label = pointers[label]
            path.append(label)
        path.reverse()
        return path
