"""A proof that whatever one grammar allows another allows too, by walking both at once with derivatives.

Every pair of contents that the same document can lead to is met once. At each, whatever ours may go on with,
theirs must go on with; where ours may end, theirs may. Datatypes are compared by name and facets.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from rubricator.validation.relaxng import Grammar
from rubricator.validation.relaxng.attributes import Attributes
from rubricator.validation.relaxng.derivatives import Derivatives
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.patterns import DataPattern, Has, Kind, Pattern, ValuePattern

NO_WHITE_SPACE = {r"\S+", r"[^\p{C}\p{Z}]+"}


@dataclass
class Inclusion:
    """The comparison of *ours* with *theirs*; `differences` is empty if ours lies within theirs."""

    ours: Grammar
    theirs: Grammar
    compared: int = 0
    _elements: set[tuple[Element, Element]] = field(default_factory=set)

    def differences(self) -> Iterator[str]:
        """What ours allows and theirs does not, as far as each element goes."""
        waiting: deque[tuple[Element, Element]] = deque()
        yield from self.contents(
            "the document", self.ours.automaton.first, self.theirs.automaton.first, waiting
        )
        while waiting:
            pair = waiting.popleft()
            if pair not in self._elements:
                self._elements.add(pair)
                yield from self.element(*pair, waiting)

    def element(self, our: Element, their: Element, waiting: deque[tuple[Element, Element]]) -> Iterator[str]:
        name = our.name.rpartition(" ")[2]
        ours, theirs = Attributes(our.pattern, self.of(0)), Attributes(their.pattern, self.of(1))
        if ours.content is None or theirs.content is None or not ours.simple:
            yield f"{name}: its content depends on its attributes"
            return
        for missing in theirs.required - ours.required:
            yield f"{name}: @{missing} is required there"
        for attribute, check in ours.table.items():
            there = theirs.table[attribute].pattern if attribute in theirs.table else None
            if there is None:
                choices = self.of(1).attribute(theirs.others, attribute)
                there = choices[0][0] if len(choices) == 1 else self.theirs.automaton.patterns.not_allowed
            if not self.value_within(check.pattern, there):
                yield f"{name}: @{attribute} is not allowed there, or not with these values"
        if not self.of(1).closed(theirs.others).nullable:
            yield f"{name}: one of several attributes is required there"
        yield from self.contents(name, ours.content, theirs.content, waiting)

    def contents(
        self, name: str, ours: Pattern, theirs: Pattern, waiting: deque[tuple[Element, Element]]
    ) -> Iterator[str]:
        seen: set[tuple[Pattern, Pattern]] = set()
        open_pairs = deque([(ours, theirs, "")])
        while open_pairs:
            here, there, after = open_pairs.popleft()
            if (here, there) in seen:
                continue
            seen.add((here, there))
            self.compared += 1
            if here.nullable and not there.nullable:
                yield f"{name}: may not end there{after}"
            if here.has(Has.STRING):
                if not self.value_within(here, there):
                    yield f"{name}: its value is not allowed there"
                continue
            if (rest := self.of(0).text(here)) is not self.ours.automaton.patterns.not_allowed:
                beyond = self.of(1).text(there)
                if beyond is self.theirs.automaton.patterns.not_allowed:
                    yield f"{name}: text is not allowed there{after}"
                else:
                    open_pairs.append((rest, beyond, after))
            for element in self.ours.elements:
                for mine, rest in self.of(0).starts(here, element.name):
                    answers = self.of(1).starts(there, element.name)
                    local = element.name.rpartition(" ")[2]
                    if len(answers) != 1:
                        yield f"{name}: {local} is not allowed there{after}"
                        continue
                    waiting.append((mine, answers[0][0]))
                    open_pairs.append((rest, answers[0][1], f" after {local}"))

    def of(self, side: int) -> Derivatives:
        return (self.ours, self.theirs)[side].automaton.derivatives

    def value_within(self, ours: Pattern, theirs: Pattern) -> bool:
        """Whether every string of *ours* is one of *theirs*; False also where that cannot be told."""
        if theirs.kind is Kind.TEXT:
            return True
        if ours.kind is Kind.CHOICE:
            return all(self.value_within(part, theirs) for part in ours.parts)
        if isinstance(ours, ValuePattern):
            return self.of(1).allows(theirs, ours.value, {})
        if theirs.kind is Kind.CHOICE:
            return any(self.value_within(ours, part) for part in theirs.parts)
        if theirs.kind is Kind.LIST:
            return self.words_within(ours.parts[0] if ours.kind is Kind.LIST else ours, theirs.parts[0])
        if isinstance(ours, DataPattern) and isinstance(theirs, DataPattern):
            there, here = theirs.datatype, ours.datatype
            if there.name == "string" and not there.parameters:
                return True
            return here.name == there.name and set(there.parameters) <= set(here.parameters)
        return False

    def words_within(self, ours: Pattern, theirs: Pattern) -> bool:
        """The same within a list, where *ours* is one word or several of a kind."""
        if theirs.kind is Kind.CHOICE and any(part.kind is Kind.ONE_OR_MORE for part in theirs.parts):
            return any(self.words_within(ours, part) for part in theirs.parts)
        if theirs.kind is Kind.ONE_OR_MORE:
            theirs = theirs.parts[0]
            ours = ours.parts[0] if ours.kind is Kind.ONE_OR_MORE else ours
        return self.is_one_word(ours) and self.value_within(ours, theirs)

    def is_one_word(self, pattern: Pattern) -> bool:
        if pattern.kind is Kind.CHOICE:
            return all(map(self.is_one_word, pattern.parts))
        if isinstance(pattern, ValuePattern):
            return len(pattern.value.split()) == 1
        if isinstance(pattern, DataPattern):
            return bool(NO_WHITE_SPACE & {value for _, value in pattern.datatype.parameters})
        return False
