"""Reading and writing files so that nothing good is ever lost."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rubricator.errors import CannotWrite, InputRefused

LARGEST = 512 * 1024 * 1024  # bytes; beyond this a mistake is likelier than a text


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at *path*; InputRefused if it is missing, a directory, unreadable or vast."""
    where = str(path)
    try:
        if path.is_dir():
            raise InputRefused("This is a directory.", where=where, remedy="Name the files in it.")
        if path.exists() and not path.is_file():
            raise InputRefused("This is not a regular file.", where=where, remedy="Name a file on disk.")
        if path.exists() and path.stat().st_size > LARGEST:
            raise InputRefused(
                f"The file is larger than {LARGEST >> 20} MB.", where=where, remedy="Split it."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputRefused("There is no such file.", where=where, remedy="Check its name.") from error
    except PermissionError as error:
        raise InputRefused(
            "The file may not be read.", where=where, remedy="Change its permissions."
        ) from error
    except (OSError, ValueError) as error:
        raise InputRefused(f"The file cannot be read ({_reason(error)}).", where=where) from error


def shown(path: Path) -> str:
    """How the path is told: from here, where it lies here, else in full."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def write_bytes(path: Path, data: bytes) -> None:
    """Put *data* at *path* whole or not at all: temporary file beside it, flushed, renamed.

    Raises CannotWrite; whatever stood at *path* before still stands then.
    """
    temporary = staged(path, data)
    try:
        put(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def staged(path: Path, data: bytes) -> Path:
    """A temporary file beside *path* that holds *data*, flushed, to be `put` in its place; or CannotWrite."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = _target(path)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise _unwritten(path, error) from error
    except BaseException:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)


def put(temporary: Path, path: Path) -> None:
    """Put the temporary file in the place of *path*; after CannotWrite both stand as they were."""
    try:
        os.replace(temporary, _target(path))
    except OSError as error:
        raise _unwritten(path, error) from error


def is_no_place(error: CannotWrite, directory: Path | None) -> bool:
    """Whether nothing else can be written either: the disk is full or read-only, or so is the *directory*."""
    if getattr(error.__cause__, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
        return True
    there = (
        next((one for one in (directory, *directory.parents) if one.exists()), None) if directory else None
    )
    return there is not None and not (there.is_dir() and os.access(there, os.W_OK | os.X_OK))


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write *data* to *path* unless it is there already; say whether anything was written."""
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        pass  # what cannot be compared is written, and the write says what is wrong
    write_bytes(path, data)
    return True


def within(path: Path, directory: Path) -> Path:
    """The path, which must not lead out of *directory* by links; else CannotWrite."""
    try:
        there = path.resolve()
    except (OSError, RuntimeError):  # links that lead to each other
        there = None
    if there is None or not there.is_relative_to(directory.resolve()):
        raise CannotWrite(
            f"A link leads out of {shown(directory)} to {there or 'nowhere'}.",
            where=str(path),
            remedy="Nothing was written through it; take it away, or name the place that you want.",
        )
    return path


def all_within(paths: Iterable[Path], directory: Path) -> None:
    """The same for many files at once, of which few lie in directories of their own; else CannotWrite."""
    paths = tuple(paths)
    for parent in dict.fromkeys(path.parent for path in paths):
        within(parent, directory)
    for path in paths:
        if path.is_symlink():
            within(path, directory)


def _target(path: Path) -> Path:
    """What is to be replaced: a link stays a link, as long as it leads to its own directory or below.

    Whoever made the link need not be whoever runs us: one that leads elsewhere might overwrite anything.
    """
    return within(path, path.parent).resolve() if path.is_symlink() else path


def _unwritten(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"The file cannot be written ({_reason(error)}).",
        where=str(path),
        remedy="What stood there is untouched; make room or change the permissions, and run again.",
    )


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
