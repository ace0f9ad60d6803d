"""Documents put together from several files of their edition by `xi:include` (XInclude 1.1)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rubricator.document import Document
from rubricator.findings import Finding

if TYPE_CHECKING:
    from rubricator.edition.origins import Origins

XI = "http://www.w3.org/2001/XInclude"
_INCLUDE = f"{{{XI}}}include"


@dataclass(frozen=True)
class Whole:
    """A document with all that it includes, what could not be, and every file that was looked for."""

    document: Document
    findings: tuple[Finding, ...] = ()
    paths: tuple[Path, ...] = ()
    origins: Origins | None = None
    """Where each of its elements was written; nothing where all were written in one file."""

    def told(self, finding: Finding) -> Finding:
        """The same finding of the file that it is about, where it was written there."""
        return self.origins.told(finding) if self.origins else finding


def whole(document: Document, path: Path, root: Path) -> Whole:
    """*document*, which lies at *path*, with the files of the edition at *root* that it includes."""
    if next(document.root.iter(_INCLUDE), None) is None:
        return Whole(document)
    from rubricator.edition.assembling import assembled  # few documents include others

    return Whole(*assembled(document, path, root))
