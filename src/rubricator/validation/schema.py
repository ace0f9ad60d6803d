"""What documents are judged by: grammars and rules, read from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rubricator import resources
from rubricator.errors import InputRefused, RubricatorError, SettingsError
from rubricator.files import read_bytes
from rubricator.source import Source
from rubricator.stylesheet import Stylesheet
from rubricator.validation import odd, schematron, shelf
from rubricator.validation.declared import Language, language
from rubricator.validation.grammars import grammar_at
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
    files: tuple[Path, ...] = ()
    """Every file that it was read from."""
    older: tuple[Path, ...] = ()
    """The files among them that are copies of our own schema, but not of the one we have now."""
    at_length: bool = False
    """Whether findings name everything that may stand in a place."""

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
    def part(cls, path: Path, wanted: Language, within: Path, phase: str = "") -> Schema:
        """Of the schema at *path* what is written in that language; only what lies *within* is read.

        Schematron that stands in a grammar comes with it, in that *phase*.
        """
        return _part(path, wanted, within, phase)

    @classmethod
    def all(cls, parts: Iterable[Schema]) -> Schema:
        """All of these together, each once."""
        schemas = tuple(parts)
        return cls(
            tuple(dict.fromkeys(grammar for part in schemas for grammar in part.grammars)),
            tuple(dict.fromkeys(rules for part in schemas for rules in part.rules)),
            tuple(dict.fromkeys(missing for part in schemas for missing in part.missing)),
            tuple(dict.fromkeys(written for part in schemas for written in part.written)),
            tuple(dict.fromkeys(file for part in schemas for file in part.files)),
            tuple(dict.fromkeys(file for part in schemas for file in part.older)),
        )


@cache
def _part(path: Path, wanted: Language | None, within: Path | None, phase: str = "") -> Schema:
    if path.name.lower().endswith(".sch.xsl"):
        return Schema(rules=(schematron.compiled(path),), files=(path,))
    reader = _READERS.get(_language(path, wanted))
    if reader is None:
        raise SettingsError(
            "A schema is none of these by its name: .rng, .rnc, .sch, .isosch, .sch.xsl, .odd.",
            where=str(path),
            remedy="Rename the file, or name another.",
        )
    return reader(path, wanted, within, phase)


def _language(path: Path, wanted: Language | None) -> Language:
    """What the file is, by its name, else by how it begins."""
    told = language(path.name)
    if told is not Language.UNKNOWN or wanted is None:
        return told
    start = read_bytes(path)[:4096]
    if b"relaxng.org/ns/structure" in start:
        return Language.RELAX_NG
    return Language.SCHEMATRON if b"purl.oclc.org/dsdl/schematron" in start else wanted


def _grammar(path: Path, wanted: Language | None, within: Path | None, phase: str) -> Schema:
    grammar, files = _loaded(path, within)
    grammars = () if wanted is Language.SCHEMATRON else (grammar,)
    if not grammar.schematron:
        return Schema(grammars, files=files)
    try:
        rules = _embedded(path, within, phase)
    except RubricatorError as error:
        if wanted is Language.SCHEMATRON:
            raise
        why = f"The Schematron in it cannot be used: {error.what}"
        missing = Missing(path.name, why, error.remedy or "Mend it, or name another schema.")
        return Schema(grammars, missing=(missing,), files=files)
    return Schema(grammars, (rules,), written=((path, grammar.schematron),), files=files)


@cache
def _loaded(path: Path, within: Path | None) -> tuple[Grammar, tuple[Path, ...]]:
    """The grammar at *path*, and every file that it stands in."""
    files: list[Path] = []

    def load(address: str) -> Source:
        if not shelf.WEB.match(address):
            file = Path(address)
            if within and not any(file.resolve().is_relative_to(top) for top in (within, path.parent)):
                raise InputRefused("The schema refers to a file outside the edition.", where=address)
            files.append(file)
            return Source(read_bytes(file), address)
        found = shelf.found(address)
        if found is None:
            raise InputRefused(
                f"The schema refers to {address}, which is not at hand.",
                where=str(path),
                remedy=f"Get it with: rubricator schema add {address}",
            )
        files.append(found)
        return Source(read_bytes(found), address)

    return grammar_at(str(path.resolve()), load), tuple(dict.fromkeys((path, *files)))


@cache
def _embedded(path: Path, within: Path | None, phase: str) -> Stylesheet:
    rules = _loaded(path, within)[0].schematron
    assert rules is not None
    return schematron.compiled_now(rules, path, phase)


def _rules(path: Path, wanted: Language | None, within: Path | None, phase: str) -> Schema:
    rules = schematron.compiled(path, phase)
    return Schema(rules=(rules,), written=((path, read_bytes(path)),), files=(path,))


def _odd(path: Path, wanted: Language | None, within: Path | None, phase: str) -> Schema:
    made = odd.compiled(read_bytes(path), path.name)
    grammar = Source(made[f"{path.stem}.rng"], str(path))
    written = made[f"{path.stem}.sch"]
    rules = schematron.compiled_now(written, path, phase)
    grammars = (Grammar.load(str(path), lambda _: grammar),)
    return Schema(grammars, (rules,), written=((path, written),), files=(path,))


_READERS: dict[Language, Callable[[Path, Language | None, Path | None, str], Schema]] = {
    Language.RELAX_NG: _grammar,
    Language.COMPACT: _grammar,
    Language.SCHEMATRON: _rules,
    Language.ODD: _odd,
}
