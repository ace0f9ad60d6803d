"""Running on: over which ends of the source's lines the edited reading runs, in every format."""

from __future__ import annotations

from lxml import etree

_RUNNING = frozenset(("p", "note", "item"))
"""The classes of what runs on over the ends of the source's lines and pages, where these are not shown."""
_KEPT = ("edition", "title-page", "titlepage", "dedication", "envelope", "address")
_LINED = frozenset((*(f"type-{kind}" for kind in _KEPT), "r-c", "r-center", "r-centre"))
"""The classes of what keeps them."""


def runs_on(end: etree._Element) -> bool:
    """Whether the text runs on over an end of line, a `br` of the class `lb`."""
    classes = (end.get("class") or "").split()
    lined = _LINED - {"type-edition"} if classes[1:] == ["run"] else _LINED
    runs = is_within_word(end)
    for above in end.iterancestors():
        classes = (above.get("class") or "").split()
        runs = runs or not _RUNNING.isdisjoint(classes)
        if not lined.isdisjoint(classes) or "text-align: center" in (above.get("style") or ""):
            return False
    return runs


def is_within_word(end: etree._Element) -> bool:
    """Whether a word goes on over the end of line."""
    return end.get("data-break") == "no"
