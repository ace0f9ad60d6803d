"""What `rubricator review` tells, and what it decides."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.beginning import begin

ROOT = Path(__file__).resolve().parents[2]

Say = pytest.CaptureFixture[str]
Row = dict[str, object]


def test_a_date_is_listed_in_the_extended_format_and_nothing_else_is(capsys: Say) -> None:
    rows = listed(ROOT, capsys)
    said = {row["words"]: row["edtf"] for row in rows if row["kind"] == "date"}
    assert said["May 12, 1933"] == "1933-05-12"
    assert {row["edtf"] for row in rows if row["kind"] != "date"} == {None}


@pytest.fixture
def edition(tmp_path: Path, capsys: Say) -> Path:
    begin(tmp_path / "edition")
    assert run(["build", "-q", "-C", str(tmp_path / "edition")]) == 0
    capsys.readouterr()
    return tmp_path / "edition"


def review(edition: Path, *words: str) -> int:
    return run(["review", *words, "-C", str(edition)])


def listed(edition: Path, say: Say, *conditions: str) -> list[Row]:
    say.readouterr()
    assert run(["review", "--list", "--format", "json", "-C", str(edition), *conditions]) == 0
    found: list[Row] = json.loads(say.readouterr().out)
    return found


@pytest.mark.parametrize(
    ("conditions", "key", "value"),
    [
        (["--kind", "date"], "kind", "date"),
        (["--cert", "high"], "cert", "high"),
        (["--words", "Sandhaven"], "words", "Sandhaven"),
        (["--status", "pending"], "status", "pending"),
    ],
)
def test_a_list_holds_only_what_is_asked_for(
    edition: Path, capsys: Say, conditions: list[str], key: str, value: str
) -> None:
    all_of_them = listed(edition, capsys)
    some = listed(edition, capsys, *conditions)
    assert some == [row for row in all_of_them if row[key] == value] != []


def test_a_rules_first_part_stands_for_its_rules(edition: Path, capsys: Say) -> None:
    found = listed(edition, capsys, "--rule", "dates")
    assert found
    assert all(str(row["rule"]).startswith("dates.") for row in found)
    assert listed(edition, capsys, "--rule", "date") == []


def test_all_that_are_so_are_accepted_at_once(edition: Path, capsys: Say) -> None:
    before = listed(edition, capsys, "--kind", "date", "--status", "pending")
    assert review(edition, "accept", "--kind", "date") == 0
    assert f"{len(before)} accepted" in capsys.readouterr().out
    assert {row["status"] for row in listed(edition, capsys, "--kind", "date")} == {"accepted"}
    assert review(edition, "accept", "--kind", "date") == 0
    assert "No pending annotation is so." in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["abc", "--kind", "date"]])
def test_nothing_is_decided_without_ids_or_conditions_or_with_both(
    edition: Path, capsys: Say, words: list[str]
) -> None:
    assert review(edition, "accept", *words) == 2
    assert {row["status"] for row in listed(edition, capsys)} == {"pending"}


def test_a_correction_must_change_something_and_can_be_taken_away(edition: Path, capsys: Say) -> None:
    error = next(row for row in listed(edition, capsys, "--kind", "sic") if row["correction"])
    assert review(edition, "amend", str(error["id"]), "--corr", str(error["words"])) == 2
    assert "corrected to itself" in capsys.readouterr().err
    assert review(edition, "amend", str(error["id"]), "--corr", "") == 0
    amended = next(row for row in listed(edition, capsys) if row["id"] == error["id"])
    assert amended["correction"] is None


def test_a_listed_suggestion_stands_among_its_neighbours(edition: Path, capsys: Say) -> None:
    assert review(edition, "--list", "--words", "beleived") == 0
    assert re.search(r"…[^…]*\[beleived\] [^…]*…", capsys.readouterr().out)


@pytest.mark.parametrize(("option", "value"), [("--kind", "persNam"), ("--cert", "certain")])
@pytest.mark.parametrize("command", ["accept", "--list"])
def test_a_condition_that_nothing_can_meet_is_refused(
    edition: Path, capsys: Say, command: str, option: str, value: str
) -> None:
    assert review(edition, command, option, value) == 2
    assert f"{value!r}. There are:" in capsys.readouterr().err


def test_each_suggestion_says_why_it_was_made_and_by_which_rule(edition: Path, capsys: Say) -> None:
    assert review(edition, "--list", "--words", "beleived") == 0
    [_, _, why] = capsys.readouterr().out.splitlines()
    assert "the letters ei have changed places" in why
    assert why.endswith("  errors.nonword")


def test_an_id_that_is_none_is_said(edition: Path, capsys: Say) -> None:
    assert review(edition, "accept", "zzz") == 2
    assert "No annotation has the id zzz." in capsys.readouterr().err
