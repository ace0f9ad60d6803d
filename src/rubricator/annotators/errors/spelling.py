"""Spellings that are none of our business: of a period, of a country, of a derived form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from rubricator.annotators.errors.closed import NO_STEMS, PREFIXES

VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # of a country: ours and yours
        (r"our(?=$|s$|ed$|ing$|er|ers$|ab|ful|less|it|is|iz|hood|ly$|ous|able)", "or"),
        (r"or(?=$|s$|ed$|ing$|er|ers$|ab|ful|less|it|is|iz|hood|ly$|able)", "our"),
        (r"is(?=e$|es$|ed$|ing$|er$|ers$|ation|able|ingly$)", "iz"),
        (r"iz(?=e$|es$|ed$|ing$|er$|ers$|ation|able|ingly$)", "is"),
        (r"ys(?=e$|es$|ed$|ing$|er$)", "yz"),
        (r"yz(?=e$|es$|ed$|ing$|er$)", "ys"),
        (r"(?<=[bcdhptu])re(?=s?$)", "er"),
        (r"er(?=s?$)", "re"),
        (r"ll(?=ed$|ing$|er|est$|ous|or|ist|ment|ful|y$|ness)", "l"),
        (r"(?<=[aeiou])l(?=ed$|ing$|ers?$|est$|ous|ors?$|ists?$|ments?$|ful|ness)", "ll"),
        (r"ence(?=s?$|less)", "ense"),
        (r"ense(?=s?$|less)", "ence"),
        (r"æ|ae", "e"),
        (r"œ|oe", "e"),
        (r"(?<=.)ogue", "og"),
        (r"amme(?=s?$)", "am"),
        # of a period: Johnson's to Chambers's
        (r"shew", "show"),
        (r"sk(?=[eir])", "sc"),
        (r"(?<=whi)lest|(?<=whi)lst", "le"),
        (r"u(?=se)", "oo"),
        (r"x(?=ions?$|ional)", "ct"),
        (r"ctx(?=ion)", "ct"),
        (r"ick(?=s?$|ed$|ly$)", "ic"),
        (r"^in(?=[bcdfglmpqrstv])", "en"),
        (r"^en(?=[bcdfglmpqrstv])", "in"),
        (r"^im(?=[bmp])", "em"),
        (r"^em(?=[bmp])", "im"),
        (r"(?<=[aeiou])k(?=[ei])", "ck"),
        (r"sc(?=[ei])", "s"),
        (r"que", "ck"),
        (r"cq", "ck"),
        (r"ph", "f"),
        (r"y(?=.)", "i"),
        (r"i(?=.)", "y"),
        (r"ie(?=s?$)", "y"),
        (r"ey(?=s?$)", "y"),
        (r"y(?=s?$)", "ey"),
        (r"y(?=s?$)", "ie"),
        (r"eable", "able"),
        (r"able", "eable"),
        (r"eably$", "ably"),
        (r"gement|ement(?=s?$)", "ment"),
        (r"dgment", "dgement"),
        (r"ope(?=ment)", "op"),
        (r"s(?=[yi])", "c"),
        (r"c(?=[yi])", "s"),
        (r"(?<=[aeiou])z(?=[eiy])", "s"),
        (r"(?<=[aeiou])s(?=[eiy])", "z"),
        (r"(?<=[chklnpsx])t$", "ed"),
        (r"([klmnp])t$", r"\1\1ed"),
        (r"'d$", "ed"),
        (r"'d$", "d"),
        (r"([bdgmnprt])'d$", r"\1\1ed"),
        (r"ance(?=s?$|d$)", "ence"),
        (r"ence(?=s?$|d$)", "ance"),
        (r"anc(?=y$|ies$)", "enc"),
        (r"enc(?=y$|ies$)", "anc"),
        (r"ant(?=s?$|ly$)", "ent"),
        (r"ent(?=s?$|ly$)", "ant"),
        (r"ary(?=$)", "ery"),
        (r"ar(?=y$|ies$)", "or"),
        (r"or(?=s?$)", "er"),
        (r"er(?=s?$)", "or"),
        (r"ours?(?=ous$|ite$)", "or"),
        (r"ful(?=$|ness|ly)", "full"),
        (r"full(?=$|ness)", "ful"),
        (r"ancle", "ankle"),
        (r"(?<=che|wal)s(?=n)", "st"),
        (r"(?<=.)cc(?=o)", "c"),
    )
)
"""What makes a form we do not know into one that we may know, once in a word."""

WEAK_VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=..[bcdfgklmnprst])e$", ""),
        (r"l$", "ll"),
        (r"ll$", "l"),
        (r"ow", "ou"),
        (r"ou(?=[sn])", "ow"),
        (r"ck(?=[aeit])", "k"),
        (r"z", "s"),
        (r"pp", "p"),
        (r"(?<=[bgn])h", ""),
    )
)
"""The same, where a slip of the key would do as well."""


SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("s", ("",)),
    ("es", ("", "e")),
    ("ies", ("y",)),
    ("ves", ("f", "fe")),
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


def fold(word: str) -> str:
    """*word* without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def variants(word: str, *, weak: bool = False) -> tuple[str, ...]:
    """What *word* would be, were it the spelling of another country or period."""
    found: list[str] = []
    for pattern, replacement in WEAK_VARIANTS if weak else VARIANTS:
        for match in pattern.finditer(word):
            form = word[: match.start()] + match.expand(replacement) + word[match.end() :]
            if form != word:
                found.append(form)
    return tuple(dict.fromkeys(found))


def stems(word: str) -> Iterator[str]:
    """The words of which *word* may be a regular derived form."""
    for suffix, endings in SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < SHORTEST_STEM - 1:
            continue
        trunk = word[: -len(suffix)]
        for ending in endings:
            stem = trunk + ending
            if suffix == "s" and stem.endswith(("s", "x", "z", "ch", "sh")):
                continue
            if len(stem) >= SHORTEST_STEM and stem not in NO_STEMS:
                yield stem
        if trunk[-1:] == trunk[-2:-1] and suffix[0] in "aeiouy" and len(trunk) > SHORTEST_STEM:  # "drubb-ing"
            yield trunk[:-1]


def derived(word: str, is_word: Callable[[str], bool], depth: int = 2) -> bool:
    """Whether *word* is a regular derived form of a word: "adventuristic" of "adventurist"."""
    rests = [word.removeprefix(prefix) for prefix in PREFIXES if word.startswith(prefix)]
    whole = [rest for rest in rests if len(rest) >= SHORTEST_STEM and rest not in NO_STEMS]
    bases = [*stems(word), *whole]
    if any(map(is_word, bases)):
        return True
    return depth > 1 and any(derived(base, is_word, depth - 1) for base in bases if len(base) > SHORTEST_STEM)
