"""Holdings: what there is on a page of a book that must be changed, counted or listed, found in one walk."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from rubricator.publication.xhtml import XHTML

IMAGE, SOUND, FILM, TABLE = (f"{XHTML}{name}" for name in ("img", "audio", "video", "table"))
MATH = "{http://www.w3.org/1998/Math/MathML}math"
_LINK = f"{XHTML}a"
_SHOWN = frozenset((IMAGE, SOUND, FILM, TABLE, MATH))
_HEADINGS = frozenset(f"{XHTML}h{level}" for level in range(1, 7))
_HOLDERS = tuple(f"{XHTML}{name}" for name in ("li", "table", "aside"))
"""What may have a heading of its own, which is none of the text's."""

_SAID = frozenset(("id", "href", "role", "lang", "data-added"))
"""The attributes that it is known by."""


@dataclass
class Holdings:
    """The elements on a page by what they are and what their attributes say, each kind in document order."""

    ids: list[str] = field(default_factory=list)
    links: list[tuple[etree._Element, str]] = field(default_factory=list)
    """What leads to an id, and where it leads."""
    added: list[etree._Element] = field(default_factory=list)
    in_language: list[tuple[etree._Element, str]] = field(default_factory=list)
    with_role: list[tuple[etree._Element, str]] = field(default_factory=list)
    headings: list[etree._Element] = field(default_factory=list)
    shown: list[etree._Element] = field(default_factory=list)
    """Images, recordings, tables and formulas."""

    @classmethod
    def of(cls, body: etree._Element) -> Holdings:
        """What is on the page with that *body*."""
        holdings = cls()
        for element in body.iterdescendants(etree.Element):
            tag = str(element.tag)
            if tag in _HEADINGS:
                if next(element.iterancestors(*_HOLDERS), None) is None:
                    holdings.headings.append(element)
            elif tag in _SHOWN:
                holdings.shown.append(element)
            for name, value in element.items():
                if name not in _SAID:
                    continue
                if name == "id":
                    holdings.ids.append(str(value))
                elif name == "href":
                    if tag == _LINK and value[:1] == "#":
                        holdings.links.append((element, str(value)))
                elif tag.startswith(XHTML):
                    if name == "role":
                        holdings.with_role.append((element, str(value)))
                    elif name == "lang":
                        holdings.in_language.append((element, str(value)))
                    else:
                        holdings.added.append(element)
        return holdings
