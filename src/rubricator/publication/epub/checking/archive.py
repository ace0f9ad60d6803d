"""The container of a book that may come from anywhere: read in memory and within limits, never unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from rubricator.errors import InputRefused

MOST_ENTRIES = 20_000
LARGEST_TEXT = 64 << 20  # bytes of one page; reading systems give up long before
LARGEST_BOOK = 256 << 20  # bytes of all pages and style sheets together
TEXTS = frozenset(
    (".xhtml", ".html", ".htm", ".xht", ".xml", ".opf", ".ncx", ".css", ".svg", ".smil", ".pls", "")
)
"""The endings of files whose text is read; of images, fonts and sounds only how they begin."""
_BEGINNING = 16  # bytes; enough to know an image by


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the archive as its directory describes it."""

    name: str
    offset: int
    is_stored: bool
    has_extra: bool


@dataclass(frozen=True)
class Archive:
    """The files of an archive in its own order, the bytes of those that are texts, how the others begin."""

    name: str
    entries: tuple[Entry, ...]
    texts: dict[str, bytes]
    beginnings: dict[str, bytes]

    @classmethod
    def open(cls, data: bytes, name: str) -> Archive:
        """The archive in *data*; InputRefused for one that is none, or that only does harm."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return _read(archive, data, name)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise InputRefused(
                "This is not a book: it is no zip archive, or a damaged one.",
                where=name,
                remedy="Get it again, or make it again.",
            ) from error

    def is_safe(self, name: str) -> bool:
        """Whether *name* leads to a place within the book on every system."""
        parts = PurePosixPath(name).parts
        return not (name.startswith("/") or ".." in parts or "\\" in name or ":" in name or "\0" in name)


def _read(archive: zipfile.ZipFile, data: bytes, name: str) -> Archive:
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    if len(infos) > MOST_ENTRIES:
        raise _refused(name, f"The book has {len(infos)} files; no book needs more than {MOST_ENTRIES}.")
    texts: dict[str, bytes] = {}
    beginnings: dict[str, bytes] = {}
    room = LARGEST_BOOK
    for info in infos:
        if info.is_dir():
            continue
        locked = bool(info.flag_bits & 1)
        if PurePosixPath(info.filename).suffix.lower() not in TEXTS:
            if not locked:
                with archive.open(info) as stream:
                    beginnings.setdefault(info.filename, stream.read(_BEGINNING))
            continue
        if locked:
            raise InputRefused(
                f"The book is locked with a password ({info.filename}).",
                where=name,
                remedy="Unlock it first.",
            )
        with archive.open(info) as stream:  # what the directory says of its size may be a lie
            text = stream.read(min(LARGEST_TEXT, room) + 1)
        if len(text) > min(LARGEST_TEXT, room):
            raise _refused(name, f"The book swells to more than any reader can hold ({info.filename}).")
        room -= len(text)
        texts.setdefault(info.filename, text)
    return Archive(name, tuple(_entries(infos, data)), texts, beginnings)


def _entries(infos: list[zipfile.ZipInfo], data: bytes) -> Iterator[Entry]:
    for info in infos:
        if not info.is_dir():
            local_extra = data[info.header_offset + 28 : info.header_offset + 30]
            extra = bool(info.extra) or local_extra not in (b"\0\0", b"")
            yield Entry(info.filename, info.header_offset, info.compress_type == zipfile.ZIP_STORED, extra)


def _refused(name: str, what: str) -> InputRefused:
    return InputRefused(what, where=name, remedy="Do not open it; ask where it comes from.")
