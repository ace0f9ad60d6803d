"""A text as its words and marks, and the key by which each is found again in another text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rubricator.comparison.spellings import normal_spelling

_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0730-\u074a\u0900-\u0dff"
_WORD = rf"[^\W_][\w{_MARKS}]*"
TOKEN = re.compile(
    rf"""
    [\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]                     # scripts that divide no words
    | {_WORD}(?:['’ʼ]{_WORD} | [-‐‑¬](?:[ \t]*\n\s*)?(?!\d){_WORD} | \u00ad(?:[ \t]*\n\s*)?{_WORD})*
    | -{{2,}} | [–—―⸺⸻]+ | … | \.(?:[ ]?\.){{2,}} | '' | ,, | ``
    | \S
    """,
    re.VERBOSE,
)
QUOTES = frozenset("\"'`´‘’‚‛“”„‟‹›«»ʼ〈〉「」") | {"''", ",,", "``"}
DASHES = re.compile(r"-+|[‐‑–—―⸺⸻−]+")
ELLIPSIS = re.compile(r"…|\.(?: ?\.){2,}")
_HYPHENS = re.compile(r"[-‐‑¬\u00ad]\s*")
LIGATURES = str.maketrans({"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ſ": "s", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: where it stands, its characters, and whether white space precedes it."""

    start: int
    end: int
    form: str
    spaced: bool

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.form[:1].isalnum()


def tokenise(text: str) -> tuple[Token, ...]:
    """The words and marks of *text* in order; nothing but white space is left out."""
    return tuple(
        Token(m.start(), m.end(), m.group(), m.start() == 0 or text[m.start() - 1].isspace())
        for m in TOKEN.finditer(text)
    )


@lru_cache(maxsize=1 << 17)
def key(form: str) -> str:
    """What all forms share that may be the same word: no case, accents, hyphens, country's spelling."""
    if form in QUOTES:
        return '"'
    if not form[0].isalnum():
        return "-" if DASHES.fullmatch(form) else "…" if ELLIPSIS.fullmatch(form) else form
    plain = _HYPHENS.sub("", form).casefold().translate(LIGATURES)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("’", "'").replace("ʼ", "'"))
        plain = "".join(c for c in plain if not unicodedata.combining(c)) or form
    return normal_spelling(plain)
