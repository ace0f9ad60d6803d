"""What counts as a word in one document: the lexicon's words, the edition's, the document's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rubricator.annotators.errors.lexicon import Lexicon
from rubricator.annotators.errors.spelling import DIALECT, derived, fold, variants
from rubricator.annotators.errors.tokens import Text

CLITICS = ("n't", "'s", "'ll", "'ve", "'d", "'re", "'m", "'st", "'t", "'n")
VOCABULARY_FROM = 3
"""A form used so often in one document is its author's word, whatever the lists say."""


class Vocabulary:
    """The words of a document's language, its edition and itself."""

    def __init__(self, lexicon: Lexicon, text: Text, extra: Iterable[str] = ()) -> None:
        self.lexicon = lexicon
        self.extra = frozenset(part for form in extra for part in _parts(form))
        self.counts = Counter(token.plain for token in text.tokens)
        self.forms = Counter(token.form.replace("’", "'").removesuffix("'s") for token in text.tokens)
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        """Whether *word* (in lower case, with straight apostrophes) is a word, or may be one of another day."""
        if (known := self._known.get(word)) is None:
            known = self._known[word] = self._is_word(word)
        return known

    def listed(self, word: str) -> bool:
        """Whether *word* itself is in a list: this lexicon's or the edition's."""
        return word in self.lexicon or word in self.extra

    def repeated(self, word: str) -> bool:
        """Whether the document uses *word* so often that it is vocabulary."""
        return self.counts[word] >= VOCABULARY_FROM

    def _is_word(self, word: str) -> bool:
        if self.listed(word) or (folded := fold(word)) != word and self.listed(folded):
            return True
        for clitic in CLITICS:
            if word.endswith(clitic) and len(word) > len(clitic):
                stem = word.removesuffix(clitic)
                return stem in self or clitic == "'d" and f"{stem}ed" in self or f"{stem}e" in self
        if word in DIALECT or _is_roman(word):
            return True
        if word.endswith(("in", "ins")) and len(word) > 4 and self.listed(f"{word.removesuffix('s')}g"):
            return True
        if len(word) > SHORTEST_VARIANT and any(self.listed(form) for form in variants(word)):
            return True
        return derived(word, self._stem)

    def _stem(self, word: str) -> bool:
        return self.listed(word) or any(self.lexicon.frequency(form) > 0 for form in variants(word))

    def frequency(self, word: str) -> float:
        """How often *word* stands in a million words; a listed word of the edition counts as a rare one."""
        return self.lexicon.frequency(word) or (0.1 if word in self.extra else 0.0)


SHORTEST_VARIANT = 4


def _is_roman(word: str) -> bool:
    return set(word) <= set("ivxlcdm") and len(word) > 1 and not word.startswith(("iiii", "mi", "di", "li"))


def _parts(form: str) -> Iterable[str]:
    plain = form.lower().replace("’", "'")
    yield plain
    for part in plain.replace("-", " ").split():
        part = part.strip(".,;:()[]“”\"'")
        yield part
        yield part.removesuffix("'s")
