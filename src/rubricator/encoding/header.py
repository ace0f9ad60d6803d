"""The TEI header: what is known of the text, of its source, of the edition and of its encoding."""

from __future__ import annotations

from pathlib import PurePath

from rubricator.encoding import creation, dating, declarations, licences, names, responsibility, source
from rubricator.encoding.naming import archive, document_name
from rubricator.encoding.serialize import Node, node
from rubricator.settings import Settings
from rubricator.transcription import Field, Transcription

_WORK = {
    "translator": "Translation",
    "editor": "Editing",
    "transcriber": "Transcription",
    "proofreader": "Proofreading",
}


def header(transcription: Transcription, settings: Settings, *, version: str) -> Node:
    """The `teiHeader`; *version* is that of the program that encodes."""
    return node(
        "teiHeader",
        None,
        node(
            "fileDesc",
            None,
            _title_statement(transcription, settings),
            _publication(transcription, settings),
            _series(settings),
            _notes(transcription),
            source.description(transcription, settings),
        ),
        declarations.encoding(transcription, settings, version=version),
        _profile(transcription, settings),
        _revision(transcription, settings),
    )


def titles(transcription: Transcription) -> list[Node]:
    """The title, and the subtitles after it; the file's name where there is none."""
    title = transcription.value("title") or document_name(transcription)
    subtitles = [field.value for field in transcription.all("subtitle")]
    main = node("title", {"type": "main" if subtitles else ""}, title)
    return [main, *(node("title", {"type": "sub"}, subtitle) for subtitle in subtitles)]


def _title_statement(transcription: Transcription, settings: Settings) -> Node:
    statements: list[Node] = []
    for name, default in _WORK.items():
        number = 0
        for field in transcription.all(name):
            for work in names.works(names.work_of(field.label, default), field.value):
                number += 1
                statements.append(_responsibility(f"{name}-{number}" if number > 1 else name, work))
    statements += responsibility.statements(settings.editors)
    return node("titleStmt", None, *titles(transcription), *source.authors(transcription), *statements)


def _responsibility(identifier: str, work: names.Work) -> Node:
    people = [node(names.element(person), None, person) for person in work.persons]
    return node(
        "respStmt",
        {"xml:id": identifier},
        node("resp", None, *dating.dated(work.resp)),
        *(people or [node("name", None, work.otherwise)]),
    )


def _publication(transcription: Transcription, settings: Settings) -> Node:
    publisher = settings.publisher or transcription.value("publisher") or archive(transcription).name
    return node(
        "publicationStmt",
        None,
        node("publisher", None, publisher or "not stated"),
        node("date", {"when": settings.date}, settings.date) if settings.date else None,
        *_identifiers(transcription, settings),
        _availability(transcription, settings),
    )


def _identifiers(transcription: Transcription, settings: Settings) -> list[Node]:
    """The identifiers that the settings give; without them the file's own name, and nothing invented."""
    found = [node("idno", {"type": "ISBN"}, settings.isbn)] if settings.isbn else []
    stated = transcription.value("idno")
    if stated:
        kind = "DOI" if stated.startswith("10.") else "URI" if ":" in stated else "local"
        found.append(node("idno", {"type": kind}, stated))
    return found or [node("idno", {"type": "file"}, f"{document_name(transcription)}.xml")]


def _availability(transcription: Transcription, settings: Settings) -> Node:
    statements = [
        f"{field.label}: {field.value}" if field.label else field.value
        for field in transcription.all("licence")
        if field.value
    ]
    if settings.rights:
        statements.append(settings.rights)
    if not statements:
        return node(
            "availability", {"status": "unknown"}, node("p", None, "The transcription states no licence.")
        )
    states = [licences.status(statement) for statement in statements]
    overall = next((state for state in ("restricted", "unknown") if state in states), "free")
    return node("availability", {"status": overall}, *map(_statement, statements))


def _statement(statement: str) -> Node:
    """A licence by its address; whatever has none, in words."""
    address = licences.target(statement)
    return node("licence", {"target": address}, statement) if address else node("p", None, statement)


def _series(settings: Settings) -> Node | None:
    if not settings.series:
        return None
    return node("seriesStmt", None, node("title", {"level": "s"}, settings.series))


def _notes(transcription: Transcription) -> Node | None:
    """A note for each labelled field that nobody knows: kept as it is, not guessed at."""
    kept = [field for field in transcription.fields if not field.name and (field.value or field.label)]
    if not source.is_understood(transcription):
        kept += transcription.all("source-publisher")
    if not kept:
        return None
    return node("notesStmt", None, *(_note(field) for field in kept))


def _note(field: Field) -> Node:
    if not field.label:
        return node("note", {"type": "unrecognised"}, field.value)
    return node("note", {"type": "unrecognised"}, node("label", None, field.label), f" {field.value}")


def _profile(transcription: Transcription, settings: Settings) -> Node:
    language = creation.language(transcription, settings)
    terms = [*settings.subjects, *filter(None, transcription.value("keywords").split(";"))]
    keywords = node("keywords", None, *(node("term", None, term.strip()) for term in terms))
    return node(
        "profileDesc",
        None,
        creation.creation(transcription),
        dating.calendars(transcription.source.markup),
        node(
            "langUsage",
            None,
            node("language", {"ident": language}, creation.LANGUAGES.get(language.split("-")[0], language)),
        ),
        node("textClass", None, keywords) if terms else None,
    )


def _revision(transcription: Transcription, settings: Settings) -> Node:
    changes = [
        node(
            "change",
            {"who": "#rubricator", "when": settings.date},
            f"Encoded from the transcription {PurePath(transcription.source.name).name}.",
        )
    ]
    updated = transcription.value("updated")
    if updated:
        who = "#transcriber" if transcription.value("transcriber") else ""
        attributes = {"who": who, "when": dating.when(updated)}
        changes.append(node("change", attributes, f"Last updated by the archive: {updated.rstrip('.')}."))
    return node("revisionDesc", None, *changes)
