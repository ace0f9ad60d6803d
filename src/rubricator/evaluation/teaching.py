"""Gold to learn from and gold to measure on: documents dealt out, or the parts of a single one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rubricator.annotation import Annotator, Span
from rubricator.annotators.learning import Confirmed, Lesson, Mark
from rubricator.annotators.learning import learn as learnt_from
from rubricator.annotators.learning.confirmed import KINDS, outermost
from rubricator.document import Document
from rubricator.errors import SettingsError
from rubricator.evaluation.gold import Gold
from rubricator.knowledge import Knowledge

_DIVISIONS = frozenset({"text", "floatingText", "div", *(f"div{level}" for level in range(1, 8))})
_BLOCKS = frozenset({"p", "lg", "sp", "ab"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A document, or a part of one, that is either learnt from or measured."""

    gold: Gold
    part: Span | None = None

    @property
    def name(self) -> str:
        """What decides where it is dealt."""
        return self.gold.name if self.part is None else f"{self.gold.name}\x1f{self.part.start}"


@dataclass(frozen=True)
class Trial:
    """What is learnt from, and what is then measured."""

    learnt: tuple[Confirmed, ...]
    measured: tuple[Gold, ...]
    units: int

    def lesson(self, using: Sequence[Annotator], knowledge: Knowledge) -> Lesson:
        """What is learnt in this trial; of what is measured the bare text is known, as an archive's is."""
        texts = {confirmed.document.text for confirmed in self.learnt}
        others = [gold for gold in self.measured if gold.bare.text not in texts]
        unmarked = [Confirmed(gold.name, gold.bare, ()) for gold in others]
        return learnt_from([*self.learnt, *unmarked], using, knowledge)


def trials(golds: Sequence[Gold], learn: int, folds: int) -> Iterator[Trial]:
    """The trials: without *folds* one, that learns from *learn* documents and measures the others.

    With *folds*, each document is measured once, after learning from the others (at most *learn* of them).
    Documents are dealt by their names alone, so that the same files give the same trials.
    """
    units = _units(golds, 2 * max(learn, folds))
    if len(units) < 2 or (learn >= len(units) and not folds):
        raise SettingsError(
            f"There are {len(units)} documents to learn from and to measure on.",
            remedy="Give more documents, or learn from fewer.",
        )
    units.sort(key=lambda unit: sha256(unit.name.encode("utf-8")).hexdigest())
    if not folds:
        yield _trial(units[:learn], units[learn:])
        return
    for fold in range(min(folds, len(units))):
        rest = [unit for index, unit in enumerate(units) if index % folds != fold]
        yield _trial(rest[: learn or None], units[fold::folds])


def _units(golds: Sequence[Gold], wanted: int) -> list[Unit]:
    if len(golds) != 1:
        return [Unit(gold) for gold in golds]
    [gold] = golds
    return [Unit(gold, part) for part in parts(gold.bare, max(wanted, 2))]


def parts(document: Document, wanted: int) -> list[Span]:
    """The divisions of a document at the highest level that has *wanted* of them, else its blocks."""
    levels: dict[int, list[Span]] = {}
    depths: list[int] = []
    for element in document.elements:
        depth = depths[element.parent] if element.parent >= 0 else 0
        if element.name in _DIVISIONS and element.counted:
            depth += 1
            if element.span is not None:
                levels.setdefault(depth, []).append(element.span)
        depths.append(depth)
    blocks = [e.span for e in document.elements if e.name in _BLOCKS and e.counted and e.span]
    found = next((spans for _, spans in sorted(levels.items()) if len(spans) >= wanted), blocks)
    return _apart(found)


def _apart(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _trial(learnt: Sequence[Unit], measured: Sequence[Unit]) -> Trial:
    taught = tuple(_confirmed(gold, spans) for gold, spans in _by_gold(learnt))
    tested = tuple(gold.within(spans) for gold, spans in _by_gold(measured))
    return Trial(taught, tested, len(measured))


def _by_gold(units: Sequence[Unit]) -> list[tuple[Gold, tuple[Span, ...]]]:
    found: dict[int, tuple[Gold, list[Span]]] = {}
    for unit in units:
        _, spans = found.setdefault(id(unit.gold), (unit.gold, []))
        if unit.part is not None:
            spans.append(unit.part)
    return [(gold, tuple(sorted(spans))) for gold, spans in found.values()]


def _confirmed(gold: Gold, spans: tuple[Span, ...]) -> Confirmed:
    marks = outermost(Mark(mark.kind, mark.span, mark.ref) for mark in gold.marks if mark.kind in KINDS)
    return Confirmed(gold.name, gold.bare, tuple(marks), parts=spans)
