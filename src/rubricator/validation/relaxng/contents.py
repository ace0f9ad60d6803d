"""The contents of elements: text that may not stand where it stands, and what is missing at the end."""

from __future__ import annotations

from collections.abc import Sequence

from rubricator.validation.relaxng.datatypes import WHITE, Context
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.habits import PARTNERS
from rubricator.validation.relaxng.moves import Moves
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.placement import Placement
from rubricator.validation.relaxng.telling import Findings, shortened, tags
from rubricator.validation.relaxng.values import describe
from rubricator.validation.relaxng.vocabulary import Vocabulary


class Contents:
    """Examines the contents of one document's elements."""

    def __init__(
        self, vocabulary: Vocabulary, findings: Findings, placement: Placement, moves: Moves
    ) -> None:
        self.vocabulary = vocabulary
        self.automaton = vocabulary.automaton
        self.findings = findings
        self.placement = placement
        self.moves = moves
        # The byte after which text is being gathered, and whether an element ended there.
        self.text_from = 0, False

    def close_text(self, frame: Frame, context: Context, *, ended: bool) -> None:
        """Examine the text gathered in *frame* before a tag."""
        text, frame.text = frame.text, ""
        if frame.wild:
            return
        if frame.state.strings and (ended or text.strip(WHITE)):
            after = self.automaton.string(frame.state, text, context)
            if after.dead:
                self.wrong_string(frame, text)
                after = self.automaton.state(
                    tuple((tag, self.automaton.patterns.empty) for tag, _ in frame.state.items[:1])
                )
            frame.state = after
        elif text.strip(WHITE):
            after = self.automaton.text(frame.state)
            if after.dead:
                after = self.placement.text(frame, text, self.findings.positions.place(*self._text_place()))
            frame.state = after
            frame.meet("")

    def _text_place(self) -> tuple[int, int]:
        offset, after_element = self.text_from
        after_tag = not after_element or self.findings.positions.data.startswith(b"</", offset)
        return self.findings.positions.text_after(offset, after_tag=after_tag)

    def wrong_string(self, frame: Frame, text: str) -> None:
        """Report that *text* is not what *frame* wants."""
        wanted = describe(self.automaton.patterns.choice(pattern for _, pattern in frame.state.items))
        if not text.strip(WHITE):
            self.findings.at_tag(
                "grammar.content-value",
                frame.offset,
                f"{frame.tag} is empty; it wants {wanted}.",
                "Fill it in.",
            )
            return
        self.findings.add(
            "grammar.content-value",
            self.findings.positions.place(*self._text_place()),
            f"{frame.tag} may not hold {shortened(text)}.",
            f"It wants {wanted}.",
        )

    def incomplete(self, frame: Frame, around: Sequence[Frame]) -> None:
        """Report what *frame* lacks at its end; *around* it are these."""
        completion = self.vocabulary.completion(frame.state)
        if not completion:
            return
        if frame.late is not None and frame.late.blocker.name in completion[0]:
            self.placement.ordering.early(frame)
            return
        last = _local(frame.history[-1].name) if frame.history else ""
        partner = PARTNERS.get(last, "")
        completion = [_narrowed(names, {last, _local(frame.name)}, partner) for names in completion]
        wanted = ", then ".join(tags(names, 3) for names in completion[:4])
        if frame.history:
            message = f"{frame.tag} is not complete: it lacks {wanted} after <{last}>."
        else:
            message = f"{frame.tag} is empty; it needs {wanted}."
        number = self.findings.at_tag(
            "grammar.element-missing", frame.offset, message, "Add what is missing, or remove the element."
        )
        frame.note(number, "lacks", tags(completion[0], 3))
        self.moves.lacks(number, completion, [*around, frame])


def _narrowed(names: list[str], unlikely: set[str], partner: str) -> list[str]:
    """Those of *names* that are likely to be missing: the *partner* of what is there, if it may."""
    if any(_local(name) == partner for name in names):
        return [name for name in names if _local(name) == partner]
    return [name for name in names if _local(name) not in unlikely] or names


def _local(name: str) -> str:
    return split(name)[1]
