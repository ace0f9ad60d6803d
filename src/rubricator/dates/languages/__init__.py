"""The languages whose dates can be read, by their tags (BCP 47)."""

from __future__ import annotations

from rubricator.dates.languages.english import ENGLISH
from rubricator.dates.languages.french import FRENCH
from rubricator.dates.languages.german import GERMAN
from rubricator.dates.languages.russian import RUSSIAN
from rubricator.dates.languages.spanish import SPANISH
from rubricator.dates.languages.table import Table

__all__ = ["ENGLISH", "LANGUAGES", "Table", "table_of"]

LANGUAGES = {table.tag: table for table in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN)}
_LONGER = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru"}


def table_of(language: str) -> Table | None:
    """The table of a language by its tag ("de-AT"), or None; the script must be the language's own."""
    first, *rest = language.lower().replace("_", "-").split("-")
    if any(len(part) == 4 and part.isalpha() for part in rest):
        return None
    return LANGUAGES.get(_LONGER.get(first, first))
