"""Elements of a schema: what an element's pattern asks of its attributes and of its content."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rubricator.validation.relaxng.names import NameClass
from rubricator.validation.relaxng.patterns import Pattern

if TYPE_CHECKING:
    from rubricator.validation.relaxng.automaton import Opening
    from rubricator.validation.relaxng.schema import Node


class Element:
    """One `element` of a schema; its pattern is worked out only when a document has need of it."""

    __slots__ = ("_make", "_pattern", "names", "node", "opening")

    def __init__(self, node: Node | None, names: NameClass, make: Callable[[], Pattern]) -> None:
        self.node = node  # where the schema has it; what was packed does not tell
        self.names = names
        self._make: Callable[[], Pattern] | None = make
        self._pattern: Pattern | None = None
        self.opening: Opening | None = None  # the automaton's memory of it

    @property
    def pattern(self) -> Pattern:
        """What the element's attributes and content must be."""
        if self._pattern is None:
            assert self._make is not None
            self._pattern, self._make = self._make(), None
        return self._pattern

    @property
    def name(self) -> str:
        """The element's first name, or nothing if it has any of a wide class."""
        return next(self.names.names(), "")
