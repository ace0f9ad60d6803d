"""Elements in which so much is wrong that it is rather their name that is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rubricator.validation.relaxng.automaton import State
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.habits import nearest
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.telling import Findings, tags
from rubricator.validation.relaxng.verdict import XML
from rubricator.validation.relaxng.vocabulary import UNUSUAL, Vocabulary, rank

_SHOWN = 3
_MOST = 40  # runs of the same in a content: who has so many of them right has the right element


class Mistaken:
    """Finds out, for one document, which elements were mistaken for others."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.automaton = vocabulary.automaton
        self.findings = findings

    def weigh(self, frame: Frame, parent: Frame, before: State) -> bool:
        """Whether *frame*, which stands in *parent* and was met in the state *before*, has a wrong name.

        If so, this one thing is told in the place of all that seemed to be wrong with it.
        """
        findings = {fault.finding for fault in frame.faults}
        different = {(fault.kind, fault.what) for fault in frame.faults}
        if len(findings) < 2 or (len(different) < 2 and len(findings) <= 2 * len(frame.history)):
            return False
        meant = list(islice(self._meant(frame, before), _SHOWN))
        if meant:
            self._tell(frame, meant)
            self._expect(parent, before, meant)
        return bool(meant)

    def explains(self, parent: Frame, name: str) -> State | None:
        """What remains of *parent* after *name*, had the faulty child before it another name; or None."""
        frame = parent.dubious
        if frame is None or all(fault.kind == "place" for fault in frame.faults):
            return None
        for meant in self._meant(frame, parent.before):
            after = self.automaton.step(parent.before, meant)
            if after and self.automaton.step(after.afters[0], name):
                self._tell(frame, [meant])
                return after.afters[0]
        return None

    def _expect(self, parent: Frame, before: State, meant: list[str]) -> None:
        steps = (self.automaton.step(before, name) for name in meant)
        parent.expect(*(step.afters[0] for step in steps if step is not None))

    def _tell(self, frame: Frame, meant: list[str]) -> None:
        for fault in frame.faults:
            self.findings.take_back(fault.finding)
        self.findings.at_tag(
            "grammar.element-mistaken",
            frame.offset,
            f"{frame.tag} is probably not what was meant: it {_all(frame)}.",
            f"All this would be right in {tags(meant)}.",
        )

    def _meant(self, frame: Frame, before: State) -> Iterator[str]:
        """The elements that might stand in *before* with the attributes and the content of *frame*."""
        if len(frame.met) > 2 * _MOST or _mostly_right(frame):
            return
        for name in self.vocabulary.first(before):
            if name != frame.name and _plausible(frame, name) and self._might_be(frame, before, name):
                yield name

    def _might_be(self, frame: Frame, before: State, name: str) -> bool:
        step = self.automaton.step(before, name)
        if step is None:
            return False
        state = self.automaton.content(step, dict(frame.attributes), XML)
        for part in frame.met:
            if state.dead:
                return False
            if not part:
                state = self.automaton.text(state)
                continue
            child = self.automaton.step(state, part)
            if child is None:
                return False
            state = child.afters[0]
        return state.nullable or (state.strings and not frame.met)


def _mostly_right(frame: Frame) -> bool:
    """Whether as much in *frame* is as it should be as is not: its name is right, then."""
    right = {child.name for child in frame.history}
    return len(right) >= len({(fault.kind, fault.what) for fault in frame.faults})


def _plausible(frame: Frame, meant: str) -> bool:
    """Whether people who mean *meant* write what *frame* is.

    Names that are alike are taken for each other, and rare ones for usual ones. Who wrote a usual name knew
    it: that it holds something strange does not make it a less usual one, which may hold nearly everything.
    """
    written, other = split(frame.name)[1], split(meant)[1]
    if rank(written) > rank(other) or nearest(written, [other]) == other:
        return True
    different = {(fault.kind, fault.what) for fault in frame.faults}
    if len(frame.faults) > 2 and len(different) > 3 * len({child.name for child in frame.history}):
        return True  # nearly nothing in it is right
    kinds = {fault.kind for fault in frame.faults}
    return bool(kinds & {"attribute", "place"}) or ("lacks" in kinds and rank(other) < UNUSUAL)


def _all(frame: Frame) -> str:
    """What is wrong with *frame*, in one clause for each kind of thing."""
    kinds: dict[str, list[str]] = {}
    for fault in frame.faults:
        if fault.what not in kinds.setdefault(fault.kind, []):
            kinds[fault.kind].append(fault.what)
    clauses = [_CLAUSES[kind].format(_listed(what[:_SHOWN])) for kind, what in kinds.items()]
    return " and ".join([", ".join(clauses[:-1]), clauses[-1]] if len(clauses) > 1 else clauses)


_CLAUSES = {
    "attribute": "has no attribute {}",
    "lacks": "lacks {}",
    "holds": "may not hold {}",
    "place": "may not stand {}",
}


def _listed(what: list[str]) -> str:
    return " or ".join([", ".join(what[:-1]), what[-1]] if len(what) > 1 else what)
