"""Languages as browsers and books know them: the shortest tag, and which way they run."""

from __future__ import annotations

import re

SHORTER = dict(
    pair.split("-")
    for pair in (
        "ara-ar bul-bg cat-ca ces-cs chi-zh cym-cy cze-cs dan-da deu-de dut-nl ell-el eng-en est-et "
        "fas-fa fin-fi "
        "fra-fr fre-fr ger-de gle-ga gre-el heb-he hin-hi hrv-hr hun-hu ice-is isl-is ita-it jpn-ja "
        "kor-ko lat-la "
        "lav-lv lit-lt nld-nl nor-no per-fa pol-pl por-pt ron-ro rum-ro rus-ru san-sa slk-sk slv-sl "
        "spa-es srp-sr "
        "swe-sv tur-tr ukr-uk vie-vi wel-cy yid-yi zho-zh"
    ).split()
)
"""The tag of two letters, for each of three that has one."""
TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]+)(?=-|$)",
    re.IGNORECASE | re.ASCII,
)
"""A tag that is well-formed (BCP 47)."""
_FROM_RIGHT = re.compile(
    r"(?:aao|abh|acm|aeb|aii|ajp|apc|ar|ara|arc|ary|arz|azb|bal|bqi|ckb|dv|fa|fas|glk|he|heb|jpr|jrb|lrc|mid|mzn|nqo"
    r"|oar|ota|pal|per|pes|phn|prs|ps|sam|sd|syc|syr|tmr|ug|ur|yhd|yi|yid)(?!.*-Latn)(?:-|$)"
    r"|.*-(?:Arab|Armi|Hebr|Mand|Mani|Nkoo|Phli|Phnx|Samr|Syr[cejn]|Thaa)(?:-|$)",
    re.IGNORECASE,
)


def well_formed(written: str | None) -> str:
    """As much of what was *written* as is a well-formed tag, from its beginning; nothing where nothing is."""
    found = TAG.match((written or "").strip().replace("_", "-"))
    return found[0] if found else ""


def shortest(tag: str) -> str:
    """The tag as browsers know it: of two letters, where the language has such a code."""
    primary, dash, rest = tag.partition("-")
    return f"{SHORTER.get(primary.lower(), primary)}{dash}{rest}"


def from_right(tag: str) -> bool:
    """Whether what is in that language is written from right to left."""
    return _FROM_RIGHT.match(tag) is not None
