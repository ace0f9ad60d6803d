"""The container: a book's files in one zip archive (EPUB 3.3, OCF), the same bytes every time."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

from rubricator.errors import Bug

MEDIA_TYPE = "application/epub+zip"
PACKAGE = "EPUB/package.opf"
_CONSTANT = frozenset(("META-INF/container.xml", "EPUB/book.css"))
"""What is the same in every book, and compressed once."""
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


def pack(files: Mapping[str, bytes], modified: datetime, *, store: bool = False) -> bytes:
    """The archive of *files*, all dated *modified*.

    *store* leaves them uncompressed: compressed bytes differ from one zlib to the next, stored ones never.
    """
    if PACKAGE not in files:
        raise Bug(f"A book without {PACKAGE} was to be packed.")
    ordered = {
        "mimetype": MEDIA_TYPE.encode("ascii"),
        "META-INF/container.xml": _CONTAINER.encode("utf-8"),
        **{name: files[name] for name in sorted(files)},
    }
    date = min(max(modified.astimezone(UTC), _EARLIEST), _LATEST).timetuple()[:6]
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as container:
        for name, data in ordered.items():
            entry = zipfile.ZipInfo(name, date)
            entry.create_system = 3  # else it says on which system the book was made
            entry.external_attr = 0o100644 << 16
            # A reader finds the media type at byte 38, or refuses the book.
            if store or name == "mimetype":
                container.writestr(entry, data)
            elif name in _CONSTANT:
                _write_deflated(container, archive, entry, data)
            else:
                container.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return archive.getvalue()


def _write_deflated(
    container: zipfile.ZipFile, archive: io.BytesIO, entry: zipfile.ZipInfo, data: bytes
) -> None:
    """Write what was compressed before: stored as it is, then said to be what it is."""
    container.writestr(entry, _deflated(data))
    entry.compress_type, entry.CRC, entry.file_size = zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data)
    archive.seek(entry.header_offset)
    archive.write(entry.FileHeader())
    archive.seek(0, io.SEEK_END)


@lru_cache(maxsize=8)
def _deflated(data: bytes) -> bytes:
    return zlib.compress(data, 9, -zlib.MAX_WBITS)
