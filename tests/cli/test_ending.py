"""The program ends at once, and yet whatever waits for its end is told, and whatever it said is heard."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import atexit, sys, threading, time
atexit.register(print, "told")
sys.argv = ["rubricator", *{arguments!r}]
from rubricator.cli import main
{before}
main()
"""
THREAD = "threading.Thread(target=lambda: (time.sleep(0.2), print('thread'))).start()"


def ended(*arguments: str, before: str = "") -> tuple[int, list[str], list[str]]:
    """The exit code, and the lines that were written to a pipe."""
    program = PROGRAM.format(arguments=arguments, before=before)
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    return made.returncode, made.stdout.splitlines(), made.stderr.splitlines()


def test_what_was_said_is_heard_and_what_waits_for_the_end_is_told() -> None:
    code, said, complained = ended("--version")
    assert (code, len(said), said[1], complained) == (0, 2, "told", [])


@pytest.mark.parametrize(("arguments", "code"), [(("publish", "no.xml"), 3), (("nonsense",), 2)])
def test_the_exit_code_is_what_the_command_says(arguments: tuple[str, ...], code: int) -> None:
    found, said, complained = ended(*arguments)
    assert (found, said) == (code, ["told"])
    assert complained


def test_a_thread_that_still_runs_may_end() -> None:
    _, said, _ = ended("--version", before=THREAD)
    assert "thread" in said
