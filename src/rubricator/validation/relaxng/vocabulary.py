"""What a schema's words are: which elements it has, where each may stand, what a content still needs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from rubricator.validation.relaxng.automaton import Automaton, State
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.patterns import AttributePattern, ElementPattern, Has, Kind, Pattern

# How often editors reach for an element: what is proposed first. The rest follow in the schema's order.
_USUAL = """
p div head ab note hi list item lb pb title name persName placeName date orgName ref quote q rs choice sic
corr abbr expan orig reg foreign term emph seg cit bibl figure table row cell label lg l sp speaker stage
opener closer dateline signed salute postscript trailer byline body front back text TEI teiHeader fileDesc
titleStmt publicationStmt sourceDesc encodingDesc profileDesc revisionDesc author editor respStmt resp
publisher pubPlace authority distributor idno availability licence biblStruct monogr analytic imprint
biblScope msDesc projectDesc editorialDecl langUsage language change app lem rdg witness listWit person
place org listPerson listPlace graphic desc gap unclear supplied add del subst cb fw gloss mentioned
soCalled ptr num measure address addrLine
"""
_ANYWHERE = {"note", "figure"}
_RANK = {name: rank for rank, name in enumerate(_USUAL.split())}

_MOST_MISSING = 6
"""How many missing elements are named at the end of one that is incomplete."""
_ATTRIBUTE, _ELEMENT = int(Has.ATTRIBUTE), int(Has.ELEMENT)


UNUSUAL = len(_RANK)
"""The rank of what editors seldom use."""


def rank(local: str) -> int:
    """How many elements editors use more than the one of this *local* name."""
    return _RANK.get(local, UNUSUAL)


def likeliest_first(names: Iterable[str]) -> list[str]:
    """Expanded *names*, each once, those that editors use most first."""
    return sorted(dict.fromkeys(names), key=lambda name: rank(split(name)[1]))


class Vocabulary:
    """The facts that messages draw on; worked out only when there is something to explain."""

    def __init__(self, automaton: Automaton, elements: tuple[Element, ...]) -> None:
        self.automaton = automaton
        self._elements = elements
        self._alphabets: dict[Pattern, frozenset[str]] = {}
        self._parents: dict[str, list[str]] = {}
        self._first: dict[State, list[str]] = {}
        self._around: dict[tuple[State, str | None], list[str]] = {}
        self._attributes: dict[Element, list[str]] = {}

    @cached_property
    def elements(self) -> dict[str, list[Element]]:
        """The elements of the schema by expanded name."""
        found: dict[str, list[Element]] = {}
        for element in self._elements:
            for name in element.names.names():
                found.setdefault(name, []).append(element)
        return found

    @cached_property
    def locals(self) -> dict[str, str]:
        """The expanded name for each local one; where several namespaces have it, that of the root counts."""
        found: dict[str, str] = {}
        for name in sorted(self.elements, key=lambda name: split(name)[0] != self.namespace):
            found.setdefault(split(name)[1], name)
        return found

    @cached_property
    def roots(self) -> list[str]:
        """The names a root element may have."""
        return self.first(self.automaton.start)

    @cached_property
    def namespace(self) -> str:
        """The namespace of the root element."""
        return split(self.roots[0])[0] if self.roots else ""

    def alphabet(self, pattern: Pattern) -> frozenset[str]:
        """The names of the elements that stand somewhere in *pattern*."""
        found = self._alphabets.get(pattern)
        if found is None:
            if isinstance(pattern, ElementPattern):
                found = frozenset(pattern.element.names.names())
            elif pattern.flags & _ELEMENT:
                found = frozenset().union(*map(self.alphabet, pattern.parts))
            else:
                found = frozenset()
            self._alphabets[pattern] = found
        return found

    def parents(self, name: str) -> list[str]:
        """The names of the elements that the element *name* may stand in, likeliest first."""
        if name not in self._parents:
            self._parents[name] = likeliest_first(
                parent.name
                for parent in self._elements
                if parent.name and name in self.alphabet(parent.pattern)
            )
        return self._parents[name]

    def owners(self, attribute: str) -> list[str]:
        """The names of the elements that have *attribute*, likeliest first."""
        return self._owners.get(attribute, [])

    @cached_property
    def _owners(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self._elements:
            for name in attributes_of(element) if element.name else ():
                found.setdefault(name, []).append(element.name)
        return {name: likeliest_first(owners) for name, owners in found.items()}

    def first(self, state: State) -> list[str]:
        """The names that may come next in *state*, likeliest first."""
        found = self._first.get(state)
        if found is None:
            found = likeliest_first(name for _, pattern in state.items for name in _first(pattern, {}))
            self._first[state] = found
        return found

    def attributes(self, element: Element) -> list[str]:
        """The names of the attributes that *element* may have."""
        found = self._attributes.get(element)
        if found is None:
            found = self._attributes[element] = attributes_of(element)
        return found

    def first_content(self, name: str) -> State | None:
        """The state in which the content of the element *name* begins, if the schema knows it."""
        for element in self.elements.get(name, ()):
            return self.content(element)
        return None

    def content(self, element: Element) -> State:
        """The state in which the content of *element* begins, whatever its attributes."""
        opening = self.automaton.opening(element)
        if opening.attributes.content is not None:
            return opening.state
        return self.automaton.state(((0, self.forgiven(opening.attributes.others)),))

    def forgiven(self, pattern: Pattern) -> Pattern:
        """*pattern* as if all its attributes were there."""
        if not pattern.flags & _ATTRIBUTE:
            return pattern
        make = self.automaton.patterns
        if isinstance(pattern, AttributePattern):
            return make.empty
        parts = [self.forgiven(part) for part in pattern.parts]
        if pattern.kind is Kind.CHOICE:
            return make.choice(parts)
        if pattern.kind is Kind.ONE_OR_MORE:
            return make.one_or_more(parts[0])
        return make.group(parts) if pattern.kind is Kind.GROUP else make.interleave(parts)

    def needed(self, state: State) -> list[str]:
        """The names of which one must come next, before the content of *state* can end; likeliest first."""
        if state.nullable:
            return []
        return likeliest_first(name for _, pattern in state.items for name in needed(pattern))

    def completion(self, state: State) -> list[list[str]]:
        """What would complete *state*: for each element that is missing, the names it may have."""
        missing: list[list[str]] = []
        while not state.nullable and len(missing) < _MOST_MISSING:
            names = self.needed(state)
            step = self.automaton.step(state, names[0]) if names else None
            if step is None:
                break
            missing.append(names)
            state = step.afters[0]
        return missing

    def takes_text(self, state: State) -> bool:
        """Whether text may come next in *state*."""
        return state.strings or not self.automaton.text(state).dead

    def wrappers(self, state: State, name: str | None, beside: Iterable[str] = ()) -> list[str]:
        """The elements that may come next in *state* and whose content may begin with *name* (or text).

        What must come next is named first, then what stands *beside* already; what may stand anywhere, last.
        """
        near = self._around.get((state, name))
        if near is None:
            found = [outer for outer in self.first(state) if self._begins(outer, name)]
            near = [outer for outer in found if split(outer)[1] in _RANK.keys() - _ANYWHERE] or found
            self._around[state, name] = near
        needed, beside = set(self.needed(state)), set(beside)
        return sorted(near, key=lambda outer: (outer not in needed, outer not in beside))

    def _begins(self, outer: str, name: str | None) -> bool:
        """Whether the content of *outer* may begin with *name* (or text)."""
        content = self.first_content(outer)
        if content is None:
            return False
        return self.takes_text(content) if name is None else self.automaton.step(content, name) is not None


def attributes_of(element: Element) -> list[str]:
    """The names of the attributes that *element* may have."""
    found: dict[str, None] = {}
    waiting = [element.pattern]
    while waiting:
        pattern = waiting.pop()
        if isinstance(pattern, AttributePattern):
            found.update(dict.fromkeys(pattern.names.names()))
        elif pattern.flags & _ATTRIBUTE:
            waiting.extend(reversed(pattern.parts))
    return list(found)


def _first(pattern: Pattern, found: dict[str, None]) -> dict[str, None]:
    if isinstance(pattern, ElementPattern):
        found.update(dict.fromkeys(pattern.element.names.names()))
    elif pattern.flags & _ELEMENT:
        for part in pattern.parts:
            _first(part, found)
            if pattern.kind is Kind.GROUP and not part.nullable:
                break
    return found


def needed(pattern: Pattern) -> list[str]:
    """The names of which one must come before *pattern* is satisfied."""
    if isinstance(pattern, ElementPattern):
        return list(pattern.element.names.names())
    if pattern.nullable:
        return []
    if pattern.kind is Kind.GROUP or pattern.kind is Kind.INTERLEAVE:
        return next((names for part in pattern.parts if not part.nullable for names in (needed(part),)), [])
    return [name for part in pattern.parts for name in needed(part)]
