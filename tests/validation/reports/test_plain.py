"""How findings are told."""

from __future__ import annotations

import json

import pytest

from rubricator.findings import Finding, Fix, Place, Report, Severity
from rubricator.validation.reports.plain import as_json, lines, summary

SPLIT = Finding("b.rule", Severity.WARNING, "b.xml", "It is\nodd.", "Look.")
MENDABLE = Finding(
    "a.rule", Severity.ERROR, "a.xml", "It is “wrong”.", "Mend it.", Place(10, 2, 10, 9), Fix("x", ())
)
PLAIN = Finding("a.rule", Severity.ERROR, "a.xml", "It is wrong.", place=Place(9, 30))
FOUND = Report.of([SPLIT, MENDABLE, PLAIN])


def test_a_finding_is_one_line_with_file_line_column_rule_fault_and_remedy() -> None:
    assert lines(FOUND).splitlines() == [
        "a.xml:9:30  a.rule  It is wrong.",
        "a.xml:10:2  a.rule  It is “wrong”. Mend it.",
        "b.xml  b.rule  It is odd. Look.",
    ]


def test_json_has_the_same_order_and_leaves_out_what_there_is_not() -> None:
    first, second, third = json.loads(as_json(FOUND))
    assert list(first.items()) == [
        ("file", "a.xml"),
        ("line", 9),
        ("column", 30),
        ("rule", "a.rule"),
        ("severity", "error"),
        ("message", "It is wrong."),
    ]
    assert (second["endLine"], second["endColumn"], second["remedy"], second["fix"]) == (
        10,
        9,
        "Mend it.",
        "x",
    )
    assert "line" not in third


def test_nothing_found_is_an_empty_report() -> None:
    assert (lines(Report()), as_json(Report())) == ("", "[]\n")


@pytest.mark.parametrize(
    ("report", "files", "said"),
    [
        (FOUND, 2, "2 errors, 1 warning in 2 files"),
        (Report((PLAIN,)), 1, "1 error in 1 file"),
        (Report(), 3, "nothing wrong in 3 files"),
    ],
)
def test_the_summary_counts(report: Report, files: int, said: str) -> None:
    assert summary(report, files) == said
