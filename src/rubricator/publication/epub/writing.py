"""Text and attributes as XML has them."""

from __future__ import annotations

from collections.abc import Mapping


def text(words: str) -> str:
    """*words* as the text of an element."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\r", "&#13;")


def attributes(given: Mapping[str, str]) -> str:
    """What a start tag says after its name; nothing for a value that is empty."""
    return "".join([f' {name}="{_value(value)}"' for name, value in given.items() if value])


def element(name: str, words: str = "", given: Mapping[str, str] | None = None) -> str:
    """An element of that *name* that holds *words*, or nothing."""
    start = name + attributes(given) if given else name
    return f"<{start}>{text(words)}</{name}>" if words else f"<{start}/>"


def _value(words: str) -> str:
    escaped = text(words).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")
