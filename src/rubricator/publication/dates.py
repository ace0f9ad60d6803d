"""The dates of a document: when its text was written, when it was published, and when it was last changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from rubricator.publication.citation import text_of
from rubricator.publication.header import PROFILE, PUBLICATION
from rubricator.tei import elements

_ISO = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d:\d\d)\S*)?$")
_REVISION = "tei:teiHeader/tei:revisionDesc"
_CREATION = f"{PROFILE}/tei:creation//tei:date"
_SENDING = f"{PROFILE}[not(tei:correspDesc[2])]/tei:correspDesc/tei:correspAction[@type='sent']/tei:date"
"""A letter was written when it was sent, unless its header says more."""


def published(root: etree._Element) -> str:
    """When the document was published (ISO 8601), or nothing."""
    return next(_dates(root, f"{PUBLICATION}//tei:date"), "")


def created(root: etree._Element) -> str:
    """When the text was written (ISO 8601), or nothing."""
    return next(_dates(root, _CREATION), "") or next(_dates(root, _SENDING), "")


def begun(root: etree._Element) -> str:
    """When the text began to be made, where that is said apart from when it was finished."""
    written = next(_dates(root, _CREATION), "")
    dates = elements(_CREATION if written else _SENDING, root)
    first = next((date.get("from") or date.get("notBefore") or "" for date in dates), "")
    last = created(root)
    if not _ISO.match(first) or first.startswith("-"):
        return ""
    return first if first < last and not last.startswith(first) else ""


def modified(root: etree._Element, epoch: int | None) -> datetime:
    """The newest change that the header records, else its publication, else *epoch* (seconds since 1970)."""
    changes = filter(None, map(_moment, _dates(root, f"{_REVISION}//tei:change")))
    last = max(changes, default=None) or _moment(published(root))
    return last or datetime.fromtimestamp(epoch or 0, UTC)


def _dates(root: etree._Element, path: str) -> Iterator[str]:
    for date in elements(path, root):
        for name in ("when", "to", "notAfter", "from", "notBefore"):
            if _ISO.match(date.get(name) or ""):
                yield str(date.get(name))
        written = re.fullmatch(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T[\d:.+Z-]*)?", text_of(date))
        if written:
            yield written[1]


def _moment(written: str) -> datetime | None:
    match = _ISO.match(written)
    if not match or match[1].startswith("-"):
        return None
    year, month, day, time = match.groups()
    try:
        return datetime.fromisoformat(f"{year}-{month or '01'}-{day or '01'}T{time or '00:00:00'}+00:00")
    except ValueError:  # the 31st of February
        return None
