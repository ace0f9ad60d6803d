"""A report as JUnit XML for build servers: a suite for each file, a case for each rule broken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from rubricator.findings import Finding, Report, Severity


def junit(report: Report, files: Sequence[str]) -> str:
    """The report on *files*; a file without errors is a passed case, and warnings fail nothing."""
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in report:
        by_file.setdefault(finding.file, []).append(finding)
    suites = etree.Element("testsuites", name="rubricator")
    for file, findings in by_file.items():
        suites.append(_suite(file, findings))
    text = etree.tostring(suites, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _suite(file: str, findings: list[Finding]) -> etree._Element:
    ordered = sorted(findings, key=lambda finding: finding.rule)
    cases = [_case(file, rule, list(group)) for rule, group in groupby(ordered, key=lambda f: f.rule)]
    if not cases:
        cases = [etree.Element("testcase", classname=file, name="valid")]
    failures = sum(case.find("failure") is not None for case in cases)
    suite = etree.Element("testsuite", name=file, tests=str(len(cases)), failures=str(failures))
    suite.extend(cases)
    return suite


def _case(file: str, rule: str, findings: list[Finding]) -> etree._Element:
    case = etree.Element("testcase", classname=file, name=rule)
    said = _xml_text("\n".join(map(str, findings)))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        failure = etree.SubElement(case, "failure", message=_xml_text(errors[0].message), type=rule)
        failure.text = said
    else:
        etree.SubElement(case, "system-out").text = said
    return case


def _xml_text(words: str) -> str:
    """The words without characters that XML cannot hold."""
    return "".join(char if char >= " " or char in "\t\n" else "�" for char in words)
