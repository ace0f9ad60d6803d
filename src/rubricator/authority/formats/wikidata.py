"""Entries from Wikidata's JSON: entities as `Special:EntityData` gives them, or lines of a dump."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from rubricator.authority.entries import Entry, EntryKind, Event, Name
from rubricator.authority.formats.making import NAME_ELEMENTS, entry
from rubricator.dates.calendar import to_gregorian

_HUMAN = frozenset({"Q5"})
_PLACES = frozenset(
    """
    Q515 Q486972 Q532 Q3957 Q6256 Q3624078 Q35657 Q23442 Q4022 Q8502 Q23397 Q165 Q5107 Q1549591 Q3024240
    Q82794 Q1093829 Q15284 Q484170 Q5119 Q1637706 Q200250 Q174844 Q3336843 Q10864048 Q107390 Q56061 Q41176
    """.split()
)
_ORGANISATIONS = frozenset(
    """
    Q43229 Q7278 Q4830453 Q783794 Q3918 Q38723 Q484652 Q327333 Q163740 Q31855 Q7075 Q33506 Q176799 Q49773
    Q178790 Q2659904 Q192350 Q1785733 Q748720 Q6881511 Q891723 Q2085381 Q1047213
    """.split()
)
_WORKS = frozenset(
    """
    Q571 Q7725634 Q47461344 Q3331189 Q11032 Q1002697 Q5633421 Q41298 Q191067 Q13442814 Q23622 Q8261 Q25379
    Q5185279 Q1980247 Q686822 Q1110794
    """.split()
)
_KINDS = (
    (EntryKind.PERSON, _HUMAN),
    (EntryKind.PLACE, _PLACES),
    (EntryKind.ORG, _ORGANISATIONS),
    (EntryKind.WORK, _WORKS),
)
_IDENTIFIERS = {"P227": "GND", "P214": "VIAF", "P1566": "GeoNames", "P213": "ISNI", "P244": "LCCN"}
_BEGINS = {EntryKind.PERSON: "P569", EntryKind.ORG: "P571", EntryKind.WORK: "P577"}
_ENDS = {EntryKind.PERSON: "P570", EntryKind.ORG: "P576"}
_WHOLES = {EntryKind.PLACE: ("P131", "P17"), EntryKind.ORG: ("P749", "P361")}
"""Where a place lies (administrative unit, country); what an organisation belongs to (parent, part of)."""
_JULIAN = "Q1985786"
_TIME = re.compile(r"([+-])(\d+)-(\d\d)-(\d\d)T")
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY = 11, 10, 9, 8, 7


def entities(value: Any) -> Iterator[dict[str, Any]]:
    """The entities in a JSON document."""
    if isinstance(value, list):
        for item in value:
            yield from entities(item)
    elif isinstance(value, dict):
        if isinstance(value.get("entities"), dict):
            yield from entities(list(value["entities"].values()))
        elif "labels" in value and str(value.get("id", "")).startswith("Q"):
            yield value


def read(
    entity: dict[str, Any], kind: EntryKind | None, languages: Sequence[str], file: str
) -> Iterator[Entry]:
    """The entry that the entity describes: its labels and aliases in *languages*, the first foremost."""
    meant = _kind(entity) or kind
    if meant is None:
        return
    begins, ends = _BEGINS.get(meant), _ENDS.get(meant)
    descriptions = entity.get("descriptions") or {}
    note = next((descriptions[code]["value"] for code in languages if code in descriptions), "")
    yield entry(
        meant,
        _names(entity, meant, languages),
        idnos=[("wikidata", str(entity["id"])), *_identifiers(entity)],
        note=note,
        begins=_event(entity, begins) if begins else None,
        ends=_event(entity, ends) if ends else None,
        geo=_geo(entity),
        sex=next((str(value.get("id")) for value in _values(entity, "P21") if isinstance(value, dict)), ""),
        part_of=(_address(value) for claim in _WHOLES.get(meant, ()) for value in _values(entity, claim)),
        file=file,
    )


def _address(value: Any) -> str:
    return f"http://www.wikidata.org/entity/{value.get('id')}" if isinstance(value, dict) else ""


def _values(entity: dict[str, Any], claim: str) -> list[Any]:
    """The values of a property, the preferred ones alone if there are such, without deprecated ones."""
    statements = (entity.get("claims") or {}).get(claim, ())
    ranked: dict[str, list[Any]] = {}
    for statement in statements:
        snak = statement.get("mainsnak", {})
        if snak.get("snaktype", "value") == "value" and "datavalue" in snak:
            ranked.setdefault(statement.get("rank", "normal"), []).append(snak["datavalue"].get("value"))
    return ranked.get("preferred") or ranked.get("normal") or []


def _kind(entity: dict[str, Any]) -> EntryKind | None:
    types = {str(value.get("id")) for value in _values(entity, "P31") if isinstance(value, dict)}
    for kind, known in _KINDS:
        if types & known:
            return kind
    return EntryKind.PLACE if _values(entity, "P625") else None


def _names(entity: dict[str, Any], kind: EntryKind, languages: Sequence[str]) -> Iterator[Name]:
    labels, aliases = entity.get("labels") or {}, entity.get("aliases") or {}
    wanted = [code for code in languages if code in labels or code in aliases] or (
        ["mul"] if "mul" in labels else []
    )
    main = languages[0] if languages else ""
    for code in wanted or sorted(labels)[:1]:
        forms = [labels[code]] if code in labels else []
        for index, form in enumerate([*forms, *aliases.get(code, ())]):
            language = None if code in (main, "mul") else code
            type = None if not index and code in (wanted[:1] or [code]) else "variant"
            one = Name(" ".join(str(form["value"]).split()), NAME_ELEMENTS[kind], type, language)
            yield one if one.form else replace(one, form=str(entity["id"]))


def _identifiers(entity: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for claim, scheme in _IDENTIFIERS.items():
        for value in _values(entity, claim)[:1]:
            yield scheme, str(value)


def _event(entity: dict[str, Any], claim: str) -> Event | None:
    """When it was: the one day, month or year if all statements agree, else the bounds of what they say."""
    bounds = [found for value in _values(entity, claim) if (found := _time(value))]
    if not bounds:
        return None
    finest = max(len(first) for first, _ in bounds)
    first, last = min(bounds)[0], max(bounds, key=lambda bound: bound[1])[1]
    if len({bound for bound in bounds if len(bound[0]) == finest}) == 1 and all(
        bounds[0][0][:4] == first[:4] for first, _ in bounds
    ):
        first, last = next(bound for bound in bounds if len(bound[0]) == finest)
    return Event(first, last)


def _time(value: Any) -> tuple[str, str] | None:
    if not isinstance(value, dict) or not (match := _TIME.match(str(value.get("time", "")))):
        return None
    sign, year, month, day = match[1], int(match[2]), int(match[3]), int(match[4])
    precision = int(value.get("precision", _YEAR))
    written = f"{'-' if sign == '-' else ''}{year:04d}"
    if precision >= _DAY and month and day:
        if str(value.get("calendarmodel", "")).endswith(_JULIAN) and sign == "+":
            year, month, day = to_gregorian(year, month, day)
            written = f"{year:04d}"
        return (f"{written}-{month:02d}-{day:02d}",) * 2
    if precision == _MONTH and month:
        return (f"{written}-{month:02d}",) * 2
    if precision in (_DECADE, _CENTURY) and sign == "+":
        size = 10 if precision == _DECADE else 100
        start = year - year % size if precision == _DECADE else (year - 1) // size * size + 1
        return f"{start:04d}", f"{start + size - 1:04d}"
    return (written, written) if precision >= _YEAR else None


def _geo(entity: dict[str, Any]) -> tuple[float, float] | None:
    for value in _values(entity, "P625"):
        if isinstance(value, dict) and value.get("latitude") is not None:
            return float(value["latitude"]), float(value["longitude"])
    return None
