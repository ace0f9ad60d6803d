"""Patterns of the simple form (RELAX NG, 4.21), each made only once, so that equality is identity.

The constructors normalise as they go (`notAllowed` and `empty` are propagated as 4.20 and 4.21 ask, choices
are flat and without repetitions), which keeps the set of derivatives of a schema finite and small.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, IntFlag, auto
from typing import TYPE_CHECKING

from rubricator.validation.relaxng.names import Name, NameClass

if TYPE_CHECKING:
    from rubricator.validation.relaxng.datatypes import Datatype
    from rubricator.validation.relaxng.elements import Element


class Kind(IntEnum):
    """What a pattern is."""

    NOT_ALLOWED = auto()
    EMPTY = auto()
    TEXT = auto()
    CHOICE = auto()
    GROUP = auto()
    INTERLEAVE = auto()
    ONE_OR_MORE = auto()
    LIST = auto()
    DATA = auto()
    VALUE = auto()
    ATTRIBUTE = auto()
    ELEMENT = auto()


class Has(IntFlag):
    """What stands within a pattern, not looking into elements, attributes and lists."""

    EMPTY = auto()
    TEXT = auto()
    GROUP = auto()
    INTERLEAVE = auto()
    ONE_OR_MORE = auto()
    LIST = auto()
    DATA = auto()
    VALUE = auto()
    ATTRIBUTE = auto()
    ELEMENT = auto()
    GROUPED_ATTRIBUTE = auto()
    STRING = DATA | VALUE | LIST


# Plain integers: flags are combined for every pattern made, and enumerations are slow at that.
_ATTRIBUTE, _GROUPED = int(Has.ATTRIBUTE), int(Has.GROUPED_ATTRIBUTE)
_CHOICE, _GROUP, _INTERLEAVE, _MORE = Kind.CHOICE, Kind.GROUP, Kind.INTERLEAVE, Kind.ONE_OR_MORE
_OWN = {kind: int(Has[kind.name]) for kind in Kind if kind.name in Has.__members__}


class Pattern:
    """One pattern. *parts* are the patterns it combines, *number* its place in the order of making.

    The remaining slots are memories that the derivative functions fill.
    """

    __slots__ = ("flags", "index", "kind", "nullable", "number", "parts", "starts", "texts")

    def __init__(
        self, kind: Kind, number: int, nullable: bool, flags: int, parts: tuple[Pattern, ...]
    ) -> None:
        self.kind = kind
        self.number = number
        self.nullable = nullable
        self.flags = flags
        self.parts = parts
        self.starts: dict[str, tuple[tuple[Element, Pattern], ...]] = {}
        self.texts: Pattern | None = None
        self.index: tuple[dict[str, list[Pattern]], list[Pattern]] | None = None

    def has(self, what: int) -> bool:
        """Whether any of *what* (of `Has`) stands within."""
        return bool(self.flags & what)


class ElementPattern(Pattern):
    """A place where one particular element may stand."""

    __slots__ = ("element",)
    element: Element


class AttributePattern(Pattern):
    """An attribute with a name of *names* and a value that *content* allows."""

    __slots__ = ("content", "default", "names")
    names: NameClass
    content: Pattern
    default: str | None


class DataPattern(Pattern):
    """A string of a datatype, but none that *but* allows."""

    __slots__ = ("but", "datatype")
    datatype: Datatype
    but: Pattern | None


class ValuePattern(Pattern):
    """One value of a datatype. *context* are the namespaces in scope in the schema, for names."""

    __slots__ = ("context", "datatype", "value")
    datatype: Datatype
    value: str
    context: dict[str, str]


class Patterns:
    """The patterns of one schema: makes each once."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Pattern] = {}
        self.not_allowed = self._leaf(Kind.NOT_ALLOWED, nullable=False)
        self.empty = self._leaf(Kind.EMPTY, nullable=True)
        self.text = self._leaf(Kind.TEXT, nullable=True)

    def __len__(self) -> int:
        return len(self._made)

    def _leaf(self, kind: Kind, *, nullable: bool) -> Pattern:
        made = Pattern(kind, len(self._made), nullable, _OWN.get(kind, 0), ())
        self._made[(kind,)] = made
        return made

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """Any one of *parts*."""
        flat: dict[Pattern, None] = {}
        nullable = False
        for part in parts:
            if part.kind is _CHOICE:
                flat.update(dict.fromkeys(part.parts))
            else:
                flat[part] = None
        flat.pop(self.not_allowed, None)
        flags = 0
        for part in flat:
            flags |= part.flags
            nullable = nullable or (part.nullable and part is not self.empty)
        if nullable:
            flat.pop(self.empty, None)
        if not flat:
            return self.not_allowed
        if len(flat) == 1:
            return next(iter(flat))
        key = (_CHOICE, frozenset(part.number for part in flat))
        made = self._made.get(key)
        if made is None:
            nullable = nullable or self.empty in flat
            made = self._made[key] = Pattern(_CHOICE, len(self._made), nullable, flags, tuple(flat))
        return made

    def optional(self, part: Pattern) -> Pattern:
        """*part* or nothing."""
        return part if part.nullable else self.choice((part, self.empty))

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """All of *parts* in this order."""
        return self._sequence(_GROUP, parts)

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """All of *parts* in any order, mingled."""
        return self._sequence(_INTERLEAVE, parts)

    def _sequence(self, kind: Kind, parts: Iterable[Pattern]) -> Pattern:
        flat: list[Pattern] = []
        for part in parts:
            if part.kind is kind:
                flat.extend(part.parts)
            elif part is self.not_allowed:
                return part
            elif part is not self.empty:
                flat.append(part)
        if not flat:
            return self.empty
        if len(flat) == 1:
            return flat[0]
        if kind is _INTERLEAVE:
            flat.sort(key=lambda part: part.number)
        key = (kind, *(part.number for part in flat))
        made = self._made.get(key)
        if made is None:
            flags = _OWN[kind]
            nullable = True
            for part in flat:
                flags |= part.flags
                nullable = nullable and part.nullable
            if flags & _ATTRIBUTE:
                flags |= _GROUPED
            made = self._made[key] = Pattern(kind, len(self._made), nullable, flags, tuple(flat))
        return made

    def one_or_more(self, part: Pattern) -> Pattern:
        """*part* once or several times."""
        if part.kind in (Kind.NOT_ALLOWED, Kind.EMPTY, Kind.TEXT, _MORE):
            return part
        if part.kind is _CHOICE:
            # (a+ | b | empty)+ is (a | b)+ | empty; one form of it keeps derivatives few.
            bare = [inner.parts[0] if inner.kind is _MORE else inner for inner in part.parts]
            if self.empty in bare:
                return self.optional(self.one_or_more(self.choice(p for p in bare if p is not self.empty)))
            part = self.choice(bare)
        key = (_MORE, part.number)
        made = self._made.get(key)
        if made is None:
            flags = part.flags | _OWN[_MORE]
            made = self._made[key] = Pattern(_MORE, len(self._made), part.nullable, flags, (part,))
        return made

    def zero_or_more(self, part: Pattern) -> Pattern:
        """*part* any number of times."""
        return self.optional(self.one_or_more(part))

    def list(self, part: Pattern) -> Pattern:
        """A string that, split at white space, *part* allows."""
        if part is self.not_allowed:
            return part
        key = (Kind.LIST, part.number)
        made = self._made.get(key)
        if made is None:
            flags = _OWN[Kind.LIST]
            made = self._made[key] = Pattern(Kind.LIST, len(self._made), False, flags, (part,))
        return made

    def element(self, element: Element) -> Pattern:
        """A place for *element*."""
        key = (Kind.ELEMENT, element)
        made = self._made.get(key)
        if made is None:
            made = ElementPattern(Kind.ELEMENT, len(self._made), False, _OWN[Kind.ELEMENT], ())
            made.element = element
            self._made[key] = made
        return made

    def attribute(self, names: NameClass, content: Pattern, default: str | None = None) -> Pattern:
        """An attribute named by *names* whose value *content* allows; *default* is what DTDs would supply."""
        if content is self.not_allowed:
            return content
        key = (Kind.ATTRIBUTE, names.name if isinstance(names, Name) else names, content.number, default)
        made = self._made.get(key)
        if made is None:
            made = AttributePattern(Kind.ATTRIBUTE, len(self._made), False, _ATTRIBUTE, ())
            made.names, made.content, made.default = names, content, default
            self._made[key] = made
        return made

    def data(self, datatype: Datatype, but: Pattern | None = None) -> Pattern:
        """A string of *datatype* that *but* does not allow."""
        but = None if but is self.not_allowed else but
        key = (Kind.DATA, datatype, but and but.number)
        made = self._made.get(key)
        if made is None:
            made = DataPattern(Kind.DATA, len(self._made), False, _OWN[Kind.DATA], ())
            made.datatype, made.but = datatype, but
            self._made[key] = made
        return made

    def value(self, datatype: Datatype, value: str, context: dict[str, str]) -> Pattern:
        """The one *value* of *datatype*."""
        scope = tuple(sorted(context.items())) if datatype.needs_context else ()
        key = (Kind.VALUE, datatype, value, scope)
        made = self._made.get(key)
        if made is None:
            made = ValuePattern(Kind.VALUE, len(self._made), False, _OWN[Kind.VALUE], ())
            made.datatype, made.value, made.context = datatype, value, context
            self._made[key] = made
        return made
