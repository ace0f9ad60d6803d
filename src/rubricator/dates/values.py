"""What a date means: TEI attributes in ISO 8601, with how sure that is and why."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.annotation import Certainty, Span


@dataclass(frozen=True, slots=True)
class Reference:
    """The day, month or year from which what a date leaves out is supplied."""

    year: int
    month: int | None = None
    day: int | None = None
    origin: str = "the document’s own date"
    whole_year: bool = False
    """Whether only the year was said; month and day are then its beginning, to count weekdays from."""

    @classmethod
    def of(cls, written: str | None, origin: str = "the document’s own date") -> Reference | None:
        """The reference that an ISO date (year, month or day) gives, or None; *origin* says whose it is."""
        sign = -1 if written and written.startswith("-") else 1
        parts = (written or "").lstrip("-").partition("T")[0].split("-")
        if (
            (written or "").startswith("--")
            or not 1 <= len(parts) <= 3
            or not all(part.isdecimal() for part in parts)
            or int(parts[0]) == 0
        ):
            return None
        year, month, day = (*map(int, parts), None, None)[:3]
        if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
            return None
        return cls(sign * (year or 0), month, day, origin)

    def __str__(self) -> str:
        said = iso(self.year) if self.whole_year else iso(self.year, self.month, self.day)
        return f"{self.origin} ({said})"


@dataclass(frozen=True, slots=True)
class DateValue:
    """The TEI attributes of a date (none if it cannot be one day or period), and what there is to say of it.

    *rule* names the rule that read it; *implied* lists what the text leaves out and the context supplied;
    *problem* says what is wrong with the date itself: a day its month has not, a weekday that is not its.
    """

    attributes: tuple[tuple[str, str], ...]
    rule: str
    cert: Certainty = Certainty.HIGH
    evidence: str = ""
    implied: tuple[str, ...] = ()
    problem: str = ""

    def attribute(self, name: str) -> str | None:
        """The value of the TEI attribute *name*, if the date has it."""
        return dict(self.attributes).get(name)

    @property
    def when(self) -> str | None:
        """`@when`, if the date is one day, month or year."""
        return self.attribute("when")

    @property
    def first(self) -> str | None:
        """The earliest that the date can be, at the precision it has."""
        return self.when or self.attribute("from") or self.attribute("notBefore")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression found in a text, as written, and what it means."""

    span: Span
    written: str
    value: DateValue


def weaker(*certs: Certainty) -> Certainty:
    """The least certain of *certs*."""
    return max(certs, key=list(Certainty).index)


def iso(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """The W3C form: 1933-05-12, 1933-05, 1933, --05-12, --05, ---12, -0044."""
    start = "-" if year is None else f"{'-' if year < 0 else ''}{abs(year):04}"
    if month is None:
        return f"{start if year is not None else '--'}{'' if day is None else f'-{day:02}'}"
    return f"{start}-{month:02}" + ("" if day is None else f"-{day:02}")
