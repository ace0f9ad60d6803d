"""The proof of same words: a document's words, read from its TEI in Python, against those of a publication.

Two texts are the same if they have the same characters in the same order, white space folded. The one freedom
is a boundary of blocks beside punctuation, which a publication may put in one line: “(” and a reference, say.
The main text and each kind of aside (notes, corrections, readings of other witnesses, formework) are streams
of their own. What a publication adds is marked, and left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from rubricator import tei
from rubricator.tei import Reading

MAIN = "main"
ADDED = ""
"""The stream of what is added."""
BREAK = "|"
"""The stream of white space that parts blocks."""
APART = "~"
"""The stream of the empty piece where a block stands in a line."""

# Signs among the characters of an entry; none of them can occur in XML.
_GLUE = "\x00"  # a milestone within a word: the white space round it is none
_BREAK = "\x01"  # a boundary of blocks
_HIDDEN = "\x02"  # where this reading leaves something out
_APART = "\x03"  # a boundary of what TEI holds a block and the publication has in a line
_GLUED = re.compile(rf"\s*{_GLUE}[\s{_GLUE}]*")
_ALONE = re.compile(f"{_APART}+")
XHTML_BLOCKS = frozenset(
    """
    address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead
    tr ul
    """.split()
)
"""Elements of XHTML whose boundaries separate words."""
_XHTML_SILENT = frozenset(("head", "script", "style", "template"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a publication first departs from its document: in which stream, near which line, and how."""

    stream: str
    line: int
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.stream}: the document has {self.expected!r}, the publication {self.found!r}."


class Streams:
    """The words of each stream, gathered entry by entry in document order."""

    def __init__(self) -> None:
        self._entries: dict[str, list[list[str]]] = {}
        self._texts: dict[str, str] = {}
        self._count: int | None = None

    def open(self, name: str) -> list[str]:
        """A new entry of the stream *name*, to be filled with text."""
        entry: list[str] = []
        self._entries.setdefault(name, []).append(entry)
        return entry

    def text(self, name: str) -> str:
        """The stream's words in the form in which two texts are compared; asked for when it is complete."""
        if name not in self._texts:
            self._texts[name] = folded(self._joined(name))
        return self._texts[name]

    def _joined(self, name: str) -> str:
        return _BREAK.join("".join(entry) for entry in self._entries.get(name, ()))

    def running(self, name: str) -> str:
        """The stream's words to be read, not compared: every boundary is a space."""
        text = _GLUED.sub("", self._joined(name)).replace(_HIDDEN, "")
        return " ".join(re.sub(f"[{_BREAK}{_APART}]", " ", text).split())

    def names(self) -> set[str]:
        """The streams that hold any words."""
        return {name for name in self._entries if self.text(name)}

    def count(self) -> int:
        """How many words there are, over all streams; asked for when they are complete."""
        if self._count is None:
            self._count = sum(_count(self._joined(name)) for name in self._entries)
        return self._count


def folded(text: str) -> str:
    """*text* with its signs resolved, and one space for any white space between words."""
    if _GLUE in text:
        text = _GLUED.sub("", text)
    text = " ".join(text.replace(_HIDDEN, "").split())
    if _APART in text:
        text = _resolved(text)
    words: list[str] = []
    last = ""
    for part in text.split(_BREAK):
        part = part.strip(" ")
        if part:
            if last and not _is_punctuation(last) and not _is_punctuation(part[0]):
                words.append(" ")
            words.append(part)
            last = part[-1]
    return "".join(words)


def _resolved(text: str) -> str:
    """*text* with boundaries that stand in a line as those of blocks, or as none where nothing else parts."""
    parts = _ALONE.split(text)
    made = parts[:1]
    for part in parts[1:]:
        before = made[-1]
        parted = before[-1:] in (" ", _BREAK) or part[:1] in (" ", _BREAK)
        made += (_BREAK if parted else "", part)  # letters that touch on the page are one word there
    return "".join(made)


@cache
def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _count(text: str) -> int:
    if _GLUE in text:
        text = _GLUED.sub("", text)
    characters = set(text)
    dashes = {char for char in characters if unicodedata.category(char) == "Pd" and char not in "-‐‑"}
    other = {char for char in characters - dashes if _is_punctuation(char)}
    for sign in (*dashes, _BREAK, _APART):
        text = text.replace(sign, " ")
    for sign in (*other, _HIDDEN):
        text = text.replace(sign, "")
    return len(text.split())


def of_document(root: etree._Element, reading: Reading) -> Streams:
    """The words of the TEI document under *root* in *reading*, by the table in `tei.py`."""
    streams = Streams()
    _walk_tei(root, reading, streams, streams.open(MAIN))
    return streams


def of_xhtml(roots: Iterable[etree._Element], reading: Reading) -> Streams:
    """The words of XHTML documents in *reading*, without what is marked as added."""
    streams = Streams()
    main = streams.open(MAIN)
    for root in roots:
        _walk_xhtml(root, reading, streams, main)
        main.append(_BREAK)
    return streams


def of_pieces(pieces: Iterable[tuple[str, str]]) -> Streams:
    """The words of a text made of pieces, each with the stream it belongs to.

    A new entry of an aside begins with an empty piece of its stream.
    """
    streams = Streams()
    current = {MAIN: streams.open(MAIN)}
    last = MAIN
    for text, name in pieces:
        if name == BREAK:
            for entry in current.values():
                entry.append(_BREAK)
        elif name == APART:
            current[last].append(_APART)
        elif name != ADDED:
            if name not in current or (not text and name != MAIN):
                current[name] = streams.open(name)
            current[name].append(text)
            last = name
    return streams


def compare(
    root: etree._Element,
    published: Streams,
    reading: Reading,
    *,
    document: Streams | None = None,
    only: tuple[str, ...] = (),
) -> Difference | None:
    """The first difference between the document's words and those *published*, or nothing.

    With *only*, streams of other names may be missing from what is published.
    """
    document = document or of_document(root, reading)
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


def _walk_tei(element: etree._Element, reading: Reading, streams: Streams, entry: list[str]) -> None:
    if not tei.shown(element, reading):
        entry.append(_HIDDEN)
        return
    if tei.is_aside(element):
        entry = streams.open(aside(element))
    block = tei.is_block(element)
    name = tei.local_name(element)
    if block or tei.separates(element):
        entry.append(_BREAK)
    elif name in tei.MILESTONES:
        entry.append(_GLUE)
    holds_text = tei.holds_text(element)
    _add(element.text, entry, holds_text)
    for child in element:
        if isinstance(child.tag, str):
            _walk_tei(child, reading, streams, entry)
        elif isinstance(child, etree._Entity):
            entry.append(child.text or "")
        _add(child.tail, entry, holds_text)
    if block:
        entry.append(_BREAK)


def _add(text: str | None, entry: list[str], holds_text: bool) -> None:
    if text and (holds_text or not text.isspace()):
        entry.append(text)


def aside(element: etree._Element) -> str:
    """The stream of an element that leaves the main text."""
    name = tei.local_name(element)
    if name == "note" and element.get("type") == "transcription-error":
        return "correction"
    if name == "note" and element.get("place") is None and tei.is_among_utterances(element):
        return "remark"
    if name == "fw":  # in a note that goes on over the page it stays in the note
        above = next((one for one in element.iterancestors() if tei.is_aside(one)), None)
        return name if above is None else f"{name}-{aside(above)}"
    return "wit" if name == "witDetail" else name


def _walk_xhtml(element: etree._Element, reading: Reading, streams: Streams, entry: list[str]) -> None:
    name = tei.local_name(element)
    told: dict[Any, Any] = dict(element.items())
    limited = told.get("data-reading")
    if name in _XHTML_SILENT or (limited is not None and reading.value not in limited.split()):
        return
    if "data-added" in told or "added" in told.get("class", "").split():
        text = "".join(map(str, element.itertext()))
        if name in XHTML_BLOCKS or text[:1].isspace() or text[-1:].isspace():
            entry.append(_BREAK)
        return
    kind = told.get("data-aside")
    if kind:
        entry = streams.open(kind)
    block = name in XHTML_BLOCKS and "data-inline" not in told
    apart = "data-apart" in told
    if block or (name == "br" and told.get("data-break") != "no"):
        entry.append(_BREAK)
    elif apart:
        entry.append(_APART)
    entry.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            _walk_xhtml(child, reading, streams, entry)
        entry.append(child.tail or "")
    if block:
        entry.append(_BREAK)
    elif apart:
        entry.append(_APART)


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
