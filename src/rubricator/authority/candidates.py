"""Candidates for entries from a reconciliation service (W3C Reconciliation API 0.2), with decisions.

Here is what is asked and what the answers mean; nothing here uses the network.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rubricator.authority.entries import Entry
from rubricator.authority.identifiers import public, scheme_of
from rubricator.errors import InputRefused
from rubricator.source import Source

FILE = "reconciliation.tsv"
"""The table of candidates, among the authority lists."""
VERSION = "0.2"
COLUMNS = ("ref", "name", "scheme", "id", "candidate", "about", "score", "match", "decision")
YES, NO = "yes", "no"
_ANSWERS = {"yes": YES, "y": YES, "x": YES, "+": YES, "no": NO, "n": NO, "-": NO, "": ""}


@dataclass(frozen=True)
class Service:
    """What a service's manifest says of it: in which *scheme* its ids are, and how many queries it takes."""

    name: str
    scheme: str
    space: str
    batch: int = 10

    @classmethod
    def of(cls, manifest: Any, address: str) -> Service:
        """The service of that manifest; InputRefused if it is none, or of another time."""
        if not isinstance(manifest, dict) or not {"identifierSpace", "name"} <= manifest.keys():
            raise InputRefused(
                "This is no reconciliation service: it has no manifest with a name and an identifierSpace.",
                where=address,
                remedy="Check the address.",
            )
        versions = manifest.get("versions", [VERSION])
        if isinstance(versions, list) and versions and not any(str(v).startswith("0.") for v in versions):
            raise InputRefused(
                f"The service speaks version {', '.join(map(str, versions))}, and this Rubricator {VERSION}.",
                where=address,
            )
        space = str(manifest["identifierSpace"])
        view = manifest.get("view")
        shown = str(view.get("url", "")).replace("{{id}}", "") if isinstance(view, dict) else ""
        batch = manifest.get("batchSize", 10)
        return cls(
            str(manifest["name"]),
            scheme_of(space) or scheme_of(shown),
            space,
            max(1, min(batch, 50)) if isinstance(batch, int) else 10,
        )

    def idno(self, identifier: str) -> tuple[str, str]:
        """How an entry names one of the service's entities."""
        return (self.scheme, identifier) if self.scheme else ("URI", self.space + identifier)

    def knows(self, entry: Entry) -> bool:
        """Whether the entry has an identifier of the service's already."""
        return any(
            one.scheme == self.scheme if self.scheme else one.value.startswith(self.space)
            for one in public(entry.idnos)
        )


@dataclass(frozen=True)
class Asked:
    """What is asked besides the name: the service's *type* for each kind, its *properties* for our facts."""

    types: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    limit: int = 5


def query(entry: Entry, asked: Asked) -> dict[str, Any]:
    """The query for an entry: its main form, and of its years those that the service has a property for."""
    made: dict[str, Any] = {"query": entry.label, "limit": asked.limit}
    if entry.kind.value in asked.types:
        made["type"] = asked.types[entry.kind.value]
    facts = {"birth": entry.first_year, "death": entry.last_year}
    told = [
        {"pid": property, "v": str(facts[fact])}
        for fact, property in asked.properties.items()
        if facts.get(fact) is not None
    ]
    if told:
        made["properties"] = told
    return made


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone or something that an entry may be, by a service; *decision* is yes, no, or empty."""

    ref: str
    name: str
    scheme: str
    id: str
    candidate: str
    about: str
    score: float
    match: bool
    decision: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What is decided about: that the entry is that entity."""
        return self.ref, self.scheme, self.id


def answered(entry: Entry, answer: Any, service: Service) -> Iterator[Candidate]:
    """The candidates of a service's answer about an entry, the best first."""
    results = answer.get("result", []) if isinstance(answer, dict) else []
    found = []
    for result in results if isinstance(results, list) else []:
        if not isinstance(result, dict) or not result.get("id"):
            continue
        scheme, identifier = service.idno(str(result["id"]))
        types = [
            str(one.get("name", one.get("id", ""))) if isinstance(one, dict) else str(one)
            for one in result.get("type", [])
        ]
        about = "; ".join(filter(None, (str(result.get("description") or ""), ", ".join(types))))
        score = result.get("score", 0)
        score = float(score) if isinstance(score, (int, float)) else 0.0
        name = str(result.get("name", ""))
        match = result.get("match") is True
        found.append(Candidate(entry.ref, entry.label, scheme, identifier, name, about, score, match))
    yield from sorted(found, key=lambda one: (-one.score, one.id))


def together(known: Sequence[Candidate], new: Iterable[Candidate]) -> list[Candidate]:
    """The candidates known, with their decisions, and the new ones after those of the same entry."""
    decisions = {one.key: one.decision for one in known}
    fresh = [replace(one, decision=decisions.get(one.key, "")) for one in new]
    refs = {one.ref for one in fresh}
    keys = {one.key for one in fresh}
    kept = [one for one in known if one.key not in keys and (one.decision or one.ref not in refs)]
    order: dict[str, int] = {}
    for one in (*known, *fresh):
        order.setdefault(one.ref, len(order))
    return sorted((*kept, *fresh), key=lambda one: (order[one.ref], -one.score, one.id))


def accepted_above(candidates: Sequence[Candidate], score: float) -> list[Candidate]:
    """The candidates, accepted where an entry has one of that score alone (and none decided about)."""
    best: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.score >= score and one.decision != NO:
            best.setdefault(one.ref, []).append(one)
    decided = {one.ref for one in candidates if one.decision == YES}
    sole = {few[0].key for ref, few in best.items() if len(few) == 1 and ref not in decided}
    return [replace(one, decision=YES) if one.key in sole else one for one in candidates]


def write(candidates: Iterable[Candidate]) -> str:
    """The candidates as a table to decide in: yes or no in the last column."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in candidates:
        row = (one.ref, one.name, one.scheme, one.id, one.candidate, one.about)
        match = "match" if one.match else ""
        writer.writerow((*(" ".join(cell.split()) for cell in row), f"{one.score:g}", match, one.decision))
    return out.getvalue()


def read(source: Source) -> list[Candidate]:
    """The candidates in such a table; InputRefused where it is broken."""
    text = source.markup.replace("\r\n", "\n")
    rows = csv.DictReader(io.StringIO(text), delimiter="\t")
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise InputRefused(
            f"The columns of the table are not {', '.join(COLUMNS)}.",
            where=source.name,
            remedy="Restore them, divided by tabs.",
        )
    found = []
    for row in rows:
        said = (row["decision"] or "").strip().lower()
        try:
            decision, score = _ANSWERS[said], float(row["score"] or 0)
        except (KeyError, ValueError) as error:
            raise InputRefused(
                f"{error.args[0]!r} is neither yes nor no, nor a score.",
                where=f"{source.name}:{rows.line_num}",
                remedy="Write yes or no in the last column, or leave it empty.",
            ) from error
        cells = (row[name] or "" for name in COLUMNS[:6])
        ref, name, scheme, identifier, candidate, about = cells
        match = bool((row["match"] or "").strip())
        found.append(Candidate(ref, name, scheme, identifier, candidate, about, score, match, decision))
    return found
