"""Entries from MADS, the Library of Congress' XML for authority records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from rubricator.authority.entries import Entry, EntryKind, Event, Name
from rubricator.authority.formats.making import entry, life, name, personal
from rubricator.source import Source

NAMESPACES = ("http://www.loc.gov/mads/v2", "http://www.loc.gov/mads/")
_KINDS = {
    "personal": EntryKind.PERSON,
    "corporate": EntryKind.ORG,
    "conference": EntryKind.ORG,
    "family": EntryKind.ORG,
}


def read(source: Source, root: etree._Element) -> Iterator[Entry]:
    """The entries of the `mads` records."""
    space = etree.QName(root).namespace
    for record in [root] if etree.QName(root).localname == "mads" else root.iter(f"{{{space}}}mads"):
        one = _Record(record, f"{{{space}}}")
        kind = one.kind
        if kind is not None:
            yield one.entry(kind, source.name)


class _Record:
    def __init__(self, element: etree._Element, space: str) -> None:
        self.element = element
        self.space = space
        self.authority = self._first(element, "authority")

    def _first(self, parent: etree._Element, name: str) -> etree._Element | None:
        return next(parent.iterchildren(self.space + name), None)

    def _texts(self, parent: etree._Element, name: str) -> list[str]:
        return [text for child in parent.iter(self.space + name) if (text := _words(child))]

    @property
    def kind(self) -> EntryKind | None:
        if self.authority is None:
            return None
        called = self._first(self.authority, "name")
        if called is not None:
            return _KINDS.get(called.get("type") or "personal", EntryKind.PERSON)
        if self._first(self.authority, "geographic") is not None:
            return EntryKind.PLACE
        if self._first(self.authority, "hierarchicalGeographic") is not None:
            return EntryKind.PLACE
        return EntryKind.WORK if self._first(self.authority, "titleInfo") is not None else None

    def entry(self, kind: EntryKind, file: str) -> Entry:
        assert self.authority is not None
        names = [self._name(self.authority, kind, None)]
        names += [self._name(v, kind, "variant") for v in self.element.iterchildren(f"{self.space}variant")]
        begins, ends = self._dates(self.authority)
        return entry(
            kind,
            [one for one in names if one is not None],
            identifier=self.element.get("ID") or "",
            idnos=self._identifiers(),
            note="\n".join(_words(note) for note in self.element.iterchildren(f"{self.space}note")),
            begins=begins,
            ends=ends,
            occupations=self._texts(self.element, "occupation"),
            file=file,
            line=cast("int", self.element.sourceline or 1),
        )

    def _name(self, parent: etree._Element, kind: EntryKind, type: str | None) -> Name | None:
        called = self._first(parent, "name")
        if called is not None:
            pieces = {
                part.get("type") or "": _words(part) for part in called.iterchildren(f"{self.space}namePart")
            }
            if pieces.get("family"):
                return personal(pieces.get("given", ""), pieces["family"], type=type)
            whole = [
                _words(part)
                for part in called.iterchildren(f"{self.space}namePart")
                if part.get("type") in (None, "given")
            ]
            return name(kind, " ".join(whole), type=type)
        for tag in ("geographic", "titleInfo"):
            found = self._first(parent, tag)
            if found is not None:
                title = self._first(found, "title")
                return name(kind, _words(found if title is None else title), type=type)
        places = [
            _words(child) for child in parent.iter(f"{self.space}hierarchicalGeographic") for child in child
        ]
        return name(kind, places[-1], type=type) if places else None

    def _dates(self, parent: etree._Element) -> tuple[Event | None, Event | None]:
        for part in parent.iter(f"{self.space}namePart"):
            if part.get("type") == "date":
                return life(_words(part))
        return None, None

    def _identifiers(self) -> Iterator[tuple[str, str]]:
        for element in self.element.iterchildren(f"{self.space}identifier"):
            yield element.get("type") or "", _words(element)
        assert self.authority is not None
        for child in self.authority:
            if isinstance(child.tag, str) and child.get("valueURI"):
                yield "URI", str(child.get("valueURI"))
        for element in self.element.iter(f"{self.space}recordIdentifier"):
            if element.get("source") in ("DLC", "lccn", "naf"):
                yield "LCCN", _words(element).replace(" ", "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
