"""Apostrophes in the wrong place, or lost: did'nt, dont, I cant go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import BARE_VERBS
from rubricator.annotators.errors.tokens import ELISIONS, Text
from rubricator.annotators.errors.vocabulary import Vocabulary

NEGATED = "are could did do does had has have is might must need should was were would".split()
MISPLACED = re.compile(rf"\b({'|'.join(NEGATED)})(['’])nt\b", re.I)
SHORTENED = """
    he'd he'll he's here's how's i'll i'm i've it'll she'll she's that'll that's there'll there's they'd
    they'll they're they've we've what's where's who'll who's who've you'd you'll you're you've
    """.split()
OTHER_WORDS = frozenset("hed hell hes hows ill shell whos".split())
"""What is, or may be, another word without its apostrophe."""
LOST = {f"{verb}nt": f"{verb}n't" for verb in NEGATED} | {
    plain: form for form in SHORTENED if (plain := form.replace("'", "")) not in OTHER_WORDS
}
"""Of what is another word without it (*well*, *hell*, *its*) nothing can be said."""
BETWEEN = re.compile(
    r"\b(?:I|you|he|she|we|they) (cant) (?!of|and|or)[a-z]+\b"
    r"|\b(?:I|you|he|she|it|we|they|who|that|there) (cant|wont) "
    rf"(?:(?:ever|even|just|never|only|really) )?(?:{'|'.join(BARE_VERBS)})\b",
    re.I,
)
"""*Cant* and *wont* are words, but not between a pronoun and a verb."""
STRAIGHT, CURVED = re.compile(r"[a-z]'[a-z]"), re.compile(r"[a-z]’[a-z]")
IN_PLAIN = {"cant": "can't", "wont": "won't"}
SELDOM = 5
"""What stands oftener, and nowhere right, is how the writer writes: many left the apostrophe out."""


def apostrophes(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each contraction whose apostrophe stands before the wrong letter, or is missing."""
    sign = _sign(text.text)
    misplaced = [
        (match.start(), match.group(), f"{match.group(1)}n{match.group(2)}t")
        for match in MISPLACED.finditer(text.text)
    ]
    lost = [
        (token.start, token.form, LOST[token.plain])
        for token in text.tokens
        if token.plain in LOST and token.form[1:].islower() and text.before(token) not in ELISIONS
    ]
    lost += [
        (match.start(match.lastindex or 0), form, IN_PLAIN[form.lower()])
        for match in BETWEEN.finditer(text.text)
        if (form := match[match.lastindex or 0])[1:].islower()
    ]
    yield from _claims(sorted(misplaced), "the apostrophe stands before the n", "'", vocabulary)
    yield from _claims(sorted(lost), "the apostrophe is missing", sign, vocabulary)


def _sign(text: str) -> str:
    """The apostrophe that the text has within words, or goes with its quotation marks."""
    straight, curved = len(STRAIGHT.findall(text)), len(CURVED.findall(text))
    return "’" if curved > straight or (curved == straight and ("’" in text or "“" in text)) else "'"


def _claims(
    places: list[tuple[int, str, str]], why: str, sign: str, vocabulary: Vocabulary
) -> Iterator[Apparent]:
    """A correction at each place; where it is a habit, one remark at the first."""
    habit = _is_habit(len(places), vocabulary)
    for start, form, right in places[:1] if habit else places:
        mended = right.replace("'", sign)
        if form[:1].isupper() or mended.startswith(f"i{sign}"):
            mended = mended[:1].upper() + mended[1:]
        end = start + len(form)
        if not habit:
            yield Apparent(start, end, "errors.apostrophe", form, mended, Certainty.HIGH, why)
        else:
            reason = f"{why}, here as in {len(places) - 1} more places" if len(places) > 1 else why
            yield Apparent(start, end, "errors.apostrophe", form, None, Certainty.LOW, reason)


def _is_habit(times: int, vocabulary: Vocabulary) -> bool:
    """Whether what is found so many times is the writer's way: the document has it right more seldom."""
    right = sum(vocabulary.counts[form] for form in LOST.values())
    return not (right >= times or (times <= SELDOM and vocabulary.modern))
