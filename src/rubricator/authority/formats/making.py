"""Entries made of what other people's files say: names put in the order of running text, dates made ISO."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rubricator.authority.entries import Entry, EntryKind, Event, Name, Organisation, Person, Place, Work
from rubricator.authority.formats.headings import parted
from rubricator.dates import parse_date

NAME_ELEMENTS = {
    EntryKind.PERSON: "persName",
    EntryKind.PLACE: "placeName",
    EntryKind.ORG: "orgName",
    EntryKind.WORK: "title",
}
_ISO = re.compile(r"-?\d{4,}(?:-\d\d(?:-\d\d)?)?")
_SPAN = re.compile(r"(?P<from>-?\d{4}(?:-\d\d){0,2})?\s*(?:[-–/]|\.\.)\s*(?P<to>\d{4}(?:-\d\d){0,2})?")
_TRAILING = re.compile(
    r",?\s*\(?(?:(?:approximately|active|ca?\.|b\.|d\.|fl\.)\s*)*\d{3,4}\??"
    r"\s*(?:[-–]\s*(?:ca?\.\s*)?(?:\d{3,4}\??)?)?\)?[.,]?$"
)
_LIFETIME = re.compile(r"[\s,(]((?:b\.\s*)?\d{3,4}\s*[-–]\s*(?:\d{3,4})?|[bd]\.\s*\d{3,4})\)?\.?$")
_SEXES = {
    word: sex
    for sex, words in (
        ("M", "m male man männlich masculin q6581097"),
        ("F", "f w female woman weiblich féminin q6581072"),
    )
    for word in words.split()
}
"""M or F, however it is written; what is neither is not told."""
_LEVELS = frozenset("amjsu")
_CHAIN = re.compile(
    r"(?:de|da|di|du|del|della|der|den|van|von|zu|zur|la|le|af|av|ter|ten)(?:\s|$)", re.IGNORECASE
)


def name(kind: EntryKind, written: str, *, language: str | None = None, type: str | None = None) -> Name:
    """A form of a name, as a list heads it: “Trotsky, Leon, 1879-1940” is Leon Trotsky."""
    words = " ".join(written.split())
    element = NAME_ELEMENTS[kind]
    if kind is not EntryKind.PERSON:
        return Name(words, element, type, language)
    bare = _TRAILING.sub("", words).strip(" ,") or words
    heading = parted(bare)
    if heading is None:
        return Name(bare, element, type, language)
    return personal(
        heading.forename,
        heading.surname,
        ranks=heading.ranks,
        number=heading.number,
        roles=heading.roles,
        others=heading.others,
        language=language,
        type=type,
    )


def names(kind: EntryKind, written: str, type: str | None = None) -> list[Name]:
    """The form that a heading gives, and those that follow from a title in it (“Lord Rosebery”)."""
    heading = parted(_TRAILING.sub("", " ".join(written.split()))) if kind is EntryKind.PERSON else None
    titles = heading.titles if heading else ()
    return [name(kind, written, type=type), *(Name(title, "persName", "variant") for title in titles)]


def lifetime(written: str) -> tuple[Event | None, Event | None]:
    """The dates that end a heading: “Trotsky, Leon, 1879-1940”."""
    found = _LIFETIME.search(written)
    return life(found[1]) if found else (None, None)


def personal(
    forename: str,
    surname: str,
    *,
    ranks: Sequence[str] = (),
    number: str = "",
    roles: Sequence[str] = (),
    others: Sequence[str] = (),
    language: str | None = None,
    type: str | None = None,
) -> Name:
    """A person's name of forenames and a surname; “Ludwig van” and “Beethoven” are parted rightly.

    *ranks* stand before it; *number* (Jr., III), *roles* and *others* follow. What is no name is no part of
    its form.
    """
    words = forename.split()
    link: list[str] = []
    while words and _CHAIN.fullmatch(words[-1]):
        link.insert(0, words.pop())
    if len(words) > 1 and words[-1].casefold() == surname.casefold():
        del words[-1]  # “Byron, George Gordon Byron, Baron”
    parts = [("forename", " ".join(words))] if words else []
    parts += [("nameLink", " ".join(link))] if link else []
    parts += [("surname", surname)] if surname else []
    parts += [("genName", number)] if number else []
    form = " ".join(text for _, text in parts)
    parts = [*(("roleName", rank) for rank in ranks), *parts, *(("roleName", role) for role in roles)]
    parts += [("addName", other) for other in others]
    return Name(form, "persName", type, language, parts=tuple(parts))


def when(written: str, language: str = "en") -> Event | None:
    """What a cell or field says of when something happened; its words alone where they are no date."""
    words = " ".join(written.split())
    if not words or words in "-–?":
        return None
    if _ISO.fullmatch(words):
        return Event(words, words)
    if words.isdigit():
        return Event(words.zfill(4), words.zfill(4))
    span = _SPAN.fullmatch(words)
    if span and (span["from"] or span["to"]):
        return Event(span["from"], span["to"], text=words)
    value = parse_date(words, language=language)
    if value is None:
        return Event(text=words)
    attributes = dict(value.attributes)
    exact = attributes.get("when")
    first = exact or attributes.get("notBefore") or attributes.get("from")
    last = exact or attributes.get("notAfter") or attributes.get("to")
    return Event(first, last, text=words)


def life(written: str) -> tuple[Event | None, Event | None]:
    """Birth and death from “1879-1940”, “b. 1879”, “-1940”."""
    words = written.strip(" .,()")
    parted = re.fullmatch(r"(?:b\.\s*)?(?P<born>[^-–]*?)\s*[-–]\s*(?P<died>[^-–]*)", words)
    if parted:
        return when(parted["born"]), when(parted["died"])
    if words.startswith("d."):
        return None, when(words[2:])
    return when(words.removeprefix("b.")), None


def entry(
    kind: EntryKind,
    names: Iterable[Name],
    *,
    identifier: str = "",
    idnos: Iterable[tuple[str, str]] = (),
    note: str = "",
    type: str | None = None,
    begins: Event | None = None,
    ends: Event | None = None,
    geo: tuple[float, float] | None = None,
    occupations: Iterable[str] = (),
    authors: Iterable[str] = (),
    sex: str = "",
    part_of: Iterable[str] = (),
    file: str = "",
    line: int = 0,
) -> Entry:
    """An entry of that kind; each form and each identifier once."""
    forms: dict[str, Name] = {}
    for one in names:
        if one.form:
            forms.setdefault(one.form, one)
    called, ids, whole = tuple(forms.values()), tuple(dict.fromkeys(idnos)), tuple(dict.fromkeys(part_of))
    level = type if kind is EntryKind.WORK and type in _LEVELS else None
    common = (identifier, kind, called, ids, note, None if level else type, file, line)
    match kind:
        case EntryKind.PERSON:
            return Person(
                *common,
                birth=begins,
                death=ends,
                sex=_SEXES.get(sex.lower()),
                occupations=tuple(dict.fromkeys(filter(None, occupations))),
            )
        case EntryKind.PLACE:
            return Place(*common, part_of=whole, geo=geo)
        case EntryKind.ORG:
            return Organisation(*common, part_of=whole, founded=begins, dissolved=ends)
        case EntryKind.WORK:
            writers = tuple(dict.fromkeys(filter(None, authors)))
            return Work(*common, authors=writers, published=begins, level=level)
