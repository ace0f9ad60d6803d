"""How one document is built: encoded, annotated, validated, published."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rubricator.annotation import Annotator
from rubricator.document import Document
from rubricator.edition import store
from rubricator.edition.annotating import annotated, annotators, counted
from rubricator.edition.built import Built, Options, Watcher
from rubricator.edition.encoding import encode_anew
from rubricator.edition.gathering import gathered
from rubricator.edition.judging import judged
from rubricator.edition.layout import Edition
from rubricator.edition.linking import PageOf, Pages
from rubricator.edition.publishing import guests, publication, published
from rubricator.edition.rules import NOT_WRITTEN, REFUSED
from rubricator.errors import Bug, CannotWrite, InputRefused
from rubricator.files import write_if_changed
from rubricator.findings import Finding, Report, Severity
from rubricator.publication.format import Format, Publication, formats
from rubricator.source import Source
from rubricator.transcription.rules import CHANGED
from rubricator.validation import Schema, edition_files, held_to, looked_for
from rubricator.validation.exceptions import switched_off


@dataclass(frozen=True)
class Workshop:
    """The tools of a build, each made when it is first needed and then kept for all documents."""

    edition: Edition
    options: Options

    @cached_property
    def annotators(self) -> tuple[Annotator, ...]:
        """The annotators that the settings name."""
        return annotators(self.edition.knowledge)

    def schema(self, document: Document) -> tuple[Schema, tuple[Path, ...]]:
        """What the document is held to, and the files that decide it."""
        root, source, choice = self.edition.root, document.source, self.edition.schemas()
        directory = self.edition.path(self.edition.settings.paths.documents)
        schema = held_to(source, directory, root, choice)
        return schema, (*schema.files, *looked_for(source, directory, root, choice))

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
    def page_of(self) -> PageOf:
        """The pages of the edition's documents, for those that refer to them; all lie in one directory."""
        there = any(made.name == "html" for made in self.formats)
        places = {file: Path(file.stem) for file in self.edition.documents} if there else {}
        return Pages(places).seen_from(Path("index"))

    @cached_property
    def elsewhere(self) -> Callable[[Path], Callable[[str], frozenset[str] | None]]:
        """What the edition's other files hold that pointers may lead to."""
        return edition_files(self.edition.root)

    def build(self, name: str, watch: Watcher) -> Built:
        """The document built, or the reason why it could not even be read."""
        try:
            with self.edition.locked(name):
                return _built(self, name, watch)
        except InputRefused as error:
            finding = REFUSED.broken(error.where or name, None, error.what, error.remedy)
            return Built(name, report=Report((finding,)), stopped=True, input_refused=True)
        except CannotWrite as error:
            finding = NOT_WRITTEN.broken(error.where or name, None, error.what, error.remedy)
            return Built(name, report=Report((finding,)), stopped=True, not_written=True)
        except Bug as error:  # of one document; the others go on
            return Built(name, stopped=True, bug=str(error))


def _built(workshop: Workshop, name: str, watch: Watcher) -> Built:
    edition, options = workshop.edition, workshop.options
    path = edition.document(name)
    new = not path.exists()
    said: tuple[Finding, ...] = ()
    if new:
        watch(name, "encoding")
        said = encode_anew(edition, name)
    now = store.load(edition, name)
    if edition.is_annotated(name):
        watch(name, "annotating")
        now = annotated(now.document, now.ledger, workshop.annotators, edition.settings.annotate.leave_out)
        now = store.signed(edition, name, now)
        store.save(edition, name, now)
    watch(name, "validating")
    schema, decisive = workshop.schema(now.document)
    found = judged(now.document, path, edition.root, schema, workshop.elsewhere(path))
    kept, _ = switched_off(found, edition.settings.validate.off)
    report = Report.of((*said, *kept, *_about_transcription(edition, name, now.document)))
    counts = counted(now.ledger)
    stop = report.exit_code(strict=options.strict) and not options.even_if_invalid
    if stop:
        return Built(name, new, counts=counts, report=report, refused=now.refused, stopped=True)
    watch(name, "publishing")
    authority = edition.knowledge.authority
    errors = report.count(Severity.ERROR)
    beside = gathered(now.document, path, edition.root, workshop.page_of)
    made = published(
        now.document, name, workshop.formats, workshop.publication, authority, errors, beside, listed=True
    )
    report = Report.of((*report, *made.report))
    if made.report.exit_code():
        return Built(name, new, counts=counts, report=report, refused=now.refused, stopped=True)
    output = edition.output
    files = {f"{name}{file.suffix}": file.data for file in made.files}
    paths = tuple(output / file for file, data in files.items() if write_if_changed(output / file, data))
    return Built(
        name,
        new,
        paths,
        tuple(files),
        made.words,
        counts,
        report,
        now.refused,
        images=beside.paths,
        card=made.card,
        schemas=decisive,
    )


def _about_transcription(edition: Edition, name: str, document: Document) -> Iterator[Finding]:
    """A warning where the transcription is no longer the one that the document was encoded from."""
    path = edition.transcription_of(name)
    if not path.is_file():
        return
    recorded = store.recorded_hash(document)
    if recorded and recorded != Source.read(path).digest:
        yield CHANGED.broken(
            str(path),
            None,
            "The transcription has changed since this document was encoded from it.",
            "The document stays as it is; take the change over by hand, or encode it under another name.",
        )
