"""Elements that may not stand where they stand: why, what was meant, and how to go on."""

from __future__ import annotations

from rubricator.findings import Place
from rubricator.validation.relaxng.automaton import State, Step
from rubricator.validation.relaxng.datatypes import Context
from rubricator.validation.relaxng.foreign import Foreign
from rubricator.validation.relaxng.frames import Findings, Frame, shortened, tags
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.unknowns import Unknowns
from rubricator.validation.relaxng.vocabulary import Vocabulary


class Placement:
    """Finds out, for one document, what is wrong where an element or a text may not stand."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.automaton = vocabulary.automaton
        self.findings = findings
        self.foreign = Foreign(vocabulary, findings)
        self.unknowns = Unknowns(vocabulary, findings)
        self._suspect = False

    def translated(self, name: str) -> str:
        """*name* in the namespace that was meant, if that was found to be a wrong one."""
        return self.foreign.translated(name)

    def misplaced(self, frames: list[Frame], name: str, offset: int, context: Context) -> Frame:
        """Report the element *name*, which may not stand in the last of *frames*; the frame to go on with."""
        parent = frames[-1]
        if self.foreign.examine(frames, name, offset, context):
            if self.foreign.mute(name):
                return self._frame(name, offset, parent.state, parent, mute=True)
            name = self.foreign.translated(name)
            step = None if parent.wild else self.automaton.step(parent.state, name)
            if step is not None:
                return Frame(name, offset, step, parent.state, parent.state)
        if name not in self.vocabulary.elements:
            return self._unknown(parent, name, offset)
        if parent.wild:
            return self._known(name, offset, parent.state)
        if not parent.name:
            return self._root(parent, name, offset)
        if self._goes_on(parent, name):
            return self._known(name, offset, parent.state)
        after = self._known_but_misplaced(frames, parent, name, offset)
        frame = self._known(name, offset, after)
        frame.suspect = self._suspect
        return frame

    def passed(self, parent: Frame, name: str) -> None:
        """Note that the child *name* stands in *parent* as it may."""
        if parent.wrapped:
            self._goes_on(parent, name)
        parent.passed(name)

    def _goes_on(self, parent: Frame, name: str) -> bool:
        """Whether *name* belongs with what stands before it into an element that is missing around them."""
        steps = (self.automaton.step(state, name) for state in parent.wrapped)
        parent.wrapped = [step.afters[0] for step in steps if step is not None]
        return bool(parent.wrapped)

    # -- frames to go on with -------------------------------------------------------------------------------

    def _known(self, name: str, offset: int, after: State) -> Frame:
        """A frame that judges the element by its own rules, with *after* what remains of its parent."""
        elements = self.vocabulary.elements[name]
        openings = tuple(self.automaton.opening(element) for element in elements)
        step = Step(openings, tuple(after for _ in openings))
        return Frame(name, offset, step, after, after)

    def _frame(self, name: str, offset: int, after: State, parent: Frame, *, mute: bool = False) -> Frame:
        """A frame in which anything may stand."""
        parent.tainted = True
        dead = self.automaton.dead
        return Frame(name, offset, Step((), (after,)), dead, dead, wild=True, mute=mute)

    # -- known elements -------------------------------------------------------------------------------------

    def _root(self, parent: Frame, name: str, offset: int) -> Frame:
        roots = self.vocabulary.roots
        wrapper = next((root for root in roots if split(root)[1] == "TEI"), roots[0] if roots else "")
        self.findings.at_tag(
            "grammar.root",
            offset,
            f"<{split(name)[1]}> may not be the outermost element.",
            f"A document begins with {tags(roots)}; put this into <{split(wrapper)[1]}>." if roots else "",
        )
        return self._known(name, offset, self._satisfied(parent.state))

    def _satisfied(self, state: State) -> State:
        return self.automaton.state(tuple((tag, self.automaton.patterns.empty) for tag, _ in state.items[:1]))

    def _known_but_misplaced(self, frames: list[Frame], parent: Frame, name: str, offset: int) -> State:
        """Report why the element *name* may not stand in *parent* now; the state of *parent* after it."""
        child = f"<{split(name)[1]}>"
        self._suspect = False
        if name in parent.missing:
            # What was thought to be missing comes after all: it is only in the wrong place.
            self.findings.take_back(parent.missing.pop(name))
            return self._late(parent, name, offset)
        skipped = self._skipped(parent.state, name)
        if skipped and parent.tainted:
            # What should stand here is what was met in a wrong shape before: one fault, already told.
            parent.tainted = False
            return self._after(parent, name, skipped[-1][1])
        if skipped:
            wanted = " and ".join(tags(names, 3) for names, _ in skipped)
            line = self.findings.positions.line(offset)
            number = self.findings.at_tag(
                "grammar.element-missing",
                parent.offset,
                f"{parent.tag} lacks {wanted}, which must come before {child}.",
                f"Add {'it' if len(skipped) == 1 else 'them'} before the {child} in line {line}.",
            )
            for names, _ in skipped:
                for missing in names:
                    parent.missing.setdefault(missing, number)
            return self._after(parent, name, skipped[-1][1])
        met = next((number for number, (earlier, _) in enumerate(parent.history) if earlier == name), None)
        if met is not None and not self._allowed_after(parent, name, met):
            self.findings.at_tag(
                "grammar.element-repeated",
                offset,
                f"{child} may stand only once here in {parent.tag}.",
                "Join the two, or remove one.",
            )
            parent.tainted = True
            return parent.state
        if any(self.automaton.step(state, name) for _, state in parent.history):
            return self._late(parent, name, offset)
        return self._never(frames, parent, name, offset)

    def _after(self, parent: Frame, name: str, state: State) -> State:
        """What remains of *parent* after *name*, which may stand in *state*."""
        step = self.automaton.step(state, name)
        parent.history.append((name, state))
        return step.afters[0] if step else parent.state

    def _allowed_after(self, parent: Frame, name: str, met: int) -> bool:
        """Whether another *name* might have stood right after the one met as child *met* of *parent*."""
        step = self.automaton.step(parent.history[met][1], name)
        return step is not None and self.automaton.step(step.afters[0], name) is not None

    def _skipped(self, state: State, name: str, depth: int = 4) -> list[tuple[list[str], State]]:
        """What must come in *state* before *name* may, each with the state after it; or nothing."""
        found: list[tuple[list[str], State]] = []
        while len(found) < depth:
            names = self.vocabulary.needed(state)
            for missing in names[:12]:
                step = self.automaton.step(state, missing)
                if step is not None and self.automaton.step(step.afters[0], name) is not None:
                    return [*found, (names if len(names) < 4 else [missing], step.afters[0])]
            step = self.automaton.step(state, names[0]) if names else None
            if step is None:
                return []
            state = step.afters[0]
            found.append((names, state))
        return []

    def _late(self, parent: Frame, name: str, offset: int) -> State:
        """Report that *name* should have come earlier in *parent*."""
        child = f"<{split(name)[1]}>"
        before = ""
        later = [*(state for _, state in parent.history[1:]), parent.state]
        for (sibling, state), following in zip(parent.history, later, strict=False):
            if self.automaton.step(state, name) and not self.automaton.step(following, name):
                before = f"<{split(sibling)[1]}>"
        if not before and parent.history:
            before = f"<{split(parent.history[-1][0])[1]}>"
        self.findings.at_tag(
            "grammar.order",
            offset,
            f"{child} comes too late in {parent.tag}: it must stand before {before or 'what precedes it'}.",
            "Move it there.",
        )
        return parent.state

    def _never(self, frames: list[Frame], parent: Frame, name: str, offset: int) -> State:
        """Report that *name* has no place in *parent* at all."""
        child = f"<{split(name)[1]}>"
        self._suspect = True
        beside = [sibling for sibling, _ in parent.history]
        wrappers = [
            wrapper
            for wrapper in self.vocabulary.wrappers(parent.state, name, beside)
            if wrapper in self.vocabulary.parents(name)
        ]
        outer = next(
            (
                frame
                for frame in reversed(frames[1:-1])
                if not frame.wild and self._fits_after(frames, frame, name)
            ),
            None,
        )
        homes = self.vocabulary.parents(name)
        needs = self.vocabulary.needed(parent.state)
        message = f"{child} may not stand in {parent.tag}."
        if split(name) == split(parent.name):
            message = f"{child} may not stand in another {child}."
        after = parent.state
        # An item wants a list, a cell a row, and what stands between items is one itself.
        inside = wrappers and (len(homes) < 7 or wrappers[0] in needs or wrappers[0] in beside[-1:])
        if outer is not None and (split(name) == split(parent.name) or not inside):
            remedy = f"End the {parent.tag} before it: it may stand in {outer.tag}."
        elif wrappers:
            remedy = f"Put it into {tags(wrappers[:3])}."
            contents = (self.vocabulary.first_content(wrapper) for wrapper in wrappers[:3])
            parent.wrapped = [content for content in contents if content is not None]
            self._goes_on(parent, name)
            step = self.automaton.step(parent.state, wrappers[0]) if wrappers[0] in needs else None
            after = step.afters[0] if step else after
        else:
            remedy = f"It stands in {tags(homes)}." if homes else ""
            here = self.vocabulary.first(parent.state)
            if here:
                remedy = f"{remedy} Here may stand {tags(needs or here, 5)}.".strip()
            elif not self.vocabulary.takes_text(parent.state):
                remedy = f"{remedy} {parent.tag} holds nothing{' more' if parent.history else ''}.".strip()
        self.findings.at_tag("grammar.element-misplaced", offset, message, remedy)
        if after is parent.state:
            parent.tainted = True
        return after

    def _fits_after(self, frames: list[Frame], frame: Frame, name: str) -> bool:
        """Whether *name* might stand in *frame*, were the element that is open there at its end."""
        inner = frames[frames.index(frame) + 1]
        return any(self.automaton.step(state, name) is not None for state in inner.step.afters)

    # -- unknown elements -----------------------------------------------------------------------------------

    def _unknown(self, parent: Frame, name: str, offset: int) -> Frame:
        """Report *name*, which the schema has not; the frame to go on with, by what was meant."""
        meaning = self.unknowns.examine(parent, name, offset)
        if meaning.name and not parent.wild:
            step = self.automaton.step(parent.state, meaning.name)
            if step is not None:
                # Attributes of HTML are part of the same mistake.
                frame = Frame(meaning.name, offset, step, parent.state, parent.state, examined=meaning.html)
                frame.guessed = not meaning.sure
                return frame
        if meaning.name in self.vocabulary.elements and not meaning.html:
            parent.tainted = True
            frame = self._known(meaning.name, offset, parent.state)
            frame.suspect = True
            return frame
        frame = self._frame(name, offset, parent.state, parent)
        frame.left_out = meaning.left_out
        return frame

    # -- text -----------------------------------------------------------------------------------------------

    def text(self, frame: Frame, text: str, place: Place) -> State:
        """Report *text*, which may not stand in *frame*; the state to go on with."""
        frame.wrapped = [
            after for state in frame.wrapped for after in (self.automaton.text(state),) if not after.dead
        ]
        if frame.wrapped:
            return frame.state  # it belongs with what was told of before
        wrappers = self.vocabulary.wrappers(frame.state, None, (sibling for sibling, _ in frame.history))
        remedy = f"Put it into {tags(wrappers[:3])}." if wrappers else "Move or remove it."
        self.findings.add(
            "grammar.text-misplaced",
            place,
            f"{shortened(text)} stands directly in {frame.tag}, which holds no text of its own.",
            remedy,
        )
        contents = (self.vocabulary.first_content(wrapper) for wrapper in wrappers[:3])
        frame.wrapped = [self.automaton.text(content) for content in contents if content is not None]
        frame.tainted = frame.tainted or not frame.state.nullable
        return frame.state
