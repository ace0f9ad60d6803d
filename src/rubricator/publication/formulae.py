"""Formulae in one line: the signs that say in a plain text what the layout of MathML says on a page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_SIGNS = {
    "mfrac": ("/",),
    "msup": ("^",),
    "msub": ("_",),
    "msubsup": ("_", "^"),
    "munder": ("_",),
    "mover": ("^",),
    "munderover": ("_", "^"),
    "mroot": ("^(1/",),
}
"""What stands before the second part, and before the third."""
SET = frozenset((*_SIGNS, "msqrt", "mtr", "mtable"))
"""The elements of MathML whose layout says something."""
_BETWEEN = {"mtr": ", ", "mtable": "; "}
"""What parts cells, and rows."""
_ACCENTED = frozenset(("munder", "mover"))


def in_line(element: etree._Element) -> Iterator[str | etree._Element]:
    """The parts of *element* in their order, with signs between them."""
    name = _name(element)
    parts = [child for child in element if isinstance(child.tag, str)]
    if name == "msqrt":
        alone = len(parts) == 1 and _is_one(parts[0])
        yield "√" if alone else "√("
        yield from parts
        yield "" if alone else ")"
        return
    signs = _SIGNS.get(name, ())
    if name == "mfrac" and element.get("linethickness") == "0":
        signs = (", ",)
    for number, part in enumerate(parts):
        if number and name in _BETWEEN:
            yield _BETWEEN[name]
        elif 0 < number <= len(signs) and not (name in _ACCENTED and _name(part) == "mo"):
            yield signs[number - 1]
        if not signs or _is_one(part):
            yield part
        else:
            yield from ("(", part, ")")
    if name == "mroot" and len(parts) == 2:
        yield ")"


def _is_one(part: etree._Element) -> bool:
    """Whether it needs no brackets: a single sign or number, or what has brackets of its own."""
    said = "".join("".join(map(str, part.itertext())).split())
    inner = [child for child in part if isinstance(child.tag, str)]
    if not inner:
        return True
    if len(inner) == 1 and _name(part) not in SET:
        return _is_one(inner[0])
    return said.startswith("(") and said.endswith(")") and said.count("(") == 1


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
