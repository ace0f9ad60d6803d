"""`rubricator publish`: any TEI file to HTML, plain text and EPUB, with or without an edition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Directory, Quiet, open_edition
from rubricator.cli.console import complain, paint, progress, say


def command(
    files: Annotated[list[Path], typer.Argument(help="TEI files.", show_default=False)],
    to: Annotated[
        list[str] | None, typer.Option("--to", help="A format; may be repeated.", show_default="all")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where the results go.", show_default="beside each file"),
    ] = None,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Publish TEI files as they are: nothing is annotated, and nothing but the results is written.

    \b
    Examples:  rubricator publish letter.xml
               rubricator publish letters/*.xml --to epub --output books
    """
    from rubricator.document import Document
    from rubricator.edition.picturing import pictures
    from rubricator.edition.publishing import guests, publication, published
    from rubricator.errors import InputRefused, SettingsError
    from rubricator.files import write_if_changed
    from rubricator.publication.format import formats
    from rubricator.source import Source

    edition = open_edition(directory)
    named = [part for item in to or () for part in item.split(",") if part]
    made_by = formats(tuple(named) or edition.settings.publish.formats, guests(edition))
    settings = publication(edition)
    taken: dict[Path, Path] = {}
    for path in files:
        base = (output or path.parent) / path.stem
        if taken.setdefault(base, path) != path:
            raise SettingsError(
                f"{taken[base]} and {path} would be written to the same files ({base}.…).",
                remedy="Publish them one after the other with an --output for each.",
            )
    code = 0
    with progress(len(files), quiet=quiet) as bar:
        for path in files:
            bar.at(path.name, "publishing")
            try:
                document = Document.of(Source.read(path))
            except InputRefused as error:
                complain(str(error))
                code = error.exit_code
                continue
            shown = pictures(document, path, edition.root)
            made = published(document, path.stem, made_by, settings, edition.knowledge.authority, shown=shown)
            for finding in made.report:
                say(f"{paint(str(finding.severity), str(finding.severity))}  {finding}")
            if made.report.exit_code():
                code = code or 1
                continue
            for file in made.files:
                target = (output or path.parent) / f"{path.stem}{file.suffix}"
                write_if_changed(target, file.data)
                if not quiet:
                    say(str(target))
            bar.done()
    if code:
        raise typer.Exit(code)
