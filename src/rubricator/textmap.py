"""The map between a document's diplomatic text and its source: which character stands where.

Text is gathered in one walk over the scanned markup, each start tag paired with its element in lxml's tree,
so that `tei.py` can say whose words are whose. Offsets are into `Source.markup`; since decoding loses
nothing, a splice there is a splice in the bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from rubricator import markup as scan
from rubricator import tei
from rubricator.annotation import Span
from rubricator.errors import InputRefused


class NotMappable(ValueError):
    """A boundary that falls where no tag can stand."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element's place: offsets of its tags in the markup, and its characters in the text.

    *open_start* to *open_end* is the start tag, *close_start* to *close_end* the end tag; for an
    empty-element tag the four meet in one tag. *text* is where its characters begin and end in
    `document.text`; where *counted* is false none of them are there. *parent* is an index into the same
    tuple, -1 for the root.
    """

    node: etree._Element
    parent: int
    open_start: int
    open_end: int
    close_start: int
    close_end: int
    text: tuple[int, int]
    counted: bool

    @property
    def text_start(self) -> int:
        """Where its characters begin in the text."""
        return self.text[0]

    @property
    def text_end(self) -> int:
        """Where its characters end in the text."""
        return self.text[1]

    @property
    def name(self) -> str:
        """The local name."""
        return tei.local_name(self.node)

    @property
    def span(self) -> Span | None:
        """Its characters in the text, if it has any there."""
        return Span(self.text_start, self.text_end) if self.text_start < self.text_end else None


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of the text from one stretch of the source, within element number *owner*."""

    text: str
    start: int
    end: int
    exact: bool
    in_cdata: bool
    owner: int


@dataclass(frozen=True)
class TextMap:
    """The text, and for each of its characters the stretch of markup that stands for it."""

    text: str
    elements: tuple[Element, ...]
    _runs: tuple[_Run, ...] = field(repr=False)
    _offsets: tuple[int, ...] = field(repr=False)

    def _run_at(self, offset: int) -> tuple[_Run, int]:
        index = bisect_right(self._offsets, offset) - 1
        return self._runs[index], offset - self._offsets[index]

    def owner(self, offset: int) -> int:
        """The index of the element in which the text's character at *offset* stands."""
        return self._run_at(offset)[0].owner

    def source_range(self, span: Span) -> tuple[int, int]:
        """The stretch of markup from the first to the last character of *span*.

        A character that comes with others from one reference gives the whole reference.
        """
        first, skip = self._run_at(span.start)
        last, index = self._run_at(span.end - 1)
        start = first.start + skip if first.exact else first.start
        end = last.start + index + 1 if last.exact else last.end
        return start, max(start, end)

    def tag_range(self, span: Span) -> tuple[int, int]:
        """The same, where tags may be set before and after; NotMappable where they may not."""
        first, skip = self._run_at(span.start)
        last, index = self._run_at(span.end - 1)
        for run, at_edge in ((first, skip == 0), (last, index == len(last.text) - 1)):
            if run.start == run.end:
                raise NotMappable("begins or ends where only a block or a line does")
            if run.in_cdata:
                raise NotMappable("begins or ends inside a CDATA section")
            if not run.exact and not at_edge:
                raise NotMappable("begins or ends inside an entity's text")
        one, other = (bisect_right(self._offsets, offset) for offset in (span.start, span.end - 1))
        if any(after.start < run.start for run, after in pairwise(self._runs[one - 1 : other])):
            raise NotMappable("runs from the text on into a note")
        return self.source_range(span)


def map_text(markup: str, root: etree._Element, entities: Mapping[str, str], name: str) -> TextMap:
    """The map of the document whose tree is *root*; InputRefused where scan and tree do not agree."""
    return _Walk(markup, root, dict(entities), name).result()


_BREAK, _GLUE = "break", "glue"


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not been reached."""

    index: int
    stream: list[object]
    counted: bool
    holds_text: bool
    block: bool


class _Walk:
    """One pass over the tokens; events gather in streams, the main text first, then each aside."""

    def __init__(self, markup: str, root: etree._Element, entities: dict[str, str], name: str) -> None:
        self.markup = markup
        self.root = root
        self.entities = entities
        self.name = name
        self.nodes = list(root.iter(etree.Element))
        self.tags: list[tuple[int, int, int, int]] = []  # open_start, open_end, close_start, close_end
        self.parents: list[int] = []
        self.counted: list[bool] = []
        self.main: list[object] = []
        self.asides: list[list[object]] = []

    def result(self) -> TextMap:
        self._scan()
        return self._assemble()

    def _scan(self) -> None:
        stack: list[_Open] = []
        heard: list[str] = []
        for token in scan.tokens(self.markup):
            if token.kind == "text" or token.kind == "cdata":
                if not stack:
                    continue
                found = scan.pieces(
                    self.markup, token.start, token.end, self.entities, cdata=token.kind == "cdata"
                )
                heard.extend(piece.text for piece in found)
                here = stack[-1]
                if here.counted and (here.holds_text or any(piece.text.strip() for piece in found)):
                    here.stream.extend(
                        _Run(p.text, p.start, p.end, p.exact, p.in_cdata, here.index) for p in found
                    )
            elif token.kind in ("start", "empty"):
                opened = self._open(token, stack[-1] if stack else None)
                stack.append(opened)
                if token.kind == "empty":
                    self._close(stack.pop(), token.start, token.end)
            elif token.kind == "end" and stack:
                self._close(stack.pop(), token.start, token.end)
        if len(self.tags) != len(self.nodes) or "".join(heard) != tei.content(self.root):
            raise InputRefused(
                "The text cannot be mapped to its place in the file: an entity holds markup.",
                where=self.name,
                remedy="Replace the entity by its content to annotate this document.",
            )

    def _open(self, token: scan.Token, parent: _Open | None) -> _Open:
        index = len(self.tags)
        if index >= len(self.nodes):
            raise InputRefused(
                "The text cannot be mapped to its place in the file: an entity holds markup.",
                where=self.name,
                remedy="Replace the entity by its content to annotate this document.",
            )
        node = self.nodes[index]
        self.tags.append((token.start, token.end, token.start, token.end))
        self.parents.append(parent.index if parent else -1)
        counted = (parent is None or parent.counted) and tei.voice(node) is tei.Voice.WITNESS
        self.counted.append(counted)
        stream = parent.stream if parent else self.main
        if counted and tei.is_aside(node):
            stream = []
            self.asides.append(stream)
        block = counted and (stream is not (parent.stream if parent else self.main) or tei.is_block(node))
        if block or (counted and tei.separates(node)):
            stream.append(_BREAK)
        elif counted and tei.local_name(node) in tei.MILESTONES:
            stream.append(_GLUE)
        stream.append(("open", index))
        return _Open(index, stream, counted, tei.holds_text(node), block)

    def _close(self, closed: _Open, start: int, end: int) -> None:
        self.tags[closed.index] = (*self.tags[closed.index][:2], start, end)
        closed.stream.append(("close", closed.index))
        if closed.block:
            closed.stream.append(_BREAK)

    def _assemble(self) -> TextMap:
        runs: list[_Run] = []
        offsets: list[int] = []
        starts = [0] * len(self.nodes)
        ends = [0] * len(self.nodes)
        length = 0
        for stream in (self.main, *self.asides):
            pending = length > 0
            waiting: list[int] = []  # elements opened since the last character: they start at the next
            last_owner = 0
            for event in _glued(stream):
                if event is _BREAK:
                    pending = True
                elif isinstance(event, _Run):
                    if pending and runs and not runs[-1].text[-1].isspace() and not event.text[0].isspace():
                        runs.append(_Run("\n", event.start, event.start, False, False, last_owner))
                        offsets.append(length)
                        length += 1
                    pending = False
                    for index in waiting:
                        starts[index] = length
                    waiting.clear()
                    runs.append(event)
                    offsets.append(length)
                    length += len(event.text)
                    last_owner = event.owner
                elif isinstance(event, tuple):
                    kind, index = event
                    if kind == "open":
                        starts[index] = length
                        waiting.append(index)
                    else:
                        ends[index] = max(length, starts[index])
                        if index in waiting:
                            waiting.remove(index)
        elements = tuple(
            Element(node, self.parents[i], *self.tags[i], (starts[i], ends[i]), self.counted[i])
            for i, node in enumerate(self.nodes)
        )
        return TextMap("".join(run.text for run in runs), elements, tuple(runs), tuple(offsets))


def _glued(stream: list[object]) -> list[object]:
    """The stream without the white space round a milestone that does not break a word."""
    if _GLUE not in stream:
        return stream
    events = list(stream)
    for position, event in enumerate(stream):
        if event is _GLUE:
            _trim(events, position, -1)
            _trim(events, position, 1)
    return [event for event in events if event is not _GLUE and event is not None]


def _trim(events: list[object], position: int, step: int) -> None:
    index = position + step
    while 0 <= index < len(events):
        event = events[index]
        if isinstance(event, _Run):
            text = event.text.rstrip() if step < 0 else event.text.lstrip()
            if text and not event.exact:
                return
            lost = len(event.text) - len(text)
            start, end = (event.start, event.end - lost) if step < 0 else (event.start + lost, event.end)
            events[index] = _Run(text, start, end, event.exact, event.in_cdata, event.owner) if text else None
            if text:
                return
        elif event is _BREAK:
            return
        index += step
