"""The patterns of a schema as text, so that they need not be worked out of it again, nor examined.

Only what a document has need of is made of them again: mostly a fifth of the schema.
"""

from __future__ import annotations

import json
from typing import Any, cast

from rubricator.validation.relaxng.datatypes import Datatype, UnknownDatatypeError, datatype
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.names import NOTHING, AnyName, Name, NameChoice, NameClass, NsName
from rubricator.validation.relaxng.patterns import (
    AttributePattern,
    DataPattern,
    ElementPattern,
    Kind,
    Pattern,
    Patterns,
    ValuePattern,
)


class NotPackedError(Exception):
    """Data that were to be a packed schema, and are none."""


Packed = list[Any]  # of strings, numbers, None and lists of them, as JSON has it


def pack(start: Pattern) -> bytes:
    """*start* with everything that can be reached from it."""
    packer = _Packer()
    first = packer.pattern(start)
    for element in packer.elements:  # which grows as it is gone through
        packer.contents.append([_class(element.names), packer.pattern(element.pattern)])
    packed = [first, packer.packed, packer.contents]
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(data: bytes) -> tuple[Patterns, Pattern]:
    """The patterns and the start of a schema that was packed; NotPackedError if it is no such thing."""
    try:
        first, packed, contents = json.loads(data)
        unpacker = _Unpacker(packed, contents)
        return unpacker.made, unpacker.pattern(first)
    except (TypeError, ValueError, LookupError, AttributeError, UnknownDatatypeError) as error:
        raise NotPackedError from error


class _Packer:
    """Gives each pattern a number, those that it is made of before it."""

    def __init__(self) -> None:
        self.packed: list[Packed] = []
        self.elements: list[Element] = []
        self.contents: list[Packed] = []
        self._numbers: dict[Pattern, int] = {}
        self._element_numbers: dict[Element, int] = {}

    def pattern(self, pattern: Pattern) -> int:
        number = self._numbers.get(pattern)
        if number is None:
            packed = [int(pattern.kind), *self._what(pattern)]
            self.packed.append(packed)
            number = self._numbers[pattern] = len(self.packed) - 1
        return number

    def _what(self, pattern: Pattern) -> Packed:
        if isinstance(pattern, ElementPattern):
            element = pattern.element
            if element not in self._element_numbers:
                self._element_numbers[element] = len(self.elements)
                self.elements.append(element)
            return [self._element_numbers[element]]
        if isinstance(pattern, AttributePattern):
            return [_class(pattern.names), self.pattern(pattern.content), pattern.default]
        if isinstance(pattern, DataPattern):
            but = None if pattern.but is None else self.pattern(pattern.but)
            return [*_type(pattern.datatype), but]
        if isinstance(pattern, ValuePattern):
            context = pattern.context if pattern.datatype.needs_context else {}
            return [*_type(pattern.datatype), pattern.value, context]
        return [self.pattern(part) for part in pattern.parts]


class _Unpacker:
    """Makes patterns again when they are asked for."""

    def __init__(self, packed: list[Packed], contents: list[Packed]) -> None:
        made = self.made = Patterns()
        self._leaves: dict[int, Pattern] = {
            Kind.EMPTY: made.empty,
            Kind.TEXT: made.text,
            Kind.NOT_ALLOWED: made.not_allowed,
        }
        self._packed = packed
        self._known: list[Pattern | None] = [None] * len(packed)
        self.elements = [self._element(*content) for content in contents]

    def _element(self, names: Packed | str | None, content: int) -> Element:
        return Element(None, _names(names), lambda: self.pattern(content))

    def pattern(self, number: int) -> Pattern:
        found = self._known[number]
        if found is None:
            kind, *what = self._packed[number]
            found = self._known[number] = self._make(kind, what)
        return found

    def _make(self, kind: int, what: Packed) -> Pattern:
        make = self.made
        if kind == Kind.ELEMENT:
            return make.element(self.elements[what[0]])
        if kind == Kind.ATTRIBUTE:
            names, content, default = what
            return make.attribute(_names(names), self.pattern(content), default)
        if kind == Kind.DATA:
            library, name, parameters, but = what
            excepted = None if but is None else self.pattern(but)
            return make.data(_datatype(library, name, parameters), excepted)
        if kind == Kind.VALUE:
            library, name, parameters, value, context = what
            return make.value(_datatype(library, name, parameters), value, context)
        if kind in self._leaves:
            return self._leaves[kind]
        parts = [self.pattern(part) for part in what]
        if kind == Kind.CHOICE:
            return make.choice(parts)
        if kind == Kind.GROUP:
            return make.group(parts)
        if kind == Kind.INTERLEAVE:
            return make.interleave(parts)
        return make.list(parts[0]) if kind == Kind.LIST else make.one_or_more(parts[0])


def _type(type_: Datatype) -> Packed:
    return [type_.library, type_.name, type_.parameters]


def _datatype(library: str, name: str, parameters: list[list[str]]) -> Datatype:
    return datatype(library, name, tuple((key, value) for key, value in parameters))


def _class(names: NameClass) -> Packed | str | None:
    if isinstance(names, Name):
        return names.name
    if isinstance(names, AnyName):
        return ["any", _class(names.but)]
    if isinstance(names, NsName):
        return ["of", names.namespace, _class(names.but)]
    if isinstance(names, NameChoice):
        return ["or", *map(_class, names.classes)]
    return None


def _names(packed: Packed | str | None) -> NameClass:
    if packed is None:
        return NOTHING
    if isinstance(packed, str):
        return Name(packed)
    kind, *what = packed
    if kind == "any":
        return AnyName(_names(what[0]))
    if kind == "of":
        return NsName(cast("str", what[0]), _names(what[1]))
    return NameChoice(tuple(map(_names, what)))
