"""An entry to be added to our lists: made of what a table says, or of the element that others wrote."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field

from lxml import etree

from rubricator import tei
from rubricator.authority.entries import Entry
from rubricator.authority.inserting import ListFile
from rubricator.authority.rendering import Part, copied, entry_markup
from rubricator.source import Source
from rubricator.splice import spliced

Lost = Callable[[str, str], None]
"""Hears of a pointer that is left out: its attribute, and where it led."""

_NESTED = frozenset({"place", "person", "personGrp", "org", "listPlace", "listPerson", "listOrg", "listBibl"})


@dataclass
class New:
    """What the entry says, and the record that it was made of.

    *later* are children that other records added, *whole* says what it is part of.
    """

    entry: Entry
    record: Entry
    later: list[Part] = field(default_factory=list)
    whole: list[Part] = field(default_factory=list)

    def markup(self, taken: Container[str], aims: Mapping[tuple[str, str], Entry], lost: Lost) -> str:
        """The entry under its id; *aims* are what the ids of other files became, *lost* hears of the rest."""
        if not self.record.markup:
            return entry_markup(self.entry, self.entry.id, self.whole)
        element = self._own(taken, aims, lost)
        markup = _outdented(copied(element))
        if not (self.later or self.whole):
            return markup
        file = ListFile.of(Source(f'<TEI xmlns="{tei.TEI}">\n{markup}\n</TEI>'.encode(), "<entry>"))
        whole = spliced(file.document, file.supplemented(1, [*self.later, *self.whole])).source.markup
        return whole[whole.index("\n") + 1 : whole.rindex("\n")]

    def _own(
        self, taken: Container[str], aims: Mapping[tuple[str, str], Entry], lost: Lost
    ) -> etree._Element:
        """The record's element under its new id, with pointers to where their aims are now."""
        element = etree.fromstring(self.record.markup)
        if tei.local_name(element) == "item":
            element.tag = f"{{{tei.TEI}}}{self.entry.kind}"
            element.text = None
        for child in list(element.iterdescendants(f"{{{tei.TEI}}}*")):
            if tei.local_name(child) in _NESTED and child.getparent() is not None:
                _take_out(child)
        for inner in element.iter(f"{{{tei.TEI}}}*"):
            if inner is not element and inner.get(tei.XML_ID) in taken:
                del inner.attrib[tei.XML_ID]
            for name in tei.POINTERS & set(map(str, inner.attrib)):
                self._lead(inner, name, aims, lost)
        identifier = {tei.XML_ID: self.entry.id}
        others = [(key, value) for key, value in element.attrib.items() if key != tei.XML_ID]
        element.attrib.clear()
        for key, value in [*identifier.items(), *others]:
            element.set(key, value)
        return element

    def _lead(
        self, element: etree._Element, name: str, aims: Mapping[tuple[str, str], Entry], lost: Lost
    ) -> None:
        kept = []
        for pointer in str(element.get(name)).split():
            aim = aims.get((self.record.file, pointer[1:])) if pointer.startswith("#") else None
            if aim is not None:
                kept.append(f"#{aim.id}" if aim.kind is self.entry.kind else aim.ref)
            elif pointer.startswith(("http:", "https:")):
                kept.append(pointer)
            else:
                lost(name, pointer)
        if kept:
            element.set(name, " ".join(kept))
        else:
            del element.attrib[name]


def _take_out(element: etree._Element) -> None:
    """Remove an element and the white space after it."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _outdented(markup: str) -> str:
    """The markup with the indentation of its last line, that of the end tag, taken off every line."""
    lines = markup.replace("\r\n", "\n").split("\n")
    last = lines[-1]
    depth = len(last) - len(last.lstrip())
    return "\n".join([lines[0], *(line[min(depth, len(line) - len(line.lstrip())) :] for line in lines[1:])])
