"""Several files written together: all of them, or none, even if the power fails in between."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rubricator.edition.layout import JOURNAL
from rubricator.errors import CannotWrite
from rubricator.files import put, read_bytes, staged, within, write_bytes


def commit(state: Path, changes: Mapping[Path, bytes], before: Mapping[Path, bytes]) -> None:
    """Put *changes* in place together, in their order; CannotWrite leaves everything as it was.

    *before* is what the files held when the changes were made of them: a file that a hand has saved since
    stops it all. What is to be done is written down in the directory *state* first, so that `finish` can.
    """
    with _alone(state):
        _finish(state)
        for path, data in before.items():
            if (read_bytes(path) if path.is_file() else b"") != data:
                raise CannotWrite(
                    "The file was changed by hand while it was worked on.",
                    where=str(path),
                    remedy="Nothing was written; run again.",
                )
        parts: dict[Path, Path] = {}
        try:
            for path, data in changes.items():
                parts[path] = staged(path, data)
            plan = [[str(part), str(path)] for path, part in parts.items()]
            write_bytes(state / JOURNAL, json.dumps(plan).encode("utf-8"))
        except BaseException:
            for part in parts.values():
                part.unlink(missing_ok=True)
            raise
        try:
            for path, part in parts.items():
                put(part, path)
        except CannotWrite:
            for path in changes:
                if before.get(path):
                    write_bytes(path, before[path])
                else:
                    path.unlink(missing_ok=True)
            for part in parts.values():
                part.unlink(missing_ok=True)
            (state / JOURNAL).unlink(missing_ok=True)
            raise
        (state / JOURNAL).unlink(missing_ok=True)


def finish(state: Path) -> bool:
    """Complete what was interrupted between two files, if anything was; whether it was."""
    if not (state / JOURNAL).is_file():
        return False
    with _alone(state):
        return _finish(state)


def _finish(state: Path) -> bool:
    journal = state / JOURNAL
    if not journal.is_file():
        return False
    for part, path in json.loads(journal.read_text("utf-8")):
        # An edition from elsewhere may have brought its journal along.
        within(Path(part), state.parent)
        within(Path(path), state.parent)
        if Path(part).is_file():
            put(Path(part), Path(path))
    journal.unlink(missing_ok=True)
    return True


@contextmanager
def _alone(state: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    state.mkdir(parents=True, exist_ok=True)
    lock = FileLock(state / "files.lock", timeout=30)
    try:
        lock.acquire()
    except Timeout as error:
        raise CannotWrite(
            "Another run of Rubricator is writing.", where=str(state), remedy="Wait until it has ended."
        ) from error
    try:
        yield
    finally:
        lock.release()
