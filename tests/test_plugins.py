"""What is plugged in: ours without looking round, others by their entry points."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rubricator import plugins
from rubricator.errors import SettingsError

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def test_ours_are_what_pyproject_declares() -> None:
    declared = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["entry-points"]
    assert declared == plugins.OURS


@pytest.mark.parametrize(
    ("group", "name"), [(group, name) for group in plugins.OURS for name in plugins.OURS[group]]
)
def test_each_of_ours_can_be_loaded(group: str, name: str) -> None:
    assert callable(plugins.load(group, name))


@pytest.mark.parametrize("group", list(plugins.OURS))
def test_what_is_not_plugged_in_is_told_with_what_is(group: str) -> None:
    with pytest.raises(SettingsError, match="There is no") as fault:
        plugins.load(group, "nothing")
    assert ", ".join(sorted(plugins.OURS[group])) in fault.value.remedy
