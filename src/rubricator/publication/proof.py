"""The proof of same words: where a publication departs from its document, and what is said of it then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from rubricator import tei
from rubricator.findings import Finding, Place
from rubricator.publication.parts import Parts
from rubricator.publication.rules import REPORT, UNKNOWN, WORDS
from rubricator.publication.words import MAIN, Streams, aside
from rubricator.tei import Reading


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a publication first departs from its document: in which stream, near which line, and how."""

    stream: str
    line: int
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.stream}: the document has {self.expected!r}, the publication {self.found!r}."


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
    difference = compare(own, published, parts.tree.root, reading, only)
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


def compare(
    document: Streams,
    published: Streams,
    root: etree._Element,
    reading: Reading,
    only: tuple[str, ...] = (),
) -> Difference | None:
    """The first difference of the words *published* from those of the *document* under *root*, or nothing.

    With *only*, streams of other names may be missing from what is published.
    """
    names = only or document.names() | published.names()
    for name in sorted(names, key=lambda name: (name != MAIN, name)):
        expected, found = document.text(name), published.text(name)
        if expected != found:
            at = _first_difference(expected, found)
            start = max(0, at - 30)
            line = _line(root, reading, name, len(expected[:at].replace(" ", "")))
            return Difference(name, line, expected[start : at + 30], found[start : at + 30])
    return None


def _first_difference(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _line(root: etree._Element, reading: Reading, stream: str, characters: int) -> int:
    """The source line of the stream's character of that number, white space not counted."""
    seen = 0
    for element, text, name in _texts(root, reading, MAIN):
        if name == stream:
            seen += len("".join(text.split()))
            if seen > characters:
                line = element.sourceline
                return line if isinstance(line, int) else 0
    return 0


def _texts(
    element: etree._Element, reading: Reading, stream: str
) -> Iterator[tuple[etree._Element, str, str]]:
    if not tei.shown(element, reading):
        return
    if tei.is_aside(element):
        stream = aside(element)
    yield element, element.text or "", stream
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child, reading, stream)
        yield element, child.tail or "", stream
