"""A schema ready to judge documents."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rubricator.collecting import uncollected
from rubricator.errors import InputRefused
from rubricator.files import read_bytes
from rubricator.source import Source
from rubricator.validation.relaxng.automaton import Automaton
from rubricator.validation.relaxng.composition import Composer, Load
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.packing import NotPackedError, pack, unpack
from rubricator.validation.relaxng.patterns import Pattern
from rubricator.validation.relaxng.restrictions import ForbiddenError, Restrictions, reachable
from rubricator.validation.relaxng.simplification import Simplifier

if TYPE_CHECKING:
    from rubricator.validation.relaxng.vocabulary import Vocabulary

_MANY = 300_000  # patterns: some 100 MB


class Grammar:
    """A RELAX NG schema, with the memory of all the states that documents have led to."""

    def __init__(
        self, name: str, automaton: Automaton, *, needs_context: bool, files: tuple[Source, ...] = ()
    ) -> None:
        self.name = name
        self.automaton = automaton
        self.needs_context = needs_context  # whether prefixes in values count
        self._files = files

    @classmethod
    def read(cls, path: Path) -> Grammar:
        """The schema in the file at *path*, with all it includes; InputRefused if it is wrong."""
        return cls.load(str(path.resolve()), _from_disk)

    def tidy(self) -> None:
        """Forget what documents have led to, if it has become very much, as interleaves can."""
        if len(self.automaton.patterns) > _MANY:
            self.automaton = Automaton(*unpack(pack(self.automaton.first)))
            for fact in ("elements", "vocabulary"):
                self.__dict__.pop(fact, None)

    @classmethod
    def load(cls, address: str, load: Load) -> Grammar:
        """The schema at *address*, its files given by *load*; InputRefused with the reason if it is wrong."""
        composer = Composer(load)
        simplifier = Simplifier(composer)
        try:
            with uncollected():
                start = simplifier.start(address)
                _check(start, address)
        except RecursionError as error:
            raise InputRefused("The schema is nested too deeply.", where=address) from error
        files = tuple(composer.files)
        needs_context = any(b"QName" in file.data or b"NOTATION" in file.data for file in files)
        return cls(address, Automaton(simplifier.patterns, start), needs_context=needs_context, files=files)

    @classmethod
    def unpacked(cls, data: bytes, name: str) -> Grammar:
        """The schema of that name from what `packed` gave; NotPackedError if it is none."""
        told, _, patterns = data.partition(b"\n")
        try:
            needs_context, rules = json.loads(told)
        except (TypeError, ValueError) as error:
            raise NotPackedError from error
        grammar = cls(name, Automaton(*unpack(patterns)), needs_context=bool(needs_context))
        grammar.__dict__["schematron"] = None if rules is None else rules.encode()
        return grammar

    def packed(self) -> bytes:
        """The schema as data from which it can be had again in less time."""
        rules = None if self.schematron is None else self.schematron.decode()
        return json.dumps([self.needs_context, rules]).encode() + b"\n" + pack(self.automaton.first)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The facts about the schema that messages draw on."""
        from rubricator.validation.relaxng.vocabulary import (
            Vocabulary,
        )  # needed only where something is wrong

        return Vocabulary(self.automaton, self.elements)

    @cached_property
    def schematron(self) -> bytes | None:
        """The Schematron rules that stand in the schema, as a schema of their own; None if there are none."""
        from rubricator.validation.relaxng.embedded import schematron  # asked for by few

        return schematron(self._files)

    @cached_property
    def incompatible(self) -> tuple[str, ...]:
        """Why identifiers and default values of the schema cannot be relied on, if they cannot."""
        from rubricator.validation.relaxng.compatibility import problems  # asked for by few

        return tuple(dict.fromkeys(problems(self.elements, self.automaton.derivatives)))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element that a document may hold, in the schema's order."""
        return tuple(reachable(self.automaton.first))


def _check(start: Pattern, address: str) -> None:
    restrictions = Restrictions()
    try:
        restrictions.check_start(start)
    except ForbiddenError as error:
        raise InputRefused(str(error), where=address) from error
    for element in reachable(start):
        try:
            restrictions.check_content(element.pattern)
        except ForbiddenError as error:
            what = f"In the element {element.name.rpartition(' ')[2]!r}: {error}"
            assert element.node is not None  # it comes from a schema just read
            raise element.node.refused(what) from error


def _from_disk(address: str) -> Source:
    if "://" in address:
        raise InputRefused(
            f"The schema refers to {address}, which is not fetched.",
            remedy="Put a copy of that file beside the schema, and refer to the copy.",
        )
    return Source(read_bytes(Path(address)), address)
