"""A document as the names annotator reads it: its words, its date, and how it uses capitals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rubricator import tei
from rubricator.annotation import Span
from rubricator.annotators.names.tokens import Token, tokenise
from rubricator.annotators.names.vocabulary import FUNCTION
from rubricator.authority.entries import year
from rubricator.document import Document
from rubricator.settings import NamePolicy

DEFAULT = NamePolicy()


@dataclass(frozen=True)
class Context:
    """The words of one text, the year it was written in (if known) and the policy they are read with."""

    text: str
    tokens: Sequence[Token]
    year: int | None = None
    policy: NamePolicy = DEFAULT

    @classmethod
    def of(cls, document: Document, policy: NamePolicy) -> Context:
        """The context that *document* makes."""
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
        return cls(document.text, tokenise(document.text, boundaries), year(document.date), policy)

    @cached_property
    def small(self) -> frozenset[str]:
        """The keys of the words that the text also writes without a capital."""
        return frozenset(token.key for token in self.tokens if token.word[0].islower())

    def is_name_like(self, index: int) -> bool:
        """Whether the word has its capital for being a name: it opens no sentence, or is never small."""
        token = self.tokens[index]
        if not token.capital or token.key in FUNCTION:
            return False
        return not token.initial or token.key not in self.small

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
        if len(last.word) == 1 and last.capital and end - start > 1 and not tail:
            tail = "."  # “Harry L.”: the stop belongs to the initial
        if tail and self.text[stop : stop + len(tail)].replace("’", "'") == tail:
            stop += len(tail)
        elif self.policy.possessive_inside and self.gap(end).startswith("'s"):
            stop += 2
        return Span(first.start, stop)

    def written(self, start: int, end: int) -> str:
        """The words *start* to *end* as the text has them, white space folded."""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())
