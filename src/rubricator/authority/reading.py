"""From TEI lists (Guidelines, 14.3: listPerson, listPlace, listOrg, listBibl) to entries."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import TypedDict

from lxml import etree

from rubricator.authority.belonging import PART_OF, whole_of
from rubricator.authority.elements import TEI, XML, children, line, local, parse, words
from rubricator.authority.entries import (
    Entry,
    EntryKind,
    Event,
    Name,
    Organisation,
    Person,
    Place,
    Work,
)
from rubricator.authority.rules import DATES, EMPTY, NO_ID, NO_NAME
from rubricator.findings import Finding
from rubricator.findings import Place as Position
from rubricator.rules import Rule
from rubricator.source import Source

_NAME_ELEMENTS = {
    EntryKind.PERSON: ("persName", "name", "roleName", "addName"),
    EntryKind.PLACE: ("placeName", "geogName", "name"),
    EntryKind.ORG: ("orgName", "name"),
}
_NAMED = frozenset(name for names in _NAME_ELEMENTS.values() for name in names)
_PLACE_PARTS = ("district", "settlement", "region", "country", "bloc")  # from the nearest to the widest
_WORKS = ("bibl", "biblStruct", "biblFull", "msDesc")
_PERSON_PARTS = ("forename", "nameLink", "surname", "genName")
_DESCRIPTION = frozenset({"analytic", "monogr", "series", "imprint", "titleStmt", "fileDesc", "head"})
_DATING = frozenset({"when", "notBefore", "notAfter", "from", "to"})
_JOINTS = re.compile(r"[\s,;]*")


def read_list(source: Source, *, of_others: bool = False) -> tuple[list[Entry], list[Finding]]:
    """Every entry of the TEI list *source*, in its order, and what there is to say of it.

    A list *of others* may have entries without an id, and items of plain lists that begin with a name.
    """
    root = parse(source)
    entries: list[Entry] = []
    findings: list[Finding] = []
    found = 0
    items = _items(root) if of_others else iter(())
    for element, read in itertools.chain(_candidates(root), items):
        found += 1
        identifier = element.get(f"{XML}id") or ("" if of_others else None)
        if identifier is None:
            message = "This entry has no @xml:id."
            remedy = "Give it one, so that names can refer to it."
            findings.append(_finding(source, element, NO_ID, message, remedy))
            continue
        entry = read(source, element, identifier)
        entries.append(entry)
        findings.extend(_checks(source, element, entry))
    if not found:
        message = "This list has no entry."
        remedy = "An authority list has person, place, org or (within listBibl) bibl elements."
        findings.append(_finding(source, root, EMPTY, message, remedy))
    return entries, findings


def _candidates(
    root: etree._Element,
) -> Iterator[tuple[etree._Element, Callable[[Source, etree._Element, str], Entry]]]:
    for element in root.iter(f"{TEI}*"):
        match local(element):
            case "person" | "personGrp":
                yield element, _person
            case "place":
                yield element, _place
            case "org":
                yield element, _org
            case name if name in _WORKS:
                parent = element.getparent()
                # A bibl elsewhere cites a source; those of the header describe the list itself.
                if (
                    parent is not None
                    and parent.tag == f"{TEI}listBibl"
                    and next(element.iterancestors(f"{TEI}teiHeader"), None) is None
                ):
                    yield element, _work


def _items(
    root: etree._Element,
) -> Iterator[tuple[etree._Element, Callable[[Source, etree._Element, str], Entry]]]:
    """The items of plain lists that are entries: they begin with a name."""
    readers = {"persName": _person, "placeName": _place, "orgName": _org}
    for item in root.iter(f"{TEI}item"):
        first = next(item.iterchildren(f"{TEI}*"), None)
        if first is not None and not (item.text or "").strip() and local(first) in readers:
            yield item, readers[local(first)]


def _person(source: Source, element: etree._Element, identifier: str) -> Person:
    sex = element.get("sex") or next(
        (child.get("value") or words(child) for child in children(element, "sex")), None
    )
    occupations = (words(child) or _typed(child) for child in children(element, "occupation", "state"))
    return Person(
        **_common(source, element, identifier, EntryKind.PERSON),
        birth=_event(element, "birth"),
        death=_event(element, "death"),
        floruit=_event(element, "floruit"),
        sex=sex,
        occupations=tuple(filter(None, occupations)),
        group=local(element) == "personGrp",
    )


def _place(source: Source, element: etree._Element, identifier: str) -> Place:
    common = _common(source, element, identifier, EntryKind.PLACE)
    parts = [child for name in _PLACE_PARTS for child in _located(element, name)]
    if not common["names"] and parts:  # <place><settlement>Rome</settlement>…: the nearest is its own name
        common["names"] = (_name(parts[0]),)
    heads = {name.form.split(",")[0].strip() for name in common["names"]}
    return Place(
        **common,
        geo=next((_geo(words(child)) for child in _located(element, "geo")), None),
        within=tuple(dict.fromkeys(one for one in map(words, _around(element, parts)) if one not in heads)),
    )


def _around(element: etree._Element, parts: list[etree._Element]) -> Iterator[etree._Element]:
    """The names of what a place lies in: those that it says itself, and those of the places it stands in."""
    for location in children(element, "location"):
        yield from children(location, "placeName", "geogName")
    yield from parts
    for place in element.iterancestors(element.tag):
        yield from itertools.islice(children(place, *_NAME_ELEMENTS[EntryKind.PLACE]), 1)


def _org(source: Source, element: etree._Element, identifier: str) -> Organisation:
    events = {event.get("type"): _dated(event) for event in element.iter(f"{TEI}event")}
    return Organisation(
        **_common(source, element, identifier, EntryKind.ORG),
        founded=events.get("foundation"),
        dissolved=events.get("dissolution"),
    )


def _work(source: Source, element: etree._Element, identifier: str) -> Work:
    date = next(_own(element, "date"), None)
    return Work(
        **_common(source, element, identifier, EntryKind.WORK),
        authors=tuple(words(author) for author in _own(element, "author")),
        published=None if date is None else _dated(date),
        level=next((title.get("level") for title in _own(element, "title")), None),
    )


def _titles(work: etree._Element) -> Iterator[etree._Element]:
    """The titles of *work* itself, not of the book or journal that it appeared in, nor of other entries."""
    first: etree._Element | None = None
    for title in _own(work, "title"):
        first = title if first is None else first
        same_level = title.get("level") in (None, first.get("level"))
        same_part = title.getparent() is first.getparent()
        if same_level and same_part and title.get("ref") in (None, f"#{work.get(f'{XML}id')}"):
            yield title


def _own(work: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements *name* that describe *work* itself, not what a note or a related item mentions."""
    for element in work.iter(f"{TEI}{name}"):
        between = itertools.takewhile(lambda ancestor: ancestor is not work, element.iterancestors())
        if all(local(ancestor) in _DESCRIPTION for ancestor in between):
            yield element


class _Common(TypedDict):
    id: str
    kind: EntryKind
    names: tuple[Name, ...]
    idnos: tuple[tuple[str, str], ...]
    note: str
    type: str | None
    file: str
    line: int
    markup: str
    part_of: tuple[str, ...]


def _common(source: Source, element: etree._Element, identifier: str, kind: EntryKind) -> _Common:
    named = _titles(element) if kind is EntryKind.WORK else children(element, *_NAME_ELEMENTS[kind])
    names = (_name(child) for child in named)
    notes = (words(child) for child in children(element, "note", "desc") if child.get("type") != PART_OF)
    return _Common(
        id=identifier,
        kind=kind,
        names=tuple(dict.fromkeys(name for name in names if name.form)),
        idnos=tuple(dict.fromkeys(_identifiers(element))),
        note="\n".join(filter(None, notes)),
        type=element.get("type") or element.get("role"),
        file=source.name,
        line=line(element),
        markup=etree.tostring(element, encoding="unicode", with_tail=False),
        part_of=whole_of(element),
    )


def _identifiers(element: etree._Element) -> Iterator[tuple[str, str]]:
    """What identifies the entry elsewhere: idno, also one in another, and addresses of the same."""
    for child in children(element, "idno"):
        inner = list(children(child, "idno"))
        yield from ((one.get("type") or child.get("type") or "", words(one)) for one in inner or [child])
    pointers = [element.get("sameAs"), element.get("corresp"), element.get("ref")]
    pointers += [child.get("ref") for child in element.iterchildren(f"{TEI}*") if local(child) in _NAMED]
    pointers += [child.get("target") for child in children(element, "ptr")]
    for address in " ".join(filter(None, pointers)).split():
        if address.startswith(("http:", "https:")):
            yield "URI", address


def _name(element: etree._Element) -> Name:
    parts = tuple((local(part), words(part)) for part in element.iter(f"{TEI}*") if part is not element)
    return Name(
        form=_form(element),
        element=local(element),
        type=element.get("type"),
        language=element.get(f"{XML}lang"),
        not_before=element.get("notBefore") or element.get("from"),
        not_after=element.get("notAfter") or element.get("to"),
        parts=tuple((part, text) for part, text in parts if text),
    )


def _form(element: etree._Element) -> str:
    """The name in the order of running text; parts held together only by the list's order are reordered."""
    children = list(element.iterchildren(f"{TEI}*"))
    loose = (element.text or "") + "".join(child.tail or "" for child in element)
    if local(element) != "persName" or not children or not _JOINTS.fullmatch(loose):
        return words(element)
    order = [local(child) for child in children]
    if not {"forename", "surname"} & set(order):
        return " ".join(filter(None, (words(child) for child in children)))
    if "forename" in order and "surname" in order and order.index("surname") < order.index("forename"):
        children.sort(key=lambda child: _rank(local(child)))
    named = [child for child in children if local(child) in _PERSON_PARTS]
    return " ".join(filter(None, (words(child) for child in named)))


def _rank(part: str) -> int:
    return _PERSON_PARTS.index(part) if part in _PERSON_PARTS else len(_PERSON_PARTS)


def _event(element: etree._Element, name: str) -> Event | None:
    return next((_dated(child) for child in children(element, name)), None)


def _dated(element: etree._Element) -> Event:
    """The event that *element* dates itself, or by the date in it."""
    inner = element.find(f"{TEI}date")
    source = (
        inner
        if inner is not None and not {"when", "notBefore", "notAfter"} & set(element.keys())
        else element
    )
    when = source.get("when")
    place = next(element.iter(f"{TEI}placeName"), None)
    return Event(
        when or source.get("notBefore") or source.get("from"),
        when or source.get("notAfter") or source.get("to"),
        None if place is None else words(place),
        words(element),
    )


def _geo(written: str) -> tuple[float, float] | None:
    try:
        latitude, longitude = (float(number) for number in re.split(r"[\s,]+", written.strip())[:2])
    except ValueError:
        return None
    return (latitude, longitude)


def _checks(source: Source, element: etree._Element, entry: Entry) -> Iterator[Finding]:
    if not entry.names:
        message = f"{entry.ref} has no name."
        yield _finding(source, element, NO_NAME, message, "Give it at least one form.")
    if entry.first_year is not None and entry.last_year is not None and entry.first_year > entry.last_year:
        message = f"{entry.ref} begins in {entry.first_year} and ends in {entry.last_year}."
        yield _finding(source, element, DATES, message, "Correct one of the two.")


def _finding(source: Source, element: etree._Element, rule: Rule, message: str, remedy: str) -> Finding:
    return rule.broken(source, Position(line(element), 1), message, remedy)


def _typed(element: etree._Element) -> str:
    return ", ".join(filter(None, (element.get("type"), element.get("subtype"))))


def _located(element: etree._Element, name: str) -> Iterator[etree._Element]:
    yield from children(element, name)
    for location in children(element, "location"):
        yield from children(location, name)
