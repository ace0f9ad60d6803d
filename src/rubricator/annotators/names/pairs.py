"""Two persons joined of whom one has the name: “Mr. and Mrs. Smith”, “Tom & Jane Baker”."""

from __future__ import annotations

from dataclasses import replace

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.persons import Prefix, can_be
from rubricator.annotators.names.vocabulary import ADDRESS, OFFICES
from rubricator.authority import Person

RULE = "names.pair"
_AMPERSANDS = frozenset(("&", ".&", " & "))

Claim = tuple[int, int, Annotation]


def paired(context: Context, lexicon: Lexicon, found: list[Claim]) -> list[Claim]:
    """The claims, with the first of each such pair as the policy has it."""
    if context.policy.pairs == "last":
        return found
    made: list[Claim] = []
    gone: set[int] = set()
    starts = {start: index for index, (start, _, claim) in enumerate(found) if _is_person(claim)}
    taken = {word: index for index, (start, end, _) in enumerate(found) for word in range(start, end)}
    for start, index in starts.items():
        _, end, claim = found[index]
        first = _first(context, start, end)
        if first is None or index in gone:
            continue
        other = taken.get(first)
        if other is not None:
            known = found[other]
            plain = known[:2] == (first, first + 1) and known[2].attribute("ref") is None
            if known[2].cert is not Certainty.LOW and not (plain and context.policy.pairs == "together"):
                continue
            gone.add(other)
        ref = _ref(context, lexicon, first, end, claim)
        if context.policy.pairs == "together":
            gone.add(index)
            made.append((first, end, _together(context, first, end, claim, ref)))
        else:
            made.append((first, first + 1, _alone(context, first, start, end, ref)))
    return [one for index, one in enumerate(found) if index not in gone] + made


def _is_person(claim: Annotation) -> bool:
    return claim.kind is Kind.PERS_NAME and claim.cert is not Certainty.LOW


def _first(context: Context, start: int, end: int) -> int | None:
    """The word that stands for the first person of a pair whose second is named by *start* to *end*."""
    if context.key(start - 1) == "and" and context.gap(start) == " " and context.gap(start - 1) in (" ", "."):
        first = start - 2
    elif context.gap(start) in _AMPERSANDS:
        first = start - 1
    else:
        return None
    if first < 0 or not context.tokens[first].capital:
        return None
    titles = ADDRESS | OFFICES
    both_called = (
        context.policy.titles_inside and context.key(first) in titles and context.key(start) in titles
    )
    both_given = context.key(first) in GIVEN and context.key(start) in GIVEN and end - start > 1
    joined = first > 0 and context.tokens[first - 1].capital and context.gap(first) in (" ", ".", "-")
    return first if (both_called or both_given) and not joined else None


def _ref(context: Context, lexicon: Lexicon, first: int, end: int, claim: Annotation) -> str:
    """The one person of the lists who has that surname and can be called so, but for the second."""
    key = context.key(first)
    called = Prefix(first, (key,), ()) if key in ADDRESS | OFFICES else Prefix(first, (), (key,))
    refs = {
        form.entry.ref
        for form in lexicon.word(context.key(end - 1))
        if isinstance(form.entry, Person) and can_be(form.entry, called)
    } - {claim.attribute("ref")}
    return next(iter(refs)) if len(refs) == 1 else ""


def _alone(context: Context, first: int, start: int, end: int, ref: str) -> Annotation:
    written, name = context.written(first, first + 1), context.written(start, end)
    evidence = f"“{written}” is joined to “{name}”, and shares the surname."
    attributes = (("ref", ref),) if ref else ()
    span = context.span(first, first + 1, "." if context.gap(first + 1).startswith(".") else "")
    return Annotation(
        Kind.PERS_NAME, span, Certainty.MEDIUM, rule=RULE, evidence=evidence, attributes=attributes
    )


def _together(context: Context, first: int, end: int, claim: Annotation, ref: str) -> Annotation:
    refs = " ".join(filter(None, (ref, claim.attribute("ref"))))
    evidence = f"“{context.written(first, end)}” are two persons of one surname."
    attributes = (("ref", refs),) if refs else ()
    span = replace(claim.span, start=context.tokens[first].start)
    return Annotation(Kind.PERS_NAME, span, claim.cert, rule=RULE, evidence=evidence, attributes=attributes)
