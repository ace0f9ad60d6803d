"""What runs from one place to another (`delSpan` and its like), and what was undone, put into elements.

An empty `delSpan` says of all that follows, over the ends of lines and paragraphs, up to the end of what
its `spanTo` names, that it is deleted; an `undo` somewhere else takes a deletion back. Each part of such a
text is put into an element of its own: `del`, `add`, `damage`, `restore`. Then the one table of whose words
are whose says of it what it says of any deletion (Guidelines, 12.3.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from rubricator import tei
from rubricator.findings import Finding, Place
from rubricator.publication.rules import SPAN
from rubricator.publication.stretches import Wrapping, cover, cover_from

_SPANS = {"delSpan": "del", "addSpan": "add", "damageSpan": "damage", "mod": "mod"}
"""What holds the text that each of the elements which name the end of a stretch is about."""
_UNDOING = ("undo", "redo")
_CHANGES = frozenset(("del", "add", *_SPANS))
"""What a change of the text is encoded as; whatever else an `undo` names is a part of what was changed."""
_DELETED = frozenset("delete deletion deleted del strikethrough struck overstrike cancelled erasure".split())
"""What is said of a `mod` that strikes words out."""
_TAGS = {
    name: f"{{{tei.TEI}}}{name}" for name in (*_SPANS, *_UNDOING, "restore", "del", "add", "subst", "anchor")
}
_TRIGGERS = tuple(_TAGS[name] for name in (*_SPANS, *_UNDOING, "restore", "del"))
_PAGES = tuple(f"{{{tei.TEI}}}{name}" for name in ("pb", "cb", "gb"))
"""What begins within a deletion, and is not deleted."""


def has_spans(root: etree._Element) -> bool:
    """Whether anything under *root* is to be put into elements."""
    return any(map(_acts, root.iter(*_TRIGGERS)))


def spread(root: etree._Element) -> None:
    """Put it into elements: the document under *root* is changed."""
    _Spreading(root).run()


def endless(root: etree._Element, file: str) -> Iterator[Finding]:
    """A warning for each stretch under *root* whose end is not known: its text stays as it is."""
    spans = [one for one in root.iter(*_TRIGGERS) if one.get("spanTo") is not None]
    if not spans:
        return
    places = _Places(root)
    for one in spans:
        if _within_header(one) or places.end(one) is not None:
            continue
        name, line = tei.local_name(one), one.sourceline
        yield SPAN.broken(
            file,
            Place(line, 1) if isinstance(line, int) else None,
            f'It is not known where this <{name}> ends: spanTo="{one.get("spanTo")}" names nothing that '
            "follows it; the text is shown as if it were not there.",
            "Let spanTo name the anchor, or the last element, of what it is about.",
        )


def _acts(element: etree._Element) -> bool:
    if element.tag == _TAGS["del"]:
        return _holds_page(element)
    if tei.local_name(element) == "restore":
        return next(element.iterancestors(_TAGS["del"]), None) is not None
    return element.get("spanTo") is not None or element.get("target") is not None


def _holds_page(deletion: etree._Element) -> bool:
    """Whether a page begins within a deletion that would hide it: one of a side of an alternative may."""
    if not len(deletion) or next(deletion.iter(*_PAGES), None) is None or _within_header(deletion):
        return False
    return not any(
        tei.local_name(one) in tei.ALTERNATIVES or one.tag == _TAGS["restore"] or one.get("type") == "edition"
        for one in deletion.iterancestors()
    )


def _within_header(element: etree._Element) -> bool:
    return next(element.iterancestors(*(f"{{{tei.TEI}}}{name}" for name in tei.NO_TEXT)), None) is not None


@dataclass(frozen=True)
class _Places:
    """Where the elements of a document stand, and which of them ids name."""

    root: etree._Element
    order: dict[etree._Element, int] = field(init=False)
    named: dict[str, etree._Element] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "order", {one: at for at, one in enumerate(self.root.iter(etree.Element))})
        named: dict[str, etree._Element] = {}
        for one in self.order:
            name = one.get(tei.XML_ID)
            if name is not None:
                named.setdefault(name.strip(), one)
        object.__setattr__(self, "named", named)

    def meant(self, pointers: str | None) -> list[etree._Element]:
        """The elements of the document that *pointers* lead to."""
        found = (self.named.get(one[1:]) for one in (pointers or "").split() if one.startswith("#"))
        return [one for one in found if one is not None]

    def end(self, span: etree._Element) -> etree._Element | None:
        """The element with whose content the text of *span* ends, if that comes after it."""
        for end in self.meant(span.get("spanTo")):
            if end is not span and (self.order[end] > self.order[span] or end in span.iterancestors()):
                return end
        return None


class _Spreading:
    """The work on one document, which is changed."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.places = _Places(root)
        self.kept: set[etree._Element] = set()
        for one in self.places.order:
            if one.get("spanTo") is not None:
                self.kept.update((one, *self.places.meant(one.get("spanTo"))))
            for attribute in ("target", "from", "to"):
                self.kept.update(
                    end for end in self.places.meant(one.get(attribute)) if end.tag == _TAGS["anchor"]
                )

    def run(self) -> None:
        undone = self._undone()
        for span in [one for one in self.places.order if one.get("spanTo") is not None]:
            self._span(span, span in undone)
        for element in undone:
            self._take_back(element)
        for one in list(self.root.iter(_TAGS["restore"])):
            self._carve(one)
        for one in reversed(list(self.root.iter(_TAGS["del"]))):
            if _holds_page(one):
                wrapping = Wrapping(("del",), one, self.kept, parted=True)
                cover(one, wrapping)
                wrapping.number()
                _dissolve(one, wrapping)

    def _undone(self) -> list[etree._Element]:
        """What was undone and not done again; an `undo` may itself be undone."""
        undone: dict[etree._Element, None] = {}
        for one in self.places.order:
            if one.tag not in (_TAGS["undo"], _TAGS["redo"]) or _within_header(one):
                continue
            undoing = one.tag == _TAGS["undo"]
            for meant in self.places.meant(one.get("target")):
                if meant.tag == _TAGS["undo"]:
                    changed, undoing = self.places.meant(meant.get("target")), False
                elif meant.tag in (_TAGS["subst"], _TAGS["mod"]) and not meant.get("spanTo"):
                    changed = [part for part in meant if part.tag in (_TAGS["del"], _TAGS["add"])]
                else:
                    changed = [meant]
                for element in changed:
                    if undoing:
                        undone[element] = None
                    else:
                        undone.pop(element, None)
        return list(undone)

    def _span(self, span: etree._Element, undone: bool) -> None:
        name = tei.local_name(span)
        end = self.places.end(span)
        if end is None or _within_header(span) or not tei.is_tei(span):
            return
        if name == "mod":
            said = {*span.get("rend", "").lower().split(), *span.get("type", "").lower().split()}
            name = "del" if said & _DELETED else "mod"
        elif name in _UNDOING:
            name = "restore" if name == "undo" else ""
        else:
            name = _SPANS.get(name, "")
        if name:
            around = {"del": ("restore",), "add": ("del",)}.get(name, ()) if undone else ()
            cover_from(span, end, Wrapping((*around, name), span, self.kept))
        del span.attrib["spanTo"]

    def _take_back(self, element: etree._Element) -> None:
        name = tei.local_name(element)
        if name in _SPANS and not len(element) and not element.text:
            return  # its text is known already
        if name == "del":
            _wrap(element, "restore")
        elif name == "add":
            _wrap(element, "del")
        elif name not in _CHANGES and next(element.iterancestors(_TAGS["del"]), None) is not None:
            _wrap(element, "restore")

    def _carve(self, restored: etree._Element) -> None:
        """Take what was restored of a deletion out of it: the deletion goes on before and after it."""
        outer = next(restored.iterancestors(_TAGS["del"], _TAGS["restore"]), None)
        if outer is None or outer.tag != _TAGS["del"] or next(restored.iter(_TAGS["del"]), None) is not None:
            return
        self.kept.add(restored)
        wrapping = Wrapping(("del",), outer, self.kept, parted=True)
        cover(outer, wrapping)
        cover(restored, wrapping)
        _dissolve(outer, wrapping)


def _dissolve(deletion: etree._Element, wrapping: Wrapping) -> None:
    """Leave of *deletion* what was made of it: the first has its name."""
    name = deletion.get(tei.XML_ID)
    _unwrap(deletion)
    if name is not None and wrapping.made:
        wrapping.made[0].set(tei.XML_ID, name)


def _wrap(element: etree._Element, name: str) -> None:
    """Put *element* alone into an element."""
    holder = element.getparent()
    if holder is None:
        return
    made = etree.Element(f"{{{tei.TEI}}}{name}")
    made.tail, element.tail = element.tail, None
    holder.replace(element, made)
    made.append(element)


def _unwrap(element: etree._Element) -> None:
    """Put what the element holds in its place."""
    holder = element.getparent()
    if holder is None:
        return
    at = holder.index(element)
    before = element.getprevious()

    def after(text: str | None) -> None:
        if not text:
            return
        if before is None:
            holder.text = (holder.text or "") + text
        else:
            before.tail = (before.tail or "") + text

    tail, children = element.tail, list(element)
    element.tail = None
    holder.remove(element)
    after(element.text)
    for offset, child in enumerate(children):
        holder.insert(at + offset, child)
        before = child
    after(tail)
