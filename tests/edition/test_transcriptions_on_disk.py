"""What lies among the transcriptions, and what its documents are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.beginning import begin
from rubricator.edition.layout import Edition

TEXT = "Author: A. Oldacre\nTitle: A Note\n\nThe boats went out at noon, and came home by the evening tide.\n"


def write(root: Path, *names: str) -> Path:
    for name in names:
        path = root / "tei" / "transcriptions" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, "utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    begin(tmp_path / "edition")
    return tmp_path / "edition"


def test_what_is_no_transcription_is_named_and_not_read(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "LETTER.TXT", "notes.md", "README.md", "1921/letter.txt", ".hidden")
    passed = [path.name for path in Edition.open(root).passed_over]
    assert passed == ["1921", "LETTER.TXT", "notes.md"]
    assert run(["build", "-C", str(root)]) == 0
    assert "Not read in transcriptions/: 1921/, LETTER.TXT, notes.md." in capsys.readouterr().err


def test_a_blank_and_a_hyphen_in_names_give_different_ids(root: Path) -> None:
    write(root, "low tide.txt", "low-tide.txt", "Über.txt")
    assert run(["encode", "-q", "-C", str(root)]) == 0
    roots = {path.stem: path.read_text("utf-8") for path in Edition.open(root).documents}
    assert 'xml:id="low_tide"' in roots["low tide"]
    assert 'xml:id="low-tide"' in roots["low-tide"]
    assert 'xml:id="Über"' in roots["Über"]


def test_rights_of_the_settings_stand_beside_a_licence_without_a_warning(root: Path) -> None:
    path = root / "rubricator.toml"
    path.write_text('rights = "© 2026 The Harbour Press"\n' + path.read_text("utf-8"), "utf-8")
    write(root, "note.txt")
    assert run(["encode", "-q", "-C", str(root)]) == 0
    assert "<p>© 2026 The Harbour Press</p>" in Edition.open(root).document("note").read_text("utf-8")
    assert run(["validate", "--strict", "-q", str(Edition.open(root).document("note"))]) == 0


def test_a_setting_changed_later_does_nothing_until_the_text_is_encoded_again(root: Path) -> None:
    write(root, "note.txt")
    note, settings = Edition.open(root).document("note"), root / "rubricator.toml"
    at_first = settings.read_text("utf-8")

    def build() -> str:
        assert run(["build", "-q", "-C", str(root)]) == 0
        return note.read_text("utf-8")

    before = build()
    assert run(["review", "add", "rs", "boats", "--document", "note", "-C", str(root)]) == 0
    decided = build()
    settings.write_text(f'{at_first}\n[documents.note.fields]\nauthor = "B. Newman"\n', "utf-8")
    assert build() == decided != before
    note.unlink()
    assert build() == decided.replace("A. Oldacre", "B. Newman")
