"""The annotator that finds dates written out in prose and headings (TEI Guidelines, 14.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rubricator import tei
from rubricator.annotation import Annotation, Annotator, Kind, Span
from rubricator.annotators.dates.chain import Chain
from rubricator.annotators.dates.stretches import stretches
from rubricator.dates import read_dates
from rubricator.dates.expressions import Expression, Manner, Range
from rubricator.document import Document
from rubricator.knowledge import Knowledge

__all__ = ["recogniser"]


def recogniser(knowledge: Knowledge) -> Annotator:
    """Find dates, and say in TEI's attributes what they mean where they stand."""

    lasting = knowledge.settings.annotate.dates.between_is_range

    def dates(document: Document) -> Iterator[Annotation]:
        return _dates(document, lasting=lasting)

    return dates


def _dates(document: Document, *, lasting: bool) -> Iterator[Annotation]:
    found = stretches(document)
    chain = Chain.of(document, found)
    calendars = {f"#{name}" for name in tei.select("//tei:calendar/@xml:id", document.root)}
    for stretch in found:
        chain.enter(stretch)
        text = document.text[stretch.start : stretch.end]
        for read in read_dates(text, field=stretch.field, language=stretch.language):
            span = Span(read.span.start + stretch.start, read.span.end + stretch.start)
            value = chain.value(_meant(read.expression, lasting=lasting), span)
            if value is None or any(span.overlaps(marked) for marked in stretch.marked):
                continue
            yield Annotation(
                Kind.DATE,
                span,
                cert=value.cert,
                rule=f"dates.{value.rule}",
                evidence=value.evidence,
                # A pointer to a calendar that the header does not describe would dangle.
                attributes=tuple(
                    (name, text) for name, text in value.attributes if name != "calendar" or text in calendars
                ),
            )


def _meant(said: Expression, *, lasting: bool) -> Expression:
    """Between … and … as the edition takes it."""
    if lasting and isinstance(said, Range) and said.manner is Manner.BETWEEN:
        return replace(said, manner=Manner.THROUGHOUT)
    return said
