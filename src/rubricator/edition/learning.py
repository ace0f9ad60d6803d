"""Learning from the edition: what people confirmed and refused in its documents, or in TEI files given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rubricator.annotation import Span
from rubricator.annotators.learning import Confirmed, Lesson, Proposal, learn, read_confirmed
from rubricator.document import Document
from rubricator.edition import store
from rubricator.edition.annotating import refused, untaught
from rubricator.edition.layout import Edition
from rubricator.files import write_if_changed
from rubricator.learnt import Rejection
from rubricator.learnt.files import write_memory, write_model
from rubricator.review import Status
from rubricator.settings import FILE
from rubricator.settings.writing import amended
from rubricator.source import Source

Watcher = Callable[[str], None]


def lesson(
    edition: Edition, names: Iterable[str], files: Iterable[Path] = (), watch: Watcher = lambda name: None
) -> Lesson:
    """What the documents called *names*, and other TEI *files*, teach; nothing is written.

    A document counts once a person has confirmed a name in it: what they left unmarked there is no name.
    """
    knowledge = edition.knowledge
    taught: list[Confirmed] = []
    refusals: list[Rejection] = []
    for name in names:
        watch(name)
        with edition.locked(name):
            now = store.load(edition, name)
        waiting = [
            record.annotation.span
            for record in now.ledger.records
            if record.status is Status.PENDING and record.inscribed
        ]
        confirmed = read_confirmed(now.document, name, knowledge.authority)
        taught.append(replace(confirmed, open=_all(confirmed.open, waiting)))
        refusals += refused(now.ledger, now.document.text)
    for path in files:
        watch(path.name)
        taught.append(read_confirmed(Document.of(Source.read(path)), path.as_posix(), knowledge.authority))
    made = learn(taught, untaught(knowledge), knowledge)
    return replace(made, memory=replace(made.memory, rejections=tuple(sorted(refusals))))


def keep(edition: Edition, made: Lesson) -> tuple[Path, ...]:
    """Write what was learnt beside the edition's documents; the files that changed.

    A model that is no longer earned is removed.
    """
    changed: list[Path] = []
    if write_if_changed(edition.memory_file, write_memory(made.memory)):
        changed.append(edition.memory_file)
    if made.model is not None:
        if write_if_changed(edition.model_file, write_model(made.model)):
            changed.append(edition.model_file)
    elif edition.model_file.is_file():
        edition.model_file.unlink()
        changed.append(edition.model_file)
    return tuple(changed)


def set_in(edition: Edition, proposals: Iterable[Proposal]) -> tuple[Path, ...]:
    """Put what is proposed into the edition's settings; the file, if that changes it."""
    changes = {one.setting: one.value for one in proposals}
    path = edition.settings_file or edition.root / FILE
    return (path,) if changes and write_if_changed(path, amended(path, changes)) else ()


def _all(*spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted({span for some in spans for span in some}))
