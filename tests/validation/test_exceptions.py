"""Rules are switched off where an editor says so, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.source import Source
from rubricator.validation import Schema, validate
from rubricator.validation.exceptions import switched_off

OFF = '<?rubricator off="{}" why="Printed so."?>'


def judged(body: str, *, before: str = "") -> list[str]:
    markup = (
        f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'
    )
    return [finding.rule for finding in validate(Source(markup.encode(), "letter.xml"), Schema())]


SIGLA, UNUSED = "text.sigla", "exceptions.unused"
PARAGRAPH = "<p>so [sic]</p>"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (PARAGRAPH, [SIGLA]),
        (OFF.format(SIGLA) + PARAGRAPH, []),
        (OFF.format("text") + PARAGRAPH, []),
        (OFF.format("text.sig") + PARAGRAPH, [UNUSED, SIGLA]),
        (OFF.format(SIGLA) + " <!-- why --> " + PARAGRAPH, []),
        (OFF.format(SIGLA) + PARAGRAPH + PARAGRAPH, [SIGLA]),
        (PARAGRAPH + OFF.format(SIGLA) + PARAGRAPH, [SIGLA]),
        (OFF.format(SIGLA) + f"<div>{PARAGRAPH}{PARAGRAPH}</div>", []),
        (OFF.format(SIGLA) + "<p>so</p>", [UNUSED]),
        (OFF.format(f"{SIGLA} elements.empty") + "<p/>", [UNUSED]),
        (OFF.format(SIGLA), [UNUSED]),
        (f"<!-- {OFF.format(SIGLA)} -->" + PARAGRAPH, [SIGLA]),
        (OFF.format("authority.unused") + "<p>so</p>", []),
        ("<?other off='text.sigla'?>" + PARAGRAPH, [SIGLA]),
    ],
)
def test_an_instruction_spares_the_element_after_it(body: str, found: list[str]) -> None:
    assert judged(body) == found


def test_before_the_root_it_spares_the_document() -> None:
    assert judged(PARAGRAPH + PARAGRAPH, before=OFF.format(SIGLA)) == []


def test_the_settings_switch_rules_off_by_name_or_by_their_first_part() -> None:
    report = validate(Source(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p/></text></TEI>'), Schema())
    assert [finding.rule for finding in report] == ["elements.empty"]
    assert switched_off(report, ["elements"]) == ((), ())
    assert switched_off(report, ["elements.empty", "text"]) == ((), ("text",))
    assert switched_off(report, ["element"]) == (report.findings, ("element",))


def test_that_a_schema_is_missing_is_said_whatever_is_off(tmp_path: Path) -> None:
    (tmp_path / "rubricator.toml").write_text('[validate]\noff = ["schema", "wellformed"]\n', "utf-8")
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text(
        '<?xml-model href="none.rng"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "utf-8"
    )
    assert run(["validate", "-C", str(tmp_path)]) == 1


def test_an_exception_of_the_settings_that_nothing_needs_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rubricator.toml").write_text('[validate]\noff = ["text.sigla"]\n', "utf-8")
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "utf-8")
    run(["validate", "-C", str(tmp_path)])
    assert "switch text.sigla off" in capsys.readouterr().out
