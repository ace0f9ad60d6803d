"""An editor's decisions, carried out on disk: ledger and TEI change together."""

from __future__ import annotations

import re
from collections.abc import Callable

from rubricator.annotation import Annotation, Kind, Span
from rubricator.document import Document
from rubricator.edition import store
from rubricator.edition.annotating import Annotated, reinscribed
from rubricator.edition.layout import Edition
from rubricator.errors import SettingsError
from rubricator.findings import Finding, Severity
from rubricator.review import Ledger, Record, Status, decisions
from rubricator.settings import Editor

_PLACES = re.compile(r" \(here and at [\d,]+ more places?\)")


def records(edition: Edition, name: str) -> Annotated:
    """The document called *name* and its ledger as they stand, hand-made changes taken in."""
    with edition.locked(name):
        return store.load(edition, name)


def decide(
    edition: Edition, name: str, identifiers: tuple[str, ...], status: Status, *, by: str, when: str, why: str
) -> Annotated:
    """Accept or reject annotations; SettingsError for an unknown id, and then nothing is changed."""

    def change(ledger: Ledger, text: str) -> Ledger:
        for identifier in identifiers:
            ledger = decisions.decide(ledger, identifier, status, by=by, when=when, why=why)
        return ledger

    return _changed(edition, name, change)


def amend(
    edition: Edition,
    name: str,
    identifier: str,
    change: Callable[[Annotation], Annotation],
    *,
    by: str,
    when: str,
    why: str,
) -> Annotated:
    """Change what an annotation says; its words stay."""

    def changed(ledger: Ledger, text: str) -> Ledger:
        annotation = change(decisions.find(ledger, identifier).annotation)
        return decisions.amend(ledger, identifier, annotation, by=by, when=when, why=why)

    return _changed(edition, name, changed)


def add(
    edition: Edition,
    name: str,
    make: Callable[[str], Annotation],
    *,
    by: str,
    when: str,
    why: str,
) -> tuple[Annotated, Record]:
    """Add an annotation that *make* gives for the document's text."""
    made: list[Record] = []

    def change(ledger: Ledger, text: str) -> Ledger:
        ledger, record = decisions.add(ledger, text, make(text), by=by, when=when, why=why)
        made.append(record)
        return ledger

    result = _changed(edition, name, change)
    return result, result.ledger[made[0].id]


def undo(edition: Edition, name: str, identifiers: tuple[str, ...], *, by: str, when: str) -> Annotated:
    """Take back the last decision about each of these annotations."""

    def change(ledger: Ledger, text: str) -> Ledger:
        for identifier in identifiers:
            ledger = decisions.undo(ledger, identifier, by=by, when=when)
        return ledger

    return _changed(edition, name, change)


def editor(edition: Edition, identifier: str = "") -> Editor:
    """The editor of that id, or the first one the settings name."""
    editors = edition.settings.editors
    for candidate in editors:
        if identifier.removeprefix("#") in ("", candidate.id):
            return candidate
    raise SettingsError(
        f"The settings name no editor {identifier!r}.",
        remedy=f"There are: {', '.join(candidate.id for candidate in editors)}.",
    )


def _changed(edition: Edition, name: str, change: Callable[[Ledger, str], Ledger]) -> Annotated:
    with edition.locked(name):
        now = store.load(edition, name)
        changed = change(now.ledger, now.document.text)
        made = reinscribed(now.document, now.ledger, changed)
        asked = {_place(record.annotation) for record in set(changed.records) - set(now.ledger.records)}
        for refusal in made.refused:
            if _place(refusal.annotation) in asked:
                span = refusal.annotation.span
                raise SettingsError(
                    f"“{now.document.text[span.start : span.end]}” cannot be marked as "
                    f"{refusal.annotation.kind}: it {refusal.reason}.",
                    remedy="Nothing was changed.",
                )
        made = store.signed(edition, name, made)
        _check_still_valid(edition, name, now.document, made.document)
        store.save(edition, name, made)
        return made


def _check_still_valid(edition: Edition, name: str, before: Document, after: Document) -> None:
    """SettingsError where a decision would make the document break a rule that it kept."""
    from rubricator.validation import edition_files, held_to, validate  # decisions alone need no schema

    path = edition.document(name)
    schema = held_to(after.source, path.parent, edition.root, edition.schemas())
    elsewhere = edition_files(edition.root)(path)

    def errors(document: Document) -> list[Finding]:
        report = validate(document, schema, elsewhere)
        return [finding for finding in report if finding.severity is Severity.ERROR]

    known = {_fault(finding) for finding in errors(before)}
    for finding in errors(after):
        if _fault(finding) not in known:
            raise SettingsError(
                f"This would make the document invalid: {finding.message}",
                remedy=f"{finding.remedy} Nothing was changed.".strip(),
            )


def _fault(finding: Finding) -> tuple[str, str]:
    """What is wrong, in however many places."""
    return finding.rule, _PLACES.sub("", finding.message)


def _place(annotation: Annotation) -> tuple[Kind, Span]:
    return annotation.kind, annotation.span
