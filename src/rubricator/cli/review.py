"""`rubricator review`: the editor's decisions, as plain commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli import by_hand
from rubricator.cli.choice import (
    By,
    Choice,
    Document,
    Why,
    as_json,
    by_document,
    document_of,
    now,
    rows,
    show,
)
from rubricator.cli.common import Directory, Shape, this_edition
from rubricator.cli.console import say, say_json

app = typer.Typer(rich_markup_mode=None, invoke_without_command=True, no_args_is_help=True)

Ids = Annotated[
    list[str] | None, typer.Argument(help="Ids of annotations, as --list shows them.", show_default=False)
]
SomeIds = Annotated[list[str], typer.Argument(help="Ids of annotations.", show_default=False)]
OnlyKind = Annotated[str, typer.Option("--kind", help="Only this kind: persName, date, sic …")]
OnlyCert = Annotated[str, typer.Option("--cert", help="Only of this certainty: high, medium, low.")]
OnlyWords = Annotated[str, typer.Option("--words", help="Only over exactly these words.")]
OnlyRef = Annotated[str, typer.Option("--ref", help="Only those that refer to this: person:trotsky.")]
OnlyRule = Annotated[
    str, typer.Option("--rule", help="Only by this rule, or all that begin so: names, dates.")
]


@app.callback()
def review(
    context: typer.Context,
    listing: Annotated[bool, typer.Option("--list", "-l", help="List annotations with their ids.")] = False,
    status: Annotated[
        str, typer.Option(help="Only these: pending, accepted, rejected, amended, added, stale.")
    ] = "",
    kind: OnlyKind = "",
    cert: OnlyCert = "",
    words: OnlyWords = "",
    ref: OnlyRef = "",
    rule: OnlyRule = "",
    document: Document = "",
    directory: Directory = Path(),
    shape: Annotated[Shape, typer.Option("--format", "-f", help="How the list is shown.")] = Shape.TEXT,
) -> None:
    """List suggestions; accept, reject, amend, add or undo.

    \b
    Examples:  rubricator review --list --status pending
               rubricator review accept a1b2c3d45
               rubricator review accept --kind date --cert high
               rubricator review reject a1b2c3d45 --why "A street, not the person."
               rubricator review add persName "the old man" --ref person:trotsky --document letter
    """
    if context.invoked_subcommand is not None:
        return
    if not listing:
        say(context.get_help())
        return
    found = rows(this_edition(directory), document, Choice(status, kind, cert, words, ref, rule))
    if shape is Shape.JSON:
        say_json([as_json(row) for row in found])
        return
    show(found)


def _decide(
    verdict: str, ids: list[str] | None, choice: Choice, document: str, by: str, why: str, directory: Path
) -> None:
    from rubricator.edition import reviewing
    from rubricator.errors import SettingsError
    from rubricator.review import Status

    edition = this_edition(directory)
    editor = reviewing.editor(edition, by)
    if bool(ids) == bool(choice):
        raise SettingsError(
            "Which annotations?" if not ids else "Ids and conditions cannot be given together.",
            remedy="Give their ids, or what they are: --kind date --cert high.",
        )
    wanted = (
        {document_of(edition, ids, document): ids} if ids else by_document(rows(edition, document, choice))
    )
    if not wanted:
        say("No pending annotation is so.")
    for name, chosen in wanted.items():
        reviewing.decide(
            edition, name, tuple(chosen), Status(verdict), by=f"#{editor.id}", when=now(), why=why
        )
        say(f"{name}: {len(chosen)} {verdict}")


@app.command()
def accept(
    ids: Ids = None,
    kind: OnlyKind = "",
    cert: OnlyCert = "",
    words: OnlyWords = "",
    ref: OnlyRef = "",
    rule: OnlyRule = "",
    document: Document = "",
    by: By = "",
    why: Why = "",
    directory: Directory = Path(),
) -> None:
    """Accept suggestions: they stand in your name. By their ids, or all pending ones that are so.

    \b
    Examples:  rubricator review accept a1b2c3d45 a5b6c7d89
               rubricator review accept --kind date --cert high
    """
    _decide("accepted", ids, Choice("pending", kind, cert, words, ref, rule), document, by, why, directory)


@app.command()
def reject(
    ids: Ids = None,
    kind: OnlyKind = "",
    cert: OnlyCert = "",
    words: OnlyWords = "",
    ref: OnlyRef = "",
    rule: OnlyRule = "",
    document: Document = "",
    by: By = "",
    why: Why = "",
    directory: Directory = Path(),
) -> None:
    """Reject suggestions: they leave the TEI, and never come back. By ids, or all pending ones that are so.

    \b
    Examples:  rubricator review reject a1b2c3d45 --why "A street, not the person."
               rubricator review reject --words Washington --kind persName
    """
    _decide("rejected", ids, Choice("pending", kind, cert, words, ref, rule), document, by, why, directory)


@app.command()
def undo(ids: SomeIds, document: Document = "", by: By = "", directory: Directory = Path()) -> None:
    """Take back the last decision about each annotation; the ledger keeps both.

    \b
    Example:  rubricator review undo a1b2c3d45
    """
    from rubricator.edition import reviewing

    edition = this_edition(directory)
    editor = reviewing.editor(edition, by)
    name = document_of(edition, ids, document)
    reviewing.undo(edition, name, tuple(ids), by=f"#{editor.id}", when=now())
    say(f"{name}: {len(ids)} undone")


app.command("add")(by_hand.add)
app.command("amend")(by_hand.amend)
