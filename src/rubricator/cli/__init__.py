"""The command `rubricator`: parse, call one function, print, exit."""

from __future__ import annotations

import os
import sys

INTERRUPTED = "Interrupted; what was written before is whole."


def main() -> None:
    """Run the command and end the process with its exit code, as the README lists them."""
    try:
        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:  # while modules were loaded
        sys.stderr.write(f"rubricator: {INTERRUPTED}\n")
        sys.exit(130)


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
        # Whoever read our output has gone: nothing more can be said, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("RUBRICATOR_DEBUG"):
            import traceback

            traceback.print_exc()
        complain(
            f"This is a bug in Rubricator ({type(error).__name__}: {error}). "
            "Please report it, with what RUBRICATOR_DEBUG=1 shows."
        )
        return 70
    if result == 130:  # how Typer reports an interruption
        complain(INTERRUPTED)
    return result if isinstance(result, int) else 0
