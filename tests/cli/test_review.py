"""What `rubricator review` tells of our own edition."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from rubricator.cli.review import app

ROOT = Path(__file__).resolve().parents[2]


def test_a_date_is_listed_in_the_extended_format_and_nothing_else_is() -> None:
    result = CliRunner().invoke(app, ["--list", "--format", "json", "-C", str(ROOT)])
    rows = json.loads(result.stdout)
    said = {row["words"]: row["edtf"] for row in rows if row["kind"] == "date"}
    assert said["May 12, 1933"] == "1933-05-12"
    assert {row["edtf"] for row in rows if row["kind"] != "date"} == {None}
