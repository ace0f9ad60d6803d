"""Spellings that are none of our business: of a period, of a country."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

AT_STRESSED_END = "".join(
    f"(?<!{end})" for end in "contro patro enro compe prope repe expe dispe impe rebe exce reca".split()
)
"""Verbs stressed at their end double the l in every country."""

AFTER_A_SYLLABLE = (
    r"(?:(?<=[aeiou][a-z][aeiou])|(?<=[aeiou][a-z][a-z][aeiou])|(?<=[iu][ae]))"  # travel, signal, dial
)

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
        (
            rf"{AFTER_A_SYLLABLE}{AT_STRESSED_END}l(?=ed$|ing$|ers?$|est$|ous|ors?$|ists?$|ments?$|ful|ness)",
            "ll",
        ),
        (r"(?<=def|off|ret|lic|exp|omp)ence(?=s?$|less)", "ense"),
        (r"(?<=def|off|ret|lic)ense(?=s?$|less)", "ence"),
        (r"æ|ae", "e"),
        (r"œ|oe", "e"),
        (r"(?<=.)ogue", "og"),
        (r"amme(?=s?$)", "am"),
        # of a period: Johnson's to Chambers's
        (r"shew", "show"),
        (r"sk(?=[eir])", "sc"),
        (r"(?<=whi)lest|(?<=whi)lst", "le"),
        (r"(?<=ch)u(?=se)", "oo"),
        (r"x(?=ions?$|ional)", "ct"),
        (r"ctx(?=ion)", "ct"),
        (r"ick(?=s?$|ed$|ly$)", "ic"),
        (r"^in(?=[bcdfglmpqrstv][a-z]{4})", "en"),
        (r"^en(?=[bcdfglmpqrstv][a-z]{4})", "in"),
        (r"^im(?=[bmp][a-z]{4})", "em"),
        (r"^em(?=[bmp][a-z]{4})", "im"),
        (r"sc(?=[ei])", "s"),
        (r"que", "ck"),
        (r"cq", "ck"),
        (r"ph", "f"),
        (r"y(?=.)(?!(?:ed|er|ers|est|ful|fully|less|ly|ment|ness)$)", "i"),
        (r"eable", "able"),
        (r"(?<=[^cg])able", "eable"),
        (r"eably$", "ably"),
        (r"(?<=elop)ement(?=s?$)", "ment"),
        (r"dgment", "dgement"),
        (r"ope(?=ment)", "op"),
        (r"(?<=[aeiou])z(?=[eiy])", "s"),
        (r"(?<=[aeiou])s(?=[eiy])", "z"),
        (r"(?<=[chklnpsx])t$", "ed"),
        (r"([klmnp])t$", r"\1\1ed"),
        (r"'d$", "ed"),
        (r"'d$", "d"),
        (r"([bdgmnprt])'d$", r"\1\1ed"),
        (r"ours?(?=ous$|ite$)", "or"),
        (r"ancle", "ankle"),
        (r"(?<=che|wal)s(?=n)", "st"),
        (r"(?<=.)cc(?=o)", "c"),
    )
)
"""What makes a form we do not know into one that we may know, once in a word."""

UNSETTLED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ful(?=$|ness|ly)", "full"),
        (r"full(?=$|ness|y$)", "ful"),
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
        (r"s(?=[yi])", "c"),
        (r"c(?=[yi])", "s"),
        (r"i(?=.)", "y"),
        (r"y(?=.)", "i"),
        (r"(?<=[aeiou])k(?=[ei])", "ck"),
        (r"ie(?=s?$)", "y"),
        (r"y(?=s?$)", "ey"),
        (r"y(?=s?$)", "ie"),
        (r"able", "eable"),
        (r"ey(?=s?$)", "y"),
        (r"gement|ement(?=s?$)", "ment"),
        (r"(?<=[aeiou])l(?=ed$|ing$|ers?$)", "ll"),
    )
)
"""The same, of what was unsettled until the nineteenth century (*existance*, *visiter*, *carefull*): later it
is how the same words are misspelt."""

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

OF_OLD: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"e$", ""),
        (r"y(?=.)", "i"),
        (r"i(?=.)", "y"),
        (r"ie$", "y"),
        (r"u(?=[aeiou])", "v"),
        (r"^v(?=[^aeiou])", "u"),
        (r"([bcdfglmnprst])\1e?$", r"\1"),
        (r"([bcdfglmnprst])$", r"\1\1"),
    )
)
"""What makes modern words of those of before 1700: *wyfe*, *haue*, *vpon*, *sicknes*, *beinge*."""


def fold(word: str) -> str:
    """*word* without its accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def variants(word: str, rules: tuple[tuple[re.Pattern[str], str], ...] = VARIANTS) -> tuple[str, ...]:
    """What *word* would be, were it the spelling of another country or period."""
    found: list[str] = []
    for pattern, replacement in rules:
        for match in pattern.finditer(word):
            form = word[: match.start()] + match.expand(replacement) + word[match.end() :]
            if form != word:
                found.append(form)
    return tuple(dict.fromkeys(found))
