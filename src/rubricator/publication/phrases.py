"""The phrases of a plain text: what stands in a line of it, with the signs that say what style would."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from rubricator.publication.formulae import in_line
from rubricator.publication.kinds import (
    DIRECTIONS,
    SPEAKING,
    Kind,
    Told,
    is_formework,
    is_quotation_mark,
    is_raised_number,
    judged,
    numbered,
    signs,
    width,
)
from rubricator.publication.pieces import (
    ADDED,
    APART,
    BREAK,
    ENDED,
    JOINED,
    PARTED,
    SET_IN,
    UNWRITTEN,
    WITHIN_WORD,
    Place,
)
from rubricator.publication.running import is_within_word, runs_on
from rubricator.publication.sheet import Sheet
from rubricator.publication.streams import MAIN
from rubricator.publication.xhtml import XHTML

_END_OF_LINE = f"{XHTML}br"


@dataclass
class Phrases(Sheet, ABC):
    """A sheet, what is known of what is set on it, and how its lines are filled."""

    runs_on: bool = False
    """Whether paragraphs run on over the ends of the source's lines."""
    hyphens: bool = False
    """Whether words go on over the ends of the source's lines."""
    with_signs: bool = False
    """Whether what was added or deleted stands between signs."""
    page: str = "p."
    """The reader's word for a page, short."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What stands for images and recordings, by their addresses."""
    peculiar: bool = False
    """Whether what was last set hangs on the reading."""

    @abstractmethod
    def block_within(self, child: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        """Set a block that stands within a phrase."""

    def phrase(self, element: etree._Element, kind: Kind, told: Told, place: Place) -> None:
        if kind.simple and SPEAKING.isdisjoint(told):
            self.among(element, place)
            return
        if kind.name == "br":
            self.end_of_line(element, told, place)
            return
        if kind.unseen or is_formework(kind, told):
            return
        if kind.classes == ("joined",):
            self.runs.append((JOINED, place.stream))
            return
        if kind.classes == ("eol",) and self.runs_over(element.getnext()):
            self.runs.append(("", UNWRITTEN + "".join(map(str, element.itertext()))))
            return
        if kind.formula:
            self.formula(element, place)
            return
        if kind.parted:
            self.runs.append((PARTED, ADDED))
        inner = entered(kind, told, place)
        if self.bare and inner.stream != MAIN:
            text = "".join(map(str, element.itertext()))
            if is_quotation_mark(element):
                self.runs.append((text, ADDED))
            elif text != text.strip():  # what is left out may part words all the same
                self.runs += [(" ", ADDED), ("", BREAK)]
            return
        if kind.classes[:1] == ("n",) and self.mark and self.mark.strip() == (element.text or "").strip():
            return  # the number of an item, which has been set before it
        if kind.classes == ("ln",) and self.number_of_line(element):
            return
        self.begin(told, inner)
        if kind.left_empty and "data-added" in told:
            self.runs.append(("", BREAK))
            wide = 0 if self.bare else width(told)
            if wide > 1:
                self.runs.append((SET_IN * (wide - 1), ADDED))
        apart = "data-apart" in told
        if apart:
            self.runs.append(("", APART))
        if told.get("role") == "doc-backlink":
            return
        if kind.numbering and inner.stream == ADDED:
            self.runs.append((numbered(element, kind, told, self.page), ADDED))
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
        self.end(told, inner, place)

    def begin(self, told: Told, inner: Place) -> None:
        """Begin an aside, if the element is one; *inner*: the place within it."""
        if inner.stream and told.get("data-aside"):
            self.runs.append(("", inner.stream))

    def end(self, told: Told, inner: Place, place: Place) -> None:
        """End an aside that stands within another, which goes on."""
        if place.stream != MAIN and inner.stream and told.get("data-aside"):
            self.runs.append(("", ENDED + inner.stream))

    def end_of_line(self, element: etree._Element, told: Told, place: Place) -> None:
        """The end of a line of the source."""
        if self.runs_over(element):
            if not is_within_word(element):
                self.runs.append(("", APART))
            return
        if self.bare and told.get("data-break") == "none":
            return  # in Chinese or Japanese
        if place.stream[:3] == "rdg":  # an entry of an apparatus goes on
            parts = told.get("data-break") != "no"
            kept = () if self.runs_on else ((" | " if parts else "|", ADDED),)
            self.runs += [*kept, *([(" ", ADDED), ("", BREAK)] if parts else ())]
            return
        if told.get("data-break") != "no":
            # An end of line parts words, as white space does.
            self.runs += [(" ", ADDED), ("", BREAK)] if self.bare else [("\n", ADDED)]
        elif self.hyphens or self.runs_on or (not self.bare and _is_kept(element)):
            hyphened = "".join(text for text, _ in self.runs[-3:]).endswith(tuple("-‐¬⸗=\u00ad"))
            further = WITHIN_WORD + SET_IN * len(place.indent + place.hang)
            self.runs.append((further if hyphened else f"-{further}", ADDED))

    def runs_over(self, end: etree._Element | None) -> bool:
        """Whether *end* is the end of a line that is not kept."""
        return (
            self.runs_on
            and end is not None
            and end.tag == _END_OF_LINE
            and (end.get("class") or "").split()[:1] == ["lb"]
            and (self.bare or runs_on(end))
        )

    def number_of_line(self, element: etree._Element) -> bool:
        """Set the number before its line, or off from the rest of a word; or say that it stands elsewhere.

        A line of the source that is not kept has none.
        """
        before = element.getprevious()
        if before is not None and before.get("class") == "anchor":
            before = before.getprevious()
        if self.runs_over(before):
            return True
        number = "".join(map(str, element.itertext())).strip()
        if not self.mark and not any(text.strip() for text, _ in self.runs):
            self.mark = f"{number} "
            return True
        if self.runs and self.runs[-1][0].rstrip(SET_IN).endswith(WITHIN_WORD):
            self.runs.append((number + PARTED, ADDED))
            return True
        return False

    def among(self, element: etree._Element, place: Place) -> None:
        """What a phrase holds."""
        self.say(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                its, says = judged(child)
                if its.block and says.get("data-inline") != "glued":
                    self.block_within(child, its, says, place)
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
                self.runs.append((part.replace(" ", PARTED), ADDED))
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
            self.peculiar = self.peculiar or DIRECTIONS.isdisjoint(kind.classes)
            return signs(element, kind, edits=self.with_signs, stages=not self.bare)
        return "", ""

    def speaker(self, element: etree._Element, place: Place, *, close: bool) -> None:
        """Who speaks, and how, in one line."""
        for position, child in enumerate(element):
            if position:
                self.runs += [("" if close else " ", ADDED), ("", BREAK)]
            self.phrase(child, *judged(child), place)


def _is_kept(line: etree._Element) -> bool:
    """Whether every reading keeps the end of a line within a word, with a hyphen: an inscription's."""
    before = line.getprevious()
    return before is not None and before.get("class") == "hyphen"


def entered(kind: Kind, told: Told, place: Place) -> Place:
    """What holds within an element that stands in *place*."""
    # A sign within a formula has a class alone: MathML has no such attribute.
    added = "data-added" in told or kind.classes == ("added",)
    stream = ADDED if added else told.get("data-aside") or place.stream
    if stream != place.stream:
        place = place._replace(stream=stream)
    return place._replace(verbatim=True) if kind.name == "pre" else place
