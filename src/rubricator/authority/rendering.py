"""Entries as TEI: the elements that say what an entry says, in the order that TEI asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from lxml import etree

from rubricator import tei
from rubricator.authority.entries import Entry, EntryKind, Event, Name, Organisation, Person, Place, Work
from rubricator.authority.identifiers import FORMER, public
from rubricator.markup import escaped, quoted

LISTS = {
    EntryKind.PERSON: "listPerson",
    EntryKind.PLACE: "listPlace",
    EntryKind.ORG: "listOrg",
    EntryKind.WORK: "listBibl",
}
_ELEMENTS = {
    EntryKind.PERSON: "person",
    EntryKind.PLACE: "place",
    EntryKind.ORG: "org",
    EntryKind.WORK: "bibl",
}
_XML = f"{{{tei.XML}}}"
_BESIDE = frozenset({"roleName", "addName"})


class Rank(IntEnum):
    """Where in an entry a child stands; TEI asks for identifiers after facts, and for notes at the end."""

    NAME = 0
    BEGINNING = 2
    END = 3
    LOCATION = 4
    OTHER = 5
    IDNO = 8
    NOTE = 9
    NESTED = 10


_OF_RANK = {
    Rank.NAME: "persName placeName orgName name title geogName head",
    Rank.BEGINNING: "author birth",
    Rank.END: "death date",
    Rank.LOCATION: "location",
    Rank.IDNO: "idno",
    Rank.NOTE: "note",
    Rank.NESTED: "place listPlace person listPerson listOrg relatedItem",
}
_RANKS = {name: rank for rank, names in _OF_RANK.items() for name in names.split()}


def rank_of(element: str) -> Rank:
    """Where a child of that name stands."""
    return _RANKS.get(element, Rank.OTHER)


class Part(NamedTuple):
    """A child of an entry, as markup without a prefix, and where it stands."""

    rank: Rank
    markup: str


def entry_markup(entry: Entry, identifier: str, more: Iterable[Part] = ()) -> str:
    """The entry as an element of its own, a child a line, with what *more* there is to say."""
    name = _ELEMENTS[entry.kind]
    if isinstance(entry, Person) and entry.group:
        name = "personGrp"
    kind = "role" if entry.kind is EntryKind.PERSON else "type"
    typed = f" {kind}={quoted(entry.type)}" if entry.type else ""
    typed += f" sex={quoted(entry.sex)}" if isinstance(entry, Person) and entry.sex else ""
    children = sorted([*parts(entry), *more], key=lambda part: part.rank)
    inner = "".join(f"\n  {part.markup}" for part in children)
    return f"<{name} xml:id={quoted(identifier)}{typed}>{inner}\n</{name}>"


def parts(entry: Entry) -> list[Part]:
    """The children that say what *entry* says, in their order."""
    level = entry.level if isinstance(entry, Work) else None
    made = [
        Part(Rank.NAME, name_markup(name, name.type or ("main" if not index else None), level))
        for index, name in enumerate(entry.names)
    ]
    made += facts(entry)
    made += [Part(Rank.IDNO, markup) for markup in idnos_markup(entry.idnos)]
    made += [Part(Rank.NOTE, f"<note>{escaped(note)}</note>") for note in entry.note.split("\n") if note]
    return sorted(made, key=lambda part: part.rank)


def facts(entry: Entry) -> Iterator[Part]:
    """What the entry says besides names, identifiers and notes."""
    match entry:
        case Person():
            yield from event(Rank.BEGINNING, "birth", entry.birth)
            yield from event(Rank.END, "death", entry.death)
            for occupation in entry.occupations:
                yield Part(Rank.OTHER, f"<occupation>{escaped(occupation)}</occupation>")
        case Place():
            if entry.geo:
                latitude, longitude = entry.geo
                geo = f"<geo>{latitude:.6g} {longitude:.6g}</geo>"
                yield Part(Rank.LOCATION, f"<location>{geo}</location>")
        case Organisation():
            for kind, said in (("foundation", entry.founded), ("dissolution", entry.dissolved)):
                if said is not None:
                    desc = f"<desc>{escaped(words_of(said))}</desc>"
                    yield Part(Rank.OTHER, f'<event type="{kind}"{_dates(said)}>{desc}</event>')
        case Work():
            for author in entry.authors:
                yield Part(Rank.BEGINNING, f"<author>{escaped(author)}</author>")
            yield from event(Rank.END, "date", entry.published)


def event(rank: Rank, element: str, said: Event | None) -> Iterator[Part]:
    """A birth, a death, a publication."""
    if said is None:
        return
    words = escaped(words_of(said))
    if said.place:
        placed = f"<placeName>{escaped(said.place)}</placeName>"
        words = f"{words}, {placed}" if words else placed
    yield Part(rank, f"<{element}{_dates(said)}>{words}</{element}>")


def words_of(said: Event) -> str:
    """When it was, in the words given or else as the dates are written."""
    if said.text:
        return said.text
    return "–".join(dict.fromkeys(date for date in (said.earliest, said.latest) if date))


def _dates(said: Event) -> str:
    if said.earliest is not None and said.earliest == said.latest:
        return f" when={quoted(said.earliest)}"
    bounds = (("notBefore", said.earliest), ("notAfter", said.latest))
    return "".join(f" {name}={quoted(value)}" for name, value in bounds if value)


def name_markup(name: Name, kind: str | None, level: str | None = None) -> str:
    """One form of a name; its parts are marked where they, ranks aside, are all there is to it."""
    typed = f" type={quoted(kind)}" if kind else ""
    language = f" xml:lang={quoted(name.language)}" if name.language else ""
    inner = escaped(name.form)
    if name.element == "persName" and _named(name) == name.form:
        inner = " ".join(f"<{part}>{escaped(text)}</{part}>" for part, text in name.parts)
    levelled = f" level={quoted(level)}" if level and name.element == "title" else ""
    return f"<{name.element}{levelled}{typed}{language}>{inner}</{name.element}>"


def _named(name: Name) -> str:
    """What of its parts is the name itself, as whoever reads the list will take it."""
    return " ".join(text for part, text in name.parts if part not in _BESIDE)


def idnos_markup(idnos: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The identifiers, each in its scheme's usual spelling."""
    for scheme, value in idnos:
        found = public([(scheme, value)])
        if found and scheme != FORMER:
            scheme, value = found[0].scheme or "URI", found[0].value
        typed = f" type={quoted(scheme)}" if scheme else ""
        yield f"<idno{typed}>{escaped(value)}</idno>"


def copied(element: etree._Element) -> str:
    """The markup of a TEI element, attributes in their order, no prefix on its tags."""
    if not isinstance(element.tag, str) or not tei.is_tei(element):
        return etree.tostring(element, encoding="unicode", with_tail=False)
    attributes = {_attribute(str(key)): str(value) for key, value in element.attrib.items()}
    name = tei.local_name(element)
    head = name + "".join(f" {key}={quoted(value)}" for key, value in attributes.items() if value)
    inner = escaped(element.text or "")
    for child in element:
        inner += copied(child) + escaped(child.tail or "")
    return f"<{head}>{inner}</{name}>" if inner else f"<{head}/>"


def _attribute(name: str) -> str:
    return f"xml:{name.removeprefix(_XML)}" if name.startswith(_XML) else name.rpartition("}")[2]
