"""Entries from MARC authority records: MARCXML, or a dump by lines (`=100  1\\$aTrotsky, Leon`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from rubricator.authority.entries import Entry, EntryKind, Event, Name
from rubricator.authority.formats.making import entry, life, name, personal, when
from rubricator.source import Source

SLIM = "{http://www.loc.gov/MARC21/slim}"
_KINDS = {
    "00": EntryKind.PERSON,
    "10": EntryKind.ORG,
    "11": EntryKind.ORG,
    "51": EntryKind.PLACE,
    "30": EntryKind.WORK,
}
_LINE = re.compile(r"=?(?P<tag>LDR|\d{3})\s\s?(?P<rest>.*)")
_SUBFIELD = re.compile(r"\$(\w)([^$]*)")
_DEGREES = re.compile(r"(?P<side>[NSEW+-]?)(?P<degrees>\d{3})(?P<minutes>\d{2})(?P<seconds>\d{2})")
_INITIAL = re.compile(r"\b\w\.$")
_GND_DAY = re.compile(r"(\d\d|XX)\.(\d\d|XX)\.(-?\d{4})")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its tag, its first indicator, its subfields (a control field has one, empty)."""

    tag: str
    first: str
    subfields: tuple[tuple[str, str], ...]

    def all(self, codes: str) -> list[str]:
        """The values of these subfields, in the record's order."""
        return [value for code, value in self.subfields if code in codes and value]

    def one(self, code: str) -> str:
        """The first value of a subfield, or nothing."""
        return next(iter(self.all(code)), "")


def read_xml(source: Source, root: etree._Element) -> Iterator[Entry]:
    """The entries of the records in MARCXML."""
    records = [root] if root.tag == f"{SLIM}record" else root.iter(f"{SLIM}record")
    for record in records:
        fields = [
            Field(str(child.get("tag")), "", (("", (child.text or "").strip()),))
            for child in record.iterchildren(f"{SLIM}controlfield")
        ]
        for child in record.iterchildren(f"{SLIM}datafield"):
            subfields = tuple(
                (str(part.get("code")), " ".join((part.text or "").split()))
                for part in child.iterchildren(f"{SLIM}subfield")
            )
            fields.append(Field(str(child.get("tag")), str(child.get("ind1") or ""), subfields))
        yield from _entry(fields, source.name, cast("int", record.sourceline or 1))


def read_lines(source: Source) -> Iterator[Entry]:
    """The entries of a dump by lines, records divided by an empty line."""
    fields: list[Field] = []
    begun = 1
    for number, line in enumerate([*source.markup.splitlines(), ""], 1):
        found = _LINE.match(line)
        if found is None:
            if not line.strip():
                yield from _entry(fields, source.name, begun)
                fields, begun = [], number + 1
            continue
        rest = found["rest"]
        parts = tuple((code, " ".join(value.split())) for code, value in _SUBFIELD.findall(rest))
        fields.append(Field(found["tag"], rest[:1], parts or (("", rest.strip()),)))


def heading(field: Field, kind: EntryKind, type: str | None = None) -> Name:
    """The name in a heading or in a reference from one."""
    main = field.one("a").strip(" ,;:")
    if kind is EntryKind.PERSON and not _INITIAL.search(main):
        main = main.rstrip(". ")
    if kind is EntryKind.PERSON:
        if field.first == "0" or "," not in main:  # a forename, or a name in direct order
            number = field.one("b").strip(" ,.")
            return Name(" ".join(filter(None, (main, number))), "persName", type)
        surname, _, given = main.partition(",")
        return personal(given.strip(), surname.strip(), type=type)
    below = field.all("b") if kind is EntryKind.ORG else field.all("z") if kind is EntryKind.PLACE else []
    return name(kind, " ".join([main, *below]), type=type)


def _entry(fields: Iterable[Field], file: str, line: int) -> Iterator[Entry]:
    given = list(fields)
    main = next((field for field in given if field.tag[:1] == "1" and field.tag[1:] in _KINDS), None)
    if main is None:
        return
    kind = _KINDS[main.tag[1:]]
    if kind is EntryKind.PERSON and main.one("t"):
        kind = EntryKind.WORK
    if kind is EntryKind.WORK:
        names = [name(kind, field.one("t") or field.one("a")) for field in given if field.tag == main.tag]
    else:
        names = [heading(main, kind)]
        also = f"4{main.tag[1:]}"
        names += [heading(field, kind, "variant") for field in given if field.tag == also]
    begins, ends = _dates(given, main)
    yield entry(
        kind,
        names,
        idnos=_identifiers(given),
        note=" ".join(value for field in given if field.tag in ("678", "680") for value in field.all("abi")),
        begins=begins,
        ends=ends,
        geo=_geo(given),
        occupations=(value for field in given if field.tag == "374" for value in field.all("a")),
        authors=[heading(main, EntryKind.PERSON).form]
        if main.tag == "100" and kind is EntryKind.WORK
        else [],
        file=file,
        line=line,
    )


def _identifiers(fields: list[Field]) -> Iterator[tuple[str, str]]:
    for field in fields:
        if field.tag == "001" and re.fullmatch(r"[a-z]{1,2}\s*\d{8,10}", field.one("")):
            yield "LCCN", field.one("").replace(" ", "")
        elif field.tag == "024" and field.one("2") and field.one("a"):
            yield field.one("2"), field.one("a")
        elif field.tag == "010" and field.one("a"):
            yield "LCCN", field.one("a").replace(" ", "")
        elif field.tag == "035" and field.one("a").startswith("(DE-588)"):
            yield "GND", field.one("a").removeprefix("(DE-588)")


def _dates(fields: list[Field], main: Field) -> tuple[Event | None, Event | None]:
    """When it began and ended: by 046, by GND's 548 (exact dates first), else by the heading."""
    for field in fields:
        if field.tag == "046" and field.all("fgst"):
            return when(_hyphened(field.one("f") or field.one("s"))), when(
                _hyphened(field.one("g") or field.one("t"))
            )
    spans = [field for field in fields if field.tag == "548"]
    spans.sort(
        key=lambda field: "datx" not in field.all("4") and "exakt" not in " ".join(field.all("i")).lower()
    )
    for field in spans:
        written = re.sub(_GND_DAY, _iso, field.one("a"))
        parted = (
            re.fullmatch(r"(-?[\d-]*?\d{2})?\s*(?:-\s*|(?<=\d)-)(\d{4}.*)?", written)
            if "-" in written
            else None
        )
        if parted:
            return when(parted[1] or ""), when(parted[2] or "")
    return life(main.one("d"))


def _iso(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    return year if month == "XX" else f"{year}-{month}" if day == "XX" else f"{year}-{month}-{day}"


def _hyphened(written: str) -> str:
    return re.sub(r"^(\d{4})(\d\d)(\d\d)?$", lambda m: "-".join(filter(None, m.groups())), written)


def _geo(fields: list[Field]) -> tuple[float, float] | None:
    for field in fields:
        if field.tag != "034":
            continue
        latitude, longitude = _degrees(field.one("f")), _degrees(field.one("d"))
        if latitude is not None and longitude is not None:
            return latitude, longitude
    return None


def _degrees(written: str) -> float | None:
    """Degrees as MARC has them: `N0520000`, or decimal (`N52.5`)."""
    exact = _DEGREES.fullmatch(written)
    if exact:
        value = int(exact["degrees"]) + int(exact["minutes"]) / 60 + int(exact["seconds"]) / 3600
        return round(-value if exact["side"] in "SW-" and exact["side"] else value, 6)
    decimal = re.fullmatch(r"([NSEW+-]?)(\d+(?:\.\d+)?)", written)
    if decimal is None:
        return None
    value = float(decimal[2])
    return -value if decimal[1] and decimal[1] in "SW-" else value
