"""What is done where a document goes wrong: one finding, and a state from which the rest can be judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from rubricator.findings import Finding, Place, Severity
from rubricator.source import Source
from rubricator.validation.relaxng.automaton import State, Step
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.positions import Positions

Frame = tuple[Step, str, int]
"""An open element: the step that began it, its name, the byte offset of its start tag."""


class Recovery:
    """Gathers the findings of one run."""

    def __init__(self, source: Source, grammar: Grammar, positions: Callable[[], Positions]) -> None:
        self.source = source
        self.grammar = grammar
        self.automaton = grammar.automaton
        self._positions = positions
        self._findings: list[Finding] = []
        self.wild = State(())

    @cached_property
    def positions(self) -> Positions:
        return self._positions()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(self._findings)

    def add(self, finding: Finding) -> None:
        self._findings.append(finding)

    def _report(self, rule: str, message: str, place: Place | None, remedy: str = "") -> None:
        self.add(Finding(rule, Severity.ERROR, self.source.name, message, remedy, place))

    def identity(self, kind: str, value: str, attribute: str, offset: int) -> None:
        pass

    def start(
        self, state: State, stack: list[Frame], name: str, attributes: dict[str, str], offset: int
    ) -> Step:
        self._report(
            "grammar.element-misplaced",
            f"<{split(name)[1]}> may not stand here.",
            self.positions.place(*self.positions.tag_name(offset)),
        )
        return _Nothing((), (state,))

    def attributes(self, step, stack, name, attributes, offset, context) -> State:  # type: ignore[no-untyped-def]
        if step.openings:
            self._report(
                "grammar.attribute-value",
                f"An attribute of <{split(name)[1]}> is wrong.",
                self.positions.place(*self.positions.tag_name(offset)),
            )
            return step.openings[0].state or self.automaton.dead
        return self.automaton.dead

    def end(self, state: State, frame: Frame, stack: list[Frame]) -> State:
        if state.items:
            self._report(
                "grammar.element-missing",
                f"<{split(frame[1])[1]}> is not complete.",
                self.positions.place(*self.positions.tag_name(frame[2])),
            )
        return frame[0].afters[0]

    def text(self, state: State, stack: list[Frame], text: str, last: int) -> State:
        if state.items or state is not self.automaton.dead:
            self._report("grammar.text-misplaced", "No text here.", None)
        return state

    string = text

    def finish(self) -> None:
        pass


class _Nothing(Step):
    pass
