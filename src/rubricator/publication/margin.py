"""Notes beside the text: style that ties each note of a page to its mark.

A note is there once, in its list after the text, where a narrow screen and a printer leave it. On a wide
screen it stands in the margin, at the height of its mark, or below the note before it if that reaches
further (CSS anchor positioning).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rubricator.publication.xhtml import XHTML, found

_notes = found("h:ol/h:li[@id]")
_STRANGE = re.compile(r"[^\w-]")
LISTS = ("notes", "apparatus", "corrections")
"""The classes of the lists whose entries lead back to marks in the text."""


def tied(page: etree._Element) -> str:
    """The style rules that tie the notes of *page* to their marks; nothing for a page without any."""
    return "".join(
        rule
        for section in page.iter(f"{XHTML}section")
        if section.get("class") in LISTS
        for rule in _rules(section, str(section.get("class"))[0])
    )


def _rules(section: etree._Element, letter: str) -> Iterator[str]:
    """A rule for each note and for its mark; *letter* keeps the names of one list apart from another's."""
    number = 0
    for note in _notes(section):
        mark = _mark(note)
        if not mark:
            continue
        number += 1
        # The note before may be of the other reading, and hidden: then the one before that counts.
        above = [f"anchor(--{letter}{number - back} bottom, 0px)" for back in (1, 2) if number > back]
        yield f"#{_escaped(mark)}{{anchor-name:--{letter}m{number}}}"
        yield (
            f"#{_escaped(str(note.get('id')))}{{anchor-name:--{letter}{number};"
            f"--beside:anchor(--{letter}m{number} top, 0px);--below:max({','.join(['0px', *above])})}}\n"
        )


def _mark(note: etree._Element) -> str:
    """The id of the mark that the note leads back to."""
    links = (link.get("href", "") for link in note.iter(f"{XHTML}a") if link.get("class") == "back")
    return next(links, "").removeprefix("#")


def _escaped(identifier: str) -> str:
    """An id as a CSS selector has it."""
    return _STRANGE.sub(lambda sign: f"\\{ord(sign[0]):x} ", identifier)
