"""What is typed in is judged like a file: with its lines, and what mending would change."""

from __future__ import annotations

import io
import sys

import pytest

from rubricator.cli import run

Say = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<p>bread & butter</p>\n</TEI>\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))


def test_its_lines_are_shown(capsys: Say) -> None:
    assert run(["validate", "-", "--format", "text"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("standard input\n")
    assert "      <p>bread & butter</p>\n               ^\n" in said


def test_what_mending_would_change_is_shown(capsys: Say) -> None:
    run(["validate", "-", "--diff"])
    assert "+<p>bread &amp; butter</p>" in capsys.readouterr().out


def test_it_cannot_be_mended_in_its_place(capsys: Say) -> None:
    assert run(["validate", "-", "--fix"]) == 2
    assert "Standard input cannot be mended" in capsys.readouterr().err
