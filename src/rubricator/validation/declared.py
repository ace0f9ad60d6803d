"""The schemas that a document itself names, in `xml-model` instructions before its root (W3C, 2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rubricator import markup
from rubricator.errors import InputRefused
from rubricator.source import Source


class Language(Enum):
    """What a schema is written in."""

    RELAX_NG = "RELAX NG"
    COMPACT = "the compact syntax of RELAX NG"
    SCHEMATRON = "Schematron"
    ODD = "ODD"
    W3C = "W3C XML Schema"
    DTD = "a DTD"
    UNKNOWN = "a language that is not known here"


READABLE = frozenset((Language.RELAX_NG, Language.COMPACT, Language.SCHEMATRON, Language.ODD))
"""Those that documents can be held to; others are taken for a second form of the same."""

_NAMESPACES = {
    "http://relaxng.org/ns/structure/1.0": Language.RELAX_NG,
    "http://purl.oclc.org/dsdl/schematron": Language.SCHEMATRON,
    "http://www.ascc.net/xml/schematron": Language.SCHEMATRON,
    "http://www.w3.org/2001/XMLSchema": Language.W3C,
}
_TYPES = {
    "application/relax-ng-compact-syntax": Language.COMPACT,
    "application/xml-dtd": Language.DTD,
}
_ENDINGS = {
    ".rng": Language.RELAX_NG,
    ".rnc": Language.COMPACT,
    ".sch": Language.SCHEMATRON,
    ".isosch": Language.SCHEMATRON,
    ".odd": Language.ODD,
    ".xsd": Language.W3C,
    ".dtd": Language.DTD,
}
_PART = re.compile(r"<!--.*?-->|<\?(?P<target>[^\s?>]+)(?P<body>.*?)\?>|<!DOCTYPE|<[^!?]", re.DOTALL)
_PSEUDO = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Declared:
    """One schema that a document names: its address, its language, and where the document says so."""

    address: str
    language: Language
    start: int
    end: int
    phase: str = ""
    """Which of the phases of a Schematron schema is meant, where the document says so."""


def declared(source: Source) -> tuple[Declared, ...]:
    """The schemas that *source* names, in their order; none where it cannot be read."""
    try:
        return tuple(_declared(source.markup))
    except InputRefused:
        return ()


def language(address: str) -> Language:
    """The language of a schema by the ending of its name."""
    name = address.partition("#")[0].partition("?")[0].lower()
    return next((found for ending, found in _ENDINGS.items() if name.endswith(ending)), Language.UNKNOWN)


def _declared(text: str) -> Iterator[Declared]:
    position = 0
    while part := _PART.search(text, position):
        position = part.end()
        if part[0] == "<!DOCTYPE":
            subset = markup.doctype(text)
            if subset is None:
                return
            position = subset.end
        elif part["target"] == "xml-model":
            said = {name: _unescaped(one or other) for name, one, other in _PSEUDO.findall(part["body"])}
            if address := said.get("href", "").strip():
                phase = said.get("phase", "").strip()
                yield Declared(address, _language(said, address), part.start(), part.end(), phase)
        elif part["target"] is None and not part[0].startswith("<!--"):
            return


def _unescaped(value: str) -> str:
    for name, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        value = value.replace(f"&{name};", character)
    return value


def _language(said: dict[str, str], address: str) -> Language:
    namespace = _NAMESPACES.get(said.get("schematypens", "").strip())
    return namespace or _TYPES.get(said.get("type", "").strip()) or language(address)
