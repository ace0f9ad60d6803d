"""The setting: a document set once by the rules, as the page in all its readings.

Text and book are taken from it. A reading is taken by leaving out what is marked for others; where that
would leave numbers with gaps, or links to what has gone, the rules set that reading by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from urllib.parse import quote

from lxml import etree

from rubricator.publication.epub.cover import for_cover
from rubricator.publication.format import Context
from rubricator.publication.images import for_rules
from rubricator.publication.media import for_books
from rubricator.publication.memory import LARGE
from rubricator.publication.metadata import Metadata, variant
from rubricator.publication.parts import Parts
from rubricator.publication.xhtml import XHTML, found, removed, unwrapped
from rubricator.stylesheet import Outcome, Parameter, Rules, Tree
from rubricator.tei import Reading

CHROME = frozenset(("title", "contents", "invalid"))
"""The classes of what the page shows before the text."""
LISTS = ("notes", "apparatus", "sources", "parallels", "witnesses", "corrections")
"""The classes of what follows the text and belongs to it."""
_MODE = "Q{urn:rubricator:modes}set"
_BEGINNING, _END = "<html", "</html>"
_limited = found("descendant::*[@data-reading]")
_leading = found(".//h:a[starts-with(@href, '#')]")
_identified = found("descendant-or-self::*[@id]")
_numbered = found("h:section/h:ol/h:li[@data-reading]")
_LIMITS = ("data-reading", "hidden")
_OF_A_WRAPPER = frozenset((*_LIMITS, "data-inline"))
_BLOCKS = tuple(f"{XHTML}{name}" for name in ("p", "div", "ul", "ol", "section"))
_WRAPPERS = frozenset((f"{XHTML}div", f"{XHTML}span"))


@dataclass(frozen=True)
class Alike:
    """The blocks of a text that are the same in all its readings, and what has become of them in one."""

    numbers: Mapping[etree._Element, int]
    """For each block in the setting at hand, which it is."""
    known: dict[Any, Any]
    """What was made of them, shared by all readings; see layout.py."""

    @classmethod
    def of(cls, main: etree._Element) -> Alike:
        """The blocks of *main*, in which several readings may stand."""
        differing: set[etree._Element] = set()
        for element in _limited(main):
            above: etree._Element | None = element
            while above is not None and above not in differing:
                differing.add(above)
                above = above.getparent()
        blocks = enumerate(main.iter(*_BLOCKS))
        return cls({block: number for number, block in blocks if block not in differing}, {})

    def copied(self, main: etree._Element, copy: etree._Element) -> Alike:
        """The same blocks in a *copy* of *main*."""
        pairs = zip(main.iter(*_BLOCKS), copy.iter(*_BLOCKS), strict=True)
        numbers = self.numbers
        return Alike({same: numbers[block] for block, same in pairs if block in numbers}, self.known)


@dataclass(frozen=True, eq=False)
class Setting:
    """What the rules made of a document: the page's markup, and the parts that only text and book have."""

    page: bytes
    parts: etree._Element
    messages: tuple[str, ...]
    readings: tuple[Reading, ...]
    wanted: frozenset[str]
    """The formats that it has everything for."""
    passing: bool = False
    """Whether nobody else has it: who asked for it may change it."""

    @classmethod
    def of(cls, made: Outcome, readings: tuple[Reading, ...], wanted: frozenset[str]) -> Setting:
        """The setting that a run of the rules has *made*."""
        text = made.text
        start, end = text.index(_BEGINNING), text.rindex(_END) + len(_END)
        parts = etree.fromstring(text[end : text.rindex("</")].encode())
        page = f"<!DOCTYPE html>{text[start:end]}".encode()
        return cls(page, parts, made.messages, readings, wanted)

    @cached_property
    def root(self) -> etree._Element:
        """The page as a tree, which nobody changes."""
        return etree.fromstring(self.page, etree.XMLParser(huge_tree=True))

    @cached_property
    def main(self) -> etree._Element:
        """The text and what follows it."""
        return next(self.root.iter(f"{XHTML}main"))

    @cached_property
    def differs(self) -> bool:
        """Whether the text of one reading is not that of every other."""
        return bool((b"data-reading" in self.page and _limited(self.main)) or _limited(self.parts))

    @cached_property
    def alike(self) -> Alike:
        """What of the text is the same in every reading."""
        return Alike.of(self.main)

    def taken(self, reading: Reading, name: str) -> Setting | None:
        """The setting of *reading* alone for the format *name*; nothing, if it cannot be had from this one.

        The book, which changes it, comes last; of a large document it is taken anew, to save memory.
        """
        if not self.differs:
            return self
        taken = self._taken.pop(reading, None) or self._alone(reading)
        kept = name != "epub" and "epub" in self.wanted and len(self.page) < LARGE
        if taken and kept:
            self._taken[reading] = taken
        return taken

    @cached_property
    def _taken(self) -> dict[Reading, Setting]:
        return {}

    def _alone(self, reading: Reading) -> Setting | None:
        if any(reading not in _readings(item) for item in _numbered(self.main)):
            return None  # its numbers would have gaps
        main, parts = copy(self.main), copy(self.parts)
        alike = self.alike.copied(self.main, main)
        lost = _leave_out(main, reading) | _leave_out(parts, reading)
        if lost and any(link.get("href", "")[1:] in lost for link in _leading(main)):
            return None
        made = Setting(b"", parts, self.messages, (reading,), self.wanted, passing=True)
        made.__dict__.update(main=main, alike=alike)
        return made


def _readings(element: etree._Element) -> list[str]:
    return element.get("data-reading", "").split()


def _leave_out(tree: etree._Element, reading: Reading) -> set[str]:
    """Leave in *tree* only what *reading* shows; the ids that have gone with all else."""
    lost: set[str] = set()
    for element in _limited(tree):
        if reading not in _readings(element):
            lost.update(one.get("id", "") for one in _identified(element))
            removed(element)
        elif element.tag in _WRAPPERS and _OF_A_WRAPPER.issuperset(element.keys()):
            unwrapped(element)
        else:
            for name in _LIMITS:
                element.attrib.pop(name, "")
    return lost


def setting(
    context: Context, stylesheet: Rules, name: str, readings: tuple[Reading, ...] | None = None
) -> Setting:
    """The document of *context* set for the format *name*, in the readings that are published or in others.

    What the formats that share a stylesheet need is set in one run.
    """
    parts = Parts.of(context)
    readings = readings or context.publication.readings
    wanted = _together(context, name)
    key = stylesheet, readings, "epub" in wanted
    known: Setting | None = parts.settings.get(key)
    if known and name in known.wanted:
        return known
    made = stylesheet.report(parts.tree, _parameters(context, parts, readings, wanted), mode=_MODE)
    parts.settings[key] = result = Setting.of(made, readings, wanted)
    return result


def _together(context: Context, name: str) -> frozenset[str]:
    """The formats that are set in one run with the format *name*.

    A book cannot hold every recording that a page has beside it; then it is set by itself.
    """
    wanted = context.together.get(name, frozenset((name,)))
    if len(for_books(context.images)) < len(context.images):
        return frozenset(("epub",)) if name == "epub" else wanted - {"epub"}
    return wanted


def in_reading(context: Context, stylesheet: Rules, name: str, reading: Reading) -> Setting:
    """The document of *context* set for the format *name* in *reading* alone."""
    if reading in context.publication.readings:
        taken = setting(context, stylesheet, name).taken(reading, name)
        if taken:
            return taken
    return setting(context, stylesheet, name, (reading,))


def directory(context: Context) -> str:
    """Where the images of the page lie."""
    return f"{quote(context.name)}.images"


def _parameters(
    context: Context, parts: Parts, readings: tuple[Reading, ...], wanted: Iterable[str]
) -> dict[str, Parameter]:
    page = context.publication.page
    images = for_books(context.images) if "epub" in wanted else context.images
    parameters: dict[str, Parameter] = {
        **parts.parameters,
        "reading": tuple(reading.value for reading in readings),
        "wanted": tuple(sorted(wanted)),
        "images": for_rules(images, directory(context)),
        "links": _other_pages(context),
        "show": tuple(one.name for one in fields(page) if getattr(page, one.name)),
    }
    if "epub" in wanted:
        parameters["books"] = _books(context, parts, readings)
        parameters |= for_cover(context.publication.cover)
    return parameters


def _books(context: Context, parts: Parts, readings: tuple[Reading, ...]) -> Tree | None:
    """What books say of themselves that say something else than the publication does."""
    others = [reading for reading in readings if reading is not context.publication.readings[0]]
    if not others:
        return None
    root = etree.Element("books")
    for reading in others:
        book = etree.SubElement(root, "book", reading=reading.value)
        book.append(metadata_of(context, parts, reading).as_xml())
    return Tree(root, "books")


def metadata_of(context: Context, parts: Parts, reading: Reading) -> Metadata:
    """The metadata of the book in *reading*: another book than that in the first says so."""
    first = context.publication.readings[0]
    return (
        parts.metadata
        if reading is first
        else variant(parts.metadata, reading, parts.word(f"book-{reading.value}"))
    )


def _other_pages(context: Context) -> Tree | None:
    if not context.links:
        return None
    root = etree.Element("links")
    for target, address in context.links.items():
        etree.SubElement(root, "link", target=target, href=address)
    return Tree(root, "links")
