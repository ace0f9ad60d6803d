"""Splices: some of a document's characters replaced, and every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.source import Source


def spliced(document: Document, splices: Iterable[Splice]) -> Document:
    """The document with its markup's characters replaced as the splices say; they must not overlap."""
    return Document.of(cut(document.source, splices))


def cut(source: Source, splices: Iterable[Splice]) -> Source:
    """The same for a source that need not be read again."""
    markup, position = source.markup, 0
    parts: list[str] = []
    for piece in sorted(splices, key=lambda piece: (piece.start, piece.end)):
        if piece.start < position:
            raise ValueError("splices overlap")
        parts += [markup[position : piece.start], piece.replacement]
        position = piece.end
    return source.encode("".join([*parts, markup[position:]])) if position else source


def encodable(source: Source, text: str) -> str:
    """The text with references for what the source's encoding does not have."""
    return text.encode(source.encoding, "xmlcharrefreplace").decode(source.encoding)
