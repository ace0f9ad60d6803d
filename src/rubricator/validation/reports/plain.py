"""A report in lines of words, and as JSON."""

from __future__ import annotations

import json
from typing import Any

from rubricator.findings import Finding, Report, Severity
from rubricator.validation.exceptions import ALWAYS


def lines(report: Report) -> str:
    """One line a finding, in the report's order: file, line, column, rule, what is wrong, what to do."""
    return "".join(f"{_one_line(str(finding))}\n" for finding in report)


def summary(report: Report, files: int) -> str:
    """How many errors, warnings and notes were found, in how many files, and how many were not validated."""
    lacking = not_validated(report)
    counts = [f"{lacking} not validated" if lacking else ""]
    counts += [_number(len(counted(report, severity)), severity) for severity in Severity]
    found = ", ".join(count for count in counts if count) or "nothing wrong"
    return f"{found} in {files:,} file{'' if files == 1 else 's'}"


def not_validated(report: Report) -> int:
    """How many files could not be held to their schema."""
    return len({finding.file for finding in report if finding.rule == ALWAYS})


def counted(report: Report, severity: Severity) -> list[Finding]:
    """The findings of that severity; that a file was not validated is no fault of the file."""
    return [finding for finding in report if finding.severity is severity and finding.rule != ALWAYS]


def as_json(report: Report) -> str:
    """The findings as a JSON array of objects, in the report's order, keys in an order that is fixed."""
    return json.dumps([_object(finding) for finding in report], ensure_ascii=False, indent=2) + "\n"


def _object(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "file": finding.file,
        "line": finding.place.line if finding.place else None,
        "column": finding.place.column if finding.place else None,
        "endLine": finding.place.end_line or None if finding.place else None,
        "endColumn": finding.place.end_column or None if finding.place else None,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "remedy": finding.remedy or None,
        "fix": finding.fix.description if finding.fix else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _one_line(words: str) -> str:
    return " ".join(words.splitlines())


def _number(count: int, severity: Severity) -> str:
    return f"{count:,} {severity}{'' if count == 1 else 's'}" if count else ""
