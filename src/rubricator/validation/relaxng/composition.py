"""Schemas put together from several files and grammars (RELAX NG, 4.6, 4.7, 4.17 and 4.18)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from rubricator.source import Source
from rubricator.validation.relaxng.schema import Node, read_schema, resolve
from rubricator.validation.relaxng.syntax import is_pattern

Load = Callable[[str], Source]
"""Gives the schema file at an address; InputRefused if it cannot be had."""

START = ""  # the name that the start of a grammar goes by among its definitions


@dataclass(eq=False)
class Definition:
    """All that a grammar says under one name."""

    name: str
    parts: list[Node] = field(default_factory=list)
    combine: str = ""


@dataclass(eq=False)
class Scope:
    """A grammar: its definitions by name (the start's is `START`), and the grammar it stands in."""

    node: Node
    parent: Scope | None
    definitions: dict[str, Definition] = field(default_factory=dict)


class Composer:
    """Reads the files that a schema names and gathers the definitions of its grammars."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.files: list[Source] = []
        self._within: list[str] = []  # the files being read, each from within the one before

    @contextmanager
    def reading(self, address: str, namespace: str = "", at: Node | None = None) -> Iterator[Node]:
        """The root of the schema at *address*, inheriting *namespace*, which the element *at* asks for."""
        if address in self._within:
            assert at is not None
            raise at.refused(f"The schema {at.attributes['href']!r} includes itself.")
        self._within.append(address)
        source = self.load(address)
        if address.lower().endswith(".rnc"):
            from rubricator.validation.relaxng import compact  # few schemas are written so

            source = compact.to_xml(source)
        self.files.append(source)
        root = read_schema(source, namespace=namespace, base=address)
        if not is_pattern(root):
            raise root.refused(f"A schema may not begin with the element {root.name!r}.")
        yield root
        self._within.pop()

    def following(self, node: Node) -> AbstractContextManager[Node]:
        """The root of the schema that the `externalRef` or `include` in *node* names."""
        return self.reading(resolve(node.base, node.attributes["href"]), node.namespace, node)

    def scope(self, grammar: Node, parent: Scope | None) -> Scope:
        """The definitions of *grammar*, with all it includes."""
        scope = Scope(grammar, parent)
        combined: dict[str, str] = {}
        bare: set[str] = set()
        for component in self._components(grammar):
            name = component_name(component)
            how = component.attributes.get("combine", "")
            if not how:
                if name in bare:
                    raise component.refused(f"{_label(name)} is defined twice without 'combine'.")
                bare.add(name)
            elif combined.setdefault(name, how) != how:
                raise component.refused(f"{_label(name)} is combined both by choice and by interleave.")
            definition = scope.definitions.setdefault(name, Definition(name))
            definition.parts.append(component)
            definition.combine = combined.get(name, "")
        if START not in scope.definitions:
            raise grammar.refused("The grammar has no start.", "Say with <start> which element is the root.")
        return scope

    def _components(self, node: Node) -> Iterator[Node]:
        """The `start` and `define` elements of a grammar, `div` and `include` resolved, in order."""
        for child in node.children:
            if child.name == "div":
                yield from self._components(child)
            elif child.name == "include":
                yield from self._included(child)
            else:
                yield child

    def _included(self, node: Node) -> Iterator[Node]:
        overriding = list(self._components(node))
        overridden = {component_name(component) for component in overriding}
        with self.following(node) as root:
            if root.name != "grammar":
                raise node.refused(f"What is included, {node.attributes['href']!r}, is not a grammar.")
            included = list(self._components(root))
        found = {component_name(component) for component in included} & overridden
        for component in overriding:
            if component_name(component) not in found:
                label = _label(component_name(component))
                raise component.refused(f"{label} overrides nothing in {node.attributes['href']!r}.")
        yield from (component for component in included if component_name(component) not in overridden)
        yield from overriding


def component_name(component: Node) -> str:
    """The name that a `start` or `define` element gives what it holds."""
    return START if component.name == "start" else component.attributes["name"]


def _label(name: str) -> str:
    return repr(name) if name else "The start"
