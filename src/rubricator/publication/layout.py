"""The layout of plain text: XHTML in lines, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from rubricator.publication.format import Shape
from rubricator.publication.formulae import in_line
from rubricator.publication.kinds import (
    HEADING,
    SPEAKING,
    Kind,
    Told,
    is_formework,
    is_one_line,
    is_quotation_mark,
    is_raised_number,
    judged,
    label,
    signs,
)
from rubricator.publication.setting import Alike
from rubricator.publication.sheet import Sheet
from rubricator.publication.words import ADDED, APART, BREAK, MAIN
from rubricator.publication.wrapping import JOINED, Piece, Place
from rubricator.publication.xhtml import XHTML
from rubricator.tei import Reading

_WITHIN_WORD = "\x00"
"""The end of a line of the source within a word, until words are compared; XML has no such character."""
_PARTED = "\x01"
"""A space between what touches in the file, until the words have been compared."""
_ROUND_PARTED = re.compile(rf" *{_PARTED}[ {_PARTED}]*(\n|\Z)?")


@dataclass
class _Layout(Sheet):
    """A sheet and what is known of what is set on it."""

    hyphens: bool = False
    """Whether words go on over the ends of the source's lines."""
    with_signs: bool = False
    """Whether what was added or deleted stands between signs."""
    one_line: bool = False
    """Whether blocks are set in the line of what they stand in."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What stands for images and recordings, by their addresses."""
    alike: Alike | None = None
    """The blocks that another reading has as well."""
    peculiar: bool = False
    """Whether what was last set hangs on the reading."""

    def block(self, element: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        if kind.simple and SPEAKING.isdisjoint(told):
            self.within(element, kind, place)
            return
        if kind.unseen or is_formework(kind, told):
            return
        inner = _entered(kind, told, place)
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
        if inner.stream != place.stream and inner.stream:
            self.runs.append(("", inner.stream))
        opening, closing = self.signs(element, kind, told)
        start = len(self.runs)
        if opening:
            self.runs.append((opening, ADDED))
        self.within(element, kind, inner)
        self.close(opening, closing, start)
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
        around = [(_PARTED, ADDED)] if "data-inline" in told else [(" ", ADDED), ("", BREAK)]
        self.runs += around
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

    def phrase(self, element: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        if kind.simple and SPEAKING.isdisjoint(told):
            self.among(element, place)
            return
        if kind.name == "br":
            if self.bare and told.get("data-break") == "none":
                return  # in Chinese or Japanese
            if told.get("data-break") != "no":
                # An end of line parts words, as white space does.
                self.runs += [(" ", ADDED), ("", BREAK)] if self.bare else [("\n", ADDED)]
            elif self.hyphens or (not self.bare and _is_kept(element)):
                hyphened = "".join(text for text, _ in self.runs[-3:]).endswith(tuple("-‐¬⸗=\u00ad"))
                self.runs.append((_WITHIN_WORD if hyphened else f"-{_WITHIN_WORD}", ADDED))
            return
        if kind.unseen or is_formework(kind, told):
            return
        if kind.classes == ("joined",):
            self.runs.append((JOINED, place.stream))
            return
        if kind.formula:
            self.formula(element, place)
            return
        if kind.parted:
            self.runs.append((_PARTED, ADDED))
        inner = _entered(kind, told, place)
        if self.bare and inner.stream != MAIN:
            text = "".join(map(str, element.itertext()))
            if is_quotation_mark(element):
                self.runs.append((text, ADDED))
            elif text != text.strip():  # what is left out may part words all the same
                self.runs += [(" ", ADDED), ("", BREAK)]
            return
        if kind.classes[:1] == ("n",) and self.mark and self.mark.strip() == (element.text or "").strip():
            return  # the number of an item, which has been set before it
        if kind.classes == ("ln",) and not self.mark and not any(text.strip() for text, _ in self.runs):
            # The number of a line stands before it.
            self.mark = "".join(map(str, element.itertext())).strip() + " "
            return
        if kind.classes == ("ln",) and self.runs and self.runs[-1][0].endswith(_WITHIN_WORD):
            # Within a word it stands off from the rest of it.
            self.runs.append(("".join(map(str, element.itertext())).strip() + _PARTED, ADDED))
            return
        if inner.stream != place.stream and inner.stream:
            self.runs.append(("", inner.stream))
        if kind.left_empty and "data-added" in told:
            self.runs.append(("", BREAK))
        apart = "data-apart" in told
        if apart:
            self.runs.append(("", APART))
        if told.get("role") == "doc-backlink":
            return
        opening, closing = self.signs(element, kind, told)
        start = len(self.runs)
        if opening:
            self.runs.append((opening, ADDED))
        if is_raised_number(element, kind, "".join(text for text, _ in self.runs[-2:])):
            self.runs.append(("^", ADDED))
        if kind.picture:
            self.runs.append((self.labels.get(told.get("src", ""), ""), ADDED))
            self.say(element.text, inner)
        else:
            self.among(element, inner)
        self.close(opening, closing, start)
        if apart:
            self.runs.append(("", APART))

    def among(self, element: etree._Element, place: Place) -> None:
        """What a phrase holds."""
        self.say(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                its, says = judged(child)
                if its.block and says.get("data-inline") != "glued":
                    parts = "data-inline" not in says
                    self.flush(place, parts=parts)
                    self.block(child, its, says, self.place_of(its, place))
                    self.flush(place, parts=parts)
                elif its.simple and SPEAKING.isdisjoint(says):
                    self.among(child, place)
                else:
                    self.phrase(child, its, says, place)
            tail = child.tail
            if tail:
                self.say(tail, place)

    def formula(self, element: etree._Element, place: Place) -> None:
        """What is set above, below or under a root, in a line without white space of the file."""
        self.joined(element.text, place)
        for part in in_line(element):
            if isinstance(part, str):
                self.runs.append((part.replace(" ", _PARTED), ADDED))
            else:
                self.phrase(part, *judged(part), place)
                self.joined(part.tail, place)

    def joined(self, text: str | None, place: Place) -> None:
        if text and text.isspace():
            self.runs.append((JOINED, place.stream))
        else:
            self.say(text, place)

    def signs(self, element: etree._Element, kind: Kind, told: Told) -> tuple[str, str]:
        """What stands round an element where style would tell it apart."""
        if told.get("role") == "doc-noteref":
            said = "".join(map(str, element.itertext())).lstrip()
            return ("", "") if said[:1] == "[" else ("[", "]")
        if kind.signed:
            self.peculiar = self.peculiar or "stage" not in kind.classes
            return signs(element, kind, edits=self.with_signs, stages=not self.bare)
        return "", ""

    def speaker(self, element: etree._Element, place: Place, *, close: bool) -> None:
        """Who speaks, and how, in one line."""
        for position, child in enumerate(element):
            if position:
                self.runs += [("" if close else " ", ADDED), ("", BREAK)]
            self.phrase(child, *judged(child), place)

    def row(self, element: etree._Element, place: Place) -> None:
        for position, cell in enumerate(element):
            if position:
                self.runs += [(" ", ADDED), ("", BREAK)] if self.bare else [(" | ", ADDED)]
            self.phrase(cell, *judged(cell), place)
        self.flush(place._replace(kind="row"))


def _is_kept(line: etree._Element) -> bool:
    """Whether every reading keeps the end of a line within a word, with a hyphen: an inscription's."""
    before = line.getprevious()
    return before is not None and before.get("class") == "hyphen"


def _entered(kind: Kind, told: Told, place: Place) -> Place:
    """What holds within an element that stands in *place*."""
    # A sign within a formula has a class alone: MathML has no such attribute.
    added = "data-added" in told or kind.classes == ("added",)
    stream = ADDED if added else told.get("data-aside") or place.stream
    if stream != place.stream:
        place = place._replace(stream=stream)
    return place._replace(verbatim=True) if kind.name == "pre" else place


def lay_out(
    content: Sequence[etree._Element],
    width: int,
    shape: Shape = Shape.READING,
    reading: Reading = Reading.EDITED,
    labels: Mapping[str, str] | None = None,
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
        hyphens=shape is Shape.DIPLOMATIC,
        with_signs=reading is Reading.DIPLOMATIC,
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


def _space(parted: re.Match[str]) -> str:
    return " " if parted[1] is None else parted[1]  # none ends a line


def as_text(pieces: Iterable[Piece]) -> str:
    """What is written of *pieces*, once their words have been compared."""
    text = "".join(text for text, _ in pieces).replace(_WITHIN_WORD, "\n").replace(JOINED, "")
    return _ROUND_PARTED.sub(_space, text) if _PARTED in text else text
