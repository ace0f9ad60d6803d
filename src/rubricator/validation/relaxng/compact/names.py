"""Names in the compact syntax: prefixes, datatype libraries, and name classes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from rubricator.errors import InputRefused
from rubricator.validation.relaxng.compact.lexer import Token
from rubricator.validation.relaxng.compact.tree import Made

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
_XML = "http://www.w3.org/XML/1998/namespace"


class Reading(Protocol):
    """As much of the parser as name classes need."""

    @property
    def token(self) -> Token: ...
    def take(self) -> Token: ...
    def annotations(self) -> list[Made]: ...
    def takes(self, value: str) -> bool: ...
    def expect(self, *kinds: str) -> Token: ...


class Names:
    """What the declarations at the head of a schema say; a namespace of None is inherited."""

    def __init__(self, refused: Callable[[Token, str], InputRefused]) -> None:
        self.refused = refused
        self.prefixes: dict[str, str | None] = {"xml": _XML}
        self.libraries: dict[str, str] = {"xsd": XSD}
        self.default: str | None = None

    def declared(self) -> dict[str, str]:
        """The prefixes to declare in XML."""
        return {prefix: uri for prefix, uri in self.prefixes.items() if uri and prefix != "xml"}

    def library(self, prefix: str, token: Token) -> str:
        """The datatype library that *prefix* stands for."""
        if prefix not in self.libraries:
            raise self.refused(token, f"the prefix {prefix} stands for no datatype library")
        return self.libraries[prefix]

    def namespace(self, token: Token, prefix: str | None = None) -> str | None:
        """The namespace that a prefix stands for."""
        prefix = token.value if prefix is None else prefix
        if prefix not in self.prefixes:
            raise self.refused(token, f"the prefix {prefix} is declared nowhere")
        return self.prefixes[prefix]

    def value(self, library: str, name: str, text: str, line: int) -> Made:
        """A value of a datatype; names in it are of the default namespace."""
        made = Made("value", line, {"datatypeLibrary": library, "type": name}, text=text)
        if self.default is not None:
            made.attributes["ns"] = self.default
        return made

    def name_class(self, reading: Reading, is_element: bool) -> Made:
        """A name class, of elements or of attributes (whose names without prefix are in no namespace)."""
        first = self._single(reading, is_element)
        if reading.token.kind != "|":
            return first
        made = Made("choice", first.line, children=[first])
        while reading.takes("|"):
            made.children.append(self._single(reading, is_element))
        return made

    def _single(self, reading: Reading, is_element: bool) -> Made:
        reading.annotations()
        token = reading.take()
        match token.kind:
            case "(":
                made = self.name_class(reading, is_element)
                reading.expect(")")
                return made
            case "*":
                made = Made("anyName", token.line)
            case "nsname":
                made = _in(self.namespace(token, token.value[:-2]), Made("nsName", token.line))
            case "cname":
                prefix, _, local = token.value.partition(":")
                return _in(self.namespace(token, prefix), Made("name", token.line, text=local))
            case "name" | "keyword":
                uri = self.default if is_element else ""
                return _in(uri, Made("name", token.line, text=token.value))
            case _:
                raise self.refused(token, "expected a name")
        if reading.takes("-"):
            made.children.append(Made("except", token.line, children=[self._single(reading, is_element)]))
        return made


def _in(namespace: str | None, made: Made) -> Made:
    if namespace is not None:
        made.attributes["ns"] = namespace
    return made
