"""The build: only what has changed, and nothing loaded where nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from rubricator.edition import state
from rubricator.edition.archive import Counted, counted
from rubricator.edition.built import Built, Options, Watcher
from rubricator.edition.layout import Edition
from rubricator.findings import Finding, Report

if TYPE_CHECKING:
    from rubricator.edition.workshop import Workshop

CHANGED = "transcription.changed"
"""The rule that says so of a transcription whose document is older; its room takes time to load."""


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
    workshop: Workshop | None = None
    before = state.load(edition)
    made = dict(before)
    digests = state.Digests(edition, options.formats)
    archive: Counted | None = None
    try:
        for name in all_names(edition) if names is None else names:
            known = before.get(name)
            said = ""
            if edition.is_annotated(name):
                archive = archive or counted(edition)
                said = archive.said_of(name)
            if (
                known
                and not options.anew
                and known.inputs == digests.of(name, known.images, known.schemas, said)
                and _still_there(edition, known)
            ):
                report, files = Report(known.findings), tuple(known.outputs)
                yield Built(name, files=files, words=known.words, report=report, up_to_date=True)
                continue
            workshop = workshop or _workshop(edition, options)
            built = workshop.build(name, watch)
            made.pop(name, None)
            if not built.stopped:
                outputs = {file: state.file_digest(edition.output / file) for file in built.files}
                after = digests.of(name, built.images, built.schemas, said)
                card = asdict(built.card) if built.card else None
                told = _lasting(built.report)
                words = built.words
                made[name] = state.Made(after, outputs, told, words, built.images, card, built.schemas)
            yield built
        if workshop:
            _index(edition, made)
    finally:
        state.save(edition, made)


def _index(edition: Edition, made: dict[str, state.Made]) -> None:
    """Write the index of the edition's pages, where there are several and none of them has its name."""
    from rubricator.edition.publishing import publication
    from rubricator.files import write_if_changed
    from rubricator.publication import gallery

    cards = {
        name: (gallery.Card(**one.card), tuple(one.outputs))  # type: ignore[arg-type]
        for name, one in sorted(made.items())
        if one.card and f"{name}.html" in one.outputs
    }
    if len(cards) > 1 and gallery.NAME not in {f"{name}.html" for name in cards}:
        as_set = publication(edition)
        page = gallery.page(cards, as_set.edition, as_set.language, as_set.wording, as_set.css)
        write_if_changed(edition.output / gallery.NAME, page)


def _lasting(report: Report) -> tuple[Finding, ...]:
    """What is true of a document as long as it does not change: not what its encoding said once."""
    return tuple(f for f in report if not f.rule.startswith("transcription.") or f.rule == CHANGED)


def all_names(edition: Edition) -> tuple[str, ...]:
    """The names of all documents, encoded already or only transcribed."""
    return tuple(sorted({path.stem for path in (*edition.transcriptions, *edition.documents)}))


def _still_there(edition: Edition, known: state.Made) -> bool:
    output = edition.output
    return all(state.file_digest(output / name) == value for name, value in known.outputs.items())


def _workshop(edition: Edition, options: Options) -> Workshop:
    # What it takes to build is a good part of the cost; where all is up to date, none of it is loaded.
    from rubricator.edition.workshop import Workshop

    return Workshop(edition, options)
