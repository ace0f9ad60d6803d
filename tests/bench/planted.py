"""`python -m tests.bench.planted [PROFILE]` prints how many planted errors are found, and mended right first.

Into the English texts shared for development (RUBRICATOR_SHARED) errors are planted by a fixed seed, one
in some 150 words: letters misread as a machine does, or mistyped, words run together, words come apart.
What becomes another word by it is left out: no word list can find that.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from itertools import pairwise

from tests.bench.errors import english_texts

from rubricator.annotation import Certainty
from rubricator.annotators.errors import find
from rubricator.annotators.errors.edits import ADJACENT, CONFUSED
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.profiles import profile
from rubricator.document import Document
from rubricator.source import Source

Slip = Callable[[random.Random, str, str], str]
ONE_IN = 150
WORD = re.compile(r"(?<![\w’'-])[A-Za-z]{2,}(?![\w’'-])")


def misread(chance: random.Random, word: str, _: str) -> str:
    """*word* as a machine may have read it."""
    places = [(match.start(), a, b) for a, b in CONFUSED for match in re.finditer(a, word)]
    if not places:
        return word
    at, read, as_this = chance.choice(places)
    return word[:at] + as_this + word[at + len(read) :]


def mistyped(chance: random.Random, word: str, _: str) -> str:
    """*word* as fingers may have typed it: a letter too many, too few, changed, or in another's place."""
    at = chance.randrange(len(word))
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    near = chance.choice(ADJACENT[letter.lower()])
    return head + chance.choice(
        [tail[:1] + letter + tail[1:], tail, letter * 2 + tail, near + letter + tail, near + tail]
    )


def run_together(_: random.Random, word: str, following: str) -> str:
    """*word* without the space after it."""
    return word + following


def come_apart(chance: random.Random, word: str, _: str) -> str:
    """*word* with a space in it."""
    at = chance.randrange(2, len(word) - 1) if len(word) > 4 else 0
    return f"{word[:at]} {word[at:]}" if at else word


SLIPS: dict[str, Slip] = {
    "misread": misread,
    "mistyped": mistyped,
    "run together": run_together,
    "come apart": come_apart,
}


def main(name: str) -> None:
    """Print a line for each kind of slip."""
    print(f"{'planted':<16}{'errors':>8}{'found inline':>14}{'right first':>13}")
    for kind, slip in SLIPS.items():
        planted, found, right = _measured(slip, name)
        print(f"{kind:<16}{planted:>8}{found / planted:>14.3f}{right / max(found, 1):>13.3f}")


def _measured(slip: Slip, name: str) -> tuple[int, int, int]:
    chance = random.Random(1)
    planted = found = right = 0
    for path in english_texts():
        document = Document.of(Source.read(path))
        text, errors = _planted(chance, document.text, slip)
        claims = [a for a in find(text, (), document.date, profile(name)) if a.cert is not Certainty.LOW]
        for start, end, meant in errors:
            planted += 1
            hits = [one for one in claims if one.start < end and start < one.end]
            found += bool(hits)
            wanted = {text[hit.start : start] + meant + text[end : hit.end] for hit in hits}
            right += any(hit.correction in wanted for hit in hits)
    return planted, found, right


def _planted(chance: random.Random, text: str, slip: Slip) -> tuple[str, list[tuple[int, int, str]]]:
    """*text* with errors in it, and each: where it stands, and what stood there before."""
    lexicon = english()
    made, errors, at, length = [], [], 0, 0
    for word, following in pairwise(WORD.finditer(text)):
        if word.start() < at or chance.randrange(ONE_IN):
            continue
        together = slip is run_together
        if together and text[word.end() : following.start()] != " ":
            continue
        meant = text[word.start() : following.end() if together else word.end()]
        wrong = slip(chance, word.group(), following.group())
        known = all(part.lower() in lexicon for part in wrong.split())
        if known or not (together or (word.group().islower() and word.group() in lexicon)):
            continue
        made += [text[at : word.start()], wrong]
        length += word.start() - at
        errors.append((length, length + len(wrong), meant))
        length += len(wrong)
        at = word.start() + len(meant)
    return "".join([*made, text[at:]]), errors


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "print")
