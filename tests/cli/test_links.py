"""Nothing is written outside of an edition or of the directory asked for, wherever links lead."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rubricator.cli import run

KEPT = b"mine"
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>One</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>one</p></body></text></TEI>"""
Say = pytest.CaptureFixture[str]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition that somebody gave us, beside a file that is ours."""
    root = tmp_path / "edition"
    (root / "tei").mkdir(parents=True)
    (root / "rubricator.toml").write_text("[publish]\nformats = ['text']\n", "utf-8")
    (root / "tei" / "one.xml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "profile").write_bytes(KEPT)
    return root


def link(place: Path, target: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("This system makes no links.")


def is_refused(arguments: list[str], root: Path, capsys: Say) -> bool:
    """Whether the command says that a link leads out, with exit code 4, and ours stands as it was."""
    code = run([*arguments, "-C", str(root)])
    told = capsys.readouterr()
    ours = root.parent / "ours"
    untouched = {path.name for path in ours.iterdir()} == {"profile"}
    return (
        code == 4
        and "leads out of" in (told.out + told.err)
        and untouched
        and (ours / "profile").read_bytes() == KEPT
    )


def test_a_publication_is_not_written_through_a_link(edition: Path, capsys: Say) -> None:
    link(edition / "output" / "one.txt", edition.parent / "ours" / "profile")
    link(edition / "tei" / "one.txt", edition.parent / "ours" / "profile")
    assert is_refused(["build"], edition, capsys)
    source = str(edition / "tei" / "one.xml")
    assert is_refused(["publish", source, "--to", "text"], edition, capsys)
    assert is_refused(["publish", source, "--to", "text", "-o", str(edition / "output")], edition, capsys)


def test_nor_into_a_directory_that_is_one(edition: Path, capsys: Say) -> None:
    (edition / "tei" / "deep").mkdir()
    (edition / "tei" / "one.xml").rename(edition / "tei" / "deep" / "one.xml")
    link(edition / "out" / "deep", edition.parent / "ours")
    wanted = ["publish", str(edition / "tei"), "--to", "text", "-o", str(edition / "out")]
    assert is_refused(wanted, edition, capsys)


def test_a_document_that_is_a_link_is_not_annotated(edition: Path, capsys: Say) -> None:
    outside = edition.parent / "ours" / "profile"
    link(edition / "tei" / "review" / "one.jsonl", outside)
    outside.unlink()  # one that leads to nothing would begin a file there
    run(["annotate", "one", "-C", str(edition)])
    assert "leads out of" in capsys.readouterr().err
    assert not outside.exists()


def test_the_place_of_what_is_kept_is_none_either(edition: Path, capsys: Say) -> None:
    link(edition / ".rubricator", edition.parent / "ours")
    assert is_refused(["build"], edition, capsys)


def test_a_journal_that_an_edition_brings_along_moves_nothing_out_of_it(edition: Path, capsys: Say) -> None:
    evil = edition / "tei" / "evil"
    evil.write_bytes(b"evil")
    (edition / ".rubricator").mkdir()
    plan = [[str(evil), str(edition.parent / "ours" / "profile")]]
    (edition / ".rubricator" / "unfinished.json").write_text(json.dumps(plan), "utf-8")
    assert is_refused(["build"], edition, capsys)


def test_links_that_lead_to_each_other_are_refused(edition: Path, capsys: Say) -> None:
    link(edition / "output" / "one.txt", edition / "output" / "two.txt")
    link(edition / "output" / "two.txt", edition / "output" / "one.txt")
    assert is_refused(["build"], edition, capsys)


def test_a_link_within_the_directory_stays_one(edition: Path) -> None:
    link(edition / "output" / "one.txt", edition / "output" / "latest.txt")
    assert run(["build", "--quiet", "-C", str(edition)]) == 0
    assert (edition / "output" / "one.txt").is_symlink()
    assert "one" in (edition / "output" / "latest.txt").read_text("utf-8")
