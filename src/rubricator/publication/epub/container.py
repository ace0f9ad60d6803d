"""The container: a book's files in one zip archive (EPUB 3.3, OCF), the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache

from rubricator.errors import Bug
from rubricator.publication.epub.zipping import Entry, archive, deflated, stored

MEDIA_TYPE = "application/epub+zip"
PACKAGE = "EPUB/package.opf"
STYLE = "EPUB/book.css"
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # zip knows no earlier day,
_LATEST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)  # and no later one
_CONTAINER = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


_always = lru_cache(maxsize=4)(deflated)


def pack(files: Mapping[str, bytes], modified: datetime, entry: Callable[[bytes], Entry] = deflated) -> bytes:
    """The archive of *files*, all dated *modified*, each made an *entry* of it: compressed, or only stored.

    Compressed bytes differ from one zlib to the next, stored ones never.
    """
    if PACKAGE not in files:
        raise Bug(f"A book without {PACKAGE} was to be packed.")
    in_all_books = entry if entry is stored else _always
    entries = {
        "mimetype": stored(MEDIA_TYPE.encode()),  # a reader finds it at byte 38, or refuses the book
        "META-INF/container.xml": in_all_books(_CONTAINER.encode()),
        **{name: (in_all_books if name == STYLE else entry)(files[name]) for name in sorted(files)},
    }
    return archive(entries, min(max(modified.astimezone(UTC), _EARLIEST), _LATEST))
