"""spaCy's models as recognisers: `pip install rubricator[spacy]`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rubricator.annotators.names.models import Found, Recogniser
from rubricator.errors import SettingsError


def factory(model: str, labels: tuple[str, ...]) -> Recogniser:
    """The entities that the pipeline *model*, a directory or an installed package, finds."""
    try:
        import spacy
    except ImportError as error:
        raise SettingsError(
            "The settings name a spaCy model, and spaCy is not installed.",
            remedy="Install it: pip install 'rubricator[spacy]'",
        ) from error
    try:
        pipeline = spacy.load(Path(model) if Path(model).is_dir() else model)
    except (OSError, ValueError, KeyError) as error:
        raise SettingsError(
            f"The spaCy model {model} cannot be loaded ({str(error).splitlines()[0]}).",
            remedy="Name a directory in the edition, or an installed package.",
        ) from error

    def recognise(text: str) -> Iterable[Found]:
        for entity in pipeline(text).ents:
            yield Found(entity.start_char, entity.end_char, entity.label_)

    return recognise
