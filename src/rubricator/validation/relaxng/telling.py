"""The findings made so far in one source, and how names and texts are written in them."""

from __future__ import annotations

from dataclasses import replace

from rubricator.findings import Finding, Fix, Place, Severity
from rubricator.source import Source
from rubricator.validation.relaxng.names import split
from rubricator.validation.relaxng.positions import Positions


class Findings:
    """What has been found in one source."""

    def __init__(self, source: Source, positions: Positions, *, at_length: bool = False) -> None:
        self.at_length = at_length
        self.source = source
        self.positions = positions
        self.mendable = True  # whether offsets lead to characters of `source.markup`
        self.made: list[Finding | None] = []

    def choices(self, names: list[str]) -> str:
        """What may stand in a place: the likeliest of *names*, or all of them if that is wished."""
        return tags(names, len(names) if self.at_length else 5)

    def add(
        self, rule: str, place: Place | None, message: str, remedy: str = "", *, fix: Fix | None = None
    ) -> int:
        """Note a finding; its number, by which it can be taken back."""
        fix = fix if self.mendable else None
        self.made.append(Finding(rule, Severity.ERROR, self.source.name, message, remedy, place, fix))
        return len(self.made) - 1

    def at_tag(self, rule: str, offset: int, message: str, remedy: str, *, fix: Fix | None = None) -> int:
        """Note a finding at the name of the tag at byte *offset*."""
        place = self.positions.place(*self.positions.tag_name(offset))
        return self.add(rule, place, message, remedy, fix=fix)

    def at_attribute(
        self, rule: str, offset: int, number: int, message: str, remedy: str, *, fix: Fix | None = None
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

    def advise(self, number: int, remedy: str) -> None:
        """Advise something else, now that more is known."""
        found = self.made[number]
        if found is not None:
            self.made[number] = replace(found, remedy=remedy)

    def all(self) -> tuple[Finding, ...]:
        """The findings, in the order of the document."""
        kept = [finding for finding in self.made if finding is not None]
        return tuple(sorted(kept, key=lambda finding: finding.place or Place(0, 0)))


def tags(names: list[str], shown: int = 4) -> str:
    """Some of *names* as tags: `<a>, <b> or <c>`, with how many more there are."""
    local = list(dict.fromkeys(f"<{split(name)[1]}>" for name in names))
    if len(local) > shown + 1:
        return f"{', '.join(local[:shown])} … ({len(local) - shown} more)"
    return local[0] if len(local) == 1 else f"{', '.join(local[:-1])} or {local[-1]}" if local else ""


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
