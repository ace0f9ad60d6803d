"""Putting entries, and what entries lack, into lists: by splices, so that every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rubricator import tei
from rubricator.authority.entries import EntryKind
from rubricator.authority.rendering import LISTS, Part, rank_of
from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.markup import escaped, quoted
from rubricator.source import Source
from rubricator.splice import encodable
from rubricator.textmap import Element

_STEP = "  "
_TAG = re.compile(r"(</?)(?=[A-Za-z][\w.\-]*[\s/>])")
_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)")


@dataclass(frozen=True)
class ListFile:
    """A file with lists of entries, and where in it they stand."""

    document: Document

    @classmethod
    def of(cls, source: Source) -> ListFile:
        """The lists of *source*; InputRefused if it is ill-formed."""
        return cls(Document.of(source))

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The elements directly in each element, by index."""
        found: dict[int, list[int]] = {}
        for index, element in enumerate(self.document.elements):
            found.setdefault(element.parent, []).append(index)
        return found

    @cached_property
    def body(self) -> list[int]:
        """The elements that do not describe the file but are its contents."""
        outside: list[int] = []
        header: set[int] = set()
        for index, element in enumerate(self.document.elements):
            if element.parent in header or element.name == "teiHeader":
                header.add(index)
            else:
                outside.append(index)
        return outside

    @cached_property
    def ids(self) -> dict[str, int]:
        """Where each xml:id stands, the header's left out."""
        elements = self.document.elements
        found = {str(elements[index].node.get(tei.XML_ID)): index for index in reversed(self.body)}
        found.pop("None", None)
        return found

    def list_of(self, kind: EntryKind) -> int | None:
        """The first list of entries of that kind."""
        elements = self.document.elements
        named = (i for i in self.body if elements[i].name == LISTS[kind] and tei.is_tei(elements[i].node))
        return next(named, None)

    def appended(self, index: int, entries: Sequence[str]) -> Splice:
        """The splice that sets *entries* (markup without a prefix) at the end of the list at *index*."""
        elements = self.document.elements
        parent, siblings = elements[index], [elements[child] for child in self.children.get(index, ())]
        markup, line = self.document.source.markup, line_end(self.document.source)
        own = indent_at(markup, parent.open_start) or ""
        indent = indent_at(markup, siblings[-1].open_start) if siblings else own + _STEP
        indent = own + _STEP if indent is None else indent
        text = "".join(f"{line}{indent}{_indented(entry, indent, line)}" for entry in entries)
        text = self.ready(index, text)
        if siblings:
            end = siblings[-1].close_end
            return Splice(end, end, text)
        return self._filled(parent, f"{text}{line}{own}")

    def supplemented(self, index: int, additions: Iterable[Part]) -> list[Splice]:
        """The splices that set *additions* into the entry at *index*, each where its rank belongs."""
        elements = self.document.elements
        parent, children = elements[index], [elements[child] for child in self.children.get(index, ())]
        markup, line = self.document.source.markup, line_end(self.document.source)
        first = indent_at(markup, children[0].open_start) if children else None
        own = indent_at(markup, parent.open_start)
        before = f"{line}{first}" if first is not None else ""
        if not children and own is not None:
            before = f"{line}{own}{_STEP}"
        placed: dict[int, list[str]] = {}
        for part in sorted(additions, key=lambda part: part.rank):
            ahead = [child for child in children if rank_of(child.name) <= part.rank]
            place = ahead[-1].close_end if ahead else parent.open_end
            placed.setdefault(place, []).append(before + self.ready(index, part.markup))
        if not children and placed:
            tail = f"{line}{own}" if own is not None else ""
            return [self._filled(parent, "".join(text for texts in placed.values() for text in texts) + tail)]
        return [Splice(place, place, "".join(texts)) for place, texts in placed.items()]

    def with_attribute(self, index: int, name: str, value: str) -> Splice:
        """The splice that gives the element an attribute that it does not have."""
        element = self.document.elements[index]
        end = element.open_end - (2 if self.document.source.markup[element.open_end - 2] == "/" else 1)
        return Splice(end, end, encodable(self.document.source, f" {name}={quoted(value)}"))

    def without(self, index: int) -> Splice:
        """The splice that takes the element out, with the line that it has to itself."""
        element, markup = self.document.elements[index], self.document.source.markup
        start, end = element.open_start, element.close_end
        indent = indent_at(markup, start)
        following = _LINE_END.match(markup, end)
        if indent is not None and following:
            return Splice(start - len(indent), following.end(), "")
        return Splice(start, end, "")

    def _filled(self, parent: Element, text: str) -> Splice:
        """The splice that gives an element without children these contents."""
        if parent.open_start != parent.close_start:
            return Splice(parent.open_end, parent.close_start, text)
        tag = self.document.source.markup[parent.open_start : parent.open_end]
        name = tag[1:-2].split()[0]
        return Splice(parent.open_start, parent.open_end, f"{tag[:-2].rstrip()}>{text}</{name}>")

    def ready(self, index: int, text: str) -> str:
        """Our markup with the prefix that TEI has there, in what the file's encoding can say."""
        prefix = self.document.elements[index].node.prefix
        return encodable(self.document.source, _TAG.sub(rf"\g<1>{prefix}:", text) if prefix else text)


def indent_at(markup: str, offset: int) -> str | None:
    """The white space before *offset* on its line; None if something else stands there."""
    start = max(markup.rfind("\n", 0, offset), markup.rfind("\r", 0, offset)) + 1
    before = markup[start:offset]
    return None if before.strip() or not start else before


def line_end(source: Source) -> str:
    """How lines of the source end."""
    return "\r\n" if "\r\n" in source.markup else "\n"


def new_list(kind: EntryKind, title: str, publisher: str, language: str) -> bytes:
    """A file with an empty list, to which entries can be added."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="{tei.TEI}" xml:lang={quoted(language)}>
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>{escaped(title)}</title>
      </titleStmt>
      <publicationStmt>
        <publisher>{escaped(publisher)}</publisher>
      </publicationStmt>
      <sourceDesc>
        <p>Compiled for this edition.</p>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <text>
    <body>
      <{LISTS[kind]}>
      </{LISTS[kind]}>
    </body>
  </text>
</TEI>
""".encode()


def _indented(entry: str, indent: str, line: str) -> str:
    return line.join(indent + row if number else row for number, row in enumerate(entry.split("\n")))
