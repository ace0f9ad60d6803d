"""What happens to a test whose tool is missing: it says so, and where everything is required it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
SKIPPING = """
import pytest

@pytest.mark.shared
def test_needs_the_shared_texts(shared):
    pass

def test_skips_itself():
    pytest.skip("no reason given")

@pytest.mark.xfail(strict=True)
def test_is_known_to_fail():
    assert False
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_skipping.py").write_text(SKIPPING, encoding="utf-8")
    return tmp_path


def run(place: Path, **settings: str) -> tuple[int, str]:
    environment = {**os.environ, "RUBRICATOR_SHARED": str(place / "nowhere"), **settings}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(place), str(place)]
    answer = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment, cwd=place
    )
    return answer.returncode, answer.stdout


def test_a_test_without_its_tool_skips_and_says_so_loudly(place: Path) -> None:
    code, said = run(place, RUBRICATOR_REQUIRE_ALL="0")
    assert code == 0
    assert "NOT TESTED" in said
    assert "the shared texts cannot be found. Name their directory in RUBRICATOR_SHARED." in said


def test_where_everything_is_required_a_skip_fails_with_its_reason(place: Path) -> None:
    code, said = run(place, RUBRICATOR_REQUIRE_ALL="1")
    assert code == 1
    assert "1 failed, 1 xfailed, 1 error" in said
    assert "the shared texts cannot be found" in said
