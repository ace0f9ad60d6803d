"""GLiNER's models as recognisers: `pip install gliner`, and a model on this machine; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rubricator.annotators.names.models import Found, Recogniser
from rubricator.errors import SettingsError

_LEAST = 0.3


def factory(model: str, labels: tuple[str, ...]) -> Recogniser:
    """What the model in the directory *model* finds, with its scores."""
    try:
        from gliner import GLiNER
    except ImportError as error:
        raise SettingsError(
            "The settings name a GLiNER model, and GLiNER is not installed.",
            remedy="Install it: pip install gliner",
        ) from error
    if not Path(model).is_dir():
        raise SettingsError(
            f"There is no GLiNER model at {model}.",
            remedy="Name a directory of the edition in which one is; none is fetched.",
        )
    pipeline = GLiNER.from_pretrained(model, local_files_only=True)
    asked = [label for label in labels if label.islower()]  # the model reads the words

    def recognise(text: str) -> Iterable[Found]:
        for one in pipeline.predict_entities(text, asked, threshold=_LEAST):
            yield Found(one["start"], one["end"], one["label"], float(one["score"]))

    return recognise
