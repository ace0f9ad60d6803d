"""What bad input gets: one line that names the file, the place and the remedy, an exit code, nothing lost."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.beginning import begin

NAME = "harbour-light"
NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
ENTITY = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "/etc/hostname">]>\n<TEI {NS}><text><p>&x;</p></text></TEI>'

Say = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, built once."""
    root = tmp_path_factory.mktemp("built") / "edition"
    begin(root)
    assert run(["build", "-C", str(root), "--quiet"]) == 0
    return root


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Path:
    """A copy of the built example to do harm to."""
    return Path(shutil.copytree(built, tmp_path / "edition"))


def contents(edition: Path) -> dict[Path, bytes]:
    """Every file of an edition but its caches."""
    files = (path for path in edition.rglob("*") if path.is_file() and ".rubricator" not in path.parts)
    return {path: path.read_bytes() for path in files}


def complaint(say: Say) -> str:
    """The one line that was said on standard error."""
    lines = say.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"caf\xe9\nA title\n", ":1: .*0xe9.*UTF-8"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "U\\+0002"),
        (b"", "(?i)empty"),
        (b" \n\n", "(?i)empty|no text|nothing"),
    ],
    ids=["not UTF-8", "binary", "empty", "blank"],
)
def test_a_transcription_that_is_none_is_refused(
    content: bytes, said: str, tmp_path: Path, capsys: Say
) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(content)
    assert run(["read", str(path)]) == 3
    line = complaint(capsys)
    assert "text.txt" in line
    assert re.search(said, line), line


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<TEI><text>", "not well-formed"),
        (b"\xff\xfe\x00", "not"),
        (b"", "not well-formed"),
        (f"<TEI {NS}>{'<hi>' * 120}{'</hi>' * 120}</TEI>".encode(), "100 deep"),
        (ENTITY.encode(), "entity x"),
        (f"<TEI {NS}><p>caf\xe9</p></TEI>".encode("latin-1"), "0xe9"),
    ],
    ids=["ill-formed", "binary", "empty", "too deep", "external entity", "not UTF-8"],
)
def test_a_tei_file_that_is_none_is_refused(content: bytes, said: str, tmp_path: Path, capsys: Say) -> None:
    path = tmp_path / "letter.xml"
    path.write_bytes(content)
    assert run(["publish", str(path)]) == 3
    line = complaint(capsys)
    assert "letter.xml" in line
    assert said in line
    assert [file.name for file in tmp_path.iterdir()] == ["letter.xml"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["read", "{tmp}"], 3, "directory"),
        (["read", "{tmp}/missing.txt"], 3, "no such file"),
        (["publish", "{tmp}/empty"], 2, "no TEI file"),
        (["validate", "{tmp}/missing.xml"], 3, "no such file"),
        (["validate", "{tmp}/x.xml", "--schema", "{tmp}/missing.rng"], 3, "no such file"),
        (["build", "nothing-of-that-name", "-C", "{edition}"], 2, "no document"),
        (["build", "--to", "pdfx", "-C", "{edition}"], 2, "no format"),
        (["build", "-C", "{tmp}/nowhere"], 3, "no such directory"),
        (["build", "--fresh", "{edition}", "-C", "{edition}"], 2, "write over the edition"),
        (["build", "--fresh", "{edition}/tei/x", "-C", "{edition}"], 2, "write over the edition"),
        (["review", "accept", "a000", "-C", "{edition}"], 2, "No annotation has the id"),
        (["review", "add", "persName", "Nobody At All", "-C", "{edition}"], 2, "does not stand"),
        (["review", "add", "persNam", "Sandhaven", "-C", "{edition}"], 2, "no kind"),
        (["init", "{edition}"], 2, "already"),
        (["build", "-C", "{tmp}"], 2, "no edition here"),
        (["review", "--list", "-C", "{tmp}"], 2, "no edition here"),
        (["validate", "{tmp}/empty"], 2, "no TEI file"),
        (["validate", "{tmp}/x.xml", "--fix", "--diff"], 2, "one of the two"),
        (["publish", "{tmp}/x.xml", "{tmp}/empty/../y/x.xml", "-o", "{tmp}/o"], 2, "same files"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], code: int, said: str, edition: Path, tmp_path: Path, capsys: Say
) -> None:
    (tmp_path / "x.xml").write_bytes(f"<TEI {NS}/>".encode())
    (tmp_path / "empty").mkdir()
    before = contents(edition)
    filled = [part.format(tmp=tmp_path, edition=edition) for part in arguments]
    assert run(filled) == code
    assert said in complaint(capsys)
    assert contents(edition) == before


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('titel = "x"', "Did you mean 'title'"),
        ("publish.wrap = 'x'", "whole number"),
        ("publish.readings = ['both']", "both"),
        ("title = ", "not TOML"),
        ("paths.output = '../elsewhere'", "leads out"),
        ("annotate.annotators = ['nobody']", "no annotator"),
        ("cover = { image = 'cover.bmp', alt = 'x' }", "cover.bmp"),
        ("cover = { image = 'cover.png' }", "alternative text"),
        ("publish.accessibility.conforms-to = 'WCAG'", "Accessibility 1.1"),
        ("publish.accessibility.conforms-to = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'", "certified-by"),
        ("publish.accessibility.certified-by = 'Jane Smith'", "conforms-to"),
    ],
)
def test_settings_that_make_no_sense_are_named(table: str, said: str, edition: Path, capsys: Say) -> None:
    (edition / "rubricator.toml").write_text(table, "utf-8")
    assert run(["build", "-C", str(edition), "--anew"]) == 2
    assert said in complaint(capsys)


def test_a_broken_ledger_line_stops_its_document_and_nothing_is_lost(edition: Path, capsys: Say) -> None:
    ledger = edition / "tei" / "review" / f"{NAME}.jsonl"
    ledger.write_bytes(ledger.read_bytes() + b'{"id": "a1"\n')
    before = contents(edition)
    assert run(["build", "-C", str(edition)]) == 3
    assert f"{NAME}.jsonl:" in capsys.readouterr().out
    assert contents(edition) == before


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say) -> None:
    path = tmp_path / "text.txt"
    path.write_text("x", "utf-8")
    monkeypatch.setattr(Path, "read_bytes", _raise(errno.EACCES))
    assert run(["read", str(path)]) == 3
    assert "may not be read" in complaint(capsys)


@pytest.mark.parametrize(
    ("function", "number", "said"),
    [
        ("os.fsync", errno.ENOSPC, "no space left"),
        ("os.replace", errno.ENOSPC, "no space left"),
        ("tempfile.mkstemp", errno.EACCES, "permission denied"),
        ("tempfile.mkstemp", errno.EROFS, "read-only"),
    ],
)
def test_what_cannot_be_written_leaves_the_last_good_output(
    function: str,
    number: int,
    said: str,
    edition: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Say,
) -> None:
    (edition / "rubricator.toml").write_text('title = "Changed"\n', "utf-8")
    before = contents(edition)
    monkeypatch.setattr(function, _raise(number))
    assert run(["build", "-C", str(edition), "--anew"]) == 4
    assert said in "".join(capsys.readouterr())
    assert contents(edition) == before
    assert not list(edition.rglob("*.part"))


def _raise(number: int) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return fail


def test_invalid_tei_is_not_published_and_what_was_there_stays(edition: Path, capsys: Say) -> None:
    tei = edition / "tei" / f"{NAME}.xml"
    page = edition / "output" / f"{NAME}.html"
    before = page.read_bytes()
    tei.write_bytes(tei.read_bytes().replace(b"<closer", b"<closser").replace(b"</closer", b"</closser"))
    assert run(["build", "-C", str(edition)]) == 1
    assert "closser" in capsys.readouterr().out
    assert page.read_bytes() == before
    assert run(["build", "-C", str(edition), "--even-if-invalid"]) == 1
    assert page.read_bytes() != before


def test_a_mistyped_option_is_a_matter_of_usage(capsys: Say) -> None:
    assert run(["build", "--fesh", "x"]) == 2
    assert "fesh" in capsys.readouterr().err


def test_a_bug_is_owned(monkeypatch: pytest.MonkeyPatch, capsys: Say) -> None:
    monkeypatch.setattr("rubricator.edition.checkup.checkup", _raise(1))
    assert run(["doctor"]) == 70
    assert "bug in Rubricator" in complaint(capsys)


def test_an_interruption_has_its_own_code(monkeypatch: pytest.MonkeyPatch, capsys: Say) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rubricator.edition.checkup.checkup", interrupt)
    assert run(["doctor"]) == 130
    assert "Interrupted" in complaint(capsys)
