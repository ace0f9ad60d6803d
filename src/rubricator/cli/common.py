"""Options and small steps that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rubricator.edition.layout import Edition


class Shape(StrEnum):
    """How a result is shown."""

    TEXT = "text"
    JSON = "json"


Directory = Annotated[
    Path, typer.Option("--edition", "-C", help="The edition's directory.", show_default="this one")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Format = Annotated[Shape, typer.Option("--format", "-f", help="How the result is shown.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")]
ReportForm = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        help="text, lines, json, sarif, github, junit, html.",
        show_default="text on a terminal, else lines",
    ),
]
ReportFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to this file.")]
Names = Annotated[
    list[str] | None, typer.Argument(help="Documents of the edition, by name or file; none means all.")
]


def open_edition(directory: Path) -> Edition:
    """The edition that *directory* lies in, or one of no settings: what works on any file needs no more."""
    from rubricator.edition.layout import Edition
    from rubricator.errors import InputRefused

    if not directory.is_dir():
        raise InputRefused("There is no such directory.", where=str(directory), remedy="Check its name.")
    return Edition.open(directory)


def this_edition(directory: Path) -> Edition:
    """The edition that *directory* lies in; SettingsError if it lies in none."""
    from rubricator.errors import SettingsError

    edition = open_edition(directory)
    if not edition.is_there:
        raise SettingsError(
            "There is no edition here: neither settings (rubricator.toml) nor documents.",
            where=str(directory.resolve()),
            remedy="Go into one, name it with --edition, or begin one with: rubricator init DIRECTORY",
        )
    return edition


def chosen(edition: Edition, names: list[str] | None, known: tuple[Path, ...]) -> tuple[str, ...]:
    """The names of the documents asked for, all of *known* if none was; SettingsError for an unknown one."""
    return chosen_of(edition, names, tuple(path.stem for path in known))


def chosen_of(edition: Edition, names: list[str] | None, stems: tuple[str, ...]) -> tuple[str, ...]:
    """The same, where the names of all documents are known."""
    from rubricator.errors import SettingsError

    if not names:
        return stems
    found: list[str] = []
    for name in names:
        stem = name
        if name not in stems:
            path = Path(name)
            stem = edition.name_of(path) if path.suffix and path.exists() else path.stem
        if stem not in stems:
            import difflib

            near = difflib.get_close_matches(stem, stems, n=1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(stems) or 'none'}."
            raise SettingsError(f"The edition has no document {name!r}.", remedy=remedy)
        found.append(stem)
    return tuple(dict.fromkeys(found))


def xml_files(directory: Path) -> list[Path]:
    """The XML files in and below *directory*, whatever the case of their endings, without hidden ones."""
    return sorted(
        path
        for path in directory.rglob("*")
        if path.suffix.lower() == ".xml" and not path.name.startswith(".") and not path.is_dir()
    )


def matching(file: str) -> list[Path]:
    """The file itself, or those that match a pattern which no shell has expanded; InputRefused for none."""
    import glob

    from rubricator.errors import InputRefused

    if Path(file).exists() or not glob.has_magic(file):
        return [Path(file)]
    matches = sorted(Path(match) for match in glob.glob(file, recursive=True))
    if not matches:
        raise InputRefused("No file matches this pattern.", where=file, remedy="Check it.")
    return matches
