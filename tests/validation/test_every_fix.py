"""Every finding that can be mended: mended, it is gone, and nothing new has come."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rubricator.findings import Report
from rubricator.source import Source
from rubricator.validation import validate
from rubricator.validation.catalogue import catalogue
from rubricator.validation.fixes import mended

FIXTURES = sorted((Path(__file__).parent.parent / "schema" / "invalid").glob("*.xml"))


def said(report: Report) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.message) for finding in report)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_fix_removes_its_finding_and_adds_none(path: Path) -> None:
    source = Source.read(path)
    report = validate(source)
    before = said(report)
    for finding in report:
        assert finding.rule in catalogue()
        if finding.fix:
            after, done = mended(source, [finding])
            assert done == (finding,)
            assert said(validate(after)) == before - Counter([(finding.rule, finding.message)])
