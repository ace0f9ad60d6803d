"""The container: a book's files in one zip archive (EPUB 3.3, OCF), the same bytes every time."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from struct import pack as packed

from rubricator.errors import Bug, InputRefused

MEDIA_TYPE = "application/epub+zip"
PACKAGE = "EPUB/package.opf"
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


_LARGEST = 0xFFFF_FFFF  # bytes; more takes the form of 64 bits, which few readers of books know
_MADE_BY = 3 << 8 | 20  # Unix, else it would say on which system the book was made; version 2.0
_MODE = 0o100644 << 16


def pack(files: Mapping[str, bytes], modified: datetime, *, store: bool = False) -> bytes:
    """The archive of *files*, all dated *modified*.

    *store* leaves them uncompressed: compressed bytes differ from one zlib to the next, stored ones never.
    The standard library's zipfile takes four times as long for a small book, and cannot be given what has
    been compressed before; a test proves that it would write the same bytes.
    """
    if PACKAGE not in files:
        raise Bug(f"A book without {PACKAGE} was to be packed.")
    ordered = {
        "mimetype": MEDIA_TYPE.encode("ascii"),
        "META-INF/container.xml": _CONTAINER.encode("utf-8"),
        **{name: files[name] for name in sorted(files)},
    }
    if sum(map(len, ordered.values())) > _LARGEST - (1 << 20):
        raise InputRefused("The book would be larger than 4 GB.", remedy="Leave recordings or images out.")
    date = min(max(modified.astimezone(UTC), _EARLIEST), _LATEST)
    day = (date.year - 1980) << 9 | date.month << 5 | date.day
    time = date.hour << 11 | date.minute << 5 | date.second >> 1
    entries: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, data in ordered.items():
        # A reader finds the media type at byte 38, or refuses the book.
        body = data if store or name == "mimetype" else _alike(data) if name in _ALIKE else _deflated(data)
        path = name.encode("utf-8")
        facts = packed(
            "<5H3I2H",
            20,
            0 if name.isascii() else 0x800,
            0 if body is data else 8,
            time,
            day,
            zlib.crc32(data),
            len(body),
            len(data),
            len(path),
            0,
        )
        entries += (b"PK\3\4", facts, path, body)
        directory += (b"PK\1\2", packed("<H", _MADE_BY), facts, packed("<3H2I", 0, 0, 0, _MODE, at), path)
        at += 30 + len(path) + len(body)
    listed = b"".join(directory)
    end = packed("<4H2IH", 0, 0, len(ordered), len(ordered), len(listed), at, 0)
    return b"".join((*entries, listed, b"PK\5\6", end))


def _deflated(data: bytes) -> bytes:
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(data) + stream.flush()


_ALIKE = frozenset(("META-INF/container.xml", "EPUB/book.css"))
"""What is the same in one book after another."""
_alike = lru_cache(maxsize=8)(_deflated)
