"""What an editor writes by hand: an annotation of one's own, and another one set right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.choice import By, Document, Why, cert_of, document_of, kind_of, now
from rubricator.cli.common import Directory, this_edition
from rubricator.cli.console import say

if TYPE_CHECKING:
    from rubricator.annotation import Annotation

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
    element = kind_of(kind)
    values = _attributes(ref, attributes)

    def make(text: str) -> Annotation:
        span = decisions.span_of(text, words, after=after, nth=nth or 0)
        return Annotation(
            element,
            span,
            Certainty(cert_of(cert)) if cert else None,
            f"#{editor.id}",
            "editor",
            why,
            tuple(values.items()),
            corr or None,
            note or None,
        )

    name = document or names[0]
    _, record = reviewing.add(edition, name, make, by=f"#{editor.id}", when=now(), why=why)
    say(f"{name}: added {record.id}")


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
    name = document_of(edition, [identifier], document)
    values = _attributes(ref, attributes)
    element = kind_of(kind) if kind else None

    def change(annotation: Annotation) -> Annotation:
        merged = {**dict(annotation.attributes), **values}
        return replace(
            annotation,
            kind=element or annotation.kind,
            attributes=tuple((key, value) for key, value in merged.items() if value),
            correction=annotation.correction if corr is None else corr or None,
            note=annotation.note if note is None else note or None,
            cert=Certainty(cert_of(cert)) if cert else None,
        )

    reviewing.amend(edition, name, identifier, change, by=f"#{editor.id}", when=now(), why=why)
    say(f"{name}: amended {identifier}")


def _attributes(ref: str, given: list[str] | None) -> dict[str, str]:
    from rubricator.errors import SettingsError

    values = {"ref": ref} if ref else {}
    for item in given or ():
        name, sign, value = item.partition("=")
        if not sign or not name.isidentifier():
            raise SettingsError(f"{item!r} is not name=value.", remedy="Write, say, --set when=1933-05-12.")
        values[name] = value
    return values
