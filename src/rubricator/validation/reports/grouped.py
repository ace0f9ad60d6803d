"""A report for a person: file by file, with the line in question and a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
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
    excerpt = Excerpt.of(source, finding.place) if finding.place and source else None
    if excerpt:
        lines += [f"      {line}" for line in _with_caret(excerpt)]
    lines.append(f"      {_one_line(finding.message)}")
    if finding.remedy:
        lines.append(f"      {_one_line(finding.remedy)}")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of a source line round a place: what stands before it, the place, and what stands after."""

    left: str
    marked: str
    right: str

    @classmethod
    def of(cls, source: Source, place: Place) -> Excerpt | None:
        """The excerpt of *place*; None where the line cannot be shown."""
        try:
            line = source.line(place.line)
        except (InputRefused, IndexError):
            return None
        start = min(place.column - 1, len(line))
        same_line = place.end_line == place.line and place.end_column > place.column
        end = min(place.end_column - 1, len(line)) if same_line else start + 1
        cut = max(0, start - WIDTH // 2) if len(line) > WIDTH else 0
        shown = line[cut : cut + WIDTH]
        before, marked, after = shown[: start - cut], shown[start - cut : end - cut], shown[end - cut :]
        left = f"…{before}" if cut else before
        right = f"{after}…" if cut + WIDTH < len(line) else after
        return cls(_visible(left), _visible(marked), _visible(right))


def _with_caret(excerpt: Excerpt) -> tuple[str, str]:
    """The line, and a line that points to the place."""
    pointer = " " * _columns(excerpt.left) + "^" * max(1, _columns(excerpt.marked))
    return f"{excerpt.left}{excerpt.marked}{excerpt.right}", pointer


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
