"""A lesson: all that is learnt from what people confirmed, and how good it is on what was held out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rubricator.annotation import Annotation, Annotator, Certainty, Span
from rubricator.annotators.learning import training
from rubricator.annotators.learning.confirmed import KINDS, Confirmed
from rubricator.annotators.learning.judging import Judged, kept_of, limits
from rubricator.annotators.learning.policies import Proposal, proposals
from rubricator.annotators.learning.remembering import remember
from rubricator.annotators.learning.training import Example
from rubricator.annotators.learning.traits import claims_of
from rubricator.annotators.learning.using import counted
from rubricator.annotators.names.context import Context
from rubricator.knowledge import Knowledge
from rubricator.learnt.memory import Memory
from rubricator.learnt.model import Limits, Model
from rubricator.learnt.usage import Usage, usage_of
from rubricator.settings import NamePolicy

FOLDS = 4
FEWEST_NAMES = 20
"""Fewer confirmed names teach no model anything that holds."""
_LOWERED = 0.1
"""Where so many of the different names have no capital, none can be trusted to have one."""


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
    claims = [claims_of(confirmed.document, using) for confirmed in everything]
    archive = _archive(everything, claims, policy)
    taught = [confirmed for confirmed in everything if confirmed.marks]
    given = [
        example
        for confirmed, said in zip(everything, claims, strict=True)
        if confirmed.marks
        for example in training.examples(confirmed, said, policy, archive)
    ]
    names = sum(len(example.marks) for example in given)
    memory = remember(taught)
    figure, model = Figure(names), None
    groups = dict.fromkeys(example.group for example in given)
    if names >= FEWEST_NAMES and len(groups) > 1:
        figure, found = _held_out(given, list(groups))
        if figure.f1 > figure.rules_f1:
            model = replace(training.train(given), limits=found, lowered=_is_lowered(given), archive=archive)
    proposed = tuple(proposals(taught, given, knowledge))
    return Lesson(memory, model, figure, proposed, len(taught), names)


def _archive(
    everything: Sequence[Confirmed], claims: Sequence[Sequence[Annotation]], policy: NamePolicy
) -> Usage:
    """How all the texts, those in which nobody marked anything too, use their words."""
    return usage_of(
        (one.document.text, counted(Context.of(one.document, policy), said))
        for one, said in zip(everything, claims, strict=True)
    )


def _held_out(given: Sequence[Example], groups: Sequence[str]) -> tuple[Figure, Limits]:
    """The figure over all folds, and the limits by which it was reached."""
    judged: list[Judged] = []
    names = rules = rules_right = 0
    for fold in training.held_out(groups, FOLDS):
        model = training.train(example for example in given if example.group not in fold)
        for example in given:
            if example.group not in fold:
                continue
            marks = {(mark.kind.value, mark.span) for mark in example.marks}
            claimed = {
                (claim.kind.value, claim.span)
                for claim in example.claims
                if claim.kind in KINDS and claim.cert is not Certainty.LOW
            }
            names += len(marks)
            rules += len(claimed)
            rules_right += len(claimed & marks)
            judged += _judged(model, example, marks, claimed)
    found = limits(judged, names)
    kept = kept_of(judged, found)
    surest = [one.right for one in kept if found.is_sure(one.kind, one.probability)]
    right = sum(one.right for one in kept)
    return Figure(names, len(kept), right, rules, rules_right, len(surest), sum(surest)), found


def _judged(
    model: Model, example: Example, marks: Collection[tuple[str, Span]], claimed: Collection[tuple[str, Span]]
) -> Iterator[Judged]:
    """All names that the model or *claimed* tell of in an example, held against its *marks*."""
    traits = example.traits
    reading = model.read(traits.rows)
    own = {(one.kind, traits.span(one.start, one.end)): one.probability for one in reading.likely()}
    for name, probability in own.items():
        yield Judged(name[0], probability, name in marks)
    for kind, span in sorted(set(claimed) - own.keys()):
        place = traits.place(span)
        probability = reading.probability(*place, kind) if place else 0.0
        rival = max((likely for (_, other), likely in own.items() if other.overlaps(span)), default=0.0)
        yield Judged(kind, probability, (kind, span) in marks, True, rival)


def _is_lowered(given: Iterable[Example]) -> bool:
    """Whether people marked many different names that have no capital."""
    names = {
        tuple(piece.text for piece in example.traits.pieces[slice(*place)])
        for example in given
        for mark in example.marks
        if (place := example.traits.place(mark.span)) is not None
    }
    return sum("".join(name).islower() for name in names) > _LOWERED * len(names)
