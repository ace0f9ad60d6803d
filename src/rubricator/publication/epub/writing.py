"""Elements and attributes written as XML has them."""

from __future__ import annotations

from collections.abc import Mapping

from rubricator.markup import escaped, quoted


def attributes(given: Mapping[str, str]) -> str:
    """What a start tag says after its name; nothing for a value that is empty."""
    return "".join([f" {name}={quoted(value)}" for name, value in given.items() if value])


def element(name: str, words: str = "", given: Mapping[str, str] | None = None) -> str:
    """An element of that *name* that holds *words*, or nothing."""
    start = name + attributes(given) if given else name
    return f"<{start}>{escaped(words)}</{name}>" if words else f"<{start}/>"
