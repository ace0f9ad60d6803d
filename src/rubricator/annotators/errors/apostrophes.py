"""Apostrophes in the wrong place, or lost: did'nt, dont."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

NEGATED = "are could did do does had has have is might must need should was were would".split()
MISPLACED = re.compile(rf"\b({'|'.join(NEGATED)})(['’])nt\b", re.I)
LOST = {f"{verb}nt": f"{verb}n't" for verb in NEGATED} | {
    "thats": "that's",
    "theyre": "they're",
    "theyve": "they've",
    "whats": "what's",
    "youre": "you're",
    "youve": "you've",
}
"""Of what is another word without it (*wont*, *well*, *hell*) nothing can be said."""
SELDOM = 2
"""What stands oftener is how the writer writes: many left the apostrophe out."""


def apostrophes(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each contraction whose apostrophe stands before the wrong letter, or is missing."""
    sign = "’" if "’" in text.text or "“" in text.text else "'"
    misplaced = list(MISPLACED.finditer(text.text))
    for match in misplaced if _is_slip(len(misplaced), vocabulary) else ():
        right = f"{match.group(1)}n{match.group(2)}t"
        yield _found(match.start(), match.group(), right, "the apostrophe stands before the n")
    lost = [token for token in text.tokens if token.plain in LOST]
    for token in lost if _is_slip(len(lost), vocabulary) else ():
        right = LOST[token.plain].replace("'", sign)
        right = right.capitalize() if token.form.istitle() else right
        if token.form == token.form.lower() or token.form.istitle():
            yield _found(token.start, token.form, right, "the apostrophe is missing")


def _is_slip(times: int, vocabulary: Vocabulary) -> bool:
    """Whether what is found so many times is no habit: so it is where the document has it right oftener."""
    right = sum(vocabulary.counts[f"{verb}n't"] for verb in NEGATED)
    return times <= SELDOM and (right > times or vocabulary.modern)


def _found(start: int, form: str, right: str, why: str) -> Apparent:
    return Apparent(start, start + len(form), "errors.apostrophe", form, right, Certainty.HIGH, why)
