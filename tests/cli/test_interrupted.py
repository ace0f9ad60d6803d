"""Whoever interrupts the program at once gets a word, and no traceback of ours."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["rubricator", "validate", "--help"]
from rubricator.cli import main
main()
"""


def interrupted_at(name: str) -> tuple[int, str]:
    """The exit code and what is said where the module of that name was about to be loaded."""
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(name=name)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return made.returncode, made.stderr


def test_an_interruption_while_modules_load_is_told_in_a_line() -> None:
    for name in ("typer", "rubricator.cli.app", "rubricator.cli.validate"):
        assert interrupted_at(name) == (130, "rubricator: Interrupted; what was written before is whole.\n")
