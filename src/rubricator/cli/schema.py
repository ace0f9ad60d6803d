"""`rubricator schema`: what is made from the ODD."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Directory, Quiet, open_edition
from rubricator.cli.console import remark

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Make schemas from an ODD.")


@app.callback()
def schema() -> None:
    """Make grammar, rules and guidelines from an ODD.

    \b
    Example:  rubricator schema build
    """


@app.command()
def build(
    odd: Annotated[
        Path | None, typer.Argument(help="The ODD.", show_default="the one in the edition's schema/")
    ] = None,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Make everything that comes from the ODD anew, beside it: RELAX NG, Schematron, guidelines.

    \b
    Example:  rubricator schema build schema/rubricator.odd
    """
    from rubricator.errors import SettingsError
    from rubricator.validation import odd as making

    if odd is None:
        places = sorted((open_edition(directory).root / "schema").glob("*.odd"))
        if len(places) != 1:
            raise SettingsError(
                f"There are {len(places)} ODD files in schema/.", remedy="Name the one to build from."
            )
        (odd,) = places
    for file in making.build(odd, odd.parent):
        remark(str(file), quiet=quiet)
