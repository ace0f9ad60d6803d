"""“Would of been”: the verb *have* written as it sounds, where no other word can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import PARTICIPLES
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary

ADVERB = r"(?: (?:all|already|also|always|certainly|ever|just|never|not|only|probably|really|surely))?"
OF = re.compile(
    rf"\b((?:could|might|must|should|would)(?:n['’]t)?{ADVERB}|ought to) of{ADVERB} ([a-z]+)\b",
    re.I,
)
SELDOM = 2
"""What stands oftener is how the author, or a speaker of his, talks."""


def auxiliaries(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each *of* between a modal verb and a participle."""
    found = [match for match in OF.finditer(text.text) if _is_participle(match.group(2), vocabulary)]
    for match in found if len(found) <= SELDOM else ():
        start, end = match.start(), match.end(1) + len(" of")
        modal = match.group(1)
        why = f"before “{match.group(2)}” the verb “have” is meant"
        yield Apparent(
            start, end, "errors.auxiliary", text.text[start:end], f"{modal} have", Certainty.HIGH, why
        )


def _is_participle(word: str, vocabulary: Vocabulary) -> bool:
    if word in PARTICIPLES:
        return True
    pair = vocabulary.lexicon.pair
    return word.endswith("ed") and vocabulary.listed(word) and pair("have", word) >= pair("of", word)
