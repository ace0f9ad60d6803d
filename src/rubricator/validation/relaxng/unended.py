"""Elements without an end tag: where they must have ended, so that what follows is judged where it stands."""

from __future__ import annotations

from collections.abc import Callable

from rubricator.validation.relaxng.automaton import Automaton, State
from rubricator.validation.relaxng.datatypes import WHITE
from rubricator.validation.relaxng.endings import Endings
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.telling import Findings


class Unended:
    """The elements of one document that nothing ends before the end of what is around them.

    Each ends before the first thing that may stand around it, but not in it. From there on the frame of what
    is around it stands twice among *frames*, until the end that was put for it.
    """

    def __init__(
        self,
        endings: Endings | None,
        findings: Findings,
        automaton: Automaton,
        frames: list[Frame],
        end: Callable[[Frame, Frame], None],
    ) -> None:
        self.unclosed = endings.unclosed if endings else {}
        self.ended_at = endings.ended_at if endings else frozenset()
        self.findings = findings
        self.positions = findings.positions
        self.automaton = automaton
        self.frames = frames
        self.end = end

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.unclosed)

    def includes(self, frame: Frame) -> bool:
        """Whether *frame* is one of them."""
        return self.any and self.positions.character(frame.offset) in self.unclosed

    def cut(self, offset: int) -> bool:
        """Whether something was ended for its editor at *offset*: what is missing there may be in it."""
        return bool(self.ended_at) and self.positions.character(offset) in self.ended_at

    def around(self, name: str, offset: int) -> Frame:
        """The element that the child *name* at *offset* stands in; those that cannot hold it end before."""
        return self._ended(lambda state: self.automaton.step(state, name) is not None, offset)

    def around_text(self, frame: Frame, parent: Frame | None = None) -> Frame:
        """The element that the text gathered in *frame* stands in; *parent* is around it, if it ends."""
        text = frame.text
        if not self.any or frame.wild or not text.strip(WHITE):
            return frame
        if frame.state.strings and self.includes(frame):
            # More than its value was taken for it; nobody knows how much of that it was.
            frame.wild = frame.watched = True
            return frame
        if frame.state.strings or not self.automaton.text(frame.state).dead:
            return frame
        frame.text = ""
        if parent is not None:
            self.frames.append(frame)
        around = self._ended(lambda state: not self.automaton.text(state).dead)
        if parent is not None:
            self.frames.pop()
        around.text += text
        return around

    def _ended(self, fits: Callable[[State], bool], offset: int | None = None) -> Frame:
        opened = list(dict.fromkeys(self.frames))
        ending: list[Frame] = []
        while len(opened) > 2 and not opened[-1].wild and self.includes(opened[-1]):
            ending.append(opened.pop())
            if any(fits(after) for after in ending[-1].step.afters):
                for frame in ending:
                    self._end(frame, offset)
                break
        return self.frames[-1]

    def _end(self, frame: Frame, offset: int | None) -> None:
        """End *frame* here, before the tag at *offset*."""
        parent = self.frames[self.frames.index(frame) - 1]
        self.frames[:] = [parent if each is frame else each for each in self.frames]
        self.end(frame, parent)
        parent.watched = True
        if offset is not None:
            self.findings.advise(
                self.unclosed[self.positions.character(frame.offset)],
                f"Add </{self.positions.written_name(frame.offset)}> where it ends: before the "
                f"<{self.positions.written_name(offset)}> in line {self.positions.line(offset)}.",
            )
