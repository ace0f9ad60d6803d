"""Settings read from their file, and refused with a remedy where they are wrong."""

from __future__ import annotations

import difflib
import re
import tomllib
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.settings.values import Settings

FILE = "rubricator.toml"
PYPROJECT = "pyproject.toml"


def find(start: Path) -> Path | None:
    """The settings file that governs *start*: in it or the nearest directory above."""
    for directory in (start.resolve(), *start.resolve().parents):
        own = directory / FILE
        if own.is_file():
            return own
        project = directory / PYPROJECT
        if project.is_file() and _table(project) is not None:
            return project
    return None


def read(path: Path) -> Settings:
    """The settings in the file at *path*; SettingsError names what is wrong in it."""
    table = _table(path)
    return of(table or {}, str(path))


def of(table: Mapping[str, Any], where: str) -> Settings:
    """The settings that a table holds; SettingsError for unknown names and wrong types."""
    made = _build(Settings, table, where, "")
    assert isinstance(made, Settings)
    if made.isbn and not _is_isbn(made.isbn):
        raise SettingsError(
            f"isbn is {made.isbn!r}, which is no ISBN: its digits do not add up.",
            where=where,
            remedy="Compare it with the one you were given.",
        )
    return made


def _is_isbn(written: str) -> bool:
    """Whether the check digit of an ISBN of ten or thirteen digits is right (ISO 2108)."""
    digits = written.upper().replace("-", "").replace(" ", "")
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(digit) * (1, 3)[n % 2] for n, digit in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return (
            sum((10 - n) * (10 if digit == "X" else int(digit)) for n, digit in enumerate(digits)) % 11 == 0
        )
    return False


def _table(path: Path) -> dict[str, Any] | None:
    try:
        content = tomllib.loads(read_bytes(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"This is not TOML: {error}.", where=str(path), remedy="Correct it there."
        ) from error
    if path.name != PYPROJECT:
        return content
    tool = content.get("tool", {})
    found = tool.get("rubricator") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _build(kind: type[Any], table: Mapping[str, Any], where: str, path: str) -> Any:
    if not isinstance(table, Mapping):
        raise SettingsError(
            f"{path} should be a table.", where=where, remedy=f"Write [{path}] above its keys."
        )
    known = {item.name: item for item in fields(kind)}
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        inner = f"{path}.{key}" if path else key
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known here: {', '.join(known)}."
            raise SettingsError(f"There is no setting {inner!r}.", where=where, remedy=remedy)
        values[name] = _value(hints[name], value, where, inner)
    return kind(**values)


def _value(hint: Any, value: Any, where: str, path: str) -> Any:
    origin = typing.get_origin(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _build(hint, value, where, path)
    if origin is tuple and isinstance(value, list):
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, item, where, f"{path}[{i}]") for i, item in enumerate(value, 1))
    if origin is Mapping:
        inner = typing.get_args(hint)[1]
        if isinstance(value, dict):
            return types.MappingProxyType(
                {key: _value(inner, item, where, f"{path}.{key}") for key, item in value.items()}
            )
    if origin is Literal and value in typing.get_args(hint):
        return value
    if isinstance(hint, type) and isinstance(value, hint) and not (hint is int and isinstance(value, bool)):
        return value
    if hint is str and isinstance(value, date):
        return value.isoformat()
    raise SettingsError(
        f"{path} is {value!r}, which is not {_wanted(hint)}.", where=where, remedy="Correct it there."
    )


def _wanted(hint: Any) -> str:
    if typing.get_origin(hint) is Literal:
        return f"one of {', '.join(map(repr, typing.get_args(hint)))}"
    names = {str: "a string", int: "a whole number", bool: "true or false"}
    if hint in names:
        return names[hint]
    return "a list" if typing.get_origin(hint) is tuple else "a table"
