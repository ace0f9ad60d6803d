"""Languages as browsers and books know them: the shortest tag, and which way they run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

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


def labels_for(tag: str) -> str:
    """Which labels readers of that language have: those of the language, in Chinese of its characters."""
    primary, *others = shortest(tag).lower().split("-")
    traditional = "hant" in others or ("hans" not in others and {"tw", "hk", "mo"} & set(others))
    return "zh-Hant" if primary == "zh" and traditional else primary


def from_right(tag: str) -> bool:
    """Whether what is in that language is written from right to left."""
    return _FROM_RIGHT.match(tag) is not None


_SCRIPTS = {
    "Hans Hant Hani zh lzh och ltc yue cmn chi zho": "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff",
    "Jpan ja jpn ojp": "\u3041-\u30ff\u3400-\u9fff",
    "Kore ko kor okm": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Arab ar ara fa fas per ur urd ota ps ckb ug sd": "\u0620-\u06ff\u0750-\u077f",
    "Hebr he heb yi yid arc": "\u05d0-\u05f2",
    "Syrc Syrj Syrn Syre syr syc": "\u0710-\u074f",
    "Grek grc gre ell el": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl ru rus uk ukr be bg sr mk cu chu orv mn": "\u0400-\u052f\u2de0-\u2dff\ua640-\ua69f",
    "Deva sa san hi hin mr mar ne nep pi pli": "\u0900-\u097f",
    "Beng bn ben as asm": "\u0980-\u09ff",
    "Taml ta tam": "\u0b80-\u0bff",
    "Tibt bo bod tib dz": "\u0f00-\u0fff",
    "Ethi gez am amh ti tir": "\u1200-\u139f",
    "Copt cop": "\u03e2-\u03ef\u2c80-\u2cff",
    "Armn hy hye arm xcl": "\u0530-\u058f",
    "Geor ka kat geo": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "Thai th tha": "\u0e00-\u0e7f",
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
"""The letters of scripts, by the codes of scripts and languages; languages not named have Latin letters."""
_LETTERS_OF = {code: letters for codes, letters in _SCRIPTS.items() for code in codes.split()}


def agreeing(tags: Sequence[str], texts: Iterable[str]) -> str:
    """The first of *tags* in whose script most letters at the beginning of *texts* are; else the first."""
    if len(tags) < 2:
        return tags[0] if tags else ""
    beginning = "".join(islice((text for text in texts if not text.isspace()), 60))[:4000]
    letters = sum(map(str.isalpha, beginning))
    for tag in tags:
        primary, *others = tag.split("-")
        code = next((one.title() for one in others if one.title() in _LETTERS_OF), primary.lower())
        if 2 * len(re.findall(f"[{_LETTERS_OF.get(code, _LETTERS_OF['Latn'])}]", beginning)) > letters:
            return tag
    return tags[0]
