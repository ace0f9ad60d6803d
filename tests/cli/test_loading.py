"""No command loads what it does not need: start-up time is made of imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.beginning import begin

PROGRAM = (
    "import sys; from rubricator.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, built."""
    root = tmp_path_factory.mktemp("loading") / "edition"
    begin(root)
    assert run(["build", "-C", str(root), "--quiet"]) == 0
    return root


def loaded(*arguments: str) -> set[str]:
    """The modules that the command has loaded at its end, in a process of its own."""
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True
    )
    return set(made.stderr.split())


def test_help_loads_no_library_but_its_own() -> None:
    assert loaded("--help") & {"lxml", "saxonche", "rich", "json", "hashlib", "rubricator.edition"} == set()


def test_a_build_of_what_has_not_changed_loads_neither_lxml_nor_saxon(edition: Path) -> None:
    found = loaded("build", "-C", str(edition), "--quiet")
    assert "rubricator.edition.build" in found
    assert found & {"lxml", "saxonche", "rubricator.document", "rubricator.edition.workshop"} == set()


def test_a_build_looks_through_no_installed_packages_and_knows_no_network(edition: Path) -> None:
    found = loaded("build", "-C", str(edition), "--quiet", "--anew")
    assert "saxonche" in found
    assert found & {"importlib.metadata", "urllib.request", "http.client", "rich"} == set()


def test_a_command_loads_no_other(edition: Path) -> None:
    found = {
        name for name in loaded("build", "-C", str(edition), "--quiet") if name.startswith("rubricator.cli.")
    }
    assert found == {
        "rubricator.cli.app",
        "rubricator.cli.build",
        "rubricator.cli.common",
        "rubricator.cli.console",
        "rubricator.cli.repeating",
    }


def test_publishing_one_document_loads_only_what_it_needs(edition: Path) -> None:
    (document,) = (edition / "tei").glob("*.xml")
    found = loaded("publish", str(document), "-C", str(edition), "--quiet")
    assert "rubricator.publication.epub.book" in found
    asked_for = {
        "rubricator.edition.assembling",
        "rubricator.edition.build",
        "rubricator.guest.room",
        "rubricator.knowledge",
        "rubricator.publication.gallery",
        "rubricator.publication.epub.checking",
        "rubricator.textmap",
        "rubricator.validation",
        "statistics",
    }
    assert found & asked_for == set()
