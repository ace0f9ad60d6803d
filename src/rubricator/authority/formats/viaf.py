"""Entries from VIAF's JSON clusters, as `viaf.json` has them and as the service of 2024 and later does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rubricator.authority.entries import Entry, EntryKind, Name
from rubricator.authority.formats.making import entry, name, when
from rubricator.authority.formats.marc import Field, heading
from rubricator.authority.formats.values import local, many, plain

_KINDS = {
    "Personal": EntryKind.PERSON,
    "Corporate": EntryKind.ORG,
    "Geographic": EntryKind.PLACE,
    "UniformTitleWork": EntryKind.WORK,
    "UniformTitleExpression": EntryKind.WORK,
}
_SOURCES = {"DNB": "GND", "WKP": "wikidata", "ISNI": "ISNI", "LC": "LCCN"}
_MARC = ("MARC21", "UNIMARC")


def is_record(record: dict[str, Any]) -> bool:
    """Whether it is a cluster, or holds one."""
    return any(local(key) in ("viafID", "VIAFCluster") for key in record)


def read(record: dict[str, Any], kind: EntryKind | None, file: str) -> Iterator[Entry]:
    """The entry that the cluster describes."""
    said = _bare(record)
    said = said.get("VIAFCluster", said)
    meant = _KINDS.get(plain(said.get("nameType"))) or kind
    if meant is None:
        return
    names = [*_main(said, meant), *_variants(said, meant)]
    yield entry(
        meant,
        names,
        idnos=[("VIAF", plain(said.get("viafID"))), *_sources(said)],
        begins=when(_date(said.get("birthDate"))),
        ends=when(_date(said.get("deathDate"))),
        authors=(),
        file=file,
    )


def _bare(value: Any) -> Any:
    """The value with all keys freed of prefixes and of the @ of attributes."""
    if isinstance(value, dict):
        return {local(key).lstrip("@"): _bare(item) for key, item in value.items()}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def _main(said: dict[str, Any], kind: EntryKind) -> Iterator[Name]:
    """The headings by the national libraries, those of most libraries first."""
    fields = [
        _field(element.get("datafield")) for element in many(_in(said, "mainHeadings", "mainHeadingEl"))
    ]
    for field in fields:
        if field is not None:
            yield heading(field, kind)
    if not any(fields):
        data = many(_in(said, "mainHeadings", "data"))
        data.sort(key=lambda one: -len(many(_in(one, "sources", "s"))))
        for one in data:
            yield name(kind, plain(one.get("text")))


def _variants(said: dict[str, Any], kind: EntryKind) -> Iterator[Name]:
    for element in many(_in(said, "x400s", "x400")):
        field = _field(element.get("datafield"))
        if field is not None:
            yield heading(field, kind, "variant")


def _field(datafield: Any) -> Field | None:
    """The field, if its subfields mean what they mean in MARC 21."""
    if not isinstance(datafield, dict) or datafield.get("dtype", "MARC21") not in _MARC:
        return None
    parts = tuple(
        (str(part.get("code")), " ".join(str(part.get("#text", part.get("content", ""))).split()))
        for part in many(datafield.get("subfield"))
        if isinstance(part, dict)
    )
    if datafield.get("dtype") == "UNIMARC":  # $a surname, $b forename
        values = dict(reversed(parts))
        joined = ", ".join(filter(None, (values.get("a"), values.get("b"))))
        parts = (("a", joined),)
    return Field(str(datafield.get("tag", "")), str(datafield.get("ind1", "1")), parts)


def _sources(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for source in many(_in(said, "sources", "source")):
        text = (
            plain(source)
            if not isinstance(source, dict)
            else str(source.get("#text", source.get("content", "")))
        )
        nsid = str(source.get("nsid", "")) if isinstance(source, dict) else ""
        library, _, number = text.partition("|")
        if library in _SOURCES:
            yield _SOURCES[library], _number(library, nsid or number)


def _number(library: str, written: str) -> str:
    if library == "DNB":
        return written.rpartition("/")[2]
    return written.replace(" ", "")


def _in(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _date(value: Any) -> str:
    """A date of a person; 0 says that none is known."""
    written = plain(value)
    return "" if written in ("0", "") else written
