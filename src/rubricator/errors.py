"""What cannot go on: every error carries what happened, where, what to do, and its exit code."""

from __future__ import annotations

from typing import ClassVar


class RubricatorError(Exception):
    """Something that stops the work on one file or on the whole run.

    *what* says what is wrong, *where* names the file (and line, if there is one), *remedy* says what to do.
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}{' ' + self.remedy if self.remedy else ''}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.remedy))


def _rebuild(kind: type[RubricatorError], what: str, where: str, remedy: str) -> RubricatorError:
    return kind(what, where=where, remedy=remedy)


class SettingsError(RubricatorError):
    """A command, a setting or an identifier that makes no sense (exit code 2)."""

    exit_code = 2


class GuestFault(SettingsError):
    """A user's stylesheet that fails on one document; it may do well with others."""


class InputRefused(RubricatorError):
    """A file that cannot be read as what it should be (exit code 3)."""

    exit_code = 3


class CannotWrite(RubricatorError):
    """A place that cannot be written; what stood there before still stands (exit code 4)."""

    exit_code = 4


class Bug(RubricatorError):
    """A promise of our own that does not hold: the fault is Rubricator's (exit code 70)."""
