"""Files are written whole, and are on the disk before they take the place of others."""

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


def test_so_is_what_is_published(tmp_path: Path, flushed: list[int]) -> None:
    """A new page takes the place of the old one: neither may be lost where the power fails."""
    assert run(["init", str(tmp_path / "edition"), "--quiet"]) == 0
    flushed.clear()
    assert (
        run(["publish", str(tmp_path / "edition" / "tei"), "-o", str(tmp_path / "out"), "--to", "text"]) == 0
    )
    assert len(flushed) == len(list((tmp_path / "out").rglob("*.txt"))) > 0
