"""What documents are judged by: grammars and rules, read from files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.files import read_bytes
from rubricator.source import Source
from rubricator.stylesheet import Stylesheet
from rubricator.validation import odd, schematron
from rubricator.validation.relaxng import Grammar


@dataclass(frozen=True)
class Schema:
    """Grammars that a document must be valid against, each of them, and rules that it must keep."""

    grammars: tuple[Grammar, ...] = ()
    rules: tuple[Stylesheet, ...] = ()

    @classmethod
    def ours(cls) -> Schema:
        """The schema that comes with Rubricator."""
        directory = resources.directory("schema")
        return cls.read(directory / "rubricator.rng", directory / "rubricator.sch.xsl")

    @classmethod
    def read(cls, *paths: Path) -> Schema:
        """The schema in these files, each read once per process; InputRefused if one is wrong."""
        parts = [_part(path) for path in paths]
        return cls(
            tuple(grammar for part in parts for grammar in part.grammars),
            tuple(rules for part in parts for rules in part.rules),
        )


@cache
def _part(path: Path) -> Schema:
    for ending, reader in _READERS.items():
        if path.name.lower().endswith(ending):
            return reader(path)
    raise SettingsError(
        f"A schema is none of these by its name: {', '.join(_READERS)}.",
        where=str(path),
        remedy="Rename the file, or name another.",
    )


def _grammar(path: Path) -> Schema:
    return Schema(grammars=(Grammar.read(path),))


def _rules(path: Path) -> Schema:
    return Schema(rules=(schematron.compiled(path),))


def _odd(path: Path) -> Schema:
    made = odd.compiled(read_bytes(path), path.name)
    grammar = Source(made[f"{path.stem}.rng"], str(path))
    rules = schematron.compiled_now(made[f"{path.stem}.sch"], path)
    return Schema((Grammar.load(str(path), lambda _: grammar),), (rules,))


_READERS: dict[str, Callable[[Path], Schema]] = {
    ".rng": _grammar,
    ".rnc": _grammar,
    ".sch": _rules,
    ".isosch": _rules,
    ".sch.xsl": _rules,
    ".odd": _odd,
}
