"""A report in the form that its reader needs: a person, a script, an editor, a build server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from rubricator.findings import Report
from rubricator.source import Source
from rubricator.validation.reports import github, grouped, junit, page, plain, sarif
from rubricator.validation.reports.plain import summary
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
    match form:
        case Form.TEXT:
            return grouped.text(report, sources)
        case Form.LINES:
            return plain.lines(report)
        case Form.JSON:
            return plain.as_json(report)
        case Form.SARIF:
            return sarif.sarif(report, rules)
        case Form.GITHUB:
            return github.commands(report)
        case Form.JUNIT:
            return junit.junit(report, files)
        case Form.HTML:
            return page.page(report, files, sources, rules)
