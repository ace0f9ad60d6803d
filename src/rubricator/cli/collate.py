"""`rubricator collate`: two transcriptions of one text held against each other."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Directory, Quiet, open_edition
from rubricator.cli.console import remark, several


class Form(StrEnum):
    """How the apparatus is shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def command(
    first: Annotated[
        str, typer.Argument(metavar="A", help="A TEI file, a plain transcription, or a document's name.")
    ],
    second: Annotated[str, typer.Argument(metavar="B", help="Another transcription of the same text.")],
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", help="A difference not to tell, instead of the settings'; repeatable."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Ignore nothing.")] = False,
    form: Annotated[Form, typer.Option("--format", "-f", help="How it is shown.")] = Form.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.")] = None,
    tei: Annotated[
        Path | None, typer.Option("--tei", help="Write A as TEI, with the readings of B in an apparatus.")
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Put what B suggests for A, a document, into its ledger.")
    ] = False,
    source: Annotated[
        str, typer.Option("--source", help="The address of B, for @source.", show_default="its file")
    ] = "",
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Show where two transcriptions of the same text differ.

    \b
    Example:  rubricator collate tei/letter.xml other-transcription.txt --format html -o differences.html
    """
    from rubricator.comparison import aspects_named, collate, render
    from rubricator.edition import collating
    from rubricator.files import write_bytes

    edition = open_edition(directory)
    names = () if strict else ignore if ignore is not None else edition.settings.collate.ignore
    ignored = aspects_named(names)
    if tei:
        collating.check_apart(edition, tei, first, second)
    document = collating.document_of(edition, first) if suggest else ""
    where = source or (collating.pointer(edition, document, second) if suggest else "")
    collation = collate(
        collating.witness(edition, first, "A"), collating.witness(edition, second, "B"), ignored
    )
    if tei:
        from rubricator.comparison.segmentation import segmented

        made = segmented(collation)
        write_bytes(tei, collating.written(edition, made.document, first, tei))
        for entry in made.left_out:
            remark(f"Not in the TEI: {render.line(collation, entry)}")
        remark(str(tei), quiet=quiet)
    if suggest:
        result = collating.suggest(edition, document, collation, where)
        offered = [
            record
            for record in result.ledger.records
            if record.annotation.attribute("source") == where and not record.stale
        ]
        remark(
            f"{document}: {several(len(offered), 'suggestion')} from {collation.b.name} in the ledger",
            quiet=quiet,
        )
    text = {Form.TEXT: render.text, Form.JSON: render.as_json, Form.HTML: render.page}[form](collation)
    if output:
        write_bytes(output, text.encode("utf-8"))
        remark(str(output), quiet=quiet)
    elif not quiet:
        sys.stdout.write(text)
