"""Lines, dots and words of a drawing, as SVG that takes its colours from the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lxml import etree

from rubricator.publication.xhtml import XHTML, found

_name = found("h:span[@class='entry']")
_mentions = found("h:span[@class='mentions']//h:a")
WIDTH = 480
"""All drawings are as wide as this, in units of which twelve are the height of their letters."""
LETTERS = 12


@dataclass(frozen=True)
class Drawing:
    """What is drawn, and how high it is."""

    height: float
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """A rectangle that something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have room in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def lies_in(self, other: Box) -> bool:
        """Whether all of it is within *other*."""
        across = self.left >= other.left and self.right <= other.right
        return across and self.top >= other.top and self.bottom <= other.bottom


def figure(drawing: Drawing, kind: str, wording: Mapping[str, str]) -> str:
    """The drawing with what it shows, for those who see it and for those who do not."""
    label, about = escape(wording[kind]), escape(wording[f"{kind}-about"], quote=False)
    return (
        f'<figure class="drawing {kind}">'
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}"'
        f' viewBox="0 0 {WIDTH} {number(drawing.height)}">{"".join(drawing.marks)}</svg>'
        f"<figcaption>{about}</figcaption></figure>"
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line."""
    return f'<path class="{kind}" d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def dot(x: float, y: float, radius: float, kind: str, title: str) -> str:
    """A dot that says what it is."""
    return (
        f'<circle class="{kind}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}">'
        f"<title>{escape(title, quote=False)}</title></circle>"
    )


def words(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    """Words on a line; *y* is where the letters stand."""
    given = f' class="{kind}"' if kind else ""
    end = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text{given} x="{number(x)}" y="{number(y)}"{end}>{escape(text, quote=False)}</text>'


def breadth(text: str) -> float:
    """About how wide words are in a sans serif, whichever it is; rather too wide than too narrow."""
    wide = sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.6 for char in text)
    return wide * LETTERS


def cut(text: str, room: float) -> str:
    """*text*, shortened where it is wider than *room*."""
    if breadth(text) <= room:
        return text
    while text and breadth(text) + LETTERS > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def number(value: float) -> str:
    """A number with as few digits as will do, the same on every machine."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def entries(section: etree._Element) -> list[etree._Element]:
    """The entries of a part of the index."""
    return section.findall(f"{XHTML}ul/{XHTML}li")


def heading(entry: etree._Element) -> str:
    """The name of an entry."""
    return next((" ".join("".join(map(str, name.itertext())).split()) for name in _name(entry)), "")


def mentions(entry: etree._Element) -> list[str]:
    """The ids of the places in the text that an entry leads to."""
    return [link.get("href", "").removeprefix("#") for link in _mentions(entry)]
