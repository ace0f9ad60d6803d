"""What other services are told to run does what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from rubricator.cli import run

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'


def test_the_hook_before_a_commit_names_what_is_wrong_in_the_files_it_is_given(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = (checkout / ".pre-commit-hooks.yaml").read_text("utf-8")
    entry = re.search(r"^  entry: (.*)$", hook, re.MULTILINE)
    assert entry
    command, *arguments = shlex.split(entry[1])
    assert command == "rubricator"
    (tmp_path / "a.xml").write_text(TEI, "utf-8")
    assert run([*arguments, str(tmp_path / "a.xml")]) == 1
    assert "a.xml:1:1" in capsys.readouterr().out
    assert run([*arguments, str(checkout / "tests" / "schema" / "authority" / "persons.xml")]) == 0


def test_the_workflow_that_is_shown_runs_a_command_that_annotates(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = (checkout / "docs" / "validating.md").read_text("utf-8")
    line = re.search(r"- run: rubricator (validate .*)$", shown, re.MULTILINE)
    assert line
    (tmp_path / "rubricator.toml").write_text("", "utf-8")
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text(TEI, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert run(shlex.split(line[1])) == 1
    assert "::error file=" in capsys.readouterr().out
    assert (tmp_path / "summary.md").read_text("utf-8")
