"""Settings that make sense of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator import settings
from rubricator.errors import SettingsError
from rubricator.settings.writing import amended, snippet


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "9783161484100", "0-8044-2957-X", "0 306 40615 2"])
def test_an_isbn_of_ten_or_thirteen_digits_is_taken(isbn: str) -> None:
    assert settings.of({"isbn": isbn}, "rubricator.toml").isbn == isbn


@pytest.mark.parametrize("isbn", ["978-3-16-148410-9", "0-8044-2957-1", "12345", "977-3-16-148410-0"])
def test_an_isbn_whose_digits_do_not_add_up_is_refused(isbn: str) -> None:
    with pytest.raises(SettingsError, match="do not add up"):
        settings.of({"isbn": isbn}, "rubricator.toml")


FACTIONS = {"annotate.names.factions": "false"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "[annotate.names]\nfactions = false\n"),
        ('title = "Letters"', 'title = "Letters"\n\n[annotate.names]\nfactions = false\n'),
        (
            "[annotate.names]\nunlisted = false  # yet\n\n[publish]\nwrap = 60\n",
            "[annotate.names]\nunlisted = false  # yet\nfactions = false\n\n[publish]\nwrap = 60\n",
        ),
        ("[annotate.names]\nfactions=true # ours\n", "[annotate.names]\nfactions=false # ours\n"),
        ("[annotate]\nnames.factions = true\n", "[annotate]\nnames.factions = false\n"),
        ("annotate.names.factions = true\n", "annotate.names.factions = false\n"),
        ('[ "annotate" . names ]\r\n', '[ "annotate" . names ]\r\nfactions = false\r\n'),
        ("[annotate]\nnames = { factions = true }\n", None),
        ("[annotate]\nnames = { unlisted = true }\n", None),
        ('[fields]\ntitle = """\n[annotate.names]\n"""\n', None),
    ],
)
def test_a_setting_is_put_into_its_file_and_the_rest_stays(
    tmp_path: Path, before: str, after: str | None
) -> None:
    path = tmp_path / "rubricator.toml"
    path.write_bytes(before.encode())
    if after is None:
        with pytest.raises(SettingsError, match="by hand") as caught:
            amended(path, FACTIONS)
        assert "[annotate.names]\nfactions = false" in (caught.value.remedy or "")
    else:
        assert amended(path, FACTIONS).decode() == after


def test_settings_in_a_project_file_stand_under_our_tool(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n\n[tool.rubricator]\ntitle = "y"\n', "utf-8")
    assert amended(path, FACTIONS).endswith(b"\n\n[tool.rubricator.annotate.names]\nfactions = false\n")
    both = {**FACTIONS, "annotate.names.pairs": '"last"', "annotate.leave-out": '["date"]'}
    assert snippet(both, path.name) == (
        '[tool.rubricator.annotate.names]\nfactions = false\npairs = "last"\n\n'
        '[tool.rubricator.annotate]\nleave-out = ["date"]\n'
    )


def test_several_lines_of_a_value_are_left_to_the_editor(tmp_path: Path) -> None:
    path = tmp_path / "rubricator.toml"
    path.write_text('[annotate]\nleave-out = [\n  "date",\n]\n', "utf-8")
    with pytest.raises(SettingsError, match="by hand"):
        amended(path, {"annotate.leave-out": '["date", "orgName"]'})
