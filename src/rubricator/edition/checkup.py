"""A check-up: what Rubricator runs on, what an edition has, and what could be added."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rubricator import __version__, plugins, resources
from rubricator.edition.layout import Edition
from rubricator.errors import RubricatorError

CORE = ("lxml", "saxonche", "typer", "filelock")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: *state* is `good`, `missing`, or `optional` (not there, and not needed)."""

    what: str
    state: str
    found: str
    remedy: str = ""


def checkup(directory: Path) -> tuple[Check, ...]:
    """What there is to say of this installation and of the edition at *directory*."""
    return (*_installation(), *_edition(directory), *_tools())


def _installation() -> Iterator[Check]:
    yield Check("rubricator", "good", f"{__version__} on Python {platform.python_version()}")
    for name in CORE:
        try:
            yield Check(name, "good", version(name))
        except PackageNotFoundError:
            yield Check(name, "missing", "not installed", f"pip install {name}")
    for name in ("xslt", "schema"):
        try:
            yield Check(name, "good", str(resources.directory(name)))
        except RubricatorError as error:
            yield Check(name, "missing", error.what, error.remedy)
    for group in (plugins.ANNOTATORS, plugins.FORMATS):
        known = plugins.names(group)
        state = "good" if known else "missing"
        yield Check(
            group.rpartition(".")[2], state, ", ".join(known) or "none", "" if known else "Install again."
        )


def _edition(directory: Path) -> Iterator[Check]:
    try:
        edition = Edition.open(directory)
    except RubricatorError as error:
        yield Check("edition", "missing", str(error))
        return
    if edition.settings_file is None:
        yield Check("edition", "optional", "none here", "Begin one with: rubricator init DIRECTORY")
        return
    yield Check("edition", "good", str(edition.settings_file))
    counts = (
        (len(edition.transcriptions), "transcription"),
        (len(edition.documents), "document"),
        (len(edition.authority_files), "authority list"),
    )
    held = ", ".join(f"{number} {what}{'s' if number != 1 else ''}" for number, what in counts)
    yield Check("edition holds", "good", held)
    if any((directory / ".git").exists() for directory in (edition.root, *edition.root.parents)):
        yield _merging(edition)


def _merging(edition: Edition) -> Check:
    """Whether git puts decisions of two branches together by itself."""
    what = "git merges decisions"
    path = edition.root / ".gitattributes"
    if path.is_file() and b".jsonl merge=union" in path.read_bytes():
        return Check(what, "good", str(path))
    line = f"{edition.settings.paths.review}/*.jsonl merge=union"
    return Check(
        what, "optional", "a build does it", f"For no conflict at all, write in .gitattributes: {line}"
    )


def _tools() -> Iterator[Check]:
    for name, what, remedy in (
        ("git", "git, to see what changed", "Any package manager has it."),
        ("java", "Java, for EPUBCheck in the tests", "Debian: apt install default-jre-headless"),
        ("node", "Node.js, for axe and Ace in the tests", "Debian: apt install nodejs npm"),
        ("chromium", "Chromium, for the tests of pages", "Debian: apt install chromium"),
    ):
        found = shutil.which(name)
        yield Check(what, "good" if found else "optional", found or "not found", "" if found else remedy)
