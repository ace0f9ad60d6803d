"""What the last build made of which files, so that the next one does only what has changed.

The state is a cache: it may be deleted at any time, and what is wrong with it only costs a rebuild.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from rubricator import __version__, resources
from rubricator.edition.layout import Edition
from rubricator.errors import CannotWrite
from rubricator.files import write_if_changed
from rubricator.findings import Finding, Place, Severity

FILE = "state.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What a build made of one document: the digest of everything it came from, and of each file it wrote."""

    inputs: str
    outputs: dict[str, str]
    findings: tuple[Finding, ...]
    words: int
    images: tuple[Path, ...] = ()
    """The files of the images that it names, whether they were there or not."""
    card: dict[str, str | int] | None = None
    """What the edition's index says of it."""
    schemas: tuple[Path, ...] = ()
    """The files of the schema that it is held to, and those that would decide for another one."""


def load(edition: Edition) -> dict[str, Made]:
    """The state of the last build by document, empty where there is none to be had."""
    path = edition.state / FILE
    try:
        values = json.loads(path.read_bytes())
        if values["version"] != __version__:
            return {}
        return {name: _made(value) for name, value in values["documents"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def save(edition: Edition, made: dict[str, Made]) -> None:
    """Keep the state for the next build; a place that cannot be written only costs that build some time."""
    documents = {name: _plain(value) for name, value in sorted(made.items())}
    data = json.dumps({"version": __version__, "documents": documents}, ensure_ascii=False, indent=1)
    try:
        write_if_changed(edition.state / FILE, data.encode("utf-8"))
    except CannotWrite:
        return


class Digests:
    """Digests of everything that a build's publications come from; a missing file counts as such.

    What all documents share, and the schemas that they are held to, is read once for all of them.
    """

    def __init__(self, edition: Edition, options: object) -> None:
        self._edition = edition
        self._schemas: dict[Path, str] = {}
        self._shared = _together(
            (_program(), repr(edition.settings), repr(options), *map(_named, shared_files(edition)))
        )

    def of(self, name: str, images: Iterable[Path], schemas: Iterable[Path], archive: str = "") -> str:
        """The digest of the document called *name*, which has those *images* and is held to those *schemas*.

        *archive* is what the other documents' texts say for its forms.
        """
        edition = self._edition
        own = (edition.transcription_of(name), edition.document(name), edition.ledger(name))
        held_to = (
            self._schemas.get(path) or self._schemas.setdefault(path, _named(path)) for path in schemas
        )
        return _together((self._shared, archive, *map(_named, (*own, *images)), *held_to))


def _together(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode("utf-8")).hexdigest()


def _named(path: Path) -> str:
    return f"{path.name} {file_digest(path)}"


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, or nothing where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def shared_files(edition: Edition) -> Iterator[Path]:
    """The files that every document's publications depend on."""
    settings = edition.settings
    yield from edition.authority_files
    yield from edition.witnesses
    named = (settings.publish.css, settings.cover.image)
    learnt = (edition.memory_file, edition.model_file)
    for path in (edition.words_file, *learnt, *(edition.path(name) for name in named if name)):
        if path.is_file():
            yield path
    for model in settings.annotate.names.models.values():
        yield from sorted((edition.root / model).glob("*.json"))  # spaCy's meta.json tells its version
    if settings.publish.xslt:
        from rubricator.guest import modules

        for name in settings.publish.xslt.values():
            yield from modules(edition.path(name), edition.root)


@cache
def _program() -> str:
    """Which Rubricator this is, down to its stylesheets: by size and time of its files, as make would."""
    package = Path(__file__).resolve().parent.parent
    stamps = [__version__]
    for place in (package, resources.directory("xslt"), resources.directory("schema")):
        for path in sorted(place.rglob("*")):
            if path.suffix not in (".pyc", "") and path.is_file():
                stat = path.stat()
                stamps.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return sha256("\n".join(stamps).encode("utf-8")).hexdigest()


def _plain(made: Made) -> dict[str, Any]:
    findings = [
        {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "file": finding.file,
            "message": finding.message,
            "remedy": finding.remedy,
            "place": [finding.place.line, finding.place.column] if finding.place else None,
        }
        for finding in made.findings
    ]
    return {
        "inputs": made.inputs,
        "outputs": made.outputs,
        "findings": findings,
        "words": made.words,
        "images": [str(path) for path in made.images],
        "card": made.card,
        "schemas": [str(path) for path in made.schemas],
    }


def _made(value: dict[str, Any]) -> Made:
    findings = tuple(
        Finding(
            item["rule"],
            Severity(item["severity"]),
            item["file"],
            item["message"],
            item["remedy"],
            Place(*item["place"]) if item["place"] else None,
        )
        for item in value["findings"]
    )
    images = tuple(Path(path) for path in value["images"])
    schemas = tuple(Path(path) for path in value["schemas"])
    words, card = int(value["words"]), value["card"]
    return Made(value["inputs"], dict(value["outputs"]), findings, words, images, card, schemas)
