"""`rubricator init`: a new edition with a worked example in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Quiet
from rubricator.cli.console import remark


def command(
    directory: Annotated[Path, typer.Argument(help="Where the edition goes; made if it is not there.")],
    quiet: Quiet = False,
) -> None:
    """Begin an edition, with an example to try and then delete.

    \b
    Example:  rubricator init my-edition
    """
    from rubricator.edition.beginning import begin
    from rubricator.files import shown

    for file in begin(directory):
        remark(shown(file), quiet=quiet)
    remark(f"\nNow:  cd {directory}  and  rubricator build", quiet=quiet)
