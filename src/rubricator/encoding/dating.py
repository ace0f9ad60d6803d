"""Dates in a header: what the ISO form of a date is that a header states."""

from __future__ import annotations

import re

from rubricator.annotation import RUBRICATOR, Certainty
from rubricator.dates import DateValue, find_dates, parse_date
from rubricator.encoding.serialize import Child, Node, node

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def dated(text: str) -> list[Child]:
    """*text* with each date in it as a `date`."""
    children: list[Child] = []
    position = 0
    for found in find_dates(text, field=True):
        children.append(text[position : found.span.start])
        children.append(node("date", _attributes(found.value), found.written))
        position = found.span.end
    children.append(text[position:])
    return [child for child in children if child]


def calendars(text: str) -> Node | None:
    """The calendar that dates of *text* follow beside the Gregorian one, if there is one."""
    dates = find_dates(text, field=True)
    if not any(found.value.attribute("calendar") == "#julian" for found in dates):
        return None
    described = (
        "The Julian calendar (Old Style). What dates in it are in the Gregorian one, their @when says."
    )
    return node("calendarDesc", None, node("calendar", {"xml:id": "julian"}, node("p", None, described)))


def attributes(text: str) -> dict[str, str]:
    """The dating attributes of *text*, if the whole of it is a date."""
    value = parse_date(text)
    return _attributes(value) if value else {}


def when(text: str) -> str:
    """The `@when` of *text*, if the whole of it is one day, month or year, beyond doubt."""
    value = parse_date(text)
    return value.when or "" if value and value.cert is Certainty.HIGH else ""


def spans(text: str) -> list[tuple[int, int]]:
    """Where *text* holds dates, in order."""
    return [(found.span.start, found.span.end) for found in find_dates(text, field=True)]


def is_day(text: str) -> bool:
    """Whether *text* is a date to the day."""
    return bool(_DAY.fullmatch(when(text)))


def _attributes(value: DateValue) -> dict[str, str]:
    """The dating attributes, and who vouches for them where that is in doubt."""
    stated = dict(value.attributes)
    if stated and value.cert is not Certainty.HIGH:
        stated |= {"resp": RUBRICATOR, "cert": str(value.cert)}
    return stated
