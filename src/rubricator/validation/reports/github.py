"""A report as GitHub's workflow commands, and as the summary of a step."""

from __future__ import annotations

from rubricator.findings import Finding, Report, Severity

SHOWN = 10
"""How many annotations of a severity GitHub shows for a step."""

LARGEST = 900_000
"""Bytes of a step's summary that are surely shown; of one above 1 MiB GitHub shows nothing."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def commands(report: Report) -> str:
    """The first ten findings of each severity as annotations of their lines, and how many more there are."""
    shown = dict.fromkeys(Severity, 0)
    lines: list[str] = []
    for finding in report:
        shown[finding.severity] += 1
        if shown[finding.severity] <= SHOWN:
            lines.append(_command(finding))
    if more := len(report) - len(lines):
        lines.append(f"{more:,} more {'is' if more == 1 else 'are'} told in the summary of this step.")
    return "".join(f"{line}\n" for line in lines)


def step_summary(report: Report) -> str:
    """Every finding as a table in Markdown, for the file that GITHUB_STEP_SUMMARY names."""
    if not len(report):
        return "Rubricator found nothing wrong.\n"
    rows = ["| file | place | rule | what |", "|---|---|---|---|"]
    size = 0
    for number, finding in enumerate(report):
        place = f"{finding.place.line}:{finding.place.column}" if finding.place else ""
        said = f"{finding.message} {finding.remedy}".strip()
        row = (
            f"| {_cell(finding.file)} | {place} | {finding.severity} {_cell(finding.rule)} | {_cell(said)} |"
        )
        size += len(row.encode()) + 1
        if size > LARGEST:
            rows += ["", f"{len(report) - number:,} more are in the log (or in a report: --output)."]
            break
        rows.append(row)
    return "\n".join(rows) + "\n"


def _command(finding: Finding) -> str:
    values = {"file": finding.file, "title": finding.rule}
    if finding.place:
        values |= {"line": str(finding.place.line), "col": str(finding.place.column)}
    given = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(f'{finding.message} {finding.remedy}'.strip())}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _cell(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.split())
