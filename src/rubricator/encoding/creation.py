"""When and where a text was written, and in which language."""

from __future__ import annotations

import re

from rubricator.encoding import dating
from rubricator.encoding.serialize import Child, Node, node
from rubricator.encoding.tongue import tongue
from rubricator.settings import Settings
from rubricator.transcription import BlockKind, Transcription
from rubricator.transcription.dateline import dateline

LANGUAGES = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "la": "Latin",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "yi": "Yiddish",
    "zh": "Chinese",
}
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WRITTEN = re.compile(r"(?:date )?(?:written|composed)|dated?", re.I)


def language(transcription: Transcription, settings: Settings) -> str:
    """The language of the text as a BCP 47 tag: what the transcription says, else what its words show.

    Where they show nothing plainly, it is that of the settings.
    """
    stated = transcription.value("language").strip()
    named = {name.casefold(): tag for tag, name in LANGUAGES.items()}
    if stated.casefold() in named:
        return named[stated.casefold()]
    if _TAG.fullmatch(stated):
        return stated
    return tongue((block.text for block in transcription.blocks), settings.language)


def creation(transcription: Transcription) -> Node:
    """The `creation`: the date as the header states it, else the dateline's or the title's; and the place."""
    place, line = _dateline(transcription)
    place = transcription.value("place") or place
    content = _written(transcription) or (dating.dated(line) if line else [])
    if not content and transcription.value("date"):
        content = dating.dated(transcription.value("date").strip("()[]. "))
    if not content and not place:
        return node("creation", None, "The transcription does not say when or where the text was written.")
    if place:
        content += [
            ", " if content else "",
            node("placeName", {"ref": transcription.value("place-ref")}, place),
        ]
    return node("creation", None, *content)


def _written(transcription: Transcription) -> list[Child]:
    content: list[Child] = []
    for field in transcription.all("written"):
        if not field.value:
            continue
        label = field.label
        said = _WRITTEN.fullmatch(label) or field.value.casefold().startswith(label.casefold())
        label = "" if said else f"{label[:1].upper()}{label[1:]}: "
        content += ["; " if content else "", label, *dating.dated(_without_stop(field.value))]
    return [child for child in content if child]


def _without_stop(text: str) -> str:
    return text[:-1] if re.search(r"[^.\s]{2}[.;]$", text) else text


def _dateline(transcription: Transcription) -> tuple[str, str]:
    lines = [block.text for block in transcription.blocks if block.kind is BlockKind.DATELINE]
    found = [place_and_date for line in lines if (place_and_date := dateline(line))]
    alone = [line for line in lines if not dateline(line)]
    if not found:
        return "", ""
    place, date = found[0]
    return place or (alone[0] if len(alone) == 1 else ""), date
