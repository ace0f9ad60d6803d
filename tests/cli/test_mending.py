"""`validate --diff` shows, and `validate --fix` does: the finding is gone, and nothing else has changed."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from tests.relaxng.test_messages import document, parts

from rubricator.cli import run
from rubricator.edition.rulebook import rulebook
from rubricator.source import Source
from rubricator.validation import Schema, validate

INVALID = Path(__file__).resolve().parents[1] / "schema" / "invalid"
MENDED = {name for name, rule in rulebook().items() if rule.mended}
Say = pytest.CaptureFixture[str]


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    typical: bool
    """Whether it is a typical mistake, held to tei_all, and not a file that breaks one of our rules."""


CASES = [
    *(Case(path.stem, path.read_text("utf-8"), False) for path in sorted(INVALID.glob("*.xml"))),
    *(Case(name, document(text), True) for name, text, told in parts() if re.search(r"^ +\[", told, re.M)),
]


def found(file: Path, options: list[str], capsys: Say) -> list[dict[str, object]]:
    run(["validate", str(file), "--format", "json", *options])
    return [dict(one) for one in json.loads(capsys.readouterr().out)]


def said(findings: list[dict[str, object]]) -> Counter[tuple[object, object]]:
    return Counter((one["rule"], one["message"]) for one in findings)


@pytest.mark.shared
def test_every_fix_is_shown_first_then_made_and_then_there_is_nothing_left_to_mend(
    shared: Path, tmp_path: Path, capsys: Say
) -> None:
    mended: set[str] = set()
    schema = Schema.read(shared / "schemas" / "tei_all.rng")
    for case in CASES:
        options = ["--schema", str(shared / "schemas" / "tei_all.rng")] if case.typical else []
        file = tmp_path / "letter.xml"
        before = case.text.replace("\n", "\r\n").encode()
        file.write_bytes(before)
        first = found(file, options, capsys)
        fixable = [one for one in first if "fix" in one]
        if not fixable:
            continue
        mended |= {str(one["rule"]) for one in fixable}

        run(["validate", str(file), "--diff", *options])
        shown = capsys.readouterr().out
        assert file.read_bytes() == before, f"{case.name}: --diff only shows"

        run(["validate", str(file), "--fix", *options])
        capsys.readouterr()
        after = file.read_bytes()
        assert patched(before, shown) == after, f"{case.name}: what was shown is done"
        assert spliced(before, schema if case.typical else None) == after, f"{case.name}: and nothing else"

        left = found(file, options, capsys)
        assert not [one for one in left if "fix" in one], case.name
        assert said(left) <= said(first) - said(fixable), f"{case.name}: nothing new has come"

        run(["validate", str(file), "--fix", *options])
        capsys.readouterr()
        assert file.read_bytes() == after, f"{case.name}: a second time changes nothing"
    assert mended == MENDED, "explain tells which rules can be mended: each has a case here"


def spliced(before: bytes, schema: Schema | None) -> bytes:
    """*before* with what the fixes say, and every other byte as it is."""
    text = before.decode()
    fixes = [finding.fix for finding in validate(Source(before, "letter.xml"), schema) if finding.fix]
    for splice in sorted({splice for fix in fixes for splice in fix.splices}, key=lambda one: -one.start):
        text = text[: splice.start] + splice.replacement + text[splice.end :]
    return text.encode()


def patched(before: bytes, diff: str) -> bytes:
    """*before* changed as the unified *diff* says."""
    old = list(StringIO(before.decode(), newline="\n"))
    new: list[str] = []
    position = 0
    marked = diff.replace("\n\\ No newline at end of file\n", "\0\n")
    for written in list(StringIO(marked, newline="\n"))[2:]:
        line = written.replace("\0\n", "")
        if hunk := re.match(r"@@ -(\d+)", line):
            start = int(hunk[1]) - 1
            new += old[position:start]
            position = start
        elif line[0] == "+":
            new.append(line[1:])
        elif line[0] in " -":
            assert old[position] == line[1:]
            new += old[position : position + 1] if line[0] == " " else []
            position += 1
    return "".join([*new, *old[position:]]).encode()
