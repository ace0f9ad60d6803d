"""Where a form of the lists is the name of something, and where its words belong to something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rubricator.annotators.names.context import Context
from rubricator.annotators.names.forms import Form, Strength
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.lexicon import Match
from rubricator.annotators.names.persons import Prefix, can_be, given_names, prefix, surnames
from rubricator.annotators.names.vocabulary import (
    CALENDAR,
    DEMONYMS,
    LOWERED,
    QUALIFIERS,
    RULERS,
    UNCALLED,
)
from rubricator.authority import EntryKind, Person
from rubricator.authority.entries import year

_OTHER = CALENDAR | DEMONYMS
_GOVERNING = frozenset("government governments ministry cabinet party guard army regime council".split())
"""Heads that leave the name before them a name: “the Hitler government”."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words *start* to *end* of a name; *forms* is what they can mean, or *other* says why not.

    *half* says that it is joined by a hyphen to a word that no list has.
    """

    start: int
    end: int
    match: Match
    before: Prefix
    forms: tuple[Form, ...]
    other: str = ""
    half: bool = False


def mention(context: Context, match: Match, joined_before: bool, joined_after: bool) -> Mention | None:
    """What *match* says in its place; *joined_before*, *joined_after*: another match touches it."""
    forms = [form for form, _ in match.forms if _in_time(form, context.year)]
    if not context.policy.factions:
        forms = [form for form in forms if not form.members]
    joined = _joined(context, match, joined_before, joined_after)
    if not forms or joined is None or not _is_plausible(context, match):
        return None
    best = max(form.strength for form in forms)
    kinds = {form.entry.kind for form in forms}
    after = following(context, match.end)
    if after and _heads_another(context, match, kinds, best, after):
        return None
    if kinds == {EntryKind.ORG} and match.end - match.start == 1 and _called(context, match.start):
        return None  # “Mr. Joliffe” is one of the Joliffes, and is looked for as a person
    if kinds == {EntryKind.PLACE} and match.start and _qualified(context, match.start):
        other = f"“{context.written(match.start - 1, match.start)}” may make another place of it."
        return Mention(match.start - 1, match.end, match, Prefix(match.start - 1), (), other)
    if EntryKind.PERSON not in kinds or any(form.standing for form in forms):
        return Mention(match.start, match.end, match, Prefix(match.start), tuple(forms), half=joined)
    return _person(context, match, forms, best, bool(after), joined)


def following(context: Context, index: int) -> str:
    """The key of the capitalised word that follows without a break, else nothing."""
    if context.gap(index) != " ":
        return ""
    token = context.tokens[index]
    return token.key if token.capital and token.key not in UNCALLED else ""


def _called(context: Context, start: int) -> bool:
    """Whether a form of address or a given name stands before the word."""
    before = prefix(context, start)
    return bool(before.titles or before.given)


def _person(
    context: Context, match: Match, forms: list[Form], best: Strength, followed: bool, half: bool
) -> Mention | None:
    """What may be a person's name, with titles and given names before it, which say whose it can be."""
    known = frozenset().union(*(given_names(form.entry) for form in forms if isinstance(form.entry, Person)))
    before = prefix(context, match.start, known)
    if set(before.titles[-1:]) & {"st", "saint"} and not before.given:
        return None
    if (
        before.titles
        and match.end - match.start > 1
        and context.key(match.end - 1) == "i"
        and not (set(before.titles) & RULERS)
    ):
        return None  # “said Sir Charles. I think …”
    persons = all(isinstance(form.entry, Person) for form in forms)
    if persons and followed and _ends_given(context, match, forms):
        return None
    alone = persons and best is Strength.SURNAME and not before.titles and not before.given
    if alone and (followed or not _is_name_like(context, match)):
        return None  # “James Smith” is not someone called James
    called = before.titles or before.given  # then it is a person, and no place of that name
    fitting = tuple(
        form
        for form in forms
        if (can_be(form.entry, before) if isinstance(form.entry, Person) else not called)
    )
    other = ""
    if not fitting:
        words = context.written(before.start, match.start)
        refs = list(dict.fromkeys(form.entry.ref for form in forms if isinstance(form.entry, Person)))
        other = f"“{words}” is none of the names of {both(refs)}."
    several = before.titles[:1] == ("messrs",)  # “Messrs. Holmes, Tunnicliffe and Barnes”
    outside = several if context.policy.titles_inside else len(before.titles)
    start = before.start + outside
    return Mention(start, match.end, match, before, fitting, other, half)


def _heads_another(context: Context, match: Match, kinds: set[EntryKind], best: Strength, after: str) -> bool:
    """Whether the next word makes a name of its own: “Hitler Youth”, “London Bridge”."""
    if not kinds <= {EntryKind.PERSON, EntryKind.PLACE} or after not in LOWERED:
        return False
    full_name = EntryKind.PERSON in kinds and best is Strength.LISTED and match.end - match.start > 1
    return after not in _GOVERNING and not full_name


def _is_plausible(context: Context, match: Match) -> bool:
    """Whether the word, if it is but one, can be a name here although it is also a day or an adjective."""
    key = context.key(match.start)
    if match.end - match.start > 1 or key not in _OTHER or prefix(context, match.start).titles:
        return True
    return key in CALENDAR & GIVEN and not _dated(context, match.start)


def _dated(context: Context, index: int) -> bool:
    before, after = context.key(index - 1), context.key(index + 1)
    return (
        before.isdigit()
        or after.isdigit()
        or before in {"in", "of", "early", "late", "last", "next", "since"}
    )


def _ends_given(context: Context, match: Match, forms: list[Form]) -> bool:
    """Whether the last word is none of the surnames, so that one may follow (“Ben Appleton”)."""
    last = context.key(match.end - 1)
    return not any(last in surnames(form.entry) for form in forms if isinstance(form.entry, Person))


def _is_name_like(context: Context, match: Match) -> bool:
    """Whether the first word with a capital has it for being a name."""
    capitals = (index for index in range(match.start, match.end) if context.tokens[index].capital)
    first = next(capitals, None)
    return first is not None and (first > match.start or context.is_name_like(first))


def _in_time(form: Form, now: int | None) -> bool:
    """Whether the form can be used of its entry in the year *now*: nobody is mentioned before birth."""
    if now is None:
        return True
    first, last = year(form.not_before), year(form.not_after)
    born = None if form.entry.kind is EntryKind.WORK else form.entry.first_year  # lists cite later editions
    return (first is None or first <= now) and (last is None or last >= now) and (born is None or born <= now)


def _joined(context: Context, match: Match, joined_before: bool, joined_after: bool) -> bool | None:
    """Whether a hyphen joins it to a word no list has; None where that makes another word (“Hitler-like”).

    In a pair of names (“Stalin-Molotov”), each is a name by itself.
    """
    strange = []
    if context.gap(match.start) == "-" and not joined_before:
        strange.append(match.start - 1)
    if context.gap(match.end) == "-" and not joined_after:
        strange.append(match.end)
    if not all(context.tokens[index].capital for index in strange):
        return None
    return bool(strange)


def _qualified(context: Context, start: int) -> bool:
    token = context.tokens[start - 1]
    return context.gap(start) == " " and token.capital and token.key in QUALIFIERS and not token.initial


def either(refs: Sequence[str]) -> str:
    """The references in words, as alternatives."""
    return _listed(refs, "or")


def both(refs: Sequence[str]) -> str:
    """The references in words, together."""
    return _listed(refs, "and")


def _listed(refs: Sequence[str], link: str) -> str:
    return f" {link} ".join(refs) if len(refs) < 3 else f"{', '.join(refs[:-1])} {link} {refs[-1]}"
