"""Annotation of one document: annotators suggest into the ledger, which says what is inscribed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from rubricator import plugins
from rubricator.annotation import COLLATION, Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators import suggest
from rubricator.annotators.learning import Veto, heeding, rejection
from rubricator.document import Document
from rubricator.encoding.inscribe import Refusal, inscribe
from rubricator.encoding.responsibility import introduced
from rubricator.encoding.standing import read_standing
from rubricator.encoding.strip import strip
from rubricator.errors import InputRefused
from rubricator.knowledge import Knowledge
from rubricator.learnt import Rejection
from rubricator.review import Ledger, Record, Status, decisions
from rubricator.review.reconciling import found_again, reconciled, retold
from rubricator.settings import Editor


@dataclass(frozen=True)
class Annotated:
    """A document and its ledger in step, and what could not be inscribed."""

    document: Document
    ledger: Ledger
    refused: tuple[Refusal, ...] = ()


def annotators(knowledge: Knowledge) -> tuple[Annotator, ...]:
    """The annotators that the settings name, heeding what the editors taught; made once for all documents."""
    made = untaught(knowledge)
    return (heeding(made, knowledge),) if knowledge.settings.annotate.learning else made


def untaught(knowledge: Knowledge) -> tuple[Annotator, ...]:
    """The annotators that the settings name, as they are before they learn anything."""
    wanted = knowledge.settings.annotate.annotators
    return tuple(plugins.load(plugins.ANNOTATORS, name)(knowledge) for name in wanted)


def annotated(
    document: Document, ledger: Ledger, using: Iterable[Annotator], leave_out: Collection[str] = ()
) -> Annotated:
    """*document* with the suggestions of the annotators, merged with what was decided before."""
    ledger = in_step(ledger, document)
    base = bare(document, ledger)
    made = suggest(_confirmed(base, ledger), using, leave_out)
    veto = Veto(refused(ledger, base.text), _decided(ledger, base.text))
    asked = [annotation for annotation in made if not veto.refuses(base.text, annotation)]
    return inscribed(base, decisions.suggested(ledger, base.text, asked, _of_annotators), ledger, document)


def _confirmed(base: Document, ledger: Ledger) -> Document:
    """The bare document with what people decided should stand in it, from which annotators learn."""
    records = [record for record in decisions.wanted(ledger) if record.decided]
    return inscribe(base, map(decisions.effective, records)).document if records else base


def refused(ledger: Ledger, text: str) -> Iterator[Rejection]:
    """What people refused in the document."""
    for record in ledger.records:
        if record.status is Status.REJECTED:
            yield rejection(text, record.annotation)


def _decided(ledger: Ledger, text: str) -> Callable[[str, str], bool]:
    """Whether people let a string stand in the document as something of a family."""
    confirmed = {
        (one.family, one.words)
        for record in ledger.records
        if record.decided and record.status not in (Status.REJECTED, Status.STALE)
        for one in [rejection(text, record.annotation)]
    }
    return lambda family, words: (family, words) in confirmed


def _of_annotators(annotation: Annotation) -> bool:
    """Whether the claim is one that annotators make and take back; a second witness answers for its own."""
    return not annotation.rule.startswith(f"{COLLATION}.")


def reinscribed(document: Document, ledger: Ledger, changed: Ledger) -> Annotated:
    """*document*, in step with *ledger*, made to say what *changed* says."""
    return inscribed(bare(document, ledger), changed, ledger, document)


def inscribed(base: Document, ledger: Ledger, before: Ledger, document: Document) -> Annotated:
    """The bare document *base* with what the ledger wants in it, the ledger recording that.

    Claims that the document makes without us are dropped from the ledger, unless a person decided about them.
    """
    records = decisions.wanted(ledger)
    result = inscribe(base, (decisions.effective(record) for record in records))
    left = {_place(refusal.annotation): refusal for refusal in result.refused}
    done = [record.id for record in records if _place(record.annotation) not in left]
    said = {place for place, refusal in left.items() if refusal.already}
    needless = {r.id for r in records if not r.decided and _place(r.annotation) in said}
    kept = decisions.marked(ledger, done)
    kept = kept.with_records(record for record in kept.records if record.id not in needless)
    before_digest = document.source.digest
    after_digest = result.document.source.digest
    if (kept.records, after_digest) == (before.records, before_digest) and before.after == after_digest:
        return Annotated(document, before, result.refused)
    kept = replace(kept, before=before_digest, after=after_digest)
    reported = tuple(refusal for refusal in result.refused if not refusal.already)
    return Annotated(result.document, kept, reported)


def _place(annotation: Annotation) -> tuple[Kind, Span]:
    return annotation.kind, annotation.span


def bare(document: Document, ledger: Ledger) -> Document:
    """The document without what the ledger says was inscribed."""
    return strip(document, [decisions.effective(r) for r in ledger.records if r.inscribed])


def in_step(ledger: Ledger, document: Document) -> Ledger:
    """The ledger as the document has it: unchanged if they agree, else with what a hand changed taken in."""
    ledger = retold(ledger, document.text)
    if not ledger.after or document.source.digest == ledger.after:
        return ledger
    return reconciled(ledger, document)


def hands(ledger: Ledger) -> frozenset[str]:
    """In whose name what is inscribed stands in the TEI."""
    return frozenset(decisions.effective(record).resp for record in ledger.records if record.inscribed)


def finished(ledger: Ledger, document: Document, editors: Collection[Editor]) -> Document:
    """The document as the ledger says it should be, where a write was interrupted between the two.

    InputRefused where ledger and document no longer lead there.
    """
    variants = [variant for record in ledger.records for variant in _variants(record)]
    base = strip(document, variants)
    order = [record for record in decisions.wanted(ledger) if record.inscribed]
    made = inscribe(base, (decisions.effective(record) for record in order)).document
    made = introduced(made, hands(ledger), editors)
    if made.source.digest != ledger.after:
        raise InputRefused(
            "The last write was interrupted, and ledger and document no longer fit together.",
            where=document.source.name,
            remedy="Restore both files from the version before it.",
        )
    return made


def settled(ledger: Ledger, document: Document) -> Annotated:
    """The document and its ledger after two branches were merged: the ledger has what both decided.

    Which branch's markup the document has, in each place, does not matter: all that is ours is set anew.
    """
    ledger = replace(found_again(retold(ledger, document.text), document.text), merged=False)
    asked = [(variant, _hands(record)) for record in ledger.records for variant in _forms(record)]
    seen = read_standing(document, (variant for variant, _ in asked))
    ours = [
        variant
        for (variant, hands), one in zip(asked, seen, strict=True)
        if one is not None and one.claim.get("resp") in hands
    ]
    ledger = replace(ledger, records=tuple(replace(record, inscribed=False) for record in ledger.records))
    return inscribed(strip(document, ours), ledger, ledger, document)


def _hands(record: Record) -> frozenset[str]:
    """In whose name the record's element can stand."""
    return frozenset({record.annotation.resp, *(decision.by for decision in record.history)})


def _forms(record: Record) -> list[Annotation]:
    """All that any branch can have inscribed for the record, in the name of each hand."""
    span = record.annotation.span
    said = [record.annotation, *(decision.was.moved(span) for decision in record.history if decision.was)]
    return list(dict.fromkeys(replace(one, resp=hand) for one in said for hand in sorted(_hands(record))))


def _variants(record: Record) -> list[Annotation]:
    """Every form in which the record's annotation may have been inscribed before the last decision."""
    forms = [decisions.effective(record), record.annotation]
    forms += [decision.was for decision in record.history if decision.was]
    earlier = replace(record, history=record.history[:-1], stale=False)
    forms += [decisions.effective(earlier), earlier.annotation]
    return list(dict.fromkeys(forms))


def counted(ledger: Ledger) -> dict[str, int]:
    """How many records there are of each status, pending ones by their certainty."""
    counts: dict[str, int] = {}
    for record in ledger.records:
        key = str(record.status)
        if key == "pending":
            key = f"pending, {record.annotation.cert or Certainty.HIGH}"
        counts[key] = counts.get(key, 0) + 1
    return counts
