"""Datelines: those that people marked, and those that encoding finds in the same text without markup."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rubricator import tei
from rubricator.annotation import Span
from rubricator.document import Document
from rubricator.source import Source
from rubricator.textmap import Element
from rubricator.transcription import BlockKind, read

_IN_LINES = frozenset(("opener", "closer", "dateline", "salute", "signed", "address", "addrLine", "byline"))
"""Elements whose line breaks a transcriber keeps."""
_FOUND = (BlockKind.DATELINE, BlockKind.ENTRY)


def marked(document: Document) -> list[Span]:
    """The datelines that people marked in the body of *document*."""
    bodies = _bodies(document)
    spans = [
        _trimmed(document.text, element.span)
        for element in document.elements
        if element.name == "dateline" and element.counted and element.span
    ]
    return sorted({span for span in spans if span and any(body.contains(span) for body in bodies)})


def found(document: Document) -> list[Span]:
    """The datelines that the reader finds in the words of *document*'s body, laid out as plain text."""
    plain, offsets = _plain(document)
    if not plain.strip():
        return []
    blocks = read(Source(plain.encode("utf-8"), "plain.txt")).blocks
    return sorted(
        Span(offsets[block.span.start], offsets[block.span.end - 1] + 1)
        for block in blocks
        if block.kind in _FOUND
    )


def _bodies(document: Document) -> list[Span]:
    bodies = [element.span for element in document.elements if element.name == "body" and element.span]
    return [span for span in bodies if not any(other != span and other.contains(span) for other in bodies)]


def _plain(document: Document) -> tuple[str, list[int]]:
    """The body as plain text, a block a paragraph; and where each of its characters stands in the text."""
    text = document.text
    parts: list[str] = []
    offsets: list[int] = []
    last: Element | None = None
    for span, wrapper in _segments(document):
        stripped = _trimmed(text, span)
        if stripped is None:
            continue
        gap = "" if not parts else "\n" if wrapper is not None and wrapper is last else "\n\n"
        last = wrapper
        parts.append(gap)
        offsets += [stripped.start] * len(gap)
        for index in range(stripped.start, stripped.end):
            blank = text[index].isspace()
            if not (blank and text[index - 1].isspace()):
                parts.append(" " if blank else text[index])
                offsets.append(index)
    return "".join(parts), offsets


def _segments(document: Document) -> Iterator[tuple[Span, Element | None]]:
    """The stretches of the body between the edges of blocks, and the opener or closer that each is in."""
    bodies = _bodies(document)
    walls: set[int] = {edge for body in bodies for edge in (body.start, body.end)}
    breaks: set[int] = set()
    wrappers: list[tuple[Span, Element]] = []
    lines: list[Span] = []
    for element in document.elements:
        if not element.counted:
            continue
        if element.name == "lb":
            breaks.add(element.text_start)
        if element.span and tei.is_block(element.node):
            walls |= {element.text_start, element.text_end}
        if element.span and element.name in _IN_LINES:
            lines.append(element.span)
        if element.span and element.name in ("opener", "closer"):
            wrappers.append((element.span, element))
    walls |= {edge for edge in breaks if any(span.start < edge < span.end for span in lines)}
    for start, end in pairwise(sorted(walls)):
        span = Span(start, end)
        if any(body.contains(span) for body in bodies):
            yield span, next((element for outer, element in wrappers if outer.contains(span)), None)


def _trimmed(text: str, span: Span) -> Span | None:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None
