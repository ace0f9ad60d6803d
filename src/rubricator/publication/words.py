"""The words of a document, read from its TEI in Python, and those of a publication, to be compared.

The main text and each kind of aside (notes, corrections, readings of other witnesses, formework) are streams
of their own. What a publication adds is marked, and left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from lxml import etree

from rubricator import tei
from rubricator.publication.arrangement import arranged
from rubricator.publication.asides import stream_of
from rubricator.publication.folding import BOUNDARY, GLUE, HIDDEN, SEAM
from rubricator.publication.pieces import ADDED, APART, BREAK, ENDED, UNWRITTEN, Piece
from rubricator.publication.streams import MAIN, Entry, Run, Streams
from rubricator.tei import Reading

XHTML_BLOCKS = frozenset(
    """
    address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead
    tr ul
    """.split()
)
"""Elements of XHTML whose boundaries separate words."""
_XHTML_SILENT = frozenset(("head", "script", "style", "template"))
_SPEAKING = frozenset(("data-reading", "data-added", "data-aside", "data-inline", "data-apart", "data-break"))
"""The attributes that say something of an element's words."""
_PARTING = frozenset(" \t\n\r")
"""The white space that parts words."""
_Heard = list[tuple[Reading, Streams, Entry]]
"""The readings that have a place, their streams, and in each the entry that the place belongs to."""


def of_document(root: etree._Element, reading: Reading) -> Streams:
    """The words of the TEI document under *root* in *reading*."""
    return document_in((reading,), arranged(root))[reading]


def of_xhtml(roots: Iterable[etree._Element], reading: Reading) -> Streams:
    """The words of XHTML documents in *reading*."""
    return xhtml_in((reading,), roots)[reading]


def document_in(readings: Iterable[Reading], root: etree._Element) -> dict[Reading, Streams]:
    """The words of the TEI document under *root* in *readings*, by the table in `tei.py`.

    The document is arranged already; see arrangement.py.
    """
    found = {reading: Streams() for reading in readings}
    main = [(*one, one[1].open(MAIN)) for one in found.items()]
    _walk_tei(root, main, _run(main), None)
    return found


def xhtml_in(readings: Iterable[Reading], roots: Iterable[etree._Element]) -> dict[Reading, Streams]:
    """The words of XHTML documents in *readings*, without what is marked as added."""
    found = {reading: Streams() for reading in readings}
    main = [(*one, one[1].open(MAIN)) for one in found.items()]
    run = _run(main)
    for root in roots:
        run = _walk_xhtml((root,), main, run)
        run.append(BOUNDARY)
    return found


def _run(heard: _Heard) -> Run:
    """A run that goes on in each of these readings: what it is filled with, all of them have."""
    run: Run = []
    for _, _, entry in heard:
        entry.append(run)
    return run


def _opened(heard: _Heard, name: str) -> _Heard:
    """The same with a new entry of the stream *name*."""
    return [(reading, streams, streams.open(name)) for reading, streams, _ in heard]


def of_pieces(pieces: Iterable[Piece]) -> Streams:
    """The words of a text made of pieces, each with the stream it belongs to.

    A new entry of an aside begins with an empty piece of its stream. Where one that stands within another has
    ended, the other goes on.
    """
    streams = Streams()
    current: dict[str, Run] = {}
    before: dict[str, list[Run]] = {}

    def begun(name: str) -> None:
        if name in current:
            before.setdefault(name, []).append(current[name])
        current[name] = []
        streams.open(name).append(current[name])

    last = MAIN
    begun(last)
    for text, name in pieces:
        if name == BREAK:
            for run in current.values():
                run.append(BOUNDARY)
        elif name == APART:
            current[last].append(SEAM)
        elif name[:1] == UNWRITTEN:
            current[last].append(name[1:])
        elif name[:1] == ENDED:
            if before.get(name[1:]):
                current[name[1:]] = before[name[1:]].pop()
        elif name != ADDED:
            if name not in current or (not text and name != MAIN):
                begun(name)
            current[name].append(text)
            last = name
    return streams


def _walk_tei(element: etree._Element, heard: _Heard, run: Run, outer: tei.Kind | None) -> Run:
    """Add the words of *element*, which stands in an *outer* one, to *run*; return the run that goes on.

    That is another one, where not all who hear the text hear this.
    """
    kind = tei.kind_of(element.tag)
    if kind.plain:
        return _say_tei(element, kind, heard, run, outer)
    told: _Heard = []
    for one in heard:
        if tei.shown(element, one[0]):
            told.append(one)
        else:
            one[2].append([HIDDEN])
    stream = stream_of(element)
    if stream:
        told = _opened(told, stream)
        _say_tei(element, kind, told, _run(told), outer)
    elif len(told) == len(heard):
        return _say_tei(element, kind, heard, run, outer)
    elif told:
        _say_tei(element, kind, told, _run(told), outer)
    return run if len(told) == len(heard) else _run(heard)


def _say_tei(element: etree._Element, kind: tei.Kind, heard: _Heard, run: Run, outer: tei.Kind | None) -> Run:
    block = kind.block or outer is None or outer.holds_blocks
    if block or (kind.empty and tei.separates(element)):
        run.append(BOUNDARY)
    elif kind.milestone:
        run.append(GLUE)
    holds_text = kind.holds_text
    text = element.text
    if text and (holds_text or not text.isspace()):
        run.append(text)
    for child in element:
        if isinstance(child.tag, str):
            run = _walk_tei(child, heard, run, kind)
        elif isinstance(child, etree._Entity):
            run.append(child.text or "")
        text = child.tail
        if text and (holds_text or not text.isspace()):
            run.append(text)
    if block:
        run.append(BOUNDARY)
    return run


def _walk_xhtml(elements: Iterable[etree._Element], heard: _Heard, run: Run) -> Run:
    """Add the words of *elements*, and those that follow each, to *run*; return the run that goes on."""
    for element in elements:
        tag = element.tag
        if isinstance(tag, str):
            silent, block, breaks = _sort(tag)
            given: Any = () if silent else element.items()
            for name, value in given:
                if name in _SPEAKING or (name == "class" and "added" in value):
                    run = _hear_xhtml(element, dict(given), heard, run)
                    break
            else:
                if block or breaks:
                    run.append(BOUNDARY)
                if not silent:
                    run = _say_xhtml(element, heard, run)
                if block:
                    run.append(BOUNDARY)
        text = element.tail
        if text:
            run.append(text)
    return run


def _hear_xhtml(element: etree._Element, told: dict[Any, Any], heard: _Heard, run: Run) -> Run:
    """The same, where attributes say something of the words."""
    if "data-reading" in told:
        readings = told.pop("data-reading").split()
        some = [one for one in heard if one[0].value in readings]
        if len(some) < len(heard):
            if some:
                _hear_xhtml(element, told, some, _run(some))
            return _run(heard)
    _, block, breaks = _sort(element.tag)
    apart = "data-apart" in told
    if "data-added" in told or "added" in told.get("class", "").split():
        text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
        # A space that ends no line belongs to its mark (« ), or measure: it parts no words of the document.
        if block or not {text[:1], text[-1:]}.isdisjoint(_PARTING):
            run.append(BOUNDARY)
        elif apart:
            run.append(SEAM)
        return run
    block = block and "data-inline" not in told
    breaks = breaks and told.get("data-break") != "no"
    after = None
    if told.get("data-aside"):
        heard, after = _opened(heard, told["data-aside"]), run
        run = _run(heard)
    run.append(BOUNDARY if block or breaks else SEAM if apart else "")
    run = _say_xhtml(element, heard, run)
    run.append(BOUNDARY if block else SEAM if apart else "")
    return run if after is None else after


def _say_xhtml(element: etree._Element, heard: _Heard, run: Run) -> Run:
    text = element.text
    if text:
        run.append(text)
    return _walk_xhtml(element, heard, run) if len(element) else run


@cache
def _sort(tag: str) -> tuple[bool, bool, bool]:
    """Whether an element of XHTML with that *tag* is silent, a block, an end of line."""
    name = tag.rpartition("}")[2]
    return name in _XHTML_SILENT, name in XHTML_BLOCKS, name == "br"
