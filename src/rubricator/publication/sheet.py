"""The sheet that a plain text is set on: runs gather to a block, and a block is written in lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from rubricator.publication.directions import kept
from rubricator.publication.kinds import HEADING
from rubricator.publication.measuring import columns
from rubricator.publication.pieces import ADDED, BREAK, Piece, Place
from rubricator.publication.wrapping import lines

State = tuple[str, int, Place, bool, str]


@dataclass
class Sheet:
    """Blocks as they are met, each a list of pieces, then lines."""

    width: int
    bare: bool = False
    """Whether only the main text is wanted, a paragraph a line."""
    out: list[Piece] = field(default_factory=list)
    runs: list[Piece] = field(default_factory=list)
    last: Place = field(default_factory=lambda: Place())
    mark: str = ""
    """What stands before the next line in place of the end of its indent: a bullet, a number."""
    broken: int = 0
    """Where the last line of verse ended: whoever goes on with it begins there."""
    parted: bool = True
    """Whether a boundary of blocks lies between what was written last and what comes next."""
    space: str = ADDED
    """The stream of the white space that does, if there is any."""

    @property
    def state(self) -> State:
        """What the next block is set by, but for runs that have gathered."""
        return self.mark, self.broken, self.last, self.parted, self.space

    @state.setter
    def state(self, state: State) -> None:
        self.mark, self.broken, self.last, self.parted, self.space = state

    def column(self) -> int:
        """Where the last line ended."""
        line: list[str] = []
        for text, _ in reversed(self.out):
            line.append(text.rpartition("\n")[2])
            if "\n" in text:
                break
        return columns("".join(line))

    def say(self, text: str | None, place: Place) -> None:
        if text:
            if not place.verbatim:
                text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
                while "  " in text:
                    text = text.replace("  ", " ")
            self.runs.append((text, place.stream))

    def close(self, opening: str, sign: str, start: int) -> None:
        """Set a closing *sign*, if any, to what has stood there since the *opening* at *start*."""
        if sign:
            self.runs.append((sign, ADDED))
            if self.runs[start : start + 1] == [(opening, ADDED)]:  # it is still to be written
                self.runs[start:] = _tightened(self.runs[start:])

    def stand_apart(self) -> None:
        """Let what comes next not follow its like at once."""
        self.last = self.last._replace(kind="")

    def flush(self, place: Place, *, parts: bool = True) -> None:
        """Write what has gathered as one block of lines; *parts*: the text has a boundary of blocks here."""
        if self.runs:
            self.gathered(place)
        self.parted = self.parted or parts

    def gathered(self, place: Place) -> None:
        runs, self.runs = self.runs, []
        written = [run for run in runs if run[0]]
        said = "".join(text for text, _ in written).strip()
        if said and said != _UNNAMED:
            self.space = _stronger(self.space, _space(written, 0))
            self.write(runs, place)
            self.parted, self.space = False, _space(written[::-1], -1)
        else:
            self.runs = [run for run in runs if not run[0]]  # the entry of an aside is still to come
            self.space = _stronger(self.space, _space(written, 0))

    def write(self, runs: list[Piece], place: Place) -> None:
        if self.bare:
            place = Place()
            self.mark = ""
        if self.out:
            self.out.append((self.room(place), BREAK if self.parted else self.space))
        only_label = place.kind == "datum" and "".join(text for text, _ in runs).rstrip().endswith(":")
        self.last = place._replace(leads=True) if only_label else place
        written = lines(runs, place, self.width, self.mark)
        self.out.extend(written if self.bare or place.verbatim else kept(written))
        self.mark = ""
        if place.kind == "l":
            self.broken = self.column()

    def room(self, place: Place) -> str:
        """What stands between the last block and one in *place*."""
        heading, like = place.kind == HEADING, place.kind and place.kind == self.last.kind
        if self.bare or self.last.leads or (like and not heading):
            return "\n"
        return "\n\n\n" if heading and not like else "\n\n"


_UNNAMED = "|"
"""Where a page begins of which no more is known: between two paragraphs nobody misses it."""


def _space(runs: list[Piece], at: int) -> str:
    """The stream of the white space at one end of the first of *runs*, and of those it fills."""
    found = ADDED
    for text, stream in runs:
        if text[at].isspace():
            found = _stronger(found, stream or BREAK)  # what is added parts words there
        if text.strip():
            break
    return found


def _stronger(one: str, other: str) -> str:
    """Of the streams of white space in one place the one that is written: the end of a block, if any."""
    return BREAK if BREAK in (one, other) else one or other


def _tightened(runs: list[Piece]) -> list[Piece]:
    """What stands between two signs, the white space at its edges outside of them.

    Of a piece that was nothing else none is left: an empty one would begin an aside.
    """
    opening, *inner, closing = runs
    before: list[Piece] = []
    after: list[Piece] = []
    if inner:
        text, stream = inner[0]
        core = text.lstrip()
        if core != text:
            before = [(text[: len(text) - len(core)], stream)]
            inner[:1] = [(core, stream)] if core else []
    if inner:
        text, stream = inner[-1]
        core = text.rstrip()
        if core != text:
            after = [(text[len(core) :], stream)]
            inner[-1:] = [(core, stream)] if core else []
    return [*before, opening, *inner, closing, *after]
