"""Every rule there is: of documents, lists, transcriptions, publications, books; and of suggestions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rubricator.annotators.hints import HINTS as OF_ANNOTATORS
from rubricator.authority.rules import RULES as OF_LISTS
from rubricator.comparison.hints import HINTS as OF_WITNESSES
from rubricator.edition.layout import Edition
from rubricator.edition.rules import RULES as OF_RUNS
from rubricator.errors import InputRefused
from rubricator.publication.epub.checking import RULES as OF_BOOKS
from rubricator.publication.rules import RULES as OF_PUBLICATIONS
from rubricator.rules import Hint, Rule
from rubricator.source import Source
from rubricator.transcription.rules import RULES as OF_TRANSCRIPTIONS
from rubricator.validation import Schema, held_to
from rubricator.validation.catalogue import catalogue
from rubricator.validation.others import RULES as OF_NOBODY
from rubricator.validation.others import rules_of


def groups() -> dict[str, tuple[Rule, ...]]:
    """The rules by what they are asked of."""
    return {
        "documents": tuple(catalogue().values()),
        "authority lists": OF_LISTS,
        "transcriptions": OF_TRANSCRIPTIONS,
        "publications": OF_PUBLICATIONS,
        "runs": OF_RUNS,
        "books": OF_BOOKS,
        "schemas of others": OF_NOBODY,
    }


def rulebook() -> dict[str, Rule]:
    """The rules by their names: those of documents, then those of what documents come from and become."""
    return {rule.ident: rule for rules in groups().values() for rule in rules}


def hints() -> dict[str, Hint]:
    """The rules by which annotators and second witnesses suggest something, by their names."""
    return {hint.ident: hint for hint in (*OF_ANNOTATORS, *OF_WITNESSES)}


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
