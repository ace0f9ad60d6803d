"""Strings by their keys, for any number of runs: made a map of Saxon's once, and not parsed, nor searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rubricator.stylesheet.engine import Engine


class Lookup(Mapping[str, str]):
    """A mapping that nobody changes."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = dict(strings)
        self._maps: dict[Engine, Any] = {}

    def __getitem__(self, key: str) -> str:
        return self._strings[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._strings)

    def __len__(self) -> int:
        return len(self._strings)

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes it travels without what an engine made of it."""
        return (Lookup, (self._strings,))

    def map(self, engine: Engine) -> Any:
        """The same as a map of *engine*, made at the first call."""
        if engine not in self._maps:
            saxon = engine.lock()
            self._maps[engine] = saxon.make_map2(
                {key: saxon.make_string_value(text) for key, text in self._strings.items()}
            )
        return self._maps[engine]
