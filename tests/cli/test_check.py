"""`rubricator check` reads books of anyone's, says what is wrong where, and goes on after a bad one."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from rubricator.cli import run

OUTPUT = Path(__file__).resolve().parents[2] / "output"
Say = pytest.CaptureFixture[str]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of ours."""
    return Path(shutil.copy(sorted(OUTPUT.glob("*.epub"))[0], tmp_path / "book.epub"))


@pytest.fixture
def spoilt(book: Path, tmp_path: Path) -> Path:
    """The same with black text."""
    path = tmp_path / "spoilt.epub"
    with zipfile.ZipFile(book) as archive, zipfile.ZipFile(path, "w") as made:
        for info in archive.infolist():
            data = archive.read(info)
            made.writestr(info, data + b"\np { color: #000 }\n" if info.filename.endswith(".css") else data)
    return path


def test_a_good_book_passes(book: Path, capsys: Say) -> None:
    assert run(["check", str(book)]) == 0
    assert capsys.readouterr() == ("", "nothing wrong in 1 file\n")


@pytest.mark.parametrize("form", ["lines", "json", "github", "html"])
def test_nothing_is_said_of_books_that_could_not_be_read(form: str, tmp_path: Path, capsys: Say) -> None:
    (tmp_path / "page.html").write_text("<p>No book.</p>", encoding="utf-8")
    unread = [str(tmp_path / "page.html"), str(tmp_path / "nope.epub")]
    assert run(["check", *unread, "--format", form]) == 3
    shown, said = capsys.readouterr()
    assert shown == ""
    assert all(name in said for name in ("page.html", "nope.epub"))
    assert "nothing wrong" not in said


def test_only_books_that_were_read_are_counted(book: Path, tmp_path: Path, capsys: Say) -> None:
    assert run(["check", str(book), str(tmp_path / "nope.epub")]) == 3
    assert capsys.readouterr().err.endswith("nothing wrong in 1 file\n")


def test_a_warning_fails_only_the_strict(spoilt: Path, capsys: Say) -> None:
    assert run(["check", str(spoilt)]) == 0
    assert run(["check", str(spoilt), "--strict"]) == 1
    assert "spoilt.epub/EPUB/book.css:" in capsys.readouterr().out


def test_the_line_in_question_is_shown(spoilt: Path, capsys: Say) -> None:
    run(["check", str(spoilt), "--format", "text"])
    assert "p { color: #000 }\n" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["lines", "json", "sarif", "github", "junit", "html"])
def test_each_form_of_report_tells_it(form: str, spoilt: Path, capsys: Say) -> None:
    run(["check", str(spoilt), "--format", form])
    assert "epub.fixed-colour" in capsys.readouterr().out


def test_what_is_no_book_is_one_line_and_the_others_are_checked(
    spoilt: Path, tmp_path: Path, capsys: Say
) -> None:
    bad = tmp_path / "bad.epub"
    bad.write_bytes(b"no book")
    assert run(["check", str(bad), str(tmp_path / "none.epub"), str(tmp_path), str(spoilt), "--quiet"]) == 3
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 3
    assert all(str(tmp_path) in line for line in said.err.splitlines())
    assert "epub.fixed-colour" in said.out


def test_a_pattern_names_books(spoilt: Path, capsys: Say) -> None:
    assert run(["check", str(spoilt.parent / "*.epub"), "--strict"]) == 1
    assert capsys.readouterr().err == "1 warning in 2 files\n"


def test_explain_knows_the_rules_of_books(capsys: Say) -> None:
    assert run(["explain", "epub.mimetype", "--format", "json"]) == 0
    (rule,) = json.loads(capsys.readouterr().out)
    assert rule["wrong"]
    assert rule["right"]
