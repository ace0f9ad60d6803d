"""The edition's authority lists on the command line: what is shown, what is written, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.layout import Edition

Say = pytest.CaptureFixture[str]
TABLE = 'name,birth,wikidata\n"Sedov, Leon",1906,Q1\n"Wren, Tobias",1850,\n'


def authority(edition: Edition, *arguments: str) -> int:
    return run(["authority", *arguments, "-C", str(edition.root)])


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, "utf-8")
    return str(path)


def contents(edition: Edition) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in edition.authority_files}


def test_a_diff_shows_what_an_import_would_write_and_writes_nothing(
    begun: Edition, table: str, capsys: Say
) -> None:
    before = contents(begun)
    assert authority(begun, "import", table, "--kind", "person", "--diff") == 0
    shown = capsys.readouterr()
    assert '+        <person xml:id="sedov">' in shown.out.splitlines()
    assert "+++ tei/authority/persons.xml" in shown.out
    assert "2 added, 0 supplemented, 0 known already (nothing was written)" in shown.err
    assert contents(begun) == before


def test_an_import_says_what_it_added_and_is_found_in_texts(begun: Edition, table: str, capsys: Say) -> None:
    assert authority(begun, "import", table, "--kind", "person") == 0
    assert capsys.readouterr().out.split() == ["added", "person:sedov", "added", "person:tobias-wren"]
    knowledge = Edition.open(begun.root).knowledge
    assert [entry.ref for entry in knowledge.authority.by_form["Leon Sedov"]] == ["person:sedov"]


def test_the_same_import_again_writes_nothing(begun: Edition, table: str, capsys: Say) -> None:
    assert authority(begun, "import", table, "--kind", "person") == 0
    before = contents(begun)
    capsys.readouterr()
    assert authority(begun, "import", table, "--kind", "person") == 0
    assert capsys.readouterr().err.endswith("0 added, 0 supplemented, 2 known already\n")
    assert contents(begun) == before


def test_imported_lists_keep_the_rules(begun: Edition, capsys: Say) -> None:
    files = Path(__file__).parents[1] / "authority" / "files"
    sources = [str(path) for path in sorted(files.iterdir()) if path.name != "others.xml"]
    assert authority(begun, "import", *sources, "--quiet") == 0
    capsys.readouterr()
    assert run(["validate", *(str(path) for path in begun.authority_files)]) == 0
    assert "error" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "people"], "There is no kind 'people'"),
        (["--map", "name"], "'name' is not COLUMN=TITLE"),
        (["--map", "nom=name", "--kind", "person"], "no column 'nom' to map to"),
    ],
)
def test_what_makes_no_sense_is_refused(
    begun: Edition, table: str, capsys: Say, arguments: list[str], said: str
) -> None:
    before = contents(begun)
    assert authority(begun, "import", table, *arguments) in (2, 3)
    assert said in capsys.readouterr().err
    assert contents(begun) == before
