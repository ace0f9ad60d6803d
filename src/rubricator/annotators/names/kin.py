"""Two of one name in one breath, of whom one is the kin of the other: “J. Allott, son to John Allott”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rubricator.annotators.names.context import Context
from rubricator.annotators.names.mentions import Mention
from rubricator.annotators.names.vocabulary import ADDRESS, OFFICES

_KIN = re.compile(
    r",?\s+(?:the\s+)?(?:\w+\s+)?(?:son|daughter|father|mother|brother|sister|cousin|uncle|aunt|nephew|niece"
    r"|wife|widow|husband|heir|grandson|grandfather|grandmother)\s+(?:to|of)\s+(?:the\s+|our\s+|said\s+)*"
)


def told_apart(context: Context, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; nobody is their own kin, so that the less fully named of two means nobody listed."""
    found = list(mentions)
    for index, (one, other) in enumerate(pairwise(mentions)):
        shared = _refs(one) & _refs(other)
        if len(_refs(one)) != 1 or not shared or not _are_kin(context, one, other):
            continue
        why = f"the other “{context.written(other.match.start, other.match.end)}” beside it is kin."
        first, second = _fullness(context, one), _fullness(context, other)
        if first <= second:
            found[index] = replace(one, forms=(), other=why)
        if second <= first:
            found[index + 1] = replace(other, forms=(), other=why)
    return found


def _refs(mention: Mention) -> set[str]:
    return {form.entry.ref for form in mention.forms}


def _are_kin(context: Context, one: Mention, other: Mention) -> bool:
    between = context.text[context.tokens[one.end - 1].end : context.tokens[other.before.start].start]
    return _KIN.fullmatch(between) is not None


def _fullness(context: Context, mention: Mention) -> int:
    """How many words there are to the name, titles and initials left out."""
    words = range(mention.before.start, mention.end)
    return sum(len(context.key(word)) > 1 and context.key(word) not in ADDRESS | OFFICES for word in words)
