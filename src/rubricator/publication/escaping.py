"""Text and attributes as XML has them."""

from __future__ import annotations

from collections.abc import Mapping

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def text(words: str) -> str:
    """*words* as the text of an element."""
    return words.translate(_TEXT)


def attributes(given: Mapping[str, str]) -> str:
    """What a start tag says after its name."""
    return "".join([f' {name}="{value.translate(_VALUE)}"' for name, value in given.items()])


def element(name: str, words: str = "", given: Mapping[str, str] | None = None) -> str:
    """An element of that *name* that holds *words*, or nothing."""
    start = name + attributes(given or {})
    return f"<{start}>{text(words)}</{name}>" if words else f"<{start}/>"
