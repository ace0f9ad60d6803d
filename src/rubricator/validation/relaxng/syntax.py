"""The full syntax of RELAX NG's XML form (RELAX NG, 3): the attributes and children of its elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rubricator.validation.relaxng.lexical import TYPES

if TYPE_CHECKING:
    from rubricator.validation.relaxng.schema import Node

STRINGS = frozenset({"value", "param", "name"})
NAME_CLASSES = frozenset({"name", "anyName", "nsName", "choice"})
PATTERNS = frozenset(
    {
        "element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore",
        "list", "mixed", "ref", "parentRef", "empty", "value", "data", "notAllowed", "externalRef",
        "grammar", "text",
    }
)  # fmt: skip
_OVERRIDES = frozenset({"start", "define", "div"})
_COMPONENTS = _OVERRIDES | {"include"}
_NONE: frozenset[str] = frozenset()

ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys(PATTERNS | NAME_CLASSES | {"except", "div"}, _NONE),
    "element": frozenset({"name"}),
    "attribute": frozenset({"name"}),
    "ref": frozenset({"name"}),
    "parentRef": frozenset({"name"}),
    "value": frozenset({"type"}),
    "data": frozenset({"type"}),
    "externalRef": frozenset({"href"}),
    "include": frozenset({"href"}),
    "param": frozenset({"name"}),
    "start": frozenset({"combine"}),
    "define": frozenset({"name", "combine"}),
}
_REQUIRED = {
    "ref": "name", "parentRef": "name", "data": "type", "externalRef": "href", "include": "href",
    "param": "name", "define": "name",
}  # fmt: skip
_CHILDREN: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("group", "interleave", "optional", "zeroOrMore", "oneOrMore", "list", "mixed", "start", "define"),
        PATTERNS,
    ),
    "grammar": _COMPONENTS,
    "div": _COMPONENTS,
    "include": _OVERRIDES,
    "data": frozenset({"param", "except"}),
    "anyName": frozenset({"except"}),
    "nsName": frozenset({"except"}),
    "except": PATTERNS | NAME_CLASSES,  # which of the two, its parent says
    "choice": PATTERNS | NAME_CLASSES,
    "element": PATTERNS | NAME_CLASSES,
    "attribute": PATTERNS | NAME_CLASSES,
}
_NEED_ONE = frozenset(
    {
        "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed", "define",
        "start", "except",
    }
)  # fmt: skip


EMPTY = frozenset(
    {"ref", "parentRef", "empty", "text", "notAllowed", "value", "param", "name", "externalRef"}
)
"""The elements that hold no others."""
NEED_ATTRIBUTE = frozenset({*_REQUIRED, "name"})
"""The elements whose attributes must be looked at even if there are none."""


def misplaced(node: Node) -> str:
    """What is wrong with the children of *node*, or nothing."""
    permitted = _CHILDREN.get(node.name, _NONE)
    for child in node.children:
        if child.name not in permitted:
            return f"The element {child.name!r} may not stand in {node.name!r}."
    if node.name in _NEED_ONE and not node.children:
        return f"The element {node.name!r} is empty."
    if node.name == "start" and len(node.children) > 1:
        return "The element 'start' holds more than one pattern."
    return ""


def wrong_attributes(node: Node) -> str:
    """What is wrong with the attributes of *node*, or nothing."""
    required = _REQUIRED.get(node.name)
    if required and required not in node.attributes:
        return f"The element {node.name!r} lacks its attribute {required!r}."
    name = node.attributes.get("name")
    if name is not None:
        qualified = node.name in ("element", "attribute")
        if not TYPES["QName" if qualified else "NCName"].fits(name):
            return f"{name!r} is not a name."
    if node.name == "name" and not TYPES["QName"].fits(node.text):
        return f"{node.text!r} is not a name."
    type_ = node.attributes.get("type")
    if type_ is not None and not TYPES["NCName"].fits(type_):
        return f"{type_!r} is not the name of a datatype."
    if node.attributes.get("combine") not in (None, "choice", "interleave"):
        return "The value of 'combine' is 'choice' or 'interleave'."
    address = node.attributes.get("href", "")
    if "#" in address:
        return "An href may not point into a file (#)."
    if "%" in address and re.search(r"%(?![0-9A-Fa-f]{2})", address):
        return f"{address!r} is not a URI."
    return ""


def wrong_content(node: Node) -> str:
    """What is wrong with the order or the number of the children of *node*, or nothing."""
    names = [child.name for child in node.children]
    if node.name in ("element", "attribute"):
        named = "name" in node.attributes
        if not named and (not names or names[0] not in NAME_CLASSES):
            return f"The element {node.name!r} has neither a name nor a name class."
        rest = node.children if named else node.children[1:]
        if not named and not is_name_class(node.children[0]):
            return f"The first child of {node.name!r} is not a name class."
        if not all(is_pattern(child) for child in rest):
            return f"After its name class, {node.name!r} holds patterns only."
        if node.name == "element" and not rest:
            return "The element 'element' has no content; <empty/> is meant, perhaps."
        if node.name == "attribute" and len(rest) > 1:
            return "The element 'attribute' holds more than one pattern."
    elif node.name in ("anyName", "nsName"):
        if len(names) > 1 or not all(
            is_name_class(child) for part in node.children for child in part.children
        ):
            return f"The element {node.name!r} holds one 'except' of name classes at most."
    elif node.name == "data":
        if "except" in names[:-1] or not all(
            is_pattern(child) for part in node.children if part.name == "except" for child in part.children
        ):
            return "The element 'data' holds parameters, then one 'except' of patterns at most."
    elif node.name == "choice":
        if not is_pattern(node) and not is_name_class(node):
            return "The element 'choice' mixes patterns and name classes."
    elif _CHILDREN.get(node.name) is PATTERNS and not all(is_pattern(child) for child in node.children):
        return f"The element {node.name!r} holds patterns only."
    return ""


def is_name_class(node: Node) -> bool:
    """Whether *node* is a name class; a `choice` is one if its children are."""
    if node.name == "choice":
        return bool(node.children) and all(is_name_class(child) for child in node.children)
    return node.name in NAME_CLASSES


def is_pattern(node: Node) -> bool:
    """Whether *node* is a pattern; a `choice` is one if its children are."""
    if node.name == "choice":
        return bool(node.children) and all(is_pattern(child) for child in node.children)
    return node.name in PATTERNS
