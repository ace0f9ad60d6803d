"""What an archive published, taken apart: header fields, body blocks and leftovers, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from rubricator.annotation import Span
from rubricator.findings import Finding
from rubricator.source import Source


class BlockKind(StrEnum):
    """What a block of the body is."""

    HEADING = "heading"
    ENTRY = "entry"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    VERSE = "verse"
    ITEM = "list item"
    ORNAMENT = "ornament"
    RULE = "rule"
    FIGURE = "figure"
    SALUTE = "salute"
    DATELINE = "dateline"
    ADDRESS = "address"
    LETTERHEAD = "letterhead"
    SIGNATURE = "signature"
    POSTSCRIPT = "postscript"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Field:
    """Something the header will say: a labelled field, or a part of the title block.

    *name* is the field's general name (`written` for "Delivered:" too), empty for a label nobody knows;
    *lines* are the value, one line unless its line breaks were meant; *span* is where label and value stand
    in `source.markup`, or None for what the settings supply.
    """

    name: str
    lines: tuple[str, ...]
    span: Span | None = None
    label: str = ""

    @property
    def value(self) -> str:
        """The value on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the body.

    *lines* is one line, unless its line breaks were meant (verse, headings); *mark* is the bullet or number
    of a list item, or of a note; *level* is the depth of the section of a heading or of an entry (the day
    that begins one in a diary), from 1.
    """

    kind: BlockKind
    lines: tuple[str, ...]
    span: Span
    mark: str = ""
    level: int = 0
    begins: bool = False
    """Whether a letter begins here, with its opening."""

    @property
    def text(self) -> str:
        """The block's words on one line, without its mark."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What is neither text nor header: navigation, or the heading of notes that moved to their places."""

    kind: str
    text: str
    span: Span


Part = Field | Block | Leftover


@dataclass(frozen=True)
class Transcription:
    """A plain transcription whose every character is in a header field, in a body block, or left over.

    *settings* are the fields that the edition supplies; they overrule what was read, which stays in *fields*.
    """

    source: Source
    fields: tuple[Field, ...]
    blocks: tuple[Block, ...]
    leftovers: tuple[Leftover, ...]
    settings: tuple[Field, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that was read, in the order of the source."""
        parts: list[tuple[int, Part]] = []
        for part in chain[Part](self.fields, self.blocks, self.leftovers):
            if part.span is not None:
                parts.append((part.span.start, part))
        return tuple(part for _, part in sorted(parts, key=lambda pair: pair[0]))

    def all(self, name: str) -> tuple[Field, ...]:
        """The fields called *name*: what the settings say, else what was read."""
        supplied = tuple(field for field in self.settings if field.name == name)
        return supplied or tuple(field for field in self.fields if field.name == name)

    def value(self, name: str) -> str:
        """The value of the first field called *name*, or nothing."""
        return next((field.value for field in self.all(name)), "")

    def heads(self) -> Iterator[Field]:
        """The parts of the title block that stand at the head of the text, as they were read."""
        return (field for field in self.fields if field.name in HEADS and not field.label)


HEADS = ("title", "subtitle", "date")
"""The fields of the title block that are words of the text too; the author's name is not."""
