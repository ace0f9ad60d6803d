"""The application and its commands, each of which calls one function and renders what it returns."""

from __future__ import annotations

from importlib import import_module

import typer

from rubricator import __version__

VERSION = "--version"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rubricator {__version__}")
        raise typer.Exit


def options(
    version: bool = typer.Option(
        False, VERSION, callback=_version, is_eager=True, help="Say which version this is."
    ),
) -> None:
    """From a transcription to a validated TEI edition, and from that to HTML, plain text and EPUB.

    \b
    In an empty directory:   rubricator init my-edition
    In an edition:           rubricator build
    On any TEI file:         rubricator validate letter.xml
                             rubricator publish letter.xml
    """


COMMANDS = (
    "init",
    "build",
    "read",
    "encode",
    "annotate",
    "review",
    "validate",
    "explain",
    "words",
    "collate",
    "authority",
    "learn",
    "evaluate",
    "publish",
    "check",
    "schema",
    "doctor",
)
"""The commands in the order of the help; each has a module of that name."""


def application(asked: str = "") -> typer.Typer:
    """The command with the sub-command *asked* for, or with all if that is none; to load all takes time."""
    app = typer.Typer(
        name="rubricator",
        no_args_is_help=True,
        rich_markup_mode=None,  # plain help: it shows in half the time, and reads the same in a pipe
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    for name in (asked,) if asked in COMMANDS else () if asked == VERSION else COMMANDS:
        module = import_module(f"rubricator.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app
