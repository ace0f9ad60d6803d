"""Documents damaged at random: elements renamed, removed, put in, moved, attributes and values mistyped."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Sequence

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ATTRIBUTES = (
    "n", "when", "type", "ref", "target", "rend", "cert", "resp", "who", "from", "foo", "level",
    f"{XML}id", f"{XML}lang", "quantity", "unit", "facs", "url",
)  # fmt: skip
VALUES = (
    "x", "1933-07-15", "15.7.1933", "a b", "", "#x", "high", "1.5", "-3", "yes", "true", "en", "http://x y/",
    "P1Y", "2000-02-30", "%", "ü", "1933", "12:00:00", "a#b#c", "1e5", " 3 ",
)  # fmt: skip


def damaged(
    documents: Sequence[etree._Element], names: Sequence[str], count: int, seed: int
) -> Iterator[tuple[str, bytes]]:
    """*count* damaged copies of *documents*, each with what repeats it; *names* are TEI's."""
    chance = random.Random(seed)
    for number in range(count):
        tree = copy.deepcopy(chance.choice(documents))
        elements = list(tree.iter("*"))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            _damage(chance.choice(elements), elements, names, chance)
        yield f"seed {seed}, document {number}", etree.tostring(tree, encoding="utf-8")


def _damage(
    element: etree._Element, elements: list[etree._Element], names: Sequence[str], chance: random.Random
) -> None:
    parent = element.getparent()
    kind = chance.choice(
        ("rename", "remove", "insert", "move", "attribute", "strip", "text", "value", "exchange")
    )
    if kind == "rename":
        element.tag = TEI + chance.choice(names)
    elif kind == "remove" and parent is not None:
        parent.remove(element)
    elif kind == "insert":
        element.insert(chance.randint(0, len(element)), etree.Element(TEI + chance.choice(names)))
    elif kind == "move":
        target = chance.choice(elements)
        if element not in target.iterancestors() and element is not target:
            target.append(element)
    elif kind == "attribute":
        element.set(chance.choice(ATTRIBUTES), chance.choice(VALUES))
    elif kind == "strip" and element.attrib:
        del element.attrib[chance.choice(sorted(map(str, element.attrib)))]
    elif kind == "text":
        element.text = (element.text or "") + chance.choice(("text", " ", "\u00a0"))
    elif kind == "value" and element.attrib:
        element.set(chance.choice(sorted(map(str, element.attrib))), chance.choice(VALUES))
    elif kind == "exchange" and parent is not None:
        parent.insert(chance.randint(0, len(parent) - 1), element)
