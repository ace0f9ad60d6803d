"""A baseline: the findings that are known, so that a run reports only what is new."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath

from rubricator.errors import InputRefused
from rubricator.findings import Finding, Report
from rubricator.source import Source

FORMAT = 1
_MORE = re.compile(r" \(here and at ([\d,]+) more places?\)")
_MOVING = re.compile(rf"{_MORE.pattern}|\bline \d+")
"""What a message says that is another when lines are added elsewhere."""


def write(report: Report, sources: Mapping[str, Source]) -> str:
    """The report's findings as a baseline, by file, rule and the words of the line: lines may move."""
    known: Counter[tuple[str, str, str]] = Counter()
    for finding in report:
        known[_key(finding, sources)] += _times(finding)
    entries = [
        {"file": file, "rule": rule, "line": line, "count": count}
        for (file, rule, line), count in sorted(known.items())
    ]
    return json.dumps({"format": FORMAT, "known": entries}, ensure_ascii=False, indent=1) + "\n"


def new_in(report: Report, baseline: Source, sources: Mapping[str, Source]) -> Report:
    """The findings that the baseline does not know; of several alike, as many as have come on top."""
    known = _read(baseline)
    fresh: list[Finding] = []
    for finding in report:
        key = _key(finding, sources)
        if known[key] >= _times(finding):
            known[key] -= _times(finding)
        else:
            fresh.append(finding)
    return Report(tuple(fresh))


def _read(baseline: Source) -> Counter[tuple[str, str, str]]:
    try:
        values = json.loads(baseline.markup)
        if values["format"] != FORMAT:
            raise ValueError(f"format {values['format']}")
        return Counter(
            {(str(e["file"]), str(e["rule"]), str(e["line"])): int(e["count"]) for e in values["known"]}
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InputRefused(
            f"This is no baseline ({error}).",
            where=baseline.name,
            remedy="Make it anew with --write-baseline.",
        ) from error


def _times(finding: Finding) -> int:
    """At how many places the finding is."""
    found = _MORE.search(finding.message)
    return 1 + int(found[1].replace(",", "")) if found else 1


def _key(finding: Finding, sources: Mapping[str, Source]) -> tuple[str, str, str]:
    source = sources.get(finding.file)
    words = ""
    if source is not None and finding.place is not None:
        try:
            words = " ".join(source.line(finding.place.line).split())
        except (InputRefused, IndexError):
            words = ""
    message = _MOVING.sub("", finding.message)
    digest = sha256(f"{words}\x1f{message}".encode()).hexdigest()[:16]
    return PurePath(finding.file).as_posix(), finding.rule, digest
