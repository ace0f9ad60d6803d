"""A second reading of a document that is not valid: it finds out why.

What is as it should be takes a short way through `start` and `end`, much as in the verdict; whatever
is not, or stands in an element with a fault, is looked at with care.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from rubricator.validation.relaxng.attribution import Attribution
from rubricator.validation.relaxng.automaton import Opening, State, Step
from rubricator.validation.relaxng.contents import Contents
from rubricator.validation.relaxng.datatypes import WHITE, Context
from rubricator.validation.relaxng.endings import Endings
from rubricator.validation.relaxng.events import feed, new_parser, pieces, supplied
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.identities import Identities
from rubricator.validation.relaxng.mistaken import Mistaken
from rubricator.validation.relaxng.moves import Moves
from rubricator.validation.relaxng.placement import Placement
from rubricator.validation.relaxng.telling import Findings, attribute_name, shortened
from rubricator.validation.relaxng.unended import Unended
from rubricator.validation.relaxng.verdict import XML

MOST = 1_000


class Explanation:
    """The reading of one document."""

    def __init__(
        self, grammar: Grammar, findings: Findings, endings: Endings | None = None, *, identities: bool
    ) -> None:
        self.by_ids = identities  # whether they are to be examined, too
        self.automaton = grammar.automaton
        self.findings = findings
        self.vocabulary = grammar.vocabulary
        self.moves = Moves(findings)
        self.mistaken = Mistaken(self.vocabulary, findings)
        self.placement = Placement(self.vocabulary, findings, self.moves, self.mistaken)
        self.contents = Contents(self.vocabulary, findings, self.placement, self.moves)
        self.attribution = Attribution(self.vocabulary, findings)
        self.identities = Identities()
        self.frames = [Frame("", -1, Step((), ()), self.automaton.start)]
        self.context: Context = XML
        self.scopes: list[tuple[int, Context]] = []  # how deep a declaration was made, and what was in force
        self.declared: dict[str, str] = {}
        self.stopped = False
        self.unended = Unended(endings, findings, self.automaton, self.frames, self.end_with_care)

    def read(self, data: bytes) -> expat.ExpatError | None:
        """Read *data*, in UTF-8, to its end or to where it cannot be read on: the error, if there is one."""
        parser = self.parser = new_parser("utf-8")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartNamespaceDeclHandler = self.declare
        parser.SkippedEntityHandler = self.skipped
        parser.ExternalEntityRefHandler = self.outside
        error = feed(parser, pieces(data))
        self.moves.join()
        if error is None and self.by_ids and not self.stopped:
            self.report_dangling()
        return error

    # -- tags -----------------------------------------------------------------------------------------------

    def declare(self, prefix: str | None, uri: str | None) -> None:
        self.declared[prefix or ""] = uri or ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        offset = self.parser.CurrentByteIndex
        frames = self.frames
        parent = frames[-1]
        if parent.text:
            parent = self.unended.around_text(parent)
            self.contents.close_text(parent, self.context, ended=False)
        self.contents.text_from = offset, False
        if self.declared:
            self.scopes.append((len(frames), self.context))
            self.context = {**self.context, **self.declared}
            self.declared = {}
        step = parent.state.starts.get(name)
        if step is None or parent.watched or step.opening is None:
            self.start_with_care(parent, name, attributes, offset)
            return
        opening = step.opening
        table = opening.table
        identified: tuple[tuple[str, str, str], ...] = ()
        for attribute, value in attributes.items():
            check = table.get(attribute)
            if check is None or not (value in check.good or check.allows(value, self.context)):
                self.start_with_care(parent, name, attributes, offset)
                return
            if check.identity:
                identified = (*identified, (check.identity, value, attribute))
        if opening.required and not opening.required <= attributes.keys():
            self.start_with_care(parent, name, attributes, offset)
            return
        if identified and self.by_ids:
            self.identify(identified, attributes, offset)
        if not parent.history or parent.history[-1].name != name:
            parent.passed(name, parent.state, offset)
        frames.append(Frame(name, offset, step, opening.state, opening))

    def start_with_care(self, parent: Frame, name: str, attributes: dict[str, str], offset: int) -> None:
        if len(self.findings.made) >= MOST:
            self.stop(offset)
            return
        if parent.mute:
            self.frames.append(self.placement.unexamined(name, offset))
            return
        name = self.placement.translated(name)
        frame = None
        step = None if parent.wild else self.automaton.step(parent.state, name)
        if step is None and self.unended.any:
            parent = self.unended.around(name, offset)
            step = None if parent.wild else self.automaton.step(parent.state, name)
        if step is not None:
            self.placement.passed(parent, name, offset)
        else:
            frames = list(dict.fromkeys(self.frames))
            frame = self.placement.misplaced(frames, name, offset, self.context)
            step = frame.step
            name = frame.name
        parent.meet(name)
        parent.dubious = None
        if frame is not None and frame.examined:
            frame.opening = step.openings[0]
            frame.state = self.vocabulary.content(frame.opening.element)
        elif step.openings:
            suspect = frame is not None and frame.suspect
            lenient = suspect or (frame is not None and frame.guessed)
            faults = frame.faults if frame is not None else ()
            frame = self.opened(step, name, attributes, offset, lenient=lenient)
            if suspect:
                frame.suspect = frame.wild = frame.watched = True
            elif faults:
                frame.faults = [*faults, *frame.faults]
        assert frame is not None
        if frame.faults:
            frame.watched = True
            frame.attributes = attributes
        self.frames.append(frame)

    def stop(self, offset: int) -> None:
        """Leave the rest unexamined: who has a thousand things to mend needs no more."""
        self.findings.at_tag(
            "grammar.more",
            offset,
            f"From here on nothing has been examined: {MOST:,} findings are enough.",
            "Mend what the first of them say (they may have one cause: the wrong schema?), and try again.",
        )
        self.stopped = True
        parser = self.parser
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.SkippedEntityHandler = None

    def opened(
        self, step: Step, name: str, attributes: dict[str, str], offset: int, *, lenient: bool
    ) -> Frame:
        """The frame of an element whose attributes are examined."""
        state = self.automaton.content(step, attributes, self.context)
        opening: Opening = step.openings[0]
        frame = Frame(name, offset, step, state, opening)
        if state.dead:
            opening = frame.opening = self.attribution.examine(
                frame, attributes, self.context, lenient=lenient
            )
            content = self.vocabulary.content(opening.element)
            tag = step.openings.index(opening)
            frame.state = self.automaton.state(tuple((tag, pattern) for _, pattern in content.items))
        elif state.items:
            frame.opening = step.openings[state.items[0][0]]
        if self.by_ids:
            self.identify(self.automaton.identities(step, attributes), attributes, offset)
        return frame

    def identify(
        self, identified: Iterable[tuple[str, str, str]], attributes: dict[str, str], offset: int
    ) -> None:
        """Note which of *attributes* are identifiers or refer to some; report what was given before."""
        for kind, value, attribute in identified:
            if self.identities.take(kind, value, offset, attribute):
                line = self.findings.positions.line(self.identities.known[value.strip(WHITE)])
                self.findings.at_attribute(
                    "grammar.id-duplicate",
                    offset,
                    list(attributes).index(attribute),
                    f"{attribute_name(attribute)} {shortened(value)} is given twice: first in line {line}.",
                    "Give this element another one, and correct what points to it.",
                )

    def end(self, name: str) -> None:
        frames = self.frames
        frame = frames.pop()
        parent = frames[-1]
        if frame.watched or frame.text or not frame.state.plain or frame.state.strings:
            self.end_with_care(frame, parent)
        else:
            parent.state = frame.step.afters[0]
        if self.scopes and self.scopes[-1][0] == len(frames):
            self.context = self.scopes.pop()[1]
        self.contents.text_from = self.parser.CurrentByteIndex, True

    def end_with_care(self, frame: Frame, parent: Frame) -> None:
        if frame is parent or self.unended.around_text(frame, parent) is not frame:
            return  # it has ended already
        before = parent.state
        if not frame.mute and not frame.wild:
            self.contents.close_text(frame, self.context, ended=True)
            parent.state = self.ended(frame, parent)
        elif frame.step.afters:
            parent.state = frame.step.afters[0]
        unclosed = self.unended.includes(frame)
        if frame.faults and not (parent.wild or unclosed) and self.mistaken.weigh(frame, parent, before):
            parent.dubious = None
        elif frame.faults and not unclosed:
            parent.dubious, parent.before = frame, before
            parent.watched = True

    def ended(self, frame: Frame, parent: Frame) -> State:
        """What remains of *parent* after *frame*, the end of which is examined."""
        if frame.state.nullable:
            after = self.automaton.end(frame.state, frame.step.afters)
            if not after.dead:
                return after
        elif frame.state.strings:
            self.contents.wrong_string(frame, "")
        elif not (
            frame.tainted
            or self.unended.cut(self.parser.CurrentByteIndex)
            or any(other.nullable for other in frame.others)
        ):
            self.contents.incomplete(frame, self.frames)
        return frame.step.afters[frame.state.items[0][0] if frame.state.items else 0]

    # -- text -----------------------------------------------------------------------------------------------

    def characters(self, text: str) -> None:
        frame = self.frames[-1]
        state = frame.state
        after = state.after_text
        if after is state or not (state.strings or text.strip(WHITE)):
            return
        if state.strings or frame.watched or after is None or not after.items:
            frame.text += text
        else:
            frame.state = after

    def skipped(self, entity: str, is_parameter: bool) -> None:
        if not is_parameter:
            meaning = supplied(entity)
            if meaning is None:
                self.outside(entity)
            else:
                self.characters(meaning)

    def outside(self, entity: str | None, *names: str | None) -> int:
        """Report an entity that is in another file."""
        parts = (entity or "").split("\f")  # with the namespaces in scope, if it is the parser that says so
        name = next((part for part in reversed(parts) if "=" not in part), "")
        start = self.findings.positions.character(self.parser.CurrentByteIndex)
        where = f" ({names[1]})" if len(names) > 1 and names[1] else ""
        self.frames[-1].taint()
        self.findings.add(
            "wellformed.entity-external",
            self.findings.positions.place(start, start + len(name) + 2),
            f"&{name}; is in another file{where}, which is not read.",
            "What it holds is not examined: validate the assembled document.",
        )
        return 1

    def report_dangling(self) -> None:
        for value, offset, attribute in self.identities.dangling():
            self.findings.at_tag(
                "grammar.idref-unresolved",
                offset,
                f"{attribute_name(attribute)} refers to {shortened(value)}, but no element has that xml:id.",
                "Correct the reference, or give the element it means that xml:id.",
            )
