"""`rubricator words`: forms that no word list knows, and the edition's own list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator import files
from rubricator.cli.common import Directory, Format, Quiet, Shape, open_edition
from rubricator.cli.console import progress, remark, say, say_json, several

app = typer.Typer(rich_markup_mode=None, help="Unknown words, and the edition's word list.")


@app.callback(invoke_without_command=True)
def words(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Show so many; 0 shows all.")] = 0,
    suspect: Annotated[
        bool, typer.Option("--suspect", help="Only those that stand once beside a frequent form.")
    ] = False,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """List the forms that no word list knows, the most frequent first: one decision a form.

    \b
    Example:  rubricator words --limit 50
              rubricator words add Kerouane wantlessness
    """
    if context.invoked_subcommand:
        return
    from rubricator.edition import words as listing

    edition = open_edition(directory)
    names = [path.stem for path in edition.documents]
    with progress(len(names), quiet=quiet) as bar:

        def watch(name: str) -> None:
            bar.at(name, "reading")
            bar.done()

        found = listing.unknown(edition, names, watch)
    found = tuple(form for form in found if form.beside or not suspect)
    shown = found[: limit or len(found)]
    if shape is Shape.JSON:
        say_json(
            [
                {
                    "form": one.form,
                    "count": one.count,
                    "documents": one.documents,
                    "first": one.document,
                    "before": one.place.before,
                    "words": one.place.form,
                    "after": one.place.after,
                    **({"beside": one.beside, "times": one.times} if one.beside else {}),
                }
                for one in shown
            ]
        )
        return
    for one in shown:
        known = f"  (“{one.beside}” stands {one.times} times)" if one.beside else ""
        say(
            f"{one.count:5}  {one.form}{known}  "
            f"{one.document}: …{one.place.before} [{one.place.form}] {one.place.after}…"
        )
    total = sum(one.count for one in found)
    where = f"{several(total, 'place')}, {several(len(names), 'document')}"
    beside = " beside a frequent one" if suspect else ""
    remark(f"{several(len(found), 'unknown form')}{beside} in {where}", quiet=quiet)


@app.command()
def add(
    forms: Annotated[list[str] | None, typer.Argument(help="Forms that are no errors.")] = None,
    lists: Annotated[
        list[Path] | None,
        typer.Option("--import", help="A list to take in: one a line, Hunspell .dic, or TEI; repeatable."),
    ] = None,
    used: Annotated[
        int, typer.Option("--used", min=0, help="Take in every unknown form that stands so often, or more.")
    ] = 0,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Put forms into the edition's word list, which keeps its comments and its order.

    \b
    Example:  rubricator words add Kerouane --import en_GB.dic
              rubricator words add --used 3
    """
    from rubricator.edition import words as listing
    from rubricator.errors import SettingsError

    if not (forms or lists or used):
        raise SettingsError("No word is named.", remedy="Name forms, or a list with --import.")
    edition = open_edition(directory)
    wanted = list(forms or ())
    for path in lists or ():
        wanted += listing.imported(path)
    if used:
        names = [path.stem for path in edition.documents]
        wanted += [one.form for one in listing.unknown(edition, names) if one.count >= used]
    added = listing.add(edition, wanted)
    where = files.shown(edition.words_file)
    remark(f"{where}: {several(len(added), 'form')} added", quiet=quiet)
