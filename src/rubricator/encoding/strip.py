"""Taking out what was inscribed, and telling what still stands."""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.annotation import Annotation
from rubricator.document import Document
from rubricator.encoding.standing import read_standing
from rubricator.findings import Splice
from rubricator.splice import spliced


def strip(document: Document, annotations: Iterable[Annotation]) -> Document:
    """Return *document* without the elements that these annotations inscribed, every other byte as it was.

    An annotation whose element is not there (an editor removed it) is passed over.
    """
    found = read_standing(document, annotations)
    splices = [Splice(start, end, "") for one in found if one for start, end in one.stretches]
    return spliced(document, splices) if splices else document


def standing(document: Document, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Those of *annotations* whose element stands in the document over exactly their span."""
    given = list(annotations)
    found = read_standing(document, given)
    return tuple(annotation for annotation, one in zip(given, found, strict=True) if one)
