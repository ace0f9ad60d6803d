"""Which language a text is in, by the small words that no text does without, or by its script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SMALL: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is was it for with as his he be not by but which have had from at are",
        "fr": "le la les de des du et à est un une que qui dans pour pas ne sur par au aux avec ce il elle",
        "de": "der die das und in den von zu mit ist nicht ein eine des dem auch sich auf ich es wir für daß",
        "es": "el la los las de del y que en un una por con no se su es al lo como para más pero",
        "it": "il lo la gli le di del della e che in un una per con non si è al da come più ma sono questo",
        "pt": "o os as de do da dos das e que em um uma por com não se no na ao como para mais mas foi",
        "nl": "de het een en van in is dat op te zijn met niet voor aan er om ook als bij door maar naar dan",
        "la": "et in est non ad ut cum quod qui sed ex ab si aut esse quae hoc per enim etiam quam nec",
        "sv": "och att det som en på är av för med den till inte om ett han men var jag sig från vi så här",
        "da": "og at det som en på er af for med den til ikke om et han men var jeg sig fra vi så her blev",
        "no": "og at det som en på er av for med den til ikke om et han men var jeg seg fra vi så her ble",
        "pl": "i w na z się nie do że to jest o jak po co za od przez dla by jego tym był ale",
        "ru": "и в не на что с он я как это по но его к у из за то все так же от бы",
        "uk": "і в не на що з він я як це по але його до у із за то все так від та би є",
    }.items()
}
_SCRIPTS = {
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 40  # words; of less nothing is said
_KINDS = 7  # different small words; names have some
_SHARE = 0.12  # of the words; lists of names stay below
_CLEAR = 2.5  # times as many small words as of the language that was expected


def tongue(texts: Iterable[str], expected: str) -> str:
    """The language of *texts*, or *expected* (both BCP 47) unless another is plainly the one."""
    whole = "\n".join(texts)
    words = Counter(_WORD.findall(whole.casefold()))
    total = words.total()
    letters = sum(len(word) * number for word, number in words.items())
    for language, script in _SCRIPTS.items():
        if letters >= _FEWEST and 3 * len(script.findall(whole)) > letters:
            return expected if _primary(expected) in (language, *_SAME.get(language, ())) else language
    if total < _FEWEST:
        return expected
    counts = {one: sum(words[word] for word in small) for one, small in _SMALL.items()}
    best = max(counts, key=lambda one: counts[one])
    before = counts.get(_primary(expected))
    if before is None or sum(small in words for small in _SMALL[best]) < _KINDS:
        return expected
    return best if counts[best] >= _SHARE * total and counts[best] > _CLEAR * before else expected


_SAME = {"he": ("yi", "arc"), "ar": ("fa", "ur", "ota"), "zh": ("ja", "lzh", "ko"), "el": ("grc",)}
"""Languages that are written in the script of another."""


def _primary(language: str) -> str:
    return language.split("-")[0]
