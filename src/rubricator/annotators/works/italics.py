"""Titles in italics: what the markup has set apart, and is written as titles are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rubricator import tei
from rubricator.annotation import Certainty, Kind
from rubricator.annotators.works.claims import LEVEL_OF, SMALL, WORD, Claim, is_headed
from rubricator.annotators.works.quoted import CUE, REACH
from rubricator.document import Document

WITHIN = re.compile(r"[\w,;] $")
ARTICLE = re.compile(r"(?:The|An?) [A-Z]")
"""Within a sentence an article has no capital, but where a title begins with it: *The Tempest*."""
ITALIC = ("italic", "it", "i", "italics")


def italics(document: Document) -> Iterator[Claim]:
    """Each title in a `hi` or `emph` of the document, sure where the words before name its kind."""
    for element in document.elements:
        if element.name not in ("hi", "emph") or element.span is None or not tei.is_tei(element.node):
            continue
        rend = (element.node.get("rend") or element.node.get("rendition") or "").lower()
        if element.name == "hi" and not any(word.strip("#:()") in ITALIC for word in rend.split()):
            continue
        start, end = element.span.start, element.span.end
        words = document.text[start:end]
        while end > start and document.text[end - 1] in " ,.;:\n":
            end -= 1
        if end == start or not is_headed(words):
            continue
        cue = CUE.search(document.text[max(0, start - REACH) : start])
        telling = [word for word in WORD.findall(words) if word.lower() not in SMALL]
        if cue is not None:
            level = LEVEL_OF[cue["kind"].lower()]
            reason = f"it is in italics, and “{' '.join(cue.group().split())}” stands before it"
            yield Claim(start, end, Kind.TITLE, "works.italic", Certainty.HIGH, reason, level)
        elif (len(telling) > 1 and not any(map(str.isdigit, telling))) or (
            len(telling) == 1
            and WITHIN.search(document.text[max(0, start - 3) : start])
            and ARTICLE.match(words)
        ):
            cert = Certainty.MEDIUM
            reason = "it is in italics, and capitals stand where titles have them"
            yield Claim(start, end, Kind.TITLE, "works.italic", cert, reason)
