"""Zip archives (PKWARE's APPNOTE, 4.3), the same bytes every time: no clock, no system, no extra fields."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import datetime
from struct import Struct
from typing import NamedTuple

from rubricator.errors import InputRefused

LARGEST = 0xFFFFFFFF  # bytes that an archive can count without Zip64, which few readers of books know
_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_MADE_BY = 3 << 8 | 20  # Unix, version 2.0: whatever system it is made on
_NEEDED = 20
_STORED, _DEFLATED = 0, 8
_IN_UTF8 = 0x800
_A_FILE = 0o100644 << 16


class Entry(NamedTuple):
    """What an archive holds of a file."""

    method: int
    check: int
    """The CRC of what it is."""
    size: int
    data: bytes
    """Its bytes as they stand in the archive."""


def stored(data: bytes) -> Entry:
    """A file as it is."""
    return Entry(_STORED, zlib.crc32(data), len(data), data)


def deflated(data: bytes) -> Entry:
    """A file compressed."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Entry(_DEFLATED, zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


def archive(entries: Mapping[str, Entry], date: datetime) -> bytes:
    """The archive of *entries*, in their order, all of that *date*; InputRefused if it would be too large."""
    day = (date.year - 1980) << 9 | date.month << 5 | date.day
    time = date.hour << 11 | date.minute << 5 | date.second // 2
    parts: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name, entry in entries.items():
        own = name.encode()
        facts = (0 if name.isascii() else _IN_UTF8, entry.method, time, day)
        sizes = (entry.check, len(entry.data), entry.size, len(own), 0)
        if at + len(entry.data) > LARGEST or entry.size > LARGEST:
            raise InputRefused(
                "The book would be larger than 4 GB.", where=name, remedy="Leave out recordings or images."
            )
        parts += (_LOCAL.pack(b"PK\3\4", _NEEDED, *facts, *sizes), own, entry.data)
        listed += (_CENTRAL.pack(b"PK\1\2", _MADE_BY, _NEEDED, *facts, *sizes, 0, 0, 0, _A_FILE, at), own)
        at += _LOCAL.size + len(own) + len(entry.data)
    directory = b"".join(listed)
    count = len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, 0)
    return b"".join((*parts, directory, end))
