"""The grammar of the compact syntax, by recursive descent (annex C.2), giving the XML syntax."""

from __future__ import annotations

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation.relaxng.compact.lexer import Token, tokens
from rubricator.validation.relaxng.compact.names import Names
from rubricator.validation.relaxng.compact.tree import Made, serialized

_CONNECTORS = {",": "group", "|": "choice", "&": "interleave"}
_REPEATS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
_COMBINES = {"=": "", "|=": "choice", "&=": "interleave"}
_BRACED = ("list", "mixed")
_BARE = ("empty", "text", "notAllowed")


def to_xml(source: Source) -> Source:
    """The schema in *source* in the XML syntax, under the same name; InputRefused where it is wrong."""
    parser = _Parser(source)
    root = parser.schema()
    return Source(serialized(root, parser.names.declared()).encode("utf-8"), source.name)


class _Parser:
    """Reads tokens from left to right; each method reads one thing and returns what it makes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tokens = [token for token in tokens(source) if token.kind != "documentation"]
        self.at = 0
        self.names = Names(self.refused)

    # -- tokens

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def ahead(self) -> Token:
        return self.tokens[min(self.at + 1, len(self.tokens) - 1)]

    def take(self) -> Token:
        token = self.token
        self.at = min(self.at + 1, len(self.tokens) - 1)
        return token

    def takes(self, value: str) -> bool:
        """Take the keyword or sign *value* if it comes next."""
        if self.token.value == value and self.token.kind in ("keyword", value):
            self.take()
            return True
        return False

    def expect(self, *kinds: str) -> Token:
        if self.token.kind not in kinds:
            raise self.refused(self.token, f"expected {' or '.join(kinds)}")
        return self.take()

    def refused(self, token: Token, what: str) -> InputRefused:
        met = "the end" if token.kind == "end" else f"“{token.value}”"
        return InputRefused(
            f"The schema in the compact syntax cannot be read at {met}: {what}.",
            where=f"{self.source.name}:{token.line}",
            remedy="Correct the schema there.",
        )

    # -- the whole

    def schema(self) -> Made:
        while self.token.kind == "keyword" and self.token.value in ("namespace", "default", "datatypes"):
            self.declaration()
        given = self.annotations()
        if self.is_content() or self.token.kind == "end":
            root = Made("grammar", self.token.line)
            self.contents(root, given, "end")
        else:
            root = _annotated(self.pattern(), given)
        self.expect("end")
        return root

    def declaration(self) -> None:
        keyword = self.take()
        if keyword.value == "datatypes":
            prefix = self.expect("name", "keyword")
            self.expect("=")
            self.names.libraries[prefix.value] = self.literal()
            return
        is_default = keyword.value == "default"
        if is_default and not self.takes("namespace"):
            raise self.refused(self.token, "expected namespace")
        prefix_value = self.take().value if self.token.kind in ("name", "keyword") else ""
        self.expect("=")
        uri = None if self.takes("inherit") else self.literal()
        if prefix_value:
            self.names.prefixes[prefix_value] = uri
        if is_default:
            self.names.default = uri

    def literal(self) -> str:
        parts = [self.expect("literal").value]
        while self.takes("~"):
            parts.append(self.expect("literal").value)
        return "".join(parts)

    # -- grammars

    def is_content(self) -> bool:
        """Whether a component of a grammar comes next, rather than a pattern."""
        token, following = self.token, self.ahead()
        if token.kind == "keyword" and token.value in ("start", "div", "include"):
            return True
        if token.kind == "name" and following.kind in _COMBINES:
            return True
        return token.kind in ("cname", "name") and following.kind == "["

    def contents(self, parent: Made, given: list[Made], end: str) -> None:
        while True:
            given = given or self.annotations()
            if self.token.kind == end:
                return
            parent.children.append(_annotated(self.component(), given))
            given = []

    def component(self) -> Made:
        token = self.token
        if token.kind == "keyword" and token.value == "div":
            self.take()
            return self.braced(Made("div", token.line))
        if token.kind == "keyword" and token.value == "include":
            self.take()
            made = self.reference("include", token.line)
            return self.braced(made) if self.token.kind == "{" else made
        if token.kind in ("cname", "name") and self.ahead().kind == "[":
            return self.foreign_element()
        if token.kind == "keyword" and token.value == "start":
            self.take()
            made = Made("start", token.line)
        else:
            made = Made("define", token.line, {"name": self.expect("name").value})
        combine = _COMBINES[self.expect(*_COMBINES).kind]
        if combine:
            made.attributes["combine"] = combine
        made.children.append(self.pattern())
        return made

    def braced(self, made: Made) -> Made:
        self.expect("{")
        self.contents(made, [], "}")
        self.expect("}")
        return made

    def reference(self, name: str, line: int) -> Made:
        """What an `include` or `external` leads to, with the namespace it is to inherit."""
        made = Made(name, line, {"href": self.literal()})
        uri = self.names.default
        if self.takes("inherit"):
            self.expect("=")
            uri = self.names.namespace(self.expect("name", "keyword"))
        if uri is not None:
            made.attributes["ns"] = uri
        return made

    # -- patterns

    def pattern(self) -> Made:
        first = self.particle()
        sign = self.token.kind
        if sign not in _CONNECTORS:
            return first
        made = Made(_CONNECTORS[sign], first.line, children=[first])
        while self.token.kind in _CONNECTORS:
            if self.token.kind != sign:
                raise self.refused(self.token, f"“{sign}” and “{self.token.kind}” are mixed; set parentheses")
            self.take()
            made.children.append(self.particle())
        return made

    def particle(self) -> Made:
        given = self.annotations()
        made = _annotated(self.primary(), given)
        while self.token.kind in _REPEATS or self.token.kind == ">>":
            if self.takes(">>"):
                self.foreign_element()
            else:
                made = Made(_REPEATS[self.take().kind], made.line, children=[made])
        return made

    def primary(self) -> Made:
        token = self.token
        if token.kind == "(":
            self.take()
            made = self.pattern()
            self.expect(")")
            return made
        if token.kind == "literal":
            return self.names.value("", "token", self.literal(), token.line)
        if token.kind == "name":
            return Made("ref", token.line, {"name": self.take().value})
        if token.kind == "cname":
            prefix, _, local = self.take().value.partition(":")
            return self.data(self.names.library(prefix, token), local, token.line)
        if token.kind != "keyword":
            raise self.refused(token, "expected a pattern")
        return self.keyword(self.take())

    def keyword(self, token: Token) -> Made:
        word, line = token.value, token.line
        if word in ("element", "attribute"):
            made = Made(word, line, children=[self.names.name_class(self, word == "element")])
            self.expect("{")
            made.children.append(self.pattern())
            self.expect("}")
            return made
        if word in _BRACED:
            self.expect("{")
            made = Made(word, line, children=[self.pattern()])
            self.expect("}")
            return made
        if word in _BARE:
            return Made(word, line)
        if word in ("string", "token"):
            return self.data("", word, line)
        if word == "parent":
            return Made("parentRef", line, {"name": self.expect("name").value})
        if word == "external":
            return self.reference("externalRef", line)
        if word == "grammar":
            return self.braced(Made("grammar", line))
        raise self.refused(token, "expected a pattern")

    def data(self, library: str, name: str, line: int) -> Made:
        """A datatype with its parameters and exception, or a value of it."""
        if self.token.kind == "literal":
            return self.names.value(library, name, self.literal(), line)
        made = Made("data", line, {"datatypeLibrary": library, "type": name})
        if self.takes("{"):
            while not self.takes("}"):
                self.annotations()
                param = Made("param", self.token.line, {"name": self.expect("name", "keyword").value})
                self.expect("=")
                param.text = self.literal()
                made.children.append(param)
        if self.takes("-"):
            given = self.annotations()
            made.children.append(Made("except", line, children=[_annotated(self.primary(), given)]))
        return made

    # -- annotations

    def annotations(self) -> list[Made]:
        """What stands in brackets before a component or a pattern: attributes, then foreign elements."""
        if self.token.kind != "[":
            return []
        line = self.take().line
        holder = Made("", line)
        while self.token.kind in ("cname", "name", "keyword") and self.ahead().kind == "=":
            name = self.take().value
            self.take()
            holder.attributes[name] = self.literal()
        while not self.takes("]"):
            holder.children.append(self.foreign_element())
        return [holder]

    def foreign_element(self) -> Made:
        """An element of another namespace: its name, then in brackets its attributes and content."""
        name = self.expect("cname", "name", "keyword")
        made = Made(name.value, name.line)
        self.expect("[")
        while self.token.kind in ("cname", "name", "keyword") and self.ahead().kind == "=":
            attribute = self.take().value
            self.take()
            made.attributes[attribute] = self.literal()
        while not self.takes("]"):
            if self.token.kind == "literal":
                made.children.append(Made("", self.token.line, text=self.literal()))
            else:
                made.children.append(self.foreign_element())
        if ":" not in made.name:
            made.attributes = {"xmlns": "", **made.attributes}
        return _without_nameless(made)


def _annotated(made: Made, given: list[Made]) -> Made:
    """The element with the annotations that stand before it: attributes with a prefix, then elements."""
    for holder in given:
        made.attributes.update({name: value for name, value in holder.attributes.items() if ":" in name})
        if made.name != "value":  # which may hold no element, not even a foreign one
            made.children[:0] = [child for child in holder.children if ":" in child.name]
    return made


def _without_nameless(made: Made) -> Made:
    """The element with its text as its own, where it holds nothing else."""
    if made.children and not any(child.name for child in made.children):
        made.text = "".join(child.text for child in made.children)
        made.children = []
    made.children = [child for child in made.children if child.name]
    return made
