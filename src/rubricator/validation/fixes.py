"""Mending what a machine can mend: the fixes of findings, spliced into the source, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from io import StringIO

from rubricator.findings import Finding, Splice
from rubricator.source import Source


def mended(source: Source, findings: Iterable[Finding]) -> tuple[Source, tuple[Finding, ...]]:
    """The source with every fix that does not touch an earlier one, and the findings so mended.

    What is left out is mended by a second run, when its place is known again.
    """
    taken: list[Splice] = []
    done: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix and fix.splices and not any(_touch(new, old) for new in fix.splices for old in taken):
            taken += fix.splices
            done.append(finding)
    if not taken:
        return source, ()
    markup, parts, position = source.markup, [], 0
    for splice in sorted(taken, key=lambda splice: (splice.start, splice.end)):
        parts += [markup[position : splice.start], splice.replacement]
        position = splice.end
    parts.append(markup[position:])
    return source.encode("".join(parts)), tuple(done)


def diff(before: Source, after: Source) -> str:
    """What mending would change, as a unified diff."""
    lines = unified_diff(
        list(StringIO(before.markup, newline="\n")),  # other ends of lines are none to those who apply it
        list(StringIO(after.markup, newline="\n")),
        f"a/{before.name}",
        f"b/{after.name}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _touch(one: Splice, other: Splice) -> bool:
    return one.start <= other.end and other.start <= one.end
