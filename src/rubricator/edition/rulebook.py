"""Every rule there is, whatever it is asked of: documents, books."""

from __future__ import annotations

from rubricator.publication.epub import checking
from rubricator.rules import Rule
from rubricator.validation.catalogue import catalogue


def rulebook() -> dict[str, Rule]:
    """The rules by their names: those of documents, then those of books."""
    return {**catalogue(), **{rule.ident: rule for rule in checking.RULES}}
