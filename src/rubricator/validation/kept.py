"""What was worked out of a schema before, kept among the user's caches; it may be deleted at any time.

Each file begins with the checksum of what follows: one that is damaged or half written counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from rubricator import __version__
from rubricator.files import write_bytes
from rubricator.validation import shelf

_MOST = 60  # files of some 200 kB


def key(kind: str, *data: bytes) -> str:
    """The name under which what was made of *data* is kept; another version of Rubricator has others."""
    digest = hashlib.sha256(f"{kind} {__version__}".encode())
    for part in data:
        digest.update(hashlib.sha256(part).digest())
    return f"{digest.hexdigest()}.{kind}"


def get(name: str) -> bytes | None:
    """What is kept under that name, if it is there and whole."""
    if not _wanted():
        return None
    try:
        told, _, data = (_directory() / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return data if told == _checksum(data) else None


def put(name: str, data: bytes) -> None:
    """Keep *data* under that name, if the disk lets us."""
    if _wanted():
        with contextlib.suppress(OSError):
            _directory().mkdir(parents=True, exist_ok=True)
            write_bytes(_directory() / name, _checksum(data) + b"\n" + data)
            _forget_oldest()


def _forget_oldest() -> None:
    """Remove what was made longest ago, so that schemas that change do not fill the disk."""
    files = sorted(_directory().iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[_MOST:]:
        file.unlink(missing_ok=True)


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _directory() -> Path:
    return shelf.caches() / "compiled"


def _wanted() -> bool:
    return os.environ.get("RUBRICATOR_CACHE") != "off"
