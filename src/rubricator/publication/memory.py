"""The process's memory: what a large document took is given back before the next one comes."""

from __future__ import annotations

import sys

LARGE = 4_000_000
"""Bytes published of a document: with fewer it is not worth the time."""


def give_back() -> None:
    """Let the system have what was freed, which glibc keeps in pieces too small for another document."""
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim:
            trim(0)
