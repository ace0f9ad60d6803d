"""Tags of languages (BCP 47), and which languages are written from the right."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rubricator.findings import Finding, Severity
from rubricator.publication.epub.checking.found import Part
from rubricator.publication.languages import SHORTER
from rubricator.publication.languages import TAG as WELL_FORMED
from rubricator.rules import Rule

TAG = Rule(
    "epub.language-tag",
    Severity.ERROR,
    "Languages have tags of two letters, of three where there are none of two, with region or script "
    "behind a "
    "hyphen. No voice knows what “english” is.",
    wrong="<dc:language>english</dc:language>",
    right="<dc:language>en</dc:language>",
)
RULES = (TAG,)
_NAMES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "italian": "it",
    "latin": "la",
    "russian": "ru",
    "greek": "el",
    "dutch": "nl",
    "chinese": "zh",
}


def wrong(part: Part, element: etree._Element, tag: str) -> Iterator[Finding]:
    """What is wrong with *tag*, which *element* of *part* bears."""
    primary = tag.split("-")[0].lower()
    if WELL_FORMED.fullmatch(tag) and primary not in SHORTER:
        return
    known = SHORTER.get(primary) or _NAMES.get(tag.lower(), "")
    remedy = f"Write {known}." if known else "Look it up in the registry of BCP 47."
    yield part.broken(TAG, element, f"{tag!r} is no tag of a language.", remedy)
