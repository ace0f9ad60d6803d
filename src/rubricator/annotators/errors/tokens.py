"""The words of a text, each with its place and its company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ELISIONS = frozenset("'’ʼ‘")
"""What stands for letters left out; typists also take the opening quotation mark for the apostrophe."""
HYPHENS = frozenset("-‐‑")
WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:['’ʼ][^\W\d_][\w\u0300-\u036f]*)*")
SENTENCE_END = re.compile(
    r"[.!?…:]['’”\")\]]*\s*[“‘\"'(\[]*\s*$|^[\s“‘\"'(\[—–-]*$|\n\s*\n[\s“‘\"'(\[—–-]*$|[“\"]$|[—–]\s*[“‘]?$"
)
ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|St|Mrs?|Dr|Messrs|Mme|Mlle|Rev|Hon|Gen|Col|Capt|Lieut|Prof|Sir|No|Jr|Sr)\.\s+$"
)
LONGEST_GAP = 80
ADDRESS = re.compile(
    r"://|@|\bwww\.|[/\\]\w|\w[/\\]|\.(?:com|org|net|htm|html|xml|txt|pdf|co|uk|de|fr|edu)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands, and its letters as they stand there."""

    start: int
    end: int
    form: str

    @property
    def plain(self) -> str:
        """The letters in lower case with the straight apostrophe, as word lists have them."""
        return self.form.lower().replace("’", "'").replace("ʼ", "'")

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.form[:1].isupper()


class Text:
    """A text with its words in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tuple(Token(m.start(), m.end(), m.group()) for m in WORD.finditer(text))

    def between(self, index: int) -> str:
        """What stands between the word *index* and the next."""
        return self.text[self.tokens[index].end : self.tokens[index + 1].start]

    def before(self, token: Token) -> str:
        """The character before *token*, or nothing at the beginning."""
        return self.text[token.start - 1 : token.start]

    def after(self, token: Token) -> str:
        """The character after *token*, or nothing at the end."""
        return self.text[token.end : token.end + 1]

    def opens_sentence(self, token: Token) -> bool:
        """Whether a capital is due here: at the start of a sentence, a speech or a block."""
        window = max(0, token.start - LONGEST_GAP)
        before = self.text[window : token.start]
        if window and not before.strip():
            return False
        return bool(SENTENCE_END.search(before)) and not ABBREVIATED.search(before)

    def in_address(self, token: Token) -> bool:
        """Whether the word is part of a web address, a file name or the like."""
        start = max(self.text.rfind(" ", 0, token.start), self.text.rfind("\n", 0, token.start)) + 1
        ends = [at for at in (self.text.find(" ", token.end), self.text.find("\n", token.end)) if at >= 0]
        return bool(ADDRESS.search(self.text[start : min(ends, default=len(self.text))]))

    def neighbours(self, index: int, step: int) -> Iterator[Token]:
        """The words after (*step* 1) or before (-1) the word *index*, as far as no mark divides them."""
        at = index
        while 0 <= (following := at + step) < len(self.tokens):
            gap = self.between(min(at, following))
            if gap.strip(" \t\n‘’“”'\"") or gap.count("\n") > 1:
                return
            yield self.tokens[following]
            at = following
