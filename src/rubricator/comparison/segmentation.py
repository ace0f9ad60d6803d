"""A collation as TEI: the first witness's own document with an apparatus in it (parallel segmentation).

TEI Guidelines, 13.2.3. As everywhere, tags are spliced into the bytes: taking them out gives the document
back, and its text stays what it was, since every lemma is the first witness's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rubricator import tei
from rubricator.annotation import Span
from rubricator.comparison.collation import Collation, Entry, Variance
from rubricator.document import Document
from rubricator.encoding.inscribe import OPAQUE
from rubricator.findings import Splice
from rubricator.markup import escaped, quoted
from rubricator.splice import spliced
from rubricator.textmap import NotMappable


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The document with the apparatus, and the entries for which there is no place in it."""

    document: Document
    left_out: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the markup that becomes a lemma (or none, if empty), and what the other witness has."""

    start: int
    end: int
    place_in_b: int
    reading: str
    attributes: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        return self.start, self.end, self.place_in_b


def segmented(collation: Collation) -> Segmentation:
    """The first witness's document with each entry as an `app` that holds both readings."""
    document = collation.a.document
    ids = {str(value) for value in tei.select("//@xml:id", document.root)}
    sigla = tuple(_free(witness.siglum, ids) for witness in (collation.a, collation.b))
    ns = f"{document.root.prefix}:" if document.root.prefix else ""
    entries = list(_innermost(collation))
    made = [list(_pieces(collation, entry, number, ids)) for number, entry in enumerate(entries)]
    left_out = {number for number, pieces in enumerate(made) if not pieces}
    ends, last = -1, -1
    for piece, number in sorted(
        ((piece, number) for number, pieces in enumerate(made) for piece in pieces),
        key=lambda both: (both[0].order, both[1]),
    ):
        if piece.start < ends and last not in left_out:
            left_out.add(number)
        elif number not in left_out:
            ends, last = piece.end, number
    pieces = [piece for number, pieces in enumerate(made) if number not in left_out for piece in pieces]
    splices = [
        splice
        for piece in sorted(pieces, key=lambda piece: piece.order)
        for splice in _tags(piece, sigla, ns)
    ]
    splices += _header(collation, sigla, ns)
    return Segmentation(
        spliced(document, _joined(splices)), tuple(entries[number] for number in sorted(left_out))
    )


def _free(siglum: str, ids: set[str]) -> str:
    made, number = siglum, 2
    while made in ids:
        made, number = f"{siglum}{number}", number + 1
    ids.add(made)
    return made


def _innermost(collation: Collation) -> Iterator[Entry]:
    """The entries that hold no other: what differs inside a moved passage is told with the passage."""
    end = -1
    for entry in collation.entries:
        if entry.variance is Variance.TRANSPOSITION:
            end = max(end, entry.a[1])
        elif entry.a[0] < end and entry.a[1] <= end:
            continue
        yield entry


def _pieces(collation: Collation, entry: Entry, number: int, ids: set[str]) -> Iterator[_Piece]:
    document = collation.a.document
    reading = " ".join(collation.reading(entry).split())
    if entry.variance is Variance.TRANSPOSITION:
        here, there = _free(f"moved-{number}-from", ids), _free(f"moved-{number}-to", ids)
        place = _point(document, entry.instead)
        stretches = list(_stretches(document, *entry.a))
        if place is None or not stretches:
            return
        for index, (start, end) in enumerate(stretches):
            own = f' xml:id="{here}" corresp="#{there}"' if not index else ""
            yield _Piece(start, end, entry.b[0], "", f' type="transposition"{own}')
        yield _Piece(
            place, place, entry.b[0], reading, f' type="transposition" xml:id="{there}" corresp="#{here}"'
        )
        return
    kind = "-".join(sorted(entry.aspects)) or str(entry.variance)
    if entry.a[0] == entry.a[1]:
        place = _point(document, entry.a[0])
        if place is not None:
            yield _Piece(place, place, entry.b[0], reading, f' type="{kind}"')
        return
    for index, (start, end) in enumerate(_stretches(document, *entry.a)):
        yield _Piece(start, end, entry.b[0], "" if index else reading, f' type="{kind}"')


def _point(document: Document, offset: int) -> int | None:
    """Where in the markup an empty lemma may stand: after the character before *offset*."""
    spans = [Span(offset - 1, offset)] if offset else []
    first = re.search(r"\S", document.text)
    spans += [Span(first.start(), first.start() + 1)] if first and not offset else []
    for span in spans:
        try:
            start, end = document.map.tag_range(span)
        except NotMappable:
            return None
        if _takes_apparatus(document, document.map.owner(span.start)):
            return end if offset else start
    return None


def _stretches(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The characters *start* to *end* as stretches of the markup with no tag in them: a lemma each."""
    markup, stretch, within = document.source.markup, (-1, -1), -1
    for at in range(start, end):
        if document.text[at].isspace():
            continue
        owner = document.map.owner(at)
        try:
            place = document.map.tag_range(Span(at, at + 1))
        except NotMappable:
            continue
        if owner == within and "<" not in markup[stretch[1] : place[0]]:
            stretch = stretch[0], place[1]
            continue
        if within >= 0:
            yield stretch
        stretch, within = place, owner if _takes_apparatus(document, owner) else -1
    if within >= 0:
        yield stretch


def _takes_apparatus(document: Document, index: int) -> bool:
    element = document.elements[index]
    return (
        tei.is_tei(element.node)
        and tei.holds_text(element.node)
        and element.name not in OPAQUE
        and element.name not in ("lem", "rdg")
    )


def _tags(piece: _Piece, sigla: tuple[str, ...], ns: str) -> Iterator[Splice]:
    one, other = (quoted(f"#{siglum}") for siglum in sigla)
    rdg = (
        f"<{ns}rdg wit={other}>{escaped(piece.reading)}</{ns}rdg>"
        if piece.reading
        else f"<{ns}rdg wit={other}/>"
    )
    if piece.start == piece.end:
        yield Splice(
            piece.start, piece.start, f"<{ns}app{piece.attributes}><{ns}lem wit={one}/>{rdg}</{ns}app>"
        )
        return
    yield Splice(piece.start, piece.start, f"<{ns}app{piece.attributes}><{ns}lem wit={one}>")
    yield Splice(piece.end, piece.end, f"</{ns}lem>{rdg}</{ns}app>")


def _header(collation: Collation, sigla: tuple[str, ...], ns: str) -> Iterator[Splice]:
    """The witnesses and the method, where the header says such things."""
    document = collation.a.document
    names = (collation.a.name, collation.b.name)
    listed = "".join(
        f'<{ns}witness xml:id="{siglum}">{escaped(name)}</{ns}witness>'
        for siglum, name in zip(sigla, names, strict=True)
    )
    witnesses = f"<{ns}sourceDesc><{ns}listWit>{listed}</{ns}listWit></{ns}sourceDesc>"
    method = f'<{ns}variantEncoding method="parallel-segmentation" location="internal"/>'
    places = {element.name: element for element in reversed(document.elements) if tei.is_tei(element.node)}
    sources = [
        element for element in document.elements if element.name == "sourceDesc" and tei.is_tei(element.node)
    ]
    if sources:
        yield Splice(sources[-1].close_end, sources[-1].close_end, witnesses)
    if (encoding := places.get("encodingDesc")) is not None and encoding.open_start != encoding.close_start:
        yield Splice(encoding.close_start, encoding.close_start, method)
    elif (described := places.get("fileDesc")) is not None:
        method = f"<{ns}encodingDesc>{method}</{ns}encodingDesc>"
        yield Splice(described.close_end, described.close_end, method)


def _joined(splices: list[Splice]) -> list[Splice]:
    """The insertions with those at one place put together, ends before beginnings."""
    at: dict[int, list[str]] = {}
    for splice in splices:
        texts = at.setdefault(splice.start, [])
        if splice.replacement.startswith("</"):
            texts.insert(0, splice.replacement)
        else:
            texts.append(splice.replacement)
    return [Splice(place, place, "".join(texts)) for place, texts in at.items()]
