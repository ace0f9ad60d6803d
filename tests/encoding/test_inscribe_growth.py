"""Inscribing takes work in proportion to what is inscribed."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from rubricator.annotation import Annotation, Kind, Span
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.source import Source


def work(names: int) -> int:
    """How many lines of the program inscribe so many names: the same on any machine, busy or not."""
    body = "<p>Wren was there. </p>" * names
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'
    document = Document.of(Source(source.encode()))
    starts = [offset for offset in range(len(document.text)) if document.text.startswith("Wren", offset)]
    claims = [Annotation(Kind.PERS_NAME, Span(start, start + 4)) for start in starts]
    assert len(claims) == names
    lines = 0

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        made = inscribe(document, claims)
    finally:
        sys.settrace(before)
    assert len(made.inscribed) == names
    return lines


def test_four_times_the_names_take_about_four_times_the_work() -> None:
    work(10)
    assert work(1200) < 4.5 * work(300)
