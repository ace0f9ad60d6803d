"""What is said of a publication when its words, or its elements, are not what they should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rubricator.findings import Finding, Place
from rubricator.publication.parts import Parts
from rubricator.publication.rules import REPORT, UNKNOWN, WORDS
from rubricator.publication.words import Streams, compare
from rubricator.tei import Reading


def prove(
    parts: Parts,
    published: Streams,
    reading: Reading,
    file: str,
    format_name: str,
    only: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """An error, if the words *published* are not the document's, in all streams or *only* in some."""
    own = parts.words(reading)
    difference = compare(parts.tree.root, published, reading, document=own, only=only)
    if difference:
        yield WORDS.broken(
            file,
            Place(difference.line, 1) if difference.line else None,
            f"{format_name}, {reading.value} reading: {difference}",
            REPORT,
        )


def unknown_elements(messages: Iterable[str], file: str) -> Iterator[Finding]:
    """A note for each name that is no element of TEI; it was shown with its text."""
    for message in sorted(set(messages)):
        kind, _, name = message.partition(" ")
        if kind == "unknown-element":
            yield UNKNOWN.broken(
                file,
                None,
                f"The element {name} is not TEI; its text is shown as it stands.",
                "Give it the TEI namespace, or leave it.",
            )
