"""A document as the names annotator reads it: its words, its date, and how it uses capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from weakref import WeakKeyDictionary

from rubricator import tei
from rubricator.annotation import Span
from rubricator.annotators.entries import asides_in, entries_in, signatures_in, within
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.tokens import Token, tokenise
from rubricator.annotators.names.vocabulary import FUNCTION, TITLES
from rubricator.authority.entries import year
from rubricator.document import Document
from rubricator.settings import NamePolicy

DEFAULT = NamePolicy()
_DASHES = re.compile(r"(?:[—–]+|--+)(?!\w)")
_COMMON = 1.0
"""So often in a million words of speech, a word is common."""
_DETERMINERS = frozenset("a an my his her their our this any some no every".split())
_NAMING = TITLES | GIVEN
_FLOOD = 0.15
"""Where so many of the common words after these have a capital, that is a habit of the writer."""
_RARE = 20
"""A word that has a capital more than so many times as often as none is a name."""


@dataclass(frozen=True)
class Context:
    """The words of one text, the year it was written in (if known) and the policy they are read with.

    *entries* are the stretches of the text that list persons, places and the like, *asides* its notes and
    running heads, *signed* its signatures.
    """

    text: str
    tokens: Sequence[Token]
    year: int | None = None
    policy: NamePolicy = DEFAULT
    entries: tuple[Span, ...] = ()
    asides: tuple[Span, ...] = ()
    signed: tuple[Span, ...] = ()

    @classmethod
    def of(cls, document: Document, policy: NamePolicy) -> Context:
        """The context that *document* makes; all who ask while the document is held share one."""
        known = _KNOWN.setdefault(document, [])
        for wanted, context in known:
            if wanted == policy:
                return context
        context = cls._of(document, policy)
        known.append((policy, context))
        return context

    @classmethod
    def _of(cls, document: Document, policy: NamePolicy) -> Context:
        boundaries = sorted(
            {
                offset
                for element in document.elements
                if element.counted and tei.is_block(element.node)
                for offset in (element.text_start, element.text_end)
            }
        )
        if not document.language.lower().startswith("en"):
            # What English capitals tell is wrong elsewhere; in German every noun has one.
            policy = replace(policy, unlisted=False)
        return cls(
            document.text,
            tokenise(document.text, boundaries),
            year(document.date),
            policy,
            entries_in(document),
            asides_in(document),
            signatures_in(document),
        )

    @cached_property
    def small(self) -> frozenset[str]:
        """The keys of the words that the text also writes without a capital, and not by a rare slip."""
        small = Counter(token.key for token in self.tokens if token.word[0].islower())
        capital = Counter(token.key for token in self.tokens if token.capital and not token.initial)
        return frozenset(key for key, count in small.items() if _RARE * count >= capital[key])

    @cached_property
    def floods(self) -> bool:
        """Whether the text gives capitals to common nouns too, as many did until 1800: “in his Debt”."""
        after = [
            token
            for before, token in pairwise(self.tokens)
            if before.key in _DETERMINERS and token.gap == " " and token.key not in _NAMING
        ]
        capitals = sum(token.capital and self.is_common(token.key) for token in after)
        return capitals > _FLOOD * len(after)

    @staticmethod
    def is_common(key: str, least: float = _COMMON) -> bool:
        """Whether the word is common in speech, where names are hardly counted."""
        return english().spoken(key) >= least

    def is_name_like(self, index: int) -> bool:
        """Whether the word has its capital for being a name: it opens no sentence, or is never small."""
        token = self.tokens[index]
        if not token.capital or token.key in FUNCTION:
            return False
        return not token.initial or token.key not in self.small

    def is_entry(self, index: int) -> bool:
        """Whether the word stands in an entry of a list, where nobody is mentioned."""
        token = self.tokens[index]
        return bool(self.entries) and within(self.entries, Span(token.start, token.end))

    def is_aside(self, index: int) -> bool:
        """Whether the word stands in a note or a running head."""
        token = self.tokens[index]
        return bool(self.asides) and within(self.asides, Span(token.start, token.end))

    def is_signed(self, index: int) -> bool:
        """Whether the word stands in a signature, where capitals throughout are how names are printed."""
        token = self.tokens[index]
        return bool(self.signed) and within(self.signed, Span(token.start, token.end))

    def gap(self, index: int) -> str:
        """What stands before the word, a boundary before the first and after the last."""
        return self.tokens[index].gap if 0 <= index < len(self.tokens) else "\n"

    def key(self, index: int) -> str:
        """The key of the word, empty beyond the text."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def span(self, start: int, end: int, tail: str = "") -> Span:
        """The characters of the words *start* to *end* (exclusive), and of *tail* if it follows."""
        first, last = self.tokens[start], self.tokens[end - 1]
        stop = last.end
        if len(last.word) == 1 and last.capital and not tail:
            dashes = _DASHES.match(self.text, stop)  # “Lord N——”: they stand for the rest of the name
            tail = dashes.group() if dashes else "."  # “Harry L.”: the stop belongs to the initial
        if tail and self.text[stop : stop + len(tail)].replace("’", "'") == tail:
            stop += len(tail)
        elif self.policy.possessive_inside and self.gap(end).startswith("'s"):
            stop += 2
        return Span(first.start, stop)

    def written(self, start: int, end: int) -> str:
        """The words *start* to *end* as the text has them, white space folded."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())


_KNOWN: WeakKeyDictionary[Document, list[tuple[NamePolicy, Context]]] = WeakKeyDictionary()
