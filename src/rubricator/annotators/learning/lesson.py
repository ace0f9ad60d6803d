"""A lesson: all that is learnt from what people confirmed, and how good it is on what was held out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rubricator.annotation import Annotator, Certainty
from rubricator.annotators.learning import training
from rubricator.annotators.learning.confirmed import KINDS, Confirmed
from rubricator.annotators.learning.policies import Proposal, proposals
from rubricator.annotators.learning.remembering import remember
from rubricator.annotators.learning.training import Example
from rubricator.knowledge import Knowledge
from rubricator.learnt.memory import Memory
from rubricator.learnt.model import Model

FOLDS = 4
FEWEST_NAMES = 20
"""Fewer confirmed names teach no model anything that holds."""
RIGHT = 0.95
"""So much of what is called sure has to be right."""
_FEWEST_SURE = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """How names were found in what was held out: exact span and kind."""

    names: int = 0
    found: int = 0
    right: int = 0
    rules_found: int = 0
    rules_right: int = 0
    sure: int = 0
    sure_right: int = 0

    @property
    def f1(self) -> float:
        """Of the model."""
        return 2 * self.right / (self.names + self.found) if self.names + self.found else 0.0

    @property
    def rules_f1(self) -> float:
        """Of rules and authority lists alone."""
        total = self.names + self.rules_found
        return 2 * self.rules_right / total if total else 0.0


@dataclass(frozen=True)
class Lesson:
    """What was learnt; no *model* where there was too little, or where it found less than the rules."""

    memory: Memory
    model: Model | None
    figure: Figure
    proposals: tuple[Proposal, ...]
    documents: int
    names: int


def learn(everything: Sequence[Confirmed], using: Sequence[Annotator], knowledge: Knowledge) -> Lesson:
    """What *everything* teaches, where *using* are the annotators before they learnt anything."""
    policy = knowledge.settings.annotate.names
    taught = [confirmed for confirmed in everything if confirmed.marks]
    given = [example for confirmed in taught for example in training.examples(confirmed, using, policy)]
    names = sum(len(example.marks) for example in given)
    memory = remember(taught)
    figure, model = Figure(names), None
    groups = dict.fromkeys(example.group for example in given)
    if names >= FEWEST_NAMES and len(groups) > 1:
        figure, sure = _held_out(given, list(groups))
        if figure.f1 > figure.rules_f1:
            model = training.with_sure(training.train(given), sure)
    found = tuple(proposals(taught, given, knowledge))
    return Lesson(memory, model, figure, found, len(taught), names)


def _held_out(given: Sequence[Example], groups: Sequence[str]) -> tuple[Figure, float]:
    """The figure over all folds, and the probability from which names were right often enough."""
    judged: list[tuple[float, bool]] = []
    names = rules = rules_right = 0
    for fold in training.held_out(groups, FOLDS):
        model = training.train(example for example in given if example.group not in fold)
        for example in given:
            if example.group not in fold:
                continue
            marks = {(mark.kind.value, mark.span) for mark in example.marks}
            names += len(marks)
            for name in model.read(example.traits.rows).names():
                said = (name.kind, example.traits.span(name.start, name.end))
                judged.append((name.probability, said in marks))
            claimed = {
                (claim.kind.value, claim.span)
                for claim in example.claims
                if claim.kind in KINDS and claim.cert is not Certainty.LOW
            }
            rules += len(claimed)
            rules_right += len(claimed & marks)
    sure = _threshold(judged)
    surest = [right for likely, right in judged if likely >= sure]
    right = sum(right for _, right in judged)
    figure = Figure(names, len(judged), right, rules, rules_right, len(surest), sum(surest))
    return figure, sure


def _threshold(judged: Iterable[tuple[float, bool]]) -> float:
    """The least probability, at least RIGHT, from which on so much was right; more than 1 where none is."""
    found = 1.01
    count = right = 0
    for likely, alike in groupby(sorted(judged, reverse=True), key=lambda one: one[0]):
        if likely < RIGHT:
            break
        verdicts = [good for _, good in alike]
        count += len(verdicts)
        right += sum(verdicts)
        if count >= _FEWEST_SURE and right >= RIGHT * count:
            found = likely
    return round(found, 4)
