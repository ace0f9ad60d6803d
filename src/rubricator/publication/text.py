"""The plain text: one reading, laid out in lines, with notes and the source at the end."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from lxml import etree

from rubricator import resources
from rubricator.findings import Finding
from rubricator.publication import words
from rubricator.publication.format import Context, File, Format, Published
from rubricator.publication.parts import Parts
from rubricator.publication.proof import prove, unknown_elements
from rubricator.publication.words import MAIN
from rubricator.stylesheet import Stylesheet
from rubricator.tei import Reading, local_name

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li
    main nav ol p pre section table tbody tr ul
    """.split()
)
_TIGHT = frozenset("li dd dt tr caption tbody".split())
_SPACES = re.compile(r"[ \t\r\n]+")  # a no-break space stays what it is
_ADDED = ""

Piece = tuple[str, str]
"""Text with the stream it belongs to; what is added belongs to none."""


def factory() -> Format:
    """The format `text`, its stylesheet compiled."""
    stylesheet = Stylesheet.compile(resources.directory("xslt") / "text.xsl")
    return Format("text", "plain text", lambda context: publish(context, stylesheet))


def publish(context: Context, stylesheet: Stylesheet) -> Published:
    """The plain text of *context*, a file for each reading."""
    parts = Parts.of(context)
    name = context.document.source.name
    files: list[File] = []
    findings: list[Finding] = []
    counted = 0
    for number, reading in enumerate(context.publication.readings):
        made = stylesheet.report(parts.tree, {**parts.parameters, "reading": (reading.value,)})
        pieces = lay_out(etree.fromstring(made.text.encode()), context.publication.wrap)
        streams = words.of_pieces(pieces)
        counted = max(counted, streams.count())
        findings += unknown_elements(made.messages, name)
        findings += prove(context.document.root, streams, reading, name, "text")
        suffix = f".{reading.value}.txt" if number else ".txt"
        files.append(File(suffix, "".join(text for text, _ in pieces).encode()))
    return Published(tuple(files), tuple(dict.fromkeys(findings)), counted)


@dataclass(frozen=True)
class _Place:
    """What the lines of a block begin with, and which stream its words are of."""

    indent: str = ""
    first: str = ""
    """What stands before the first line in place of the end of its indent: a bullet, a number."""
    stream: str = MAIN
    tight: bool = False
    verbatim: bool = False


@dataclass
class _Layout:
    """Blocks as they are met, each a list of pieces, then lines."""

    width: int
    out: list[Piece] = field(default_factory=list)
    runs: list[Piece] = field(default_factory=list)
    opened: str = ""
    """An aside that has been entered and has no text yet."""

    def block(self, element: etree._Element, place: _Place) -> None:
        name = local_name(element)
        if name in ("script", "style", "head"):
            return
        inner = self.enter(element, place)
        if name == "hr":
            self.flush(place)
            self.runs.append(("* * *", _ADDED))
            self.flush(replace(place, indent=place.indent + "    "))
            return
        if name == "tr":
            self.row(element, inner)
            return
        if inner.stream != place.stream and inner.stream:
            self.runs.append(("", inner.stream))
        self.say(element.text, inner)
        number = 0
        for child in element:
            if isinstance(child.tag, str):
                kind = local_name(child)
                if kind in _BLOCKS:
                    self.flush(inner)
                    if kind == "li":
                        number += 1
                    self.block(child, self.place_of(child, element, number, inner))
                    self.flush(self.place_of(child, element, number, inner))
                    inner = replace(inner, first="")
                else:
                    self.phrase(child, inner)
            self.say(child.tail, inner)

    def enter(self, element: etree._Element, place: _Place) -> _Place:
        if element.get("data-added") is not None:
            place = replace(place, stream=_ADDED)
        elif element.get("data-aside"):
            place = replace(place, stream=str(element.get("data-aside")))
        if local_name(element) == "pre":
            place = replace(place, verbatim=True)
        return place

    def place_of(self, child: etree._Element, parent: etree._Element, number: int, place: _Place) -> _Place:
        name, classes = local_name(child), (child.get("class") or "").split()
        tight = name in _TIGHT or bool({"l", "speaker", "addrLine", "castItem"} & set(classes))
        place = replace(place, first="", tight=tight)
        if name == "li":
            kind = (parent.get("class") or "").split()
            if local_name(parent) == "ol":
                mark = f"[{words_of_letter(number) if 'letters' in kind else number}] "
            else:
                mark = "" if "plain" in kind else "- "
            return replace(place, indent=place.indent + " " * len(mark), first=mark)
        if name in ("blockquote", "dd", "table") or "lg" in classes:
            return replace(place, indent=place.indent + "    ")
        return place

    def phrase(self, element: etree._Element, place: _Place) -> None:
        name = local_name(element)
        if name == "br":
            self.runs.append(("\n" if element.get("data-break") != "no" else "", place.stream))
            return
        inner = self.enter(element, place)
        if inner.stream != place.stream and inner.stream:
            self.runs.append(("", inner.stream))
        noteref = element.get("role") == "doc-noteref"
        if element.get("role") == "doc-backlink":
            return
        if noteref:
            self.runs.append(("[", _ADDED))
        self.say(element.text, inner)
        for child in element:
            if isinstance(child.tag, str):
                if local_name(child) in _BLOCKS:
                    self.flush(inner)
                    self.block(child, self.place_of(child, element, 0, inner))
                    self.flush(inner)
                else:
                    self.phrase(child, inner)
            self.say(child.tail, inner)
        if noteref:
            self.runs.append(("]", _ADDED))

    def say(self, text: str | None, place: _Place) -> None:
        if text:
            if not place.verbatim:
                text = _SPACES.sub(" ", text)
            self.runs.append((text, place.stream))

    def row(self, element: etree._Element, place: _Place) -> None:
        for position, cell in enumerate(element):
            if position:
                self.runs.append((" | ", _ADDED))
            self.phrase(cell, place)
        self.flush(replace(place, tight=True))

    def flush(self, place: _Place) -> None:
        """Write what has gathered as one block of lines."""
        runs, self.runs = self.runs, []
        if not any(text.strip() for text, _ in runs):
            self.runs = [run for run in runs if not run[0]]  # the entry of an aside is still to come
            return
        if self.out:
            self.out.append(("\n" if place.tight else "\n\n", _ADDED))
        self.out.extend(_lines(runs, place, self.width))


def words_of_letter(number: int) -> str:
    """a, b … z, aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def lay_out(body: etree._Element, width: int) -> list[Piece]:
    """The text of an XHTML body in lines of *width* columns (0: as long as they are), ending in one line feed."""
    layout = _Layout(width)
    layout.block(body, _Place())
    layout.flush(_Place())
    return [*layout.out, ("\n", _ADDED)]


def _lines(runs: list[Piece], place: _Place, width: int) -> list[Piece]:
    """*runs* broken into lines at spaces."""
    words_, out = _split(runs, verbatim=place.verbatim), list[Piece]()
    head = place.indent[: len(place.indent) - len(place.first)] + place.first
    out.append((head, _ADDED))
    column, fresh = len(head), True
    for kind, pieces in words_:
        length = sum(_columns(text) for text, _ in pieces)
        if kind == "break" or (kind == "space" and not fresh and width and column + length > width):
            out.append(("\n" + place.indent, _ADDED))
            column, fresh = len(place.indent), True
        elif kind == "space" and not fresh:
            out.append((" ", _ADDED))
            column += 1
        if kind != "break":
            out.extend(pieces)
            column += length
            fresh = fresh and not length
    return out


def _split(runs: list[Piece], *, verbatim: bool) -> list[tuple[str, list[Piece]]]:
    """The words of *runs*, each with what comes before it: a space, a forced break, or nothing."""
    found: list[tuple[str, list[Piece]]] = [("", [])]
    for text, stream in runs:
        if not text:
            found[-1][1].append((text, stream))
            continue
        pattern = r"(\n)" if verbatim else r"([ \n])"
        for part in re.split(pattern, text):
            if part == "\n":
                found.append(("break", []))
                found.append(("", []))
            elif part == " " and not verbatim:
                if found[-1][1] or found[-1][0] == "":
                    found.append(("space", []))
            elif part:
                found[-1][1].append((part, stream))
    return _tidied(found)


def _tidied(found: list[tuple[str, list[Piece]]]) -> list[tuple[str, list[Piece]]]:
    """Without spaces at the ends and before breaks, and without breaks at the ends."""
    while found and not any(text for text, _ in found[-1][1]) and not found[-1][1]:
        found.pop()
    kept: list[tuple[str, list[Piece]]] = []
    for kind, pieces in found:
        if kind == "space" and not any(text for text, _ in pieces):
            if pieces:
                kept.append(("", pieces))
            continue
        if kind == "break" and not any(text for _, row in kept for text, _ in row):
            continue
        kept.append((kind, pieces))
    return kept


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
