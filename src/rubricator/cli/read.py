"""`rubricator read`: what a transcription says, and where each part of it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Format, Shape
from rubricator.cli.console import say, say_json, several

if TYPE_CHECKING:
    from rubricator.transcription import Row


def command(
    files: Annotated[list[Path], typer.Argument(help="Plain transcriptions.", show_default=False)],
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every part of the file and where it goes.")
    ] = False,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
) -> None:
    """Show what is understood of a transcription.

    That is header fields, the body block by block, and what is left over.

    \b
    Example:  rubricator read tei/transcriptions/trotsky-1933-foreign-policy.txt --explain
    """
    from rubricator.edition.layout import Edition
    from rubricator.source import Source
    from rubricator.transcription import explain as explained
    from rubricator.transcription import read as read_transcription

    edition = Edition.open(directory)
    for file in files:
        read = read_transcription(Source.read(file), edition.settings.fields_of(file.stem))
        rows = explained(read)
        if shape is Shape.JSON:
            say_json([_row(file, row) for row in rows])
            continue
        if explain:
            for row in rows:
                place = f"{row.place.line}:{row.place.column}" if row.place else "settings"
                say(f"{file}:{place}  {row.where}  {row.what}: {row.text}")
        else:
            for field in (*read.settings, *read.fields):
                say(f"{field.label or field.name or 'unknown'}: {field.value}")
            say(f"body: {several(len(read.blocks), 'block')}; left over: {len(read.leftovers)}")
        for finding in read.findings:
            say(str(finding))


def _row(file: Path, row: Row) -> dict[str, object]:
    place = {"line": row.place.line, "column": row.place.column} if row.place else None
    return {"file": str(file), "place": place, "where": row.where, "what": row.what, "text": row.text}
