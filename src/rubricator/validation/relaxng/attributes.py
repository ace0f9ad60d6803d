"""What an element asks of its attributes, apart from its content: mostly a table of names."""

from __future__ import annotations

from rubricator.validation.relaxng.datatypes import REMEMBERED, Context
from rubricator.validation.relaxng.derivatives import Derivatives
from rubricator.validation.relaxng.names import Name
from rubricator.validation.relaxng.patterns import (
    AttributePattern,
    DataPattern,
    Has,
    Kind,
    Pattern,
    ValuePattern,
)

_ATTRIBUTE = int(Has.ATTRIBUTE)
_CONTENT = int(Has.ELEMENT | Has.TEXT | Has.STRING)


class Check:
    """What the value of an attribute may be, with the values already found good."""

    __slots__ = ("context_free", "derivatives", "good", "identity", "pattern", "required")

    def __init__(self, pattern: Pattern, derivatives: Derivatives, *, required: bool) -> None:
        self.pattern = pattern
        self.derivatives = derivatives
        self.required = required
        self.good: set[str] = set()
        types = {leaf.datatype for leaf in leaves(pattern) if isinstance(leaf, DataPattern | ValuePattern)}
        self.context_free = not any(type_.needs_context for type_ in types)
        self.identity = identity(pattern)

    def allows(self, value: str, context: Context) -> bool:
        """Whether the attribute may have *value*."""
        if value in self.good:
            return True
        fits = self.derivatives.allows(self.pattern, value, context)
        if fits and self.context_free:
            if len(self.good) > REMEMBERED:
                self.good.clear()
            self.good.add(value)
        return fits


def identity(pattern: Pattern) -> str:
    """What a value that *pattern* allows is to DTD compatibility: ID, IDREF, IDREFS or nothing."""
    types = (leaf.datatype.identity for leaf in leaves(pattern) if isinstance(leaf, DataPattern))
    return next(filter(None, types), "")


def leaves(pattern: Pattern) -> list[Pattern]:
    """The patterns of which the value *pattern* is made, in order."""
    if not pattern.parts:
        return [pattern]
    return [leaf for part in pattern.parts for leaf in leaves(part)]


class Attributes:
    """The attributes of an element: *table* are those that may be judged one by one, *others* the rest.

    *content* is what remains for the content, unless *others* decides about that too (then it holds the
    content).
    """

    def __init__(self, pattern: Pattern, derivatives: Derivatives) -> None:
        self.derivatives = derivatives
        self.table: dict[str, Check] = {}
        content: list[Pattern] = []
        others: list[Pattern] = []
        parts = pattern.parts if pattern.kind in (Kind.GROUP, Kind.INTERLEAVE) else (pattern,)
        for part in parts:
            if not part.flags & _ATTRIBUTE:
                content.append(part)
            elif part.flags & _CONTENT or not self._tabulate(part):
                others.append(part)
        self.required = frozenset(name for name, check in self.table.items() if check.required)
        make = derivatives.patterns
        combine = make.interleave if pattern.kind is Kind.INTERLEAVE else make.group
        self.content: Pattern | None
        if any(part.flags & _CONTENT for part in others):
            kept = [part for part in parts if part in others or part in content]
            self.content, self.others = None, combine(kept)
        else:
            self.content, self.others = combine(content), combine(others)
        self.simple = not others

    def _tabulate(self, part: Pattern) -> bool:
        """Put *part* into the table if it is one named attribute, optional or not."""
        required = True
        if (
            part.kind is Kind.CHOICE
            and len(part.parts) == 2
            and self.derivatives.patterns.empty in part.parts
        ):
            required = False
            part = next(inner for inner in part.parts if inner.kind is not Kind.EMPTY)
        if not isinstance(part, AttributePattern) or not isinstance(part.names, Name):
            return False
        self.table[part.names.name] = Check(part.content, self.derivatives, required=required)
        return True

    def after(self, pattern: Pattern, name: str, value: str, context: Context) -> Pattern:
        """What remains of *pattern* (`others` at first) after an attribute that is not in the table."""
        allowed = (
            rest
            for wanted, rest in self.derivatives.attribute(pattern, name)
            if self.derivatives.allows(wanted, value, context)
        )
        return self.derivatives.patterns.choice(allowed)

    def closing(self, rest: Pattern) -> Pattern:
        """The content that remains when the start tag ends with *rest* of `others`, or `notAllowed`."""
        closed = self.derivatives.closed(rest)
        if self.content is None or closed is self.derivatives.patterns.not_allowed:
            return closed
        return self.content
