"""The canonical serialisation of what Rubricator itself creates: one block a line, so diffs stay small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rubricator.tei import ELEMENT_ONLY

_ORDER = {
    name: place
    for place, name in enumerate(
        """xmlns type subtype xml:id xml:lang unit level ident n scheme version status method marks
        matchPattern replacementPattern role key ref who target next prev when from to notBefore notAfter
        place rend break resp cert""".split()
    )
}
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


@dataclass(frozen=True, slots=True)
class Node:
    """An element to be written: its name, its attributes, its children (elements and text)."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node | str, ...] = ()


Child = Node | str | None


def node(name: str, attributes: Mapping[str, str] | None = None, *children: Child) -> Node:
    """The element *name*; attributes without a value, empty text and None are left out."""
    kept = tuple((key, value) for key, value in (attributes or {}).items() if value)
    return Node(
        name,
        tuple(sorted(kept, key=lambda pair: (_ORDER.get(pair[0], len(_ORDER)), pair[0]))),
        tuple(child for child in children if child is not None and child != ""),
    )


def serialize(root: Node, models: Mapping[str, str] | None = None) -> bytes:
    """The document with the element *root*, in UTF-8, after an `xml-model` for each schema in *models*.

    *models* maps the address of a schema to the namespace of its language.
    """
    written = ['<?xml version="1.0" encoding="UTF-8"?>']
    for address, language in (models or {}).items():
        href = address.translate(_VALUE)
        written.append(f'<?xml-model href="{href}" type="application/xml" schematypens="{language}"?>')
    written += _block(root, 0)
    return ("\n".join(written) + "\n").encode()


def lines(element: Node) -> list[str]:
    """An element alone, in the lines that it takes within a document."""
    return list(_block(element, 0))


def _block(element: Node, depth: int) -> Iterator[str]:
    """The lines of an element that may be indented, because what surrounds it holds no text."""
    margin = "  " * depth
    if element.name not in ELEMENT_ONLY or not element.children:
        yield margin + _inline(element)
        return
    yield f"{margin}<{_start(element)}>"
    for child in element.children:
        if isinstance(child, str):
            raise ValueError(f"{element.name} holds no text: {child!r}")
        yield from _block(child, depth + 1)
    yield f"{margin}</{element.name}>"


def _inline(element: Node | str) -> str:
    if isinstance(element, str):
        return element.translate(_TEXT)
    if not element.children:
        return f"<{_start(element)}/>"
    return f"<{_start(element)}>{''.join(map(_inline, element.children))}</{element.name}>"


def _start(element: Node) -> str:
    return " ".join(
        [element.name, *(f'{name}="{value.translate(_VALUE)}"' for name, value in element.attributes)]
    )
