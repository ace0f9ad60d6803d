"""Addresses in a document as files of its edition, and of nothing else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from rubricator.errors import InputRefused


def home(path: Path, root: Path) -> tuple[Path, Path]:
    """The directory of the document at *path*, and the edition around it.

    A document outside of *root* belongs to no edition: its own directory takes the place of one.
    """
    directory = path.resolve().parent
    root = root.resolve()
    return directory, root if directory.is_relative_to(root) else directory


def file_at(address: str, directory: Path, root: Path) -> Path | None:
    """The file at *address*; None for one on the web, InputRefused for one outside the edition."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme or parts.netloc:
            return None
        file = (directory / unquote(parts.path)).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise InputRefused("Its address makes no sense.", where=address, remedy="Correct it.") from error
    if not file.is_relative_to(root):
        raise InputRefused("It lies outside the edition.", where=address, remedy="Copy it into the edition.")
    return file
