"""Entries from the Gemeinsame Normdatei: lobid's JSON, or the JSON-LD of d-nb.info, compact or expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rubricator.authority.entries import Entry, EntryKind, Event, Name
from rubricator.authority.formats.making import entry, name, personal, when
from rubricator.authority.formats.values import flattened, local, plain

_POINT = re.compile(r"Point\s*\(\s*([+-]?[\d.]+)\s+([+-]?[\d.]+)\s*\)", re.IGNORECASE)
_PREFERRED = re.compile(r"preferredName(?:ForThe\w+)?")
_WHOLES = ("hierarchicalSuperiorOfPlaceOrGeographicName", "hierarchicalSuperiorOfTheCorporateBody")
_VARIANT = re.compile(r"variantName(?:ForThe\w+)?")


def is_record(record: dict[str, Any]) -> bool:
    """Whether it describes an entity of the GND."""
    return any(local(key) == "gndIdentifier" or _PREFERRED.fullmatch(local(key)) for key in record)


def read(record: dict[str, Any], kind: EntryKind | None, file: str) -> Iterator[Entry]:
    """The entry that the record describes."""
    said = flattened(record)
    meant = _kind(said) or kind
    if meant is None:
        return
    names = [*_names(said, meant, _PREFERRED, None), *_names(said, meant, _VARIANT, "variant")]
    yield entry(
        meant,
        names,
        idnos=_identifiers(said),
        note="\n".join(plain(v) for v in said.get("biographicalOrHistoricalInformation", ())),
        begins=_event(said, "dateOfBirth", "dateOfEstablishment", "dateOfProduction", place="placeOfBirth"),
        ends=_event(said, "dateOfDeath", "dateOfTermination", place="placeOfDeath"),
        geo=_geo(said),
        occupations=(
            v["label"] for v in said.get("professionOrOccupation", ()) if isinstance(v, dict) and "label" in v
        ),
        authors=(v["label"] for v in said.get("firstAuthor", ()) if isinstance(v, dict) and "label" in v),
        sex=next((_sex(value) for value in said.get("gender", ())), ""),
        part_of=_wholes(said),
        file=file,
    )


def _wholes(said: dict[str, list[Any]]) -> Iterator[str]:
    """The addresses of what a place lies in, or a body belongs to."""
    for key in _WHOLES:
        for value in said.get(key, ()):
            address = value.get("id", value.get("@id", "")) if isinstance(value, dict) else value
            if isinstance(address, str) and address.startswith("http"):
                yield address


def _sex(value: Any) -> str:
    """The gender, by its address (`…/gender#female`) or its word."""
    address = value.get("id", value.get("@id", "")) if isinstance(value, dict) else ""
    return local(str(address)) or plain(value)


def _kind(said: dict[str, list[Any]]) -> EntryKind | None:
    types = {local(plain(one)) for one in [*said.get("type", ()), *said.get("@type", ())]}
    for one in types:
        if "Person" in one or one in ("RoyalOrMemberOfARoyalHouse", "Pseudonym", "Gods", "Spirits"):
            return EntryKind.PERSON
    for part, kind in (
        ("PlaceOrGeographic", EntryKind.PLACE),
        ("Territorial", EntryKind.PLACE),
        ("CorporateBody", EntryKind.ORG),
        ("Conference", EntryKind.ORG),
        ("Family", EntryKind.ORG),
        ("Work", EntryKind.WORK),
    ):
        if any(part in one for one in types):
            return kind
    return None


def _names(
    said: dict[str, list[Any]], kind: EntryKind, key: re.Pattern[str], type: str | None
) -> Iterator[Name]:
    """The names of that key, the marked parts of persons' names first."""
    if kind is EntryKind.PERSON:
        for full, values in said.items():
            if full.endswith("NameEntityForThePerson") and full.startswith(key.pattern[:7]):
                for value in values:
                    found = _parts(value, type) if isinstance(value, dict) else None
                    if found is not None:
                        yield found
    for full, values in said.items():
        if key.fullmatch(full) and "Entity" not in full:
            for value in values:
                if plain(value):
                    yield name(kind, plain(value), type=type)


def _parts(value: dict[str, Any], type: str | None) -> Name | None:
    parts = {
        local(key): " ".join(plain(v) for v in (item if isinstance(item, list) else [item]))
        for key, item in value.items()
    }
    if parts.get("surname"):
        prefix = f" {parts['prefix']}" if parts.get("prefix") else ""
        return personal(parts.get("forename", "") + prefix, parts["surname"], type=type)
    if parts.get("personalName"):
        called = " ".join(filter(None, (parts["personalName"], parts.get("counting"))))
        return Name(called, "persName", type)
    return None


def _identifiers(said: dict[str, list[Any]]) -> Iterator[tuple[str, str]]:
    for value in said.get("gndIdentifier", ()):
        yield "GND", plain(value)
    if "gndIdentifier" not in said:
        for value in [*said.get("id", ()), *said.get("@id", ())]:
            yield "URI", plain(value)
    for value in said.get("sameAs", ()):
        address = value.get("id", value.get("@id", "")) if isinstance(value, dict) else value
        if isinstance(address, str) and re.search(
            r"wikidata\.org/|viaf\.org/|geonames\.org/|isni\.org/|id\.loc\.gov/authorities/", address
        ):
            yield "URI", address


def _event(said: dict[str, list[Any]], *keys: str, place: str = "") -> Event | None:
    found = next((event for key in keys for v in said.get(key, ()) if (event := when(plain(v), "de"))), None)
    where = next((v["label"] for v in said.get(place, ()) if isinstance(v, dict) and "label" in v), None)
    if found is None:
        return Event(place=where) if where else None
    return Event(found.earliest, found.latest, where, found.text) if where else found


def _geo(said: dict[str, list[Any]]) -> tuple[float, float] | None:
    for value in said.get("hasGeometry", ()):
        texts = flattened(value).get("asWKT", []) if isinstance(value, dict) else [value]
        for text in texts:
            point = _POINT.search(plain(text))
            if point:
                return float(point[2]), float(point[1])
    return None
