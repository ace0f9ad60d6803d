"""What one description of a person or thing adds to another, and where the two contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rubricator.authority.entries import Entry, EntryKind, Event, Organisation, Person, Place, Work
from rubricator.authority.identifiers import Identifier, public
from rubricator.authority.rendering import Part, Rank, facts, idnos_markup, name_markup
from rubricator.markup import escaped

_NEAR = 0.5  # degrees: lists measure a town by its middle, its station, its church


@dataclass(frozen=True)
class Supplement:
    """What a record adds to an entry: the *entry* with it, the *parts* and attributes to write, and
    what contradicts it."""

    entry: Entry
    parts: tuple[Part, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[str, ...] = ()


def supplement(entry: Entry, record: Entry) -> Supplement:
    """What *record*, a description of the same person or thing, adds to *entry*; what stands there stays."""
    names = tuple(
        replace(name, type="variant" if name.type in (None, "main") else name.type)
        for name in record.names
        if name.form not in entry.forms
    )
    idnos = new_identifiers(entry, record)
    notes = [note for note in record.note.split("\n") if note and note not in entry.note]
    parts = [Part(Rank.NAME, name_markup(name, name.type)) for name in names]
    parts += _new_facts(entry, record)
    parts += [Part(Rank.IDNO, markup) for markup in idnos_markup(idnos)]
    parts += [Part(Rank.NOTE, f"<note>{escaped(note)}</note>") for note in notes]
    made = replace(
        _with_facts(entry, record),
        names=entry.names + names,
        idnos=(*entry.idnos, *((one.scheme, one.value) for one in idnos)),
        note="\n".join(filter(None, (entry.note, *notes))),
        type=entry.type or record.type,
    )
    return Supplement(made, tuple(parts), tuple(_attributes(entry, record)), tuple(conflicts(entry, record)))


def _attributes(entry: Entry, record: Entry) -> Iterator[tuple[str, str]]:
    """The attributes that the entry's element lacks."""
    if record.type and not entry.type:
        yield "role" if entry.kind is EntryKind.PERSON else "type", record.type
    if isinstance(entry, Person) and isinstance(record, Person) and record.sex and not entry.sex:
        yield "sex", record.sex


def says_nothing_new(entry: Entry, record: Entry) -> bool:
    """Whether *entry*, called so too, says already all that *record* does."""
    found = supplement(entry, record)
    same_name = bool(record.names) and record.names[0].form in entry.forms
    return same_name and not (found.parts or found.attributes or found.conflicts)


def new_identifiers(entry: Entry, record: Entry) -> tuple[Identifier, ...]:
    """The public identifiers of schemes in which *entry* has none."""
    own = public(entry.idnos)
    schemes = {one.scheme for one in own if one.scheme}
    fresh = (one for one in public(record.idnos) if one not in own and one.scheme not in schemes)
    return tuple(dict.fromkeys(fresh))


def conflicts(entry: Entry, record: Entry) -> Iterator[str]:
    """Where the two cannot both be right, in words."""
    own = {one.scheme: one.value for one in public(entry.idnos) if one.scheme}
    for one in public(record.idnos):
        if one.scheme in own and own[one.scheme] != one.value:
            yield f"{one.scheme} {one.value} (the entry has {own[one.scheme]})"
    sexes = _sexes(entry, record)
    if sexes[0][:1] != sexes[1][:1]:
        yield f"sex {sexes[1]} (the entry has {sexes[0]})"
    for what, mine, theirs in _events(entry, record):
        if mine is not None and theirs is not None and not _agree(mine, theirs):
            yield f"{what} {_said(theirs)} (the entry has {_said(mine)})"
    if isinstance(entry, Place) and isinstance(record, Place) and entry.geo and record.geo:
        (latitude, longitude), (other_latitude, other_longitude) = entry.geo, record.geo
        if max(abs(latitude - other_latitude), abs(longitude - other_longitude)) > _NEAR:
            yield f"at {other_latitude} {other_longitude} (the entry has {latitude} {longitude})"


def compatible(one: Entry, other: Entry) -> bool:
    """Whether nothing that the two say excludes that they are the same."""
    return one.kind is other.kind and not any(conflicts(one, other))


def _events(entry: Entry, record: Entry) -> Iterator[tuple[str, Event | None, Event | None]]:
    match entry, record:
        case Person(), Person():
            yield "born", entry.birth, record.birth
            yield "died", entry.death, record.death
        case Organisation(), Organisation():
            yield "founded", entry.founded, record.founded
            yield "dissolved", entry.dissolved, record.dissolved
        case Work(), Work():
            yield "published", entry.published, record.published


def _sexes(entry: Entry, record: Entry) -> tuple[str, str]:
    """The sex that either tells, if both do."""
    if isinstance(entry, Person) and isinstance(record, Person) and entry.sex and record.sex:
        return entry.sex.upper(), record.sex.upper()
    return "", ""


def _agree(one: Event, other: Event) -> bool:
    """Whether the same event can be meant: of dates, the less precise is the beginning of the other."""
    mine_first, mine_last = one.earliest_year, one.latest_year
    first, last = other.earliest_year, other.latest_year
    if mine_first is None or mine_last is None or first is None or last is None:
        return True
    if one.earliest == one.latest and other.earliest == other.latest:
        mine, theirs = str(one.earliest), str(other.earliest)
        return mine.startswith(theirs) or theirs.startswith(mine)
    return mine_first <= last and first <= mine_last


def _said(event: Event) -> str:
    return "–".join(dict.fromkeys(date for date in (event.earliest, event.latest) if date)) or event.text


def _with_facts(entry: Entry, record: Entry) -> Entry:
    """The entry with what it did not say, as values."""
    match entry, record:
        case Person(), Person():
            occupations = tuple(dict.fromkeys((*entry.occupations, *record.occupations)))
            return replace(
                entry,
                birth=entry.birth or record.birth,
                death=entry.death or record.death,
                occupations=occupations,
                sex=entry.sex or record.sex,
            )
        case Place(), Place():
            return replace(entry, geo=entry.geo or record.geo)
        case Organisation(), Organisation():
            return replace(
                entry,
                founded=entry.founded or record.founded,
                dissolved=entry.dissolved or record.dissolved,
            )
        case Work(), Work():
            authors = tuple(dict.fromkeys((*entry.authors, *record.authors)))
            return replace(entry, authors=authors, published=entry.published or record.published)
    return entry


def _new_facts(entry: Entry, record: Entry) -> Iterator[Part]:
    """The same, as markup."""
    mine = {part.markup for part in facts(entry)}
    theirs = [part for part in facts(_with_facts(entry, record)) if part.markup not in mine]
    yield from theirs
