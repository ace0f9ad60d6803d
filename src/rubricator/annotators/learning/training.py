"""Training: from what people confirmed to a sequence model, the same bytes each time."""

from __future__ import annotations

import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from rubricator.annotation import Annotation
from rubricator.annotators.learning.confirmed import Confirmed, Mark
from rubricator.annotators.learning.traits import Traits, traits_of
from rubricator.annotators.names.context import Context
from rubricator.learnt.files import DIGITS
from rubricator.learnt.model import OUTSIDE, Model
from rubricator.learnt.usage import NO_USAGE, Usage
from rubricator.settings import NamePolicy

_PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 80, "feature.possible_transitions": True}
"""Moderate penalties for many and for large weights: what is said once is believed a little."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sequence with the names confirmed in it; *group* is the document, or the part of one, it is from."""

    group: str
    traits: Traits
    marks: tuple[Mark, ...]
    claims: tuple[Annotation, ...]

    @property
    def labels(self) -> list[str]:
        """The label of each piece; a mark that does not begin and end with a piece gives none."""
        labels = [OUTSIDE] * len(self.traits.pieces)
        for mark in self.marks:
            place = self.traits.place(mark.span)
            if place is not None:
                start, end = place
                labels[start:end] = [f"B-{mark.kind}"] + [f"I-{mark.kind}"] * (end - start - 1)
        return labels


def examples(
    confirmed: Confirmed, claims: Sequence[Annotation], policy: NamePolicy, archive: Usage = NO_USAGE
) -> Iterator[Example]:
    """The sequences of a document that are learnt from, with the *claims* of the annotators about them."""
    document = confirmed.document
    starts = [mark.span.start for mark in confirmed.marks]
    ordered = sorted(claims, key=lambda claim: claim.span)
    firsts = [claim.span.start for claim in ordered]
    for traits in traits_of(document, Context.of(document, policy), claims, archive):
        start, end = traits.pieces[0].start, traits.pieces[-1].end
        if not confirmed.counts(start, end):
            continue
        marks = confirmed.marks[bisect_left(starts, start) : bisect_left(starts, end)]
        said = ordered[bisect_left(firsts, start) : bisect_left(firsts, end)]
        part = next((n for n, part in enumerate(confirmed.parts) if part.start <= start < part.end), 0)
        yield Example(f"{confirmed.name}\x1f{part}", traits, marks, tuple(said))


def train(sequences: Iterable[Example]) -> Model:
    """The model of these examples; the same examples in the same order give the same model."""
    import pycrfsuite  # loaded here alone: what was learnt is read and used without it

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_PARAMETERS)
    for example in sequences:
        trainer.append([list(chain.from_iterable(row)) for row in example.traits.rows], example.labels)
    with tempfile.TemporaryDirectory() as place:
        path = str(Path(place) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    labels = tuple(sorted(info.labels))
    number = {label: index for index, label in enumerate(labels)}
    weights: dict[str, list[tuple[int, float]]] = {}
    for (trait, label), weight in info.state_features.items():
        if round(weight, DIGITS):
            weights.setdefault(trait, []).append((number[label], round(weight, DIGITS)))
    transitions = {pair: round(weight, DIGITS) for pair, weight in info.transitions.items()}
    return Model(labels, transitions, {trait: tuple(sorted(kept)) for trait, kept in weights.items()})


def held_out(groups: Sequence[str], folds: int) -> list[frozenset[str]]:
    """The groups, dealt out to *folds* of about one size; the same groups are always dealt the same way."""
    names = sorted(dict.fromkeys(groups), key=_shuffled)
    return [frozenset(names[fold::folds]) for fold in range(min(folds, len(names)))]


def _shuffled(name: str) -> str:
    from hashlib import sha256

    return sha256(name.encode("utf-8")).hexdigest()
