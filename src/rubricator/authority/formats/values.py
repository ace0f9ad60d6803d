"""Values in other people's JSON: one or several, plain or wrapped, with keys that carry prefixes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rubricator.errors import InputRefused
from rubricator.source import Source


def read_json(source: Source) -> list[Any]:
    """The values in *source*: a document, or one a line (a comma after each, as in Wikidata's dumps)."""
    text = source.markup.strip()
    try:
        return [json.loads(text)]
    except (json.JSONDecodeError, RecursionError) as whole:
        found = []
        for number, line in enumerate(text.splitlines(), 1):
            bare = line.strip().rstrip(",")
            if bare in ("", "[", "]"):
                continue
            try:
                found.append(json.loads(bare))
            except (json.JSONDecodeError, RecursionError) as error:
                said = whole if number == 1 and isinstance(whole, json.JSONDecodeError) else error
                place = getattr(said, "lineno", 1) if said is whole else number
                raise InputRefused(
                    f"This is not JSON ({getattr(said, 'msg', 'nested too deep')}).",
                    where=f"{source.name}:{place}",
                    remedy="Correct it there.",
                ) from error
        return found


def many(value: Any) -> list[Any]:
    """The values of what may be missing, one, or a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def local(key: str) -> str:
    """A key without prefix or namespace: `gndo:dateOfBirth`, `https://…/gnd#dateOfBirth`, `ns1:viafID`."""
    for mark in ("#", "/", ":"):
        key = key.rpartition(mark)[2] or key
    return key


def plain(value: Any) -> str:
    """A value as a string: itself, or what its wrapping holds (`@value`, `@id`, `label`, `id`)."""
    if isinstance(value, dict):
        for key in ("@value", "label", "content", "#text", "@id", "id"):
            if isinstance(value.get(key), str):
                return " ".join(str(value[key]).split())
        return ""
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a value, those of `@graph`, `member` and lists included, outermost first."""
    if isinstance(value, list):
        for item in value:
            yield from objects(item)
    elif isinstance(value, dict):
        inner = value.get("@graph", value.get("member"))
        if inner is None:
            yield value
        else:
            yield from objects(inner)


def flattened(record: dict[str, Any]) -> dict[str, list[Any]]:
    """A record by the local names of its keys, each with its values."""
    found: dict[str, list[Any]] = {}
    for key, value in record.items():
        found.setdefault(local(key) if not key.startswith("@") else key, []).extend(many(value))
    return found
