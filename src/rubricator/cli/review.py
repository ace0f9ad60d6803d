"""`rubricator review`: the editor's decisions, as plain commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.choice import Choice, as_json, by_document, rows, show
from rubricator.cli.common import Directory, Shape, this_edition
from rubricator.cli.console import say, say_json

if TYPE_CHECKING:
    from rubricator.annotation import Annotation, Kind
    from rubricator.edition.layout import Edition

app = typer.Typer(rich_markup_mode=None, invoke_without_command=True, no_args_is_help=True)

Ids = Annotated[
    list[str] | None, typer.Argument(help="Ids of annotations, as --list shows them.", show_default=False)
]
SomeIds = Annotated[list[str], typer.Argument(help="Ids of annotations.", show_default=False)]
Document = Annotated[str, typer.Option("--document", "-d", help="The document, where an id is in several.")]
By = Annotated[
    str, typer.Option("--by", help="Who decides: an editor's id.", show_default="the first editor")
]
OnlyKind = Annotated[str, typer.Option("--kind", help="Only this kind: persName, date, sic …")]
OnlyCert = Annotated[str, typer.Option("--cert", help="Only of this certainty: high, medium, low.")]
OnlyWords = Annotated[str, typer.Option("--words", help="Only over exactly these words.")]
OnlyRef = Annotated[str, typer.Option("--ref", help="Only those that refer to this: person:trotsky.")]
OnlyRule = Annotated[
    str, typer.Option("--rule", help="Only by this rule, or all that begin so: names, dates.")
]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the ledger.")]


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
    """List what was suggested, and accept, reject, amend, add or undo.

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


def _document_of(edition: Edition, identifiers: list[str], document: str) -> str:
    """The one document whose ledger has all these ids; SettingsError if there is none, or several."""
    from rubricator.edition import store
    from rubricator.errors import SettingsError

    if document:
        return document
    wanted = set(identifiers)
    having = []
    for path in edition.documents:
        if edition.ledger(path.stem).is_file():
            ids = {record.id for record in store.load_ledger(edition, path.stem).records}
            if all(any(known.startswith(asked) for known in ids) for asked in wanted):
                having.append(path.stem)
    if len(having) == 1:
        return having[0]
    what = f"{', '.join(identifiers)}"
    if having:
        raise SettingsError(f"{what} is in {', '.join(having)}.", remedy="Say which with --document.")
    raise SettingsError(
        f"No document has all of: {what}.", remedy="See the ids with: rubricator review --list"
    )


def _now() -> str:
    """The time of a decision: the one thing the clock is read for."""
    import os
    from datetime import UTC, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


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
        {_document_of(edition, ids, document): ids} if ids else by_document(rows(edition, document, choice))
    )
    if not wanted:
        say("No pending annotation is so.")
    for name, chosen in wanted.items():
        reviewing.decide(
            edition, name, tuple(chosen), Status(verdict), by=f"#{editor.id}", when=_now(), why=why
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
    name = _document_of(edition, ids, document)
    reviewing.undo(edition, name, tuple(ids), by=f"#{editor.id}", when=_now())
    say(f"{name}: {len(ids)} undone")


Ref = Annotated[str, typer.Option("--ref", help="Whom or what it refers to: person:trotsky.")]
Corr = Annotated[
    str | None,
    typer.Option("--corr", help="The correction of a sic, the expansion of an abbr.", show_default=False),
]
Note = Annotated[
    str | None, typer.Option("--note", help="The text of the note on an error.", show_default=False)
]
Attributes = Annotated[
    list[str] | None, typer.Option("--set", help="Another attribute: when=1933-05-12.", show_default=False)
]
Cert = Annotated[str, typer.Option("--cert", help="How sure you are: high, medium, low.")]


@app.command()
def add(
    kind: Annotated[str, typer.Argument(help="The element: persName, placeName, date, sic, note …")],
    words: Annotated[str, typer.Argument(help="The words, exactly as the text has them.")],
    document: Document = "",
    after: Annotated[str, typer.Option(help="The words directly before them, where they occur often.")] = "",
    nth: Annotated[
        int | None,
        typer.Option(help="Which of several places, counted from 1.", min=1, show_default="the only one"),
    ] = None,
    ref: Ref = "",
    corr: Corr = None,
    note: Note = None,
    attributes: Attributes = None,
    cert: Cert = "",
    by: By = "",
    why: Why = "",
    directory: Directory = Path(),
) -> None:
    """Add an annotation of your own.

    \b
    Example:  rubricator review add sic it --after "imperialism is in " --corr its
    """
    from rubricator.annotation import Annotation, Certainty
    from rubricator.edition import reviewing
    from rubricator.errors import SettingsError
    from rubricator.review import decisions

    edition = this_edition(directory)
    editor = reviewing.editor(edition, by)
    names = [path.stem for path in edition.documents]
    if not document and len(names) != 1:
        raise SettingsError("The edition has several documents.", remedy="Say which with --document.")
    element = _kind(kind)
    values = _attributes(ref, attributes)

    def make(text: str) -> Annotation:
        span = decisions.span_of(text, words, after=after, nth=nth or 0)
        return Annotation(
            element,
            span,
            Certainty(_cert(cert)) if cert else None,
            f"#{editor.id}",
            "editor",
            why,
            tuple(values.items()),
            corr or None,
            note or None,
        )

    name = document or names[0]
    _, record = reviewing.add(edition, name, make, by=f"#{editor.id}", when=_now(), why=why)
    say(f"{name}: added {record.id}")


@app.command()
def amend(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The annotation's id.")],
    document: Document = "",
    kind: Annotated[str, typer.Option(help="Another element: orgName instead of placeName.")] = "",
    ref: Ref = "",
    corr: Corr = None,
    note: Note = None,
    attributes: Attributes = None,
    cert: Cert = "",
    by: By = "",
    why: Why = "",
    directory: Directory = Path(),
) -> None:
    """Change what an annotation says; it stays over its words, and stands in your name.

    \b
    Examples:  rubricator review amend a1b2c3d45 --ref person:stalin --why "Not his son."
               rubricator review amend a1b2c3d45 --corr ""     (no correction after all)
    """
    from dataclasses import replace

    from rubricator.annotation import Certainty
    from rubricator.edition import reviewing

    edition = this_edition(directory)
    editor = reviewing.editor(edition, by)
    name = _document_of(edition, [identifier], document)
    values = _attributes(ref, attributes)
    element = _kind(kind) if kind else None

    def change(annotation: Annotation) -> Annotation:
        merged = {**dict(annotation.attributes), **values}
        return replace(
            annotation,
            kind=element or annotation.kind,
            attributes=tuple((key, value) for key, value in merged.items() if value),
            correction=annotation.correction if corr is None else corr or None,
            note=annotation.note if note is None else note or None,
            cert=Certainty(_cert(cert)) if cert else None,
        )

    reviewing.amend(edition, name, identifier, change, by=f"#{editor.id}", when=_now(), why=why)
    say(f"{name}: amended {identifier}")


def _kind(value: str) -> Kind:
    from rubricator.annotation import Kind
    from rubricator.errors import SettingsError

    for kind in Kind:
        if kind.lower() == value.lower():
            return kind
    raise SettingsError(f"There is no kind {value!r}.", remedy=f"There are: {', '.join(Kind)}.")


def _cert(value: str) -> str:
    from rubricator.annotation import Certainty
    from rubricator.errors import SettingsError

    if value not in set(Certainty):
        raise SettingsError(f"There is no certainty {value!r}.", remedy=f"There are: {', '.join(Certainty)}.")
    return value


def _attributes(ref: str, given: list[str] | None) -> dict[str, str]:
    from rubricator.errors import SettingsError

    values = {"ref": ref} if ref else {}
    for item in given or ():
        name, sign, value = item.partition("=")
        if not sign or not name.isidentifier():
            raise SettingsError(f"{item!r} is not name=value.", remedy="Write, say, --set when=1933-05-12.")
        values[name] = value
    return values
