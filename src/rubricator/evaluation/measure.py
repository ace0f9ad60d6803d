"""Suggestions held against gold: precision, recall and F1 by kind, and what was missed or made up."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators import suggest
from rubricator.dates.edtf import edtf
from rubricator.evaluation import datelines
from rubricator.evaluation.gold import KINDS, Gold, Mark

CONTEXT = 60
"""Characters of context round a miss or a false alarm."""

DATELINE = "dateline"
"""Measured beside the kinds of annotations, where people marked any: it is encoding that finds datelines."""

_DATING = ("when", "from", "to", "notBefore", "notAfter")


@dataclass(slots=True)
class Score:
    """Counts for one kind: matches by exact and by overlapping span; the rest counts among exact ones."""

    gold: int = 0
    suggested: int = 0
    exact: int = 0
    overlapping: int = 0
    corrections: int = 0
    right_corrections: int = 0
    dated: int = 0
    right_dates: int = 0
    linked: int = 0
    right_links: int = 0
    sure: int = 0
    sure_right: int = 0

    def precision(self, *, overlap: bool = False) -> float:
        """How much of what is suggested is right."""
        return _ratio(self.overlapping if overlap else self.exact, self.suggested)

    def recall(self, *, overlap: bool = False) -> float:
        """How much of what people marked is suggested."""
        return _ratio(self.overlapping if overlap else self.exact, self.gold)

    def f1(self, *, overlap: bool = False) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision(overlap=overlap), self.recall(overlap=overlap)
        return _ratio(2 * precision * recall, precision + recall)

    def add(self, other: Score) -> None:
        """Count the other's counts too."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class Difference:
    """A miss (only gold has it) or a false alarm (only the suggestions), in its context."""

    document: str
    kind: str
    missed: bool
    before: str
    words: str
    after: str
    said: str


@dataclass
class Evaluation:
    """The scores of all documents together."""

    scores: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in (*KINDS, DATELINE)})
    differences: list[Difference] = field(default_factory=list)
    documents: int = 0
    words: int = 0
    seconds: float = 0.0
    """CPU time of the annotators alone."""

    @property
    def words_per_second(self) -> float:
        """How fast the annotators were."""
        return _ratio(self.words, self.seconds)

    def false_alarms(self, kind: str) -> float:
        """Suggestions of *kind* that touch nothing people marked so, in 1,000 words."""
        score = self.scores[kind]
        return _ratio(1000 * (score.suggested - score.overlapping), self.words)


def evaluate(
    golds: Iterable[Gold],
    annotators: Sequence[Annotator],
    certainties: frozenset[Certainty] = frozenset((Certainty.HIGH, Certainty.MEDIUM)),
) -> Evaluation:
    """What the annotators suggest of the bare documents with one of *certainties*, held against the gold."""
    total = Evaluation()
    for gold in golds:
        started = time.process_time()
        made = suggest(gold.bare, annotators)
        total.seconds += time.process_time() - started
        total.documents += 1
        total.words += gold.words
        wanted = [a for a in made if a.cert in certainties and gold.measures(a.span)]
        for kind in KINDS:
            marks = [mark for mark in gold.marks if mark.kind is kind and gold.measures(mark.span)]
            given = [a for a in wanted if a.kind is kind]
            score, misses, alarms = _compare(marks, given)
            total.scores[kind].add(score)
            total.differences += [_difference(gold, kind, mark, missed=True) for mark in misses]
            total.differences += [_difference(gold, kind, a, missed=False) for a in alarms]
        _add_datelines(total, gold)
    return total


def _add_datelines(total: Evaluation, gold: Gold) -> None:
    """Count the datelines of *gold*, if people marked any in it."""
    marked = [span for span in datelines.marked(gold.whole) if gold.measures(span)]
    if not marked:
        return
    found = [span for span in datelines.found(gold.whole) if gold.measures(span)]
    near = {span for span in marked if any(span.overlaps(other) for other in found)}
    total.scores[DATELINE].add(
        Score(len(marked), len(found), exact=len({*marked} & {*found}), overlapping=len(near))
    )
    alarms = [span for span in found if not any(span.overlaps(other) for other in marked)]
    for spans, missed in ((sorted({*marked} - near), True), (alarms, False)):
        total.differences += [_in_context(gold, DATELINE, span, missed=missed) for span in spans]


def together(evaluations: Iterable[Evaluation]) -> Evaluation:
    """Several evaluations as one."""
    total = Evaluation()
    for one in evaluations:
        for kind, score in one.scores.items():
            total.scores[kind].add(score)
        total.differences += one.differences
        total.documents += one.documents
        total.words += one.words
        total.seconds += one.seconds
    return total


def _compare(marks: list[Mark], given: list[Annotation]) -> tuple[Score, list[Mark], list[Annotation]]:
    score = Score(gold=len(marks), suggested=len(given))
    by_span = {mark.span: mark for mark in marks}
    alarms: list[Annotation] = []
    matched: set[int] = set()
    ordered = sorted(marks, key=lambda mark: mark.span)
    start = 0
    for annotation in sorted(given, key=lambda annotation: annotation.span):
        score.sure += annotation.cert is Certainty.HIGH
        exact = by_span.get(annotation.span)
        while start < len(ordered) and ordered[start].span.end <= annotation.span.start:
            start += 1
        near = start
        while near < len(ordered) and not ordered[near].span.overlaps(annotation.span):
            if ordered[near].span.start >= annotation.span.end:
                near = len(ordered)
                break
            near += 1
        if near < len(ordered) and id(ordered[near]) not in matched:
            matched.add(id(ordered[near]))
            score.overlapping += 1
        elif exact is None:
            alarms.append(annotation)
        if exact is not None:
            score.exact += 1
            score.sure_right += annotation.cert is Certainty.HIGH
            _judge(score, exact, annotation)
    return score, [mark for mark in marks if id(mark) not in matched], alarms


def _judge(score: Score, mark: Mark, annotation: Annotation) -> None:
    if mark.correction is not None:
        score.corrections += 1
        score.right_corrections += mark.correction == (annotation.correction or "")
    if mark.when:
        score.dated += 1
        given = tuple((n, v) for n, v in annotation.attributes if n in _DATING)
        score.right_dates += sorted(mark.when) == sorted(given)
    reference = annotation.attribute("ref")
    if mark.ref and reference:
        score.linked += 1
        score.right_links += _entry(mark.ref) == _entry(reference)


def _entry(reference: str) -> str:
    """The entry that a reference leads to, however it is written: `#x`, `list.xml#x`, `person:x`."""
    return reference.split()[0].rpartition("#")[2].rpartition(":")[2] if reference.split() else ""


def _difference(gold: Gold, kind: Kind, what: Mark | Annotation, *, missed: bool) -> Difference:
    said = what.correction or "" if isinstance(what, Mark) else what.evidence
    if kind is Kind.DATE:
        meant = edtf(dict(what.when if isinstance(what, Mark) else what.attributes))
        said = " ".join(filter(None, (meant, said)))
    return _in_context(gold, kind, what.span, missed=missed, said=said)


def _in_context(gold: Gold, kind: str, span: Span, *, missed: bool, said: str = "") -> Difference:
    text = gold.bare.text
    return Difference(
        gold.name,
        kind,
        missed,
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + CONTEXT],
        said,
    )


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
