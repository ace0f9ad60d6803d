"""The layout of plain text: XHTML in lines, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from rubricator.publication.format import Shape
from rubricator.publication.words import ADDED, APART, BREAK, MAIN, XHTML_BLOCKS
from rubricator.publication.wrapping import Piece, Place, columns, lines
from rubricator.publication.xhtml import XHTML
from rubricator.tei import Reading, local_name

_BLOCKS = XHTML_BLOCKS - {"td", "th"}
_CLOSE = {
    **dict.fromkeys(("li",), "item"),
    **dict.fromkeys(("dt", "dd"), "term"),
    **dict.fromkeys(("tr", "caption", "tbody"), "row"),
    **dict.fromkeys(("addrLine", "street", "postCode", "postBox"), "address"),
    **{name: name for name in ("l", "line", "datum", "sense", "castItem")},
}
"""Elements and classes of blocks that follow one another without a blank line, by their kind."""
_LEADING = frozenset(("speaker", "surface-label"))
"""Classes of blocks that what they are about follows at once."""
_WITHIN_WORD = "\x00"
"""The end of a line of the source within a word, until words are compared; XML has no such character."""
_JOINED = "\x1c"
"""White space that parts tokens of the file and not of the text, until the words have been compared."""
_PARTED = "\x01"
"""A space between what touches in the file, until the words have been compared."""
_UNSEEN = frozenset(("script", "style", "head", "details"))
"""What a page shows only to those who ask for it, or not at all."""
_FOR_EYES = frozenset(("facs", "aloud", "column-label", "zone-box", "zone-link", "hyphen"))
"""The classes of what goes with images, columns and ends of lines, and says what is seen on a page."""
_PICTURES = frozenset(("img", "audio", "video"))
_QUOTED = frozenset(("q", "quote", "said", "soCalled"))
_SIGNS = {"add": ("⸌", "⸍"), "del": ("⟦", "⟧")}
_BRACKETED = re.compile(r"\s*[(\[{⟨〈（［【〔]")
_LEFT_EMPTY = frozenset(("space", "vacat"))
"""The classes of room that a writer left: the words on either side are two."""
_SPACES = re.compile(r"[ \t\r\n]+")  # a no-break space stays what it is


@dataclass
class _Layout:
    """Blocks as they are met, each a list of pieces, then lines."""

    width: int
    shape: Shape = Shape.READING
    with_signs: bool = False
    """Whether what was added or deleted stands between signs."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What stands for images and recordings, by their addresses."""
    out: list[Piece] = field(default_factory=list)
    runs: list[Piece] = field(default_factory=list)
    last: Place = field(default_factory=lambda: Place())
    mark: str = ""
    """What stands before the next line in place of the end of its indent: a bullet, a number."""
    parted: bool = True
    """Whether a boundary of blocks lies between what was written last and what comes next."""
    space: str = ADDED
    """The stream of the white space that does, if there is any."""

    def block(self, element: etree._Element, place: Place) -> None:
        name = local_name(element)
        if name in _UNSEEN or element.get("class") in _FOR_EYES or _is_formework(element):
            return
        inner = self.enter(element, place)
        if self.bare and inner.stream != MAIN:
            return
        if name == "hr":
            self.flush(place)
            self.runs.append(("* * *", ADDED))
            self.flush(place._replace(indent=place.indent + "    "))
            return
        if name == "tr":
            self.row(element, inner)
            return
        if inner.stream != place.stream and inner.stream:
            self.runs.append(("", inner.stream))
        opening, closing = self.signs(element)
        start = len(self.runs)
        if opening:
            self.runs.append((opening, ADDED))
        self.say(element.text, inner)
        number = 0
        for child in element:
            if isinstance(child.tag, str):
                if self.stands_alone(child):
                    if local_name(child) == "li":
                        number += 1
                    self.apart(child, inner, _mark(element, number) if local_name(child) == "li" else None)
                else:
                    self.phrase(child, inner)
            self.say(child.tail, inner)
        if closing:
            self.runs.append((closing, ADDED))
            self.runs[start:] = _tightened(self.runs[start:])
        if inner.verbatim:
            self.flush(inner)

    def apart(self, child: etree._Element, place: Place, mark: str | None = None) -> None:
        """A block of its own in *place*; what is set aside parts no words of what it stands in."""
        parts = child.get("data-inline") is None and child.get("data-aside") is None
        self.flush(place, parts=parts)
        if mark is not None:
            self.mark = mark
        place_of_child = self.place_of(child, place)
        self.block(child, place_of_child)
        self.flush(place_of_child, parts=parts)

    @staticmethod
    def stands_alone(child: etree._Element) -> bool:
        return local_name(child) in _BLOCKS and child.get("data-inline") != "glued"

    @property
    def bare(self) -> bool:
        """Whether only the main text is wanted, a paragraph a line."""
        return self.shape is Shape.PARAGRAPHS

    def enter(self, element: etree._Element, place: Place) -> Place:
        if element.get("data-added") is not None:
            place = place._replace(stream=ADDED)
        elif element.get("data-aside"):
            place = place._replace(stream=str(element.get("data-aside")))
        if local_name(element) == "pre":
            place = place._replace(verbatim=True)
        return place

    def place_of(self, child: etree._Element, place: Place) -> Place:
        name, classes = local_name(child), (child.get("class") or "").split()
        place = place._replace(
            kind=_CLOSE.get(name) or next((_CLOSE[one] for one in classes if one in _CLOSE), ""),
            leads=not _LEADING.isdisjoint(classes),
            hang="    " * bool({"l", "field"} & set(classes)),
        )
        if "part-M" in classes or "part-F" in classes:
            return place._replace(indent=" " * min(self.column() + 1, 40))
        if name == "li":
            return place._replace(indent=place.indent + " " * len(self.mark))
        if name in ("blockquote", "dd", "table") or "lg" in classes:
            return place._replace(indent=place.indent + "    ")
        return place

    def column(self) -> int:
        """Where the last line ended."""
        line: list[str] = []
        for text, _ in reversed(self.out):
            line.append(text.rpartition("\n")[2])
            if "\n" in text:
                break
        return columns("".join(line))

    def phrase(self, element: etree._Element, place: Place) -> None:
        name = local_name(element)
        if name == "br":
            if element.get("data-break") != "no":
                # An end of line parts words, as white space does.
                self.runs += [(" ", ADDED), ("", BREAK)] if self.bare else [("\n", ADDED)]
            elif self.shape is Shape.DIPLOMATIC:
                hyphened = "".join(text for text, _ in self.runs[-3:]).endswith(tuple("-‐¬⸗=\u00ad"))
                self.runs.append((_WITHIN_WORD if hyphened else f"-{_WITHIN_WORD}", ADDED))
            return
        given = element.get("class") or ""
        if name in _UNSEEN or given in _FOR_EYES or _is_formework(element):
            return
        if given == "joined":
            self.runs.append((_JOINED, place.stream))
            return
        classes = given.split()
        if "parted" in classes:
            self.runs.append((_PARTED, ADDED))
        inner = self.enter(element, place)
        if self.bare and inner.stream != MAIN:
            text = "".join(map(str, element.itertext()))
            if _is_quotation_mark(element):
                self.runs.append((text, ADDED))
            elif text != text.strip():  # what is left out may part words all the same
                self.runs += [(" ", ADDED), ("", BREAK)]
            return
        if given == "ln" and not self.mark and not any(text.strip() for text, _ in self.runs):
            # The number of a line stands before it.
            self.mark = "".join(map(str, element.itertext())).strip() + " "
            return
        if inner.stream != place.stream and inner.stream:
            self.runs.append(("", inner.stream))
        if not _LEFT_EMPTY.isdisjoint(classes):
            self.runs.append(("", BREAK))
        apart = element.get("data-apart") is not None
        if apart:
            self.runs.append(("", APART))
        if element.get("role") == "doc-backlink":
            return
        opening, closing = self.signs(element)
        start = len(self.runs)
        if opening:
            self.runs.append((opening, ADDED))
        if name in _PICTURES:
            self.runs.append((self.labels.get(element.get("src", ""), ""), ADDED))
        self.say(element.text, inner)
        for child in element if name not in _PICTURES else ():
            if isinstance(child.tag, str):
                if self.stands_alone(child):
                    parts = child.get("data-inline") is None
                    self.flush(inner, parts=parts)
                    self.block(child, self.place_of(child, inner))
                    self.flush(inner, parts=parts)
                else:
                    self.phrase(child, inner)
            self.say(child.tail, inner)
        if closing:
            self.runs.append((closing, ADDED))
            self.runs[start:] = _tightened(self.runs[start:])
        if apart:
            self.runs.append(("", APART))

    def signs(self, element: etree._Element) -> tuple[str, str]:
        """What stands round an element where style would tell it apart."""
        name, classes = local_name(element), (element.get("class") or "").split()
        if element.get("role") == "doc-noteref":
            return "[", "]"
        if name == "code" and "named" in classes:
            return "‹", "›"
        if self.with_signs and classes and classes[0] in _SIGNS:
            # An edition of an inscription has signs of its own.
            marked = len(element) > 0 and not element.text and element[0].get("class") == "mark"
            return _SIGNS[classes[0]] if name in ("ins", "del", "div") and not marked else ("", "")
        if "stage" in classes and not self.bare and _is_in_speech(element):
            # What is not spoken is told from what is, unless it has brackets of its own.
            said = "".join(map(str, element.itertext()))
            return ("(", ")") if said.strip() and not _BRACKETED.match(said) else ("", "")
        return "", ""

    def say(self, text: str | None, place: Place) -> None:
        if text:
            if not place.verbatim and ("\n" in text or "  " in text or "\t" in text or "\r" in text):
                text = _SPACES.sub(" ", text)
            self.runs.append((text, place.stream))

    def row(self, element: etree._Element, place: Place) -> None:
        for position, cell in enumerate(element):
            if position:
                self.runs += [(" ", ADDED), ("", BREAK)] if self.bare else [(" | ", ADDED)]
            self.phrase(cell, place)
        self.flush(place._replace(kind="row"))

    def flush(self, place: Place, *, parts: bool = True) -> None:
        """Write what has gathered as one block of lines; *parts*: the text has a boundary of blocks here."""
        runs, self.runs = self.runs, []
        written = [run for run in runs if run[0]]
        if any(text.strip() for text, _ in written):
            self.space = self.space or _space(written[0], 0)
            self.write(runs, place)
            self.parted, self.space = False, _space(written[-1], -1)
        else:
            self.runs = [run for run in runs if not run[0]]  # the entry of an aside is still to come
            self.space = self.space or next((_space(run, 0) for run in written), ADDED)
        self.parted = self.parted or parts

    def write(self, runs: list[Piece], place: Place) -> None:
        if self.bare:
            place = Place()
            self.mark = ""
        if self.out:
            close = self.bare or self.last.leads or (place.kind and place.kind == self.last.kind)
            self.out.append(("\n" if close else "\n\n", BREAK if self.parted else self.space))
        only_label = place.kind == "datum" and "".join(text for text, _ in runs).rstrip().endswith(":")
        self.last = place._replace(leads=True) if only_label else place
        self.out.extend(lines(runs, place, self.width, self.mark))
        self.mark = ""


def _space(run: Piece, at: int) -> str:
    """The stream of the white space at one end of *run*; what is added parts words there."""
    text, stream = run
    return (stream or BREAK) if text[at].isspace() else ADDED


def _is_formework(element: etree._Element) -> bool:
    """Whether it is a running head or the like in the middle of the text; they are listed after it."""
    return element.get("data-aside") == "fw" and local_name(element) != "li"


def _tightened(runs: list[Piece]) -> list[Piece]:
    """What stands between two signs, the white space at its edges outside of them."""
    if len(runs) < 3:
        return runs
    (opening, *inner, closing) = runs
    first, last = inner[0], inner[-1]
    before = first[0][: len(first[0]) - len(first[0].lstrip())]
    inner[0] = (first[0][len(before) :], first[1])
    after = inner[-1][0][len(inner[-1][0].rstrip()) :]
    inner[-1] = (inner[-1][0][: len(inner[-1][0]) - len(after)], last[1])
    return [
        *([(before, first[1])] if before else []),
        opening,
        *inner,
        closing,
        *([(after, last[1])] if after else []),
    ]


def _is_in_speech(element: etree._Element) -> bool:
    return any("sp" in (above.get("class") or "").split() for above in element.iterancestors())


def _is_quotation_mark(element: etree._Element) -> bool:
    parent = element.getparent()
    classes = (parent.get("class") or "").split() if parent is not None else []
    return element.get("class") == "mark" and not _QUOTED.isdisjoint(classes)


def letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def lay_out(
    content: Sequence[etree._Element],
    width: int,
    shape: Shape = Shape.READING,
    reading: Reading = Reading.EDITED,
    labels: Mapping[str, str] | None = None,
) -> list[Piece]:
    """The text of XHTML in lines of *width* columns; 0 leaves them as long as they are.

    The diplomatic shape keeps the lines of a source whose lines are known, and adds none. *labels* stand for
    what is shown or played.
    """
    breaks = (next(one.iter(f"{XHTML}br"), None) for one in content)
    known = shape is Shape.DIPLOMATIC and any(one is not None for one in breaks)
    bare = shape is Shape.PARAGRAPHS
    layout = _Layout(0 if known or bare else width, shape, reading is Reading.DIPLOMATIC, labels or {})
    place = Place()
    for element in content:
        if layout.stands_alone(element):
            layout.apart(element, place)
        else:
            layout.phrase(element, place)
    layout.flush(place)
    return [*layout.out, ("\n", ADDED)]


def as_text(pieces: Iterable[Piece]) -> str:
    """What is written of *pieces*, once their words have been compared."""
    text = "".join(text for text, _ in pieces)
    return text.replace(_WITHIN_WORD, "\n").replace(_JOINED, "").replace(_PARTED, " ")


def _mark(items: etree._Element, number: int) -> str:
    """The bullet or the number of an item."""
    kind = (items.get("class") or "").split()
    if local_name(items) == "ol":
        return f"[{letters(number) if 'letters' in kind else '*' * ('starred' in kind) + str(number)}] "
    return "" if "plain" in kind else "- "
