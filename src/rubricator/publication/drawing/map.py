"""A map of the places that a text names, drawn from their coordinates: no tiles, no coast, a graticule."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from rubricator.publication.drawing import svg
from rubricator.publication.drawing.svg import LETTERS, WIDTH, Box, Drawing

ENOUGH = 2
"""With fewer places in different spots there is no map."""
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 45)
_LEAST = 1.0  # degrees: a single town is not blown up to a sheet
_EDGE = 6.0
_LOW, _HIGH = 0.45, 0.8
"""How high a map is at least and at most, by its width."""
_PAIR = re.compile(r"\s*([+\-−]?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*([+\-−]?\d{1,3}(?:\.\d+)?)\s*")
_COMMAS = re.compile(r"\s*([+\-−]?\d{1,3},\d+)[;\s]+([+\-−]?\d{1,3},\d+)\s*")


@dataclass(frozen=True)
class Spot:
    """A place on the map: where it is, its name, how often it is named."""

    latitude: float
    longitude: float
    name: str
    times: int


def coordinates(written: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, as `geo` has them; nothing for what cannot be such."""
    match = _COMMAS.fullmatch(written) or _PAIR.fullmatch(written)
    if not match:
        return None
    latitude, longitude = (float(part.replace(",", ".").replace("−", "-")) for part in match.groups())
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def drawn(page: etree._Element, section: etree._Element, wording: Mapping[str, str]) -> Drawing | None:
    """The map of the places in *section*."""
    spots = [
        Spot(*where, svg.heading(entry), len(svg.mentions(entry)))
        for entry in svg.entries(section)
        if (where := coordinates(entry.get("data-geo", "")))
    ]
    if len({(spot.latitude, spot.longitude) for spot in spots}) < ENOUGH:
        return None
    sheet = _Sheet.around(spots)
    marks = [*sheet.graticule(wording), *sheet.places(spots)]
    return Drawing(sheet.height, tuple(marks))


@dataclass(frozen=True)
class _Sheet:
    """The part of the world that is shown, every degree of latitude as long as another."""

    west: float
    north: float
    across: float
    scale: float
    """Units for a degree of latitude."""
    squeeze: float
    """How much shorter a degree of longitude is in the middle of the sheet."""
    height: float

    @classmethod
    def around(cls, spots: list[Spot]) -> _Sheet:
        """The sheet that holds all *spots*, with some room round them."""
        south, north = min(spot.latitude for spot in spots), max(spot.latitude for spot in spots)
        west, east = min(spot.longitude for spot in spots), max(spot.longitude for spot in spots)
        squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
        across = max((east - west) * squeeze * 1.3, (north - south) * 1.3 / _HIGH, _LEAST) / squeeze
        down = max((north - south) * 1.3, across * squeeze * _LOW)
        scale = WIDTH / (across * squeeze)
        return cls(
            (west + east - across) / 2, (south + north + down) / 2, across, scale, squeeze, down * scale
        )

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a place is on the sheet."""
        return (longitude - self.west) * self.squeeze * self.scale, (self.north - latitude) * self.scale

    def graticule(self, wording: Mapping[str, str]) -> Iterator[str]:
        """Parallels and meridians, with their degrees."""
        down = self.height / self.scale
        step = next((one for one in _STEPS if max(self.across, down) / one <= 7), _STEPS[-1])
        for count in range(math.ceil((self.north - down) / step), math.floor(self.north / step) + 1):
            if abs(degrees := round(count * step, 1)) <= 90:
                _, y = self.at(degrees, 0)
                yield svg.line(0, y, WIDTH, y, "grid")
                if LETTERS < y < self.height - LETTERS:
                    name = wording["north" if degrees > 0 else "south"] if degrees else ""
                    yield svg.words(_EDGE, y - 3, _degrees(degrees, name), "degrees")
        for count in range(math.ceil(self.west / step), math.floor((self.west + self.across) / step) + 1):
            if abs(degrees := round(count * step, 1)) <= 180:
                x, _ = self.at(0, degrees)
                yield svg.line(x, 0, x, self.height, "grid")
                if 30 < x < WIDTH - 40:
                    name = wording["east" if degrees > 0 else "west"] if degrees else ""
                    yield svg.words(x + 3, self.height - 4, _degrees(degrees, name), "degrees")

    def places(self, spots: list[Spot]) -> Iterator[str]:
        """A dot for each place, and its name where there is room for it; the most named come first."""
        frame = Box(0, 0, WIDTH, self.height - LETTERS)
        ordered = sorted(spots, key=lambda spot: (-spot.times, spot.name))
        placed = [(spot, *self.at(spot.latitude, spot.longitude), _radius(spot)) for spot in ordered]
        taken = [Box(x - radius, y - radius, x + radius, y + radius) for _, x, y, radius in placed]
        names: list[str] = []
        for spot, x, y, radius in placed:
            yield svg.dot(x, y, radius, "place", spot.name)
            for box, anchor in _beside(x, y, radius + 2, svg.breadth(spot.name)):
                if box.lies_in(frame) and not any(box.meets(other) for other in taken):
                    taken.append(box)
                    start = {"start": box.left, "end": box.right, "middle": (box.left + box.right) / 2}[
                        anchor
                    ]
                    names.append(svg.words(start, box.bottom - 3, spot.name, anchor=anchor))
                    break
        yield from names


def _beside(x: float, y: float, room: float, breadth: float) -> Iterator[tuple[Box, str]]:
    """Where a name may stand beside its dot, the best place first."""
    high = LETTERS + 2
    yield Box(x + room, y - high / 2, x + room + breadth, y + high / 2), "start"
    yield Box(x - room - breadth, y - high / 2, x - room, y + high / 2), "end"
    yield Box(x - breadth / 2, y - room - high, x + breadth / 2, y - room), "middle"
    yield Box(x - breadth / 2, y + room, x + breadth / 2, y + room + high), "middle"
    yield Box(x + room / 2, y - room - high, x + room / 2 + breadth, y - room), "start"
    yield Box(x + room / 2, y + room, x + room / 2 + breadth, y + room + high), "start"


def _radius(spot: Spot) -> float:
    return min(3 + 1.5 * math.log2(max(spot.times, 1)), 9)


def _degrees(degrees: float, name: str) -> str:
    return f"{svg.number(abs(degrees))}° {name}".rstrip()
