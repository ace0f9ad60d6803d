"""`rubricator schema`: what is made from the ODD, and schemas of the web that are kept at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Directory, Quiet, open_edition, this_edition
from rubricator.cli.console import remark, say

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Make schemas from an ODD; keep those of the web at hand.",
)


@app.callback()
def schema() -> None:
    """Make grammar, rules and guidelines from an ODD; keep schemas of the web at hand.

    \b
    Examples:  rubricator schema build
               rubricator schema add https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng
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


@app.command()
def update(directory: Directory = Path(), quiet: Quiet = False) -> None:
    """Put the schema of this Rubricator into the edition's schema/, where a copy of an older one lies.

    \b
    Example:  rubricator schema update
    """
    from rubricator.edition.beginning import renew

    for file in renew(this_edition(directory)):
        remark(str(file), quiet=quiet)


@app.command()
def add(
    schema: Annotated[str, typer.Argument(help="A file, or an address (https).", metavar="FILE-or-URL")],
    address: Annotated[
        str,
        typer.Option(
            "--as", help="The address that documents name it by.", show_default="the one it came from"
        ),
    ] = "",
    quiet: Quiet = False,
) -> None:
    """Get a schema once, with all that it includes, so that documents that name it can be validated.

    The network is used for the address that you give, and for what the schema there includes; no other
    command that validates uses it.

    \b
    Examples:  rubricator schema add https://epidoc.stoa.org/schema/latest/tei-epidoc.rng
               rubricator schema add downloads/tei_all.rng
               rubricator schema add ours.rng --as https://example.org/schema/ours.rng
    """
    from rubricator.validation import Schema
    from rubricator.validation.fetching import add as put

    files = put(schema, address)
    for file in files:
        remark(str(file), quiet=quiet)
    for grammar in Schema.read(files[-1]).grammars:
        for doubt in grammar.incompatible:
            remark(f"What it says of ids and default values is not relied on. {doubt}", quiet=quiet)


@app.command("list")
def list_() -> None:
    """List the addresses of the schemas that were added.

    \b
    Example:  rubricator schema list
    """
    from rubricator.validation.shelf import contents

    for address in contents():
        say(address)
