"""What people decide about annotations, and what follows from it for the TEI.

Everything here is a function of values: a ledger goes in, a ledger comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.errors import SettingsError
from rubricator.review.anchors import anchor
from rubricator.review.ledger import UNKNOWN_HAND, Decision, Ledger, Record, Status, identify

_IN_TEI = frozenset((Status.ACCEPTED, Status.AMENDED, Status.ADDED))
_VERDICTS = frozenset((Status.ACCEPTED, Status.REJECTED))


def effective(record: Record) -> Annotation:
    """The annotation as the TEI should have it: in the name of the person who last decided, if one did."""
    stack = record.standing
    if not stack:
        return record.annotation
    last = stack[-1]
    cert = None if last.status is Status.ACCEPTED else record.annotation.cert
    by = record.annotation.resp if last.by == UNKNOWN_HAND else last.by
    return replace(record.annotation, resp=by, cert=cert)


def wanted(ledger: Ledger) -> tuple[Record, ...]:
    """The records whose annotations belong in the TEI (DESIGN, decision 5), people's decisions first."""
    records = [record for record in ledger.records if _belongs(record)]
    return tuple(sorted(records, key=lambda record: not record.decided))


def _belongs(record: Record) -> bool:
    if record.status is Status.PENDING:
        return record.annotation.cert in (Certainty.HIGH, Certainty.MEDIUM)
    return record.status in _IN_TEI


def suggested(
    ledger: Ledger,
    text: str,
    annotations: Iterable[Annotation],
    asked: Callable[[Annotation], bool] = lambda annotation: True,
) -> Ledger:
    """The ledger after a run of the annotators over *text*.

    What a person decided stays as it is, and keeps new claims of its kind away from its words; so does what
    has another source than the one that was *asked* now. An undecided claim that is no longer made turns
    stale, and comes back to life when it is made again.
    """
    decided = [
        record
        for record in ledger.records
        if record.decided or not (record.stale or asked(record.annotation))
    ]
    open_ones = {
        (record.annotation.kind, record.annotation.span): record
        for record in ledger.records
        if not record.decided and (record.stale or asked(record.annotation))
    }
    kept: list[Record] = list(decided)
    taken = {record.id for record in ledger.records}
    for annotation in annotations:
        if any(_keeps_away(record, annotation) for record in decided):
            continue
        known = open_ones.pop((annotation.kind, annotation.span), None)
        quote = anchor(text, annotation.span)
        if known is not None:
            kept.append(replace(known, annotation=annotation, quote=quote, stale=False))
            continue
        identifier = identify(annotation, quote, taken)
        taken.add(identifier)
        kept.append(Record(identifier, annotation, quote))
    kept += [replace(record, stale=True, inscribed=False) for record in open_ones.values()]
    return ledger.with_records(kept)


def decide(
    ledger: Ledger, identifier: str, status: Status, *, by: str, when: str = "", why: str = ""
) -> Ledger:
    """The ledger with an annotation accepted or rejected; SettingsError if there is none of that id."""
    if status not in _VERDICTS:
        raise ValueError(f"{status} is not a verdict")
    record = find(ledger, identifier)
    if record.status is status:
        return ledger
    return _with(ledger, replace(record, history=(*record.history, Decision(status, by, when, why))))


def amend(
    ledger: Ledger, identifier: str, changed: Annotation, *, by: str, when: str = "", why: str = ""
) -> Ledger:
    """The ledger with an annotation changed by a person; it stays over the same words."""
    record = find(ledger, identifier)
    changed = replace(changed, span=record.annotation.span, resp=record.annotation.resp)
    if changed == record.annotation:
        return ledger
    _check_correction(changed, record.quote.exact)
    decision = Decision(Status.AMENDED, by, when, why, record.annotation)
    return _with(ledger, replace(record, annotation=changed, history=(*record.history, decision)))


def add(
    ledger: Ledger, text: str, annotation: Annotation, *, by: str, when: str = "", why: str = ""
) -> tuple[Ledger, Record]:
    """The ledger with an annotation that a person makes by hand, and its record."""
    for record in ledger.records:
        same = (record.annotation.kind, record.annotation.span) == (annotation.kind, annotation.span)
        if same and record.status not in (Status.REJECTED, Status.STALE):
            raise SettingsError(
                f"“{record.quote.exact}” is there already as {record.annotation.kind} ({record.id}).",
                remedy="Amend, accept or reject that one.",
            )
    quote = anchor(text, annotation.span)
    _check_correction(annotation, quote.exact)
    identifier = identify(annotation, quote, (record.id for record in ledger.records))
    annotation = replace(annotation, resp=by, rule=annotation.rule or "editor")
    record = Record(identifier, annotation, quote, (Decision(Status.ADDED, by, when, why),))
    return ledger.with_records((*ledger.records, record)), record


def _check_correction(annotation: Annotation, words: str) -> None:
    """SettingsError for a correction that changes nothing."""
    if annotation.correction == words:
        raise SettingsError(
            f"“{words}” would be corrected to itself.", remedy="Give the words that should stand there."
        )


def undo(ledger: Ledger, identifier: str, *, by: str, when: str = "") -> Ledger:
    """The ledger with the last decision about an annotation taken back; the history keeps both."""
    record = find(ledger, identifier)
    stack = record.standing
    if not stack:
        raise SettingsError(f"Nothing was decided about {identifier}.", remedy="There is nothing to undo.")
    before = stack[-1].was or record.annotation
    history = (*record.history, Decision(None, by, when))
    stale = record.stale or stack[-1].status is Status.ADDED
    return _with(ledger, replace(record, annotation=before, history=history, stale=stale))


def marked(ledger: Ledger, inscribed: Iterable[str]) -> Ledger:
    """The ledger with exactly these ids marked as inscribed."""
    ids = set(inscribed)
    return replace(ledger, records=tuple(replace(r, inscribed=r.id in ids) for r in ledger.records))


def span_of(text: str, words: str, *, after: str = "", nth: int = 0) -> Span:
    """Where *words* stand in *text*; SettingsError if nowhere, or in several places and *nth* (from 1) is 0.

    *after* are words that come directly before them.
    """
    needle = after + words
    places: list[int] = []
    start = text.find(needle)
    while start >= 0:
        places.append(start + len(after))
        start = text.find(needle, start + 1)
    if not places:
        raise SettingsError(
            f"“{needle}” does not stand in the text.", remedy="Copy the words from it exactly."
        )
    if len(places) > 1 and not nth:
        raise SettingsError(
            f"“{needle}” stands in the text {len(places)} times.",
            remedy=f"Say which with --nth 1 to {len(places)}, or give the words before it with --after.",
        )
    if nth > len(places):
        raise SettingsError(f"“{needle}” is in the text only {len(places)} times.", remedy="Lower --nth.")
    begin = places[max(nth, 1) - 1]
    return Span(begin, begin + len(words))


def _keeps_away(record: Record, annotation: Annotation) -> bool:
    """Whether a decision settles the question that a new claim would ask again."""
    if record.stale or not record.annotation.span.overlaps(annotation.span):
        return False
    if record.status is Status.REJECTED:
        return record.annotation.kind is annotation.kind or _family(record) == _family_of(annotation.kind)
    same = _family(record) == _family_of(annotation.kind)
    return same or record.annotation.span.crosses(annotation.span)


def _family(record: Record) -> str:
    return _family_of(record.annotation.kind)


def _family_of(kind: Kind) -> str:
    if kind in (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS, Kind.ROLE_NAME):
        return "name"
    return "error" if kind in (Kind.SIC, Kind.NOTE) else str(kind)


def find(ledger: Ledger, identifier: str) -> Record:
    """The record of that id, or of the one id that begins so; SettingsError if there is none, or several."""
    for record in ledger.records:
        if record.id == identifier:
            return record
    found = [record for record in ledger.records if record.id.startswith(identifier)]
    if len(found) == 1:
        return found[0]
    if found:
        raise SettingsError(
            f"{len(found)} annotations of {ledger.document} have ids that begin with {identifier}.",
            remedy="Give more of the id.",
        )
    raise SettingsError(
        f"The ledger of {ledger.document} has no annotation {identifier}.",
        remedy="See the ids with: rubricator review --list",
    )


def _with(ledger: Ledger, record: Record) -> Ledger:
    return ledger.with_records(record if r.id == record.id else r for r in ledger.records)
