"""Whether the words of a listed name, though they lead to one entry, leave its kind or its span in doubt.

Each question is one that editors answer differently, or that only the sense of the passage answers.
"""

from __future__ import annotations

from collections import Counter

from rubricator.annotators.names.context import Context
from rubricator.annotators.names.evidence import PLACED
from rubricator.annotators.names.forms import Form, Strength
from rubricator.annotators.names.gazetteer import KNOWN_PLACES
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.mentions import Mention, following
from rubricator.annotators.names.shapes import adjectival
from rubricator.annotators.names.vocabulary import ADDRESS, CALENDAR, DEMONYMS, FUNCTION, PLACE_HEADS, TITLES
from rubricator.authority import EntryKind

_TWICE = 2
_JOINED = frozenset((".&", "&", "./"))
_LEADING_NONE = FUNCTION | CALENDAR | DEMONYMS | TITLES
_UNTELLING = frozenset("of or and".split())
"""What stands before a university as it does before its town: “a few years of Oxford, or Cambridge”."""


def is_doubtful(context: Context, mention: Mention, form: Form, sure: Counter[str]) -> bool:
    """Whether the words alone say too little to be sure of the kind and of the span."""
    if _is_cut_off(context, mention, form) or len(form.words[-1]) == 1:
        return True  # “Mr. H.”: the stop may be the sentence's own
    if form.keys[-1] in PLACE_HEADS and any(len(word) == 1 for word in form.words):
        return True  # “F. Hill” may be a man or a hill
    if form.entry.kind is EntryKind.PERSON:
        return _is_doubtful_person(context, mention, form)
    if mention.end - mention.start == 1:
        return form.entry.kind is EntryKind.ORG or _is_doubtful_town(context, mention, form, sure)
    return False


def _is_cut_off(context: Context, mention: Mention, form: Form) -> bool:
    """Whether the words beside the name may belong to it."""
    start = mention.start
    if context.gap(start) in _JOINED and context.key(start - 1) in ADDRESS:
        return True  # “Mr. & Mrs. Dickinson”: some mark the two as one
    if following(context, mention.end):
        return True  # “Raffaello Sanzio D'Urbino”
    if start and context.gap(start) == " " and _leads(context, start - 1):
        return True  # “Old Parr”, “La Vendée”
    if form.standing or context.key(start - 1) != "the":
        return False
    if form.entry.kind is EntryKind.PLACE:  # “the Hundred Acres”, but “the Soviet Union”
        return tuple(context.key(index) for index in range(start, mention.end)) not in KNOWN_PLACES
    plural = context.key(mention.end - 1).endswith("s")
    return plural and form.entry.kind is EntryKind.PERSON  # “the Brooks” may be a family


def _leads(context: Context, index: int) -> bool:
    """Whether the word, by its capital, may be the beginning of the name that follows."""
    token = context.tokens[index]
    if adjectival(token.key):
        return False  # “Fascist Germany”
    return token.capital and not token.initial and token.key not in _LEADING_NONE


def _is_doubtful_person(context: Context, mention: Mention, form: Form) -> bool:
    match = mention.match
    whole = match.end - match.start > 1 or context.key(match.start) in GIVEN
    if mention.before.titles and form.strength is Strength.LISTED and whole:
        return True  # the title is inside or not: “Mr. Geoffrey Crayon”, “Miss Phoebe”
    return context.gap(mention.end).startswith("'s") and _is_house(context, mention.end)


def _is_house(context: Context, index: int) -> bool:
    """Whether nothing is possessed before the word *index*: “dined at Dr. Valpy's” is said of his house."""
    return context.gap(index) != "'s" or context.key(index) in FUNCTION


def _is_doubtful_town(context: Context, mention: Mention, form: Form, sure: Counter[str]) -> bool:
    """Whether one word leaves it open that a place is meant, or that editors would mark it."""
    start = mention.start
    opens = context.gap(start) == "\n" and context.gap(mention.end) == ","  # a dateline
    if sure[form.entry.ref] < _TWICE and not opens:
        return True
    if context.key(start - 1) == "the":
        return not context.tokens[start].word.isupper()  # “helped to pack the China”, but “the USSR”
    untelling = context.gap(start) == " " and context.key(start - 1) in _UNTELLING
    return untelling and context.key(start - 2) not in PLACED
