"""`rubricator doctor`: what is installed, what is missing, and how to get it."""

from __future__ import annotations

from pathlib import Path

import typer

from rubricator.cli.common import Directory, Format, Shape
from rubricator.cli.console import paint, say, say_json


def command(directory: Directory = Path(), shape: Format = Shape.TEXT) -> None:
    """Say what is installed, what is here, and what could be added.

    \b
    Example:  rubricator doctor
    """
    from rubricator.edition.checkup import checkup

    checks = checkup(directory)
    if shape is Shape.JSON:
        say_json([{"what": c.what, "state": c.state, "found": c.found, "remedy": c.remedy} for c in checks])
    else:
        width = max(len(check.what) for check in checks)
        marks = {
            "good": paint("ok     ", "good"),
            "missing": paint("missing", "error"),
            "optional": "-      ",
        }
        for check in checks:
            remedy = f"  {check.remedy}" if check.remedy else ""
            say(f"{marks[check.state]}  {check.what:<{width}}  {check.found}{remedy}")
    if any(check.state == "missing" for check in checks):
        raise typer.Exit(1)
