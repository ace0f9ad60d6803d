"""Settings put into their file: every other line, comments too, stays as it was."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.settings.reading import PYPROJECT, of

_HEADER = re.compile(r"\s*\[(?P<name>[^\[\]]+)\]\s*(?:#.*)?")
_ROOT = ("tool", "rubricator")


def snippet(changes: Mapping[str, str], file: str) -> str:
    """The settings as lines of TOML for a file of that name, each under its table.

    A setting is named with its tables (`annotate.names.factions`), its value written as TOML.
    """
    tables: dict[str, list[str]] = {}
    for setting, value in changes.items():
        *table, key = _path(setting, file)
        tables.setdefault(".".join(table), []).append(f"{key} = {value}")
    parts = ["\n".join([*([f"[{table}]"] if table else []), *lines]) for table, lines in tables.items()]
    return "\n\n".join(parts) + "\n"


def amended(path: Path, changes: Mapping[str, str]) -> bytes:
    """The settings file at *path* with these settings; SettingsError where only a hand can put them in."""
    data = read_bytes(path) if path.is_file() else b""
    text = data.decode("utf-8")
    wanted = tomllib.loads(text)
    lines = text.splitlines(keepends=True)
    try:
        for setting, value in changes.items():
            parts = _path(setting, path.name)
            _put(lines, parts, value)
            _set(wanted, parts, tomllib.loads(f"x = {value}")["x"])
        made = "".join(lines)
        if tomllib.loads(made) == wanted:
            table = wanted if path.name != PYPROJECT else wanted["tool"]["rubricator"]
            of(table, str(path))
            return made.encode("utf-8")
    except tomllib.TOMLDecodeError:
        pass
    raise SettingsError(
        "The settings are written so that these can only be put in by hand.",
        where=str(path),
        remedy=f"Write there:\n{snippet(changes, path.name)}",
    )


def _path(setting: str, file: str) -> tuple[str, ...]:
    return (*(_ROOT if file == PYPROJECT else ()), *setting.split("."))


def _put(lines: list[str], parts: Sequence[str], value: str) -> None:
    """Replace the setting where it stands, in whichever table; else add it to its own."""
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    for depth in range(len(parts) - 1, -1, -1):
        section = _section(lines, parts[:depth])
        key = r"\s*\.\s*".join(rf"""["']?{re.escape(part)}["']?""" for part in parts[depth:])
        for index in section or ():
            found = re.match(rf"(\s*{key}\s*=\s*)", lines[index])
            if found:
                lines[index] = f"{found.group()}{value}{_comment(lines[index])}{end}"
                return
    section = _section(lines, parts[:-1])
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    added = f"{parts[-1]} = {value}{end}"
    if section is None:
        lines += [*([end] if lines else []), f"[{'.'.join(parts[:-1])}]{end}", added]
        return
    stop = section.stop
    while stop > section.start and not lines[stop - 1].strip():
        stop -= 1
    lines.insert(stop, added)


def _section(lines: Sequence[str], table: Sequence[str]) -> range | None:
    """Which lines hold what stands directly in the table, None where it has no header."""
    start = None if table else 0
    for index, line in enumerate(lines):
        found = _HEADER.fullmatch(line.rstrip("\r\n"))
        if not found and not line.lstrip().startswith("[["):
            continue
        if start is not None:
            return range(start, index)
        if found and [part.strip(" \t\"'") for part in found["name"].split(".")] == list(table):
            start = index + 1
    return None if start is None else range(start, len(lines))


def _comment(line: str) -> str:
    """The comment at the end of a line that sets something, with the blanks before it."""
    line = line.rstrip("\r\n")
    for found in re.finditer(r"\s*#", line):
        try:
            tomllib.loads(line[: found.start()])
        except tomllib.TOMLDecodeError:
            continue
        return line[found.start() :]
    return ""


def _set(table: dict[str, Any], parts: Sequence[str], value: object) -> None:
    for part in parts[:-1]:
        table = table.setdefault(part, {})
    table[parts[-1]] = value
