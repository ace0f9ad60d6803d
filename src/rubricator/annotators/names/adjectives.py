"""Adjectives, -isms and adherents made of listed names; suggested only where an edition marks such."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.mentions import either
from rubricator.authority import EntryKind

RULE = "names.authority.adjective"
_KINDS = {EntryKind.PERSON: Kind.PERS_NAME, EntryKind.PLACE: Kind.PLACE_NAME}
_ENDINGS = {
    EntryKind.PERSON: "ists isms istic ist ism ites ite ians ian eans ean ans an esque".split(),
    EntryKind.PLACE: [*"ians ian ese ish ans an ns n s".split(), ""],
}
_LOST = ("", "y", "a", "e", "ia", "o")
"""What a name loses before the ending: German(y), Chin(a), Hegel."""
_SHORTEST = 4


def adjectives(context: Context, lexicon: Lexicon, taken: set[int]) -> Iterator[tuple[int, int, Annotation]]:
    """The claims about such words outside *taken*."""
    for index, token in enumerate(context.tokens):
        if index in taken or not token.capital:
            continue
        for kind, endings in _ENDINGS.items():
            refs = _made_of(lexicon, token.key, kind, endings)
            if refs:
                evidence = f"“{token.word}” is made of the name of {either(refs)}."
                attributes = (("ref", refs[0]),) if len(refs) == 1 else ()
                cert = Certainty.MEDIUM if len(refs) == 1 else Certainty.LOW
                span = context.span(index, index + 1)
                claim = Annotation(
                    _KINDS[kind], span, cert, rule=RULE, evidence=evidence, attributes=attributes
                )
                yield index, index + 1, claim
                break


def _made_of(lexicon: Lexicon, key: str, kind: EntryKind, endings: list[str]) -> list[str]:
    """The entries of a kind whose name the word is made of."""
    for ending in endings:
        stem = key[: len(key) - len(ending)]
        if not key.endswith(ending) or len(stem) < _SHORTEST:
            continue
        for lost in _LOST:
            if not ending and not lost:
                continue  # that is the name itself
            forms = lexicon.word(stem + lost)
            refs = [form.entry.ref for form in forms if form.entry.kind is kind and not form.standing]
            if refs:
                return list(dict.fromkeys(refs))
    return []
