"""`rubricator authority`: the lists of persons, places, organisations and works."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Quiet, this_edition
from rubricator.cli.console import paint, remark, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rubricator.authority import EntryKind
    from rubricator.findings import Finding

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="The lists of persons, places, organisations and works that names lead to.",
)

OfKind = Annotated[str, typer.Option("--kind", help="person, place, org or work.", show_default=False)]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")]


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
    type, birth, death, lat, long, author, occupation, wikidata, gnd, viaf, geonames, note.

    \b
    Examples:  rubricator authority import people.csv --kind person --map name=Label --diff
               rubricator authority import Q33391.json --languages en,de
    """
    from rubricator.authority.formats import Wish
    from rubricator.edition import authorities

    edition = this_edition(directory)
    codes = tuple(filter(None, (code.strip() for code in languages.split(","))))
    wish = Wish(_kind(kind), codes or (edition.settings.language.partition("-")[0],), _pairs(mapping))
    made = authorities.imported(edition, files, wish)
    _report(made.findings)
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


def _kind(written: str) -> EntryKind | None:
    from rubricator.authority import EntryKind
    from rubricator.errors import SettingsError

    if not written:
        return None
    try:
        return EntryKind(written)
    except ValueError:
        raise SettingsError(
            f"There is no kind {written!r}.", remedy=f"There are: {', '.join(EntryKind)}."
        ) from None


def _pairs(written: list[str] | None) -> dict[str, str]:
    from rubricator.errors import SettingsError

    pairs = {}
    for item in written or ():
        ours, equals, theirs = item.partition("=")
        if not equals or not ours or not theirs:
            raise SettingsError(f"{item!r} is not COLUMN=TITLE.", remedy="Write, say, --map name=Surname.")
        pairs[ours] = theirs
    return pairs


def _report(findings: Iterable[Finding]) -> None:
    for finding in findings:
        remark(paint(str(finding), str(finding.severity)))
