"""Who is named in a statement of the header, how a name is said, and what who is named did."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from rubricator.publication.citation import text_of
from rubricator.tei import TEI, local_name

NAMES = frozenset(("persName", "orgName", "name"))
_FORMS = {"full": 0, "main": 0, "short": 2, "abbr": 2}
"""Which forms of a name come first, by type; all others between."""
_BODIES = frozenset(("org", "organisation", "organization", "institution", "corporate"))
_PARTS = ("roleName", "forename", "nameLink", "surname", "genName", "addName")
_RELATORS = (
    (r"transcri|transkri|keyboard|typed", "trc"),
    (r"translat|übersetz|tradu", "trl"),
    (r"illustrat", "ill"),
    (r"proof|correct|korrekt", "pfr"),
    (r"mark-?up|encod|cod(ing|ifica)|\btei\b|xml|annotat|auszeichn", "mrk"),
    (r"edit|review|herausg|kommentier", "edt"),
    (r"program|software|script", "prg"),
)


@dataclass(frozen=True)
class Contributor:
    """A person or body with a part in the work, by MARC relator code; *role* is the header's own phrase."""

    name: str
    relator: str = "ctb"
    role: str = ""
    reference: str = ""
    family: str = ""
    """A person's name by its parts, where the header marks them."""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    body: bool = False
    """Whether this is marked as no person."""


def names_in(element: etree._Element, relator: str = "ctb", role: str = "") -> list[Contributor]:
    """Who is named in a statement; where no name is marked, by all of its words."""
    parts = [part for part in element if local_name(part) in NAMES] or [element]
    parts.sort(key=lambda part: _FORMS.get(part.get("type") or "", 1))
    reference = element.get("ref") or ""
    return [named(part, relator, role, part.get("ref") or reference) for part in parts if text_of(part)]


def named(name: etree._Element, relator: str, role: str, reference: str) -> Contributor:
    """Whoever has that *name*, with its parts where they are marked."""
    family, given, particle, suffix = (
        " ".join(filter(None, map(text_of, name.iter(f"{{{TEI}}}{part}")))) if len(name) else ""
        for part in ("surname", "forename", "nameLink", "genName")
    )
    parts = (family, given, particle, suffix) if family and given else ("", "", "", "")
    body = local_name(name) == "orgName" or name.get("type") in _BODIES
    return Contributor(in_order(name), relator, role, reference, *parts, body)


def in_order(name: etree._Element) -> str:
    """A name as it is said, where its parts stand in the file as in a catalogue."""
    if not len(name):
        return text_of(name)
    parts = {kind: list(name.iterchildren(f"{{{TEI}}}{kind}")) for kind in _PARTS}
    between = (name.text, *(one.tail for one in name))
    if not (parts["surname"] and parts["forename"]) or any((text or "").strip() for text in between):
        return text_of(name)
    return " ".join(text_of(one) for kind in _PARTS for one in parts[kind])


def body_of(element: etree._Element) -> str:
    """The names of a body, without its addresses; where none is marked, all of its words."""
    own = (element.text, *(child.tail for child in element))
    named = [] if any((text or "").strip() for text in own) else [one.name for one in names_in(element)]
    return ", ".join(dict.fromkeys(named)) or text_of(element)


def once(contributors: Iterable[Contributor]) -> tuple[Contributor, ...]:
    """Each name once, by the first thing it did."""
    kept: dict[str, Contributor] = {}
    for one in contributors:
        if one.name:
            kept.setdefault(one.name, one)
    return tuple(kept.values())


def relator_of(role: str, otherwise: str = "ctb") -> str:
    """The MARC relator code of a *role* in the header's words, or given as such a code."""
    code = re.split("[/#:]", role)[-1]
    if any(code == one for _, one in _RELATORS):
        return code
    found = (one for pattern, one in _RELATORS if re.search(pattern, role, re.IGNORECASE))
    return next(found, otherwise)
