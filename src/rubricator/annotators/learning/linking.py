"""Who is meant: claims about names led to those whom people linked with the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.annotators.learning.confirmed import KINDS, Mark
from rubricator.annotators.learning.remembering import NEAR, words_of
from rubricator.annotators.learning.veto import Veto
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.tokens import fold
from rubricator.annotators.overlaps import signature
from rubricator.learnt.memory import Memory, Said, Use, family

_LINKED = 0.6
"""From this share on a link is given; below it the candidates are named."""
_SURE = 0.95
_NEAREST = 3
"""So many of the nearest mentions by the same words in the same text say who is meant."""


@dataclass(frozen=True)
class Told:
    """What is known of the strings of one text, from elsewhere and from *here*."""

    text: str
    memory: Memory
    here: dict[str, tuple[Mark, ...]]
    own: frozenset[str] = frozenset()
    """The ids of what the text lists itself."""

    @property
    def veto(self) -> Veto:
        """What was refused, and is not outweighed."""
        return Veto(self.memory.rejections, self._confirmed)

    def _confirmed(self, kind: str, words: str) -> bool:
        return any(
            family(use.kind) == kind
            for said in (self.memory.said.get(words), _together(self.here.get(words, ())))
            if said
            for use in said.uses
        )

    def words(self, span: Span) -> str:
        """A string of the text, as it is remembered."""
        return words_of(self.text[span.start : span.end])

    def is_here(self, span: Span) -> bool:
        """Whether people marked the string in this very text."""
        return self.words(span) in self.here

    def of(self, span: Span) -> Said | None:
        """What was said of a string: by the mentions nearest to it in this text, else anywhere."""
        words = self.words(span)
        near = self.here.get(words, ())
        if len(near) > _NEAREST:
            index = bisect_left(near, span.start, key=lambda mark: mark.span.start)
            around = near[max(0, index - _NEAREST) : index + _NEAREST]
            near = tuple(sorted(around, key=lambda mark: abs(mark.span.start - span.start))[:_NEAREST])
        return _together(near) or self.memory.said.get(words)


def marked_here(text: str, marks: Iterable[Mark]) -> dict[str, tuple[Mark, ...]]:
    """The marks of each string in this very text."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(words_of(text[mark.span.start : mark.span.end]), []).append(mark)
    return {words: tuple(marked) for words, marked in found.items()}


def _together(marks: Iterable[Mark]) -> Said | None:
    counted = Counter((mark.kind, mark.ref) for mark in marks)
    if not counted:
        return None
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Said(tuple(Use(kind, ref, count) for (kind, ref), count in ordered))


def linked(told: Told, claims: list[Annotation]) -> list[Annotation]:
    """The claims, each leading to whom people said that its words mean."""
    ordered = sorted(claims, key=lambda claim: (claim.span, signature(claim)))
    refs = [_plain_link(told, claim) for claim in ordered]
    called = _called(told, ordered, refs)
    made = []
    for index, claim in enumerate(ordered):
        said = told.of(claim.span) if claim.kind in KINDS else None
        if said is None:
            made.append(claim)
            continue
        near = frozenset(refs[max(0, index - NEAR) : index + NEAR + 1]) - {""}
        ref, share = said.link(claim.kind, near)
        name = fold(told.words(claim.span))
        if claim.kind is Kind.PERS_NAME and name in GIVEN and not told.is_here(claim.span):
            # A given name alone means someone whom this text names more fully, if it names one.
            persons = called.get(name, frozenset())
            if len(persons) == 1:
                [ref], share = persons, 1.0
            elif ref not in persons and (persons or share < _SURE):
                ref = ""
        given = claim.attribute("ref")
        told_here = told.is_here(claim.span)
        of_text = given is not None and _id(given) in told.own and not told_here
        if not ref or ref == given or of_text:
            made.append(claim)  # the text's own entry is whom it means, whoever has the name elsewhere
        elif share >= _LINKED:
            made.append(_with_ref(claim, ref, f"Editors linked it to {ref}."))
        elif given is None:
            candidates = " or ".join(dict.fromkeys(use.ref for use in said.uses if use.ref))
            made.append(replace(claim, evidence=f"{claim.evidence} It may be {candidates}.".strip()))
        else:
            made.append(claim)
    return made


def _called(told: Told, claims: Sequence[Annotation], refs: Sequence[str]) -> dict[str, frozenset[str]]:
    """Whom the text calls by each given name and more."""
    found: dict[str, set[str]] = {}
    for claim, ref in zip(claims, refs, strict=True):
        words = fold(told.words(claim.span)).split()
        if claim.kind is Kind.PERS_NAME and ref and len(words) > 1:
            for word in words:
                if word in GIVEN:
                    found.setdefault(word, set()).add(ref)
    return {word: frozenset(persons) for word, persons in found.items()}


def _plain_link(told: Told, claim: Annotation) -> str:
    """To whom a claim leads beyond doubt."""
    said = told.of(claim.span) if claim.kind in KINDS else None
    if said is not None:
        ref, share = said.link(claim.kind, frozenset())
        return ref if share >= _SURE else ""
    return claim.attribute("ref") or "" if claim.cert is Certainty.HIGH else ""


def _id(ref: str) -> str:
    return ref.rpartition("#")[2].rpartition(":")[2]


def _with_ref(claim: Annotation, ref: str, reason: str) -> Annotation:
    kept = tuple((name, value) for name, value in claim.attributes if name != "ref")
    return replace(claim, attributes=(*kept, ("ref", ref)), evidence=f"{claim.evidence} {reason}".strip())
