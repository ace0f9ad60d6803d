"""Files are written whole, and on the disk for good where nothing else could make them again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.files import write_bytes


@pytest.fixture
def flushed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Whatever the disk is waited for from now on."""
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    return waited


def test_a_source_is_waited_for_until_the_disk_has_it(tmp_path: Path, flushed: list[int]) -> None:
    write_bytes(tmp_path / "a.xml", b"<a/>")
    assert len(flushed) == 1


def test_what_is_published_is_not_for_it_can_be_published_again(tmp_path: Path, flushed: list[int]) -> None:
    """An archive of thousands would spend half the time of writing in waiting."""
    assert run(["init", str(tmp_path / "edition"), "--quiet"]) == 0
    edition = ["-C", str(tmp_path / "edition"), "--quiet"]
    assert run(["build", *edition, "--to", "text"]) == 0
    assert flushed
    flushed.clear()
    assert run(["build", *edition, "--anew"]) == 0
    assert (tmp_path / "edition" / "output" / "harbour-light.html").is_file()
    assert run(["publish", str(tmp_path / "edition" / "tei"), "-o", str(tmp_path / "out"), "--index"]) == 0
    assert (tmp_path / "out" / "index.html").is_file()
    assert flushed == []
