"""The `sourceDesc`: the printed source of a text, its first publication, and the transcription."""

from __future__ import annotations

import re
from pathlib import PurePath

from rubricator.encoding import citation, dating, names
from rubricator.encoding.naming import archive, document_name, relative
from rubricator.encoding.serialize import Child, Node, node
from rubricator.settings import Settings
from rubricator.transcription import Transcription

_EBOOK = re.compile(r"\[e-?(?:book|text) #(?P<number>[0-9]+)\]", re.I)


def description(transcription: Transcription, settings: Settings) -> Node:
    """The `sourceDesc`."""
    return node(
        "sourceDesc",
        None,
        _printed(transcription, transcription.value("source"), "source", "copy-text"),
        *(
            _printed(transcription, field.value, "first-published", f"first-published{number or ''}")
            for number, field in enumerate(transcription.all("first-published"))
        ),
        _transcription(transcription, settings),
    )


def is_understood(transcription: Transcription) -> bool:
    """Whether the printed source is known by its parts."""
    return _parse(transcription) is not None


def _parse(transcription: Transcription) -> citation.Citation | None:
    stated = transcription.value("source")
    return citation.parse(stated, transcription.value("author")) if stated else None


def kind(transcription: Transcription) -> str:
    """What the text is by its source: an article in a journal, or just a text."""
    parts = _parse(transcription)
    return "article" if parts and parts.level == "j" else "text"


def authors(transcription: Transcription) -> list[Node]:
    """An `author` for each person the transcription names as one; `@ref` only from the settings."""
    stated = transcription.value("author")
    if not stated:
        return []
    found = names.persons(stated)
    refs = transcription.value("author-ref").split()
    refs += [""] * (len(found) - len(refs))
    return [
        node("author", None, node(names.element(person), {"ref": ref}, person))
        for person, ref in zip(found, refs, strict=False)
    ]


def _printed(transcription: Transcription, stated: str, kind: str, identifier: str) -> Node | None:
    """What *stated* says of a printed text: its parts if they are plain, else the words as they are."""
    if not stated:
        return None
    parts = citation.parse(stated, transcription.value("author"))
    if parts is None:
        return node("bibl", {"type": kind, "xml:id": identifier}, stated)
    title = parts.article or transcription.value("title") or document_name(transcription)
    whole = parts.level == "m" and not parts.pages and not parts.article
    analytic = node(
        "analytic",
        None,
        node("title", {"level": "a"}, title),
        *authors(transcription),
    )
    form = "journalArticle" if parts.level == "j" else "book" if whole else "bookSection"
    notes = [node("note", None, rest) for rest in parts.rest]
    return node(
        "biblStruct",
        {"type": form, "xml:id": identifier},
        None if whole else analytic,
        node(
            "monogr",
            None,
            node("title", {"level": parts.level}, parts.title),
            node("edition", None, parts.edition) if parts.edition else None,
            _imprint(parts, transcription.value("source-publisher") if kind == "source" else ""),
        ),
        *notes,
    )


def _imprint(parts: citation.Citation, publisher: str) -> Node:
    volume = citation.arabic(parts.volume) if parts.volume else ""
    stated = parts.publisher or publisher.rstrip(".")
    made: list[Child] = [
        *(node("pubPlace", None, place) for place in parts.places),
        node("publisher", None, stated) if stated else None,
        node("biblScope", {"unit": "volume", "n": volume}, parts.volume) if parts.volume else None,
        node("biblScope", {"unit": "issue"}, parts.issue) if parts.issue else None,
        node("date", dating.attributes(parts.date), parts.date) if parts.date else None,
        node("biblScope", {"unit": "page"}, parts.pages) if parts.pages else None,
    ]
    return node("imprint", None, *(made if any(made) else [node("date", None, "not stated")]))


def _transcription(transcription: Transcription, settings: Settings) -> Node:
    title = transcription.value("title") or document_name(transcription)
    published = archive(transcription)
    name = PurePath(transcription.source.name.replace("\\", "/")).name
    folder = relative(settings.paths.transcriptions, settings)
    parts: list[Child] = [node("title", None, title)]
    if published.name:
        parts += [". ", node("publisher", None, published.name)]
    if published.date:
        parts += [", ", *dating.dated(published.date)]
    number = _EBOOK.search(transcription.value("released"))
    if number:
        address = f"https://www.gutenberg.org/ebooks/{number['number']}"
        parts += [", ", node("idno", {"type": "URI"}, address)]
    parts += [". ", node("idno", {"type": "file"}, f"{folder}/{name}")]
    parts += [", ", node("idno", {"type": "sha256"}, transcription.source.digest)]
    return node("bibl", {"type": "transcription", "xml:id": "transcription"}, *parts)
