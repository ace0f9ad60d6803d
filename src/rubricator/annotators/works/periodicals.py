"""Newspapers and journals by the form of their titles: the *Manchester Guardian*, the *Daily News*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator.annotation import Certainty, Kind
from rubricator.annotators.works.claims import Claim

HEADS = """
    Advertiser Chronicle Courant Courier Examiner Gazette Guardian Herald Inquirer Intelligencer Journal
    Magazine Mercury Messenger Monthly Observer Quarterly Register Review Spectator Telegraph Times Tribune
""".split()
"""What a title ends with that is a periodical's."""
AFTER_A_DAY = (
    "Echo Express Globe Graphic Leader Mail Mirror News Post Press Sketch Standard Star Sun World".split()
)
"""What is a periodical's title after the time at which it appears."""
DAYS = "Daily Evening Morning Sunday Weekly"
OWN = "Pravda Izvestia Izvestiya Iskra Vorwärts Vorwaerts Avanti L’Humanité L'Humanité"
"""Titles that are nothing else."""
ARTICLES = r"(?:Le|La|Die|Der|Das|Il|El)\s"
OF_OTHER_TONGUES = r"Temps Figaro Matin Monde Populaire Neue\sZeit Rote\sFahne Weltbühne Zukunft"
PEOPLE = frozenset("Mr Mrs Miss Dr Sir Lord Lady Captain Colonel General Professor Right Royal Roman".split())
"""Whom *the* names before a noun: the General Register is none."""
OFFICES = frozenset(
    "Guardian Register Messenger Courier Observer Examiner Journal Times Herald Inquirer".split()
)
"""Endings that are common nouns too."""


def _one_of(words: str | list[str]) -> str:
    return f"(?:{'|'.join(words.split() if isinstance(words, str) else words)})"


PLACED = re.compile(
    rf"\b[Tt]he ((?:[A-Z][\w’']*(?:-\w+)* (?:and [A-Z][\w’']* )?){{1,3}}{_one_of(HEADS)})\b"
    r"(?! (?:of )?(?:the )?[A-Z][a-z])"
)
TIMED = re.compile(rf"\b({_one_of(DAYS)} (?:[A-Z][a-z]+ )?{_one_of([*HEADS, *AFTER_A_DAY])})\b")
LONDON = re.compile(r"(?<=[a-z,;] )(The Times)\b(?= [a-z]|[,.;)])")
BRITON = re.compile(r"(?<=\b[Tt]he )((?:North|South|East|West)\sBriton)\b")
NAMED = re.compile(rf"(?<![\w-])({_one_of(OWN)}|{ARTICLES}{_one_of(OF_OTHER_TONGUES)})(?![\w-])")


SAYS = re.compile(
    r" (?:of (?:the )?(?:\d+\w*|[A-Z][a-z]+ \d+|same day|day before)"
    r"|says|said|writes|wrote|reports|reported|prints|printed|published|has it)\b"
)
"""Words after a newspaper: of a day, or of what it says."""
READ = re.compile(
    r"\b(?:in|from|to|by|read|reads|reading|editor|edited|columns|number|issue|pages|correspondent|reporter|"
    r"article|letter|says|reported|wrote|of)\b[^.;!?]{0,24}$"
)
"""Words that speak of reading, writing or printing: “in the Manchester Guardian”."""


def periodicals(text: str) -> Iterator[Claim]:
    """Each title that is a periodical's by its form."""
    for pattern, cert, reason in (
        (TIMED, Certainty.HIGH, "so newspapers are called, by when they appear"),
        (NAMED, Certainty.HIGH, "it is the title of a periodical and nothing else"),
        (BRITON, Certainty.MEDIUM, "so newspapers and journals are called"),
        (LONDON, Certainty.MEDIUM, "the article has a capital within a sentence"),
    ):
        for match in pattern.finditer(text):
            yield Claim(*match.span(1), Kind.TITLE, "works.periodical", cert, reason, "j")
    for match in PLACED.finditer(text):
        words = match.group(1).split()
        if words[0] in PEOPLE or words[0] in DAYS.split():
            continue
        spoken_of = READ.search(text[max(0, match.start() - 48) : match.start()])
        speaks = SAYS.match(text, match.end())
        doubtful = words[-1] in OFFICES and len(words) < 3 and not (spoken_of or speaks)
        cert = Certainty.LOW if doubtful else Certainty.MEDIUM
        reason = "so newspapers and journals are called"
        yield Claim(*match.span(1), Kind.TITLE, "works.periodical", cert, reason, "j")
