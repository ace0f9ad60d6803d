"""What a schema may not say, although it is well-formed (RELAX NG, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.names import NameClass, overlap
from rubricator.validation.relaxng.patterns import (
    AttributePattern,
    DataPattern,
    ElementPattern,
    Has,
    Kind,
    Pattern,
)

_IN_START = (
    Has.ATTRIBUTE
    | Has.DATA
    | Has.VALUE
    | Has.TEXT
    | Has.LIST
    | Has.GROUP
    | Has.INTERLEAVE
    | Has.ONE_OR_MORE
    | Has.EMPTY
)
_IN_LIST = Has.LIST | Has.ELEMENT | Has.ATTRIBUTE | Has.TEXT | Has.INTERLEAVE
_IN_ATTRIBUTE = Has.ELEMENT | Has.ATTRIBUTE
_IN_EXCEPT = (
    Has.ATTRIBUTE
    | Has.ELEMENT
    | Has.TEXT
    | Has.LIST
    | Has.GROUP
    | Has.INTERLEAVE
    | Has.ONE_OR_MORE
    | Has.EMPTY
)
_ATTRIBUTE, _GROUPED_ATTRIBUTE = int(Has.ATTRIBUTE), int(Has.GROUPED_ATTRIBUTE)
_TEXT, _ELEMENT = int(Has.TEXT), int(Has.ELEMENT)
# 7.2: the types of content; what holds a string can be grouped with nothing but attributes.
_WRONG, _EMPTY, _COMPLEX, _SIMPLE = range(4)


class ForbiddenError(Exception):
    """A restriction that a pattern breaks; says which."""


class Restrictions:
    """Examines the patterns of one schema, each once."""

    def __init__(self) -> None:
        self._seen: set[tuple[Pattern, bool]] = set()
        self._types: dict[Pattern, int] = {}
        self._attributes: dict[Pattern, tuple[NameClass, ...]] = {}
        self._elements: dict[Pattern, tuple[NameClass, ...]] = {}

    def check_start(self, pattern: Pattern) -> None:
        """Raise ForbiddenError unless *pattern* may be the start (7.1.5)."""
        self._refuse("The start", pattern, int(_IN_START))

    def check_content(self, pattern: Pattern) -> None:
        """Raise ForbiddenError unless *pattern* may be what an element holds."""
        self._walk(pattern, False)
        if self._type(pattern) == _WRONG:
            raise ForbiddenError("It mixes strings of a datatype with elements, text or other strings (7.2).")

    def _refuse(self, where: str, pattern: Pattern, forbidden: int) -> None:
        found = pattern.flags & forbidden
        if found:
            names = ", ".join(str(flag.name).lower() for flag in Has if flag & found and flag in _SINGLE)
            raise ForbiddenError(f"{where} may not hold: {names} (7.1).")

    def _walk(self, pattern: Pattern, repeated: bool) -> None:
        if (pattern, repeated) in self._seen:
            return
        self._seen.add((pattern, repeated))
        kind = pattern.kind
        if kind is Kind.ATTRIBUTE:
            assert isinstance(pattern, AttributePattern)
            self._refuse("An attribute", pattern.content, int(_IN_ATTRIBUTE))
            if pattern.names.infinite and not repeated:
                raise ForbiddenError("An attribute of any name must be within oneOrMore or zeroOrMore (7.3).")
            self._walk(pattern.content, False)
            if self._type(pattern.content) == _WRONG:
                raise ForbiddenError("The value of an attribute mixes strings with text (7.2).")
        elif kind is Kind.DATA:
            assert isinstance(pattern, DataPattern)
            if pattern.but is not None:
                self._refuse("What is excepted from data", pattern.but, int(_IN_EXCEPT))
                self._walk(pattern.but, False)
        elif kind is Kind.LIST:
            self._refuse("A list", pattern.parts[0], int(_IN_LIST))
            self._walk(pattern.parts[0], False)
        elif kind is Kind.ONE_OR_MORE:
            if pattern.parts[0].flags & _GROUPED_ATTRIBUTE:
                raise ForbiddenError("A group or interleave with an attribute may not be repeated (7.1.2).")
            self._walk(pattern.parts[0], True)
        else:
            if kind in (Kind.GROUP, Kind.INTERLEAVE):
                self._combined(pattern)
            for part in pattern.parts:
                self._walk(part, repeated)

    def _combined(self, pattern: Pattern) -> None:
        with_attributes = [part for part in pattern.parts if part.flags & _ATTRIBUTE]
        if len(with_attributes) > 1:
            self._distinct([self._attribute_names(part) for part in with_attributes])
        if pattern.kind is Kind.INTERLEAVE:
            if sum(1 for part in pattern.parts if part.flags & _TEXT) > 1:
                raise ForbiddenError("Text stands in more than one branch of an interleave (7.4).")
            branches = [self._element_names(part) for part in pattern.parts if part.flags & _ELEMENT]
            for one, other in combinations(branches, 2):
                if any(overlap(a, b) for a in one for b in other):
                    raise ForbiddenError("An element stands in two branches of an interleave (7.4).")

    def _distinct(self, branches: list[tuple[NameClass, ...]]) -> None:
        listed: dict[str, int] = {}
        infinite: list[tuple[int, NameClass]] = []
        for number, branch in enumerate(branches):
            for names in branch:
                if names.infinite:
                    infinite.append((number, names))
                for name in names.names():
                    if listed.setdefault(name, number) != number:
                        raise ForbiddenError(
                            f"The attribute {name.rpartition(' ')[2]!r} is asked for twice (7.3)."
                        )
        for number, names in infinite:
            for other, branch in enumerate(branches):
                if other != number and any(overlap(names, others) for others in branch):
                    raise ForbiddenError("Two attributes may have the same name (7.3).")

    def _attribute_names(self, pattern: Pattern) -> tuple[NameClass, ...]:
        if not pattern.flags & _ATTRIBUTE:
            return ()
        if isinstance(pattern, AttributePattern):
            return (pattern.names,)
        found = self._attributes.get(pattern)
        if found is None:
            found = tuple(
                dict.fromkeys(names for part in pattern.parts for names in self._attribute_names(part))
            )
            self._attributes[pattern] = found
        return found

    def _element_names(self, pattern: Pattern) -> tuple[NameClass, ...]:
        if isinstance(pattern, ElementPattern):
            return (pattern.element.names,)
        found = self._elements.get(pattern)
        if found is None:
            found = tuple(
                dict.fromkeys(names for part in pattern.parts for names in self._element_names(part))
            )
            self._elements[pattern] = found
        return found

    def _type(self, pattern: Pattern) -> int:
        found = self._types.get(pattern)
        if found is None:
            found = self._types[pattern] = self._work_out(pattern)
        return found

    def _work_out(self, pattern: Pattern) -> int:
        kind = pattern.kind
        if kind in (Kind.TEXT, Kind.ELEMENT):
            return _COMPLEX
        if kind in (Kind.DATA, Kind.VALUE, Kind.LIST):
            return _SIMPLE
        if kind in (Kind.EMPTY, Kind.ATTRIBUTE, Kind.NOT_ALLOWED):
            return _EMPTY
        types = [self._type(part) for part in pattern.parts]
        if _WRONG in types:
            return _WRONG
        if kind is Kind.ONE_OR_MORE:
            return _WRONG if types[0] == _SIMPLE else types[0]
        if kind is not Kind.CHOICE and _SIMPLE in types and sum(1 for type_ in types if type_ != _EMPTY) > 1:
            return _WRONG
        return max(types)


_SINGLE = tuple(Has[name] for name in Has.__members__ if name not in ("STRING", "GROUPED_ATTRIBUTE"))


def elements_within(pattern: Pattern, seen: set[Pattern]) -> Iterator[Element]:
    """The elements that have a place in *pattern*, in order, leaving out what was *seen* before."""
    waiting = [pattern]
    while waiting:
        current = waiting.pop()
        if current in seen or not current.flags & _ELEMENT:
            continue
        seen.add(current)
        if isinstance(current, ElementPattern):
            yield current.element
        waiting.extend(reversed(current.parts))


def reachable(start: Pattern) -> list[Element]:
    """Every element that a document may hold whose root matches *start*."""
    seen: set[Pattern] = set()
    found = list(elements_within(start, seen))
    for element in found:  # which grows as it is gone through
        found.extend(elements_within(element.pattern, seen))
    return found
