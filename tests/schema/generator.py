"""Random documents of a grammar: what a RELAX NG schema in simple XML syntax allows, from a seed."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "http://www.w3.org/XML/1998/namespace"
WORDS = "In the Orient the workers’ state is “prepared” to sell its rights – 3 & 4 < 5".split()
HOPELESS = 10_000

VALUES = {
    "string": ["any text", "", "two  words"],
    "token": ["a token"],
    "NCName": ["name"],
    "Name": ["p", "persName"],
    "anyURI": ["#p1", "person:trotsky", "https://example.org/a?b=c#d", "other.xml"],
    "language": ["en", "de", "ru-Latn"],
    "nonNegativeInteger": ["0", "12"],
    "decimal": ["3", "-2.5"],
    "date": ["1933-05-12"],
    "gYearMonth": ["1933-05"],
    "gYear": ["1933", "-0044"],
    "gMonthDay": ["--05-12"],
    "gMonth": ["--05"],
    "gDay": ["---12"],
    "dateTime": ["1933-05-12T20:30:00"],
    "time": ["20:30:00"],
}
PATTERNED = {
    r"[^\p{C}\p{Z}]+": ["word", "Jahr-1933"],
    r"\S+": VALUES["anyURI"],
    r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}": ["0.1.0", "4.9.0a"],
    r"[a-z][a-z0-9\+\.\-]*": ["person"],
    r"[\-+]?\d+(\.\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)": ["12px", "50%"],
}


class Generator:
    """Makes documents of the grammar in *path*; the same seed gives the same document."""

    def __init__(self, path: Path) -> None:
        self.grammar = etree.parse(str(path)).getroot()
        self.namespace = str(self.grammar.get("ns"))
        self.defines = {str(define.get("name")): define for define in self.grammar.iter(RNG + "define")}
        self.depths: dict[str, int] = dict.fromkeys(self.defines, HOPELESS)
        while True:  # to a fixed point: how deep each definition must go at least
            depths = {name: self._group_depth(define) for name, define in self.defines.items()}
            if depths == self.depths:
                break
            self.depths = depths
        self.used: Counter[str] = Counter()

    @property
    def elements(self) -> set[str]:
        """The names of all elements that the grammar knows."""
        return {str(element.get("name")) for element in self.grammar.iter(RNG + "element")}

    def document(self, seed: int, deepest: int = 16, size: int = 150) -> etree._Element:
        """A random document."""
        return _Run(self, Random(seed), deepest, size).document()

    def depth(self, pattern: etree._Element) -> int:
        """How many levels of elements *pattern* needs at least."""
        name = etree.QName(pattern).localname
        if name == "ref":
            return self.depths[str(pattern.get("name"))]
        if name == "element":
            return 1 + self._group_depth(pattern)
        if name == "choice":
            return min((self.depth(child) for child in patterns(pattern)), default=0)
        if name == "notAllowed":
            return HOPELESS
        if name in ("optional", "zeroOrMore", "text", "empty", "value", "data", "list", "attribute"):
            return 0
        return self._group_depth(pattern)

    def _group_depth(self, pattern: etree._Element) -> int:
        return min(HOPELESS, max((self.depth(child) for child in patterns(pattern)), default=0))


@cache
def patterns(pattern: etree._Element) -> tuple[etree._Element, ...]:
    """The patterns in a pattern, annotations left out."""
    return tuple(child for child in pattern if isinstance(child.tag, str) and child.tag.startswith(RNG))


class _Run:
    def __init__(self, generator: Generator, random: Random, deepest: int, size: int) -> None:
        self.generator = generator
        self.random = random
        self.deepest = deepest
        self.left = size
        self.ids = 0

    def document(self) -> etree._Element:
        holder = etree.Element("holder")
        start = self.generator.grammar.find(RNG + "start")
        assert start is not None
        for pattern in patterns(start):
            self.grow(pattern, holder, 0)
        return holder[0]

    def grow(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        """Add to *into* something that matches *pattern*."""
        match etree.QName(pattern).localname:
            case "ref":
                self.generator.used[str(pattern.get("name"))] += 1
                self.all(self.generator.defines[str(pattern.get("name"))], into, depth)
            case "element":
                self.left -= 1
                child = etree.SubElement(into, f"{{{self.generator.namespace}}}{pattern.get('name')}")
                self.all(pattern, child, depth + 1)
            case "attribute":
                name = str(pattern.get("name")).replace("xml:", f"{{{XML}}}")
                value = " ".join(self.value(part) for part in patterns(pattern))
                into.set(name, value if patterns(pattern) else "text")
            case "choice":
                self.grow(self.chosen(patterns(pattern), depth), into, depth)
            case "optional":
                attribute = all(part.tag == RNG + "attribute" for part in patterns(pattern))
                if self.random.random() < (0.15 if attribute else 0.4) and self.affordable(pattern, depth):
                    self.all(pattern, into, depth)
            case "zeroOrMore":
                while self.random.random() < 0.6 and self.affordable(pattern, depth):
                    self.all(pattern, into, depth)
            case "oneOrMore":
                self.all(pattern, into, depth)
                while self.random.random() < 0.4 and self.affordable(pattern, depth):
                    self.all(pattern, into, depth)
            case "group" | "interleave":
                self.all(pattern, into, depth)
            case "text":
                self.write(into, " ".join(self.random.sample(WORDS, 3)))
            case "data" | "value" | "list":
                self.write(into, self.value(pattern))
            case "empty":
                pass
            case other:
                raise ValueError(f"cannot generate {other}")

    def all(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        for part in patterns(pattern):
            self.grow(part, into, depth)

    def affordable(self, pattern: etree._Element, depth: int) -> bool:
        needed = max((self.generator.depth(part) for part in patterns(pattern)), default=0)
        return needed == 0 or (self.left > 0 and depth + needed < self.deepest)

    def chosen(self, options: tuple[etree._Element, ...], depth: int) -> etree._Element:
        depths = {option: self.generator.depth(option) for option in options}
        within = [option for option in options if depth + depths[option] < self.deepest and self.left > 0]
        if not within:
            return min(options, key=lambda option: depths[option])
        # what was seldom taken is taken sooner, so that every element is met
        weights = [1 / (1 + self.generator.used[str(option.get("name"))]) for option in within]
        return self.random.choices(within, weights)[0]

    def value(self, pattern: etree._Element) -> str:
        """A value that matches a datatype."""
        match etree.QName(pattern).localname:
            case "ref":
                return " ".join(map(self.value, patterns(self.generator.defines[str(pattern.get("name"))])))
            case "choice":
                return self.value(self.random.choice(patterns(pattern)))
            case "value":
                return pattern.text or ""
            case "data" if pattern.get("type") == "ID":
                self.ids += 1
                return f"id{self.ids}"
            case "data" if (facet := pattern.find(RNG + "param")) is not None:
                return self.random.choice(PATTERNED[facet.text or ""])
            case "data":
                return self.random.choice(VALUES[str(pattern.get("type"))])
            case "list" | "oneOrMore":
                return " ".join(map(self.value, patterns(pattern)))
            case "text":
                return "text"
            case other:
                raise ValueError(f"cannot generate a value for {other}")

    @staticmethod
    def write(into: etree._Element, text: str) -> None:
        if len(into):
            into[-1].tail = (into[-1].tail or "") + text
        else:
            into.text = (into.text or "") + text
