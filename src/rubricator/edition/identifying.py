"""Names that people let stand without saying who is meant, led to the entries that now have their forms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from rubricator.annotation import Span
from rubricator.annotators.learning.remembering import words_of
from rubricator.annotators.names.forms import Strength, forms_of
from rubricator.authority import Authority, EntryKind
from rubricator.authority.inserting import ListFile
from rubricator.edition import store
from rubricator.edition.annotating import reinscribed
from rubricator.edition.layout import Edition
from rubricator.edition.relinking import Change
from rubricator.edition.survey import Mention, mentions_in
from rubricator.files import read_bytes
from rubricator.review import Record
from rubricator.review.ledger import Decision, Status, write
from rubricator.splice import cut

_Forms = dict[tuple[EntryKind, str], set[str]]


def link(
    edition: Edition,
    refs: Collection[str] = (),
    *,
    by: str,
    when: str,
    watch: Callable[[str], None] = lambda name: None,
) -> tuple[Change, int]:
    """Each such name led to the one entry of its kind that is called so (one of *refs*, if any are given).

    What changes on disk, and how many names several entries could be, which are left alone.
    """
    forms = _forms(edition.knowledge.authority)
    change, doubtful = Change(), 0
    for path in edition.documents:
        watch(path.stem)
        doubtful += _document(edition, path, forms, refs, change, Decision(Status.RELINKED, by, when))
    return change, doubtful


def _forms(authority: Authority) -> _Forms:
    """Which entries are called by each form, a surname alone left out: who has it is not known yet."""
    found: _Forms = {}
    for entry in authority.entries:
        for form in forms_of(entry):
            if form.strength > Strength.SURNAME and not form.standing:
                found.setdefault((entry.kind, words_of(form.written)), set()).add(entry.ref)
    return found


def _document(
    edition: Edition, path: Path, forms: _Forms, refs: Collection[str], change: Change, act: Decision
) -> int:
    """Take one document into the *change*; how many of its names are in doubt."""
    name, ledger_path = path.stem, edition.ledger(path.stem)
    with edition.locked(name):
        now = store.load(edition, name)
        before = read_bytes(ledger_path) if ledger_path.is_file() else b""
    meant: dict[int, str] = {}
    doubtful = 0
    for index, mention in mentions_in(now.document, path, edition.knowledge.authority):
        found = _meant(mention, forms)
        doubtful += len(found) > 1
        if len(found) == 1 and (not refs or found & set(refs)):
            meant[index] = next(iter(found))
    if not meant:
        return doubtful
    elements = now.document.elements
    places = {(elements[index].name, elements[index].span): ref for index, ref in meant.items()}
    records = [_led(record, places, act) for record in now.ledger.records]
    made = now
    if tuple(records) != now.ledger.records:
        made = reinscribed(now.document, now.ledger, now.ledger.with_records(records))
    source = made.document.source
    file = ListFile(made.document)
    bare = [
        file.with_attribute(index, "ref", ref)
        for index, element in enumerate(made.document.elements)
        if (ref := places.get((element.name, element.span))) and not element.node.get("ref")
    ]
    written = cut(source, bare)
    change.before[path] = now.document.source.data
    if before:
        ledger = replace(made.ledger, before=now.document.source.digest, after=written.digest)
        change.put(ledger_path, before, write(ledger))
    change.put(path, now.document.source.data, written.data)
    change.references[path] = len(meant)
    return doubtful


def _meant(mention: Mention, forms: _Forms) -> set[str]:
    """The entries that a name may lead to, if a person let it stand without leading it anywhere."""
    if mention.ref or mention.pending:
        return set()
    return forms.get((mention.kind, mention.words), set())


def _led(record: Record, places: Mapping[tuple[str, Span | None], str], act: Decision) -> Record:
    """The record of such a name with its reference, and with what was done in its history."""
    annotation = record.annotation
    ref = places.get((str(annotation.kind), annotation.span)) if record.inscribed else None
    if ref is None or annotation.attribute("ref"):
        return record
    annotation = replace(annotation, attributes=(*annotation.attributes, ("ref", ref)))
    history = (*record.history, replace(act, why=f"Led to {ref}."))
    return replace(record, annotation=annotation, history=history)
