"""Documents that a grammar allows, made at random: a seed gives the same document every time.

What was used little is preferred, so that some hundred documents hold every element, in odd places.
`python -m tests.publication.generated tei_all.rng 1 500` publishes five hundred, and says what is wrong.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree
from tests.publication.goldens import every_format

from rubricator.document import Document
from rubricator.errors import RubricatorError
from rubricator.publication.format import Context
from rubricator.source import Source
from rubricator.tei import TEI, XML_ID, local_name
from rubricator.validation.relaxng import Grammar
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.patterns import (
    AttributePattern,
    DataPattern,
    ElementPattern,
    Kind,
    Pattern,
    ValuePattern,
)

_NEVER = 1000
"""The height of what never comes to an end."""
_WORDS = (
    *"alpha Beta gamma. delta, “epsilon” zeta’s (eta) θῆτα йота كتاب שלום 漢字 देव ܟܬܒܐ 12 co-operate".split(),
    *"— ñu e\u0301 h&i<j> [k] l; m 𐌀𐌁".split(),
    "f\u00a0g",
)
_SPACES = ("", "", "", " ", " ", "\n  ")
_VALUES = (
    *"1 2 3 12 0.5 2.1 true false high low unknown inapplicable M F I N Y en de ar zh-Hant grc la he".split(),
    *"2020-03-04 1848 2020-03 1848-05-01T10:00:00 P1Y PT5S 10:30 italic bold center sup margin".split(),
    *"foot end above block main sub a b xyz A.1 3cm text/plain image/png tei [a-z]+ $1 //p p (.+)".split(),
    *"inline default preserve no yes maybe left both utf-8 US U+0041 x.y 4.9.0 12: Ä".split(),
    *("x y", "10 lines", "0,0 10,0 10,10", "41.9 12.5", "color: red"),
)
_POINTER = "\ue000"
"""Stands for a pointer until all ids are known."""
_ELSEWHERE = ("#nowhere", "https://example.org/x?a=1&b=2", "other.xml#a", "person:x", "mailto:a@example.org")


class Maker:
    """Makes documents of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._start = grammar.automaton.first
        self.used: Counter[str] = Counter()
        self._heights = {id(element): _NEVER for element in grammar.elements}
        self._measure(grammar.elements)

    def _measure(self, elements: Sequence[Element]) -> None:
        """How many levels each element needs at least, so that every document comes to an end."""
        lower = True
        while lower:
            found = {id(element): 1 + self.height(element.pattern) for element in elements}
            lower = found != self._heights
            self._heights = found

    def height(self, pattern: Pattern) -> int:
        """How many levels of elements the pattern needs at least."""
        if isinstance(pattern, ElementPattern):
            return self._heights[id(pattern.element)]
        if pattern.kind is Kind.NOT_ALLOWED:
            return _NEVER
        if pattern.kind is Kind.CHOICE:
            return 0 if pattern.nullable else min(map(self.height, pattern.parts))
        if pattern.kind in (Kind.GROUP, Kind.INTERLEAVE, Kind.ONE_OR_MORE):
            return max(map(self.height, pattern.parts))
        return 0

    def document(self, seed: int) -> bytes:
        """The document of *seed*; what was used in those made before is preferred less."""
        return _Making(self, random.Random(seed)).document(self._start)


class _Making:
    """One document in the making."""

    def __init__(self, maker: Maker, chance: random.Random) -> None:
        self.maker = maker
        self.chance = chance
        self.left = chance.choice((60, 120, 250))  # elements that may still be made
        self.ids: list[str] = []
        self.pointers: list[tuple[etree._Element, str]] = []

    def document(self, start: Pattern) -> bytes:
        holder = etree.Element("holder", nsmap={"t": TEI})
        while not len(holder) or local_name(holder[0]) not in ("TEI", "teiCorpus"):
            del holder[:]
            self._add(start, holder, self.chance.choice((9, 12, 16)))
        for element, name in self.pointers:
            count = element.get(name, "").count(_POINTER)
            element.set(name, " ".join(self._pointer() for _ in range(count)))
        return etree.tostring(holder[0], encoding="utf-8")

    def _pointer(self) -> str:
        if self.ids and self.chance.random() < 0.7:
            return "#" + self.chance.choice(self.ids)
        return self.chance.choice(_ELSEWHERE)

    def _add(self, pattern: Pattern, into: etree._Element, depth: int) -> None:
        """Something that *pattern* allows, of at most *depth* levels if that is possible."""
        chance, kind = self.chance, pattern.kind
        if isinstance(pattern, ElementPattern):
            self._element(pattern.element, into, depth)
        elif isinstance(pattern, AttributePattern):
            self._attribute(pattern, into)
        elif isinstance(pattern, DataPattern | ValuePattern) or kind is Kind.LIST:
            _append(into, self._value(pattern) or "1")
        elif kind is Kind.TEXT:
            if chance.random() < 0.6:
                _append(into, self._words())
        elif kind is Kind.CHOICE:
            self._add(self._chosen(pattern, depth), into, depth)
        elif kind is Kind.ONE_OR_MORE:
            for _ in range(1 if self.left < 0 else chance.choice((1, 1, 2, 3, 5))):
                self._add(pattern.parts[0], into, depth)
        else:
            parts = pattern.parts
            for part in chance.sample(parts, len(parts)) if kind is Kind.INTERLEAVE else parts:
                self._add(part, into, depth)

    def _element(self, element: Element, into: etree._Element, depth: int) -> None:
        names = sorted(element.names.names())
        space, local = split(self.chance.choice(names)) if names else ("urn:other", "other")
        made = etree.SubElement(into, f"{{{space}}}{local}", nsmap={"x": space})
        self.maker.used[local] += 1
        self.left -= 1
        left = self.left
        if local == "teiHeader":
            self.left = self.chance.choice((5, 40, 150))  # most of a document is its text
        if names:
            self._add(element.pattern, made, depth - 1)
        else:
            made.text = self._words()
        if local == "teiHeader":
            self.left = left

    def _chosen(self, pattern: Pattern, depth: int) -> Pattern:
        height, chance = self.maker.height, self.chance
        empty = next((part for part in pattern.parts if part.kind is Kind.EMPTY), None)
        if all(part.kind in (Kind.EMPTY, Kind.ATTRIBUTE) for part in pattern.parts):
            return empty if empty and chance.random() < 0.88 else chance.choice(pattern.parts)
        if self.left < 0 or depth <= 0:
            low = min(map(height, pattern.parts))
            return empty or chance.choice([part for part in pattern.parts if height(part) == low])
        parts = [part for part in pattern.parts if height(part) <= depth] or list(pattern.parts)
        some = chance.sample(parts, min(len(parts), 12))
        return min(some, key=lambda part: self._use(part) * chance.random())

    def _use(self, part: Pattern) -> int:
        """How often what the part may begin with was used."""
        if isinstance(part, ElementPattern):
            return 1 + self.maker.used[split(part.element.name)[1]]
        return min(map(self._use, part.parts[:9])) if part.parts else 5

    def _attribute(self, pattern: AttributePattern, into: etree._Element) -> None:
        names = sorted(pattern.names.names())
        if not names:
            return
        space, local = split(self.chance.choice(names))
        name = f"{{{space}}}{local}" if space else local
        value = self._value(pattern.content)
        if name == XML_ID:
            value = f"i{len(self.ids) + 1}"
            self.ids.append(value)
        if value is not None and name not in into.attrib:
            into.set(name, value)
            if _POINTER in value:
                self.pointers.append((into, name))

    def _value(self, pattern: Pattern) -> str | None:
        """A string that *pattern* allows; nothing where none of ours is."""
        chance, kind = self.chance, pattern.kind
        if isinstance(pattern, ValuePattern):
            return pattern.value
        if isinstance(pattern, DataPattern):
            if pattern.datatype.name == "anyURI":
                return _POINTER
            allowed = [value for value in _VALUES if pattern.datatype.allows(value, {})]
            return chance.choice(allowed) if allowed and pattern.but is None else None
        if kind is Kind.TEXT:
            return chance.choice(_VALUES)
        if kind is Kind.CHOICE:
            return self._value(chance.choice(pattern.parts))
        values = [self._value(part) for part in pattern.parts]
        if kind is Kind.ONE_OR_MORE and chance.random() < 0.3:
            values.append(self._value(pattern.parts[0]))
        return None if None in values else " ".join(value for value in values if value)

    def _words(self) -> str:
        words = " ".join(self.chance.choices(_WORDS, k=self.chance.choice((1, 1, 2, 4))))
        return self.chance.choice(_SPACES) + words + self.chance.choice(_SPACES)


def _append(into: etree._Element, text: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def faults(data: bytes, name: str) -> Iterator[str]:
    """What goes wrong where the document is published in every format."""
    context = Context(Document.of(Source(data, f"{name}.xml")), name)
    for format_name, format_ in every_format().items():
        try:
            made = format_.publish(context)
        except RubricatorError as error:
            yield f"{name} {format_name}: {error!r}"
        else:
            yield from (str(finding) for finding in made.findings if finding.severity != "note")


if __name__ == "__main__":
    maker = Maker(Grammar.read(Path(sys.argv[1])))
    for seed in range(int(sys.argv[2]), int(sys.argv[3]) + 1):
        document = maker.document(seed)
        for fault in faults(document, f"seed-{seed}"):
            print(fault)
