"""What an entry is part of: the place that a place lies in, the organisation that another belongs to.

A list says so by nesting the one in the other (Guidelines, 14.3.4), or by a pointer in the entry, which is
how we write it: entries can then stand in any order, in any file, and be merged by themselves. For a place
that is `location/placeName/@ref`; for an organisation, which has no location, an `orgName` in a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from rubricator.authority.elements import XML, children, local
from rubricator.authority.entries import Entry, EntryKind
from rubricator.markup import escaped, quoted

if TYPE_CHECKING:
    from rubricator.authority.rendering import Part

PART_OF = "partOf"
"""The type of a note that holds nothing but the organisation that the entry belongs to."""
LOCATED = ("placeName", "geogName", "district", "settlement", "region", "country", "bloc")
"""The elements that say where a place lies, from the nearest to the widest."""


def whole_of(element: etree._Element) -> tuple[str, ...]:
    """Pointers to what the entry *element* is part of, the nearest first."""
    name = local(element)
    if name not in ("place", "org"):
        return ()
    around = (one.get(f"{XML}id") for one in element.iterancestors(element.tag))
    nested = [f"#{identifier}" for identifier in around if identifier]
    said = (one.get("ref") for one in _said(element, name))
    return tuple(dict.fromkeys([*nested[:1], *(one for value in said for one in (value or "").split())]))


def says_so_itself(element: etree._Element) -> bool:
    """Whether the entry has a pointer to what it is part of, wherever it stands."""
    return any(one.get("ref") for one in _said(element, local(element)))


def _said(element: etree._Element, name: str) -> Iterator[etree._Element]:
    if name == "org":
        for note in children(element, "note"):
            if note.get("type") == PART_OF:
                yield from children(note, "orgName")
        return
    for wanted in LOCATED:
        for location in children(element, "location"):
            yield from children(location, wanted)
        if wanted not in ("placeName", "geogName"):
            yield from children(element, wanted)


def belonging(whole: Entry, pointer: str) -> Part:
    """The child of an entry that says what it is part of."""
    from rubricator.authority.rendering import Part, Rank  # which lists are not read with

    words = escaped(whole.label)
    if whole.kind is EntryKind.PLACE:
        named = f"<placeName ref={quoted(pointer)}>{words}</placeName>"
        return Part(Rank.LOCATION, f"<location>{named}</location>")
    named = f"<orgName ref={quoted(pointer)}>{words}</orgName>"
    return Part(Rank.NOTE, f'<note type="{PART_OF}">{named}</note>')
