"""Drawings for the page: a map, a timeline, a chart of mentions, made of what its index lists.

Each is an inline SVG that scripts, colours and networks have no part in: it takes its colours from the page's
theme, and the list under it says the same in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from lxml import etree

from rubricator.publication.drawing.svg import Drawing, figure
from rubricator.publication.xhtml import XHTML

_DRAWINGS = frozenset(("map", "timeline", "chart"))
"""Each is drawn by the module of that name, loaded when there is room for it."""


def drawn(page: etree._Element, wording: Mapping[str, str]) -> dict[str, str]:
    """What stands where *page* keeps room for a drawing: nothing, where there is too little to draw."""
    places: dict[str, str] = {}
    for place in page.iter(f"{XHTML}div"):
        kind = place.get("data-drawing", "")
        section = place.getparent()
        if kind in _DRAWINGS and section is not None:
            draw = import_module(f"{__name__}.{kind}").drawn
            made: Drawing | None = draw(page, section, wording)
            places[f'<div class="drawing" data-drawing="{kind}"></div>'] = (
                figure(made, kind, wording) if made else ""
            )
    return places
