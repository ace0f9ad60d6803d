"""A new edition: directories, settings and a worked example."""

from __future__ import annotations

from pathlib import Path

from rubricator import resources
from rubricator.edition.layout import Edition
from rubricator.errors import SettingsError
from rubricator.files import read_bytes, write_bytes, write_if_changed
from rubricator.settings import FILE

EXAMPLE = Path(__file__).resolve().parent / "example"
SCHEMAS = ("rubricator.rng", "rubricator.sch")
DIRECTORIES = ("tei/review", "schema", "xslt", "output")
IGNORED = b".rubricator/\n"
ATTRIBUTES = b"""# What was decided on two branches is put together when they are merged.
tei/review/*.jsonl merge=union
tei/authority/words.txt merge=union
"""


def renew(edition: Edition) -> tuple[Path, ...]:
    """Put our present schema where the edition has a copy of an older one, and return the files written.

    SettingsError if the edition has the ODD that its schema is made from: that one is its own.
    """
    directory = edition.root / "schema"
    odd = directory / "rubricator.odd"
    if odd.exists():
        raise SettingsError(
            "The edition makes this schema from an ODD of its own.",
            where=str(odd),
            remedy="Make it anew with: rubricator schema build",
        )
    ours = resources.directory("schema")
    return tuple(
        directory / name for name in SCHEMAS if write_if_changed(directory / name, read_bytes(ours / name))
    )


def begin(directory: Path) -> tuple[Path, ...]:
    """Lay out an edition in *directory* and return the files written.

    SettingsError if an edition, or anything the example would overwrite, is there already.
    """
    if (directory / FILE).exists():
        raise SettingsError(
            "There is an edition here already.", where=str(directory), remedy="Choose an empty directory."
        )
    files = {
        file.relative_to(EXAMPLE): read_bytes(file) for file in sorted(EXAMPLE.rglob("*.*")) if file.is_file()
    }
    for name in SCHEMAS:  # which documents name, so that other programs that edit them find it too
        files[Path("schema") / name] = read_bytes(resources.directory("schema") / name)
    there = [path for path in files if (directory / path).exists()]
    if there:
        raise SettingsError(
            f"{there[0].as_posix()} is there already.",
            where=str(directory),
            remedy="Choose an empty directory.",
        )
    for name, lines in ((".gitignore", IGNORED), (".gitattributes", ATTRIBUTES)):
        files[Path(name)] = _with_lines(directory / name, lines)
    for path, data in files.items():
        write_bytes(directory / path, data)
    for name in DIRECTORIES:
        (directory / name).mkdir(parents=True, exist_ok=True)
    return tuple(directory / path for path in files)


def _with_lines(path: Path, lines: bytes) -> bytes:
    """What git's file at *path* says, and these lines: a repository may be there before the edition."""
    if not path.exists():
        return lines
    known = read_bytes(path)
    missing = [line for line in lines.splitlines() if line not in known.splitlines()]
    return b"\n".join([known.rstrip(b"\n"), *missing, b""]).lstrip(b"\n")
