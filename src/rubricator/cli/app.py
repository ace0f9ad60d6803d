"""The commands, each of which calls one function and renders what it returns."""

from __future__ import annotations

import typer

from rubricator import __version__

app = typer.Typer(
    name="rubricator",
    help="From a transcription to a validated TEI edition, and from that to HTML, plain text and EPUB.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rubricator {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say which version."
    ),
) -> None:
    """From a transcription to a validated TEI edition, and from that to HTML, plain text and EPUB."""
