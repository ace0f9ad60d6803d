"""Two entries made one, an id changed, an entry divided: what that does to the lists themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from rubricator import tei
from rubricator.authority.elements import words
from rubricator.authority.entries import Entry
from rubricator.authority.identifiers import FORMER, Identifier, identifier
from rubricator.authority.inserting import ListFile, indent_at
from rubricator.authority.rendering import Part, Rank, copied, entry_markup, idnos_markup, rank_of
from rubricator.authority.supplementing import conflicts
from rubricator.errors import SettingsError
from rubricator.findings import Splice

_ID = re.compile(r"""\sxml:id\s*=\s*["']([^"']*)["']""")
_ONCE = frozenset({"birth", "death", "floruit", "date", "location geo", "location placeName", "note partOf"})
"""What an entry says once: of a location its coordinates, and what it lies in."""


def merged(
    files: list[ListFile], old: Entry, new: Entry, *, even_so: bool = False
) -> dict[str, list[Splice]]:
    """The splices, by file, that make *old* part of *new*: what only it says goes over, as does its id.

    SettingsError where the two cannot be one, unless they are to be *even so*: then what *new* says stands.
    """
    against = list(conflicts(new, old))
    if old.kind is not new.kind:
        raise SettingsError(
            f"{old.ref} is a {old.kind}, {new.ref} a {new.kind}.", remedy="They cannot be one."
        )
    if old.ref == new.ref:
        raise SettingsError(f"{old.ref} is one already.", remedy="Name two entries.")
    if against and not even_so:
        raise SettingsError(
            f"{old.ref} and {new.ref} contradict each other: {'; '.join(against)}.",
            remedy="Correct one of the two, or give --even-so: what the second says stands.",
        )
    source, place = _find(files, old)
    target, there = _find(files, new)
    if source is target and _within(source, place, there):
        raise SettingsError(f"{new.ref} stands inside {old.ref}.", remedy="Take it out of there first.")
    parts = [
        *_going_over(source, place, target, there),
        Part(Rank.IDNO, next(idnos_markup([(FORMER, old.id)]))),
    ]
    splices = {target.document.source.name: target.supplemented(there, parts)}
    splices.setdefault(source.document.source.name, []).append(source.without(place))
    return splices


def renamed(files: list[ListFile], entry: Entry, new: str) -> dict[str, list[Splice]]:
    """The splices that give *entry* another id, and keep the one it had as a former one."""
    file, index = _find(files, entry)
    element, markup = file.document.elements[index], file.document.source.markup
    tag = markup[element.open_start : element.open_end]
    written = _ID.search(tag)
    assert written is not None
    place = element.open_start + written.start(1)
    former = Part(Rank.IDNO, next(idnos_markup([(FORMER, entry.id)])))
    splices = [Splice(place, element.open_start + written.end(1), new), *file.supplemented(index, [former])]
    return {file.document.source.name: splices}


def divided(files: list[ListFile], entry: Entry, made: Entry) -> dict[str, list[Splice]]:
    """The splices that set *made*, a new entry, after *entry*."""
    file, index = _find(files, entry)
    element, markup = file.document.elements[index], file.document.source.markup
    indent = indent_at(markup, element.open_start)
    lines = entry_markup(made, made.id).split("\n")
    line = "\r\n" if "\r\n" in markup else "\n"
    before = f"{line}{indent}" if indent is not None else ""
    text = before + (before or line).join(lines)
    return {
        file.document.source.name: [Splice(element.close_end, element.close_end, file.ready(index, text))]
    }


def _going_over(source: ListFile, place: int, target: ListFile, there: int) -> Iterator[Part]:
    """What the entry at *place* says that the one at *there* does not."""
    own = _children(target, there)
    markup = {_folded(element) for element in own}
    said = {(tei.local_name(element), words(element)) for element in own}
    kinds = {_kind(element) for element in own}
    identified = {_identified(element) for element in own if tei.local_name(element) == "idno"}
    for element in _children(source, place):
        name = tei.local_name(element)
        if _folded(element) in markup or _kind(element) in _ONCE & kinds:
            continue
        if rank_of(name) is Rank.NAME:
            if (name, words(element)) in said:
                continue
            if element.get("type") == "main":
                element.set("type", "variant")
        if name == "idno" and _identified(element) in identified:
            continue
        yield Part(rank_of(name), copied(element))


def _kind(element: etree._Element) -> str:
    """What the element says, as far as an entry says that but once."""
    name = tei.local_name(element)
    if name == "location":
        return f"location {' '.join(sorted({tei.local_name(child) for child in element.iterchildren('*')}))}"
    return f"note {element.get('type')}" if name == "note" else name


def _identified(element: etree._Element) -> Identifier:
    return identifier(element.get("type") or "", words(element))


def _children(file: ListFile, index: int) -> list[etree._Element]:
    """Copies of the TEI elements in the entry, free of their place."""
    return [deepcopy(child) for child in file.document.elements[index].node.iterchildren(f"{{{tei.TEI}}}*")]


def _folded(element: etree._Element) -> str:
    return " ".join(copied(element).split())


def _find(files: list[ListFile], entry: Entry) -> tuple[ListFile, int]:
    for file in files:
        if file.document.source.name == entry.file and entry.id in file.ids:
            return file, file.ids[entry.id]
    raise LookupError(entry.ref)


def _within(file: ListFile, outer: int, inner: int) -> bool:
    elements = file.document.elements
    return elements[outer].open_start <= elements[inner].open_start < elements[outer].close_end
