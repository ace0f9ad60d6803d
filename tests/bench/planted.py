"""`python -m tests.bench.planted [PROFILE] [--list CLASS …]` prints how many planted errors are found.

Into the English texts shared for development (RUBRICATOR_SHARED) and those of tests/evaluation/kinds errors
are planted by a fixed seed, one in some eighty words, each class as often as the others as far as the texts
allow: as English is misspelt, as fingers slip, as a machine misreads, as spaces and hyphens go wrong. What
becomes another word by it is left out: no word list can find that. With `--list` the misses of a class are
printed.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.bench.errors import english_texts

from rubricator.annotation import Certainty
from rubricator.annotators.errors import find
from rubricator.annotators.errors.closed import NEVER_TWICE, SMALL_WORDS
from rubricator.annotators.errors.dating import MODERN_FROM
from rubricator.annotators.errors.edits import ADJACENT
from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.profiles import profile
from rubricator.document import Document
from rubricator.source import Source

Slip = Callable[[random.Random, str, str, str], str]
"""What a word, the gap after it and the next word become; nothing where the slip cannot be made."""

ONE_IN = 80
SHORTEST = 3
"""What is shorter may be anything."""
WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?:[’'][a-z]+)?(?![\w’'-])")
KINDS = Path(__file__).resolve().parent.parent / "evaluation" / "kinds"


@dataclass(frozen=True)
class Error:
    """What was planted: where it stands, and what stood there."""

    kind: str
    start: int
    end: int
    meant: str


def exchange(*pairs: str) -> Slip:
    """Some letters for others, once in a word: `read as`."""

    def slip(chance: random.Random, word: str, gap: str, after: str) -> str:
        places = [
            (match.start(), read, written)
            for read, written in map(str.split, pairs)
            for match in re.finditer(read, word)
        ]
        if not places:
            return ""
        at, read, written = chance.choice(places)
        return word[:at] + re.sub(read, written, word[at:], count=1) + gap + after

    return slip


def both(*pairs: str, at: str = "") -> Slip:
    """Letters exchanged either way, at the place that the pattern *at* ends with."""
    ways = [way for pair in pairs for way in (pair.split(), pair.split()[::-1])]
    return exchange(*(f"{read}{at} {written}" for read, written in ways))


def at_a_letter(change: Callable[[random.Random, str, str, str], str]) -> Slip:
    """*change* of the letters before, at and after a place in the word."""

    def slip(chance: random.Random, word: str, gap: str, after: str) -> str:
        at = chance.randrange(len(word))
        return change(chance, word[:at], word[at], word[at + 1 :]) + gap + after

    return slip


def near(chance: random.Random, letter: str) -> str:
    """A key beside that of *letter*."""
    return chance.choice(ADJACENT[letter.lower()])


def doubled_consonant(chance: random.Random, word: str, gap: str, after: str) -> str:
    """A consonant after a vowel written twice."""
    places = [match.end() for match in re.finditer(r"(?<=[aeiou])([bcdfglmnprst])(?=[aeiou])", word)]
    at = chance.choice(places) if places else 0
    return f"{word[:at]}{word[at - 1]}{word[at:]}{gap}{after}" if at else ""


def doubled_word(chance: random.Random, word: str, gap: str, after: str) -> str:
    """A word of grammar written twice."""
    return f"{word} {word}{gap}{after}" if word in NEVER_TWICE - {"is", "it", "be"} else ""


def run_together(small: bool) -> Slip:
    """No space between two words; one of them a word of grammar, if *small*."""

    def slip(chance: random.Random, word: str, gap: str, after: str) -> str:
        fits = gap == " " and len(word + after) > 4 and after[1:].islower() and word.isalpha()
        return word + after if fits and small == bool({word, after} & SMALL_WORDS) else ""

    return slip


def come_apart(joint: str) -> Slip:
    """*joint* within a word."""

    def slip(chance: random.Random, word: str, gap: str, after: str) -> str:
        at = chance.randrange(2, len(word) - 1) if len(word) > 5 else 0
        return f"{word[:at]}{joint}{word[at:]}{gap}{after}" if at else ""

    return slip


def no_space(marks: str) -> Slip:
    """No space after one of *marks*."""
    return lambda chance, word, gap, after: (
        word + gap[0] + after if len(gap) == 2 and gap[0] in marks and gap[1] == " " and len(word) > 2 else ""
    )


def space_before(chance: random.Random, word: str, gap: str, after: str) -> str:
    """A space before a comma or full stop."""
    return f"{word} {gap}{after}" if len(gap) == 2 and gap[0] in ",." and len(word) > 2 else ""


def capital_inside(chance: random.Random, word: str, gap: str, after: str) -> str:
    """A capital within a word."""
    at = chance.randrange(1, len(word)) if len(word) > 2 else 0
    return f"{word[:at]}{word[at].upper()}{word[at + 1 :]}{gap}{after}" if at else ""


def no_apostrophe(chance: random.Random, word: str, gap: str, after: str) -> str:
    """A contraction without its apostrophe, unless that is another word."""
    plain = word.replace("’", "").replace("'", "")
    negated = re.fullmatch(r"\w+n[’']t|I[’'](?:m|ve)|[Yy]ou[’']\w+|[Tt]hey[’']\w+|[Tt]hat[’']s", word)
    return plain + gap + after if negated else ""


def would_of(chance: random.Random, word: str, gap: str, after: str) -> str:
    """“Of” after a modal verb."""
    fits = word in ("would", "could", "should", "might", "must") and gap == " " and after == "have"
    return f"{word} of" if fits else ""


def figure(read: str, written: str) -> Slip:
    """A figure for a letter."""
    return lambda chance, word, gap, after: (
        word.replace(read, written, 1) + gap + after if read in word and len(word) > 2 else ""
    )


SLIPS: dict[str, Slip] = {
    # as English is misspelt
    "consonant doubled": doubled_consonant,
    "double letter single": exchange(*(f"{letter}{letter} {letter}" for letter in "bcdeflmnoprst")),
    "-ance and -ence": both("ance ence", "ant ent", "ancy ency", at="$"),
    "-able and -ible": both("able ible", "ably ibly", at="$"),
    "ie and ei": both("ie ei"),
    "unstressed vowel": exchange(
        "(?<=..)a(?=..) e", "(?<=..)e(?=..) i", "(?<=..)i(?=..) e", "(?<=..)o(?=..) a"
    ),
    "silent letter": exchange(
        "kn n", "wh w", "(?<=.)ght t", "mb$ m", "mn$ m", "sc(?=[ei]) s", "ely$ ly", "ally$ aly"
    ),
    "ending of another": exchange(
        "full?y$ fuly", "ful$ full", "ely$ ley", "tion$ sion", "cial$ tial", "ous$ us"
    ),
    # as fingers slip
    "transposed": at_a_letter(lambda chance, head, letter, tail: head + tail[:1] + letter + tail[1:]),
    "neighbouring key": at_a_letter(lambda chance, head, letter, tail: head + near(chance, letter) + tail),
    "letter dropped": at_a_letter(lambda chance, head, letter, tail: head + tail),
    "letter struck twice": at_a_letter(lambda chance, head, letter, tail: head + letter * 2 + tail),
    "key struck besides": at_a_letter(
        lambda chance, head, letter, tail: head + near(chance, letter) + letter + tail
    ),
    "capital inside": capital_inside,
    "apostrophe lost": no_apostrophe,
    "would of": would_of,
    "word doubled": doubled_word,
    # as a machine misreads
    "e/c, a/o, u/n, h/b": both("e c", "a o", "u n", "h b", "t l", "i l", "e o"),
    "long s, f": exchange("s f"),
    "rn/m, cl/d, li/h": both("rn m", "cl d", "li h", "in m", "ri n", "vv w", "fi n"),
    "1 for l or i": figure("l", "1"),
    "0 for o": figure("o", "0"),
    # as spaces and hyphens go wrong
    "small word joined": run_together(small=True),
    "other words joined": run_together(small=False),
    "word split": come_apart(" "),
    "hyphen and space left": come_apart("- "),
    "hyphen left": come_apart("-"),
    "no space after comma": no_space(",;"),
    "no space after stop": no_space("."),
    "space before mark": space_before,
}  # fmt: skip


OF_SPELLING = list(SLIPS)[:8]
"""What is no slip before spelling was settled."""


def main(name: str, listed: list[str]) -> None:
    """Print a line for each class of slip."""
    planted, found, right = Counter[str](), Counter[str](), Counter[str]()
    for seed in (1, 2):
        chance = random.Random(seed)
        for path in (*english_texts(), *sorted(KINDS.glob("*.xml"))):
            document = Document.of(Source.read(path))
            unsettled = (document.date or MODERN_FROM) < MODERN_FROM
            text, errors = _planted(chance, document.text, planted, OF_SPELLING if unsettled else ())
            claims = [a for a in find(text, (), document.date, profile(name)) if a.cert is not Certainty.LOW]
            for error in errors:
                hits = [one for one in claims if one.start < error.end and error.start < one.end]
                wanted = {
                    text[hit.start : error.start] + error.meant + text[error.end : hit.end] for hit in hits
                }
                mended = any(
                    hit.correction == meant or _inside(hit.correction, hit.start, hit.end, error, text)
                    for hit in hits
                    for meant in wanted
                )
                found[error.kind] += bool(hits)
                right[error.kind] += mended
                if error.kind in listed and not mended:
                    said = [hit.correction for hit in hits]
                    around = text[error.start - 30 : error.end + 20]
                    print(f"{error.kind}: {around!r}", error.meant, said)
    print(f"{'planted':<24}{'errors':>8}{'found inline':>14}{'right first':>13}")
    for kind in [*SLIPS, "all"]:
        of = [count.total() if kind == "all" else count[kind] for count in (planted, found, right)]
        print(f"{kind:<24}{of[0]:>8}{of[1] / max(of[0], 1):>14.2f}{of[2] / max(of[1], 1):>13.2f}")


def _inside(correction: str | None, start: int, end: int, error: Error, text: str) -> bool:
    """Whether the correction, smaller than what was planted, makes of it what was meant."""
    inner = text[error.start : start] + (correction or "") + text[end : error.end]
    return error.start <= start and end <= error.end and inner == error.meant


def _planted(
    chance: random.Random, text: str, planted: Counter[str], without: Sequence[str]
) -> tuple[str, list[Error]]:
    """*text* with errors in it, and each: where it stands, and what stood there before."""
    made: list[str] = []
    errors: list[Error] = []
    at = length = 0
    for word, following in pairwise(WORD.finditer(text)):
        if word.start() < at or chance.randrange(ONE_IN):
            continue
        gap = text[word.end() : following.start()]
        meant = text[word.start() : following.end()]
        for kind, wrong in _possible(chance, word.group(), gap, following.group(), planted):
            if kind in without:
                continue
            made += [text[at : word.start()], wrong]
            length += word.start() - at
            errors.append(_least(Error(kind, length, length + len(wrong), meant), wrong))
            planted[kind] += 1
            length += len(wrong)
            at = following.end()
            break
    return "".join([*made, text[at:]]), errors


def _least(error: Error, wrong: str) -> Error:
    """The same, without the word after it where that stands as it stood."""
    tail = 0
    while tail < min(len(wrong), len(error.meant)) and wrong[-1 - tail] == error.meant[-1 - tail]:
        tail += 1
    space = wrong.rfind(" ", 0, len(wrong)) if tail and " " in wrong[-tail:] else -1
    cut = len(wrong) - space if space >= 0 else 0
    return Error(error.kind, error.start, error.end - cut, error.meant[: len(error.meant) - cut])


def _possible(
    chance: random.Random, word: str, gap: str, after: str, planted: Counter[str]
) -> Iterator[tuple[str, str]]:
    """Each slip that makes no word of this one, those planted most seldom first."""
    lexicon = english()
    spaced = ("joined", "split", "hyphen", "space", "apostrophe", "of", "word doubled")
    for kind in sorted(SLIPS, key=lambda kind: (planted[kind], chance.random())):
        by_space = any(part in kind for part in spaced)
        if kind in ("word split", "hyphen left", "hyphen and space left") and not word.islower():
            continue
        if not by_space and not (word.islower() and word.isalpha() and word in lexicon):
            continue
        wrong = SLIPS[kind](chance, word, gap, after) if len(word) > 1 else ""
        if not wrong or wrong == word + gap + after:
            continue
        changed = wrong.removesuffix(gap + after)
        known = changed.lower() in lexicon or len(changed) < SHORTEST
        if not by_space and not kind.startswith("capital") and known:
            continue
        if "joined" in kind and changed.lower() in lexicon:
            continue
        if kind in ("word split", "hyphen left") and all(
            part in lexicon for part in re.split(r"\W", changed)
        ):
            continue
        if kind.startswith("hyphen") and re.sub(r"\W", "", changed).lower() not in lexicon:
            continue
        yield kind, wrong


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    classes = [argument for argument in arguments if argument in SLIPS]
    names = [argument for argument in arguments if argument not in SLIPS]
    main(names[0] if names else "print", classes)
