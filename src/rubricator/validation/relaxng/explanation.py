"""A second reading of a document that is not valid, slower than the verdict: it finds out why."""

from __future__ import annotations

from rubricator.validation.relaxng.attribution import Attribution
from rubricator.validation.relaxng.automaton import Opening, State, Step
from rubricator.validation.relaxng.datatypes import WHITE
from rubricator.validation.relaxng.events import feed, new_parser, supplied
from rubricator.validation.relaxng.frames import Findings, Frame, attribute_name, shortened, tags
from rubricator.validation.relaxng.grammar import Grammar
from rubricator.validation.relaxng.habits import PARTNERS
from rubricator.validation.relaxng.identities import Identities
from rubricator.validation.relaxng.placement import Placement
from rubricator.validation.relaxng.values import describe
from rubricator.validation.relaxng.verdict import XML

MOST = 1_000


class Explanation:
    """The reading of one document."""

    def __init__(self, grammar: Grammar, findings: Findings) -> None:
        self.automaton = grammar.automaton
        self.findings = findings
        self.vocabulary = grammar.vocabulary
        self.placement = Placement(self.vocabulary, findings)
        self.attribution = Attribution(self.vocabulary, findings)
        self.identities = Identities()
        start = self.automaton.start
        self.frames = [Frame("", 0, Step((), ()), start, start)]
        self.context: dict[str, str] = XML
        self.scopes: list[dict[str, str]] = []
        self.declared: dict[str, str] = {}
        self.stopped = False
        self.text_from = (
            0,
            False,
        )  # where to look for the text being gathered, and whether a tag stands there

    def read(self, data: bytes, told: str | None, *, identities: bool) -> None:
        """Read *data* to its end, or to where it cannot be read on."""
        parser = self.parser = new_parser(told)
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartNamespaceDeclHandler = self.declare
        parser.SkippedEntityHandler = self.skipped
        parser.ExternalEntityRefHandler = self.outside
        if feed(parser, data) is None and identities and not self.stopped:
            self.report_dangling()

    def declare(self, prefix: str | None, uri: str | None) -> None:
        self.declared[prefix or ""] = uri or ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        offset = self.parser.CurrentByteIndex
        if len(self.findings.made) >= MOST:
            self.stop(offset)
            return
        self.scopes.append(self.context)
        if self.declared:
            self.context = {**self.context, **self.declared}
            self.declared.clear()
        parent = self.frames[-1]
        if parent.mute:
            self.frames.append(self.unexamined(name, offset, mute=True))
            return
        self.close_text(parent, ended=False)
        self.text_from = (offset, True)
        name = self.placement.translated(name)
        step = None if parent.wild else self.automaton.step(parent.state, name)
        frame = None
        if step is None:
            frame = self.placement.misplaced(self.frames, name, offset, self.context)
            step = frame.step
            name = frame.name
        if frame is not None and frame.examined:
            frame.opening = step.openings[0]
            frame.state = frame.initial = self.vocabulary.content(frame.opening.element)
        elif step.openings:
            suspect = frame is not None and frame.suspect
            lenient = suspect or (frame is not None and frame.guessed)
            frame = self.opened(step, name, attributes, offset, lenient=lenient)
            frame.wild = suspect
        assert frame is not None
        if self.automaton.step(parent.state, name) is step:
            self.placement.passed(parent, name)
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
        if state.dead:
            opening = self.attribution.examine(step, name, attributes, offset, self.context, lenient=lenient)
            content = self.vocabulary.content(opening.element)
            tag = step.openings.index(opening)
            state = self.automaton.state(tuple((tag, pattern) for _, pattern in content.items))
        elif state.items:
            opening = step.openings[state.items[0][0]]
        for kind, value, attribute in self.automaton.identities(step, attributes):
            if self.identities.take(kind, value, offset, attribute):
                number = list(attributes).index(attribute)
                line = self.findings.positions.line(self.identities.known[value.strip(WHITE)])
                self.findings.at_attribute(
                    "grammar.id-duplicate",
                    offset,
                    number,
                    f"{attribute_name(attribute)} {shortened(value)} is given twice: first in line {line}.",
                    "Give this element another one, and correct what points to it.",
                )
        return Frame(name, offset, step, state, state, opening)

    def unexamined(self, name: str, offset: int, *, mute: bool) -> Frame:
        dead = self.automaton.dead
        return Frame(name, offset, Step((), ()), dead, dead, wild=True, mute=mute)

    def end(self, name: str) -> None:
        frame = self.frames.pop()
        parent = self.frames[-1]
        if not frame.mute and not frame.wild:
            self.close_text(frame, ended=True)
            parent.state = self.ended(frame, parent)
        elif frame.step.afters:
            parent.state = frame.step.afters[0]
        frame.text.clear()
        self.context = self.scopes.pop()
        self.text_from = (self.parser.CurrentByteIndex, self.at_end_tag())

    def at_end_tag(self) -> bool:
        offset = self.parser.CurrentByteIndex
        return self.findings.positions.data.startswith(b"</", offset)

    def ended(self, frame: Frame, parent: Frame) -> State:
        """What remains of *parent* after *frame*, the end of which is examined."""
        if frame.state.nullable:
            after = self.automaton.end(frame.state, frame.step.afters)
            if not after.dead:
                return after
        elif frame.state.strings:
            self.wrong_string(frame, "")
        elif not frame.tainted:
            self.incomplete(frame)
        return frame.step.afters[frame.state.items[0][0] if frame.state.items else 0]

    def incomplete(self, frame: Frame) -> None:
        completion = self.vocabulary.completion(frame.state)
        if not completion:
            return
        last = _local(frame.history[-1][0]) if frame.history else ""
        partner = PARTNERS.get(last, "")
        completion = [_narrowed(names, {last, _local(frame.name)}, partner) for names in completion]
        parts = [tags(names, 3) for names in completion[:4]]
        wanted = ", then ".join(parts)
        if frame.history:
            message = (
                f"{frame.tag} is not complete: it lacks {wanted} after <{_local(frame.history[-1][0])}>."
            )
        else:
            message = f"{frame.tag} is empty; it needs {wanted}."
        number = self.findings.at_tag(
            "grammar.element-missing", frame.offset, message, "Add what is missing, or remove the element."
        )
        for names in completion:
            for name in names:
                frame.missing.setdefault(name, number)

    # -- text -----------------------------------------------------------------------------------------------

    def characters(self, text: str) -> None:
        frame = self.frames[-1]
        if not frame.wild and (frame.state.strings or frame.state.after_text is not frame.state):
            frame.text.append(text)

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
        self.frames[-1].tainted = True
        self.findings.add(
            "wellformed.entity-external",
            self.findings.positions.place(start, start + len(name) + 2),
            f"&{name}; is in another file{where}, which is not read.",
            "What it holds is not examined: validate the assembled document.",
        )
        return 1

    def close_text(self, frame: Frame, *, ended: bool) -> None:
        """Examine the text gathered in *frame* before a tag."""
        text = "".join(frame.text)
        frame.text.clear()
        if frame.wild:
            return
        if frame.state.strings and (ended or text.strip(WHITE)):
            after = self.automaton.string(frame.state, text, self.context)
            if after.dead:
                self.wrong_string(frame, text)
                after = self.automaton.state(
                    tuple((tag, self.automaton.patterns.empty) for tag, _ in frame.state.items[:1])
                )
            frame.state = after
        elif text.strip(WHITE):
            after = self.automaton.text(frame.state)
            if after.dead:
                start, end = self.findings.positions.text_after(
                    self.text_from[0], after_tag=self.text_from[1]
                )
                frame.state = self.placement.text(frame, text, self.findings.positions.place(start, end))
            else:
                frame.state = after

    def wrong_string(self, frame: Frame, text: str) -> None:
        wanted = describe(self.automaton.patterns.choice(pattern for _, pattern in frame.state.items))
        if not text.strip(WHITE):
            self.findings.at_tag(
                "grammar.content-value",
                frame.offset,
                f"{frame.tag} is empty; it wants {wanted}.",
                "Fill it in.",
            )
            return
        start, end = self.findings.positions.text_after(self.text_from[0], after_tag=self.text_from[1])
        self.findings.add(
            "grammar.content-value",
            self.findings.positions.place(start, end),
            f"{frame.tag} may not hold {shortened(text)}.",
            f"It wants {wanted}.",
        )

    def report_dangling(self) -> None:
        for value, offset, attribute in self.identities.dangling():
            self.findings.at_tag(
                "grammar.idref-unresolved",
                offset,
                f"{attribute_name(attribute)} refers to {shortened(value)}, but no element has that xml:id.",
                "Correct the reference, or give the element it means that xml:id.",
            )


def _narrowed(names: list[str], unlikely: set[str], partner: str) -> list[str]:
    """Those of *names* that are likely to be missing: the *partner* of what is there, if it may."""
    if any(_local(name) == partner for name in names):
        return [name for name in names if _local(name) == partner]
    return [name for name in names if _local(name) not in unlikely] or names


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
