"""Commands over many documents: one summary in place of a thousand lines, and no more than that."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from tests.publication.helpers import tei

from rubricator.cli import run
from rubricator.cli.repeating import MOST
from rubricator.edition import workshop
from rubricator.edition.publishing import published

Say = pytest.CaptureFixture[str]
RULE = "errors.corr-resp"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An edition of some more documents than are told of, with the same two warnings each."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "rubricator.toml").write_text("[publish]\nformats = ['text']\n", "utf-8")
    choice = "<choice><sic>teh</sic><corr>the</corr></choice>"
    for number in range(MOST + 3):
        (tmp_path / "tei" / f"d{number:02}.xml").write_bytes(tei(f"<p>See {choice}, or {choice}.</p>"))
    return tmp_path


def test_what_is_said_of_document_after_document_is_told_of_the_first_and_counted(
    archive: Path, capsys: Say
) -> None:
    assert run(["build", "-C", str(archive)]) == 0
    told = capsys.readouterr()
    assert told.out.count(RULE) == 2 * MOST
    assert f"{RULE}: 6 more of the same in 3 more documents." in told.err


def test_of_a_document_alone_everything_is_told(archive: Path, capsys: Say) -> None:
    assert run(["build", "-C", str(archive), "d12"]) == 0
    told = capsys.readouterr()
    assert told.out.count(RULE) == 2
    assert "more of the same" not in told.err


def test_where_nothing_can_be_written_that_is_not_said_of_every_document(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    assert run(["build", "-C", str(archive)]) == 4
    told = capsys.readouterr()
    assert told.out.count("output.not-written") == MOST
    assert "output.not-written: 3 more of the same" in told.err


def test_every_error_is_told(archive: Path, capsys: Say) -> None:
    for file in (archive / "tei").glob("*.xml"):
        file.write_bytes(tei("<nonsense/>"))
    assert run(["build", "-C", str(archive)]) == 1
    told = capsys.readouterr()
    assert sum("nonsense" in line for line in told.out.splitlines()) >= MOST + 3
    assert "more of the same" not in told.err


def test_what_was_said_before_an_interruption_has_been_said(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    """A build of thousands says of each document what there is to say when it is done, not hours later."""

    def until_the_third(*given: Any, **named: Any) -> Any:
        if given[1] == "d02":
            raise KeyboardInterrupt
        return published(*given, **named)

    monkeypatch.setattr(workshop, "published", until_the_third)
    assert run(["build", "-C", str(archive)]) == 130
    assert capsys.readouterr().out.count(RULE) == 4
    assert not list(archive.rglob("*.part"))
    monkeypatch.undo()
    assert run(["build", "-C", str(archive)]) == 0
    assert f"{2 * (MOST + 1)} of them written now" in capsys.readouterr().out  # two were done before
