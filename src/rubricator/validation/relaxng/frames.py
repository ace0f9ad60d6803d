"""The open elements of a document that is being explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rubricator.validation.relaxng.automaton import Opening, State, Step
from rubricator.validation.relaxng.names import split

_REMEMBERED = 40  # siblings; a division may have a hundred thousand
_PATIENCE = 4  # children, after which another view is given up


class Child(NamedTuple):
    """A child that was met: its name, the state of its parent before it, and the offset of its tag."""

    name: str
    state: State
    offset: int


class Fault(NamedTuple):
    """Something wrong with an element itself: the finding, and its kind and object to speak of it again."""

    finding: int
    kind: str
    what: str


class Late(NamedTuple):
    """A child that came too late: the finding, and the child that it should have preceded."""

    finding: int
    name: str
    blocker: Child


class Stray(NamedTuple):
    """A child, or text, that wants an element around it: the finding, its remedy, whether more was met."""

    finding: int
    remedy: str
    followed: bool = False


class Gap(NamedTuple):
    """That something is missing before a child: the finding, and the child."""

    finding: int
    child: Child


class Frame:
    """An open element: what remains of its content, what has stood in it, and what is thought of it.

    Nearly every element is as it should be, and so what is seldom needed is not made for each.
    """

    wild = False  # unknown, so that anything may stand in it
    mute = False  # nothing in it is examined
    examined = False  # whether its attributes are to be passed over
    left_out = False  # whether it is TEI's, but not the schema's
    guessed = False  # whether its name is what another was taken for
    suspect = False  # whether it is so much out of place that its name may be what is wrong
    watched = False  # whether there is anything of what follows
    tainted: State | None = None  # where something had a wrong shape, which may be what seems to be missing
    wrapped: Sequence[State] = ()  # what an element that is missing around its children may still hold
    stray: Stray | None = None  # the first of these children, if it was told that they want one
    others: Sequence[State] = ()  # what else may remain of its content, by another view of a fault
    patience = 0  # how many children more these views are followed
    missing: Mapping[str, Gap] = {}  # what was found to be missing before some child
    late: Late | None = None
    faults: Sequence[Fault] = ()
    met: Sequence[str] = ()  # what it holds, as far as known, once there is a fault; text is ""
    attributes: Mapping[str, str] = {}
    dubious: Frame | None = None  # the child that has just ended, if there was a fault in it
    before: State  # the state in which that child was met

    __slots__ = ("__dict__", "history", "name", "offset", "opening", "state", "step", "text")

    def __init__(
        self, name: str, offset: int, step: Step, state: State, opening: Opening | None = None
    ) -> None:
        self.name = name
        self.offset = offset
        self.step = step
        self.state = state
        self.opening = opening
        self.text = ""
        self.history: list[Child] = []

    @property
    def tag(self) -> str:
        """The element as it is spoken of."""
        return f"<{split(self.name)[1]}>"

    def passed(self, name: str, state: State, offset: int) -> None:
        """Note that the child *name* stands here, and in which *state* it was met."""
        history = self.history
        if not history or history[-1].name != name:
            history.append(Child(name, state, offset))
            if len(history) > _REMEMBERED:
                del history[1]

    def note(self, finding: int, kind: str, what: str) -> None:
        """Note that there is something wrong with this element itself."""
        if not self.faults:
            self.watched = True
            self.met = [child.name for child in self.history]
        self.faults = [*self.faults, Fault(finding, kind, what)]

    def taint(self) -> None:
        """Note that something in this element has a wrong shape."""
        self.tainted = self.state
        self.watched = True

    def meet(self, part: str) -> None:
        """Note that a child, or text, stands in this element, if there is a fault in it."""
        if self.faults and self.met[-2:] != [part, part]:
            self.met = [*self.met, part]

    def expect(self, *others: State) -> None:
        """Note what else may follow, if what was said of the last child was not the right view."""
        self.others = others
        self.patience = _PATIENCE
        self.watched = True
