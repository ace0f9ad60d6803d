"""The arrangement of a document: the tree that is published, where that cannot be the document's own.

What crosses the borders of elements is put into elements, what was to be transposed stands in both orders,
and a transcript of the source stands after the text it became. The words of the document are read from the
same tree: what is promised of them is promised of what the rules are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from rubricator import tei
from rubricator.publication.spans import has_spans, spread
from rubricator.publication.transpositions import has_transpositions, transpose

_TRANSCRIPT = f"{{{tei.TEI}}}sourceDoc"
_TEXT = f"{{{tei.TEI}}}text"


def arranged(root: etree._Element) -> etree._Element:
    """The document under *root* as it is published: itself where nothing need be arranged, else a copy."""
    spans, transpositions = has_spans(root), has_transpositions(root)
    if not (spans or transpositions or next(_transcripts(root), None) is not None):
        return root
    copied = deepcopy(root.getroottree()).getroot()
    for transcript in list(_transcripts(copied)):
        *_, text = transcript.itersiblings(_TEXT)
        text.addnext(transcript)
    if spans:
        spread(copied)
    if transpositions:
        transpose(copied)
    return copied


def _transcripts(root: etree._Element) -> Iterator[etree._Element]:
    """Each transcript of the source that stands before the text it became: readers have the text first."""
    for transcript in root.iterchildren(_TRANSCRIPT):
        if next(transcript.itersiblings(_TEXT), None) is not None:
            yield transcript
