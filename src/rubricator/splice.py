"""Splices: some of a document's characters replaced, and every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.source import Source


def spliced(document: Document, splices: Iterable[Splice]) -> Document:
    """The document with its markup's characters replaced as the splices say; they must not overlap."""
    markup, parts, position = document.source.markup, [], 0
    for piece in sorted(splices, key=lambda piece: (piece.start, piece.end)):
        if piece.start < position:
            raise ValueError("splices overlap")
        parts += [markup[position : piece.start], piece.replacement]
        position = piece.end
    parts.append(markup[position:])
    return Document.of(document.source.encode("".join(parts)))


def encodable(source: Source, text: str) -> str:
    """The text with references for what the source's encoding does not have."""
    return text.encode(source.encoding, "xmlcharrefreplace").decode(source.encoding)
