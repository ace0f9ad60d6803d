"""`rubricator encode`: from transcriptions to TEI, once."""

from __future__ import annotations

from pathlib import Path

from rubricator.cli.common import Directory, Names, Quiet, chosen, this_edition
from rubricator.cli.console import remark


def command(names: Names = None, directory: Directory = Path(), quiet: Quiet = False) -> None:
    """Encode transcriptions that have no TEI document yet. An existing one is never overwritten.

    \b
    Example:  rubricator encode trotsky-1933-foreign-policy
    """
    from rubricator.edition.encoding import encode_missing
    from rubricator.files import shown

    edition = this_edition(directory)
    for name in chosen(edition, names, edition.transcriptions):
        path = edition.document(name)
        if encode_missing(edition, name):
            remark(f"{shown(path)}: encoded", quiet=quiet)
        else:
            remark(f"{shown(path)}: is there already, and stays as it is", quiet=quiet)
