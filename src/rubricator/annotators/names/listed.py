"""Names that the authority lists have: found in one pass, led to their entries, or said to be in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.names.adjectives import adjectives
from rubricator.annotators.names.choice import certainty, choose, vouched
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.forms import Form, Strength
from rubricator.annotators.names.kin import told_apart
from rubricator.annotators.names.lexicon import Lexicon, Likeness
from rubricator.annotators.names.mentions import Mention, either, mention
from rubricator.authority import EntryKind, Person, Work

RULE = "names.authority"
_HEARD = 0.15
"""So often in a million words, a word that is not only a name is heard."""
KINDS = {
    EntryKind.PERSON: Kind.PERS_NAME,
    EntryKind.PLACE: Kind.PLACE_NAME,
    EntryKind.ORG: Kind.ORG_NAME,
    EntryKind.WORK: Kind.TITLE,
}


def listed(context: Context, lexicon: Lexicon) -> list[tuple[int, int, Annotation]]:
    """The claims about names of the lists, each with the words (start, end) it rests on."""
    matches = list(lexicon.matches(context.tokens))
    ends = {match.end for match in matches}
    starts = {match.start for match in matches}
    read = (mention(context, match, match.start in ends, match.end in starts) for match in matches)
    mentions = told_apart(context, [one for one in read if one is not None])
    sure = vouched(mentions)
    claims = [(one.start, one.end, _claim(context, one, sure, lexicon.own)) for one in mentions]
    taken = {index for start, end, _ in claims for index in range(start, end)}
    if context.policy.adjectives:
        claims += adjectives(context, lexicon, taken)
        taken |= {start for start, _, _ in claims}
    return [*claims, *_plurals(context, lexicon, taken)]


def _claim(context: Context, mention: Mention, sure: Counter[str], own: frozenset[str]) -> Annotation:
    if not mention.forms:
        return _stranger(context, mention)
    match = mention.match
    written = context.written(match.start, match.end)
    chosen, rivals, reason = choose(context, mention, sure, own)
    form = chosen[0]
    likeness = max(likeness for other, likeness in match.forms if other is form)
    kind = Kind.RS if form.standing else KINDS[form.entry.kind]
    start = mention.start
    inside = form.standing and context.policy.article_inside
    inside |= context.policy.place_article_inside and _has_own_article(form)
    if context.key(start) in {"the", "a", "an"} and not (inside or context.tokens[start].capital):
        start += 1  # “the Valpys” is a form, but the article is no part of the name
    span = context.span(start, mention.end, form.tail)
    refs = list(dict.fromkeys(other.entry.ref for other in chosen))
    if len(refs) > 1:
        others = f" (or, less likely, {either(rivals)})" if rivals else ""
        evidence = f"“{written}” can be {either(refs)}{others}: nothing here decides between them."
        return Annotation(kind, span, Certainty.LOW, rule=f"{RULE}.ambiguous", evidence=evidence)
    cert = certainty(context, replace(mention, start=start), form, likeness, sure, bool(rivals))
    evidence = _evidence(written, form, likeness) + reason
    return Annotation(
        kind, span, cert, rule=RULE, evidence=evidence, attributes=(*_described(form), ("ref", refs[0]))
    )


def _has_own_article(form: Form) -> bool:
    """Whether the article is part of a place's name (The Hague), and not of any lodge's or priory's."""
    named = form.entry.kind is EntryKind.PLACE and len(form.words) == 2 and form.words[0] == "The"
    return named and is_own_name(form.keys[1])


def is_own_name(key: str) -> bool:
    """Whether the word is hardly ever anything but a name."""
    return not Context.is_common(key, _HEARD)


def _stranger(context: Context, mention: Mention) -> Annotation:
    """The claim that someone of a listed surname, or a place of a listed name, is not the listed one."""
    match = mention.match
    kinds = {form.entry.kind for form, _ in match.forms}
    kind = Kind.PERS_NAME if EntryKind.PERSON in kinds else Kind.PLACE_NAME
    evidence = f"“{context.written(match.start, match.end)}” is in the authority lists, but {mention.other}"
    called = kind is Kind.PERS_NAME and (mention.before.given or mention.before.titles)
    cert = Certainty.MEDIUM if called else Certainty.LOW
    span = context.span(mention.start, mention.end)
    return Annotation(kind, span, cert, rule=f"{RULE}.stranger", evidence=evidence)


def _described(form: Form) -> tuple[tuple[str, str], ...]:
    """The attributes that say what kind of thing is meant, where the element does not."""
    if form.standing:
        return (("type", form.entry.kind.value),)
    if isinstance(form.entry, Work) and form.entry.level:
        return (("level", form.entry.level),)
    return ()


def _plurals(context: Context, lexicon: Lexicon, taken: set[int]) -> Iterator[tuple[int, int, Annotation]]:
    """“the Valpys”: several of one surname, whom no single entry can be."""
    for index, token in enumerate(context.tokens):
        if index in taken or not token.capital or context.key(index - 1) != "the" or token.key[-1] != "s":
            continue
        found = lexicon.word(token.key[:-1])
        forms = [form for form in found if isinstance(form.entry, Person) and not form.standing]
        if forms:
            refs = list(dict.fromkeys(form.entry.ref for form in forms))
            evidence = f"“{token.word}” is the plural of “{forms[0].written}”, a form of {either(refs)}."
            span = context.span(index, index + 1)
            rule = f"{RULE}.plural"
            claim = Annotation(Kind.PERS_NAME, span, Certainty.LOW, rule=rule, evidence=evidence)
            yield index, index + 1, claim


def _evidence(written: str, form: Form, likeness: Likeness) -> str:
    ref = form.entry.ref
    if form.strength is Strength.LISTED:
        said = f"is a form of {ref} in the authority list"
    elif form.strength is Strength.DERIVED:
        said = f"follows from “{form.entry.label}”, a form of {ref} in the authority list"
    else:
        said = f"is the surname of {ref} in the authority list"
    spelt = {
        Likeness.EXACT: "",
        Likeness.CAPITALS: f" (“{form.written}”, in capitals)",
        Likeness.FOLDED: f" (“{form.written}”, with other accents or capitals)",
        Likeness.LOWERED: f" (“{form.written}”, with a small letter)",
    }[likeness]
    return f"“{written}” {said}{spelt}."
