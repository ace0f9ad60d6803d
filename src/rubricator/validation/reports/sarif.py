"""A report as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for code scanning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from rubricator import __version__
from rubricator.findings import Finding, Fix, Place, Report, Severity
from rubricator.validation.rules import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(report: Report, rules: Mapping[str, Rule]) -> str:
    """The report as one SARIF run, with the rules it names described."""
    names = sorted({finding.rule for finding in report})
    run = {
        "tool": {
            "driver": {
                "name": "Rubricator",
                "version": __version__,
                "rules": [_rule(name, rules.get(name)) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names.index(finding.rule)) for finding in report],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    described: dict[str, Any] = {"id": name}
    if rule is None:
        return described
    described["shortDescription"] = {"text": rule.why}
    described["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
    examples = [f"{what}: {code}" for what, code in (("Wrong", rule.wrong), ("Right", rule.right)) if code]
    described["help"] = {"text": "\n".join([rule.why, *examples])}
    return described


def _result(finding: Finding, index: int) -> dict[str, Any]:
    message = f"{finding.message} {finding.remedy}".strip()
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.place:
        location["region"] = _region(finding.place)
    fixes = {"fixes": [_fix(finding.fix, finding.file)]} if finding.fix and finding.fix.splices else {}
    key = sha256(f"{finding.rule}\x1f{_uri(finding.file)}\x1f{finding.message}".encode()).hexdigest()
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"rubricator/v1": key},
        **fixes,
    }


def _fix(fix: Fix, file: str) -> dict[str, Any]:
    """What mends it: the characters that go and those that come, counted from the start of the file."""
    replacements = [
        {
            "deletedRegion": {"charOffset": splice.start, "charLength": splice.end - splice.start},
            "insertedContent": {"text": splice.replacement},
        }
        for splice in fix.splices
    ]
    change = {"artifactLocation": {"uri": _uri(file)}, "replacements": replacements}
    return {"description": {"text": fix.description}, "artifactChanges": [change]}


def _region(place: Place) -> dict[str, int]:
    region = {"startLine": place.line, "startColumn": place.column}
    if place.end_line:
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return region


def _uri(file: str) -> str:
    """The file as a relative reference, with the slashes and escapes of an address."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
