"""Inscribing takes time in proportion to what is inscribed."""

from __future__ import annotations

import time

from rubricator.annotation import Annotation, Kind, Span
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.source import Source


def seconds(names: int) -> float:
    body = "<p>Wren was there. </p>" * names
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'
    document = Document.of(Source(source.encode()))
    starts = [offset for offset in range(len(document.text)) if document.text.startswith("Wren", offset)]
    claims = [Annotation(Kind.PERS_NAME, Span(start, start + 4)) for start in starts]
    assert len(claims) == names
    begun = time.process_time()
    made = inscribe(document, claims)
    taken = time.process_time() - begun
    assert len(made.inscribed) == names
    return taken


def test_four_times_the_names_take_no_more_than_eight_times_the_time() -> None:
    seconds(100)
    assert min(seconds(6000) for _ in range(2)) < 8 * max(min(seconds(1500) for _ in range(3)), 0.01)
