"""What runs from one place to another (`delSpan` and its like), and what was undone, put into elements.

An empty `delSpan` says of all that follows, over the ends of lines and paragraphs, up to the end of what its
`spanTo` names, that it is deleted; an `undo` somewhere else takes a deletion back. What is published is a
copy in which each stretch of such a text is within an element of its own: `del`, `add`, `damage`, `restore`.
Then the one table of whose words are whose says of it what it says of any deletion (Guidelines, 12.3.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from rubricator import tei
from rubricator.findings import Finding, Place
from rubricator.publication.rules import SPAN
from rubricator.publication.transpositions import TRANSPOSE, transposed

_SPANS = {"delSpan": "del", "addSpan": "add", "damageSpan": "damage", "mod": "mod"}
"""What holds the text that each of the elements which name the end of a stretch is about."""
_UNDOING = ("undo", "redo")
_CHANGES = frozenset(("del", "add", *_SPANS))
"""What a change of the text is encoded as; whatever else an `undo` names is a part of what was changed."""
_DELETED = frozenset("delete deletion deleted del strikethrough struck overstrike cancelled erasure".split())
"""What is said of a `mod` that strikes words out."""
_WHOLE = frozenset("note figure graphic media formula notatedMusic binaryObject".split())
"""Elements that are deleted as a whole, wherever they stand."""
_KEPT = frozenset("pb cb gb milestone fw".split())
"""What is of the page and not of the text: it stays where a text is deleted."""
_UNSEEN = frozenset("lb anchor handShift index".split())
"""What alone is nothing that could be deleted."""
_OWN = frozenset((tei.XML_ID, "spanTo", "target", "part"))
_TAGS = {
    name: f"{{{tei.TEI}}}{name}"
    for name in (*_SPANS, *_UNDOING, "restore", "del", "add", "subst", "seg", "anchor")
}
_TEXT = f"{{{tei.TEI}}}text"
_TRIGGERS = tuple(_TAGS[name] for name in (*_SPANS, *_UNDOING, "restore"))


def spread(root: etree._Element) -> etree._Element:
    """The document under *root* with such stretches within elements: itself where it has none."""
    acts = any(map(_acts, root.iter(*_TRIGGERS)))
    moves = next(root.iter(TRANSPOSE), None) is not None
    if not (acts or moves or next(_transcripts(root), None) is not None):
        return root
    copied = deepcopy(root.getroottree()).getroot()
    for transcript in list(_transcripts(copied)):
        _last_text(transcript).addnext(transcript)
    if acts:
        _Spreading(copied).run()
    if moves:
        transposed(copied)
    return copied


def _transcripts(root: etree._Element) -> Iterator[etree._Element]:
    """Each transcript of the source that stands before the text it became: readers have the text first."""
    for transcript in root.iterchildren(f"{{{tei.TEI}}}sourceDoc"):
        if next(transcript.itersiblings(_TEXT), None) is not None:
            yield transcript


def _last_text(transcript: etree._Element) -> etree._Element:
    return list(transcript.itersiblings(_TEXT))[-1]


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
    if tei.local_name(element) == "restore":
        return next(element.iterancestors(_TAGS["del"]), None) is not None
    return element.get("spanTo") is not None or element.get("target") is not None


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
            self._cover_from(span, end, _Wrapping((*around, name), span))
        del span.attrib["spanTo"]

    def _cover_from(self, begin: etree._Element, end: etree._Element, wrapping: _Wrapping) -> None:
        """Wrap all that comes after *begin*, to the end of the content of *end*."""
        above = {one: at for at, one in enumerate(begin.iterancestors())}
        if end in above:
            holder: etree._Element = end
            last: frozenset[etree._Element] = frozenset()
        else:
            holder = next(one for one in end.iterancestors() if one in above)
            last = frozenset((end, *end.iterancestors()))
        first = {one.getparent(): one for one in (begin, *above) if one is not holder}
        self._cover(holder, wrapping, _Reach(begin, first, end if last else None, last), inside=False)
        wrapping.number()

    def _cover(self, holder: etree._Element, wrapping: _Wrapping, reach: _Reach, *, inside: bool) -> None:
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
                self._cover(first, wrapping, reach, inside=False)
                if first in reach.last:
                    return
            runs.text(first)
            following = first.getnext()
        while following is not None:
            child, following = following, following.getnext()
            if child in reach.last:
                runs.close()
                self._cover(child, wrapping, _ALL if child is reach.end else reach, inside=True)
                break
            self._take(child, runs, wrapping)
            runs.text(child)
        runs.close()

    def _take(self, child: etree._Element, runs: _Runs, wrapping: _Wrapping) -> None:
        """Wrap *child*, which is within the stretch as a whole."""
        if not isinstance(child.tag, str):
            runs.take(child)
            return
        name = tei.local_name(child)
        if child in self.kept or (name in _KEPT and tei.is_tei(child)):
            runs.close()
        elif name in _WHOLE or not tei.is_tei(child) or (runs.holds_text and self._is_simple(child)):
            if not runs.holds_text:
                runs.close()
            runs.take(child)
            if not runs.holds_text:
                runs.close()
        else:
            runs.close()
            self._cover(child, wrapping, _ALL, inside=True)

    def _is_simple(self, element: etree._Element) -> bool:
        """Whether the element stands in the line with all that it holds."""
        if not isinstance(element.tag, str) or not tei.is_tei(element):
            return True
        name = tei.local_name(element)
        if element in self.kept or name in _KEPT:
            return False
        return name in _WHOLE or (not tei.is_block(element) and all(map(self._is_simple, element)))

    def _take_back(self, element: etree._Element) -> None:
        name = tei.local_name(element)
        if name in _SPANS and not len(element) and not element.text:
            return  # its text is known already
        if name == "del":
            _wrap(element, "restore", element)
        elif name == "add":
            _wrap(element, "del", element)
        elif name not in _CHANGES and next(element.iterancestors(_TAGS["del"]), None) is not None:
            _wrap(element, "restore", element)

    def _carve(self, restored: etree._Element) -> None:
        """Take what was restored of a deletion out of it: the deletion goes on before and after it."""
        outer = next(restored.iterancestors(_TAGS["del"], _TAGS["restore"]), None)
        if outer is None or outer.tag != _TAGS["del"] or next(restored.iter(_TAGS["del"]), None) is not None:
            return
        self.kept.add(restored)
        wrapping = _Wrapping(("del",), outer, parted=True)
        self._cover(outer, wrapping, _ALL, inside=True)
        self._cover(restored, wrapping, _ALL, inside=True)
        name = outer.get(tei.XML_ID)
        _unwrap(outer)
        if name is not None and wrapping.made:
            wrapping.made[0].set(tei.XML_ID, name)


@dataclass(frozen=True, slots=True)
class _Reach:
    """From where to where a stretch goes: the two elements, and all that each stands in."""

    begin: etree._Element | None = None
    first: Mapping[etree._Element | None, etree._Element] = field(default_factory=dict)
    end: etree._Element | None = None
    last: frozenset[etree._Element] = frozenset()


_ALL = _Reach()


@dataclass(slots=True)
class _Wrapping:
    """The elements, from the outermost, that hold each part of a stretch, and those made already."""

    names: Sequence[str]
    span: etree._Element
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


class _Runs:
    """The stretches of one element's content, each put into an element as it ends."""

    def __init__(self, holder: etree._Element, wrapping: _Wrapping, holds_text: bool) -> None:
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


def _wrap(element: etree._Element, name: str, like: etree._Element) -> None:
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
