"""Names that the authority lists have: found in one pass, led to their entries, or said to be in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.forms import Form, Strength
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.lexicon import Lexicon, Likeness, Match
from rubricator.annotators.names.persons import Prefix, can_be, given_names, prefix
from rubricator.annotators.names.vocabulary import (
    ADDRESS,
    CALENDAR,
    FUNCTION,
    ORG_HEADS,
    PLACE_HEADS,
    PLACE_PREPOSITIONS,
    QUALIFIERS,
)
from rubricator.authority import Entry, EntryKind, Person
from rubricator.authority.entries import year

RULE = "names.authority"
KINDS = {
    EntryKind.PERSON: Kind.PERS_NAME,
    EntryKind.PLACE: Kind.PLACE_NAME,
    EntryKind.ORG: Kind.ORG_NAME,
    EntryKind.WORK: Kind.TITLE,
}
_LONGEST_LIFE = 110
_GOVERNING = frozenset("government governments ministry cabinet party guard army regime council".split())
_QUOTES = frozenset("“\"‘'«„_*")


@dataclass(frozen=True, slots=True)
class Mention:
    """The words *start* to *end* of a name; *forms* is what they can mean, or *other* says why not."""

    start: int
    end: int
    match: Match
    before: Prefix
    forms: tuple[Form, ...]
    other: str = ""


def listed(context: Context, lexicon: Lexicon) -> list[tuple[int, int, Annotation]]:
    """The claims about names of the lists, each with the words (start, end) it rests on."""
    matches = list(lexicon.matches(context.tokens))
    ends = {match.end for match in matches}
    starts = {match.start for match in matches}
    mentions = [
        mention
        for match in matches
        if (mention := _mention(context, match, match.start in ends, match.end in starts)) is not None
    ]
    sure = Counter(
        mention.forms[0].entry.ref
        for mention in mentions
        if len({form.entry.ref for form in mention.forms}) == 1
        and mention.forms[0].strength > Strength.SURNAME
    )
    claims = [(mention.start, mention.end, _claim(context, mention, sure)) for mention in mentions]
    return [*claims, *_plurals(context, lexicon, {index for claim in claims for index in range(*claim[:2])})]


def _mention(context: Context, match: Match, joined_before: bool, joined_after: bool) -> Mention | None:
    """What *match* says in its place; None where the words belong to something else."""
    forms = [form for form, _ in match.forms if _in_time(form, context.year)]
    if not context.policy.factions:
        forms = [form for form in forms if not form.members]
    if not forms or _in_compound(context, match, joined_before, joined_after):
        return None
    best = max(form.strength for form in forms)
    kinds = {form.entry.kind for form in forms}
    after = _following(context, match.end)
    if (
        kinds <= {EntryKind.PERSON, EntryKind.PLACE}
        and after in PLACE_HEADS | ORG_HEADS
        and not (
            after in _GOVERNING
            or (EntryKind.PERSON in kinds and best is Strength.LISTED and match.end - match.start > 1)
        )
    ):
        return None  # “Hitler Youth”, “London Bridge”: a name of its own
    if kinds == {EntryKind.PLACE} and match.start and _qualified(context, match.start):
        other = f"“{context.written(match.start - 1, match.start)}” may make another place of it."
        return Mention(match.start - 1, match.end, match, Prefix(match.start - 1), (), other)
    if EntryKind.PERSON not in kinds or any(form.standing for form in forms):
        return Mention(match.start, match.end, match, Prefix(match.start), tuple(forms))
    known = frozenset().union(*(given_names(form.entry) for form in forms if isinstance(form.entry, Person)))
    return _person(context, match, forms, prefix(context, match.start, known), best, bool(after))


def _person(
    context: Context, match: Match, forms: list[Form], before: Prefix, best: Strength, followed: bool
) -> Mention | None:
    """What may be a person's name, with titles and given names before it, which say whose it can be."""
    if set(before.titles[-1:]) & {"st", "saint"} and not before.given:
        return None
    persons = all(isinstance(form.entry, Person) for form in forms)
    single = match.end - match.start == 1
    if persons and not before.titles and not before.given:
        if followed and (best is Strength.SURNAME or (single and context.key(match.start) in GIVEN)):
            return None  # “James Smith” is not someone called James
        if best is Strength.SURNAME and not _is_name_like(context, match):
            return None
    fitting = tuple(
        form for form in forms if not isinstance(form.entry, Person) or can_be(form.entry, before)
    )
    other = ""
    if not fitting:
        called = context.written(before.start, match.start)
        refs = list(dict.fromkeys(form.entry.ref for form in forms))
        other = f"“{called}” is none of the names of {_and(refs)}."
    return Mention(_start(context, before), match.end, match, before, fitting, other)


def _is_name_like(context: Context, match: Match) -> bool:
    """Whether the first word with a capital has it for being a name."""
    capitals = (index for index in range(match.start, match.end) if context.tokens[index].capital)
    first = next(capitals, None)
    return first is not None and (first > match.start or context.is_name_like(first))


def _start(context: Context, before: Prefix) -> int:
    return before.start if context.policy.titles_inside else before.start + len(before.titles)


def _claim(context: Context, mention: Mention, sure: Counter[str]) -> Annotation:
    match = mention.match
    written = context.written(match.start, match.end)
    if not mention.forms:
        kind = KINDS[match.forms[0][0].entry.kind]
        evidence = f"“{written}” is in the authority lists, but {mention.other}"
        cert = Certainty.MEDIUM if kind is Kind.PERS_NAME and mention.before.given else Certainty.LOW
        return Annotation(kind, context.span(mention.start, mention.end), cert, rule=RULE, evidence=evidence)
    chosen, rivals, reason = _choose(context, mention, sure)
    form = chosen[0]
    likeness = max(likeness for other, likeness in match.forms if other is form)
    cert = _certainty(context, mention, form, likeness, sure, bool(rivals))
    kind = Kind.RS if form.standing else KINDS[form.entry.kind]
    attributes: tuple[tuple[str, str], ...] = ()
    if form.standing:
        attributes += (("type", form.entry.kind.value),)
    if form.entry.kind is EntryKind.WORK and (level := getattr(form.entry, "level", None)):
        attributes += (("level", level),)
    start = mention.start
    inside = form.standing and context.policy.article_inside
    if context.key(start) in {"the", "a", "an"} and not (inside or context.tokens[start].capital):
        start += 1  # “the Valpys” is a form, but the article is no part of the name
    span = context.span(start, mention.end, form.tail)
    refs = list(dict.fromkeys(other.entry.ref for other in chosen))
    if len(refs) > 1:
        evidence = f"“{written}” can be {_or(refs)}: nothing here decides between them."
        return Annotation(kind, span, Certainty.LOW, rule=f"{RULE}.ambiguous", evidence=evidence)
    evidence = _evidence(written, form, likeness) + reason
    return Annotation(
        kind, span, cert, rule=RULE, evidence=evidence, attributes=(*attributes, ("ref", refs[0]))
    )


def _choose(context: Context, mention: Mention, sure: Counter[str]) -> tuple[list[Form], list[str], str]:
    """The form meant, or several that nothing tells apart; whom it was chosen before; and why."""
    forms = mention.forms
    refs = list(dict.fromkeys(form.entry.ref for form in forms))
    if len(refs) == 1:
        return [max(forms, key=lambda form: form.strength)], [], ""
    kinds = {form.entry.kind for form in forms}
    wanted = _kind_here(context, mention, kinds)
    ranked: dict[tuple[int, ...], list[Form]] = {}
    for form in forms:
        rank = (
            int(form.entry.kind is wanted),
            int(form.strength > Strength.WEAK) + int(form.strength > Strength.SURNAME),
            int(sure[form.entry.ref] > 0),
            _lived(form.entry, context.year),
            int(form.strength),
        )
        ranked.setdefault(rank, []).append(form)
    best = ranked[max(ranked)]
    chosen = list({form.entry.ref: form for form in best}.values())
    rivals = [ref for ref in refs if ref not in {form.entry.ref for form in chosen}]
    reason = f" It was chosen before {_and(rivals)} by its context." if rivals else ""
    return chosen, rivals, reason


def _kind_here(context: Context, mention: Mention, kinds: set[EntryKind]) -> EntryKind | None:
    if mention.before.titles or mention.before.given:
        return EntryKind.PERSON
    if EntryKind.PLACE in kinds and context.key(mention.start - 1) in PLACE_PREPOSITIONS:
        return EntryKind.PLACE
    if EntryKind.WORK in kinds and _quoted(context, mention.start):
        return EntryKind.WORK
    return None


def _certainty(
    context: Context, mention: Mention, form: Form, likeness: Likeness, sure: Counter[str], chosen: bool
) -> Certainty:
    match = mention.match
    single = match.end - match.start == 1
    if single and not mention.before.titles and not mention.before.given:
        if not context.is_name_like(match.start) and likeness is not Likeness.CAPITALS:
            return Certainty.LOW
        key = context.key(match.start)
        if key in CALENDAR:
            return Certainty.LOW if key not in GIVEN or _dated(context, match) else Certainty.MEDIUM
        if key in GIVEN and form.entry.kind is EntryKind.PERSON and not chosen:
            return Certainty.MEDIUM  # a given name alone can be someone else's
    if form.entry.kind is EntryKind.WORK:
        return _certainty_of_work(context, match, form)
    if chosen or likeness is Likeness.LOWERED or form.strength is Strength.WEAK:
        return Certainty.MEDIUM
    if form.strength is Strength.SURNAME:
        if mention.before.given or sure[form.entry.ref]:
            return Certainty.MEDIUM if context.key(match.start) in GIVEN else Certainty.HIGH
        if mention.before.titles:
            return Certainty.MEDIUM
        return Certainty.LOW if context.key(match.start) in GIVEN else Certainty.MEDIUM
    if form.strength is Strength.DERIVED and any(len(word) == 1 for word in form.words):
        return Certainty.HIGH if sure[form.entry.ref] > 1 else Certainty.MEDIUM
    return Certainty.HIGH


def _certainty_of_work(context: Context, match: Match, form: Form) -> Certainty:
    capitals = sum(
        context.tokens[index].capital and context.key(index) not in FUNCTION
        for index in range(match.start, match.end)
    )
    if capitals > 1 or (match.end - match.start > 1 and form.words[0].lower() == "the"):
        return Certainty.HIGH
    if capitals and (_quoted(context, match.start) or form.article):
        return Certainty.MEDIUM
    return Certainty.LOW


def _quoted(context: Context, index: int) -> bool:
    start = context.tokens[index].start
    return start > 0 and context.text[start - 1] in _QUOTES


def _dated(context: Context, match: Match) -> bool:
    before, after = context.key(match.start - 1), context.key(match.end)
    return (
        before.isdigit()
        or after.isdigit()
        or before in {"in", "of", "early", "late", "last", "next", "since"}
    )


def _in_time(form: Form, now: int | None) -> bool:
    """Whether the form can be used of its entry in the year *now*: nobody is mentioned before birth."""
    if now is None:
        return True
    first, last = year(form.not_before), year(form.not_after)
    born = form.entry.first_year
    return (first is None or first <= now) and (last is None or last >= now) and (born is None or born <= now)


def _lived(entry: Entry, now: int | None) -> int:
    """Whether the entry existed in the year *now* (2), may have (1), or had ceased to (0)."""
    if now is None or not isinstance(entry, Person) or (entry.birth is None and entry.death is None):
        return 1
    last = entry.last_year
    if last is None and entry.first_year is not None:
        last = entry.first_year + _LONGEST_LIFE
    return 2 if last is None or last >= now else 0


def _in_compound(context: Context, match: Match, joined_before: bool, joined_after: bool) -> bool:
    """Whether a hyphen makes another word of it (“Hitler-like”); in a pair, each is a name by itself."""
    before = context.gap(match.start) == "-" and not joined_before
    after = context.gap(match.end) == "-" and not joined_after
    return before or after


def _following(context: Context, index: int) -> str:
    """The key of the capitalised word that follows without a break, else nothing."""
    if context.gap(index) != " ":
        return ""
    token = context.tokens[index]
    return token.key if token.capital and token.key not in FUNCTION | CALENDAR | ADDRESS else ""


def _qualified(context: Context, start: int) -> bool:
    token = context.tokens[start - 1]
    return context.gap(start) == " " and token.capital and token.key in QUALIFIERS and not token.initial


def _plurals(context: Context, lexicon: Lexicon, taken: set[int]) -> Iterator[tuple[int, int, Annotation]]:
    """“the Valpys”: several of one surname, whom no single entry can be."""
    for index, token in enumerate(context.tokens):
        if (
            index in taken
            or not token.capital
            or not token.key.endswith("s")
            or context.key(index - 1) != "the"
        ):
            continue
        forms = [
            form
            for form in lexicon.word(token.key[:-1])
            if isinstance(form.entry, Person) and not form.standing
        ]
        if not forms:
            continue
        refs = list(dict.fromkeys(form.entry.ref for form in forms))
        evidence = f"“{token.word}” is the plural of “{forms[0].written}”, a form of {_or(refs)}."
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


def _or(refs: Sequence[str]) -> str:
    return " or ".join(refs) if len(refs) < 3 else f"{', '.join(refs[:-1])} or {refs[-1]}"


def _and(refs: Sequence[str]) -> str:
    return _or(refs).replace(" or ", " and ")
