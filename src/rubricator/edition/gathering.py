"""All that is published with a document and lies in other files: what it includes, its images, its links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rubricator.document import Document
from rubricator.edition.including import whole
from rubricator.edition.linking import PageOf, links
from rubricator.edition.picturing import pictures
from rubricator.findings import Finding
from rubricator.publication.format import Image


@dataclass(frozen=True)
class Gathered:
    """A document made whole, its images and links, what is wrong with them, and the files it leans on."""

    document: Document
    images: Mapping[str, Image] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    paths: tuple[Path, ...] = ()


def gathered(document: Document, path: Path, root: Path, page_of: PageOf) -> Gathered:
    """What belongs to *document*, which lies at *path* in the edition at *root*, and others' pages."""
    made = whole(document, path, root)
    shown = pictures(made.document, path, root)
    leading, others = links(made.document, path, page_of)
    return Gathered(
        made.document,
        shown.images,
        leading,
        (*made.findings, *map(made.told, shown.findings)),
        (*made.paths, *shown.paths, *others),
    )
