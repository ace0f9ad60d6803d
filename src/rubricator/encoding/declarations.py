"""The `encodingDesc`: in plain words, and true of this document, what was done to the text and what not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rubricator.encoding.emphasis import emphasis
from rubricator.encoding.naming import relative
from rubricator.encoding.serialize import Node, node
from rubricator.settings import Settings
from rubricator.transcription import BlockKind, Leftover, Transcription

AUTHORITIES = {
    "person": ("persons.xml", "Persons"),
    "place": ("places.xml", "Places"),
    "org": ("organisations.xml", "Organisations"),
    "work": ("works.xml", "Works"),
}
_ELEMENT_NAME = re.compile(r"<(\w+)>")
_LONG = 400  # characters
_RELEASE = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def encoding(transcription: Transcription, settings: Settings, *, version: str) -> Node:
    """The `encodingDesc`."""
    return node(
        "encodingDesc",
        None,
        node("samplingDecl", None, node("p", None, _sampling(transcription))),
        _editorial(transcription),
        _prefixes(settings),
        _application(version),
    )


def _sampling(transcription: Transcription) -> str:
    whole = (
        "The whole text of the transcription is here; what stands above and below it has become this header."
    )
    if not transcription.leftovers:
        return f"{whole} Nothing was left out."
    return f"{whole} Left out: {_listed(transcription.leftovers)}."


def _listed(leftovers: Sequence[Leftover]) -> str:
    return "; ".join(f"the {leftover.kind} “{_abridged(leftover.text)}”" for leftover in leftovers)


def _abridged(text: str) -> str:
    """*text*, or its first words if it goes on for pages; the transcription has it whole."""
    return text if len(text) <= _LONG else f"{' '.join(text.split()[:12])} …"


_CORRECTION = (
    "Nothing was corrected silently. An apparent error stands in <sic> beside the proposed correction in "
    "<corr>, with a note on what was found; where no correction is proposed, there is a note alone."
)
_NORMALIZATION = (
    "Spelling, capitals and punctuation are those of the transcription; its dashes, quotation marks and "
    "apostrophes are the same characters. Line ends within a paragraph, and runs of blanks, have become one "
    "space."
)
_NOTES = " Notes stand where the text calls them; the mark that called a note is its n."
_EMPHASIS = " Underscores round words have become <hi> (italics), asterisks <emph>; the marks are left out."
_RULES = " A rule drawn with hyphens or the like has become a <milestone>."
_QUOTATION = (
    "Quotation marks are kept, inside the element whose bounds they show: <quote> for the words of others, "
    "<soCalled> for words held at arm’s length, <mentioned> for words spoken of as words, <q> for any other "
    "reason. The program chose among them by the passage’s length and form and the words around it. "
    "A mark that opens and never closes stays without an element."
)
_INTERPRETATION = (
    "Names, dates and apparent errors that the program suggests carry its resp and a cert; what a person "
    "added or decided carries that person’s resp."
)


def _editorial(transcription: Transcription) -> Node:
    kinds = {block.kind for block in transcription.blocks}
    normalization = _NORMALIZATION
    normalization += _NOTES if BlockKind.NOTE in kinds else ""
    if any(emphasis(line) for block in transcription.blocks for line in block.lines):
        normalization += _EMPHASIS
    normalization += _RULES if BlockKind.RULE in kinds else ""
    return node(
        "editorialDecl",
        None,
        node("correction", {"method": "markup"}, _paragraph(_CORRECTION)),
        node("normalization", None, _paragraph(normalization)),
        node("quotation", {"marks": "all"}, _paragraph(_QUOTATION)),
        node("interpretation", None, _paragraph(_INTERPRETATION)),
    )


def _paragraph(words: str) -> Node:
    """A paragraph in which `<name>` is the name of an element."""
    parts = _ELEMENT_NAME.split(words)
    return node(
        "p", None, *(node("gi", None, part) if place % 2 else part for place, part in enumerate(parts))
    )


def _prefixes(settings: Settings) -> Node:
    folder = relative(settings.paths.authority, settings)
    return node(
        "listPrefixDef",
        None,
        *(
            node(
                "prefixDef",
                {"ident": ident, "matchPattern": "(.+)", "replacementPattern": f"{folder}/{file}#$1"},
                node("p", None, f"{what} that the text names, by their identifiers in the authority list."),
            )
            for ident, (file, what) in AUTHORITIES.items()
        ),
    )


def _application(version: str) -> Node:
    release = _RELEASE.match(version)
    return node(
        "appInfo",
        None,
        node(
            "application",
            {"ident": "rubricator", "version": release.group() if release else "0"},
            node("label", None, "Rubricator"),
            node("ptr", {"target": "#rubricator"}),
        ),
    )
