"""What a build is asked for, and what it says of each document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rubricator.findings import Report

if TYPE_CHECKING:
    from rubricator.encoding.inscribe import Refusal
    from rubricator.publication.gallery import Card

Watcher = Callable[[str, str], None]
"""Told the document's name and the step that the work has come to."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a build is made: *formats* instead of the settings', whether anew, whether in spite of errors."""

    formats: tuple[str, ...] = ()
    anew: bool = False
    even_if_invalid: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was done for one document."""

    name: str
    encoded: bool = False
    written: tuple[Path, ...] = ()
    files: tuple[str, ...] = ()
    """The names of all its files in the output directory."""
    words: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    refused: tuple[Refusal, ...] = ()
    images: tuple[Path, ...] = ()
    """The files of the images that the document names in the edition, whether they are there or not."""
    card: Card | None = None
    """What the index of the edition says of it, if it was published."""
    schemas: tuple[Path, ...] = ()
    """The files of the schema that the document is held to, and those that would decide for another one."""
    up_to_date: bool = False
    stopped: bool = False
    input_refused: bool = False
    not_written: bool = False
    bug: str = ""
    """What of ours failed on the document."""
