"""Characters that say something only to whoever typed them, and spellings that only a machine tells apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from rubricator import spoilt
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Fix, Severity, Splice
from rubricator.validation.rules import Rule

PRIVATE = Rule(
    "characters.private-use",
    Severity.WARNING,
    "A character of the private use area looks as it should with one font only; to everybody else, "
    "and to every "
    "search, it is nothing. TEI has g for characters that Unicode lacks, with a char in the header "
    "that describes it.",
    wrong="<p>do\ue665</p>",
    right='<p>do<g ref="#rum">rum</g></p>',
)
CONTROL = Rule(
    "characters.control",
    Severity.WARNING,
    "Control characters and replacement characters in a text are traces of a wrong conversion: what "
    "stood there "
    "was lost or misread.",
    wrong="<p>Burke\x92s works</p>",
    right="<p>Burke’s works</p>",
    mended=True,
)
NORMALISATION = Rule(
    "characters.normalisation",
    Severity.WARNING,
    "Unicode can write é as one character or as e with an accent after it. They look the same, but "
    "where a document "
    "has both, a search for the one does not find the other.",
    wrong="<p>café, cafe\u0301</p>",
    right="<p>café, café</p>",
    mended=True,
)
MOJIBAKE = Rule(
    "characters.mojibake",
    Severity.WARNING,
    "Letters that were written in one encoding and read in another: é in UTF-8 is two bytes, which "
    "Windows-1252 takes for Ã and ©. Saved so, the text no longer says what was written, and no "
    "search finds it.",
    wrong="<p>The cafÃ© “Flore”</p>",
    right="<p>The café “Flore”</p>",
    mended=True,
)
RULES = (PRIVATE, CONTROL, MOJIBAKE, NORMALISATION)

_SKIPPED = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_DECLARATIONS = frozenset(("g", "char", "glyph", "mapping", "egXML"))
_PRIVATE = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]|&#(?:x(?P<hex>[0-9A-Fa-f]+)|(?P<dec>[0-9]+));"
)
_CONTROL = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufff9-\uffff]|(?<!^)\ufeff")
_MOJIBAKE = re.compile(spoilt.LETTERS)
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]+")
_MANY = 200
"""Places that are mended at once; more make no better report."""


def check(document: Document) -> Iterator[Finding]:
    """What is odd about the characters of the document, once for each character."""
    text = document.source.markup
    spared = [(match.start(), match.end()) for match in _SKIPPED.finditer(text)]
    misread = _misread(document, text, spared)
    yield from _mojibake(document, misread)
    spared += [(match.start(), match.end()) for match in misread]
    yield from _control(document, text, spared)
    yield from _private(document, text, spared)
    yield from _normalisation(document, text, spared)


def _private(document: Document, text: str, spared: list[tuple[int, int]]) -> Iterator[Finding]:
    found: dict[str, list[re.Match[str]]] = {}
    for match in _PRIVATE.finditer(text):
        number = (
            int(match["hex"], 16) if match["hex"] else int(match["dec"]) if match["dec"] else ord(match[0])
        )
        if (
            number < 0x110000
            and unicodedata.category(chr(number)) == "Co"
            and not _within(match.start(), spared)
        ):
            found.setdefault(chr(number), []).append(match)
    if not found:
        return
    explained = _explained(document)
    for character, matches in found.items():
        left = [match for match in matches if not _within(match.start(), explained)]
        if left:
            yield PRIVATE.broken(
                document.source,
                document.source.place(left[0].start(), left[0].end()),
                f"{_name(character)} is a character of somebody's own{_times(left)}.",
                "Write the character of Unicode that is meant, or g with a char in the header that "
                "describes it.",
            )


def _misread(document: Document, text: str, spared: list[tuple[int, int]]) -> list[re.Match[str]]:
    """Where letters were read in the wrong encoding, unless an example shows them."""
    found = [
        match
        for match in ([] if text.isascii() else _MOJIBAKE.finditer(text))
        if not _within(match.start(), spared)
    ]
    explained = _explained(document) if found else []
    return [match for match in found if not _within(match.start(), explained)]


def _mojibake(document: Document, misread: list[re.Match[str]]) -> Iterator[Finding]:
    if not misread:
        return
    first, meant = misread[0], spoilt.meant(misread[0][0])
    splices = tuple(Splice(match.start(), match.end(), spoilt.meant(match[0])) for match in misread)
    yield MOJIBAKE.broken(
        document.source,
        document.source.place(first.start(), first.end()),
        f"{first[0]} is {meant or 'a byte order mark'}, read in a wrong encoding{_times(misread)}.",
        f"{f'Write {meant}' if meant else 'Remove it'}, or convert the original again, from UTF-8.",
        Fix("Write the letters that were read in the wrong encoding as they were.", splices),
    )


def _control(document: Document, text: str, spared: list[tuple[int, int]]) -> Iterator[Finding]:
    found: dict[str, list[re.Match[str]]] = {}
    for match in _CONTROL.finditer(text):
        if not _within(match.start(), spared):
            found.setdefault(match[0], []).append(match)
    for character, matches in found.items():
        meant = _meant(character)
        fix = None
        if meant is not None and len(matches) <= _MANY:
            splices = tuple(Splice(match.start(), match.end(), meant) for match in matches)
            what = f"Write {meant} for" if meant else "Remove"
            fix = Fix(f"{what} {_name(character)}.", splices)
        finding = CONTROL.broken(
            document.source,
            document.source.place(matches[0].start(), matches[0].end()),
            f"{_name(character)} is {_KINDS.get(character, 'a control character')}{_times(matches)}.",
            (f"Write {meant}, as Windows has it." if meant else "Remove it.")
            if meant is not None
            else "Compare the source, and write what stands there.",
        )
        yield replace(finding, fix=fix)


def _normalisation(document: Document, text: str, spared: list[tuple[int, int]]) -> Iterator[Finding]:
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    apart = [
        match
        for match in _DECOMPOSED.finditer(text)
        if len(unicodedata.normalize("NFC", match[0])) < len(match[0]) and not _within(match.start(), spared)
    ]
    if not apart:
        return
    whole = {unicodedata.normalize("NFC", match[0])[0] for match in apart}
    as_one = next((character for character in text if character in whole), None)
    if as_one is None:
        return
    splices = tuple(
        Splice(match.start(), match.end(), unicodedata.normalize("NFC", match[0])) for match in apart
    )
    first = next(match for match in apart if unicodedata.normalize("NFC", match[0])[0] == as_one)
    yield NORMALISATION.broken(
        document.source,
        document.source.place(first.start(), first.end()),
        f"{as_one} is written here as {len(first[0])} characters, and elsewhere as one.",
        "Write letters with accents as one character wherever Unicode has it (the normal form NFC).",
        Fix("Write letters with their accents as one character.", splices),
    )


def _meant(character: str) -> str | None:
    """What a control character was before a wrong conversion, if that can be told."""
    if character == "\ufeff":
        return ""
    if "\x80" <= character <= "\x9f":
        try:
            return character.encode("latin-1").decode("cp1252")
        except UnicodeDecodeError:
            return None
    return None


_KINDS = {
    "\ufffd": "put where a conversion has lost a character",
    "\ufeff": "a byte order mark in the middle of the text",
}


def _explained(document: Document) -> list[tuple[int, int]]:
    """The parts of the markup that describe characters or stand for them."""
    try:
        elements = document.elements
    except InputRefused:
        return []
    return [(one.open_start, one.close_end) for one in elements if one.name in _DECLARATIONS]


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _name(character: str) -> str:
    return f"U+{ord(character):04X}"


def _times(matches: list[re.Match[str]]) -> str:
    return f" ({len(matches)} times in this file)" if len(matches) > 1 else ""
