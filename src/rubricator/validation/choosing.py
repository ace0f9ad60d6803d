"""Which schema a document is held to: the one asked for, else its own, else the edition's, else ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeGuard
from urllib.parse import unquote

from rubricator import resources
from rubricator.errors import InputRefused, RubricatorError
from rubricator.source import Source
from rubricator.validation import catalog, shelf
from rubricator.validation.declared import READABLE, Declared, Language, declared
from rubricator.validation.odd import NeedsModules
from rubricator.validation.schema import Missing, Schema

OURS = ("rubricator.rng", "rubricator.sch")


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked for on the command line, and what the settings say; addresses as they are written."""

    asked: tuple[str, ...] = ()
    preset: str = ""
    rules: tuple[str, ...] = ()
    catalogs: tuple[str, ...] = ()
    at_length: bool = False
    """Whether findings name everything that may stand in a place, not only what is likeliest."""


def held_to(source: Source, directory: Path, root: Path, choice: Choice) -> Schema:
    """The schema for *source*, which lies in *directory* of the edition in *root*.

    What it names itself and cannot be had is among the schema's missing parts; InputRefused if what was
    asked for cannot be had.
    """
    if choice.asked:
        return replace(Schema.all(map(_asked, choice.asked)), at_length=choice.at_length)
    places = _Places(directory.resolve(), root.resolve(), choice)
    schema = Schema.all((*_own(places, _declared(source)), *_extra(places)))
    once = {missing.address: missing for missing in reversed(schema.missing)}  # grammar and rules of one file
    return replace(schema, missing=tuple(once.values()), at_length=choice.at_length)


def looked_for(source: Source, directory: Path, root: Path, choice: Choice) -> tuple[Path, ...]:
    """The files that decide which schema *source* is held to, whether they are there or not."""
    places = _Places(directory.resolve(), root.resolve(), choice)
    settings = [_path(places.root, address) for address in (choice.preset, *choice.rules) if address]
    named = [_path(places.directory, one.address) for one in _declared(source)]
    shelved = [
        shelf.place(address)
        for address in (*(one.address for one in _declared(source)), choice.preset, *choice.rules)
        if shelf.WEB.match(address)
    ]
    found = (*places.catalogs(), *settings, *named, *shelved)
    return tuple(dict.fromkeys(path for path in found if path is not None))


def _declared(source: Source) -> tuple[Declared, ...]:
    """The schemas that *source* names and that can be read; all that it names, if none can."""
    named = declared(source)
    return tuple(one for one in named if one.language in READABLE) or named


def _own(places: _Places, named: tuple[Declared, ...]) -> Iterator[Schema]:
    if named:
        phases = {one.address: one.phase for one in named if one.language is Language.SCHEMATRON}
        for one in named:  # a file that is named for its rules too is meant in the phase that is named there
            yield places.part(replace(one, phase=phases.get(one.address, one.phase)))
    elif places.choice.preset:
        yield places.whole(places.choice.preset)
    else:
        yield Schema.ours()


def _extra(places: _Places) -> Iterator[Schema]:
    """The rules of the edition's own that its settings name."""
    return map(places.whole, places.choice.rules)


def _asked(address: str) -> Schema:
    path = Path(address)
    known = address if shelf.WEB.match(address) or path.exists() else shelf.well_known(address) or address
    if shelf.WEB.match(known):
        path = shelf.found(known) or path
        if not path.is_file():
            raise InputRefused(
                "This schema is not at hand.",
                where=address,
                remedy=f"Get it once: rubricator schema add {known}",
            )
    try:
        return Schema.read(path)
    except NeedsModules as error:
        return Schema(missing=(Missing(address, error.what, error.remedy),))


@dataclass(frozen=True)
class _Places:
    """Where the schemas for the documents in one directory are looked for."""

    directory: Path
    root: Path
    choice: Choice

    def part(self, one: Declared) -> Schema:
        """What the document itself names."""
        try:
            if one.language not in READABLE:
                raise InputRefused(
                    f"It is {one.language.value}.",
                    remedy="Name one in RELAX NG, or ask for one with --schema.",
                )
            path = self.located(one.address, self.directory)
            if self.is_ours(path):
                return _ours(path)
            return self.with_age(Schema.part(path, one.language, self.root, one.phase), path)
        except RubricatorError as error:
            return Schema(missing=(_missing(one.address, error, one.start, one.end),))

    def whole(self, address: str) -> Schema:
        """What the settings name, relative to the edition."""
        try:
            path = self.located(address, self.root)
            if self.is_ours(path):
                return replace(Schema.ours(), files=(path,))
            return self.with_age(Schema.read(path), path)
        except RubricatorError as error:
            return Schema(missing=(_missing(address, error),))

    def located(self, address: str, base: Path) -> Path:
        """The file for that address; InputRefused if there is none.

        It is looked for beside the document, then through a catalog, then on the shelf.
        """
        if not shelf.WEB.match(address) and not self.has(_path(base, address)):
            address = shelf.well_known(address) or address
        on_web = bool(shelf.WEB.match(address))
        file = None if on_web else _path(base, address)
        if self.has(file):
            return file
        for leads in self.through_catalogs(address, file):
            if found := self.at(leads):
                return found
        if on_web and (found := shelf.found(address)):
            return found
        if file and file.name in OURS and file.parent.name == "schema":
            return resources.directory("schema") / file.name
        raise _nowhere(address, on_web, file, self.root)

    def at(self, leads: str) -> Path | None:
        """What a catalog's answer leads to."""
        if shelf.WEB.match(leads):
            return shelf.found(leads)
        file = catalog.file_of(leads)
        file = file.resolve() if file else None
        return file if self.has(file) else None

    def has(self, file: Path | None) -> TypeGuard[Path]:
        """Whether it is a file of the edition."""
        try:
            return file is not None and file.is_relative_to(self.root) and file.is_file()
        except (OSError, ValueError):  # no file can have that name
            return False

    def through_catalogs(self, address: str, file: Path | None) -> Iterator[str]:
        names = [address, *([file.as_uri()] if file else [])]
        for path in self.catalogs():
            for name in names:
                if leads := catalog.resolved(name, path, self.root):
                    yield leads

    def catalogs(self) -> tuple[Path, ...]:
        """Where a catalog may be: as the settings say, and beside the document."""
        named = map(self.root.joinpath, self.choice.catalogs)
        return tuple(dict.fromkeys((*named, self.directory / catalog.NAME)))

    def with_age(self, schema: Schema, path: Path) -> Schema:
        """The *schema* at *path*, told as an older one of ours if that is what it seems to be."""
        copied = path.name in OURS and not path.with_name("rubricator.odd").exists()
        return replace(schema, older=(path,)) if copied else schema

    def is_ours(self, path: Path) -> bool:
        """Whether it is Rubricator's own schema, or an unchanged copy of it."""
        if path.name not in OURS:
            return False
        own = resources.directory("schema") / path.name
        return path == own or path.read_bytes() == own.read_bytes()


def _ours(path: Path) -> Schema:
    directory = resources.directory("schema")
    name = "rubricator.sch.xsl" if path.suffix == ".sch" else path.name
    return replace(Schema.read(directory / name), files=(path,))


def _path(base: Path, address: str) -> Path | None:
    uri = catalog.file_of(address)
    try:
        return (uri or base / unquote(address.partition("#")[0])).resolve()
    except (OSError, ValueError, RuntimeError):  # no file can have that name
        return None


def _nowhere(address: str, on_web: bool, file: Path | None, root: Path) -> InputRefused:
    if on_web:
        return InputRefused(
            "It is an address of the web, and nothing is fetched while validating.",
            remedy=f"Get it once with: rubricator schema add {address}",
        )
    if file and not file.is_relative_to(root):
        return InputRefused(
            f"It lies outside {root}, where nothing is read.",
            remedy="Ask for it with --schema, or run with -C on a directory that holds both.",
        )
    return InputRefused("There is no such file.", remedy="Put it there, or name another with --schema.")


def _missing(address: str, error: RubricatorError, start: int = -1, end: int = -1) -> Missing:
    where = f" ({error.where})" if error.where and error.where != address else ""
    return Missing(
        address, f"{error.what}{where}", error.remedy or "Mend it, or name another with --schema.", start, end
    )
