"""Which of several claims about overlapping spans can stand together in one TEI document."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from rubricator.annotation import Annotation, Certainty, Kind, Span

PRECEDENCE = (
    *("editor", "learnt.memory", "works", "names.authority", "initials", "dates", "learnt"),
    *("names.model", "names", "errors", "abbreviations"),
)
"""Beginnings of rules: where two claims exclude each other, the one that stands earlier here is kept."""


class _Layer(Enum):
    """Kinds that compete with each other; across layers, one may stand inside the other."""

    PASSAGE = "passages: they hold everything else"
    NAME = "names and dates: one for a stretch of text"
    READING = "readings: a choice inside a name, never a name inside a choice"
    REMARK = "remarks: they stand after their words and cross nothing"


_LAYERS = {
    Kind.QUOTE: _Layer.PASSAGE,
    Kind.SO_CALLED: _Layer.PASSAGE,
    Kind.BIBL: _Layer.PASSAGE,
    Kind.FOREIGN: _Layer.PASSAGE,
    Kind.SIC: _Layer.READING,
    Kind.ABBR: _Layer.READING,
    Kind.NOTE: _Layer.REMARK,
}


def settle(annotations: Iterable[Annotation], text: str = "") -> tuple[Annotation, ...]:
    """The claims that can stand together, in the order of the *text* they are about.

    Of two that cannot, a low one gives way to a surer; then PRECEDENCE decides, then the longer wins, then
    the earlier; nothing depends on the order they come in. A correction that crosses a name or holds one is
    narrowed to the characters it changes, where that lets both stand.
    """
    standing = {layer: _Standing() for layer in _Layer}
    for annotation in sorted(set(annotations), key=_strength):
        layer = _LAYERS.get(annotation.kind, _Layer.NAME)
        if layer is _Layer.READING and text:
            annotation = _beside_names(annotation, text, standing[_Layer.NAME])
        if all(_compatible(layer, annotation, other, standing[other]) for other in _Layer):
            standing[layer].add(annotation)
    kept = [annotation for spans in standing.values() for annotation in spans.annotations]
    return tuple(sorted(kept, key=lambda kept: (kept.span.start, -kept.span.end, _strength(kept))))


def _beside_names(annotation: Annotation, text: str, names: _Standing) -> Annotation:
    """A correction kept off the names it need not touch: of “Oldacre,who” only “,” is changed."""
    span, correction = annotation.span, annotation.correction
    if correction is None or all(name.contains(span) for name in names.overlapping(span)):
        return annotation
    start, end = span.start, span.end
    for name in sorted(names.overlapping(span)):
        if name.end <= end and text[start : name.end] == correction[: name.end - start]:
            correction, start = correction[name.end - start :], name.end
        elif start <= name.start and text[name.start : end] == correction[name.start - end :]:
            correction, end = correction[: name.start - end], name.start
    if start >= end or not correction:
        return annotation
    return replace(annotation, span=Span(start, end), correction=correction)


def signature(annotation: Annotation) -> tuple[str, ...]:
    """Everything that a claim says besides its place, so that claims can be put in an order."""
    given = (value for pair in annotation.attributes for value in pair)
    said = (annotation.correction or "", annotation.note or "", annotation.resp)
    return (annotation.kind, annotation.rule, annotation.cert or "", annotation.evidence, *said, *given)


def _strength(annotation: Annotation) -> tuple[bool, int, int, int, tuple[str, ...]]:
    rank = next(
        (i for i, rule in enumerate(PRECEDENCE) if f"{annotation.rule}.".startswith(f"{rule}.")),
        len(PRECEDENCE),
    )
    span = annotation.span
    return (annotation.cert is Certainty.LOW, rank, span.start - span.end, span.start, signature(annotation))


class _Standing:
    """The claims of one layer that are kept, by where they start."""

    def __init__(self) -> None:
        self.annotations: list[Annotation] = []
        self._spans: list[tuple[int, int]] = []
        self._longest = 0

    def add(self, annotation: Annotation) -> None:
        """Keep *annotation*."""
        span = annotation.span
        insort(self._spans, (span.start, span.end))
        self.annotations.append(annotation)
        self._longest = max(self._longest, span.end - span.start)

    def overlapping(self, span: Span) -> Iterable[Span]:
        """The kept spans that share a character with *span*."""
        index = bisect_left(self._spans, (max(0, span.start - self._longest), 0))
        while index < len(self._spans) and self._spans[index][0] < span.end:
            start, end = self._spans[index]
            if span.start < end:
                yield Span(start, end)
            index += 1


def _compatible(layer: _Layer, annotation: Annotation, other: _Layer, standing: _Standing) -> bool:
    span = annotation.span
    if _Layer.REMARK in (layer, other):
        return layer is not other or span not in standing.overlapping(span)
    for kept in standing.overlapping(span):
        if span.crosses(kept):
            return False
        if layer is other and (layer is not _Layer.PASSAGE or span == kept):
            return False
        if layer is _Layer.READING and other is _Layer.NAME and not kept.contains(span):
            return False
        if layer is _Layer.NAME and other is _Layer.READING and not span.contains(kept):
            return False
        if _Layer.PASSAGE in (layer, other) and layer is not other:
            passage, inner = (span, kept) if layer is _Layer.PASSAGE else (kept, span)
            if not passage.contains(inner):
                return False
    return True
