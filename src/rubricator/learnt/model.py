"""A sequence model as plain numbers: what each trait of a word says for each label, and what follows what.

It is a linear chain of conditional random fields; the sums over all ways to label a sequence are exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import exp
from operator import add, mul

OUTSIDE = "O"
_LARGEST = 60.0
"""Beyond this a score is as good as certain; it keeps the sums within a float's range."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words *start* to *end* of a sequence are probably a *kind*; *probability*: exactly these."""

    start: int
    end: int
    kind: str
    probability: float


@dataclass(frozen=True)
class Model:
    """Labels (`O`, `B-persName`, `I-persName` …), and the weights learnt for them."""

    labels: tuple[str, ...]
    transitions: Mapping[tuple[str, str], float] = field(repr=False)
    weights: Mapping[str, tuple[tuple[int, float], ...]] = field(repr=False)
    sure: float = 0.95
    """From this probability on at least 95 in 100 were right, measured on what was held out."""

    @cached_property
    def onward(self) -> list[list[float]]:
        """For each label, the factors from it to every label."""
        return [[exp(self._step(a, b)) for b in self.labels] for a in self.labels]

    @cached_property
    def steps(self) -> list[list[float]]:
        """For each label, the scores from every label to it."""
        return [[self._step(a, b) for a in self.labels] for b in self.labels]

    @cached_property
    def _columns(self) -> list[list[float]]:
        return [[exp(score) for score in column] for column in self.steps]

    def _step(self, before: str, after: str) -> float:
        return max(-_LARGEST, min(_LARGEST, self.transitions.get((before, after), 0.0)))

    def read(self, sequence: Sequence[Sequence[str]]) -> Reading:
        """What the model makes of a sequence of words, each given by its traits."""
        states = [self._state(traits) for traits in sequence]
        factors = [[exp(score) for score in state] for state in states]
        forward, scales = self._forward(factors)
        backward = self._backward(factors, scales)
        return Reading(self, states, factors, scales, forward, backward)

    def _state(self, traits: Sequence[str]) -> list[float]:
        scores = [0.0] * len(self.labels)
        weights = self.weights
        for trait in traits:
            for label, weight in weights.get(trait, ()):
                scores[label] += weight
        top = max(scores)
        return [max(score - top, -_LARGEST) for score in scores]

    def _forward(self, factors: list[list[float]]) -> tuple[list[list[float]], list[float]]:
        rows: list[list[float]] = []
        scales: list[float] = []
        for index, factor in enumerate(factors):
            if index:
                last = rows[-1]
                row = [
                    sum(map(mul, last, column)) * here
                    for column, here in zip(self._columns, factor, strict=True)
                ]
            else:
                row = factor
            scale = 1.0 / sum(row)
            rows.append([value * scale for value in row])
            scales.append(scale)
        return rows, scales

    def _backward(self, factors: list[list[float]], scales: list[float]) -> list[list[float]]:
        if not scales:
            return []
        row = [scales[-1]] * len(self.labels)
        rows = [row]
        for index in range(len(factors) - 2, -1, -1):
            ahead = list(map(mul, factors[index + 1], row))
            scale = scales[index]
            row = [sum(map(mul, ahead, out)) * scale for out in self.onward]
            rows.append(row)
        rows.reverse()
        return rows


@dataclass(frozen=True, slots=True)
class Reading:
    """A sequence as the model reads it; all ways to label it are weighed."""

    model: Model
    _states: list[list[float]]
    _factors: list[list[float]]
    _scales: list[float]
    _forward: list[list[float]]
    _backward: list[list[float]]

    def names(self) -> list[Labelled]:
        """The names in the likeliest way to label the sequence."""
        found: list[Labelled] = []
        start, kind = -1, ""
        labels = [self.model.labels[number] for number in self._best()]
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
        labels, factors, scales = self.model.labels, self._factors, self._scales
        if f"B-{kind}" not in labels:
            return 0.0
        label = labels.index(f"B-{kind}")
        inside = labels.index(f"I-{kind}") if f"I-{kind}" in labels else -1
        value = self._forward[start][label]
        if end - start > 1 and inside < 0:
            return 0.0
        for index in range(start + 1, end):
            value *= self.model.onward[label][inside] * factors[index][inside] * scales[index]
            label = inside
        if end == len(factors):
            return min(1.0, value * self._backward[end - 1][label] / scales[end - 1])
        ahead = sum(
            self.model.onward[label][other] * factors[end][other] * self._backward[end][other]
            for other in range(len(labels))
            if other != inside
        )
        return min(1.0, value * ahead)

    def _best(self) -> list[int]:
        """The likeliest labels (Viterbi)."""
        if not self._states:
            return []
        into = self.model.steps
        best = self._states[0]
        back: list[list[int]] = []
        for state in self._states[1:]:
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
