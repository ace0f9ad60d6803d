"""The report as a page: clean for checkers and for those who listen, with many files and many findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.checks.tools import axe, html_validate

from rubricator.cli import run

INVALID = Path(__file__).resolve().parents[2] / "schema" / "invalid"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """What is said of every file that breaks a rule."""
    path = tmp_path / "report.html"
    assert run(["validate", str(INVALID), "--format", "html", "--output", str(path), "--quiet"]) == 1
    return path


@pytest.mark.node
@pytest.mark.chromium
def test_the_page_of_many_findings_is_clean(page: Path) -> None:
    assert html_validate(page) == ()
    assert axe(page) == ()


@pytest.mark.node
@pytest.mark.chromium
def test_so_is_one_of_no_findings(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    run(["validate", str(INVALID.parent / "valid.xml"), "--format", "html", "--output", str(path), "--quiet"])
    assert html_validate(path) == ()
    assert axe(path) == ()


def test_every_link_of_the_page_leads_to_a_rule_that_is_told_there(page: Path) -> None:
    text = page.read_text("utf-8")
    links = set(re.findall(r'href="#([^"]+)"', text))
    assert links
    assert links <= set(re.findall(r'id="([^"]+)"', text))
    assert "<script" not in text
    assert not re.search(r'(src|href)="(?!#)', text)


def test_findings_of_very_many_are_folded_file_by_file(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    for number in range(12):
        (tmp_path / f"{number}.xml").write_text("<p>" + '<a href="x"/>' * 9 + "</p>", "utf-8")
    run(["validate", str(tmp_path), "--format", "html", "--output", str(path), "--quiet"])
    text = path.read_text("utf-8")
    assert text.count('<details class="file">') == 12
    assert '<details class="file" open>' not in text
