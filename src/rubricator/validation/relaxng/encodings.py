"""The characters of a source, whatever encoding it claims to be in, and what is wrong with the claim."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from rubricator.source import Source

_DECLARATION = re.compile(rb"\s*<\?xml[^>]*\?>")


@dataclass(frozen=True)
class Reading:
    """The characters of a source as they were read; *fault* says what was wrong with its encoding."""

    markup: str
    fault: str = ""
    remedy: str = ""
    at: int = 0


def decoded(source: Source) -> Reading:
    """The characters of *source*, in the encoding it declares, else in the one they seem to be in."""
    body = source.data[len(source.bom) :]
    declared = source.encoding
    wide = declared.replace("_", "-").lower().startswith(("utf-16", "utf-32", "ucs", "iso-10646"))
    if wide and not source.bom and _DECLARATION.match(body):
        reading = _attempt(body, "utf-8")
        return Reading(
            reading.markup,
            f"The file declares the encoding {declared}, but it is not in it.",
            'Write encoding="UTF-8" in the first line.',
            reading.markup.find("encoding"),
        )
    try:
        codecs.lookup(declared)
    except LookupError:
        reading = _attempt(body, "utf-8")
        return Reading(
            reading.markup,
            f"There is no encoding {declared!r}.",
            'Save the file as UTF-8 and write encoding="UTF-8" in its first line.',
            max(reading.markup.find("encoding"), 0),
        )
    return _attempt(body, declared)


def _attempt(body: bytes, encoding: str) -> Reading:
    try:
        return Reading(body.decode(encoding))
    except UnicodeDecodeError as error:
        at = len(body[: error.start].decode(encoding, "replace"))
        byte = body[error.start]
        guess = _guess(body)
        markup = body.decode(guess, "replace") if guess else body.decode(encoding, "replace")
        if guess:
            at = len(body[: error.start].decode(guess, "replace"))
            name = {"cp1252": "Windows-1252", "utf-8": "UTF-8"}.get(guess, guess)
            remedy = f"The file seems to be in {name}: save it as UTF-8, or declare the encoding it is in."
        else:
            remedy = "Save the file as UTF-8, or declare the encoding it is in."
        return Reading(markup, f"The byte 0x{byte:02X} is not {encoding.upper()}.", remedy, at)


def _guess(body: bytes) -> str | None:
    try:
        body.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [character for character in text if ord(character) > 127]
    marks = "‘’“”–—…€§°·«»\u00a0"
    letters = sum(1 for character in high if character.isalpha() or character in marks)
    return "cp1252" if letters * 10 >= len(high) * 9 else None
