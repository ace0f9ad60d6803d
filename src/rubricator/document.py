"""A document: a well-formed TEI source with its tree, its diplomatic text, and each character's place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from rubricator import markup as scan
from rubricator import tei
from rubricator.errors import InputRefused
from rubricator.faults import in_words
from rubricator.findings import Place
from rubricator.source import Source

if TYPE_CHECKING:
    from rubricator.annotation import Span
    from rubricator.textmap import Element, TextMap

DEEPEST = 100
"""Levels of nesting; Saxon stops here, and very deep input can kill a process."""

_TOO_DEEP = "(" + "/*" * (DEEPEST + 1) + ")[1]"
_DATE_PLACES = (
    "/*/tei:teiHeader/tei:profileDesc/tei:creation//tei:date",
    "/*/tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction[@type='sent']/tei:date",
    "/*/tei:text//tei:dateline//tei:date",
    "/*/tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:date",
)
_DATE_ATTRIBUTES = ("when", "from", "notBefore", "to", "notAfter")


@dataclass(frozen=True)
class Document:
    """A well-formed document. `of` makes one; nothing of it is ever changed in place."""

    source: Source
    root: etree._Element = field(repr=False, compare=False)
    entities: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    supplied: tuple[str, ...] = ()
    """The names of entities whose declaration could not be had and that were taken from HTML's table."""

    @classmethod
    def of(cls, source: Source) -> Document:
        """The document in *source*; InputRefused if it is ill-formed, too deep, or leans on other files."""
        text, entities, supplied = _self_contained(source)
        parser = etree.XMLParser(collect_ids=False, encoding="utf-8", no_network=True)
        try:
            root = etree.fromstring(text.encode("utf-8"), parser)
        except etree.XMLSyntaxError as error:
            line, column = error.position or (1, 1)
            raise InputRefused(
                f"This is not well-formed XML: {_first_message(parser, error)}.",
                where=f"{source.name}:{line}:{column}",
                remedy="Correct the markup there.",
            ) from error
        _refuse_depth(root, source.name)
        return cls(source, root, entities, supplied)

    @classmethod
    def of_tree(cls, root: etree._Element, name: str) -> Document:
        """The document that a tree put together in memory is; InputRefused if it is too deep."""
        _refuse_depth(root, name)
        return cls(Source(etree.tostring(root, encoding="utf-8"), name), root)

    @cached_property
    def map(self) -> TextMap:
        """The diplomatic text with the place of each character; InputRefused where that cannot be told."""
        from rubricator.textmap import map_text  # which publishing never needs

        return map_text(self.source.markup, self.root, self.entities, self.source.name)

    @property
    def text(self) -> str:
        """The witness's words in reading order (DESIGN, decision 4): the main text, then notes and the like.

        Blocks and milestones end a line where the source has no white space of its own.
        """
        return self.map.text

    @property
    def elements(self) -> tuple[Element, ...]:
        """Every element in document order, with its place in the markup and in the text."""
        return self.map.elements

    @cached_property
    def language(self) -> str:
        """The main language of the text (BCP 47), English where nothing says so."""
        for path in ("/*/tei:text/@xml:lang", "/*/@xml:lang", "/*/tei:teiHeader//tei:language/@ident"):
            for language in tei.select(path, self.root):
                return str(language)
        return "en"

    @cached_property
    def date(self) -> str | None:
        """When the text was written (ISO 8601), as the header, else the dateline, else the source says."""
        for path in _DATE_PLACES:
            for date in tei.elements(path, self.root):
                for attribute in _DATE_ATTRIBUTES:
                    value = date.get(attribute)
                    if value:
                        return str(value)
        return None

    def place(self, span: Span) -> Place:
        """Line and column, in the source, of the text's *span*."""
        return self.source.place(*self.map.source_range(span))


def _self_contained(source: Source) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """The markup with nothing left in it that a parser would fetch, its entities, and which were supplied."""
    text = source.markup
    declaration = scan.doctype(text)
    if declaration is None:
        return text, {}, ()
    head = text[declaration.start : declaration.end]
    opening = head.find("[")
    subset = head[opening + 1 : head.rindex("]")] if opening >= 0 else ""
    external = scan.external_entities(subset)
    declared = scan.declared_entities(subset)
    used = _references(text[declaration.end :])
    for name in external:
        if name in used or re.search(rf"%{re.escape(name)};", subset):
            raise InputRefused(
                f"The entity {name} would be read from another file, and Rubricator reads none.",
                where=f"{source.name}:{source.place(declaration.start).line}",
                remedy="Put its text in its place, or use xi:include.",
            )
    entities: dict[str, str] = {}
    for name, value in declared.items():
        expanded = scan.expand(value, declared)
        if expanded is not None:
            entities[name] = expanded
    supplied: list[str] = []
    declarations: list[str] = []
    for name in sorted(used - declared.keys()):
        character = scan.well_known_entity(name)
        if character is not None:
            entities[name] = character
            supplied.append(name)
            declarations.append(f"<!ENTITY {name} '{''.join(f'&#{ord(c)};' for c in character)}'>")
    name_match = re.match(r"<!DOCTYPE\s+([^\s\[>]+)", head)
    name = name_match.group(1) if name_match else "TEI"
    kept = scan.without_external_entities(subset)
    lines = "\n" * (head[: opening if opening >= 0 else len(head)].count("\n"))
    rebuilt = f"<!DOCTYPE {name}{lines} [{kept}{''.join(declarations)}]>"
    return text[: declaration.start] + rebuilt + text[declaration.end :], entities, tuple(supplied)


def _references(text: str) -> set[str]:
    """The names of the general entities referred to, without XML's own five."""
    return set(re.findall(r"&([^#;&<\s][^;&<\s]*);", text)) - {"amp", "lt", "gt", "quot", "apos"}


def _refuse_depth(root: etree._Element, name: str) -> None:
    for deep in tei.elements(_TOO_DEEP, root):
        raise InputRefused(
            f"Elements are nested more than {DEEPEST} deep.",
            where=f"{name}:{deep.sourceline}",
            remedy="Flatten the markup.",
        )


def _first_message(parser: etree.XMLParser, error: etree.XMLSyntaxError) -> str:
    fatal = [entry for entry in parser.error_log if entry.level_name != "WARNING"]
    message = fatal[0].message if fatal else str(error.msg or "no element found")
    return in_words(message)
