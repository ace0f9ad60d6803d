"""What the command says: results on standard output, everything else on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

_DEGREES = ("high", "medium", "low")


def say(text: str = "") -> None:
    """A line of the result."""
    sys.stdout.write(f"{text}\n")


def say_json(value: Any) -> None:
    """The result as JSON."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=2))


def remark(text: str, *, quiet: bool = False) -> None:
    """A line beside the result, unless the user asked for quiet."""
    if not quiet:
        sys.stderr.write(f"{text}\n")


def complain(text: str) -> None:
    """What went wrong, in one line."""
    sys.stderr.write(f"rubricator: {' '.join(text.split())}\n")


def several(number: int, one: str, many: str = "") -> str:
    """The number with its noun: “1 entry”, “2 entries”."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def paint(text: str, style: str) -> str:
    """*text* in a colour of the terminal; plain where the output is none, or NO_COLOR is set."""
    import os

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    codes = {"error": "31", "warning": "33", "note": "36", "good": "32", "dim": "2", "strong": "1"}
    return f"\x1b[{codes[style]}m{text}\x1b[0m"


class Progress:
    """Where a long run stands; silent where nobody watches."""

    def __init__(self, bar: Any = None, task: Any = None) -> None:
        self._bar = bar
        self._task = task

    def at(self, name: str, step: str) -> None:
        """The work has come to this step of the document called *name*."""
        if self._bar is not None:
            from rich.markup import escape

            self._bar.update(self._task, description=f"{escape(name)}: {step}")

    def done(self) -> None:
        """One more document is done."""
        if self._bar is not None:
            self._bar.advance(self._task)


@contextmanager
def progress(total: int, *, quiet: bool = False) -> Iterator[Progress]:
    """A bar on the terminal while *total* documents are worked on."""
    if quiet or not sys.stderr.isatty():
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Progress(bar, bar.add_task("", total=total))


def counts_in_words(counts: Mapping[str, int]) -> str:
    """How many annotations there are of each status; pending ones by their certainty, in brackets."""
    degrees = {what: number for what, number in counts.items() if what.startswith("pending, ")}
    parts = [f"{number} {what}" for what, number in sorted(counts.items()) if what not in degrees]
    if degrees:
        inner = [
            f"{degrees[key]} {degree}" for degree in _DEGREES if (key := f"pending, {degree}") in degrees
        ]
        parts.append(f"{sum(degrees.values())} pending ({', '.join(inner)})")
    return f"annotations: {', '.join(parts)}" if parts else "nothing to mark"
