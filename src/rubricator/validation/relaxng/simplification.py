"""From the elements of a schema to patterns of the simple form (RELAX NG, 4.8 to 4.21)."""

from __future__ import annotations

from rubricator.validation.relaxng.composition import START, Composer, Scope
from rubricator.validation.relaxng.datatypes import Datatype, UnknownDatatypeError, datatype
from rubricator.validation.relaxng.elements import Element
from rubricator.validation.relaxng.names import (
    NOTHING,
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NsName,
    expanded,
)
from rubricator.validation.relaxng.patterns import Pattern, Patterns
from rubricator.validation.relaxng.schema import Node

_XMLNS = "http://www.w3.org/2000/xmlns"


class Simplifier:
    """Makes the patterns of one schema: each definition once, each element's content when it is asked for."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.patterns = Patterns()
        self._made: dict[tuple[Scope, str], Pattern | None] = {}
        self._classes: dict[Node, NameClass] = {}
        self._scopes: dict[Node, Scope] = {}
        self._external: dict[Node, Node] = {}

    def start(self, address: str) -> Pattern:
        """The pattern that a whole document must match, by the schema at *address*."""
        with self.composer.reading(address) as root:
            self._check(root, None)
        return self._pattern(root, None)

    # -- names ----------------------------------------------------------------------------------------------

    def _names(self, node: Node, *, attribute: bool = False, within: str = "") -> NameClass:
        """The name class in *node* (4.8 to 4.10, 4.16)."""
        if node.name == "name":
            return Name(self._name(node, node.text, node.namespace, attribute=attribute))
        if node.name == "choice":
            parts = [self._names(child, attribute=attribute, within=within) for child in node.children]
            return parts[0] if len(parts) == 1 else NameChoice(tuple(parts))
        if within == "anyName" and node.name == "anyName":
            raise node.refused("An anyName may not be excepted from an anyName.")
        if within == "nsName":
            raise node.refused(f"An {node.name} may not be excepted from an nsName.")
        if attribute and node.name == "nsName" and node.namespace == _XMLNS:
            raise node.refused("An attribute may not be in the namespace of xmlns.")
        but: NameClass = NOTHING
        for child in node.children:
            parts = [self._names(part, attribute=attribute, within=node.name) for part in child.children]
            but = parts[0] if len(parts) == 1 else NameChoice(tuple(parts))
        return AnyName(but) if node.name == "anyName" else NsName(node.namespace, but)

    def _name(self, node: Node, written: str, namespace: str, *, attribute: bool) -> str:
        prefix, colon, local = written.rpartition(":")
        if colon:
            if prefix not in node.scope:
                raise node.refused(f"The prefix {prefix!r} is not declared.")
            namespace = node.scope[prefix]
        if attribute and (namespace == _XMLNS or (not namespace and local == "xmlns")):
            raise node.refused("An attribute may not be named xmlns.")
        return expanded(namespace, local)

    def _own_names(self, node: Node) -> tuple[NameClass, list[Node]]:
        """The name class of an `element` or `attribute`, and its other children."""
        attribute = node.name == "attribute"
        named = "name" in node.attributes
        names = self._classes.get(node)
        if names is None:
            if named:
                # 4.8: an attribute that an attribute names is in no namespace unless it says so itself.
                namespace = node.attributes.get("ns", "") if attribute else node.namespace
                names = Name(self._name(node, node.attributes["name"], namespace, attribute=attribute))
            else:
                names = self._names(node.children[0], attribute=attribute)
            self._classes[node] = names
        return names, node.children if named else node.children[1:]

    # -- patterns -------------------------------------------------------------------------------------------

    def _pattern(self, node: Node, scope: Scope | None) -> Pattern:
        """The simple pattern of *node*."""
        make = self.patterns
        kind = node.name
        if kind == "ref":
            return self._definition(node, scope)
        if kind == "empty":
            return make.empty
        if kind == "text":
            return make.text
        if kind == "notAllowed":
            return make.not_allowed
        if kind == "element":
            return self._element(node, scope)
        if kind == "attribute":
            return self._attribute(node, scope)
        if kind == "data":
            return self._data(node, scope)
        if kind == "value":
            return make.value(self._type(node, ()), node.text, node.scope | {"": node.namespace})
        if kind == "parentRef":
            return self._definition(node, scope.parent if scope else None)
        if kind == "grammar":
            return self._define(self._scopes[node], START, node)
        if kind == "externalRef":
            return self._pattern(self._external[node], scope)
        parts = [self._pattern(child, scope) for child in node.children]
        if kind == "choice":
            return make.choice(parts)
        if kind == "interleave":
            return make.interleave(parts)
        whole = parts[0] if len(parts) == 1 else make.group(parts)
        if kind == "optional":
            return make.optional(whole)
        if kind == "zeroOrMore":
            return make.zero_or_more(whole)
        if kind == "oneOrMore":
            return make.one_or_more(whole)
        if kind == "mixed":
            return make.interleave((whole, make.text))
        if kind == "list":
            return make.list(whole)
        return whole  # group

    def _sequence(self, nodes: list[Node], scope: Scope | None) -> Pattern:
        return self.patterns.group(self._pattern(node, scope) for node in nodes)

    def _element(self, node: Node, scope: Scope | None) -> Pattern:
        names, content = self._own_names(node)
        element = Element(node, names, lambda: self._sequence(content, scope))
        return self.patterns.element(element)

    def _attribute(self, node: Node, scope: Scope | None) -> Pattern:
        names, content = self._own_names(node)
        value = self._pattern(content[0], scope) if content else self.patterns.text
        return self.patterns.attribute(names, value, node.default)

    def _type(self, node: Node, parameters: tuple[tuple[str, str], ...]) -> Datatype:
        name = node.attributes.get("type")
        library = node.library if name is not None else ""
        try:
            return datatype(library, name or "token", parameters)
        except UnknownDatatypeError as error:
            raise node.refused(str(error)) from error

    def _parameters(self, node: Node) -> tuple[tuple[str, str], ...]:
        return tuple(
            (child.attributes["name"], child.text) for child in node.children if child.name == "param"
        )

    def _data(self, node: Node, scope: Scope | None) -> Pattern:
        excepted = [child for child in node.children if child.name == "except"]
        but = None
        if excepted:
            but = self.patterns.choice(self._pattern(child, scope) for child in excepted[0].children)
        return self.patterns.data(self._type(node, self._parameters(node)), but)

    # -- grammars -------------------------------------------------------------------------------------------

    def _definition(self, node: Node, scope: Scope | None) -> Pattern:
        assert scope is not None  # _check has seen to that
        return self._define(scope, node.attributes["name"], node)

    def _define(self, scope: Scope, name: str, node: Node) -> Pattern:
        """What *name* stands for in *scope*; *node* refers to it."""
        key = (scope, name)
        if key in self._made:
            made = self._made[key]
            if made is None:
                raise node.refused(f"{name!r} is defined by itself, without an element between.")
            return made
        self._made[key] = None
        definition = scope.definitions[name]
        parts = [self._sequence(part.children, scope) for part in definition.parts]
        whole = self.patterns.interleave if definition.combine == "interleave" else self.patterns.choice
        made = self._made[key] = parts[0] if len(parts) == 1 else whole(parts)
        return made

    def _check(self, node: Node, scope: Scope | None) -> None:
        """Refuse what is wrong even where nothing refers to it (4.16, 4.18), and read what is outside."""
        kind = node.name
        if kind in ("ref", "parentRef"):
            grammar = scope.parent if scope and kind == "parentRef" else scope if kind == "ref" else None
            if grammar is None:
                raise node.refused(f"The {kind} {node.attributes['name']!r} is in no grammar.")
            if node.attributes["name"] not in grammar.definitions:
                raise node.refused(f"Nothing is defined by the name {node.attributes['name']!r}.")
            return
        if kind == "grammar":
            inner = self._scopes[node] = self.composer.scope(node, scope)
            for definition in inner.definitions.values():
                for part in definition.parts:
                    for child in part.children:
                        self._check(child, inner)
            return
        if kind == "externalRef":
            with self.composer.following(node) as root:
                self._external[node] = root
                self._check(root, scope)
            return
        if kind in ("element", "attribute"):
            self._own_names(node)
        elif kind == "value":
            self._type(node, ())
        elif kind == "data":
            self._type(node, self._parameters(node))
        for child in node.children:
            if child.name not in ("name", "anyName", "nsName", "param"):
                self._check(child, scope)
