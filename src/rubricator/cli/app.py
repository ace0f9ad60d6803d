"""The application and its commands, each of which calls one function and renders what it returns."""

from __future__ import annotations

import typer

from rubricator import __version__

app = typer.Typer(
    name="rubricator",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: it shows in half the time, and reads the same in a pipe
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rubricator {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say which version this is."
    ),
) -> None:
    """From a transcription to a validated TEI edition, and from that to HTML, plain text and EPUB.

    \b
    In an empty directory:   rubricator init my-edition
    In an edition:           rubricator build
    On any TEI file:         rubricator validate letter.xml
                             rubricator publish letter.xml
    """


def _register() -> None:
    from rubricator.cli import (
        annotate,
        build,
        doctor,
        encode,
        evaluate,
        explain,
        init,
        publish,
        read,
        review,
        schema,
        validate,
    )

    app.command("init")(init.command)
    app.command("build")(build.command)
    app.command("read")(read.command)
    app.command("encode")(encode.command)
    app.command("annotate")(annotate.command)
    app.add_typer(review.app, name="review")
    app.command("validate")(validate.command)
    app.command("explain")(explain.command)
    app.command("evaluate")(evaluate.command)
    app.command("publish")(publish.command)
    app.add_typer(schema.app, name="schema")
    app.command("doctor")(doctor.command)


_register()
