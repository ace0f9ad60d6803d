"""Documents damaged at random: elements renamed, removed, put in, moved, attributes and values mistyped."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
PARSER = etree.XMLParser(collect_ids=False, huge_tree=True)
XML = "{http://www.w3.org/XML/1998/namespace}"
ATTRIBUTES = (
    "n", "when", "type", "ref", "target", "rend", "cert", "resp", "who", "from", "foo", "level",
    f"{XML}id", f"{XML}lang", "quantity", "unit", "facs", "url",
)  # fmt: skip
VALUES = (
    "x", "1933-07-15", "15.7.1933", "a b", "", "#x", "high", "1.5", "-3", "yes", "true", "en", "http://x y/",
    "P1Y", "2000-02-30", "%", "ü", "1933", "12:00:00", "a#b#c", "1e5", " 3 ",
)  # fmt: skip
KINDS = (
    "rename", "misspell", "remove", "unwrap", "insert", "move", "carry", "exchange", "attribute", "strip",
    "value", "text",
)  # fmt: skip


@dataclass(frozen=True)
class Damage:
    """One fault: its kind, the number of the element it befalls in document order, and what repeats it."""

    kind: str
    number: int
    other: int = 0
    word: str = ""
    value: str = ""

    def befall(self, elements: Sequence[etree._Element]) -> None:
        """Do it to the document whose elements, in order, are *elements*."""
        element = elements[self.number]
        parent = element.getparent()
        if self.kind in ("rename", "misspell"):
            element.tag = TEI + self.word
        elif self.kind == "remove" and parent is not None:
            _detach(element)
        elif self.kind == "unwrap" and parent is not None:
            _unwrap(element)
        elif self.kind == "insert":
            new = etree.Element(TEI + self.word)
            new.text = self.value or None
            element.insert(self.other % (len(element) + 1), new)
        elif self.kind in ("move", "carry"):
            target = elements[self.other]
            if element is not target and element not in target.iterancestors() and parent is not None:
                _detach(element)
                target.append(element)
        elif self.kind == "exchange" and parent is not None:
            siblings = list(parent)
            _detach(element)
            parent.insert(self.other % len(siblings), element)
        elif self.kind == "attribute":
            element.set(self.word, self.value)
        elif self.kind == "strip" and element.attrib:
            del element.attrib[_one(element, self.other)]
        elif self.kind == "value" and element.attrib:
            element.set(_one(element, self.other), self.value)
        elif self.kind == "text":
            element.text = self.value + (element.text or "")


def _one(element: etree._Element, number: int) -> str:
    return sorted(map(str, element.attrib))[number % len(element.attrib)]


def _detach(element: etree._Element) -> None:
    """Take *element* out of its parent, but leave the text after it."""
    parent = element.getparent()
    assert parent is not None
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Take the tags of *element* away, but leave what stands between them."""
    parent = element.getparent()
    assert parent is not None
    start = etree.Comment("")
    element.addprevious(start)
    start.tail = element.text
    for child in list(element):
        element.addprevious(child)
    last = element.getprevious()
    assert last is not None
    last.tail = (last.tail or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
    before = start.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (start.tail or "")
    else:
        parent.text = (parent.text or "") + (start.tail or "")
    start.tail = None
    parent.remove(start)


def misspelt(name: str, chance: random.Random) -> str:
    """*name* with a letter too many, too few, another or in the other case."""
    at = chance.randrange(len(name))
    return chance.choice(
        (
            name[:at] + name[at] * 2 + name[at + 1 :],
            name[:at] + name[at + 1 :] or f"{name}x",
            name[:at] + chance.choice("aeiostn") + name[at + 1 :],
            name.swapcase() if len(name) > 1 else f"{name}{name}",
        )
    )


def _nearby(elements: Sequence[etree._Element], number: int, chance: random.Random) -> int:
    """The number of an element beside, around or within a neighbour of element *number*."""
    parent = elements[number].getparent()
    if parent is None:
        return number
    around = parent.getparent()
    near = [parent, *parent.iterchildren("*"), *parent.iterfind("*/*")]
    if around is not None:
        near += [around, *around.iterchildren("*")]
    target = chance.choice(near)
    return next(number for number, element in enumerate(elements) if element is target)


def a_damage(
    elements: Sequence[etree._Element],
    names: Sequence[str],
    chance: random.Random,
    kinds: Sequence[str] = KINDS,
) -> Damage:
    """Some damage to the document of *elements*; *names* are TEI's."""
    kind = chance.choice(kinds)
    number = chance.randrange(len(elements))
    other = chance.randrange(len(elements))
    word = value = ""
    if kind in ("rename", "insert"):
        word = chance.choice(names)
        value = chance.choice(("", "text"))
    elif kind == "misspell":
        word = misspelt(etree.QName(elements[number]).localname, chance)
    elif kind == "move":
        other = _nearby(elements, number, chance)
    elif kind == "text":
        value = chance.choice(("text", " ", "\u00a0"))
    elif kind in ("attribute", "value"):
        word, value = chance.choice(ATTRIBUTES), chance.choice(VALUES)
    return Damage(kind, number, other, word, value)


def with_damage(document: etree._Element, damages: Sequence[Damage]) -> bytes:
    """*document* after all of *damages*."""
    tree = copy.deepcopy(document)
    elements = list(tree.iter("*"))
    for damage in damages:
        damage.befall(elements)
    return etree.tostring(tree, encoding="utf-8")


def damaged(
    documents: Sequence[etree._Element], names: Sequence[str], count: int, seed: int
) -> Iterator[tuple[str, bytes]]:
    """*count* damaged copies of *documents*, each with what repeats it; *names* are TEI's."""
    chance = random.Random(seed)
    for number in range(count):
        document = chance.choice(documents)
        elements = list(document.iter("*"))
        damages = [a_damage(elements, names, chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        yield f"seed {seed}, document {number}: {damages}", with_damage(document, damages)
