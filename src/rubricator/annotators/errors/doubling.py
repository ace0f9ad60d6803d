"""Words that stand twice where the language has them once."""

from __future__ import annotations

from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.closed import NEVER_TWICE
from rubricator.annotators.errors.tokens import Text
from rubricator.annotators.errors.vocabulary import Vocabulary


def doubling(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each word of grammar that is set twice."""
    for index in range(len(text.tokens) - 1):
        first, second = text.tokens[index], text.tokens[index + 1]
        word = second.plain
        if word != first.plain or word not in NEVER_TWICE or (second.form != word and second.form != "I"):
            continue
        if first.form.isupper() and len(word) > 1 and not second.form.isupper():  # "AND and OR"
            continue
        gap = text.between(index)
        if gap.strip() or gap.count("\n") > 1 or _thrice(text, index) or text.before(first) in ("-", "—"):
            continue
        if text.after(second) in ("-", "—", "…") or (word in ("is", "it", "be") and _clause_end(text, index)):
            continue
        broken = "\n" in gap
        yield Apparent(
            first.start,
            second.end,
            "errors.doubled-word",
            text.text[first.start : second.end],
            first.form,
            Certainty.MEDIUM if broken else Certainty.HIGH,
            f"the word “{second.form}” stands twice" + (", before and after a break" if broken else ""),
        )


def _thrice(text: Text, index: int) -> bool:
    """Three times is no slip but stammering, refrain or lists."""
    near = [text.tokens[at].plain for at in (index - 1, index + 2) if 0 <= at < len(text.tokens)]
    return text.tokens[index].plain in near


def _clause_end(text: Text, index: int) -> bool:
    """ "What it is is clear", "such as it is it serves": a clause ends between the two."""
    before = {token.plain for token, _ in zip(text.neighbours(index, -1), range(6), strict=False)}
    return bool(
        before & {"what", "it", "that", "there", "who", "as", "how", "where", "all", "than", "if", "when"}
    )
