"""The states a validation passes through: each made once, with its steps remembered, so that most events are
a lookup.

A state belongs to one level of a document. It is a set of alternatives, each a pattern that the rest of the
content must match, tagged by the alternative of the parent that it came from; with almost every schema there
is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.validation.relaxng.attributes import Attributes, identity
from rubricator.validation.relaxng.datatypes import WHITE, Context
from rubricator.validation.relaxng.derivatives import Derivatives
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.patterns import Has, Pattern, Patterns

_STRING = int(Has.STRING)

Items = tuple[tuple[int, Pattern], ...]


class State:
    """What the rest of an element's content must match."""

    __slots__ = ("after_text", "items", "nullable", "plain", "starts", "strings")

    def __init__(self, items: Items) -> None:
        self.items = items
        self.nullable = any(pattern.nullable for _, pattern in items)
        self.plain = self.nullable and len(items) == 1 and items[0][0] == 0
        self.strings = any(pattern.flags & _STRING for _, pattern in items)
        self.starts: dict[str, Step | None] = {}
        self.after_text: State | None = None

    @property
    def dead(self) -> bool:
        """Whether nothing at all could follow."""
        return not self.items


class Opening:
    """An element about to begin: its attributes, and the state its content begins in."""

    __slots__ = ("attributes", "element", "required", "state", "table")

    def __init__(self, element: Element, automaton: Automaton) -> None:
        self.element = element
        self.attributes = Attributes(element.pattern, automaton.derivatives)
        self.table = self.attributes.table
        self.required = self.attributes.required
        content = self.attributes.content
        # Where the content depends on the attributes, this state is not used.
        self.state = automaton.dead if content is None else automaton.state(((0, content),))

    def identity(self, name: str) -> str:
        """What the attribute *name* is to DTD compatibility: ID, IDREF, IDREFS or nothing."""
        check = self.table.get(name)
        if check is not None:
            return check.identity
        wanted = self.attributes.derivatives.attribute(self.attributes.others, name)
        return next((kind for value, _ in wanted for kind in (identity(value),) if kind), "")


class Step:
    """What a start tag may begin: one or several openings, and the parent's state after each."""

    __slots__ = ("afters", "opening", "openings")

    def __init__(self, openings: tuple[Opening, ...], afters: tuple[State, ...]) -> None:
        self.openings = openings
        self.afters = afters
        # The usual case: one element, whose content does not depend on the values of its attributes.
        self.opening = openings[0] if len(openings) == 1 and openings[0].attributes.simple else None


class Automaton:
    """All states of one schema that documents have led to so far."""

    def __init__(self, patterns: Patterns, start: Pattern) -> None:
        self.patterns = patterns
        self.derivatives = Derivatives(patterns)
        self.first = start
        self._states: dict[Items, State] = {}
        self.dead = self.state(())

    @property
    def start(self) -> State:
        """The state before the root element."""
        return self.state(((0, self.first),))

    def state(self, items: Items) -> State:
        """The state of *items*, leaving out what nothing can match."""
        items = tuple(item for item in items if item[1] is not self.patterns.not_allowed)
        made = self._states.get(items)
        if made is None:
            made = self._states[items] = State(items)
        return made

    def step(self, state: State, name: str) -> Step | None:
        """What the start tag *name* may begin in *state*; None if it may not stand there."""
        if name in state.starts:
            return state.starts[name]
        merged: dict[Element, dict[int, Pattern]] = {}
        for tag, pattern in state.items:
            for element, rest in self.derivatives.starts(pattern, name):
                rests = merged.setdefault(element, {})
                rests[tag] = self.patterns.choice((rests[tag], rest)) if tag in rests else rest
        found = None
        alternatives = [
            (self.opening(element), self.state(tuple(sorted(rests.items(), key=lambda item: item[0]))))
            for element, rests in merged.items()
        ]
        if alternatives:
            found = Step(tuple(a for a, _ in alternatives), tuple(b for _, b in alternatives))
        state.starts[name] = found
        return found

    def opening(self, element: Element) -> Opening:
        """The opening of *element*."""
        if element.opening is None:
            element.opening = Opening(element, self)
        return element.opening

    def content(self, step: Step, attributes: dict[str, str], context: Context) -> State:
        """The state in which the content begins of an element with *attributes*; dead if they are wrong."""
        items = []
        for tag, opening in enumerate(step.openings):
            content = self._content(opening, attributes, context)
            items.append((tag, content))
        return self.state(tuple(items))

    def _content(self, opening: Opening, attributes: dict[str, str], context: Context) -> Pattern:
        rest = opening.attributes.others
        for name, value in attributes.items():
            check = opening.table.get(name)
            if check is None:
                rest = opening.attributes.after(rest, name, value, context)
                if rest is self.patterns.not_allowed:
                    return rest
            elif not check.allows(value, context):
                return self.patterns.not_allowed
        if not opening.required <= attributes.keys():
            return self.patterns.not_allowed
        return opening.attributes.closing(rest)

    def identities(self, step: Step, attributes: dict[str, str]) -> Iterator[tuple[str, str, str]]:
        """The attributes that are identifiers or refer to some: kind, value and name of each."""
        for name, value in attributes.items():
            for opening in step.openings:
                kind = opening.identity(name)
                if kind:
                    yield kind, value, name
                    break

    def text(self, state: State) -> State:
        """The state after some text in *state*, where no datatype plays a part."""
        if state.after_text is None:
            state.after_text = self.state(
                tuple((tag, self.derivatives.text(pattern)) for tag, pattern in state.items)
            )
        return state.after_text

    def string(self, state: State, text: str, context: Context) -> State:
        """The state after the whole *text* of a content in which datatypes play a part."""
        blank = not text.strip(WHITE)
        items = []
        for tag, pattern in state.items:
            rest = self.derivatives.string(pattern, text, context)
            items.append((tag, self.patterns.choice((pattern, rest)) if blank else rest))
        return self.state(tuple(items))

    def end(self, state: State, afters: tuple[State, ...]) -> State:
        """The parent's state after an element whose content ended in *state*; dead if it may not end so."""
        merged: dict[int, Pattern] = {}
        for tag, pattern in state.items:
            if pattern.nullable:
                for outer, rest in afters[tag].items:
                    merged[outer] = self.patterns.choice((merged[outer], rest)) if outer in merged else rest
        return self.state(tuple(sorted(merged.items(), key=lambda item: item[0])))
