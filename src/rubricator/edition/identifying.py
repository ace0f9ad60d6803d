"""Names that people let stand without saying who is meant, led to the entries that now have their forms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from rubricator.annotation import Annotation, Annotator, Span
from rubricator.annotators.learning.remembering import words_of
from rubricator.annotators.names import recogniser
from rubricator.annotators.names.forms import Strength, forms_of
from rubricator.authority import Authority, EntryKind
from rubricator.authority.inserting import ListFile
from rubricator.edition import store
from rubricator.edition.annotating import reinscribed
from rubricator.edition.layout import Edition
from rubricator.edition.moving import Change
from rubricator.edition.survey import Mention, mentions_in
from rubricator.files import read_bytes
from rubricator.review import Record
from rubricator.review.ledger import Decision, Status
from rubricator.review.lines import write
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

    Where no entry has its very words, it is led to the entry that the names annotator reads in them.

    What changes on disk, and how many names several entries could be, which are left alone.
    """
    # A surname alone does not name its bearer: whether it does here, the annotator tells from the text.
    authority = edition.knowledge.authority
    forms, surnames = _forms(authority, Strength.DERIVED), _forms(authority, Strength.SURNAME)
    read = recogniser(edition.knowledge)
    change, doubtful = Change(), 0
    for path in edition.documents:
        watch(path.stem)
        doubtful += _document(
            edition, path, forms, surnames, read, refs, change, Decision(Status.RELINKED, by, when)
        )
    return change, doubtful


def _forms(authority: Authority, least: Strength) -> _Forms:
    """Which entries are called by each form that is so strong."""
    found: _Forms = {}
    for entry in authority.entries:
        for form in forms_of(entry):
            if form.strength >= least and not form.standing:
                found.setdefault((entry.kind, words_of(form.written)), set()).add(entry.ref)
    return found


def _document(
    edition: Edition,
    path: Path,
    forms: _Forms,
    surnames: _Forms,
    read: Annotator,
    refs: Collection[str],
    change: Change,
    act: Decision,
) -> int:
    """Take one document into the *change*; how many of its names are in doubt."""
    name, ledger_path = path.stem, edition.ledger(path.stem)
    with edition.locked(name):
        now = store.load(edition, name)
        before = read_bytes(ledger_path) if ledger_path.is_file() else b""
    meant: dict[int, str] = {}
    doubtful = 0
    bare = [
        (index, mention)
        for index, mention in mentions_in(now.document, path, edition.knowledge.authority)
        if not (mention.ref or mention.pending)
    ]
    claims = tuple(read(now.document)) if any(not _called(mention, forms) for _, mention in bare) else ()
    for index, mention in bare:
        span = now.document.elements[index].span
        found = _called(mention, forms) or _claimed(mention, span, claims, surnames)
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
    written_refs = [
        file.with_attribute(index, "ref", ref)
        for index, element in enumerate(made.document.elements)
        if (ref := places.get((element.name, element.span))) and not element.node.get("ref")
    ]
    written = cut(source, written_refs)
    change.before[path] = now.document.source.data
    if before:
        ledger = replace(made.ledger, before=now.document.source.digest, after=written.digest)
        change.put(ledger_path, before, write(ledger))
    change.put(path, now.document.source.data, written.data)
    change.references[path] = len(meant)
    return doubtful


def _called(mention: Mention, forms: _Forms) -> set[str]:
    """The entries that have the very words of a name."""
    return forms.get((mention.kind, mention.words), set())


def _claimed(mention: Mention, span: Span | None, claims: Iterable[Annotation], surnames: _Forms) -> set[str]:
    """The entry that the names annotator reads in these words, or in their end (Mann in “Mr. Mann”).

    Of several that the words could mean, it may find one likelier; that is for a person to say.
    """
    read = {
        ref
        for claim in claims
        if span and span.start <= claim.span.start and claim.span.end == span.end
        if (ref := claim.attribute("ref")) and ref.startswith(f"{mention.kind}:")
    }
    words = mention.words.split()
    ends = (surnames.get((mention.kind, " ".join(words[start:]))) for start in range(len(words)))
    return read and next(filter(None, ends), read) | read


def _led(record: Record, places: Mapping[tuple[str, Span | None], str], act: Decision) -> Record:
    """The record of such a name with its reference, and with what was done in its history."""
    annotation = record.annotation
    ref = places.get((str(annotation.kind), annotation.span)) if record.inscribed else None
    if ref is None or annotation.attribute("ref"):
        return record
    annotation = replace(annotation, attributes=(*annotation.attributes, ("ref", ref)))
    history = (*record.history, replace(act, why=f"Led to {ref}."))
    return replace(record, annotation=annotation, history=history)
