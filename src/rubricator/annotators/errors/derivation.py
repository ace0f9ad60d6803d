"""Words that are made of words: whether a form that no list has is one, as English makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log10

from rubricator.annotators.errors.closed import NO_STEMS, PREFIXES

SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("s", ("",)),
    ("es", ("", "e")),
    ("ies", ("y",)),
    ("ves", ("f", "fe")),
    ("or", ("", "e")),
    ("ors", ("", "e")),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("", "le")),
    ("ily", ("y",)),
    ("ness", ("",)),
    ("nesses", ("",)),
    ("iness", ("y",)),
    ("less", ("",)),
    ("lessness", ("",)),
    ("like", ("",)),
    ("ish", ("", "e")),
    ("ism", ("", "e", "ist", "y")),
    ("ist", ("", "e", "ism", "y")),
    ("isms", ("", "e", "ist", "y")),
    ("ists", ("", "e", "ism", "y")),
    ("istic", ("", "ism", "ist", "e", "y")),
    ("istically", ("", "ism", "ist", "e", "y")),
    ("ize", ("", "e", "y")),
    ("ise", ("", "e", "y")),
    ("ized", ("", "e", "y")),
    ("ised", ("", "e", "y")),
    ("ization", ("", "e", "y")),
    ("isation", ("", "e", "y")),
    ("able", ("", "e")),
    ("ably", ("", "e")),
    ("ability", ("", "e")),
    ("ible", ("", "e")),
    ("ment", ("",)),
    ("ments", ("",)),
    ("ful", ("",)),
    ("some", ("",)),
    ("ward", ("",)),
    ("wards", ("",)),
    ("wise", ("",)),
    ("ship", ("",)),
    ("ships", ("",)),
    ("hood", ("",)),
    ("dom", ("",)),
    ("ess", ("", "or", "er")),
    ("esses", ("", "or", "er")),
    ("ress", ("er", "or")),
    ("let", ("",)),
    ("lets", ("",)),
    ("ery", ("", "er", "e")),
    ("y", ("", "e")),
    ("ian", ("", "e", "y", "ia")),
    ("ic", ("", "y", "e")),
    ("ical", ("", "y", "e", "ic")),
    ("ity", ("", "e")),
    ("ation", ("", "e", "ate")),
    ("ative", ("", "e", "ate")),
    ("al", ("", "e")),
    ("eer", ("",)),
    ("eth", ("", "e")),
    ("edst", ("", "e")),
    ("folk", ("",)),
    ("man", ("",)),
    ("men", ("",)),
    ("craft", ("",)),
    ("proof", ("",)),
    ("house", ("",)),
    ("fold", ("",)),
)

SHORTEST_STEM = 4
Count = Callable[[str], float]
INFLECTIONS = frozenset("s es ies ed ied ing ier est iest ly ily".split())
"""What is added to nearly every word, so that the lists have it with the word, if it is common."""
LIVELY = frozenset(
    """
    ings ness nesses iness less lessness like ish ism ist isms ists istic istically ize ise ized ised ization
    isation able ably ability er ers or ors ery wards wise ship ships hood man men craft proof house folk fold
    eth edst
    """.split()
)
"""What makes new words at any time."""
LIVELY_PREFIXES = frozenset(
    "anti counter non out over post pre pseudo re semi sub super ultra un neo".split()
)
ANEW, SELDOM_MADE, LEAST_MADE, UNCOMMON = 3.2, 0.8, 0.4, 1.5
"""How hard (as a power of ten) a derived form resists being taken for a slip: one made as new words are; one
made as few are; an inflected form that the lists would have, were it one, and what a rare word adds."""
RIVALS = {
    "able": ("ible",),
    "ably": ("ibly",),
    "ery": ("ary",),
    "er": ("or",),
    "ers": ("ors",),
    "ly": ("ally", "ely"),
    "eth": ("th",),
}
"""What is not made with the one ending where the lists have the word with the other: "visable"."""
LONGEST_WITH_Y = 6
IN_USE = 0.1
KEEPS_Y = frozenset("ing ings ish ist ists ism isms like able".split())
VOWELS = "aeiou"


def stems(word: str) -> Iterator[str]:
    """The words of which *word* may be a regular derived form."""
    return (stem for stem, _ in _divided(word))


def bare(word: str) -> Iterator[str]:
    """*word* without what may stand before a whole word."""
    return (rest for prefix in PREFIXES if (rest := word.removeprefix(prefix)) != word)


def _divided(word: str) -> Iterator[tuple[str, str]]:
    """Each stem that *word* may have, with the ending that makes *word* of it as English spells it."""
    for suffix, endings in SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < SHORTEST_STEM - 1:
            continue
        trunk = word[: -len(suffix)]
        for ending in endings:
            stem = trunk + ending
            if suffix == "s" and stem.endswith(("s", "x", "z", "ch", "sh")):
                continue
            if not ending and _is_misjoined(trunk, suffix):
                continue
            if len(stem) >= SHORTEST_STEM and stem not in NO_STEMS:
                yield stem, suffix
        if trunk[-1:] == trunk[-2:-1] and suffix[0] in "aeiouy" and len(trunk) > SHORTEST_STEM:  # "drubb-ing"
            yield trunk[:-1], suffix


def _is_misjoined(stem: str, suffix: str) -> bool:
    """Whether *stem* changes its end before *suffix*: "happyness", "noticeing"."""
    if stem[-1:] == "y" and stem[-2:-1] not in VOWELS:
        return suffix not in KEEPS_Y and suffix not in (
            "man",
            "men",
            "folk",
            "craft",
            "house",
            "proof",
            "hood",
        )
    return suffix[:3] in ("ing", "ed", "er", "ers") and stem[-1:] == "e" and stem[-2:-1] not in "eoyg"


def resistance(word: str, frequency: Count, depth: int = 2) -> float:
    """How hard *word* resists being taken for a slip, as a regular derived form; 0 if it is none.

    "Adventuristic" of "adventurist" resists; "refered" does not, since what is made of so common a word would
    be in the lists, and they have "referred".
    """
    best = 0.0
    for stem, suffix in _divided(word):
        trunk = word.removesuffix(suffix)
        endings = (trunk[-1] + suffix, *RIVALS.get(suffix, ()))
        if any(frequency(trunk + ending) >= IN_USE for ending in endings):
            made = LEAST_MADE
        elif suffix in LIVELY or (suffix == "y" and len(stem) <= LONGEST_WITH_Y and stem[-1] not in "lr"):
            made = ANEW
        elif suffix in INFLECTIONS:
            made = ANEW if depth < 2 else 0.0
        else:
            made = SELDOM_MADE
        best = max(best, _of_stem(stem, made, frequency, depth))
    for rest in bare(word):
        if len(rest) >= SHORTEST_STEM and rest not in NO_STEMS:
            made = ANEW if word.removesuffix(rest) in LIVELY_PREFIXES else SELDOM_MADE
            best = max(best, _of_stem(rest, made, frequency, depth))
    return best


def _of_stem(stem: str, made: float, frequency: Count, depth: int) -> float:
    if often := frequency(stem):
        return made or min(ANEW, max(LEAST_MADE, UNCOMMON - log10(often)))
    if depth > 1 and len(stem) > SHORTEST_STEM:
        inner = resistance(stem, frequency, depth - 1)
        return min(inner, made or inner)
    return 0.0
