"""What things are called: the document by its file, the archive by what its page says of itself."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from rubricator.settings import Settings
from rubricator.transcription import Transcription
from rubricator.transcription.gutenberg import START

_HOLDER = re.compile(
    r"(?:©\s*)?(?P<name>(?:[^.;(©]|\b[A-Z]\.){0,80}?\b(?:archives?|library|project|collection|institute)\b"
    r"(?:\s*\([^)0-9]*\))?)[\s,©(]*(?P<date>(?:[A-Z][a-z]+,?\s+)?[12][0-9]{3})?",
    re.I,
)
_ARCHIVE = re.compile(r"\b(?:archives?|library|project|collection|institute|society|press)\b", re.I)
_FOR = re.compile(r"\bfor\s+(?:the\s+)?(?P<name>[A-Z][^.;,]*?)\.?$")
_RELEASED = re.compile(r"[^\[(]+")
_RESERVED = re.compile(
    r"(?:[bcdfhlmnopqsv][0-9]+|rubricator|editors|copy-text|first-published[0-9]*|transcription|(?:transcriber|translator|editor|proofreader)(?:-[0-9]+)?)$"
)
_NOT_IN_NAMES = re.compile(r"[^\w.\-]|[\u00b2\u00b3\u00b9]")


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive that published a transcription, and when, as it states that."""

    name: str = ""
    date: str = ""


def document_name(transcription: Transcription) -> str:
    """The name of the document that the transcription becomes: its file's, without the ending."""
    return PurePath(transcription.source.name.replace("\\", "/")).stem or "document"


def document_id(transcription: Transcription, settings: Settings) -> str:
    """The `xml:id` of the document: its name, made such that XML allows it and nothing else has it."""
    # A blank and a hyphen differ still: “harbour light” and “harbour-light” may stand side by side.
    name = unicodedata.normalize("NFC", document_name(transcription)).replace(" ", "_")
    plain = _NOT_IN_NAMES.sub("-", name)
    if not (plain[0].isalpha() or plain[0] == "_"):
        plain = f"_{plain}"
    taken = _RESERVED.fullmatch(plain) or plain in {editor.id for editor in settings.editors}
    return f"{plain}-text" if taken else plain


def archive(transcription: Transcription) -> Archive:
    """The archive: by its licence statement, its online version, or for whom the text was transcribed."""
    if any(leftover.kind == START for leftover in transcription.leftovers):
        released = _RELEASED.match(transcription.value("released"))
        return Archive("Project Gutenberg", released.group().strip() if released else "")
    for field in (*transcription.all("licence"), *transcription.all("online")):
        match = _HOLDER.match(field.value)
        if match:
            return Archive(match["name"].strip(" ,"), match["date"] or "")
    for field in transcription.all("transcriber"):
        made = _FOR.search(field.value)
        if made and _ARCHIVE.search(made["name"]):
            return Archive(made["name"].strip())
    return Archive()


def relative(target: str, settings: Settings) -> str:
    """The path *target* of the edition, as seen from its documents."""
    return posixpath.relpath(target.replace("\\", "/"), settings.paths.documents.replace("\\", "/"))
