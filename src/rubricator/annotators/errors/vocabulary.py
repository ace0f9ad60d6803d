"""What counts as a word in one document: the lexicon's words, the edition's, the document's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from rubricator.annotators.errors.closed import DIALECT
from rubricator.annotators.errors.derivation import ANEW, resistance
from rubricator.annotators.errors.edits import Slip, rough_slips, slips
from rubricator.annotators.errors.lexicon import Lexicon
from rubricator.annotators.errors.misspelt import MISSPELT
from rubricator.annotators.errors.period import OLDER_NAMES, OLDER_WORDS
from rubricator.annotators.errors.profiles import PRINT, Profile
from rubricator.annotators.errors.spelling import UNSETTLED, VARIANTS, WEAK_VARIANTS, fold, variants
from rubricator.annotators.errors.tokens import Text
from rubricator.archive import Archive

CLITICS = ("n't", "'s", "'ll", "'ve", "'d", "'re", "'m", "'st", "'t", "'n")
VOCABULARY_FROM = 3
"""A form used so often in one document, or archive, is its author's word, whatever the lists say."""


ROUGH, LONG_ENOUGH_FOR_ROUGH = 0.8, 8
"""What two slips in one word cost besides, and how long a word must be for two to be thought of."""

WEAKLY = 1.5
"""How hard a form resists that may be an older spelling, and may as well be a slip."""

ROMAN = re.compile(r"(?=[ivxlcdm]{2})m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,4})")


class Standing(Enum):
    """What there is to say for a form: a word; perhaps one (derived, dialect, an odd spelling); nothing."""

    WORD = "word"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Vocabulary:
    """The words of a document's language, its edition and itself."""

    def __init__(
        self,
        lexicon: Lexicon,
        text: Text,
        extra: Iterable[str] = (),
        modern: bool = True,
        profile: Profile = PRINT,
        archive: Archive | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.modern = modern
        self.profile = profile
        self.archive = archive or Archive()
        self.extra = _words_of(frozenset(extra))
        self.counts = Counter(token.plain for token in text.tokens)
        self.forms = Counter(token.form.replace("’", "'").removesuffix("'s") for token in text.tokens)
        self._standings: dict[str, Standing] = {}
        self._resistances: dict[str, float] = {}
        self._near: dict[tuple[str, bool], tuple[Slip, ...]] = {}

    def __contains__(self, word: str) -> bool:
        """Whether *word* (in lower case, with straight apostrophes) is a word, or may be one."""
        return self.standing(word) is not Standing.UNKNOWN

    def standing(self, word: str) -> Standing:
        """What there is to say for *word*."""
        if (standing := self._standings.get(word)) is None:
            standing = self._standings[word] = self._judge(word)
        return standing

    def listed(self, word: str) -> bool:
        """Whether *word* itself is in a list: this lexicon's or the edition's."""
        return (word in self.lexicon and word not in MISSPELT) or word in self.extra

    def near(self, form: str, *, rough: bool = False) -> tuple[Slip, ...]:
        """The words one slip away from *form*, each once; two slips away where *rough* and none is nearer."""
        key = form, rough
        if (known := self._near.get(key)) is None:
            found = list(slips(form, self.listed, self.profile))
            if rough and not found and len(form) >= LONG_ENOUGH_FOR_ROUGH:
                far = rough_slips(form, self.listed, self.profile)
                found = [replace(slip, price=slip.price + ROUGH) for slip in far]
            cheapest: dict[str, Slip] = {}
            for slip in found:
                if len(slip.word) > 1 and (
                    slip.word not in cheapest or slip.price < cheapest[slip.word].price
                ):
                    cheapest[slip.word] = slip
            known = self._near[key] = tuple(cheapest.values())
        return known

    def repeated(self, word: str) -> bool:
        """Whether the document, or the archive, uses *word* so often that it is vocabulary."""
        return self.used(word) >= VOCABULARY_FROM

    def used(self, word: str) -> int:
        """How often the document, or the archive, uses *word* that is in no list."""
        return max(self.counts[word], self.archive.counts.get(word, 0))

    def usual(self, word: str) -> str:
        """The word that *word* is an unsettled spelling of, in a text of that time; or nothing."""
        if self.modern or self.profile.own_spelling or self.listed(word) or word in OLDER_WORDS:
            return ""
        if self._is_variant(word, VARIANTS):
            return ""
        return max(filter(self.listed, variants(word, UNSETTLED)), key=self.frequency, default="")

    def expected(self, word: str) -> float:
        """How often *word* stands in the document, or is to be expected in the archive."""
        return max(self.counts[word], self.frequency(word) * self.archive.words / 1e6)

    def _judge(self, word: str) -> Standing:
        if self.listed(word) or ((folded := fold(word)) != word and self.listed(folded)):
            return Standing.WORD
        for clitic in CLITICS:
            if word.endswith(clitic) and len(word) > len(clitic):
                stem = word.removesuffix(clitic)
                if clitic == "'d" and (f"{stem}ed" in self or f"{stem}e" in self):
                    return Standing.WORD
                return self.standing(stem)
        if word in OLDER_WORDS or word in OLDER_NAMES or ROMAN.fullmatch(word):
            return Standing.WORD
        if (not self.modern or self.profile.own_spelling) and self._is_variant(word, UNSETTLED):
            return Standing.WORD
        if word in MISSPELT:
            return Standing.UNKNOWN
        if self._is_variant(word, VARIANTS):
            return Standing.WORD
        return Standing.POSSIBLE if self.resistance(word) else Standing.UNKNOWN

    def resistance(self, word: str) -> float:
        """How hard *word*, which is in no list, resists being taken for a slip (a power of ten); or 0."""
        if (known := self._resistances.get(word)) is None:
            known = self._resistances[word] = self._resistance(word)
        return known

    def _resistance(self, word: str) -> float:
        if word in MISSPELT:
            return 0.0
        if word in DIALECT or (
            len(word) > 4 and word.endswith(("in", "ins")) and self.listed(f"{word.removesuffix('s')}g")
        ):
            return ANEW
        of_variant = WEAKLY if self._is_variant(word, WEAK_VARIANTS) else 0.0
        return max(of_variant, resistance(word, self.frequency))

    def _is_variant(self, word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> bool:
        return len(word) > SHORTEST_VARIANT and any(map(self.listed, variants(word, rules)))

    def frequency(self, word: str) -> float:
        """How often *word* stands in a million words; a listed word of the edition counts as a rare one."""
        return self.lexicon.frequency(word) or (0.1 if word in self.extra else 0.0)


SHORTEST_VARIANT = 4


@lru_cache(maxsize=2)
def _words_of(forms: frozenset[str]) -> frozenset[str]:
    """The words of *forms*: an edition's are the same for each of its documents, and may be thousands."""
    return frozenset(part for form in forms for part in _parts(form))


def _parts(form: str) -> Iterable[str]:
    plain = form.lower().replace("’", "'")
    yield plain
    for part in plain.replace("-", " ").split():
        part = part.strip(".,;:()[]“”\"'")
        yield part
        yield part.removesuffix("'s")
