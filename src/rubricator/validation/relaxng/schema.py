"""A schema file as a tree of RELAX NG's elements, without foreign ones (RELAX NG, 3 and 4.1 to 4.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation.relaxng.datatypes import WHITE
from rubricator.validation.relaxng.syntax import (
    ATTRIBUTES,
    EMPTY,
    NEED_ATTRIBUTE,
    STRINGS,
    misplaced,
    wrong_attributes,
    wrong_content,
)

RNG = "http://relaxng.org/ns/structure/1.0"
ANNOTATIONS = "http://relaxng.org/ns/compatibility/annotations/1.0"
_XML_BASE = "http://www.w3.org/XML/1998/namespace base"
_DEFAULT = f"{ANNOTATIONS} defaultValue"
_OURS = f"{RNG} "
_XML_SCOPE = {"xml": "http://www.w3.org/XML/1998/namespace"}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


@dataclass(slots=True, eq=False)
class Node:
    """One element of a schema, with what it inherits from those around it already its own."""

    name: str
    attributes: dict[str, str]
    namespace: str
    library: str
    base: str
    scope: dict[str, str]
    line: int
    file: str
    children: list[Node] = field(default_factory=list)
    text: str = ""
    default: str | None = None

    def refused(self, what: str, remedy: str = "") -> InputRefused:
        """The error that *what* is wrong with this element of the schema."""
        return InputRefused(what, where=f"{self.file}:{self.line}", remedy=remedy)


def read_schema(source: Source, *, namespace: str = "", base: str = "") -> Node:
    """The root of the schema in *source*, inheriting *namespace*; InputRefused if it is none."""
    reader = _Reader(source, namespace, base)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartNamespaceDeclHandler = reader.declare
    reader.parser = parser
    try:
        parser.Parse(source.data, True)
    except expat.ExpatError as error:
        raise InputRefused(
            f"The schema is not well-formed XML: {expat.ErrorString(error.code)}.",
            where=f"{source.name}:{error.lineno}",
            remedy="Mend the schema, or get it again from where it came from.",
        ) from error
    assert reader.root is not None
    return reader.root


class _Reader:
    """Builds nodes from what the parser meets."""

    parser: expat.XMLParserType

    def __init__(self, source: Source, namespace: str, base: str) -> None:
        self.source = source
        self.namespace = namespace
        self.base = base or source.name
        self.root: Node | None = None
        self.open: list[Node] = []
        self.foreign = 0
        self.pending: dict[str, str] | None = None
        self.texts: list[str] = []

    def declare(self, prefix: str | None, uri: str | None) -> None:
        if self.pending is None:
            self.pending = dict(self.open[-1].scope if self.open else _XML_SCOPE)
        self.pending[prefix or ""] = uri or ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        declared, self.pending = self.pending, None
        if self.foreign:
            self.foreign += 1
            return
        parent = self.open[-1] if self.open else None
        if not name.startswith(_OURS):
            if parent is None:
                raise self.not_a_schema(name)
            if parent.name in STRINGS:
                raise parent.refused(f"The element {parent.name!r} may hold no other element.")
            self.foreign = 1
            return
        local, line = name[len(_OURS) :], self.parser.CurrentLineNumber
        if parent is None:
            scope = declared or _XML_SCOPE
            node = Node(local, {}, self.namespace, "", self.base, scope, line, self.source.name)
        else:
            scope = declared or parent.scope
            node = Node(local, {}, parent.namespace, parent.library, parent.base, scope, line, parent.file)
            parent.children.append(node)
            if self.texts:
                self.close_text(parent)
        self.open.append(node)
        self.take(node, attributes)

    def take(self, node: Node, attributes: dict[str, str]) -> None:
        permitted = ATTRIBUTES.get(node.name)
        if permitted is None:
            raise node.refused(f"RELAX NG has no element {node.name!r}.")
        for name, value in attributes.items():
            if " " in name:
                namespace = name.rpartition(" ")[0]
                if namespace == RNG:
                    raise node.refused(f"The attribute {name!r} may not be in RELAX NG's namespace.")
                if name == _XML_BASE:
                    node.base = resolve(node.base, value)
                elif name == _DEFAULT and node.name == "attribute":
                    node.default = value
            elif name == "ns":
                node.namespace = value
                node.attributes[name] = value
            elif name == "datatypeLibrary":
                node.library = self.library(node, value)
            elif name in permitted:
                node.attributes[name] = (
                    value if name == "href" or node.name == "param" else value.strip(WHITE)
                )
                if name in ("name", "type", "combine"):
                    node.attributes[name] = value.strip(WHITE)
            else:
                raise node.refused(f"The element {node.name!r} has no attribute {name!r}.")

    def library(self, node: Node, value: str) -> str:
        if value and (not _SCHEME.match(value) or "#" in value or value.endswith(":")):
            raise node.refused(f"The datatypeLibrary {value!r} is not an absolute URI.")
        if re.search(r"%(?![0-9A-Fa-f]{2})", value):
            raise node.refused(f"The datatypeLibrary {value!r} is not a URI.")
        return value

    def characters(self, text: str) -> None:
        # White space matters in the few elements that hold strings; there is much of it elsewhere.
        if not self.foreign and self.open and (self.open[-1].name in STRINGS or text.strip(WHITE)):
            self.texts.append(text)

    def close_text(self, node: Node) -> None:
        text = "".join(self.texts)
        self.texts.clear()
        if node.name in STRINGS:
            node.text += text
        elif text.strip(WHITE):
            raise node.refused(f"The text {text.strip()[:30]!r} stands in the element {node.name!r}.")

    def end(self, name: str) -> None:
        if self.foreign:
            self.foreign -= 1
            return
        node = self.open.pop()
        if self.texts:
            self.close_text(node)
        if node.name == "name":
            node.text = node.text.strip(WHITE)
        problem = (misplaced(node) or wrong_content(node)) if node.children or node.name not in EMPTY else ""
        problem = (
            problem or ((node.attributes or node.name in NEED_ATTRIBUTE) and wrong_attributes(node)) or ""
        )
        if problem:
            raise node.refused(problem)
        if not self.open:
            self.root = node

    def not_a_schema(self, name: str) -> InputRefused:
        local = name.rpartition(" ")[2]
        remedy = "RELAX NG's elements are in the namespace " + RNG + "."
        if name.startswith("http://www.w3.org/2001/XMLSchema"):
            remedy = "This is a W3C XML Schema; a RELAX NG schema is needed."
        elif name.startswith("http://www.tei-c.org/ns/1.0"):
            remedy = "This is a TEI document; if it is an ODD, a RELAX NG schema has to be made of it first."
        return InputRefused(
            f"The root element {local!r} is not RELAX NG.",
            where=f"{self.source.name}:{self.parser.CurrentLineNumber}",
            remedy=remedy,
        )


def resolve(base: str, reference: str) -> str:
    """The address *reference* means where *base* is in force; addresses here are paths or URIs."""
    from urllib.parse import unquote, urljoin, urlsplit

    if _SCHEME.match(reference) and not re.match(r"[A-Za-z]:[\\/]", reference):
        return unquote(urlsplit(reference).path) if reference.startswith("file:") else reference
    if _SCHEME.match(base) and not re.match(r"[A-Za-z]:[\\/]", base):
        return urljoin(base, reference)
    folder = base if base.endswith(("/", "\\")) else str(Path(base).parent)
    return str(Path(folder) / unquote(reference)) + ("/" if reference.endswith("/") else "")
