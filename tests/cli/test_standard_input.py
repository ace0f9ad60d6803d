"""What is typed in is judged like a file: with its lines, and what mending would change."""

from __future__ import annotations

import io
import sys

import pytest

from rubricator import resources
from rubricator.cli import run

OURS = str(resources.directory("schema") / "rubricator.rng")
Say = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<p>bread & butter</p>\n</TEI>\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))


def test_its_lines_are_shown(capsys: Say) -> None:
    assert run(["validate", "-", "--format", "text"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("standard input\n")
    assert "      <p>bread & butter</p>\n               ^\n" in said


def test_what_mending_would_change_is_shown(capsys: Say) -> None:
    run(["validate", "-", "--diff"])
    assert "+<p>bread &amp; butter</p>" in capsys.readouterr().out


def test_it_cannot_be_mended_in_its_place(capsys: Say) -> None:
    assert run(["validate", "-", "--fix"]) == 2
    assert "Standard input cannot be mended" in capsys.readouterr().err


PLAY = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt>'
    "<publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body>{}</body></text></TEI>"
)


@pytest.mark.parametrize(
    ("words", "before", "arguments", "told"),
    [
        ("<castList><castItem>A</castItem></castList>", "", (), True),
        ("<castList><castItem>A</castItem></castList>", "", ("--quiet",), False),
        ("<castList><castItem>A</castItem></castList>", "", ("--schema", OURS), False),
        ("<castList><castItem>A</castItem></castList>", f'<?xml-model href="{OURS}"?>', (), False),
        ("<p>Well.</p>", "", (), False),
        ("<p><salutation>Sir</salutation></p>", "", (), False),
    ],
)
def test_other_tei_is_told_which_schema_it_was_held_to_and_how_to_ask_for_all_of_tei(
    words: str,
    before: str,
    arguments: tuple[str, ...],
    told: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Say,
) -> None:
    document = before + PLAY.format(words)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(document.encode())))
    run(["validate", "-", *arguments])
    last = capsys.readouterr().err.strip().rpartition("\n")[2]
    assert ("--schema tei_all.rng" in last) is told
