"""Spellings of one word in different countries and periods, brought to one of them.

This is not about which words there are: two forms are held against each other, so a rule must never make one
word of two that a slip confuses (filed and filled, for and four, sense and since).
"""

from __future__ import annotations

import re
from functools import lru_cache

_SYLLABLE = r"^(.*[aeiouy][bcdfghklmnprstvw]{1,3})"
"""A syllable before the ending: hon-our, but not four; trav-elled, but not filled."""

RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (_SYLLABLE + r"our(?=$|s$|ed$|ing|er|ab|ful|less|it|is|iz|hood|ly$|ous)", r"\1or"),
        (_SYLLABLE + r"is(?=e$|es$|ed$|ing$|er$|ers$|ation|able)", r"\1iz"),
        (r"(?<=al)ys(?=e$|es$|ed$|ing$|er$)", "yz"),
        (r"(?<=[aeiouy][bt])re(?=s?$)|(?<=nt)re(?=s?$)|(?<=ach)re(?=s?$)", "er"),
        (_SYLLABLE + r"([aeiou])ll(?=ed$|ing$|ers?$|est$|ous|ors?$|ists?$)", r"\1\2l"),
        (r"^(skil|wil|ful)l(?=ful|fil)", r"\1"),
        (r"^(fulfi|enro|insta|disti|appa|enthra|insti)ll(?=$|s$|ments?$)", r"\1l"),
        (r"(?<=fe|te)nse(?=s?$|less)|(?<=lice)nse(?=[sd]?$)", "nce"),
        (r"(?<=practi)s(?=e[ds]?$|ing$)", "c"),
        (r"(?<=al|ol)ogue(?=s?$)", "og"),
        (r"(?<=gr)amme(?=s?$)", "am"),
        (r"(?<=dg)e(?=ment)", ""),
        (r"(?<=[nl]e)x(?=ion)", "ct"),
        (r"^shew", "show"),
        (r"^gaol", "jail"),
        (r"^grey", "gray"),
        (r"^waggon", "wagon"),
        (r"^gips(?=y$|ies$)", "gyps"),
        (r"^plough", "plow"),
        (r"^tyre(?=s?$)", "tire"),
        (r"^pyjama", "pajama"),
        (r"^sceptic", "skeptic"),
        (r"^(m|sm)ould(?=$|s$|y|er|ing)", r"\1old"),
        (r"^moustache", "mustache"),
        (r"^manoeuvre?", "maneuver"),
        (r"^maneuvere", "maneuver"),
        (r"^aluminium", "aluminum"),
        (r"^cheque(?=s?$|r)", "check"),
        (r"^despatch", "dispatch"),
        (r"^enquir", "inquir"),
        (r"^chuse", "choose"),
        (r"^(medi|encyclop|arch)ae(?=v|d|o)", r"\1e"),
    )
)
SHORTEST = 4


@lru_cache(maxsize=1 << 16)
def normal_spelling(word: str) -> str:
    """*word* (in lower case) as one country would spell it, so that both countries' forms come out alike."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    for pattern, replacement in RULES:
        word = pattern.sub(replacement, word)
    return word
