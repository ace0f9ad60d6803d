"""Letters of UTF-8 that were read as Windows-1252 or Latin-1 and saved so: how they look, what was meant."""

from __future__ import annotations

import re

# What the bytes 80 to BF become in either reading.
_HIGH = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
# After a capital the same letters may be Portuguese: IRMÃ“.
LETTERS = (
    rf"(?:(?<![A-ZÀ-Þ])[ÃÂ][{_HIGH}]|â[€‚„†ˆ][{_HIGH}]|ðŸ[{_HIGH}]{{2}}|(?:[ÐÑÎÏ][{_HIGH}]){{2,}}+|ï»¿)+"
)
"""A pattern of such letters, as many as follow one another."""
_ALL = re.compile(LETTERS)


def meant(letters: str) -> str:
    """What *letters*, which LETTERS has matched, were before they were spoilt, be it once or again."""
    before = letters
    while _ALL.fullmatch(before):
        try:
            before = b"".join(map(_byte, before)).decode("utf-8").removeprefix("\ufeff")
        except UnicodeError:
            break
    return before


def _byte(letter: str) -> bytes:
    """The byte that was read as *letter*: Windows-1252 leaves five of them as Latin-1 has them."""
    return letter.encode("latin-1" if letter < "\u0100" else "cp1252")
