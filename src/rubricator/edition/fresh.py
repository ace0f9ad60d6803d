"""The replay: the whole edition again, from what people gave and decided alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rubricator.edition import state, store
from rubricator.edition.build import build
from rubricator.edition.built import Built, Options, Watcher
from rubricator.edition.encoding import encoded
from rubricator.edition.layout import Edition
from rubricator.errors import SettingsError
from rubricator.files import write_bytes, write_if_changed
from rubricator.review.lines import write as write_ledger
from rubricator.source import Source


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
    for path in state.shared_files(edition):
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


def _check_apart(edition: Edition, target: Edition) -> None:
    paths = edition.settings.paths
    parts = (edition.path(paths.documents), edition.output)
    if target.root == edition.root.resolve() or any(map(target.root.is_relative_to, parts)):
        raise SettingsError(
            "--fresh would write over the edition itself.",
            where=str(target.root),
            remedy="Name another directory.",
        )
