"""`rubricator explain` knows every rule that a finding can bear, with an example of each kind."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.edition.rulebook import hints, rulebook

SOURCE = Path(__file__).resolve().parents[2] / "src" / "rubricator"
NAME = re.compile(r"[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")
ANNOTATORS = ("annotators", "comparison", "dates")
"""Rooms whose rules say why something was suggested, not what is wrong."""
Say = pytest.CaptureFixture[str]


def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text("utf-8"))) for path in sorted(SOURCE.rglob("*.py"))]


def named() -> set[str]:
    """Every name of a rule that stands in the source: what looks like one, and begins as one does."""
    families = {name.partition(".")[0] for name in rulebook()}
    found = set()
    for path, tree in trees():
        if path.relative_to(SOURCE).parts[0] in ANNOTATORS:
            continue
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and NAME.fullmatch(value) and value.partition(".")[0] in families:
                found.add(value)
    return found


def test_every_rule_that_is_named_in_the_source_is_known() -> None:
    assert named() - set(rulebook()) - set(hints()) == set()
    assert len(named()) > 100, "the names are no longer found"


def test_a_finding_is_made_of_a_rule_and_never_of_a_name_alone() -> None:
    makers = {
        f"{path.relative_to(SOURCE).as_posix()}: {ast.unparse(node.args[0] if node.args else node)[:40]}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    }
    assert makers == {
        "rules.py: self.ident",
        "edition/state.py: item['rule']",  # what an earlier build said
        "validation/schematron.py: Finding(rule=str(finding.get('rule')), s",  # the user's own, or our ODD's
        "validation/relaxng/telling.py: rule",  # named() knows them
    }


def test_explain_tells_every_rule_at_length_and_with_both_examples(capsys: Say) -> None:
    assert run(["explain", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {rule["ident"] for rule in told if "marked" in rule} == set(hints())
    asked = {rule["ident"]: rule for rule in told if "wrong" in rule}
    assert set(asked) == set(rulebook())
    for name, rule in asked.items():
        assert len(rule["why"]) >= 100, name
        assert rule["why"].endswith((".", ")")), name
        assert rule["wrong"] or name == "wellformed.empty", name
        assert rule["right"], name
        assert rule["wrong"] != rule["right"], name


@pytest.mark.parametrize("name", ["wellformed.control-character", "grammar.order", "input.refused"])
def test_a_rule_is_shown_in_lines_that_fit(name: str, capsys: Say) -> None:
    assert run(["explain", name]) == 0
    said = capsys.readouterr().out
    assert all(part in said for part in ("Wrong:\n", "Right:\n"))
    assert said.replace("\n", "").isprintable()
    assert max(map(len, said.splitlines())) <= 110


def test_explain_lists_the_rules_by_what_they_are_asked_of(capsys: Say) -> None:
    assert run(["explain"]) == 0
    said = capsys.readouterr().out
    groups = re.findall(r"^(?!  )(.+):$", said, re.MULTILINE)
    assert groups[0] == "Asked of documents"
    assert groups[-1] == "Suggested to the editor"
    listed = re.findall(r"^  (\S+)", said, re.MULTILINE)
    assert sorted(listed) == sorted([*rulebook(), *hints()])
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("name", [*hints(), "names.model.spacy"])
def test_a_suggestion_is_explained_with_how_to_hear_no_more_of_it(
    name: str, tmp_path: Path, capsys: Say
) -> None:
    (tmp_path / "rubricator.toml").write_text('[annotate]\nleave-out = ["date"]\n', "utf-8")
    assert run(["explain", name, "-C", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert all(part in said for part in ("  suggestion\n", "Marked:\n", "Left alone:\n"))
    assert max(map(len, said.splitlines())) <= 100
    if name.partition(".")[0] not in ("collation", "editor"):
        known = name.replace(".spacy", "")
        assert f'    [annotate]\n    leave-out = ["date", "{known}"]\n' in said


HOUSE = """<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<sch:ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
<sch:pattern><sch:rule context="t:div">
<sch:assert id="house.div-type" test="@type" role="warning">A <sch:name/> needs a type.</sch:assert>
</sch:rule></sch:pattern></sch:schema>
"""


def test_a_rule_of_the_users_own_is_said_to_be_so_and_where_it_stands(
    tmp_path: Path, capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.sch").write_text(HOUSE, "utf-8")
    assert run(["explain", "house.div-type", "--schema", "house.sch"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("house.div-type warning This rule is not Rubricator's: it stands in house.sch")
    assert "asked of t:div. There it says: A … needs a type." in said
    assert run(["explain", "house.div-type"]) == 2


def test_the_rules_that_the_settings_name_are_known_without_being_asked_for(
    tmp_path: Path, capsys: Say
) -> None:
    (tmp_path / "house.sch").write_text(HOUSE, "utf-8")
    (tmp_path / "rubricator.toml").write_text('title = "T"\n[validate]\nrules = ["house.sch"]\n', "utf-8")
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "letter.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "utf-8")
    assert run(["explain", "house.div-type", "-C", str(tmp_path)]) == 0
    assert "not Rubricator's" in capsys.readouterr().out


def test_the_help_lists_each_command_with_a_whole_sentence(
    capsys: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert "Commands:" in said
    assert "..." not in said.partition("Commands:")[2]
