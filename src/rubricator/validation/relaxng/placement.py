"""Elements that may not stand where they stand: why, what was meant, and how to go on."""

from __future__ import annotations

from rubricator.findings import Place
from rubricator.validation.relaxng.automaton import State, Step
from rubricator.validation.relaxng.datatypes import Context
from rubricator.validation.relaxng.foreign import TEI, Foreign
from rubricator.validation.relaxng.frames import Frame, Stray
from rubricator.validation.relaxng.habits import INSTEAD, ONCE
from rubricator.validation.relaxng.mistaken import Mistaken
from rubricator.validation.relaxng.moves import Moves
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.ordering import Ordering
from rubricator.validation.relaxng.telling import Findings, shortened, tags
from rubricator.validation.relaxng.unknowns import Unknowns
from rubricator.validation.relaxng.vocabulary import Vocabulary
from rubricator.validation.relaxng.wider import LEFT_OUT, PLACES, WIDEN

_SPECIFIC = 8  # homes: what has more of them may stand nearly anywhere


class Placement:
    """Finds out, for one document, what is wrong where an element or a text may not stand."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings, moves: Moves, mistaken: Mistaken) -> None:
        self.vocabulary = vocabulary
        self.automaton = vocabulary.automaton
        self.findings = findings
        self.moves = moves
        self.mistaken = mistaken
        self.ordering = Ordering(vocabulary, findings, moves)
        self.foreign = Foreign(vocabulary, findings)
        self.unknowns = Unknowns(vocabulary, findings)

    def translated(self, name: str) -> str:
        """*name* in the namespace that was meant, if that was found to be a wrong one."""
        return self.foreign.translated(name)

    def misplaced(self, frames: list[Frame], name: str, offset: int, context: Context) -> Frame:
        """Report the element *name*, which may not stand in the last of *frames*; the frame to go on with."""
        parent = frames[-1]
        if self.foreign.examine(frames, name, offset, context):
            if self.foreign.mute(name):
                parent.taint()
                return self.unexamined(name, offset, parent.state)
            name = self.foreign.translated(name)
            step = None if parent.wild else self.automaton.step(parent.state, name)
            if step is not None:
                return Frame(name, offset, step, parent.state)
        if name not in self.vocabulary.elements:
            if parent.suspect and split(name)[0] != split(parent.name)[0]:
                return self._wild(name, offset, None)
            return self._unknown(parent, name, offset)
        if parent.wild:
            return self._known(name, offset, parent.state)
        if not parent.name:
            return self._root(parent, name, offset)
        if self._goes_on(parent, name):
            self._also(parent, f"the <{split(name)[1]}>", self.findings.positions.line(offset))
            return self._known(name, offset, parent.state)
        if (frame := self._by_another_view(parent, name, offset)) is not None:
            return frame
        order = self.ordering.examine(frames, name, offset)
        if order is not None:
            frame = self._known(name, offset, order.after)
            if order.finding is not None:
                frame.note(order.finding, "place", "here")
            return frame
        frame = self._known(name, offset, self._never(frames, name, offset))
        frame.suspect = True
        return frame

    def passed(self, parent: Frame, name: str, offset: int) -> None:
        """Note that the child *name* stands in *parent* as it may."""
        if parent.wrapped:
            self._goes_on(parent, name)
        if parent.others:
            self._follow(parent, name)
        self.ordering.arrived(parent, name)
        parent.passed(name, parent.state, offset)

    def _follow(self, parent: Frame, name: str) -> None:
        """Follow the other views of what is wrong in *parent* past *name*."""
        parent.patience -= 1
        steps = (self.automaton.step(state, name) for state in parent.others if parent.patience)
        parent.others = [step.afters[0] for step in steps if step is not None]

    def _goes_on(self, parent: Frame, name: str) -> bool:
        """Whether *name* belongs with what stands before it into an element that is missing around them."""
        steps = (self.automaton.step(state, name) for state in parent.wrapped)
        parent.wrapped = [step.afters[0] for step in steps if step is not None]
        return bool(parent.wrapped)

    def _also(self, parent: Frame, what: str, line: int) -> None:
        """Say of the first of several that want one element around them that *what* is one of them, too."""
        if (stray := parent.stray) is None:
            return
        more = f"with what follows it up to {what}" if stray.followed else f"together with {what}"
        self.findings.advise(stray.finding, f"{stray.remedy.removesuffix('.')}, {more} in line {line}.")
        parent.stray = stray._replace(followed=True)

    # -- frames to go on with -------------------------------------------------------------------------------

    def _known(self, name: str, offset: int, after: State) -> Frame:
        """A frame that judges the element by its own rules, with *after* what remains of its parent."""
        elements = self.vocabulary.elements[name]
        openings = tuple(self.automaton.opening(element) for element in elements)
        step = Step(openings, tuple(after for _ in openings))
        return Frame(name, offset, step, after)

    def unexamined(self, name: str, offset: int, after: State | None = None) -> Frame:
        """A frame in which nothing is examined; *after* is what remains of its parent."""
        frame = self._wild(name, offset, after)
        frame.mute = True
        return frame

    def _wild(self, name: str, offset: int, after: State | None) -> Frame:
        """A frame in which anything may stand."""
        frame = Frame(name, offset, Step((), (after,) if after else ()), self.automaton.dead)
        frame.wild = frame.watched = True
        return frame

    # -- known elements -------------------------------------------------------------------------------------

    def _root(self, parent: Frame, name: str, offset: int) -> Frame:
        roots = self.vocabulary.roots
        wrapper = next((root for root in roots if split(root)[1] == "TEI"), roots[0] if roots else "")
        number = self.findings.at_tag(
            "grammar.root",
            offset,
            f"<{split(name)[1]}> may not be the outermost element.",
            f"A document begins with {tags(roots)}; put this into <{split(wrapper)[1]}>." if roots else "",
        )
        frame = self._known(name, offset, self._satisfied(parent.state))
        frame.note(number, "place", "outermost")
        return frame

    def _satisfied(self, state: State) -> State:
        return self.automaton.state(tuple((tag, self.automaton.patterns.empty) for tag, _ in state.items[:1]))

    def _by_another_view(self, parent: Frame, name: str, offset: int) -> Frame | None:
        """A frame for *name*, if it is right by another view of what was wrong before it."""
        others = [*parent.others]
        supposed = self.mistaken.explains(parent, name)
        if supposed is not None:
            others.append(supposed)
        for state in others:
            step = self.automaton.step(state, name)
            if step is not None:
                parent.others = ()
                parent.passed(name, state, offset)
                return Frame(name, offset, step, state)
        return None

    def _never(self, frames: list[Frame], name: str, offset: int) -> State:
        """Report that *name* has no place at all in the last of *frames*; what remains of that after it."""
        parent = frames[-1]
        child = f"<{split(name)[1]}>"
        beside = [sibling.name for sibling in parent.history]
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
        instead = self._instead(parent, name)
        if instead is not None:
            remedy = f"Write <{split(instead)[1]}> for it."
            step = self.automaton.step(parent.state, instead)
            after = step.afters[0] if step is not None else after
        elif outer is not None and (split(name) == split(parent.name) or not inside):
            remedy = f"End the {parent.tag} before it: it may stand in {outer.tag}."
        elif wrappers:
            remedy = f"Put it into {tags(_likeliest(wrappers, beside))}."
            contents = map(self.vocabulary.first_content, _likeliest(wrappers, beside))
            parent.wrapped = [content for content in contents if content is not None]
            self._goes_on(parent, name)
            steps = (self.automaton.step(parent.state, wrapper) for wrapper in wrappers[:3])
            afters = [step.afters[0] for step in steps if step is not None]
            if wrappers[0] in needs and afters:
                after = afters[0]
            parent.expect(parent.state, *afters)
        elif beside and beside[-1] in homes[:_SPECIFIC]:
            remedy = f"Move it into the <{split(beside[-1])[1]}> before it."
        else:
            remedy = f"It stands in {tags(homes)}." if homes else ""
            here = self.vocabulary.first(parent.state)
            if here:
                remedy = f"{remedy} Here may stand {self.findings.choices(needs or here)}.".strip()
            elif not self.vocabulary.takes_text(parent.state):
                remedy = f"{remedy} {parent.tag} holds nothing{' more' if parent.history else ''}.".strip()
        if self._leaves_out(parent, name, homes):
            message = f"TEI lets {child} stand in {parent.tag}, {LEFT_OUT}."
            remedy = f"{remedy} {WIDEN}".strip()
        number = self.findings.at_tag("grammar.element-misplaced", offset, message, remedy)
        parent.stray = Stray(number, remedy) if parent.wrapped else None
        parent.note(number, "holds", child)
        parent.taint()
        self.moves.strays(number, name, frames)
        return after

    def _leaves_out(self, parent: Frame, name: str, homes: list[str]) -> bool:
        """Whether *name* may stand in *parent* in TEI, but in this schema only in its *homes*."""
        (namespace, local), (outer, holding) = split(name), split(parent.name)
        return namespace == outer == TEI and parent.name not in homes and (local, holding) in PLACES

    def _instead(self, parent: Frame, name: str) -> str | None:
        """The element that people mean where they write *name* in *parent*, if it may stand there now."""
        namespace, local = split(name)
        meant = INSTEAD.get((split(parent.name)[1], local))
        here = self.vocabulary.first(parent.state) if meant else []
        return next((other for other in here if split(other) == (namespace, meant)), None)

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
                frame = Frame(meaning.name, offset, step, parent.state)
                frame.examined = meaning.html
                if not meaning.sure:
                    frame.guessed = True
                    parent.taint()
                return frame
        parent.taint()
        if meaning.name in self.vocabulary.elements and not meaning.html:
            frame = self._known(meaning.name, offset, parent.state)
            frame.suspect = True
            return frame
        frame = self._wild(name, offset, parent.state)
        frame.left_out = meaning.left_out
        return frame

    # -- text -----------------------------------------------------------------------------------------------

    def text(self, frame: Frame, text: str, place: Place) -> State:
        """Report *text*, which may not stand in *frame*; the state to go on with."""
        frame.wrapped = [
            after for state in frame.wrapped for after in (self.automaton.text(state),) if not after.dead
        ]
        if frame.wrapped:  # it belongs with what was told of before
            self._also(frame, "the text", place.line)
            return frame.state
        wrappers = self.vocabulary.wrappers(frame.state, None, (child.name for child in frame.history))
        message = f"{shortened(text)} stands directly in {frame.tag}, which holds no text of its own."
        beside = [child.name for child in frame.history]
        remedy = f"Put it into {tags(_likeliest(wrappers, beside))}." if wrappers else "Move or remove it."
        if not frame.history and not self.vocabulary.first(frame.state):
            message = f"{shortened(text)} stands in {frame.tag}, which is always empty."
            written = self.findings.positions.written_name(frame.offset)
            remedy = f"Put it after <{written}/>, or remove it."
        number = self.findings.add("grammar.text-misplaced", place, message, remedy)
        contents = map(self.vocabulary.first_content, _likeliest(wrappers, beside))
        frame.wrapped = [self.automaton.text(content) for content in contents if content is not None]
        frame.stray = Stray(number, remedy)
        if not frame.state.nullable:
            frame.taint()
        frame.note(number, "holds", "text")
        return frame.state


def _likeliest(wrappers: list[str], beside: list[str]) -> list[str]:
    """Those of *wrappers* to be proposed: what stands there already, or else the first few."""
    begun = [name for name in beside if split(name)[1] in ONCE]
    likely = [wrapper for wrapper in wrappers if wrapper not in begun][: 1 if begun else 3] or wrappers[:3]
    return [wrapper for wrapper in likely if wrapper in beside] or likely
