"""The reader: from a plain text, laid out as the Marxists Internet Archive does it or not, to its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath

from rubricator.errors import InputRefused
from rubricator.findings import Finding, Place
from rubricator.source import Source
from rubricator.transcription.body import read_body
from rubricator.transcription.footer import Footer, read_footer
from rubricator.transcription.gutenberg import read_gutenberg
from rubricator.transcription.header import Header, read_header
from rubricator.transcription.lines import chunks, fold
from rubricator.transcription.model import Field, Transcription
from rubricator.transcription.rules import MISSING

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_MARKUP = re.compile(r"\s*<(?:\?xml|!DOCTYPE|html|TEI|teiCorpus)\b", re.I)
_EXPECTED = {
    "author": "who wrote the text",
    "title": "a title",
    "source": "where the text was published",
    "licence": "under which licence the transcription may be used",
    "transcriber": "who transcribed the text",
    "written": "when the text was written",
}


def read(source: Source, overrides: Mapping[str, str] | None = None) -> Transcription:
    """The transcription that *source* holds; *overrides* are fields, by name, that the edition knows better.

    InputRefused if the file is empty, is not UTF-8, or holds what no text holds.
    """
    markup = _text(source)
    found = chunks(markup)
    surrounding = read_gutenberg(found)
    if surrounding:
        header = Header(surrounding.fields, surrounding.leftovers, surrounding.chunks)
        footer = Footer((), (), header.chunks)
    else:
        header = read_header(found)
        footer = read_footer(header.chunks)
    body = read_body(
        footer.chunks, author=_name(header.fields, "author"), title=_name(header.fields, "title")
    )
    settings = tuple(
        Field(
            name.replace("_", "-"), tuple(fold(line) for line in value.splitlines() if line.strip()) or ("",)
        )
        for name, value in (overrides or {}).items()
    )
    transcription = Transcription(
        source=source,
        fields=(*header.fields, *footer.fields),
        blocks=body.blocks,
        leftovers=(*header.leftovers, *body.leftovers, *footer.leftovers),
        settings=settings,
    )
    return replace(transcription, findings=(*_missing(transcription), *body.findings(source)))


def _name(fields: tuple[Field, ...], name: str) -> str:
    return next((field.value for field in fields if field.name == name), "")


def _text(source: Source) -> str:
    if source.encoding != "utf-8":
        if _MARKUP.match(source.data[:400].decode("latin-1")):
            raise _is_markup(source)
        raise InputRefused(
            f"The file is {source.encoding.upper()}.", where=source.name, remedy="Save it as UTF-8."
        )
    markup = source.markup
    if _MARKUP.match(markup):
        raise _is_markup(source)
    forbidden = _FORBIDDEN.search(markup)
    if forbidden:
        place = source.place(forbidden.start())
        raise InputRefused(
            f"The character U+{ord(forbidden.group()):04X} in column {place.column} is none of a text.",
            where=f"{source.name}:{place.line}",
            remedy="Name a plain text file, or remove the character.",
        )
    if not fold(markup):
        raise InputRefused("The file is empty.", where=source.name, remedy="Put the transcription into it.")
    return markup


def _is_markup(source: Source) -> InputRefused:
    return InputRefused(
        "This is XML or HTML, not a plain transcription.",
        where=source.name,
        remedy="Save the page as plain text first; a TEI file needs no reading, it goes into tei/ as it is.",
    )


def _missing(transcription: Transcription) -> list[Finding]:
    name = PurePath(transcription.source.name).name
    return [
        MISSING[field].broken(
            transcription.source,
            Place(1, 1),
            f"The transcription does not say {what}."
            if field != "title"
            else f"The transcription has no title; its file name ({name}) stands in for one.",
            f"Add the field {field} to the settings of this document.",
        )
        for field, what in _EXPECTED.items()
        if not transcription.value(field) and not (field == "written" and transcription.value("date"))
    ]
