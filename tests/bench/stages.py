"""`python -m tests.bench.stages TRANSCRIPTION` prints each stage's time as JSON: once cold, then warm."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROUNDS = 9
LAST_PART = (
    "import validation",
    "load schema",
    "validate",
    "import publication",
    "compile stylesheets",
    "publish html",
    "publish text",
    "publish epub",
)
"""What validates and publishes, with all that this loads."""
Times = dict[str, list[float]]


def stages(transcription: Path) -> Times:
    """The milliseconds of each stage from the transcription to the books, round after round."""
    times: Times = {}
    for number in range(ROUNDS + 1):
        first = number == 0
        with clock(times, "import reader and encoder", first):
            from rubricator.edition.layout import Edition
            from rubricator.encoding.encode import encode
            from rubricator.source import Source
            from rubricator.transcription import read
        with clock(times, "read"):
            transcribed = read(Source.read(transcription))
        with clock(times, "encode"):
            source = encode(transcribed, Edition.open(transcription.parent).settings)
        with clock(times, "import annotators", first):
            from rubricator import plugins
            from rubricator.annotators import suggest
            from rubricator.document import Document
            from rubricator.encoding.inscribe import inscribe

            made = [plugins.load(plugins.ANNOTATORS, name) for name in plugins.OURS[plugins.ANNOTATORS]]
        with clock(times, "make annotators", first):
            knowledge = Edition.open(transcription.parent).knowledge
            annotators = [recogniser(knowledge) for recogniser in made]
        with clock(times, "annotate"):
            document = Document.of(source)
            annotations = suggest(document, annotators)
        with clock(times, "inscribe"):
            inscribed = inscribe(document, annotations).document
        with clock(times, "import validation", first):
            from rubricator.validation import Schema, validate
        with clock(times, "load schema", first):
            schema = Schema.ours()
        with clock(times, "validate"):
            validate(inscribed, schema)
        with clock(times, "import publication", first):
            from rubricator.edition.publishing import publication, published
            from rubricator.settings import Publishing

            factories = {name: plugins.load(plugins.FORMATS, name) for name in Publishing().formats}
        with clock(times, "compile stylesheets", first):
            formats = {name: factory() for name, factory in factories.items()}
            settings = publication(Edition.open(transcription.parent))
        for name, form in formats.items():
            with clock(times, f"publish {name}"):
                published(inscribed, transcription.stem, (form,), settings, knowledge.authority)
    return times


@contextmanager
def clock(times: Times, name: str, counted: bool = True) -> Iterator[None]:
    """Add the processor time of what happens within to *times* under *name*."""
    started = time.process_time()
    yield
    if counted:
        times.setdefault(name, []).append((time.process_time() - started) * 1000)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(stages(Path(sys.argv[1]))))
