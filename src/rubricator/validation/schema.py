"""What documents are judged by: grammars and rules, read from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rubricator import resources
from rubricator.errors import InputRefused, SettingsError
from rubricator.files import read_bytes
from rubricator.source import Source
from rubricator.stylesheet import Stylesheet
from rubricator.validation import odd, schematron, shelf
from rubricator.validation.declared import Language, language
from rubricator.validation.relaxng import Grammar


@dataclass(frozen=True, slots=True)
class Missing:
    """A schema that a document should be held to and that cannot be had, so that it is not validated."""

    address: str
    why: str
    remedy: str
    start: int = -1
    """Where the document names the schema; before 0 if something else does."""
    end: int = -1


@dataclass(frozen=True)
class Schema:
    """Grammars that a document must be valid against, each of them, and rules that it must keep."""

    grammars: tuple[Grammar, ...] = ()
    rules: tuple[Stylesheet, ...] = ()
    missing: tuple[Missing, ...] = ()
    written: tuple[tuple[Path, bytes], ...] = ()
    """The Schematron that the rules are compiled from, where it is not ours, with the file it stands in."""

    @classmethod
    def ours(cls) -> Schema:
        """The schema that comes with Rubricator."""
        directory = resources.directory("schema")
        return cls.read(directory / "rubricator.rng", directory / "rubricator.sch.xsl")

    @classmethod
    def read(cls, *paths: Path) -> Schema:
        """The schema in these files, each read once per process; InputRefused if one is wrong.

        Rules that stand in a grammar come with it.
        """
        return cls.all(_part(path, None, None) for path in paths)

    @classmethod
    def part(cls, path: Path, wanted: Language, within: Path) -> Schema:
        """Of the schema at *path* what is written in that language; only what lies *within* is read."""
        return _part(path, wanted, within)

    @classmethod
    def all(cls, parts: Iterable[Schema]) -> Schema:
        """All of these together."""
        schemas = tuple(parts)
        return cls(
            tuple(grammar for part in schemas for grammar in part.grammars),
            tuple(rules for part in schemas for rules in part.rules),
            tuple(missing for part in schemas for missing in part.missing),
            tuple(dict.fromkeys(written for part in schemas for written in part.written)),
        )


@cache
def _part(path: Path, wanted: Language | None, within: Path | None) -> Schema:
    if path.name.lower().endswith(".sch.xsl"):
        return Schema(rules=(schematron.compiled(path),))
    reader = _READERS.get(_language(path, wanted))
    if reader is None:
        raise SettingsError(
            "A schema is none of these by its name: .rng, .sch, .isosch, .sch.xsl, .odd.",
            where=str(path),
            remedy="Rename the file, or name another.",
        )
    return reader(path, wanted, within)


def _language(path: Path, wanted: Language | None) -> Language:
    """What the file is, by its name, else by how it begins."""
    told = language(path.name)
    if told is not Language.UNKNOWN or wanted is None:
        return told
    start = read_bytes(path)[:4096]
    if b"relaxng.org/ns/structure" in start:
        return Language.RELAX_NG
    return Language.SCHEMATRON if b"purl.oclc.org/dsdl/schematron" in start else wanted


def _grammar(path: Path, wanted: Language | None, within: Path | None) -> Schema:
    grammar = _loaded(path, within)
    if wanted is Language.RELAX_NG:
        return Schema((grammar,))
    rules = _embedded(path, within)
    written = ((path, grammar.schematron),) if grammar.schematron else ()
    return Schema(() if wanted is Language.SCHEMATRON else (grammar,), rules, written=written)


@cache
def _loaded(path: Path, within: Path | None) -> Grammar:
    def load(address: str) -> Source:
        if not shelf.WEB.match(address):
            file = Path(address)
            if within and not any(file.resolve().is_relative_to(top) for top in (within, path.parent)):
                raise InputRefused("The schema refers to a file outside the edition.", where=address)
            return Source(read_bytes(file), address)
        found = shelf.found(address)
        if found is None:
            raise InputRefused(
                f"The schema refers to {address}, which is not at hand.",
                where=str(path),
                remedy=f"Get it with: rubricator schema add {address}",
            )
        return Source(read_bytes(found), address)

    return Grammar.load(str(path.resolve()), load)


@cache
def _embedded(path: Path, within: Path | None) -> tuple[Stylesheet, ...]:
    rules = _loaded(path, within).schematron
    return (schematron.compiled_now(rules, path),) if rules else ()


def _rules(path: Path, wanted: Language | None, within: Path | None) -> Schema:
    return Schema(rules=(schematron.compiled(path),), written=((path, read_bytes(path)),))


def _odd(path: Path, wanted: Language | None, within: Path | None) -> Schema:
    made = odd.compiled(read_bytes(path), path.name)
    grammar = Source(made[f"{path.stem}.rng"], str(path))
    written = made[f"{path.stem}.sch"]
    rules = schematron.compiled_now(written, path)
    return Schema((Grammar.load(str(path), lambda _: grammar),), (rules,), written=((path, written),))


_READERS: dict[Language, Callable[[Path, Language | None, Path | None], Schema]] = {
    Language.RELAX_NG: _grammar,
    Language.COMPACT: _grammar,
    Language.SCHEMATRON: _rules,
    Language.ODD: _odd,
}
