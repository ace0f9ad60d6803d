"""Identifiers of public authority files, however they are written: a number, or an address of the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

FORMER = "former"
"""The type of an `idno` that holds an id which led to the entry before."""


class Identifier(NamedTuple):
    """A value within a scheme (`GND`, `118642979`); *scheme* is empty for an address of no scheme we know."""

    scheme: str
    value: str


class _Scheme(NamedTuple):
    name: str
    address: str
    pattern: str
    hosts: str


_WIKIDATA, _LOC = (
    r"(?:www\.)?wikidata\.org/(?:entity|wiki)/",
    r"id\.loc\.gov/authorities/(?:names/|subjects/)?",
)
_GEONAMES, _GETTY = r"(?:sws\.|www\.)?geonames\.org/", r"vocab\.getty\.edu/(?:page/)?"
_BNF = r"(?:data|catalogue)\.bnf\.fr/ark:/12148/"
_SCHEMES = (
    _Scheme("wikidata", "http://www.wikidata.org/entity/", r"[QLP]\d+", _WIKIDATA),
    _Scheme("GND", "https://d-nb.info/gnd/", r"[\dX-]+", r"d-nb\.info/gnd/|lobid\.org/gnd/"),
    _Scheme("VIAF", "http://viaf.org/viaf/", r"\d+", r"(?:www\.)?viaf\.org/viaf/"),
    _Scheme("GeoNames", "https://sws.geonames.org/", r"\d+", _GEONAMES),
    _Scheme("ISNI", "https://isni.org/isni/", r"[\dX]{16}", r"(?:www\.)?isni\.org/(?:isni/)?"),
    _Scheme("LCCN", "http://id.loc.gov/authorities/", r"[a-z]{1,3}\d+", _LOC),
    _Scheme("ORCID", "https://orcid.org/", r"[\dX-]{19}", r"orcid\.org/"),
    _Scheme("BnF", "https://data.bnf.fr/ark:/12148/", r"cb\w+", _BNF),
    _Scheme("Pleiades", "https://pleiades.stoa.org/places/", r"\d+", r"pleiades\.stoa\.org/places/"),
    _Scheme("TGN", "http://vocab.getty.edu/tgn/", r"\d+", f"{_GETTY}tgn/"),
    _Scheme("ULAN", "http://vocab.getty.edu/ulan/", r"\d+", f"{_GETTY}ulan/"),
)
_BY_NAME = {scheme.name.lower(): scheme for scheme in _SCHEMES}
_OTHER_NAMES = {
    other: name
    for name, others in {
        "geonames": "geo geonameid",
        "gnd": "dnb pnd gndid",
        "wikidata": "wd q wikidataid",
        "lccn": "lc loc naf lcnaf",
        "viaf": "viafid",
    }.items()
    for other in others.split()
}
_HOSTS = tuple(
    (re.compile(rf"https?://(?:{scheme.hosts})({scheme.pattern})(?:[/?#].*|\.\w+)?", re.IGNORECASE), scheme)
    for scheme in _SCHEMES
)
_WEB = re.compile(r"https?://\S+")


def identifier(scheme: str, value: str) -> Identifier:
    """What an `idno` of that type says: `GND` and `118642979`, also where it holds the address of it."""
    value = " ".join(value.split())
    found = from_address(value)
    if found is not None and found.scheme:
        return found
    folded = re.sub(r"[^a-z]", "", scheme.lower())
    known = _BY_NAME.get(_OTHER_NAMES.get(folded, folded))
    if known is None:
        return Identifier("" if found else scheme, value)
    if known.name == "ISNI":
        value = value.replace(" ", "")
    return Identifier(known.name, value.removeprefix(f"({known.name})"))


def from_address(address: str) -> Identifier | None:
    """What an address of the web identifies; None if it is none."""
    for pattern, scheme in _HOSTS:
        match = pattern.fullmatch(address)
        if match:
            return Identifier(scheme.name, match.group(1))
    return Identifier("", address) if _WEB.fullmatch(address) else None


def address(one: Identifier) -> str | None:
    """Where the scheme keeps it on the web, if we know."""
    known = _BY_NAME.get(one.scheme.lower())
    if known is not None:
        return known.address + one.value
    return one.value if not one.scheme and _WEB.fullmatch(one.value) else None


def public(idnos: Iterable[tuple[str, str]]) -> tuple[Identifier, ...]:
    """The identifiers among an entry's `idno`s: not the ids that it had in this edition, nor shelf marks."""
    found = (identifier(scheme, value) for scheme, value in idnos if scheme != FORMER)
    return tuple(one for one in found if one.scheme.lower() in _BY_NAME or address(one))


def former(idnos: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The ids that led to the entry before."""
    return tuple(value for scheme, value in idnos if scheme == FORMER)


def scheme_of(address_of_entity: str) -> str:
    """The scheme whose entities have addresses that begin so (as reconciliation services name theirs)."""
    for scheme in _SCHEMES:
        if re.match(rf"https?://(?:{scheme.hosts})", address_of_entity.rstrip("/") + "/", re.IGNORECASE):
            return scheme.name
    return ""
