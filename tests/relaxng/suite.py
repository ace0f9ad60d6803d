"""The conformance suite of RELAX NG as cases: schemas with their files, documents with their verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation.relaxng import Grammar

SCHEMA = "/suite/schema"


@dataclass
class Case:
    """One schema of the suite: its section of the specification, its files, its documents."""

    line: int
    section: str
    correct: bool
    files: dict[str, bytes]
    documents: list[tuple[int, bool, bytes]] = field(default_factory=list)

    def grammar(self) -> Grammar:
        """The schema, read."""
        return Grammar.load(SCHEMA, self._load)

    def _load(self, address: str) -> Source:
        if address not in self.files:
            raise InputRefused("There is no such file.", where=address)
        return Source(self.files[address], address)


def cases(path: Path) -> Iterator[Case]:
    """Every case of the suite in *path*."""
    for test in etree.parse(path).iter("testCase"):
        files = dict(_files(test, "/suite/"))
        case = None
        for part in test.iterchildren("correct", "incorrect", "valid", "invalid"):
            if part.tag in ("correct", "incorrect"):
                section = test.findtext("section") or ""
                schema = {SCHEMA: _content(part)}
                case = Case(int(str(part.sourceline)), section, part.tag == "correct", files | schema)
            else:
                assert case is not None
                case.documents.append((int(str(part.sourceline)), part.tag == "valid", _content(part)))
        assert case is not None
        yield case


def _files(parent: etree._Element, folder: str) -> Iterator[tuple[str, bytes]]:
    for child in parent.iterchildren("resource", "dir"):
        if child.tag == "dir":
            yield from _files(child, f"{folder}{child.get('name')}/")
        else:
            yield f"{folder}{child.get('name')}", _content(child)


def _content(parent: etree._Element) -> bytes:
    child = next(parent.iterchildren("*"))
    return etree.tostring(child, encoding="utf-8", with_tail=False)
