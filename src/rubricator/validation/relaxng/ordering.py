"""Elements that may stand in their parent, but not now: too late, too early, too often, or after a gap."""

from __future__ import annotations

from typing import NamedTuple

from rubricator.validation.relaxng.automaton import State
from rubricator.validation.relaxng.frames import Child, Frame, Gap, Late
from rubricator.validation.relaxng.moves import Moves
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.telling import Findings, tags
from rubricator.validation.relaxng.vocabulary import Vocabulary

_MOST_SKIPPED = 4
"""How many elements in a row may be missing before one that is taken to be meant after them."""


class Skipped(NamedTuple):
    """Something that must come before: the names it may have, the likely ones, and the state after it."""

    names: list[str]
    likely: list[str]
    after: State


class Order(NamedTuple):
    """What remains of an element after a child that is out of order, and the finding, if one was made."""

    after: State
    finding: int | None = None


class Ordering:
    """Examines the order of one document's elements."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings, moves: Moves) -> None:
        self.vocabulary = vocabulary
        self.automaton = vocabulary.automaton
        self.findings = findings
        self.moves = moves

    def examine(self, frames: list[Frame], name: str, offset: int) -> Order | None:
        """Report why *name* may not stand now in the last of *frames*.

        None, and nothing is reported, if it may never stand there.
        """
        parent = frames[-1]
        if name in parent.missing:
            # What was thought to be missing comes after all: it is only in the wrong place.
            self.findings.take_back(parent.missing[name].finding)
            return self._late(frames, name, offset)
        skipped = self._skipped(parent.state, name)
        if parent.tainted:
            # What should stand here may be what was met in a wrong shape before: one fault, already told.
            past = skipped[-1].after if skipped else self._past_one(parent, name)
            if past is not None:
                parent.tainted = None
                return Order(self._after(parent, name, past, offset))
        if skipped and parent.late is not None and parent.late.blocker.name in skipped[0].names:
            self.early(parent)
            return Order(self._after(parent, name, skipped[-1].after, offset))
        if skipped:
            return self._gap(frames, name, offset, skipped)
        met = next((child for child in parent.history if child.name == name), None)
        if met is not None and not self._allowed_after(met):
            number = self.findings.at_tag(
                "grammar.element-repeated",
                offset,
                f"<{split(name)[1]}> may stand only once here in {parent.tag}.",
                "Join the two, or remove one.",
            )
            parent.taint()
            self.moves.strays(number, name, frames)
            return Order(parent.state, number)
        if any(self.automaton.step(child.state, name) for child in parent.history):
            return self._late(frames, name, offset)
        return self._unready(parent, name, offset)

    def _unready(self, parent: Frame, name: str, offset: int) -> Order | None:
        """Report that something that need not be there must yet come before *name*, if that is so."""
        before = []
        for one in self.vocabulary.first(parent.state):
            step = self.automaton.step(parent.state, one)
            if step is not None and self.automaton.step(step.afters[0], name) is not None:
                before.append(one)
        if not before:
            return None
        number = self.findings.at_tag(
            "grammar.order",
            offset,
            f"<{split(name)[1]}> comes too early in {parent.tag}: {tags(before[:3])} must come before it.",
            "Move it after that, or add what is missing.",
        )
        step = self.automaton.step(parent.state, before[0])
        parent.expect(*([step.afters[0]] if step else []))
        return Order(parent.state, number)

    def arrived(self, parent: Frame, name: str) -> None:
        """Note that *name* stands where it may, although it was thought to be missing before."""
        gap = parent.missing.get(name)
        if gap is None or self.findings.made[gap.finding] is None:
            return
        self.findings.take_back(gap.finding)
        if parent.late is None:
            self._too_early(parent, gap.child, name)

    def early(self, frame: Frame) -> None:
        """Say of the child that others came too late for that it is itself too early, if that is simpler."""
        late = frame.late
        assert late is not None
        last = frame.history[-1]
        if last.name in (late.name, late.blocker.name):
            return
        self.findings.take_back(late.finding)
        self._too_early(frame, late.blocker, last.name)

    def _too_early(self, frame: Frame, child: Child, after: str) -> None:
        self.findings.at_tag(
            "grammar.order",
            child.offset,
            f"<{split(child.name)[1]}> comes too early in {frame.tag}: it must stand after "
            f"<{split(after)[1]}>.",
            "Move it there.",
        )

    def _after(self, parent: Frame, name: str, state: State, offset: int) -> State:
        """What remains of *parent* after *name*, which may stand in *state*."""
        step = self.automaton.step(state, name)
        parent.history.append(Child(name, parent.state, offset))
        return step.afters[0] if step else parent.state

    def _allowed_after(self, met: Child) -> bool:
        """Whether the same element might have stood right after the child *met*."""
        step = self.automaton.step(met.state, met.name)
        return step is not None and self.automaton.step(step.afters[0], met.name) is not None

    def _gap(self, frames: list[Frame], name: str, offset: int, skipped: list[Skipped]) -> Order:
        """Report that what was *skipped* must stand before *name*."""
        parent = frames[-1]
        child = f"<{split(name)[1]}>"
        wanted = " and ".join(tags(each.likely, 3) for each in skipped)
        number = self.findings.at_tag(
            "grammar.element-missing",
            parent.offset,
            f"{parent.tag} lacks {wanted}, which must come before {child}.",
            f"Add {'it' if len(skipped) == 1 else 'them'} before the {child} in line "
            f"{self.findings.positions.line(offset)}.",
        )
        lacking = [missing for each in skipped for missing in each.likely]
        gap = Gap(number, Child(name, parent.state, offset))
        parent.missing = dict.fromkeys(lacking, gap) | dict(parent.missing)
        parent.note(number, "lacks", tags(skipped[0].likely, 3))
        self.moves.lacks(number, [each.names for each in skipped], frames)
        self._inside(parent, lacking[:3], name)
        return Order(self._after(parent, name, skipped[-1].after, offset), number)

    def _inside(self, parent: Frame, missing: list[str], name: str) -> None:
        """Note what may follow if *name* and more were meant to stand within what is *missing*."""
        contents = (self.vocabulary.first_content(wrapper) for wrapper in missing)
        steps = (self.automaton.step(content, name) for content in contents if content is not None)
        parent.wrapped = [step.afters[0] for step in steps if step is not None]
        parent.stray = None

    def _skipped(self, state: State, name: str) -> list[Skipped]:
        """What must come in *state* before *name* may; or nothing."""
        found: list[Skipped] = []
        while len(found) < _MOST_SKIPPED:
            names = self.vocabulary.needed(state)
            for missing in names[:12]:
                step = self.automaton.step(state, missing)
                if step is not None and self.automaton.step(step.afters[0], name) is not None:
                    likely = names if len(names) < 4 else [missing]
                    return [*found, Skipped(names, likely, step.afters[0])]
            step = self.automaton.step(state, names[0]) if names else None
            if step is None:
                return []
            state = step.afters[0]
            found.append(Skipped(names, names, state))
        return []

    def _past_one(self, parent: Frame, name: str) -> State | None:
        """The state after some one element in which *name* may stand, now or where the wrong shape was."""
        states = dict.fromkeys((parent.state, parent.tainted or parent.state))
        steps = (self.automaton.step(state, one) for state in states for one in self.vocabulary.first(state))
        afters = (step.afters[0] for step in steps if step is not None)
        return next((after for after in afters if self.automaton.step(after, name) is not None), None)

    def _late(self, frames: list[Frame], name: str, offset: int) -> Order:
        """Report that *name* should have come earlier; go on as if it had not been kept out."""
        parent = frames[-1]
        blocker, state = self._blocker(parent, name)
        before = f"<{split(blocker.name)[1]}>" if blocker else "what precedes it"
        number = self.findings.at_tag(
            "grammar.order",
            offset,
            f"<{split(name)[1]}> comes too late in {parent.tag}: it must stand before {before}.",
            "Move it there.",
        )
        self.moves.strays(number, name, frames)
        step = self.automaton.step(state, name)
        if blocker is None or step is None:
            return Order(parent.state, number)
        parent.late = Late(number, name, blocker)
        parent.expect(parent.state)
        parent.history.append(Child(name, state, offset))
        return Order(step.afters[0], number)

    def _blocker(self, parent: Frame, name: str) -> tuple[Child | None, State]:
        """The last child of *parent* before which *name* might have stood, with the state it was met in."""
        later = [*(child.state for child in parent.history[1:]), parent.state]
        pairs = reversed(list(zip(parent.history, later, strict=False)))
        for child, following in pairs:
            if self.automaton.step(child.state, name) and not self.automaton.step(following, name):
                return child, child.state
        return (parent.history[-1], parent.state) if parent.history else (None, parent.state)
