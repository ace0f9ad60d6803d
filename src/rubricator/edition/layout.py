"""An edition on disk: its settings, and where its documents, authorities, ledgers and output are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rubricator.errors import CannotWrite, SettingsError
from rubricator.files import within
from rubricator.settings import Settings, find, read

if TYPE_CHECKING:
    from rubricator.authority import Authority
    from rubricator.knowledge import Knowledge
    from rubricator.validation import Choice

STATE = ".rubricator"
JOURNAL = "unfinished.json"
"""In it stands, while several files are written together, what is still to be done."""
LOCK_SECONDS = 30.0


@dataclass(frozen=True)
class Edition:
    """A directory with an edition in it, and the settings that govern it."""

    root: Path
    settings: Settings
    settings_file: Path | None = None

    @classmethod
    def open(cls, start: Path) -> Edition:
        """The edition that *start* lies in: the nearest directory upwards with settings, else *start*."""
        file = find(start)
        root = start.resolve() if file is None else file.parent
        if (root / STATE / JOURNAL).is_file():
            from rubricator.edition.transaction import finish

            finish(within(root / STATE, root))
        return cls(root, Settings()) if file is None else cls(root, read(file), file)

    @property
    def is_there(self) -> bool:
        """Whether anything makes this directory an edition: settings, documents or transcriptions."""
        return self.settings_file is not None or bool(self.documents or self.transcriptions)

    def path(self, setting: str) -> Path:
        """A path of the settings, which must stay inside the edition; SettingsError if it leads out."""
        known = self._places.get(setting)
        if known is not None:
            return known
        path = (self.root / setting).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise SettingsError(
                f"The path {setting!r} leads out of the edition.",
                where=str(self.settings_file or self.root),
                remedy="Name a place inside it.",
            )
        return self._places.setdefault(setting, path)

    @cached_property
    def _places(self) -> dict[str, Path]:
        """Where the paths of the settings lead: each document asks for several, several times."""
        return {}

    @property
    def state(self) -> Path:
        """Where it is kept what was built, and what is being written."""
        return within(self.root / STATE, self.root)

    @property
    def transcriptions(self) -> tuple[Path, ...]:
        """The plain transcriptions, by name."""
        return _files(self.path(self.settings.paths.transcriptions), "*.txt")

    @property
    def passed_over(self) -> tuple[Path, ...]:
        """What lies among the transcriptions and is none: files of other endings, and directories."""
        known = {path.name for path in self.transcriptions} | {"README.md"}
        lying = _files(self.path(self.settings.paths.transcriptions), "*")
        return tuple(path for path in lying if path.name not in known)

    @property
    def documents(self) -> tuple[Path, ...]:
        """The TEI documents, by name (authorities and ledgers have directories of their own)."""
        return _files(self.path(self.settings.paths.documents), "*.xml")

    def transcription_of(self, name: str) -> Path:
        """Where the transcription of the document called *name* is, or would be."""
        return self.path(self.settings.paths.transcriptions) / f"{name}.txt"

    def document(self, name: str) -> Path:
        """Where the document called *name* is, or would be."""
        return self.path(self.settings.paths.documents) / f"{name}.xml"

    def ledger(self, name: str) -> Path:
        """Where the ledger of the document called *name* is, or would be."""
        return self.path(self.settings.paths.review) / f"{name}.jsonl"

    def is_annotated(self, name: str) -> bool:
        """Whether builds annotate the document: one with a transcription, or that was annotated once."""
        return self.transcription_of(name).is_file() or self.ledger(name).is_file()

    @property
    def output(self) -> Path:
        """Where the edition is published to."""
        return self.path(self.settings.paths.output)

    @property
    def authority_files(self) -> tuple[Path, ...]:
        """The TEI lists of persons, places, organisations and works."""
        return _files(self.path(self.settings.paths.authority), "*.xml")

    @property
    def words_file(self) -> Path:
        """The edition's own word list: a form a line, `#` begins a comment."""
        return self.path(self.settings.paths.words)

    @property
    def witnesses(self) -> tuple[Path, ...]:
        """Other transcriptions of the documents' texts, to which `@source` of their readings points."""
        return _files(self.path(self.settings.paths.witnesses), "*.*")

    @property
    def memory_file(self) -> Path:
        """What was learnt about strings."""
        return self.path(self.settings.paths.learnt) / "memory.jsonl"

    @property
    def model_file(self) -> Path:
        """What was learnt about how names are marked."""
        return self.path(self.settings.paths.learnt) / "model.jsonl"

    @cached_property
    def authority(self) -> Authority:
        """Whom and what the edition's lists name."""
        from rubricator.authority import Authority

        return Authority.read(self.authority_files)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What annotators may know of this edition."""
        from rubricator.archive import Archive
        from rubricator.edition.archive import counted
        from rubricator.knowledge import Knowledge
        from rubricator.learnt import Memory
        from rubricator.learnt.files import read_memory, read_model
        from rubricator.source import Source

        return Knowledge(
            settings=self._with_model_paths(),
            authority=self.authority,
            words=self._words(),
            language=self.settings.language,
            memory=read_memory(Source.read(self.memory_file)) if self.memory_file.is_file() else Memory(),
            model=read_model(Source.read(self.model_file)) if self.model_file.is_file() else None,
            archive=Archive.when_asked(lambda: counted(self).archive),
        )

    def _with_model_paths(self) -> Settings:
        """The settings, in which models that lie in the edition are named by where they lie."""
        names = self.settings.annotate.names
        if not names.models:
            return self.settings
        there = {
            name: self.path(model) for name, model in names.models.items() if (self.root / model).exists()
        }
        models = {**names.models, **{name: str(path) for name, path in there.items()}}
        annotate = replace(self.settings.annotate, names=replace(names, models=models))
        return replace(self.settings, annotate=annotate)

    def schemas(self, asked: tuple[str, ...] = ()) -> Choice:
        """Where the schemas of documents come from: what is *asked* for, and what the settings say."""
        from rubricator.validation import Choice

        told = self.settings.validate
        for address in (told.schema, *told.rules, told.catalog):
            if "://" not in address:
                self.path(address)
        catalogs = (told.catalog,) if told.catalog else ("catalog.xml",)
        return Choice(asked, told.schema, told.rules, catalogs)

    def _words(self) -> frozenset[str]:
        if not self.words_file.is_file():
            return frozenset()
        from rubricator.source import Source

        lines = Source.read(self.words_file).markup.splitlines()
        words = (line.partition("#")[0].strip() for line in lines)
        return frozenset(word for word in words if word)

    def name_of(self, path: Path) -> str:
        """The name of the document at *path*; SettingsError if it is not one of this edition's."""
        resolved = path.resolve()
        for place in (self.document(path.stem), self.transcription_of(path.stem)):
            if resolved == place:
                return path.stem
        raise SettingsError(
            "This file is not a document of the edition.",
            where=str(path),
            remedy=f"The edition's documents are in {self.settings.paths.documents}/.",
        )

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Hold the one lock of the document called *name*; CannotWrite if another run keeps it."""
        from filelock import FileLock, Timeout

        place = self.state / "locks"
        try:
            place.mkdir(parents=True, exist_ok=True)
            lock = FileLock(place / f"{name}.lock", timeout=LOCK_SECONDS)
            lock.acquire()
        except Timeout as error:
            raise CannotWrite(
                "Another run of Rubricator is at work on this document.",
                where=name,
                remedy="Wait until it has ended, and run again.",
            ) from error
        except OSError as error:
            raise CannotWrite(
                f"The lock cannot be taken ({(error.strerror or str(error)).lower()}).",
                where=str(place),
                remedy="Make the directory writable.",
            ) from error
        try:
            yield
        finally:
            lock.release()


def _files(directory: Path, pattern: str) -> tuple[Path, ...]:
    return tuple(sorted(path for path in directory.glob(pattern) if not path.name.startswith(".")))
