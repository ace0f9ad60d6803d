"""The build: what is needed of encode, annotate, validate and publish, and only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from rubricator.annotation import Annotator
from rubricator.document import Document
from rubricator.edition import state, store
from rubricator.edition.annotating import annotated, annotators, counted
from rubricator.edition.encoding import encoded
from rubricator.edition.layout import Edition
from rubricator.edition.publishing import guests, publication, published
from rubricator.encoding.inscribe import Refusal
from rubricator.errors import InputRefused, SettingsError
from rubricator.files import write_bytes, write_if_changed
from rubricator.findings import Finding, Report, Severity
from rubricator.guest import modules
from rubricator.publication.format import Format, Publication, formats
from rubricator.review.ledger import write as write_ledger
from rubricator.source import Source
from rubricator.validation import Schema, edition_files, validate

Watcher = Callable[[str, str], None]
"""Told the document's name and the step that the work has come to."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a build is made: *formats* instead of the settings', whether anew, whether in spite of errors."""

    formats: tuple[str, ...] = ()
    anew: bool = False
    even_if_invalid: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was done for one document."""

    name: str
    encoded: bool = False
    written: tuple[Path, ...] = ()
    files: tuple[str, ...] = ()
    """The names of all its files in the output directory."""
    words: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    refused: tuple[Refusal, ...] = ()
    up_to_date: bool = False
    stopped: bool = False
    input_refused: bool = False


@dataclass(frozen=True)
class Workshop:
    """The tools of a build, each made when it is first needed and then kept for all documents."""

    edition: Edition
    options: Options

    @cached_property
    def annotators(self) -> tuple[Annotator, ...]:
        """The annotators that the settings name."""
        return annotators(self.edition.knowledge)

    @cached_property
    def schema(self) -> Schema:
        """What documents are held to."""
        return Schema.ours()

    @cached_property
    def formats(self) -> tuple[Format, ...]:
        """The formats to publish."""
        names = self.options.formats or self.edition.settings.publish.formats
        return formats(names, guests(self.edition))

    @cached_property
    def publication(self) -> Publication:
        """What the settings say of publication."""
        return publication(self.edition)

    @cached_property
    def elsewhere(self) -> Callable[[Path], Callable[[str], frozenset[str] | None]]:
        """What the edition's other files hold that pointers may lead to."""
        return edition_files(self.edition.root)


def build(
    edition: Edition,
    names: Iterable[str] | None = None,
    options: Options | None = None,
    watch: Watcher = lambda name, step: None,
) -> Iterator[Built]:
    """Build the documents called *names* (none: all), one after the other; a result for each as it is done.

    A document that cannot be read or is not valid stops none of the others.
    """
    options = options or Options()
    workshop = Workshop(edition, options)
    before = state.load(edition)
    made = dict(before)
    shared = tuple(_shared_files(edition))
    try:
        for name in all_names(edition) if names is None else names:
            digest = state.digest(edition, name, shared, options.formats)
            known = before.get(name)
            if known and not options.anew and _still_there(edition, known, digest):
                report, files = Report(known.findings), tuple(known.outputs)
                yield Built(name, files=files, words=known.words, report=report, up_to_date=True)
                continue
            built = _guarded(workshop, name, watch)
            made.pop(name, None)
            if not built.stopped:
                outputs = {file: state.file_digest(edition.output / file) for file in built.files}
                after = state.digest(edition, name, shared, options.formats)
                made[name] = state.Made(after, outputs, built.report.findings, built.words)
            yield built
    finally:
        state.save(edition, made)


def fresh(
    edition: Edition,
    directory: Path,
    options: Options | None = None,
    watch: Watcher = lambda name, step: None,
) -> Iterator[Built]:
    """Build the whole edition in *directory* from transcriptions, authorities, settings and ledgers alone.

    No TEI document of the edition is read. SettingsError if *directory* is the edition or a part of it.
    """
    target = Edition(directory.resolve(), edition.settings, edition.settings_file)
    _check_apart(edition, target)
    for path in _shared_files(edition):
        write_if_changed(target.root / path.relative_to(edition.root), Source.read(path).data)
    names = [path.stem for path in edition.transcriptions]
    for name in names:
        watch(name, "encoding")
        copied = Source.read(edition.transcription_of(name))
        write_if_changed(target.transcription_of(name), copied.data)
        source, _ = encoded(target, name)
        ledger = store.fresh_ledger(store.load_ledger(edition, name))
        write_bytes(target.ledger(name), write_ledger(ledger))
        write_bytes(target.document(name), source.data)
    for built in build(target, names, options, watch):
        _keep_first_line(edition, target, built.name)
        yield built


def _keep_first_line(edition: Edition, target: Edition, name: str) -> None:
    """Where the replay came to the same records and TEI, its ledger is the edition's, byte for byte."""
    if not edition.ledger(name).is_file() or not target.ledger(name).is_file():
        return
    given, made = store.load_ledger(edition, name), store.load_ledger(target, name)
    if replace(made, before=given.before) == given:
        write_if_changed(target.ledger(name), Source.read(edition.ledger(name)).data)


def all_names(edition: Edition) -> tuple[str, ...]:
    """The names of all documents, encoded already or only transcribed."""
    return tuple(sorted({path.stem for path in (*edition.transcriptions, *edition.documents)}))


def _guarded(workshop: Workshop, name: str, watch: Watcher) -> Built:
    """The document built, or the reason why it could not even be read."""
    try:
        with workshop.edition.locked(name):
            return _built(workshop, name, watch)
    except InputRefused as error:
        finding = Finding("input.refused", Severity.ERROR, error.where or name, error.what, error.remedy)
        return Built(name, report=Report((finding,)), stopped=True, input_refused=True)


def _built(workshop: Workshop, name: str, watch: Watcher) -> Built:
    edition, options = workshop.edition, workshop.options
    path = edition.document(name)
    new = not path.exists()
    said: tuple[Finding, ...] = ()
    if new:
        watch(name, "encoding")
        source, said = encoded(edition, name)
        write_bytes(path, source.data)
    now = store.load(edition, name)
    if edition.transcription_of(name).is_file() or edition.ledger(name).is_file():
        watch(name, "annotating")
        now = annotated(now.document, now.ledger, workshop.annotators, edition.settings.annotate.leave_out)
        store.save(edition, name, now)
    watch(name, "validating")
    judged = validate(now.document, workshop.schema, workshop.elsewhere(path))
    report = Report.of((*said, *judged, *_about_transcription(edition, name, now.document)))
    counts = counted(now.ledger)
    stop = report.exit_code(strict=options.strict) and not options.even_if_invalid
    if stop:
        return Built(name, new, counts=counts, report=report, refused=now.refused, stopped=True)
    watch(name, "publishing")
    authority = edition.knowledge.authority
    errors = report.count(Severity.ERROR)
    made = published(now.document, name, workshop.formats, workshop.publication, authority, errors)
    report = Report.of((*report, *made.report))
    if made.report.exit_code():
        return Built(name, new, counts=counts, report=report, refused=now.refused, stopped=True)
    files = {f"{name}{file.suffix}": file.data for file in made.files}
    written = [file for file, data in files.items() if write_if_changed(edition.output / file, data)]
    paths = tuple(edition.output / file for file in written)
    return Built(name, new, paths, tuple(files), made.words, counts, report, now.refused)


def _about_transcription(edition: Edition, name: str, document: Document) -> Iterator[Finding]:
    """A warning where the transcription is no longer the one that the document was encoded from."""
    path = edition.transcription_of(name)
    if not path.is_file():
        return
    recorded = store.recorded_hash(document)
    if recorded and recorded != Source.read(path).digest:
        yield Finding(
            "transcription.changed",
            Severity.WARNING,
            str(path),
            "The transcription has changed since this document was encoded from it.",
            "The document stays as it is; take the change over by hand, or encode it under another name.",
        )


def _shared_files(edition: Edition) -> Iterator[Path]:
    """The files that every document's publications depend on."""
    settings = edition.settings
    yield from edition.authority_files
    named = (settings.publish.css, settings.cover.image)
    for path in (edition.words_file, *(edition.path(name) for name in named if name)):
        if path.is_file():
            yield path
    for name in settings.publish.xslt.values():
        yield from modules(edition.path(name), edition.root)


def _still_there(edition: Edition, known: state.Made, digest: str) -> bool:
    if known.inputs != digest:
        return False
    return all(state.file_digest(edition.output / name) == value for name, value in known.outputs.items())


def _check_apart(edition: Edition, target: Edition) -> None:
    paths = edition.settings.paths
    parts = (edition.path(paths.documents), edition.output)
    if target.root == edition.root.resolve() or any(map(target.root.is_relative_to, parts)):
        raise SettingsError(
            "--fresh would write over the edition itself.",
            where=str(target.root),
            remedy="Name another directory.",
        )
