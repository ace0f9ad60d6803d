"""Entries from a table (CSV, TSV): a row each, the columns named in the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from rubricator.authority.entries import Entry, EntryKind
from rubricator.authority.formats.making import entry, lifetime, names, when
from rubricator.authority.rules import DATES, NO_DEGREES, NO_NAME, UNKNOWN_KIND
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Place
from rubricator.rules import Rule
from rubricator.source import Source

COLUMNS = {
    "id": "the entry's xml:id",
    "kind": "person, place, org or work",
    "name": "the main form: Leon Trotsky, or Trotsky, Leon",
    "variants": "other forms, divided by ;",
    "type": "what kind of person, place, organisation or work",
    "birth": "when born, founded or published",
    "death": "when died or dissolved",
    "lat": "latitude in degrees",
    "long": "longitude in degrees",
    "author": "of a work; several divided by ;",
    "occupation": "of a person; several divided by ;",
    "sex": "of a person: M or F, in a word or a letter",
    "parent": "of a place or organisation: the one it belongs to, by id, identifier or name",
    "wikidata": "Q33391, or its address",
    "gnd": "118642979, or its address",
    "viaf": "12301053, or its address",
    "geonames": "2950159, or its address",
    "note": "what else there is to say",
}
"""The columns that are known, and what is in them."""

_IDENTIFIERS = ("wikidata", "gnd", "viaf", "geonames")
_OTHER_TITLES = {
    "lat": "latitude",
    "long": "lon lng longitude",
    "name": "label title",
    "variants": "variant aliases alias",
    "birth": "born founded published date",
    "death": "died dissolved",
    "id": "xml:id key",
    "note": "description notes",
    "author": "authors",
    "wikidata": "qid",
    "kind": "category",
    "sex": "gender",
    "parent": "within partof part_of located_in broader",
}
_ALSO = {title: ours for ours, titles in _OTHER_TITLES.items() for title in titles.split()}
_NAMES_OF_KINDS = {
    EntryKind.PERSON: "person persons people persname",
    EntryKind.PLACE: "place places placename",
    EntryKind.ORG: "org organisation organization orgname",
    EntryKind.WORK: "work works title bibl",
}
_KINDS = {name: kind for kind, names in _NAMES_OF_KINDS.items() for name in names.split()}


def read(source: Source, kind: EntryKind | None, mapping: Mapping[str, str]) -> Iterator[Entry | Finding]:
    """The entries of the rows; *mapping* says for our columns how the table calls them."""
    text = source.markup.replace("\r\n", "\n").replace("\r", "\n")
    head = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=lambda one: (head.count(one), one == "\t"))
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    titles = [title.strip() for title in next(rows, [])]
    columns = _columns(titles, mapping, source)
    if "name" not in columns:
        raise InputRefused(
            "The table has no column for names.",
            where=source.name,
            remedy=f"Its columns are {', '.join(titles)}. Say which it is: --map name=COLUMN",
        )
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise InputRefused(
                f"The table is broken ({error}).", where=f"{source.name}:{rows.line_num}"
            ) from error
        if row is None:
            return
        cells = {ours: row[at].strip() for ours, at in columns.items() if at < len(row)}
        if any(cells.values()):
            yield from _entry(cells, kind, source.name, rows.line_num)


def _columns(titles: list[str], mapping: Mapping[str, str], source: Source) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, title in enumerate(titles):
        folded = title.casefold()
        ours = _ALSO.get(folded, folded)
        if ours in COLUMNS:
            found.setdefault(ours, index)
    for ours, theirs in mapping.items():
        if ours not in COLUMNS:
            raise InputRefused(
                f"There is no column {ours!r} to map to.", remedy=f"There are: {', '.join(COLUMNS)}."
            )
        if theirs not in titles:
            raise InputRefused(
                f"The table has no column {theirs!r}.",
                where=source.name,
                remedy=f"Its columns are {', '.join(titles)}.",
            )
        found[ours] = titles.index(theirs)
    return found


def _entry(
    cells: Mapping[str, str], kind: EntryKind | None, file: str, line: int
) -> Iterator[Entry | Finding]:
    """The entry of a row; a value that cannot be is left out of it, and said."""
    said = cells.get("kind", "")
    meant = _KINDS.get(said.casefold()) if said else kind
    if meant is None:
        message = f"The kind of this row is {said!r}." if said else "The row does not say what kind it is of."
        remedy = "Write person, place, org or work in a column kind, or give --kind."
        yield _finding(file, line, UNKNOWN_KIND, message, remedy)
        return
    if not cells.get("name"):
        yield _finding(file, line, NO_NAME, "The row has no name.", "Give it one; it was passed over.")
        return
    geo = _degrees(cells)
    if geo is None and cells.get("lat") and cells.get("long"):
        message = f"{cells['lat']!r}, {cells['long']!r} are no degrees of latitude and longitude."
        remedy = "Write decimal numbers, to 90 and to 180; the place was taken in without them."
        yield _finding(file, line, NO_DEGREES, message, remedy)
    called = names(meant, cells["name"])
    for form in _several(cells.get("variants", "")):
        called += names(meant, form, "variant")
    born, died = lifetime(cells["name"]) if meant is EntryKind.PERSON else (None, None)
    begins, ends = when(cells.get("birth", "")) or born, when(cells.get("death", "")) or died
    first, last = begins.earliest_year if begins else None, ends.latest_year if ends else None
    if first is not None and last is not None and first > last:
        message = f"It begins in {first} and ends in {last}."
        yield _finding(
            file, line, DATES, message, "Correct one of the two; the row was taken in without them."
        )
        begins = ends = None
    yield entry(
        meant,
        called,
        identifier=cells.get("id", ""),
        idnos=((scheme, cells[scheme]) for scheme in _IDENTIFIERS if cells.get(scheme)),
        note=cells.get("note", ""),
        type=cells.get("type") or None,
        begins=begins,
        ends=ends,
        geo=geo,
        occupations=_several(cells.get("occupation", "")),
        authors=_several(cells.get("author", "")),
        sex=cells.get("sex", ""),
        part_of=filter(None, (cells.get("parent"),)),
        file=file,
        line=line,
    )


def _degrees(cells: Mapping[str, str]) -> tuple[float, float] | None:
    """Latitude and longitude, if both are there and lie on the globe."""
    try:
        latitude, longitude = (float(cells.get(one, "").replace(",", ".")) for one in ("lat", "long"))
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _finding(file: str, line: int, rule: Rule, message: str, remedy: str) -> Finding:
    return rule.broken(file, Place(line, 1), message, remedy)
