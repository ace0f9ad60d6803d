"""The open elements of a document that is being explained, and the findings made so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from rubricator.findings import Finding, Fix, Place, Severity
from rubricator.source import Source
from rubricator.validation.relaxng.automaton import Opening, State, Step
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.positions import Positions

_REMEMBERED = 40  # siblings; a division may have a hundred thousand


@dataclass(slots=True, eq=False)
class Frame:
    """An open element: what remains of its content, and what has stood in it.

    A *wild* one is unknown, so that anything may stand in it; in a *mute* one nothing is examined.
    """

    name: str
    offset: int
    step: Step
    state: State
    initial: State
    opening: Opening | None = None
    wild: bool = False
    mute: bool = False
    examined: bool = False  # whether its attributes are to be passed over
    left_out: bool = False  # whether it is TEI's, but not the schema's
    guessed: bool = False  # whether its name is what another was taken for
    suspect: bool = False  # whether it is so much out of place that its name may be what is wrong
    wrapped: list[State] = field(
        default_factory=list
    )  # what an element that is missing around may still hold
    tainted: bool = False
    text: list[str] = field(default_factory=list)
    history: list[tuple[str, State]] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)

    @property
    def tag(self) -> str:
        """The element as it is spoken of."""
        return f"<{split(self.name)[1]}>"

    def passed(self, name: str) -> None:
        """Note that the child *name* stands here, and in which state it was met."""
        if self.history and self.history[-1][0] == name:
            return
        self.history.append((name, self.state))
        if len(self.history) > _REMEMBERED:
            del self.history[1]


class Findings:
    """What has been found in one source."""

    def __init__(self, source: Source, positions: Positions) -> None:
        self.source = source
        self.positions = positions
        self.mendable = True  # whether offsets lead to characters of `source.markup`
        self.made: list[Finding | None] = []

    def add(
        self, rule: str, place: Place | None, message: str, remedy: str = "", *, fix: Fix | None = None
    ) -> int:
        """Note a finding; its number, by which it can be taken back."""
        fix = fix if self.mendable else None
        self.made.append(Finding(rule, Severity.ERROR, self.source.name, message, remedy, place, fix))
        return len(self.made) - 1

    def at_tag(
        self, rule: str, offset: int, message: str, remedy: str = "", *, fix: Fix | None = None
    ) -> int:
        """Note a finding at the name of the tag at byte *offset*."""
        place = self.positions.place(*self.positions.tag_name(offset))
        return self.add(rule, place, message, remedy, fix=fix)

    def at_attribute(
        self, rule: str, offset: int, number: int, message: str, remedy: str = "", *, fix: Fix | None = None
    ) -> int:
        """Note a finding at attribute *number* of the tag at byte *offset*."""
        written = self.positions.attributes(offset)
        if number >= len(written):  # it comes from the document type declaration
            return self.at_tag(rule, offset, message, remedy, fix=fix)
        start, _, end = written[number]
        return self.add(rule, self.positions.place(start, end), message, remedy, fix=fix)

    def take_back(self, number: int) -> None:
        """Forget a finding that a later one explains better."""
        self.made[number] = None

    def all(self) -> tuple[Finding, ...]:
        """The findings, in the order of the document."""
        kept = [finding for finding in self.made if finding is not None]
        return tuple(sorted(kept, key=lambda finding: finding.place or Place(0, 0)))


def tags(names: list[str], shown: int = 4, last: str = "or") -> str:
    """Some of *names* as tags: `<a>, <b> or <c>`, with how many more there are."""
    local = list(dict.fromkeys(f"<{split(name)[1]}>" for name in names))
    if len(local) > shown + 1:
        return f"{', '.join(local[:shown])} … ({len(local) - shown} more)"
    return local[0] if len(local) == 1 else f"{', '.join(local[:-1])} {last} {local[-1]}" if local else ""


def attribute_name(name: str) -> str:
    """The attribute *name* as it is spoken of: `@type`, `@xml:id`."""
    namespace, local = split(name)
    if namespace == "http://www.w3.org/XML/1998/namespace":
        return f"@xml:{local}"
    return f"@{local}"


def shortened(text: str, length: int = 30) -> str:
    """*text* on one line and not too long, in quotation marks."""
    text = " ".join(text.split()) or " ".join(
        f"U+{ord(character):04X}" for character in text.strip(" \t\r\n")
    )
    return f"“{text[:length].rstrip()}…”" if len(text) > length else f"“{text}”"
