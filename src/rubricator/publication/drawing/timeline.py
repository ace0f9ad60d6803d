"""A line of time: the dates that a text names above it, the events of its entries below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from rubricator.publication.drawing import svg
from rubricator.publication.drawing.svg import LETTERS, WIDTH, Drawing

ENOUGH = 3
"""With fewer points in time there is no line."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)
_MARGIN = 16
_DOT = 4.0
_DATE = re.compile(r"(-?)(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True)
class Point:
    """A date of the index: from when to when in years, its words, how often it is named; or an event."""

    start: float
    end: float
    words: str
    times: int
    event: bool


def years(iso: str) -> tuple[float, float] | None:
    """From when to when a date of ISO 8601 lasts, in years; a range has a slash."""
    ends = [_DATE.match(part) for part in iso.split("/")]
    if not all(ends):
        return None
    spans = [_span(*match.groups()) for match in ends if match]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _span(sign: str, year: str, month: str | None, day: str | None) -> tuple[float, float]:
    first = float(int(sign + year))
    if not month:
        return first, first + 1
    start = first + (int(month) - 1) / 12
    if not day:
        return start, start + 1 / 12
    start += (int(day) - 1) / 372
    return start, start + 1 / 372


def drawn(page: etree._Element, section: etree._Element, wording: Mapping[str, str]) -> Drawing | None:
    """The line of the dates in *section*."""
    points = [
        Point(*span, svg.heading(entry), len(svg.mentions(entry)), entry.get("data-event") is not None)
        for entry in svg.entries(section)
        if (span := years(entry.get("data-when", "")))
    ]
    if len({point.start for point in points}) < ENOUGH:
        return None
    first, last = min(point.start for point in points), max(point.end for point in points)
    step = next((one for one in _STEPS if (last - first) / one <= 7), _STEPS[-1])
    start, end = first // step * step, -(-last // step) * step
    scale = (WIDTH - 2 * _MARGIN) / (end - start)
    above = list(_stacked([one for one in points if not one.event], start, scale))
    below = list(_stacked([one for one in points if one.event], start, scale))
    axis = 8 + (1 + max((lane for *_, lane in above), default=0)) * 2.4 * _DOT
    floor = axis + LETTERS + 6
    height = floor + (10 + (1 + max(lane for *_, lane in below)) * 2.4 * _DOT if below else 4)
    marks = [svg.line(_MARGIN, axis, WIDTH - _MARGIN, axis, "axis")]
    for count in range(round((end - start) / step) + 1):
        x = _MARGIN + count * step * scale
        marks.append(svg.line(x, axis, x, axis + 4, "axis"))
        marks.append(
            svg.words(x, axis + LETTERS + 4, _year(start + count * step, wording), "degrees", "middle")
        )
    for point, x, lane in above:
        marks += _mark(point, x, axis - 8 - lane * 2.4 * _DOT, scale, "mention")
    for point, x, lane in below:
        marks += _mark(point, x, floor + 8 + lane * 2.4 * _DOT, scale, "event")
    return Drawing(height, tuple(marks))


def _stacked(points: list[Point], start: float, scale: float) -> Iterator[tuple[Point, float, int]]:
    """Each point with where it is on the line, and in which lane it lies on no other."""
    lanes: list[float] = []
    for point in sorted(points, key=lambda one: (one.start, one.end, one.words)):
        x = _MARGIN + (point.start - start) * scale
        right = x + _length(point, scale) + 2 * _DOT
        lane = next((at for at, taken in enumerate(lanes) if taken <= x - _DOT), len(lanes))
        lanes[lane : lane + 1] = [right]
        yield point, x, lane


def _length(point: Point, scale: float) -> float:
    """How long the point lasts on the line, where that is longer than a dot."""
    length = (point.end - point.start) * scale
    return length - 2 * _DOT if length > 4 * _DOT else 0


def _mark(point: Point, x: float, y: float, scale: float, kind: str) -> Iterator[str]:
    length = _length(point, scale)
    if length:
        yield svg.line(x + _DOT, y, x + _DOT + length, y, f"{kind} span")
    else:
        radius = min(_DOT - 0.5 + 0.3 * point.times, _DOT + 0.8)
        yield svg.dot(x + _DOT / 2, y, radius, kind, point.words)


def _year(value: float, wording: Mapping[str, str]) -> str:
    """What a mark of the line says: there is no year 0."""
    return (
        wording["year-before-christ"].replace("AA", str(-int(value))) if value < 0 else str(int(value) or 1)
    )
