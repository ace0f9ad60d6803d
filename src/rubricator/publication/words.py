"""The words of a document, read from its TEI in Python, and those of a publication, to be compared.

Two texts are the same if they have the same characters in the same order, white space folded. The one freedom
is a boundary of blocks beside punctuation, which a publication may put in one line: “(” and a reference, say.
The main text and each kind of aside (notes, corrections, readings of other witnesses, formework) are streams
of their own. What a publication adds is marked, and left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from lxml import etree

from rubricator import tei
from rubricator.publication.folding import BOUNDARY, GLUE, HIDDEN, SEAM, counted, folded, running
from rubricator.tei import Reading

MAIN = "main"
ADDED = ""
"""The stream of what is added."""
BREAK = "|"
"""The stream of white space that parts blocks."""
APART = "~"
"""The stream of the empty piece where a block stands in a line."""
XHTML_BLOCKS = frozenset(
    """
    address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead
    tr ul
    """.split()
)
"""Elements of XHTML whose boundaries separate words."""
_XHTML_SILENT = frozenset(("head", "script", "style", "template"))


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
        return BOUNDARY.join("".join(entry) for entry in self._entries.get(name, ()))

    def running(self, name: str) -> str:
        """The stream's words to be read, not compared: every boundary is a space."""
        return running(self._joined(name))

    def names(self) -> set[str]:
        """The streams that hold any words."""
        return {name for name in self._entries if self.text(name)}

    def count(self) -> int:
        """How many words there are, over all streams; asked for when they are complete."""
        if self._count is None:
            self._count = sum(map(self.count_of, self._entries))
        return self._count

    def count_of(self, name: str) -> int:
        """How many words there are in the stream *name*."""
        return counted(self._joined(name))


def of_document(root: etree._Element, reading: Reading) -> Streams:
    """The words of the TEI document under *root* in *reading*."""
    return document_in((reading,), root)[reading]


def of_xhtml(roots: Iterable[etree._Element], reading: Reading) -> Streams:
    """The words of XHTML documents in *reading*."""
    return xhtml_in((reading,), roots)[reading]


def document_in(readings: Iterable[Reading], root: etree._Element) -> dict[Reading, Streams]:
    """The words of the TEI document under *root* in *readings*, by the table in `tei.py`."""
    found = {reading: Streams() for reading in readings}
    _walk_tei(root, [(*one, one[1].open(MAIN)) for one in found.items()])
    return found


def xhtml_in(readings: Iterable[Reading], roots: Iterable[etree._Element]) -> dict[Reading, Streams]:
    """The words of XHTML documents in *readings*, without what is marked as added."""
    found = {reading: Streams() for reading in readings}
    main = [(*one, one[1].open(MAIN)) for one in found.items()]
    for root in roots:
        _walk_xhtml(root, main)
        _append(main, BOUNDARY)
    return found


_Heard = list[tuple[Reading, Streams, list[str]]]
"""The readings that have a place, their streams, and in each the entry that the place belongs to."""


def _append(heard: _Heard, text: str) -> None:
    for _, _, entry in heard:
        entry.append(text)


def _opened(heard: _Heard, name: str) -> _Heard:
    """The same with a new entry of the stream *name*."""
    return [(reading, streams, streams.open(name)) for reading, streams, _ in heard]


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
                entry.append(BOUNDARY)
        elif name == APART:
            current[last].append(SEAM)
        elif name != ADDED:
            if name not in current or (not text and name != MAIN):
                current[name] = streams.open(name)
            current[name].append(text)
            last = name
    return streams


def _walk_tei(element: etree._Element, heard: _Heard) -> None:
    if not tei.is_plain(element):
        everyone, heard = heard, []
        for one in everyone:
            if tei.shown(element, one[0]):
                heard.append(one)
            else:
                one[2].append(HIDDEN)
        if not heard:
            return
        if tei.is_aside(element):
            heard = _opened(heard, aside(element))
    block = tei.is_block(element)
    if block or tei.separates(element):
        _append(heard, BOUNDARY)
    elif tei.local_name(element) in tei.MILESTONES:
        _append(heard, GLUE)
    holds_text = tei.holds_text(element)
    _add(element.text, heard, holds_text)
    for child in element:
        if isinstance(child.tag, str):
            _walk_tei(child, heard)
        elif isinstance(child, etree._Entity):
            _append(heard, child.text or "")
        _add(child.tail, heard, holds_text)
    if block:
        _append(heard, BOUNDARY)


def _add(text: str | None, heard: _Heard, holds_text: bool) -> None:
    if text and (holds_text or not text.isspace()):
        _append(heard, text)


def _is_remark(note: etree._Element) -> bool:
    """Whether the note is read where it stands: in the line of the source, among utterances, in a record."""
    place = note.get("place")
    if place == "inline":
        return not any(tei.local_name(one) in tei.BLOCKS for one in note.iterdescendants())
    return place is None and (tei.is_among_utterances(note) or tei.is_in_record(note))


def aside(element: etree._Element) -> str:
    """The stream of an element that leaves the main text."""
    name = tei.local_name(element)
    if name == "note" and element.get("type") == "transcription-error":
        return "correction"
    if name == "note" and _is_remark(element):
        return "remark"
    if name == "fw":  # in a note that goes on over the page it stays in the note
        above = next((one for one in element.iterancestors() if tei.is_aside(one)), None)
        return name if above is None else f"{name}-{aside(above)}"
    return "wit" if name == "witDetail" else name


def _walk_xhtml(element: etree._Element, heard: _Heard) -> None:
    silent, block, breaks = _sort(element.tag)
    if silent:
        return
    apart = False
    given = element.items()
    if given:
        told: dict[Any, Any] = dict(given)
        limited = told.get("data-reading")
        if limited is not None:
            heard = [one for one in heard if one[0].value in limited.split()]
            if not heard:
                return
        if "data-added" in told or "added" in told.get("class", "").split():
            text = "".join(map(str, element.itertext()))
            if block or text[:1].isspace() or text[-1:].isspace():
                _append(heard, BOUNDARY)
            elif "data-apart" in told:
                _append(heard, SEAM)
            return
        kind = told.get("data-aside")
        if kind:
            heard = _opened(heard, kind)
        block = block and "data-inline" not in told
        apart = "data-apart" in told
        breaks = breaks and told.get("data-break") != "no"
    begin = BOUNDARY if block or breaks else SEAM if apart else ""
    said = begin + (element.text or "")
    if said:
        _append(heard, said)
    for child in element:
        if isinstance(child.tag, str):
            _walk_xhtml(child, heard)
        said = child.tail or ""
        if said:
            _append(heard, said)
    if block or apart:
        _append(heard, BOUNDARY if block else SEAM)


@cache
def _sort(tag: str) -> tuple[bool, bool, bool]:
    """Whether an element of XHTML with that *tag* is silent, a block, an end of line."""
    name = tag.rpartition("}")[2]
    return name in _XHTML_SILENT, name in XHTML_BLOCKS, name == "br"
