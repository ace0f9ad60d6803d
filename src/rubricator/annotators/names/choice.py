"""Which entry a mention means, and how sure that is."""

from __future__ import annotations

from collections import Counter

from rubricator.annotation import Certainty
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.doubts import is_doubtful
from rubricator.annotators.names.forms import Form, Strength
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.lexicon import Likeness, Match
from rubricator.annotators.names.mentions import Mention, both, following
from rubricator.annotators.names.persons import titles
from rubricator.annotators.names.vocabulary import (
    FUNCTION,
    PLACE_PREPOSITIONS,
    TITLES,
)
from rubricator.authority import Entry, EntryKind, Person
from rubricator.authority.sexes import sex

_TWICE = 2
_LONGEST_LIFE = 110
_JOINED = frozenset((".&", "&", "./"))
_QUOTES = frozenset("“\"‘'«„_*")


def vouched(mentions: list[Mention]) -> Counter[str]:
    """How often the text names each entry by more than a surname, and no other by the same words."""
    return Counter(
        one.forms[0].entry.ref
        for one in mentions
        if len({form.entry.ref for form in one.forms}) == 1 and one.forms[0].strength > Strength.SURNAME
    )


def choose(
    context: Context, mention: Mention, sure: Counter[str], own: frozenset[str] = frozenset()
) -> tuple[list[Form], list[str], str]:
    """The form meant, or several that nothing tells apart; whom it was chosen before; and why.

    Entries that are the text's *own* come before those of the lists of an edition.
    """
    forms = mention.forms
    refs = list(dict.fromkeys(form.entry.ref for form in forms))
    if len(refs) == 1:
        return [max(forms, key=lambda form: form.strength)], [], ""
    kinds = {form.entry.kind for form in forms}
    wanted = _kind_here(context, mention, kinds)
    # A surname without a form of address is how texts of the past call men.
    bare = not mention.before.titles and not mention.before.given
    ranked: dict[tuple[int, ...], list[Form]] = {}
    for form in forms:
        rank = (
            int(form.entry.kind is wanted),
            int(isinstance(form.entry, Person) and bool(titles(form.entry) & set(mention.before.titles))),
            int(form.entry.ref in own and isinstance(form.entry, Person)),
            int(form.strength > Strength.WEAK) + int(form.strength > Strength.SURNAME),
            int(sure[form.entry.ref] > 0),
            int(not (bare and isinstance(form.entry, Person) and sex(form.entry) == "f")),
            _lived(form.entry, context.year),
            int(form.strength),
        )
        ranked.setdefault(rank, []).append(form)
    best = ranked[max(ranked)]
    chosen = list({form.entry.ref: form for form in best}.values())
    rivals = [ref for ref in refs if ref not in {form.entry.ref for form in chosen}]
    reason = f" It was chosen before {both(rivals)} by its context." if rivals else ""
    return chosen, rivals, reason


def _kind_here(context: Context, mention: Mention, kinds: set[EntryKind]) -> EntryKind | None:
    if mention.before.titles or mention.before.given:
        return EntryKind.PERSON
    if EntryKind.PLACE in kinds and context.key(mention.start - 1) in PLACE_PREPOSITIONS:
        return EntryKind.PLACE
    if EntryKind.WORK in kinds and _quoted(context, mention.start):
        return EntryKind.WORK
    return None


def certainty(
    context: Context, mention: Mention, form: Form, likeness: Likeness, sure: Counter[str], chosen: bool
) -> Certainty:
    """How sure it is that *mention* means the entry of *form*; *chosen* says that others were possible.

    What stands in a note or a running head is never sure: editors mark the names there or they do not.
    """
    found = _certainty(context, mention, form, likeness, sure, chosen)
    if found is not Certainty.HIGH:
        return found
    unsure = context.is_aside(mention.start) or is_doubtful(context, mention, form, sure)
    return Certainty.MEDIUM if unsure else found


def _certainty(
    context: Context, mention: Mention, form: Form, likeness: Likeness, sure: Counter[str], chosen: bool
) -> Certainty:
    match = mention.match
    if mention.half:
        return Certainty.LOW
    single = match.end - match.start == 1
    if single and not mention.before.titles and not mention.before.given:
        if not context.is_name_like(match.start) and likeness is not Likeness.CAPITALS:
            return Certainty.LOW
        if context.key(match.start) in GIVEN and form.entry.kind is EntryKind.PERSON and not chosen:
            return Certainty.MEDIUM  # a given name alone can be someone else's
    if form.entry.kind is EntryKind.WORK:
        return _certainty_of_work(context, match, form)
    place = form.entry.kind is EntryKind.PLACE and bool(following(context, match.end))
    if chosen or place or likeness is Likeness.LOWERED or form.strength is Strength.WEAK:
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
    if _is_persons(context, match) and not _quoted(context, match.start):
        return Certainty.LOW  # “Tom Cordery” is a story, but here he may be its hero
    if capitals > 1 or (match.end - match.start > 1 and form.words[0].lower() == "the"):
        return Certainty.HIGH
    if capitals and (_quoted(context, match.start) or form.article):
        return Certainty.MEDIUM
    return Certainty.LOW


def _is_persons(context: Context, match: Match) -> bool:
    """Whether a title reads as the name of a person."""
    keys = [context.key(index) for index in range(match.start, match.end)]
    return len(keys) < 4 and (keys[0] in GIVEN or keys[0] in TITLES) and not set(keys) & FUNCTION


def _quoted(context: Context, index: int) -> bool:
    start = context.tokens[index].start
    return start > 0 and context.text[start - 1] in _QUOTES


def _lived(entry: Entry, now: int | None) -> int:
    """Whether the entry existed in the year *now* (2), may have (1), or had ceased to (0)."""
    if now is None or not isinstance(entry, Person) or (entry.birth is None and entry.death is None):
        return 1
    last = entry.last_year
    if last is None and entry.first_year is not None:
        last = entry.first_year + _LONGEST_LIFE
    return 2 if last is None or last >= now else 0
