"""The engine below the stylesheets: a Saxon processor, what it may read, and what it complains of."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO, Any

import saxonche

from rubricator.errors import Bug

_FEATURE = "http://saxon.sf.net/feature/"


class Engine:
    """A Saxon processor: it may read files while it compiles, and never again after its first parse or run.

    Saxon only ever narrows `allowedProtocols`, so a stylesheet compiled later gets an engine of its own, and
    a tree is parsed once for each. Compile all that a run needs before its first document.
    """

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.locked = False
        self.saxon = saxonche.PySaxonProcessor(license=False)
        for feature, value in (("expandAttributeDefaults", "false"), ("disableXslEvaluate", "true")):
            self.saxon.set_configuration_property(_FEATURE + feature, value)
        self.saxon.set_configuration_property(_FEATURE + "allowedProtocols", "file")

    def lock(self) -> Any:
        """The processor, with no way left to read or fetch anything."""
        if threading.get_ident() != self.thread:
            raise Bug("Saxon was called from a second thread; use processes.")
        if not self.locked:
            self.saxon.set_configuration_property(_FEATURE + "allowedProtocols", "")
            self.locked = True
        return self.saxon


_engines: list[Engine] = []


def engine_for(*, reading: bool) -> Engine:
    """The engine that may still compile; *reading* says that it has files to read for that."""
    if not _engines or (reading and _engines[-1].locked):
        _engines.append(Engine())
    return _engines[-1]


@contextmanager
def diagnostics() -> Iterator[Callable[[], str]]:
    """What Saxon writes to the C level's standard error, the only place where it names line and template."""
    try:
        kept = os.dup(2)
    except OSError:  # a process without standard error
        yield lambda: ""
        return
    stream = _scratch()
    stream.seek(0)
    stream.truncate()
    sys.stderr.flush()
    os.dup2(stream.fileno(), 2)

    def said() -> str:
        stream.seek(0)
        return stream.read().decode("utf-8", "replace")

    try:
        yield said
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@cache
def _scratch() -> IO[bytes]:
    return tempfile.TemporaryFile(prefix="rubricator-")
