"""The judgement on a document with all that it includes, each finding where it was written."""

from __future__ import annotations

from pathlib import Path

from rubricator.document import Document
from rubricator.edition.including import XI, whole
from rubricator.errors import InputRefused
from rubricator.findings import Report
from rubricator.source import Source
from rubricator.validation import Schema, validate
from rubricator.validation.elsewhere import Elsewhere


def judged(
    subject: Document | Source, path: Path, root: Path, schema: Schema, elsewhere: Elsewhere
) -> Report:
    """All there is to say of *subject*, at *path* in the edition at *root*, and of what it includes."""
    source = subject.source if isinstance(subject, Document) else subject
    if XI.encode() not in source.data:
        return validate(subject, schema, elsewhere)
    try:
        made = whole(subject if isinstance(subject, Document) else Document.of(subject), path, root)
    except InputRefused:  # what is wrong with it is said of it alone
        return validate(subject, schema, elsewhere)
    report = validate(made.document, schema, elsewhere)
    return Report.of((*map(made.told, report), *made.findings))
