"""What is said in passing: short, true, and with what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.evaluation import render
from rubricator.evaluation.measure import Evaluation

Say = pytest.CaptureFixture[str]
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Mine</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
<sourceDesc><p>MS.</p></sourceDesc></fileDesc></teiHeader>
<text><body><div><p>I saw Mr. Thomas Penrose in the qwertish street.</p></div></body></text></TEI>
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition of one TEI document that has no transcription, published as plain text."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "mine.xml").write_text(TEI, "utf-8")
    settings(tmp_path, {})
    return tmp_path


def settings(edition: Path, wording: Mapping[str, str]) -> None:
    lines = "".join(f'{key} = "{value}"\n' for key, value in wording.items())
    text = f'title = "T"\n[publish]\nformats = ["text"]\n[publish.wording]\n{lines}'
    (edition / "rubricator.toml").write_text(text, "utf-8")


def test_a_build_says_what_it_did_not_annotate_and_how_to_have_it_annotated(own: Path, capsys: Say) -> None:
    said = "Not annotated, for there is no transcription: mine."
    assert run(["build"]) == 0
    told = "".join(capsys.readouterr())
    assert said in told
    assert "rubricator annotate mine" in told
    assert run(["build"]) == 0  # nothing has changed
    assert said not in "".join(capsys.readouterr())
    assert run(["annotate", "mine"]) == 0
    capsys.readouterr()
    assert run(["build"]) == 0
    assert said not in "".join(capsys.readouterr())


def test_a_build_without_annotators_misses_none(own: Path, capsys: Say) -> None:
    with (own / "rubricator.toml").open("a", encoding="utf-8") as file:
        file.write("[annotate]\nannotators = []\n")
    assert run(["build"]) == 0
    assert "Not annotated" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("key", "remedy"),
    [("note-s", "Did you mean 'notes'?"), ("corections", "Did you mean 'corrections'?"), ("xyz", "en.xml")],
)
def test_a_wrong_key_of_the_wording_is_told_in_a_line(own: Path, key: str, remedy: str, capsys: Say) -> None:
    settings(own, {key: "Annotations"})
    assert run(["build"]) == 2
    told = "".join(capsys.readouterr())
    assert f"There is no wording '{key}'." in " ".join(told.split())
    assert remedy in " ".join(told.split())
    assert len(told) < 400


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["words"], "2 unknown forms in 2 places, 1 document"),
        (["words", "--suspect"], "0 unknown forms beside a frequent one in 0 places, 1 document"),
    ],
)
def test_what_is_counted_is_what_was_asked_for(
    own: Path, arguments: list[str], said: str, capsys: Say
) -> None:
    assert run(arguments) == 0
    assert said in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("family", "members", "others"),
    [
        ("names", ["names.pair", "names.title", "names.ref-resolves"], ["dates.full", "namesake"]),
        ("authority.suggested", [], []),
        ("dates", ["dates.full", "dates.from-before-to"], ["names.pair"]),
    ],
)
def test_a_family_of_rules_is_explained_by_its_members(
    family: str, members: list[str], others: list[str], capsys: Say
) -> None:
    status = run(["explain", family])
    told = "".join(capsys.readouterr())
    assert status == (0 if members else 2)
    listed = {line.split()[0] for line in told.splitlines() if line.startswith("  ")}
    assert set(members) <= listed
    assert not set(others) & listed


def test_a_rule_beside_a_family_is_still_told_at_length(capsys: Say) -> None:
    assert run(["explain", "names", "dates.full"]) == 0
    told = capsys.readouterr().out
    assert "\nMarked:" in told
    assert told.startswith("names  ")


@pytest.mark.parametrize(("count", "said"), [(0, "0 documents,"), (1, "1 document,"), (2, "2 documents,")])
def test_documents_are_counted_in_english(count: int, said: str) -> None:
    assert f"\n{said}" in render.table(Evaluation(documents=count))
