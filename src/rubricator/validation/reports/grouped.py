"""A report for a person: file by file, with the line in question and a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import groupby

from rubricator.errors import InputRefused
from rubricator.findings import Finding, Place, Report
from rubricator.source import Source

WIDTH = 100
"""Columns of a source line that are shown."""


def text(report: Report, sources: Mapping[str, Source]) -> str:
    """The findings grouped by file, each with its place in the source where there is one."""
    parts: list[str] = []
    for file, findings in groupby(report, key=lambda finding: finding.file):
        parts.append(f"{file}\n")
        parts += [_finding(finding, sources.get(file)) for finding in findings]
        parts.append("\n")
    return "".join(parts)


def _finding(finding: Finding, source: Source | None) -> str:
    place = f"{finding.place.line}:{finding.place.column}" if finding.place else "-"
    lines = [f"  {place}  {finding.severity}  {finding.rule}"]
    if finding.place and source:
        lines += [f"      {line}" for line in excerpt(source, finding.place)]
    lines.append(f"      {_one_line(finding.message)}")
    if finding.remedy:
        lines.append(f"      {_one_line(finding.remedy)}")
    return "\n".join(lines) + "\n"


def excerpt(source: Source, place: Place) -> tuple[str, ...]:
    """The source line of *place* and a line that points to it; nothing where the line cannot be shown."""
    try:
        line = source.line(place.line)
    except (InputRefused, IndexError):
        return ()
    start = min(place.column - 1, len(line))
    same_line = place.end_line == place.line and place.end_column > place.column
    end = min(place.end_column - 1, len(line)) if same_line else start + 1
    cut = max(0, start - WIDTH // 2) if len(line) > WIDTH else 0
    shown = line[cut : cut + WIDTH]
    before, marked = shown[: start - cut], shown[start - cut : end - cut] or " "
    left = "…" if cut else ""
    right = "…" if cut + WIDTH < len(line) else ""
    pointer = " " * (len(left) + _columns(before)) + "^" * max(1, _columns(marked))
    return (_visible(f"{left}{shown}{right}"), pointer)


def _columns(written: str) -> int:
    """How many columns of a terminal the characters take."""
    return sum(_width(char) for char in written)


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _visible(line: str) -> str:
    """The line with tabs and control characters as blanks: it neither shifts nor commands a terminal."""
    return "".join(char if char.isprintable() else " " for char in line)


def _one_line(words: str) -> str:
    return " ".join(words.split())
