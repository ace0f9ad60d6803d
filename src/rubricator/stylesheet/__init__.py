"""The only module that knows Saxon: XSLT 3.0, compiled once, run safely.

SaxonC is not thread-safe: one processor, in the thread that first used it. Use processes, not threads.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import saxonche
from lxml import etree

from rubricator import resources
from rubricator.errors import Bug, GuestFault, InputRefused, RubricatorError, SettingsError
from rubricator.faults import in_words
from rubricator.stylesheet.engine import Engine, diagnostics, engine_for
from rubricator.stylesheet.lookup import Lookup
from rubricator.stylesheet.modules import file_path
from rubricator.stylesheet.modules import modules as modules_of
from rubricator.stylesheet.modules import parameters as parameters_of

DEEPEST = 100  # levels of elements; lxml stops at 256, Saxon may take the process down
_TOO_DEEP = etree.XPath("boolean(/" + "/".join("*" * (DEEPEST + 1)) + ")")
# Of what Saxon says when it fails; compiled by then.
_LINE = r"(?m)on line (\d+)(?: column \d+)? of (\S+?):?\s*$"
_WARNINGS = r"(?ms)\A\s*Warning.*?^(?=Error )"
_BEFORE = r"^.*? of \S+:? (?=[A-Z]{4}\d{4})"
_TRACE = r" (?=In template rule|In function|In named template|invoked by|at file:)"
_REMARK = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_REFUSED = r"(?m)^\s*\S*refused  Processing terminated"


@dataclass(frozen=True, eq=False)
class Tree:
    """An XML document parsed once, to be transformed by any number of stylesheets."""

    root: etree._Element
    name: str = "<input>"
    plain: bool = False
    """Whether rules of ours see elements and text alone, and no comment between two halves of a word."""

    @classmethod
    def of(cls, data: bytes, name: str = "<input>") -> Tree:
        """The tree of *data*; nothing outside it is read. InputRefused if it is ill-formed or too deep."""
        parser = etree.XMLParser(no_network=True, collect_ids=False)
        parser.resolvers.add(_Characters())
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            line, column = error.position
            raise InputRefused(
                f"This is not well-formed XML: {in_words(error.msg)}.",
                where=f"{name}:{line}:{column}",
                remedy="Mend it.",
            ) from error
        return cls(root, name)

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes a tree travels as its whole markup: others may have rules for a comment."""
        return (Tree.of, (self._whole.encode("utf-8"), self.name))

    @cached_property
    def markup(self) -> str:
        """The document as a string without its DOCTYPE, which Saxon would fetch."""
        text = self._whole
        return _REMARK.sub("", text) if self.plain and ("<!--" in text or "<?" in text) else text

    @property
    def _whole(self) -> str:
        if _TOO_DEEP(self.root):
            raise InputRefused(
                f"Elements are nested more than {DEEPEST} deep.",
                where=self.name,
                remedy="Flatten the document.",
            )
        return etree.tostring(self.root, encoding="unicode", with_tail=False)

    @cached_property
    def _nodes(self) -> dict[Engine, Any]:
        return {}

    def node(self, engine: Engine) -> Any:
        """The document as a node of *engine*, parsed at the first call."""
        if engine not in self._nodes:
            saxon = engine.lock()
            try:
                self._nodes[engine] = saxon.new_document_builder().parse_xml(xml_text=self.markup)
            except saxonche.PySaxonApiError as error:
                raise InputRefused(
                    f"This XML cannot be used: {_first_line(error)}.", where=self.name
                ) from error
        return self._nodes[engine]


class _Characters(etree.Resolver):
    """Stands in for every DTD: the named characters of HTML, which include ISO's."""

    def resolve(self, *asked: Any) -> Any:
        context = asked[-1]
        return self.resolve_string(_declarations(), context, base_url=None)


@cache
def _declarations() -> str:
    # `&` and `<` need a second escape to be characters and not markup (XML 1.0, 4.6).
    declared = []
    for name, text in html.entities.html5.items():
        if name.endswith(";"):
            escape = "&#38;#" if text in "&<" else "&#"
            declared.append(f'<!ENTITY {name[:-1]} "{"".join(f"{escape}{ord(char)};" for char in text)}">')
    return "".join(declared)


Parameter = str | bool | int | Tree | Sequence[str] | Mapping[str, str] | None
"""What a stylesheet takes: text, truth, numbers, parsed XML, several strings, a map of strings, nothing."""


@dataclass(frozen=True)
class Outcome:
    """What a transformation gave: its text, and its messages."""

    text: str
    messages: tuple[str, ...] = ()


class Rules(Protocol):
    """Compiled rules: ours, or a user's over ours."""

    def report(
        self, tree: Tree, parameters: Mapping[str, Parameter] | None = None, *, mode: str = ""
    ) -> Outcome:
        """What they make of *tree*, beginning in *mode*, and what they say of it."""


@dataclass(frozen=True, eq=False)
class Stylesheet:
    """A compiled XSLT stylesheet and the parameters that it declares."""

    name: str
    parameters: frozenset[str]
    executable: Any
    engine: Engine
    own: bool

    @classmethod
    def compile(cls, path: Path) -> Stylesheet:
        """The stylesheet at *path*, compiled once per process."""
        return _compiled(path.resolve())

    @classmethod
    def compile_whole(cls, path: Path) -> Stylesheet:
        """The package at *path* with all of its rules, to be run for many documents."""
        from rubricator.stylesheet.merging import whole

        return cls._merged(path, whole)

    @classmethod
    def compile_text(
        cls, text: str, name: str, *, own: bool = True, modules: Iterable[Path] = ()
    ) -> Stylesheet:
        """The stylesheet written in *text*, which includes only *modules*; *name* names it in messages.

        *own* says whether its faults are ours, or those of a user whose rules it was made from.
        """
        try:
            root = etree.fromstring(text.encode())
        except etree.XMLSyntaxError as error:
            raise Bug(f"A generated stylesheet is not well-formed: {error.msg}.", where=name) from error
        included = [module for path in modules for module in modules_of(path, own)]
        parameters = parameters_of(root).union(*map(parameters_of, included))
        return cls._made(name, parameters, own=own, reading=bool(included), stylesheet_text=text)

    @classmethod
    def compile_for(cls, path: Path, trees: Iterable[Tree]) -> Stylesheet:
        """The stylesheet at *path*, of its rules only those that *trees* need: that takes half as long."""
        from rubricator.stylesheet.cutting import cut

        return cls._merged(path, lambda read: cut(read, [tree.root for tree in trees]))

    @classmethod
    def _merged(cls, path: Path, merge: Callable[[Sequence[etree._Element]], str]) -> Stylesheet:
        """The stylesheet at *path* whose modules are merged into one text."""
        path = path.resolve()
        read = tuple(modules_of(path, own=True))
        parameters = frozenset[str]().union(*map(parameters_of, read))
        return cls._made(str(path), parameters, own=True, reading=False, stylesheet_text=merge(read))

    @classmethod
    def _made(
        cls, name: str, parameters: frozenset[str], *, own: bool, reading: bool, **source: str
    ) -> Stylesheet:
        engine = engine_for(reading=reading)
        try:
            with diagnostics():
                executable = engine.saxon.new_xslt30_processor().compile_stylesheet(**source)
        except saxonche.PySaxonApiError as error:
            kind = Bug if own else SettingsError
            said = re.sub(_WARNINGS, "", str(error))
            what = " ".join(said.split())
            raise kind(f"The stylesheet does not compile: {what}", where=_where(said, name)) from error
        return cls(name, parameters, executable, engine, own)

    def transform(self, tree: Tree, parameters: Mapping[str, Parameter] | None = None) -> str:
        """What becomes of *tree* under this stylesheet, as its `xsl:output` serialises it."""
        return self.report(tree, parameters).text

    def report(
        self, tree: Tree, parameters: Mapping[str, Parameter] | None = None, *, mode: str = ""
    ) -> Outcome:
        """The same with the messages of the stylesheet.

        *mode* is the mode to begin in (`Q{namespace}name`), where that is not the default.
        """
        executable = self.executable.clone()
        if mode:
            executable.set_initial_mode(mode)
        executable.set_save_xsl_message(True)
        values = {name: self._value(name, value) for name, value in (parameters or {}).items()}
        for name, value in values.items():  # saxonche keeps no reference: they must live until the end
            executable.set_parameter(name, value)
        node = tree.node(self.engine)
        with diagnostics() as told:
            try:
                text = executable.transform_to_string(xdm_node=node)
            except saxonche.PySaxonApiError as error:
                raise self._failure(error, told(), executable, tree) from error
        return Outcome(text or "", _messages(executable))

    def _value(self, name: str, value: Parameter) -> Any:
        if name not in self.parameters:  # Saxon would say nothing
            declared = ", ".join(sorted(self.parameters)) or "none"
            kind = Bug if self.own else SettingsError
            raise kind(
                f"The stylesheet declares no parameter {name!r} (it has: {declared}).",
                where=self.name,
                remedy="Declare it with xsl:param, or do not set it.",
            )
        return _value(value, self.engine)

    def _failure(self, error: Exception, said: str, executable: Any, tree: Tree) -> RubricatorError:
        # <xsl:message terminate="yes" error-code="refused"> says that the input is at fault.
        if re.search(_REFUSED, said) and (messages := _messages(executable)):
            return InputRefused(messages[-1], where=tree.name)
        detail = " ".join(said.split()) or _first_line(error)
        if self.own:
            return Bug(
                f"The stylesheet {Path(self.name).name} failed on {tree.name}: {detail}",
                where=_where(said, self.name),
                remedy="Please report this with the document.",
            )
        detail = re.split(_TRACE, re.sub(_BEFORE, "", detail))[0]
        words = "".join(f" “{message}”" for message in _messages(executable)[-1:] if "XTMM" in detail)
        return GuestFault(
            f"The stylesheet failed on {Path(tree.name).name}: {detail}{words}",
            where=_where(said, self.name),
            remedy="Correct the stylesheet.",
        )


@cache
def _compiled(path: Path) -> Stylesheet:
    own = path.is_relative_to(resources.directory("xslt").resolve())
    parameters = frozenset[str]().union(*(parameters_of(root) for root in modules_of(path, own)))
    return Stylesheet._made(str(path), parameters, own=own, reading=True, stylesheet_file=str(path))


def _value(value: Parameter, engine: Engine) -> Any:
    saxon = engine.lock()
    match value:
        case None:
            return saxon.empty_sequence()
        case bool():
            return saxon.make_boolean_value(value)
        case int():
            return saxon.make_integer_value(value)
        case str():
            return saxon.make_string_value(value)
        case Tree():
            return value.node(engine)
        case Lookup():
            return value.map(engine)
        case Mapping():
            return saxon.make_map2({key: saxon.make_string_value(text) for key, text in value.items()})
    sequence = saxon.empty_sequence()
    for item in value:
        sequence.add_xdm_item(saxon.make_string_value(item))
    return sequence


def _messages(executable: Any) -> tuple[str, ...]:
    value = executable.get_xsl_messages()
    return tuple(value.item_at(place).string_value for place in range(value.size)) if value else ()


def _where(said: str, name: str) -> str:
    for line, address in re.findall(_LINE, said):
        parts = urlsplit(address)
        path = file_path(parts.path) if parts.scheme == "file" else ""
        return f"{path if path and Path(path).is_file() else name}:{line}"
    return name


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]
