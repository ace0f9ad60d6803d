"""The proof of same words: where a publication departs from its document, and what is said of it then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from rubricator import tei
from rubricator.findings import Finding, Place
from rubricator.publication.asides import stream_of
from rubricator.publication.parts import Parts
from rubricator.publication.rules import LOOK, REPORT, SPACES, UNKNOWN, WORDS
from rubricator.publication.streams import MAIN, Streams
from rubricator.tei import Reading

_SPACE = re.compile(" ")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a publication first departs from its document: in which stream, near which line, and how."""

    stream: str
    line: int
    expected: str
    found: str
    spaces: int = 0
    """At how many places of the stream a space is too many or too few, where nothing else is wrong."""

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
    """An error, if the words *published* are not the document's, in all streams or *only* in some.

    A space too many or too few loses nobody a letter, and is no reason to publish nothing: it is told.
    """
    own = parts.words(reading)
    for difference in differences(own, published, parts.tree.root, reading, only):
        at = Place(difference.line, 1) if difference.line else None
        said = f"{format_name}, {reading.value} reading: {difference}"
        if difference.spaces:
            more = difference.spaces - 1
            among = f" So at {more} more place{'s' if more > 1 else ''}." if more else ""
            yield SPACES.broken(file, at, f"{said}{among} Nothing else differs.", LOOK)
        else:
            yield WORDS.broken(file, at, said, REPORT)
            return


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


def differences(
    document: Streams,
    published: Streams,
    root: etree._Element,
    reading: Reading,
    only: tuple[str, ...] = (),
) -> list[Difference]:
    """Where the words *published* depart from those of the *document* under *root*, the worst first.

    Once for each stream, the main text before the others. With *only*, streams of other names may be missing
    from what is published.
    """
    found: list[Difference] = []
    names = only or document.names() | published.names()
    for name in sorted(names, key=lambda name: (name != MAIN, name)):
        own, others = document.text(name), published.text(name)
        if own != others:
            at = _first_difference(own, others)
            start = max(0, at - 30)
            line = _line(root, reading, name, len(own[:at].replace(" ", "")))
            spaces = _spaces(own, others)
            found.append(Difference(name, line, own[start : at + 30], others[start : at + 30], spaces))
    return sorted(found, key=lambda one: one.spaces > 0)


def _spaces(one: str, other: str) -> int:
    """At how many places one text has a space and the other none; 0, if they differ in more than that."""
    alike = one.replace(" ", "") == other.replace(" ", "")
    return len(_places(one) ^ _places(other)) if alike else 0


def _places(text: str) -> set[int]:
    """After how many characters, spaces not counted, each space of *text* stands."""
    return {match.start() - number for number, match in enumerate(_SPACE.finditer(text))}


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
    stream = stream_of(element) or stream
    yield element, element.text or "", stream
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child, reading, stream)
        yield element, child.tail or "", stream
