"""The standard's own conformance suite, by the author of the algorithm: every judgement must be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.relaxng.suite import Case, cases

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation.relaxng import validate

JUDGEMENTS = 965


def wrong(case: Case) -> list[str]:
    """What is judged wrongly in *case*, each with its line in the suite."""
    try:
        grammar = case.grammar()
    except InputRefused as error:
        return [f"{case.line} ({case.section}): refused: {error}"] if case.correct else []
    if not case.correct:
        return [f"{case.line} ({case.section}): accepted"]
    return [
        f"{line} ({case.section}): {'invalid' if valid else 'valid'}"
        for line, valid, data in case.documents
        if valid == bool(validate(Source(data), grammar))
    ]


@pytest.mark.shared
def test_every_case_of_the_suite_is_judged_right(shared: Path) -> None:
    suite = list(cases(shared / "relaxng" / "spectest.xml"))
    assert [problem for case in suite for problem in wrong(case)] == []
    assert sum(1 + len(case.documents) for case in suite) == JUDGEMENTS
