"""A report in the form that its reader needs: a person, a script, an editor, a build server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from rubricator.findings import Report
from rubricator.source import Source
from rubricator.validation.reports.plain import as_json, lines, summary
from rubricator.validation.rules import Rule

__all__ = ["Form", "rendered", "summary"]


class Form(StrEnum):
    """The forms that a report can have."""

    TEXT = "text"
    LINES = "lines"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    HTML = "html"


def rendered(
    report: Report,
    form: Form,
    *,
    files: Sequence[str],
    sources: Mapping[str, Source],
    rules: Mapping[str, Rule],
) -> str:
    """The report on *files* in that form; *sources* give the lines to show, *rules* what is known of each."""
    match form:  # one of them is asked for, and so only that one is loaded
        case Form.TEXT:
            from rubricator.validation.reports.grouped import text

            return text(report, sources)
        case Form.LINES:
            return lines(report)
        case Form.JSON:
            return as_json(report)
        case Form.SARIF:
            from rubricator.validation.reports.sarif import sarif

            return sarif(report, rules)
        case Form.GITHUB:
            from rubricator.validation.reports.github import commands

            return commands(report)
        case Form.JUNIT:
            from rubricator.validation.reports.junit import junit

            return junit(report, files)
        case Form.HTML:
            from rubricator.validation.reports.page import page

            return page(report, files, sources, rules)
