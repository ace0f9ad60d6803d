"""The command `rubricator`: parse, call one function, print, exit."""

from __future__ import annotations

import errno
import gc
import os
import sys

INTERRUPTED = "Interrupted; what was written before is whole."


def main() -> None:
    """Run the command and end the process with its exit code, as the README lists them."""
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while modules were loaded
        sys.stderr.write(f"rubricator: {INTERRUPTED}\n")
        code = 130
    gc.freeze()  # what is left is not looked through again: it took 10 ms, and freed nothing
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the command with *arguments* and return its exit code; errors go to standard error."""
    from typer import Abort, BadParameter, Exit

    from rubricator.cli.app import application
    from rubricator.cli.console import complain
    from rubricator.errors import RubricatorError

    usage_error: type[Exception] = BadParameter.__mro__[1]  # Typer's own, wherever this version keeps it
    try:
        command = application(next(iter(arguments), ""))
        result = command(arguments, prog_name="rubricator", standalone_mode=False)
        sys.stdout.flush()
    except RubricatorError as error:
        complain(str(error))
        return error.exit_code
    except Exit as ending:
        result = ending.exit_code
    except (Abort, KeyboardInterrupt):
        complain(INTERRUPTED)
        return 130
    except usage_error as error:
        show = getattr(error, "show", None)
        if show:
            show()
        return 2
    except BrokenPipeError:
        _fall_silent()  # Whoever read our output has gone, and nothing is wrong.
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _bug(error)
        _fall_silent()  # Where our own output goes is full; of files, CannotWrite tells.
        complain("There is no room left where the output goes. Make some, and run again.")
        return 4
    except Exception as error:
        return _bug(error)
    if result == 130:  # how Typer reports an interruption
        complain(INTERRUPTED)
    return result if isinstance(result, int) else 0


def _fall_silent() -> None:
    """Let what is still to be written go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(error: Exception) -> int:
    """Tell of an *error* that is none of the user's; the exit code."""
    from rubricator.cli.console import complain

    if os.environ.get("RUBRICATOR_DEBUG"):
        import traceback

        traceback.print_exc()
    complain(
        f"This is a bug in Rubricator ({type(error).__name__}: {error}). "
        "Please report it, with what RUBRICATOR_DEBUG=1 shows."
    )
    return 70
