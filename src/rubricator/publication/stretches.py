"""Stretches: what stands between two places of a document, over the ends of lines and paragraphs.

TEI has no element across the ends of others. So each part of a stretch, as far as it goes within a line or a
paragraph, is put into an element of its own; blocks, pages and what ids lead to stay where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from rubricator import tei

_WHOLE = frozenset("note figure graphic media formula notatedMusic binaryObject".split())
"""Elements that are deleted as a whole, wherever they stand."""
_KEPT = frozenset("pb cb gb milestone fw".split())
"""What is of the page and not of the text: it stays where a text is deleted."""
_UNSEEN = frozenset("lb anchor handShift index".split())
"""What alone is nothing that could be deleted."""
_OWN = frozenset((tei.XML_ID, "spanTo", "target", "part"))


@dataclass(slots=True)
class Wrapping:
    """The elements, from the outermost, that hold each part of a stretch, and those made already."""

    names: Sequence[str]
    span: etree._Element
    kept: Collection[etree._Element] = ()
    """What is never put into another element: that to which something leads."""
    parted: bool = False
    """Whether white space at either end stays outside: what stands there parts the words that remain."""
    made: list[etree._Element] = field(default_factory=list)

    def new(self) -> tuple[etree._Element, etree._Element]:
        """The outermost and the innermost of the elements for one part."""
        outer = inner = _new(self.names[0], self.span)
        for name in self.names[1:]:
            inner = _new(name, self.span)
            outer.append(inner)
        self.made.append(inner)
        return outer, inner

    def number(self) -> None:
        """Say which part of its stretch each is."""
        if len(self.made) > 1:
            for one, part in ((self.made[0], "I"), *((one, "M") for one in self.made[1:-1])):
                one.set("part", part)
            self.made[-1].set("part", "F")


def cover(holder: etree._Element, wrapping: Wrapping) -> None:
    """Wrap all that *holder* holds."""
    _cover(holder, wrapping, _ALL, inside=True)


def cover_from(begin: etree._Element, end: etree._Element, wrapping: Wrapping) -> None:
    """Wrap all that comes after *begin*, to the end of the content of *end*."""
    above = dict.fromkeys(begin.iterancestors())
    if end in above:
        holder: etree._Element = end
        last: frozenset[etree._Element] = frozenset()
    else:
        holder = next(one for one in end.iterancestors() if one in above)
        last = frozenset((end, *end.iterancestors()))
    first = {one.getparent(): one for one in (begin, *above) if one is not holder}
    _cover(holder, wrapping, _Reach(begin, first, end if last else None, last), inside=False)
    wrapping.number()


def _cover(holder: etree._Element, wrapping: Wrapping, reach: _Reach, *, inside: bool) -> None:
    """Wrap what of the content of *holder* is within *reach*; *inside* says that its beginning is."""
    if tei.local_name(holder) in tei.NO_TEXT:
        return
    runs = _Runs(holder, wrapping, tei.holds_text(holder))
    if inside:
        runs.text(None)
        following = next(holder.iterchildren(), None)
    else:
        first = reach.first[holder]
        if first is not reach.begin:
            _cover(first, wrapping, reach, inside=False)
            if first in reach.last:
                return
        runs.text(first)
        following = first.getnext()
    while following is not None:
        child, following = following, following.getnext()
        if child in reach.last:
            runs.close()
            _cover(child, wrapping, _ALL if child is reach.end else reach, inside=True)
            break
        _take(child, runs, wrapping)
        runs.text(child)
    runs.close()


def _take(child: etree._Element, runs: _Runs, wrapping: Wrapping) -> None:
    """Wrap *child*, which is within the stretch as a whole."""
    if not isinstance(child.tag, str):
        runs.take(child)
        return
    name = tei.local_name(child)
    if child in wrapping.kept or (name in _KEPT and tei.is_tei(child)):
        runs.close()
    elif name in _WHOLE or not tei.is_tei(child) or (runs.holds_text and _is_simple(child, wrapping)):
        if not runs.holds_text:
            runs.close()
        runs.take(child)
        if not runs.holds_text:
            runs.close()
    else:
        runs.close()
        _cover(child, wrapping, _ALL, inside=True)


def _is_simple(element: etree._Element, wrapping: Wrapping) -> bool:
    """Whether the element stands in the line with all that it holds."""
    if not isinstance(element.tag, str) or not tei.is_tei(element):
        return True
    name = tei.local_name(element)
    if element in wrapping.kept or name in _KEPT:
        return False
    return name in _WHOLE or (not tei.is_block(element) and all(_is_simple(one, wrapping) for one in element))


@dataclass(frozen=True, slots=True)
class _Reach:
    """From where to where a stretch goes: the two elements, and all that each stands in."""

    begin: etree._Element | None = None
    first: Mapping[etree._Element | None, etree._Element] = field(default_factory=dict)
    end: etree._Element | None = None
    last: frozenset[etree._Element] = frozenset()


_ALL = _Reach()


class _Runs:
    """The stretches of one element's content, each put into an element as it ends."""

    def __init__(self, holder: etree._Element, wrapping: Wrapping, holds_text: bool) -> None:
        self.holder = holder
        self.wrapping = wrapping
        self.holds_text = holds_text
        self.nodes: list[etree._Element] = []
        self.before: etree._Element | None = None
        self.lead = False
        self.tail = False
        self.open = False

    def text(self, after: etree._Element | None) -> None:
        """The text right *after* a child, or before the first."""
        if not self.holds_text:
            return
        if not self.open:
            self.open, self.lead, self.before = True, True, after
        self.tail = True

    def take(self, child: etree._Element) -> None:
        """The next child."""
        if not self.open:
            self.open, self.lead, self.before = True, False, child.getprevious()
        self.nodes.append(child)
        self.tail = False

    def close(self) -> None:
        """Put what has been taken into an element, if there is anything to be seen in it."""
        if not self.open:
            return
        holder, before = self.holder, self.before
        lead = ((holder.text if before is None else before.tail) or "") if self.lead else ""
        seen = lead.strip() or any(
            (isinstance(one.tag, str) and tei.local_name(one) not in _UNSEEN) or (one.tail or "").strip()
            for one in self.nodes
        )
        if seen:
            outer, inner = self.wrapping.new()
            kept = "" if self.lead else (holder.text if before is None else before.tail)
            rest = "" if self.tail or not self.nodes else self.nodes[-1].tail
            for node in self.nodes:
                inner.append(node)
            if self.nodes and not self.tail:
                self.nodes[-1].tail = None
            inner.text = lead or None
            if self.wrapping.parted:
                kept, rest = (kept or "") + _cut(inner, first=True), _cut(inner, first=False) + (rest or "")
            if before is None:
                holder.insert(0, outer)
                holder.text = kept or None
            else:
                before.tail = None
                before.addnext(outer)
                before.tail = kept or None
            outer.tail = rest or None
        self.nodes, self.open, self.lead, self.tail = [], False, False, False


def _cut(element: etree._Element, *, first: bool) -> str:
    """Take away the white space with which the element's content begins, or ends."""
    last = element[-1] if len(element) and not first else None
    text = (element.text if last is None else last.tail) or ""
    left = text.lstrip() if first else text.rstrip()
    if last is None:
        element.text = left or None
    else:
        last.tail = left or None
    return text[: len(text) - len(left)] if first else text[len(left) :]


def _new(name: str, span: etree._Element) -> etree._Element:
    made = etree.Element(f"{{{tei.TEI}}}{name}", nsmap=None)
    for attribute, value in span.attrib.items():
        if attribute not in _OWN:
            made.set(attribute, value)
    return made
