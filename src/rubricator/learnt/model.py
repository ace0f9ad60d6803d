"""A sequence model as plain numbers: what each trait of a word says for each label, and what follows what.

It is a linear chain of conditional random fields; the sums over all ways to label a sequence are exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
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

_HAIR = 1e-9
"""Scores nearer to each other are compared in full."""

_HALF = 0.5 + 1e-9

_SPEAKING = 0.2
"""From this weight on a word speaks for a name by itself."""

Group = tuple[str, ...]
"""Traits that are shared between places."""

Scores = list[float]
"""What speaks for each label."""


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
        states = [
            self._state([scores for group in groups if (scores := self._weigh(group)) is not None])
            for groups in sequence
        ]
        if after and states:
            states[0] = list(map(add, states[0], (self._step(OUTSIDE, label) for label in self.labels)))
        if before and states:
            states[-1] = list(map(add, states[-1], (self._step(label, OUTSIDE) for label in self.labels)))
        return Reading(self, states)

    @cached_property
    def small(self) -> frozenset[str]:
        """The keys of the words that speak for a name by themselves, as some do without a capital."""
        return frozenset(
            trait[3:]
            for trait, weights in self.weights.items()
            if trait.startswith("is=")
            and any(weight > _SPEAKING and label != self.outside for label, weight in weights)
        )

    @cached_property
    def _weighed(self) -> dict[Group, Scores | None]:
        """The scores of the groups met so far; nothing where no trait of a group has a weight."""
        return {}

    def _weigh(self, group: Group) -> Scores | None:
        """What a group of traits says for each label; nothing where none of them has a weight."""
        weighed = self._weighed
        if group in weighed:
            return weighed[group]
        if len(weighed) > _MOST:
            weighed.clear()
        scores = None
        for trait in group:
            for label, weight in self.weights.get(trait, ()):
                if scores is None:
                    scores = [0.0] * len(self.labels)
                scores[label] += weight
        weighed[group] = scores
        return scores

    def _state(self, known: Sequence[Scores]) -> Scores:
        """All that is known of a word for each label, less than nothing but for the likeliest."""
        state = list(map(sum, zip(*known, strict=True))) if known else [0.0] * len(self.labels)
        top = max(state)
        return [score - top if score - top > -_LARGEST else -_LARGEST for score in state]

    @cached_property
    def outside(self) -> int:
        """The number of the label of what is no name."""
        return self.labels.index(OUTSIDE)

    @cached_property
    def gains(self) -> Scores:
        """For each label, how much more than from no name a step from it can bring (and a hair's breadth).

        Where no label stands so near to no name, the likeliest way leads through no name, whatever follows.
        """
        plain = [column[self.outside] for column in self.steps]
        return [
            0.0
            if label == self.outside
            else max(column[label] - step for column, step in zip(self.steps, plain, strict=True)) + _HAIR
            for label in range(len(self.labels))
        ]


class _Sums(NamedTuple):
    """Sums over all ways to label a sequence up to each word, scaled to stay small."""

    factors: list[list[float]]
    scales: list[float]
    forward: list[list[float]]


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
        return _Sums(factors, scales, forward)

    @cached_property
    def _backward(self) -> list[list[float]]:
        """Sums over all ways to label the sequence from a word on; the last word's first, as far as asked."""
        return [[self._sums.scales[-1]] * len(self.model.labels)]

    def _from(self, index: int) -> list[float]:
        """The sums from a word on."""
        factors, scales, _ = self._sums
        found = self._backward
        for place in range(len(factors) - len(found) - 1, index - 1, -1):
            ahead = list(map(mul, factors[place + 1], found[-1]))
            scale = scales[place]
            found.append([sum(map(mul, ahead, onward)) * scale for onward in self.model.onward])
        return found[len(factors) - 1 - index]

    def likely(self, least: float = 0.0) -> list[Labelled]:
        """The names at least so likely, also where no name is likelier than each; none over another."""
        leaning = self.best(_LEANING)
        spans = self._spans(leaning)
        if not spans:
            return []
        if not self._is_most(leaning):
            spans += self._spans(self.best())
        found = [Labelled(*span, self.probability(*span)) for span in dict.fromkeys(spans)]
        kept: list[Labelled] = []
        for name in sorted(found, key=lambda name: (-name.probability, name)):
            if name.probability >= least and all(
                name.end <= other.start or other.end <= name.start for other in kept
            ):
                kept.append(name)
        return sorted(kept)

    def names(self) -> list[Labelled]:
        """The names in the likeliest way to label the sequence."""
        return [Labelled(*span, self.probability(*span)) for span in self._spans(self.best())]

    def _is_most(self, path: Sequence[int]) -> bool:
        """Whether a way to label the sequence is likelier than all others together, so the likeliest too."""
        factors, scales, _ = self._sums
        value = factors[0][path[0]] * scales[0]
        for place, (before, label) in enumerate(pairwise(path), start=1):
            value *= self.model.onward[before][label] * factors[place][label] * scales[place]
        return value > _HALF

    def _spans(self, path: Sequence[int]) -> list[tuple[int, int, str]]:
        """The names in a way to label the sequence."""
        found: list[tuple[int, int, str]] = []
        start, kind = -1, ""
        for index, label in enumerate([*(self.model.labels[number] for number in path), OUTSIDE]):
            place, _, name = label.partition("-")
            if kind and (place != "I" or name != kind):
                found.append((start, index, kind))
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
        factors, scales, forward = self._sums
        value = forward[start][label]
        for index in range(start + 1, end):
            value *= self.model.onward[label][inside] * factors[index][inside] * scales[index]
            label = inside
        if end == len(factors):
            return min(1.0, value)
        following = self._from(end)
        ahead = sum(
            self.model.onward[label][other] * factors[end][other] * following[other]
            for other in range(len(labels))
            if other != inside
        )
        return min(1.0, value * ahead)

    def best(self, leaning: float = 0.0) -> list[int]:
        """The likeliest labels (Viterbi), *leaning* so much away from no name."""
        if not self.states:
            return []
        into, gains, outside = self.model.steps, self.model.gains, self.model.outside
        plain = [column[outside] for column in into]
        through = [outside] * len(into)
        best = [*self.states[0]]
        best[outside] -= leaning
        back: list[list[int]] = []
        for state in self.states[1:]:
            if max(map(add, best, gains)) == best[outside]:
                # Nothing that follows can bring another label back: most words are surely no name.
                rest = best[outside]
                row = [rest + step + here for step, here in zip(plain, state, strict=True)]
                pointers = through
            else:
                row, pointers = [], []
                for column, here in zip(into, state, strict=True):
                    scores = list(map(add, best, column))
                    top = max(scores)
                    pointers.append(scores.index(top))
                    row.append(top + here)
            row[outside] -= leaning
            best = row
            back.append(pointers)
        label = best.index(max(best))
        path = [label]
        for pointers in reversed(back):
            label = pointers[label]
            path.append(label)
        path.reverse()
        return path
