"""The arrangement of a document: the tree that is published, where that cannot be the document's own.

What crosses the borders of elements is put into elements; what was to be transposed stands in both orders;
a transcript of the source, and lists beside the text, stand after the text; what an article is numbered by
stands after where it appeared; of what a header says in several languages one is left; a header that is a
file of its own gets a root. The words of the document are read from the same tree: what is promised of them
is promised of what the rules are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from rubricator import tei
from rubricator.publication.spans import has_spans, spread
from rubricator.publication.tongues import is_told_in_several, tell_in_one
from rubricator.publication.transpositions import has_transpositions, transpose

_BESIDE = tuple(f"{{{tei.TEI}}}{name}" for name in ("sourceDoc", "standOff"))
_HEADER = f"{{{tei.TEI}}}teiHeader"
_TEXT = f"{{{tei.TEI}}}text"
_ANALYTIC = f"{{{tei.TEI}}}analytic"
_IDNO = f"{{{tei.TEI}}}idno"
_SOURCES = tuple(f"{{{tei.TEI}}}{name}" for name in ("monogr", "series"))


def arranged(root: etree._Element) -> etree._Element:
    """The document under *root* as it is published: itself where nothing need be arranged, else a copy."""
    if root.tag == _HEADER:
        return arranged(_with_root(root))
    spans, transpositions, several = has_spans(root), has_transpositions(root), is_told_in_several(root)
    numbered = next(_numbers(root), None) is not None
    if not (spans or transpositions or several or numbered or next(_before_text(root), None) is not None):
        return root
    copied = deepcopy(root.getroottree()).getroot()
    for beside in reversed(list(_before_text(copied))):
        *_, text = beside.itersiblings(_TEXT)
        text.addnext(beside)
    for number, source in list(_numbers(copied)):
        _move(number, source)
    if several:
        tell_in_one(copied)
    if spans:
        spread(copied)
    if transpositions:
        transpose(copied)
    return copied


def _with_root(header: etree._Element) -> etree._Element:
    """A document that is no more than its header."""
    root = etree.Element(f"{{{tei.TEI}}}TEI")
    root.append(deepcopy(header))
    return root


def _before_text(root: etree._Element) -> Iterator[etree._Element]:
    """Each transcript of the source, or list beside the text, before it: readers have the text first."""
    for beside in root.iterchildren(*_BESIDE):
        if next(beside.itersiblings(_TEXT), None) is not None:
            yield beside


def _numbers(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Each number at the end of what is told of an article, with the last source that it appeared in."""
    for article in root.iter(_ANALYTIC):
        sources = list(article.itersiblings(*_SOURCES))
        last = article[-1] if len(article) else None
        if sources and last is not None and last.tag == _IDNO and len(article) > 1:
            yield last, sources[-1]


def _move(number: etree._Element, source: etree._Element) -> None:
    """Put *number* after *source*; the white space round either stays where it is."""
    number.tail, source.tail = source.tail, None
    source.addnext(number)
