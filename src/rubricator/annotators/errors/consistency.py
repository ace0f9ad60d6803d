"""A name spelt once as nowhere else: the document itself says how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rubricator.annotation import Certainty
from rubricator.annotators.errors.apparent import Apparent
from rubricator.annotators.errors.edits import slips
from rubricator.annotators.errors.tokens import HYPHENS, Text, Token
from rubricator.annotators.errors.vocabulary import Vocabulary

OFTEN = 5
"""So often another spelling must stand in the document before one that stands once is suspect."""
SHORTEST = 5
SELDOM, TIMES_MORE = 2, 30
"""A spelling that stands twice is suspect beside one that stands so many times oftener."""
LONG = 8
"""One letter for another makes another name of a shorter one (Bagley, Bayley)."""


def consistency(text: Text, vocabulary: Vocabulary) -> Iterator[Apparent]:
    """Each name that stands once, one slip away from a name that stands often."""
    names = [token for token in text.tokens if _is_name(token)]
    counts = Counter(_bare(token) for token in names)
    often = {name for name, count in counts.items() if count >= OFTEN}
    often |= vocabulary.archive.often
    for token in names if often else ():
        name = _bare(token)
        times_used = max(counts[name], vocabulary.used(name))
        if vocabulary.listed(name) or times_used > SELDOM or name.endswith("ys"):  # all the Bobbys
            continue
        if (text.before(token) in HYPHENS and text.before(token)) or text.in_address(token):
            continue
        meant = min(
            (
                (slip.price, slip.word)
                for slip in slips(name, often.__contains__)
                if not _inflected(name, slip.word)
                and (len(slip.word) != len(name) or sorted(slip.word) == sorted(name) or len(name) >= LONG)
            ),
            default=None,
        )
        if meant is None or times_used > max(1, vocabulary.used(meant[1]) // TIMES_MORE):
            continue
        same = (other.form[: len(meant[1])] for other in names if _bare(other) == meant[1])
        frequent = next(same, meant[1].title())
        here = counts[meant[1]]
        times = f"the document has “{frequent}” {here} times"
        if here < OFTEN:
            times = f"the archive often has “{frequent}”"
        yield Apparent(
            token.start,
            token.start + len(name),
            "errors.odd-spelling",
            token.form[: len(name)],
            frequent,
            Certainty.MEDIUM,
            f"{times}, and this spelling {'once' if times_used == 1 else 'twice'}",
        )


def _is_name(token: Token) -> bool:
    bare = token.form[: len(_bare(token))]
    return len(bare) >= SHORTEST and bare.isalpha() and bare.istitle()


def _bare(token: Token) -> str:
    return token.plain.removesuffix("'s")


def _inflected(name: str, other: str) -> bool:
    """Whether the two differ only at the end, as forms of one name or names of one family do."""
    shorter = min(len(name), len(other)) - 1
    return name[:shorter] == other[:shorter]
