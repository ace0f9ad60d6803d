"""What a rule has found: a title or a source, and what words look like a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rubricator.annotation import Annotation, Certainty, Kind, Span

LEVELS = {
    "m": """book books novel novels pamphlet pamphlets brochure treatise volume work romance tragedy comedy
    play opera memoirs autobiography dictionary history manual grammar anthology epic tale diary trilogy""",
    "a": """article articles essay essays poem poems paper papers chapter story speech lecture lectures
    song ballad ode sonnet sonnets hymn sermon editorial leader manifesto letter sketch resolution
    report theses""",
    "j": """newspaper newspapers journal journals magazine magazines weekly monthly quarterly periodical
    daily organ review bulletin gazette""",
}
LEVEL_OF = {word: level for level, words in LEVELS.items() for word in words.split()}
"""What kind of publication a work is that is called so."""

SMALL = frozenset(
    """
    a an and as at but by de der des die das du el et for from in into is la le les of on or the to und upon
    von with without vs v il di del
    """.split()
)
"""Words that have no capital in a title."""
LONGEST = 14
WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")


@dataclass(frozen=True, slots=True)
class Claim:
    """The characters *start* to *end* are a title or a source, of this level, so surely, and why."""

    start: int
    end: int
    kind: Kind
    rule: str
    cert: Certainty
    reason: str
    level: str = ""

    def annotation(self) -> Annotation:
        """The claim as it is inscribed."""
        attributes = (("level", self.level),) if self.level else ()
        span = Span(self.start, self.end)
        return Annotation(
            self.kind, span, self.cert, rule=self.rule, evidence=self.reason, attributes=attributes
        )


def is_headed(words: str) -> bool:
    """Whether *words* are written as titles are: capitals on all but small words, and no sentence ends."""
    found = WORD.findall(words)
    if not found or len(found) > LONGEST or re.search(r"[.!?;]\s", words.strip()[:-1]):
        return False
    telling = [word for word in found if word.lower() not in SMALL]
    return bool(telling) and found[0][0] == found[0][0].upper() and all(w[0] == w[0].upper() for w in telling)
