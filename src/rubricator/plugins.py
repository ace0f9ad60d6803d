"""What is plugged in by an entry point: annotators, recognisers and formats."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from rubricator.errors import SettingsError

ANNOTATORS = "rubricator.annotators"
FORMATS = "rubricator.formats"
RECOGNISERS = "rubricator.recognisers"
OURS = {
    ANNOTATORS: {
        "abbreviations": "rubricator.annotators.abbreviations:recogniser",
        "dates": "rubricator.annotators.dates:recogniser",
        "errors": "rubricator.annotators.errors:recogniser",
        "foreign": "rubricator.annotators.foreign:recogniser",
        "initials": "rubricator.annotators.abbreviations:initials_recogniser",
        "names": "rubricator.annotators.names:recogniser",
        "works": "rubricator.annotators.works:recogniser",
    },
    RECOGNISERS: {
        "gliner": "rubricator.annotators.names.models.gliner_model:factory",
        "spacy": "rubricator.annotators.names.models.spacy_model:factory",
    },
    FORMATS: {
        "html": "rubricator.publication.html:factory",
        "text": "rubricator.publication.text:factory",
        "epub": "rubricator.publication.epub.book:factory",
        "pdf": "rubricator.publication.pdf:factory",
        "tei": "rubricator.publication.original:factory",
    },
}
"""Ours, as pyproject.toml has them too: to look through all that is installed takes 40 ms."""


@cache
def _known(group: str) -> dict[str, str]:
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=group)} | OURS[group]


def names(group: str) -> tuple[str, ...]:
    """The names plugged in under *group*."""
    return tuple(sorted(_known(group)))


def load(group: str, name: str) -> Any:
    """The object plugged in as *name*; SettingsError if there is none or it cannot be loaded."""
    what = group.rpartition(".")[2].removesuffix("s")
    value = OURS[group].get(name) or _known(group).get(name)
    if value is None:
        raise SettingsError(
            f"There is no {what} called {name!r}.", remedy=f"There are: {', '.join(names(group))}."
        )
    module, _, attribute = value.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise SettingsError(
            f"The {what} {name!r} cannot be loaded ({error}).",
            remedy="Install what it needs, or leave it out.",
        ) from error
