"""Initials that a text explains: “the Independent Labour Party (ILP)”, and *ILP* from there on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rubricator.annotation import Certainty

EXPLAINED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+(?:\s+(?:of|the|and|for|de|des|du|la|in|to|on|&))*\s+){1,8}?[A-Z][\w’'-]+)"
    r",?\s+\((?:(?:the|or|hereafter|called|known as)\s+)*"
    r"[“‘]?(?P<initials>[A-Z](?:[A-Z]|\.\s?[A-Z]|&){1,7}\.?)[”’]?\)"
)
SMALL = frozenset("of the and for de des du la in to on &".split())
BODIES = frozenset(
    """
    academy administration agency alliance army assembly association authority bank board brigade bureau
    center centre chamber church club college commission committee company confederation conference congress
    convention corporation corps council court department directorate executive federation force front fund
    government group guild institute institution international labour league library ministry mission
    movement museum navy office organisation organization party police railway school secretariat service
    society soviet staff syndicate theatre trust union university workers
    """.split()
)
"""What a body of people is called: initials may stand for other things too."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation's name or initials in the text, and the full name they stand for."""

    start: int
    end: int
    name: str
    cert: Certainty
    reason: str


def initials(text: str) -> Iterator[Mention]:
    """The full name where it is explained, and its initials wherever they stand from there on."""
    explained: dict[str, tuple[str, int]] = {}
    for match in EXPLAINED.finditer(text):
        short = _letters(match["initials"])
        words = _named(match["name"], short)
        if not words or short in explained:
            continue
        name = " ".join(words.split())
        explained[short] = name, match.start("initials")
        of_people = any(word.lower().rstrip("s") in BODIES or word.lower() in BODIES for word in name.split())
        end = match.end("name")
        cert = Certainty.HIGH if of_people else Certainty.LOW
        yield Mention(end - len(words), end, name, cert, f"its initials {short} follow in brackets")
        spelt = r"\.?\s?".join(map(re.escape, short))
        for found in re.finditer(rf"(?<![\w.]){spelt}(?:\.(?=[\s,;:)’'”]))?(?![\w])", text):
            if found.start() >= match.start("initials") and _letters(found.group()) == short:
                whole = found.group()
                end = found.end() - (whole.endswith(".") and "." not in whole[:-1])
                reason = f"“{name} ({match['initials']})” explains the initials"
                yield Mention(found.start(), end, name, cert, reason)


def _letters(written: str) -> str:
    return "".join(character for character in written if character.isalpha())


def _named(before: str, short: str) -> str:
    """The end of *before* whose capitals are *short*, small words counted or not; empty if there is none."""
    words = list(re.finditer(r"\S+", before))
    for first in range(len(words) - 1, -1, -1):
        own = [word.group() for word in words[first:]]
        if own[0].lower() in SMALL:
            continue
        telling = "".join(part[0] for word in own if word.lower() not in SMALL for part in word.split("-"))
        every = "".join(word[0] for word in own)
        if short in (telling.upper(), every.upper(), "".join(w[0] for w in own if w.lower() not in SMALL)):
            return before[words[first].start() :]
    return ""
