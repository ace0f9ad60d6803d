"""What a schema must keep to for its IDs and default values to hold (RELAX NG DTD Compatibility).

A schema that does not keep to it is a good schema all the same: these are remarks on it, not on documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rubricator.validation.relaxng.attributes import identity
from rubricator.validation.relaxng.derivatives import Derivatives
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.names import Name, overlap, split
from rubricator.validation.relaxng.patterns import AttributePattern, Kind, Pattern


class Use:
    """One attribute in an element: whether it is *optional* there, *repeated*, and its *default*."""

    __slots__ = ("attribute", "default", "optional", "repeated")

    def __init__(self, attribute: AttributePattern, *, optional: bool, repeated: bool) -> None:
        self.attribute = attribute
        self.default = attribute.default
        self.optional = optional
        self.repeated = repeated

    @property
    def name(self) -> str:
        """The attribute's name, or nothing if it is of a wide class."""
        return self.attribute.names.name if isinstance(self.attribute.names, Name) else ""

    @property
    def identity(self) -> str:
        """ID, IDREF, IDREFS or nothing."""
        return identity(self.attribute.content)


def problems(elements: tuple[Element, ...], derivatives: Derivatives) -> Iterator[str]:
    """What keeps the *elements* of a schema from being compatible, each problem once."""
    uses = {element: list(_uses(element.pattern, optional=False, repeated=False)) for element in elements}
    for element, own in uses.items():
        for use in own:
            yield from _alone(element, use, derivatives)
    special = [
        element
        for element, own in uses.items()
        if any(use.identity or use.default is not None for use in own)
    ]
    for element in special:
        for other in elements:
            if other is not element and overlap(element.names, other.names):
                yield from _together(element, uses[element], uses[other])
    for element in special:
        yield from _together(element, uses[element], uses[element])


def _uses(pattern: Pattern, *, optional: bool, repeated: bool) -> Iterator[Use]:
    if isinstance(pattern, AttributePattern):
        yield Use(pattern, optional=optional, repeated=repeated)
        return
    alternatives = pattern.kind is Kind.CHOICE
    for part in pattern.parts:
        yield from _uses(
            part,
            optional=optional or (alternatives and pattern.nullable),
            repeated=repeated or pattern.kind is Kind.ONE_OR_MORE,
        )


def _alone(element: Element, use: Use, derivatives: Derivatives) -> Iterator[str]:
    tag, label = f"<{split(element.name)[1]}>", f"@{split(use.name)[1]}"
    if use.default is not None:
        if not use.name or not isinstance(element.names, Name):
            yield f"A default value needs an attribute and an element of one name each: {label} of {tag}."
        elif use.repeated or not use.optional:
            yield f"{label} of {tag} has a default value but is not optional."
        elif use.identity:
            yield f"{label} of {tag} is of the type {use.identity} and may have no default value."
        if not derivatives.allows(use.attribute.content, use.default, {}):
            yield f"The default value {use.default!r} of {label} of {tag} is none that it may have."
    if use.identity:
        if not use.name or not isinstance(element.names, Name):
            yield f"An attribute of type {use.identity} and its element need one name each: {label} of {tag}."
        if use.attribute.content.kind is not Kind.DATA:
            yield f"{label} of {tag} is of the type {use.identity}, but not of it alone."


def _together(element: Element, own: list[Use], others: list[Use]) -> Iterator[str]:
    tag = f"<{split(element.name)[1]}>"
    pairs = combinations(own, 2) if own is others else ((one, other) for one in own for other in others)
    told = set()
    for one, other in pairs:
        if one.name in told or not (one.identity or one.default is not None):
            continue
        if overlap(one.attribute.names, other.attribute.names):
            label = f"@{split(one.name)[1]}"
            if one.identity != other.identity:
                told.add(one.name)
                yield f"{label} of {tag} is of the type {one.identity or 'text'} here, but not there."
            elif one.default != other.default:
                told.add(one.name)
                yield f"{label} of {tag} has different default values."
