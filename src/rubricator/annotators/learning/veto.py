"""What was refused is not suggested again: not in its company, and refused twice, nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rubricator.annotation import Annotation, Span
from rubricator.annotators.learning.remembering import words_of
from rubricator.annotators.names.tokens import tokenise
from rubricator.annotators.names.vocabulary import ADDRESS, FUNCTION
from rubricator.learnt.memory import Rejection, family

_REACH = 40
"""So many characters round a string are searched for the words beside it."""
_ENOUGH = 2
"""Refused so often in different company, a string is refused everywhere."""


def rejection(text: str, annotation: Annotation) -> Rejection:
    """The refusal of *annotation*, with the words beside it."""
    return Rejection(family(annotation.kind), *beside(text, annotation.span))


def beside(text: str, span: Span) -> tuple[str, str, str]:
    """A string, the word before it and the word after it."""
    before = tokenise(text[max(0, span.start - _REACH) : span.start])
    after = tokenise(text[span.end : span.end + _REACH])
    return (
        words_of(text[span.start : span.end]),
        before[-1].key if before else "",
        after[0].key if after else "",
    )


class Veto:
    """Refusals, and by which strings they are outweighed: those that people also confirmed."""

    def __init__(self, rejections: Iterable[Rejection], confirmed: Callable[[str, str], bool]) -> None:
        self._by_words: dict[tuple[str, str], set[Rejection]] = {}
        for one in rejections:
            self._by_words.setdefault((one.family, one.words), set()).add(one)
        self._confirmed = confirmed

    def __bool__(self) -> bool:
        return bool(self._by_words)

    def refuses(self, text: str, annotation: Annotation) -> bool:
        """Whether an annotation asks again what was refused."""
        kind = family(annotation.kind)
        refused = self._by_words.get((kind, words_of(text[annotation.span.start : annotation.span.end])))
        if not refused:
            return False
        words, before, after = beside(text, annotation.span)
        if any((one.before, one.after) == (before, after) for one in refused):
            return True
        if self._confirmed(kind, words):
            return False
        return len(refused) >= _ENOUGH or any(
            (one.before and one.before == before and not _common(before))
            or (one.after and one.after == after and not _common(after))
            for one in refused
        )


def _common(word: str) -> bool:
    """Whether a word stands beside everything, and so is no company."""
    return word in FUNCTION or word in ADDRESS or word.isdigit()
