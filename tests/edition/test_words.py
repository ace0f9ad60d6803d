"""The edition's word list on the command line: what is added is never flagged again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rubricator.annotators.errors import recogniser
from rubricator.cli import run
from rubricator.document import Document
from rubricator.edition.layout import Edition
from rubricator.source import Source

NAME = "harbour-light"
Say = pytest.CaptureFixture[str]


@pytest.fixture
def spoilt(edition: Edition) -> Edition:
    """The worked example, with words that no list knows."""
    path = edition.document(NAME)
    text = path.read_text("utf-8").replace("in any weather", "in any zornrag, on any zornrag, in wenkstock")
    path.write_text(text, "utf-8")
    return edition


def words(edition: Edition, *arguments: str) -> int:
    return run(["words", *arguments, "-C", str(edition.root), "--quiet"])


def flagged(edition: Edition) -> set[str]:
    document = Document.of(Source.read(edition.document(NAME)))
    claims = recogniser(Edition.open(edition.root).knowledge)(document)
    return {document.text[claim.span.start : claim.span.end] for claim in claims}


def listed(edition: Edition, say: Say, *options: str) -> list[dict[str, object]]:
    say.readouterr()
    assert run(["words", "-C", str(edition.root), "--format", "json", "--quiet", *options]) == 0
    found = json.loads(say.readouterr().out)
    assert isinstance(found, list)
    return found


def test_an_unknown_word_is_listed_with_its_count_and_its_company(spoilt: Edition, capsys: Say) -> None:
    (first, *_) = listed(spoilt, capsys)
    assert (first["form"], first["count"]) == ("zornrag", 2)
    assert str(first["before"]).endswith("in any")


def test_a_word_that_is_added_is_listed_no_more(spoilt: Edition, capsys: Say) -> None:
    assert words(spoilt, "add", "zornrag") == 0
    assert "zornrag" in spoilt.words_file.read_text("utf-8").splitlines()
    assert all(one["form"] != "zornrag" for one in listed(spoilt, capsys))


def test_the_annotator_flags_no_word_that_was_added(edition: Edition) -> None:
    assert "beleived" in flagged(edition)
    assert words(edition, "add", "beleived") == 0
    assert "beleived" not in flagged(edition)


def test_what_is_used_often_can_be_taken_in_at_once(spoilt: Edition, capsys: Say) -> None:
    assert words(spoilt, "add", "--used", "2") == 0
    assert all(one["count"] == 1 for one in listed(spoilt, capsys))


def test_a_list_is_imported_without_what_is_known_anyway(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "more.dic").write_text("3\nhouse/S\nzornrag/M\nwenkstock\n", "utf-8")
    before = edition.words_file.read_text("utf-8") if edition.words_file.exists() else ""
    assert words(edition, "add", "--import", str(tmp_path / "more.dic")) == 0
    after = edition.words_file.read_text("utf-8")
    assert after.splitlines()[-2:] == ["wenkstock", "zornrag"]
    assert after.startswith(before)


@pytest.mark.parametrize("arguments", [["add"], ["add", "123"], ["add", "--import", "nowhere.txt"]])
def test_nonsense_is_refused_and_changes_nothing(edition: Edition, arguments: list[str]) -> None:
    before = edition.words_file.read_bytes() if edition.words_file.exists() else b""
    assert words(edition, *arguments) in (2, 3)
    assert (edition.words_file.read_bytes() if edition.words_file.exists() else b"") == before
