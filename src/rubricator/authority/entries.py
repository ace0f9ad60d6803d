"""Entries of authority lists: whom or what a name refers to, under which forms, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_YEAR = re.compile(r"-?\d{4,}")


class EntryKind(StrEnum):
    """What an entry describes; the value is the prefix of references to it (`person:trotsky`)."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name as the list gives it.

    *form* is the name as it is written in running text, white space folded (“Leon Trotsky”, also where the
    list has the surname first). *element* is TEI's name for it (`persName`, `title` …), *type* its `@type`;
    *not_before* and *not_after* bound its use. *parts* are the marked parts in the list's order
    (`("surname", "Trotsky")`).
    """

    form: str
    element: str
    type: str | None = None
    language: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    parts: tuple[tuple[str, str], ...] = ()

    def part(self, name: str) -> str | None:
        """The marked parts of the kind *name* (`surname`), joined, if there are any."""
        return " ".join(text for part, text in self.parts if part == name) or None


@dataclass(frozen=True, slots=True)
class Event:
    """A birth, a death, a foundation: the ISO dates between which it happened, where, and in what words."""

    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    text: str = ""

    @property
    def earliest_year(self) -> int | None:
        """The first year it can have happened in."""
        return year(self.earliest)

    @property
    def latest_year(self) -> int | None:
        """The last year it can have happened in."""
        return year(self.latest)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an authority list; *markup* is its TEI element as it stands there.

    *part_of* are pointers to the entry that it is part of, or what else tells it: an identifier, a name.
    """

    id: str
    kind: EntryKind
    names: tuple[Name, ...]
    idnos: tuple[tuple[str, str], ...] = ()
    note: str = ""
    type: str | None = None
    file: str = ""
    line: int = 0
    markup: str = ""
    part_of: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By what tells entries apart: much is remembered of each, and looked up for every mention."""
        return hash((self.kind, self.id, self.file, self.line))

    @property
    def ref(self) -> str:
        """How `@ref` names the entry (`person:trotsky`)."""
        return f"{self.kind}:{self.id}"

    @property
    def label(self) -> str:
        """The first form, by which people know the entry; its id where it has no name."""
        return self.names[0].form if self.names else self.id

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form once, in the list's order."""
        return tuple(dict.fromkeys(name.form for name in self.names))

    @property
    def first_year(self) -> int | None:
        """The first year in which the entry can be mentioned, if the list says so."""
        return None

    @property
    def last_year(self) -> int | None:
        """The last year in which it existed, if the list says so; it may be mentioned later."""
        return None


@dataclass(frozen=True, slots=True)
class Person(Entry):
    """A person (or, as *group*, several) with life dates, occupations and offices."""

    __hash__ = Entry.__hash__

    birth: Event | None = None
    death: Event | None = None
    floruit: Event | None = None
    sex: str | None = None
    occupations: tuple[str, ...] = ()
    group: bool = False

    @property
    def first_year(self) -> int | None:
        """The earliest year of birth."""
        return self.birth.earliest_year if self.birth else None

    @property
    def last_year(self) -> int | None:
        """The latest year of death."""
        return self.death.latest_year if self.death else None


@dataclass(frozen=True, slots=True)
class Place(Entry):
    """A place; *geo* is latitude and longitude in degrees, *within* what it lies in, nearest first."""

    __hash__ = Entry.__hash__

    geo: tuple[float, float] | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation(Entry):
    """An organisation: a party, an institution, a company, a government."""

    __hash__ = Entry.__hash__

    founded: Event | None = None
    dissolved: Event | None = None

    @property
    def first_year(self) -> int | None:
        """The earliest year of foundation."""
        return self.founded.earliest_year if self.founded else None

    @property
    def last_year(self) -> int | None:
        """The latest year of its end."""
        return self.dissolved.latest_year if self.dissolved else None


@dataclass(frozen=True, slots=True)
class Work(Entry):
    """A book, a journal, an article; *level* is that of its first title (`j`, `m`, `a` …)."""

    __hash__ = Entry.__hash__

    authors: tuple[str, ...] = ()
    published: Event | None = None
    level: str | None = None

    @property
    def first_year(self) -> int | None:
        """The earliest year of publication."""
        return self.published.earliest_year if self.published else None


def year(iso: str | None) -> int | None:
    """The year of an ISO date (`1933-05-12`, `-0043`), if it begins with one."""
    found = _YEAR.match(iso or "")
    return int(found.group()) if found else None
