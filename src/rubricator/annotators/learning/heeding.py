"""The annotators as the editors have taught them: what was confirmed, refused and learnt weighs their claims.

What people decided comes first, then what the authority lists say, then what was learnt, then the rules. A
name that people marked but led nowhere is no such decision where a list has it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators.learning.confirmed import KINDS, Mark, read_confirmed
from rubricator.annotators.learning.linking import Told, linked, marked_here
from rubricator.annotators.learning.pieces import cut
from rubricator.annotators.learning.pieces import sequences as pieces_in
from rubricator.annotators.learning.remembering import Strings
from rubricator.annotators.learning.traits import NAMES, Traits, traits_of
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.own import own_ids
from rubricator.annotators.names.vocabulary import ADDRESS, FUNCTION, OFFICES
from rubricator.document import Document
from rubricator.knowledge import Knowledge
from rubricator.learnt.memory import Memory
from rubricator.learnt.model import Limits, Model

AUTHORITY = "names.authority"
MODEL, MEMORY, SURNAME = "learnt.model", "learnt.memory", "learnt.surname"
_LIKELY = 0.4
_SURE = 0.95


def heeding(using: Sequence[Annotator], knowledge: Knowledge) -> Annotator:
    """One annotator that makes the claims of all of *using*, as the editors have taught them."""
    teacher = _Teacher(knowledge)

    def heed(document: Document) -> Iterable[Annotation]:
        return teacher.weighed(document, [claim for annotate in using for claim in annotate(document)])

    return heed


class _Teacher:
    def __init__(self, knowledge: Knowledge) -> None:
        self.memory: Memory = knowledge.memory
        self.model: Model | None = knowledge.model
        self.policy = knowledge.settings.annotate.names
        self.authority = knowledge.authority
        self.strings = Strings(self.memory.said)

    def weighed(self, document: Document, claims: list[Annotation]) -> list[Annotation]:
        marks = read_confirmed(document, "", self.authority).marks
        if not (marks or self.memory or self.model):
            return claims
        names = [claim for claim in claims if claim.kind in NAMES]
        others = [claim for claim in claims if claim.kind not in NAMES]
        context = Context.of(document, self.policy)
        here = marked_here(document.text, marks)
        if self.model is None:
            sequences = [Traits(tuple(pieces), ()) for pieces in pieces_in(context)]
        else:
            sequences = list(traits_of(document, context, names, self.model.archive, self.model))
        told = Told(document.text, self.memory, here, own_ids(document))
        if self.model is not None:
            names = _judged(self.model, sequences, names)
        else:
            names += _remembered(told, sequences, self.strings)
        names += _again(told, sequences, names, here)
        veto = told.veto
        kept = [claim for claim in linked(told, names) if not veto.refuses(document.text, claim)]
        return [*_yielding(kept), *(claim for claim in others if not veto.refuses(document.text, claim))]


def _judged(model: Model, sequences: Sequence[Traits], claims: Iterable[Annotation]) -> list[Annotation]:
    """The claims as sure as the model finds them, and the names that it finds itself."""
    ordered = sorted(claims, key=lambda claim: claim.span)
    made: list[Annotation] = []
    index = 0
    for traits in sequences:
        reading = model.read(traits.rows, after=traits.after, before=traits.before)
        end = traits.pieces[-1].end
        own = {
            (name.kind, traits.span(name.start, name.end)): name.probability
            for name in reading.likely(model.limits.likely)
        }
        known: set[tuple[str, Span]] = set()
        while index < len(ordered) and ordered[index].span.start < end:
            claim = ordered[index]
            index += 1
            if claim.kind not in KINDS:
                made.append(claim)
                continue
            likely = own.get((claim.kind, claim.span), -1.0)
            if likely < 0.0:
                place = traits.place(claim.span)
                likely = reading.probability(*place, claim.kind) if place else 0.0
            known.add((claim.kind, claim.span))
            rival = _rival(own, claim)
            beaten = rival > likely and claim.attribute("ref") is None
            made.append(_as_sure(claim, likely, model.limits, beaten=beaten))
        for (kind, span), likely in own.items():
            if (kind, span) in known:
                continue
            cert = Certainty.HIGH if model.limits.is_sure(kind, likely) else Certainty.MEDIUM
            evidence = f"Editors marked names like this one (probability {likely:.2f})."
            made.append(Annotation(Kind(kind), span, cert, rule=MODEL, evidence=evidence))
    made += ordered[index:]
    return made


def _rival(own: Mapping[tuple[str, Span], float], claim: Annotation) -> float:
    """How likely another name is that stands over a claim."""
    others = (
        likely
        for (kind, span), likely in own.items()
        if span.overlaps(claim.span) and (kind, span) != (claim.kind, claim.span)
    )
    return max(others, default=0.0)


def _as_sure(claim: Annotation, likely: float, limits: Limits, *, beaten: bool) -> Annotation:
    """The claim as sure as the model is, doubtful where it has *beaten* it with another name."""
    least = limits.likely if claim.cert is Certainty.LOW else limits.keeps(claim.kind)
    cert = Certainty.LOW if beaten or likely < least else Certainty.MEDIUM
    if cert is Certainty.MEDIUM and limits.is_sure(claim.kind, likely):
        cert = Certainty.HIGH
    if cert is claim.cert:
        return claim
    said = (
        "Editors left such words unmarked" if cert is Certainty.LOW else "Editors marked names like this one"
    )
    return replace(claim, cert=cert, evidence=f"{claim.evidence} {said} (probability {likely:.2f}).".strip())


def _remembered(told: Told, sequences: Sequence[Traits], strings: Strings) -> list[Annotation]:
    """The strings that people marked elsewhere."""
    made = []
    for traits in sequences:
        for start, end, words in strings.found(traits.pieces):
            said = told.memory.said[words]
            kind = said.kind
            trust = said.trust(kind)
            count = said.count(kind)
            evidence = f"“{words}” was marked so {_times(count)}" + (
                f", and left unmarked {_times(said.plain)}." if said.plain else "."
            )
            cert = (
                Certainty.HIGH if trust >= _SURE else Certainty.MEDIUM if trust >= _LIKELY else Certainty.LOW
            )
            made.append(Annotation(kind, traits.span(start, end), cert, rule=MEMORY, evidence=evidence))
    return made


def _again(
    told: Told, sequences: Sequence[Traits], claims: Sequence[Annotation], here: dict[str, tuple[Mark, ...]]
) -> list[Annotation]:
    """The strings, and the surnames of the persons, that people marked in this very text, elsewhere in it."""
    taken = {span for claim in claims if claim.cert is not Certainty.LOW for span in [claim.span]}
    covered = {offset for span in taken for offset in range(span.start, span.end)}
    surnames = _surnames(here)
    strings = Strings([words for words in here if words[0].isupper()] + sorted(surnames))
    made = []
    for traits in sequences:
        for start, end, words in strings.found(traits.pieces):
            span = traits.span(start, end)
            if any(offset in covered for offset in range(span.start, span.end)):
                continue
            if words in here:
                kind = here[words][0].kind
                evidence = f"“{words}” is marked so elsewhere in this text."
                made.append(Annotation(kind, span, Certainty.MEDIUM, rule=MEMORY, evidence=evidence))
            elif not _beside_name(traits, start, end):
                evidence = f"The text calls someone “{surnames[words]}”."
                made.append(Annotation(Kind.PERS_NAME, span, Certainty.LOW, rule=SURNAME, evidence=evidence))
    return made


def _yielding(claims: Sequence[Annotation]) -> list[Annotation]:
    """The claims but for what is remembered and leads nowhere, where a list knows who or what it is.

    A longer listed name is known better than the part of it that was marked elsewhere; one of the same words
    if it is of the same kind. Whoever marked them had no entry yet to lead them to.
    """
    listed = sorted(
        (
            claim
            for claim in claims
            if claim.rule == AUTHORITY and claim.attribute("ref") and claim.cert is not Certainty.LOW
        ),
        key=lambda claim: claim.span,
    )

    def yields(claim: Annotation) -> bool:
        if claim.rule != MEMORY or claim.attribute("ref"):
            return False
        # Listed names stand apart, so that only the last that begins no later can hold the words.
        place = bisect_right(listed, claim.span.start, key=lambda one: one.span.start)
        other = listed[place - 1] if place else None
        if other is None or not other.span.contains(claim.span):
            return False
        return other.span != claim.span or other.kind is claim.kind

    return [claim for claim in claims if not yields(claim)]


def _surnames(here: dict[str, tuple[Mark, ...]]) -> dict[str, str]:
    """The surnames of the persons marked with more than a surname, each with the name it is from."""
    found: dict[str, str] = {}
    for words, marks in sorted(here.items()):
        pieces = [piece for piece in cut(words) if piece.token >= 0]
        if marks[0].kind is not Kind.PERS_NAME or len(pieces) < 2:
            continue
        last = pieces[-1]
        plain = last.key not in GIVEN | ADDRESS | OFFICES | FUNCTION and last.text[0].isupper()
        if plain and len(last.text) > 2 and last.text not in here:
            found.setdefault(last.text, words)
    return found


def _beside_name(traits: Traits, start: int, end: int) -> bool:
    """Whether capitalised words stand directly before or after, so that the surname may be another's."""
    around = [traits.pieces[index] for index in (start - 1, end) if 0 <= index < len(traits.pieces)]
    return any(piece.token >= 0 and piece.text[0].isupper() for piece in around)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
