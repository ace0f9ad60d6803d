"""What there is to know of a rule: its name, how grave it is, why there is one, and how it is done right."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.findings import Finding, Fix, Place, Severity
from rubricator.source import Source


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked. Its *ident* is permanent; *wrong* and *right* are examples in markup."""

    ident: str
    severity: Severity
    why: str
    wrong: str = ""
    right: str = ""
    mended: bool = False
    """Whether a machine can mend it, where what is meant is beyond doubt."""

    def broken(
        self, source: Source | str, place: Place | None, message: str, remedy: str, fix: Fix | None = None
    ) -> Finding:
        """The finding that says so, of a source or of the file with that name."""
        file = source if isinstance(source, str) else source.name
        return Finding(self.ident, self.severity, file, message, remedy, place, fix)


@dataclass(frozen=True, slots=True)
class Hint:
    """A rule by which something is suggested, with an example of what it marks and of what it leaves alone.

    What is marked stands in square brackets, and behind an arrow what is read into it.
    """

    ident: str
    why: str
    marked: str
    left_alone: str
