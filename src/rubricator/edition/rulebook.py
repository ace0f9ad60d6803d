"""Every rule there is, whatever it is asked of: documents, lists, transcriptions, publications, books."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rubricator.authority.rules import RULES as OF_LISTS
from rubricator.edition.layout import Edition
from rubricator.edition.rules import RULES as OF_RUNS
from rubricator.errors import InputRefused
from rubricator.publication.epub.checking import RULES as OF_BOOKS
from rubricator.publication.rules import RULES as OF_PUBLICATIONS
from rubricator.rules import Rule
from rubricator.source import Source
from rubricator.transcription.rules import RULES as OF_TRANSCRIPTIONS
from rubricator.validation import Schema, held_to
from rubricator.validation.catalogue import catalogue
from rubricator.validation.others import RULES as OF_NOBODY
from rubricator.validation.others import rules_of


def rulebook() -> dict[str, Rule]:
    """The rules by their names: those of documents, then those of what documents come from and become."""
    others = (*OF_LISTS, *OF_TRANSCRIPTIONS, *OF_PUBLICATIONS, *OF_RUNS, *OF_BOOKS, *OF_NOBODY)
    return {**catalogue(), **{rule.ident: rule for rule in others}}


def rules_of_others(
    edition: Edition, asked: tuple[str, ...] = (), files: Iterable[Path] | None = None
) -> dict[str, Rule]:
    """The rules that are not ours and that *files* (none: the edition's documents) are held to, by name."""
    choice = edition.schemas(asked)
    schemas = []
    for path in edition.documents if files is None else files:
        try:
            schemas.append(held_to(Source.read(path), path.parent, edition.root, choice))
        except InputRefused:
            continue  # said where the file is judged
    if asked and not schemas:
        schemas.append(held_to(Source(b""), edition.root, edition.root, choice))
    found = (rule for path, text in Schema.all(schemas).written for rule in rules_of(text, str(path)))
    return {rule.ident: rule for rule in found}
