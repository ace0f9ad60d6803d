"""`rubricator authority`: the lists of persons, places, organisations and works."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli import lists
from rubricator.cli.common import Directory, Quiet, this_edition
from rubricator.cli.console import remark, say
from rubricator.cli.entries import (
    Diff,
    OfKind,
    kind_called,
    link,
    merge,
    pairs,
    reconcile,
    rename,
    split,
    tell,
)

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="The lists of persons, places and works that names lead to.",
)


@app.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(help="CSV, TSV, TEI, MADS, MARC, or JSON of the GND, VIAF or Wikidata.")
    ],
    kind: OfKind = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", help="How a table calls one of our columns: name=Surname; repeatable."),
    ] = None,
    languages: Annotated[
        str, typer.Option("--languages", help="Of Wikidata's labels, the first foremost: en,de.")
    ] = "",
    diff: Diff = False,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Take entries into the lists: known ones (by an identifier) are supplemented, others added.

    Nothing that stands there is changed. A table's columns are: id, kind, name, variants (divided by ;),
    type, birth, death, lat, long, author, occupation, sex, parent, wikidata, gnd, viaf, geonames, note.

    \b
    Examples:  rubricator authority import people.csv --kind person --map name=Label --diff
               rubricator authority import Q33391.json --languages en,de
    """
    from rubricator.authority.formats import Wish
    from rubricator.edition import authorities

    edition = this_edition(directory)
    codes = tuple(filter(None, (code.strip() for code in languages.split(","))))
    wish = Wish(kind_called(kind), codes or (edition.settings.language.partition("-")[0],), pairs(mapping))
    made = authorities.imported(edition, files, wish)
    tell(made.findings)
    if diff:
        say(authorities.differences(made.sources, edition.root).rstrip("\n"))
    else:
        authorities.keep(made.sources)
        for ref in made.added:
            say(f"added         {ref}")
        for ref in made.supplemented:
            say(f"supplemented  {ref}")
    remark(
        f"{len(made.added)} added, {len(made.supplemented)} supplemented, {made.known} known already"
        f"{' (nothing was written)' if diff else ''}",
        quiet=quiet,
    )


app.command("list")(lists.list_)
for command in (lists.show, lists.report, lists.propose, link, merge, rename, split, reconcile):
    app.command()(command)
