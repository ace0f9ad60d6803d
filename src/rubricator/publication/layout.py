"""The layout of plain text: XHTML in lines, block by block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from rubricator.publication.format import Shape
from rubricator.publication.kinds import (
    HEADING,
    SPEAKING,
    Kind,
    Told,
    is_formework,
    is_one_line,
    judged,
    label,
)
from rubricator.publication.phrases import Phrases, entered
from rubricator.publication.pieces import ADDED, BREAK, PARTED, Piece, Place
from rubricator.publication.setting import Alike
from rubricator.publication.streams import MAIN
from rubricator.publication.xhtml import XHTML
from rubricator.tei import Reading


@dataclass
class _Layout(Phrases):
    """A sheet on which blocks are set, one under the other."""

    one_line: bool = False
    """Whether blocks are set in the line of what they stand in."""
    alike: Alike | None = None
    """The blocks that another reading has as well."""

    def block(self, element: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        if kind.simple and SPEAKING.isdisjoint(told):
            self.within(element, kind, place)
            return
        if kind.unseen or is_formework(kind, told):
            return
        inner = entered(kind, told, place)
        if self.bare and inner.stream != MAIN:
            return
        if kind.name == "hr":
            self.flush(place)
            self.runs.append(("* * *", ADDED))
            self.flush(place._replace(indent=place.indent + "    "))
            self.last = self.last._replace(kind=HEADING)
            return
        if kind.name == "tr":
            self.row(element, inner)
            return
        if "speaker-line" in kind.classes:
            self.speaker(element, inner, close="close" in kind.classes)
            return
        self.begin(told, inner)
        opening, closing = self.signs(element, kind, told)
        start = len(self.runs)
        if opening:
            self.runs.append((opening, ADDED))
        self.within(element, kind, inner)
        self.close(opening, closing, start)
        self.end(told, inner, place)
        if inner.verbatim:
            self.flush(inner)

    def within(self, element: etree._Element, kind: Kind, place: Place) -> None:
        """What a block holds."""
        self.say(element.text, place)
        if not len(element):
            return
        number = 0
        outer, self.one_line = self.one_line, self.one_line or is_one_line(element, kind)
        for child in element:
            if isinstance(child.tag, str):
                its, says = judged(child)
                if its.block and says.get("data-inline") != "glued":
                    if its.name == "li":
                        number = int(says.get("value", number + 1))
                    if self.one_line:
                        self.in_line(child, its, says, place)
                    else:
                        self.apart(
                            child,
                            its,
                            says,
                            place,
                            label(kind, says.get("data-label", number), child) if its.name == "li" else None,
                        )
                elif its.simple and SPEAKING.isdisjoint(says):
                    self.among(child, place)
                else:
                    self.phrase(child, its, says, place)
            tail = child.tail
            if tail:
                self.say(tail, place)
        self.one_line = outer

    def apart(
        self, child: etree._Element, kind: Kind, told: Told, place: Place, mark: str | None = None
    ) -> None:
        """A block of its own in *place*; what is set aside parts no words of what it stands in."""
        parts = "data-inline" not in told and "data-aside" not in told
        self.flush(place, parts=parts)
        if mark is not None:
            self.mark = mark
        if kind.stanza:
            self.stand_apart()
        place_of_child = self.place_of(kind, place)
        number = self.alike.numbers.get(child) if self.alike and not self.runs else None
        if number is None:
            self.block(child, kind, told, place_of_child)
            self.flush(place_of_child, parts=parts)
        else:
            self.once(number, child, kind, told, place_of_child, parts=parts)
        if kind.stanza:
            self.stand_apart()
        if mark and self.mark == mark:
            self.mark = ""  # an item without words leaves no bullet to what comes next

    def in_line(self, child: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        """A block in the line of what it stands in; its words stand apart all the same."""
        around = [(PARTED, ADDED)] if "data-inline" in told else [(" ", ADDED), ("", BREAK)]
        # A verse of a reading is parted from the one before it as verses cited in prose are.
        verses = kind.classes[:1] == ("l",) and child.getprevious() is not None
        self.runs += [(" / ", ADDED), ("", BREAK)] if verses else around
        self.block(child, kind, told, place)
        self.runs += around

    def once(
        self, number: int, child: etree._Element, kind: Kind, told: Told, place: Place, *, parts: bool
    ) -> None:
        """A block that all readings share, as it was set before where the same stood before it."""
        assert self.alike is not None
        key = (number, place, parts, self.width, self.bare, self.one_line, not self.out, self.state)
        known = self.alike.known.get(key)
        if known:
            written, runs, self.state = known
            self.out += written
            self.runs = list(runs)
            return
        begin = len(self.out)
        peculiar, self.peculiar = self.peculiar, False
        self.block(child, kind, told, place)
        self.flush(place, parts=parts)
        if not self.peculiar:
            self.alike.known[key] = self.out[begin:], tuple(self.runs), self.state
        self.peculiar = self.peculiar or peculiar

    def place_of(self, kind: Kind, place: Place) -> Place:
        indent = place.indent + kind.indent
        if kind.continues:
            indent = " " * min(self.broken + 1, 40)
        elif kind.name == "li":
            indent = place.indent + " " * len(self.mark)
        return Place(indent, kind.hang, place.stream, kind.close, kind.leads, place.verbatim)

    def block_within(self, child: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        """Set a block that stands within a phrase."""
        parts = "data-inline" not in told
        self.flush(place, parts=parts)
        self.block(child, kind, told, self.place_of(kind, place))
        self.flush(place, parts=parts)

    def row(self, element: etree._Element, place: Place) -> None:
        for position, cell in enumerate(element):
            if position:
                self.runs += [(" ", ADDED), ("", BREAK)] if self.bare else [(" | ", ADDED)]
            self.phrase(cell, *judged(cell), place)
        self.flush(place._replace(kind="row"))


def lay_out(
    content: Sequence[etree._Element],
    width: int,
    shape: Shape = Shape.READING,
    reading: Reading = Reading.EDITED,
    labels: Mapping[str, str] | None = None,
    page: str = "p.",
    alike: Alike | None = None,
) -> list[Piece]:
    """The text of XHTML in lines of *width* columns; 0 leaves them as long as they are.

    The diplomatic shape keeps the lines of a source whose lines are known, and adds none. *labels* stand for
    what is shown or played. What is *alike* in several readings is laid out once.
    """
    breaks = (next(one.iter(f"{XHTML}br"), None) for one in content)
    broken = any(one is not None for one in breaks)
    known = shape is Shape.DIPLOMATIC and broken
    bare = shape is Shape.PARAGRAPHS
    layout = _Layout(
        0 if known or bare else width,
        bare,
        runs_on=reading is Reading.EDITED and shape is not Shape.DIPLOMATIC,
        hyphens=shape is Shape.DIPLOMATIC,
        with_signs=reading is Reading.DIPLOMATIC,
        page=page,
        labels=labels or {},
        alike=None if broken else alike,  # readings differ in what they do with ends of lines
    )
    place = Place()
    for element in content:
        kind, told = judged(element)
        if kind.block and told.get("data-inline") != "glued":
            layout.apart(element, kind, told, place)
        else:
            layout.phrase(element, kind, told, place)
    layout.flush(place)
    return [*layout.out, ("\n", ADDED)]
