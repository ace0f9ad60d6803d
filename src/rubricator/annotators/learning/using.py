"""What a text, and an archive, tells of a word by using it: with a capital or not, after what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rubricator.annotation import Annotation, Certainty
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.evidence import AFTER
from rubricator.annotators.names.given import GIVEN
from rubricator.annotators.names.vocabulary import ADDRESS, PLACE_PREPOSITIONS
from rubricator.learnt.usage import Used

_BEFORE = (("address", ADDRESS), ("preposition", PLACE_PREPOSITIONS), ("given", GIVEN))
_SPEAKING = 1.0
"""From this weight on the word after a name speaks for a person."""
_FEW = 3
_MANY = 5


def counted(context: Context, claims: Sequence[Annotation]) -> dict[str, Used]:
    """How one text uses each of its words."""
    inside: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    small: Counter[str] = Counter()
    beside: dict[str, Counter[str]] = {}
    for index, token in enumerate(context.tokens):
        key = token.key
        if not token.capital:
            small[key] += 1
            continue
        if token.initial:
            opening[key] += 1
        else:
            inside[key] += 1
        near = [name for name, words in _BEFORE if context.key(index - 1) in words]
        gap = context.gap(index + 1)
        if gap.startswith("'s"):
            near.append("possessive")
        after = AFTER.get(context.key(index + 1)) if gap == " " else None
        if after is not None and after.person > _SPEAKING:
            near.append("speaking")
        if near:
            beside.setdefault(key, Counter()).update(near)
    called = called_in(context, claims)
    return {
        key: Used(
            inside[key],
            opening[key],
            small[key],
            1,
            tuple(sorted(beside.get(key, Counter()).items())),
            tuple(sorted(called.get(key, Counter()).items())),
        )
        for key in {**inside, **opening, **small}
    }


def called_in(context: Context, claims: Sequence[Annotation]) -> dict[str, Counter[str]]:
    """How often each word is part of what is claimed to be a name, by the kind of name."""
    kinds: dict[str, Counter[str]] = {}
    starts = {token.start: index for index, token in enumerate(context.tokens)}
    for claim in claims:
        index = starts.get(claim.span.start)
        if claim.cert is Certainty.LOW or index is None:
            continue
        while index < len(context.tokens) and context.tokens[index].start < claim.span.end:
            kinds.setdefault(context.key(index), Counter())[claim.kind.value] += 1
            index += 1
    return kinds


def in_text(used: Used) -> tuple[str, ...]:
    """The traits of a word with a capital by the text that it stands in."""
    count = used.capitals
    traits = ["uses=" + ("1" if count == 1 else "few" if count <= _FEW else "many")]
    if used.called:
        kind, times = _most(used.called)
        often = "often" if times >= _FEW else "once"
        traits.append(f"elsewhere={kind}:{often}:{_share(times, count)}")
    traits += [
        f"elsewhere-after={name}:{_share(times, count)}" for name, times in used.beside if name in _PRECEDING
    ]
    return tuple(traits)


def in_archive(used: Used | None) -> tuple[str, ...]:
    """The traits of a word by all texts of its archive."""
    if used is None or not used.capitals:
        return _ALWAYS_SMALL
    capital = _capital(used)
    count = used.capitals
    traits = [f"archive={capital}", f"archive={capital}:{min(_MANY, (count + used.small).bit_length())}"]
    if used.texts > 1:
        traits.append(f"archive={capital}:texts")
    traits += [f"archive:{name}:{_portion(times, count)}" for name, times in used.beside]
    if used.called:
        kind, times = _most(used.called)
        traits.append(f"archive:{kind}:{_portion(times, count)}:{min(times, _FEW)}")
    return tuple(traits)


_PRECEDING = frozenset(name for name, _ in _BEFORE)
_ALWAYS_SMALL = ("archive=small",)


def _capital(used: Used) -> str:
    """How often the word has a capital where none is due to the sentence."""
    whole = used.inside + used.small
    if not whole:
        return "opening"
    if used.inside in (0, whole):
        return "always" if used.inside else "never"
    share = used.inside / whole
    return "seldom" if share < 0.2 else "often" if share > 0.8 else "half"


def _most(counts: Sequence[tuple[str, int]]) -> tuple[str, int]:
    return max(counts, key=lambda item: (item[1], item[0]))


def _share(part: int, whole: int) -> str:
    return "most" if 2 * part > whole else "some"


def _portion(part: int, whole: int) -> str:
    return "most" if 2 * part > whole else "some" if 5 * part > whole else "few"
