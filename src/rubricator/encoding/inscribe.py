"""Inscription: annotations become tags in the document's own bytes, and every other byte stays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from rubricator import tei
from rubricator.annotation import Annotation, Kind, Span
from rubricator.document import Document
from rubricator.findings import Splice
from rubricator.markup import escaped, quoted
from rubricator.splice import encodable, spliced
from rubricator.textmap import Element, NotMappable, TextMap

_STRETCH = 256  # characters of markup
_DEPTH = {Kind.QUOTE: 0, Kind.BIBL: 1, Kind.NOTE: 8, Kind.SIC: 9, Kind.ABBR: 9}
"""Which of two elements over the same span is outside: a choice goes inside a name (DESIGN, decision 5)."""

OPAQUE = frozenset("geo idno code eg egXML gi att val tag formula ident g mapping charProp space".split())
"""Elements whose text is data: no name or error is marked in them."""


_NAMES = frozenset(
    """
    persName placeName orgName rs name surname forename addName geogName geogFeat settlement country region
    district bloc author editor publisher pubPlace
    """.split()
)
"""Elements that name someone or something: no further name is marked in one that a person marked."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An annotation that could not be inscribed, and why, in words that complete "It …".

    *already* tells that the document says as much without it.
    """

    annotation: Annotation
    reason: str
    already: bool = False


@dataclass(frozen=True, slots=True)
class Inscription:
    """The document with what was inscribed, and what was left out."""

    document: Document
    inscribed: tuple[Annotation, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Site:
    """Where an annotation's tags go in the markup, within element number *parent*."""

    annotation: Annotation
    start: int
    end: int
    parent: int

    @property
    def order(self) -> tuple[int, int, int]:
        return (self.start, -self.end, _DEPTH.get(self.annotation.kind, 4))


class _Ground:
    """The sites that are taken, by the stretches of the markup that they touch: few are near any other."""

    def __init__(self) -> None:
        self._sites: dict[int, list[_Site]] = {}

    def take(self, site: _Site) -> None:
        """Remember that *site* is taken."""
        for stretch in self._stretches(site):
            self._sites.setdefault(stretch, []).append(site)

    def meeting(self, site: _Site) -> Iterable[_Site]:
        """The sites taken that share a character with *site*, each once."""
        near = (other for stretch in self._stretches(site) for other in self._sites.get(stretch, ()))
        found = {id(other): other for other in near if site.start < other.end and other.start < site.end}
        return found.values()

    @staticmethod
    def _stretches(site: _Site) -> range:
        return range(site.start // _STRETCH, site.end // _STRETCH + 1)


class _Refused(Exception):
    """Carries the reason of a refusal."""

    def __init__(self, reason: str, *, already: bool = False) -> None:
        super().__init__(reason)
        self.already = already


def inscribe(document: Document, annotations: Iterable[Annotation]) -> Inscription:
    """Return *document* with each annotation as an element over its span.

    Where two cross, the earlier one in *annotations* stands. An annotation that would cross an element,
    that falls inside an entity or a CDATA section, or that is there already is refused with its reason.
    """
    sites: list[_Site] = []
    ground = _Ground()
    refused: list[Refusal] = []
    writable = document.source.encode(document.source.markup).data == document.source.data
    for annotation in annotations:
        try:
            site = _site(document, annotation)
            _check_against(site, ground.meeting(site))
            if not writable:
                reason = f"cannot be written: {document.source.encoding} does not give the same bytes back"
                raise _Refused(reason)
        except NotMappable as reason:
            refused.append(Refusal(annotation, str(reason)))
        except _Refused as reason:
            refused.append(Refusal(annotation, str(reason), reason.already))
        else:
            sites.append(site)
            ground.take(site)
    sites.sort(key=lambda site: site.order)
    changed = spliced(document, _insertions(document, sites)) if sites else document
    return Inscription(changed, tuple(site.annotation for site in sites), tuple(refused))


# -- where the tags go


def _site(document: Document, annotation: Annotation) -> _Site:
    mapping, span = document.map, annotation.span
    if span.end > len(document.text):
        raise _Refused("lies beyond the end of the text")
    start, end = mapping.tag_range(span)
    left, right = mapping.owner(span.start), mapping.owner(span.end - 1)
    elements = mapping.elements
    shared = _lowest_common(elements, left, right)
    while left != shared:
        start, left = _widen_left(elements[left], span, start)
    while right != shared:
        end, right = _widen_right(elements[right], span, end)
    parent = shared
    while _climbs(elements, parent, span, annotation.kind):
        element = elements[parent]
        start, end, parent = element.open_start, element.close_end, element.parent
    _check_parent(elements[parent], annotation)
    site = _Site(annotation, start, end, parent)
    _check_not_there(site, mapping)
    return site


def _lowest_common(elements: tuple[Element, ...], one: int, other: int) -> int:
    above = {one}
    while one >= 0:
        one = elements[one].parent
        above.add(one)
    while other not in above:
        other = elements[other].parent
    return other


def _widen_left(element: Element, span: Span, start: int) -> tuple[int, int]:
    if element.text_start != span.start:
        raise _Refused(f"would cross the end of a <{element.name}>")
    return element.open_start, element.parent


def _widen_right(element: Element, span: Span, end: int) -> tuple[int, int]:
    if element.text_end != span.end:
        raise _Refused(f"would cross the start of a <{element.name}>")
    return element.close_end, element.parent


def _climbs(elements: tuple[Element, ...], parent: int, span: Span, kind: Kind) -> bool:
    """Whether the tags had better stand outside: round a whole `choice`, not in one half of it."""
    element = elements[parent]
    if element.parent < 0 or element.span != span:
        return False
    outer = elements[element.parent]
    if not tei.holds_text(element.node):
        return True
    return kind not in (Kind.SIC, Kind.ABBR) and outer.name in tei.ALTERNATIVES and outer.span == span


def _check_parent(element: Element, annotation: Annotation) -> None:
    name = element.name
    if not tei.is_tei(element.node):
        raise _Refused(f"stands in <{name}>, which is not TEI's")
    if name in OPAQUE or not tei.holds_text(element.node):
        raise _Refused(f"would stand directly in a <{name}>, which takes no such markup")
    if annotation.kind in (Kind.SIC, Kind.ABBR) and name in ("sic", "orig", "abbr", "corr", "reg", "expan"):
        raise _Refused(f"lies in a <{name}>: that place has its correction already")


def _check_not_there(site: _Site, mapping: TextMap) -> None:
    """Refuse what the document says already, over the same words, around them or inside them."""
    kind = site.annotation.kind
    kindred = _kindred(kind)
    index = site.parent
    while index >= 0:
        element = mapping.elements[index]
        if element.name in kindred:
            raise _Refused(f"stands in a <{element.name}> already", already=True)
        index = element.parent
    first = bisect_left(mapping.elements, site.start, key=lambda element: element.open_start)
    for index in range(first, len(mapping.elements)):
        element = mapping.elements[index]
        if element.open_start >= site.end:
            break
        if element.name == kind and element.counted:
            raise _Refused(f"is marked as <{element.name}> already", already=True)


def _kindred(kind: Kind) -> frozenset[str]:
    if kind in (Kind.PERS_NAME, Kind.PLACE_NAME, Kind.ORG_NAME, Kind.RS):
        return _NAMES
    return frozenset(("date", "time", "origDate")) if kind is Kind.DATE else frozenset((str(kind),))


def _check_against(site: _Site, others: Iterable[_Site]) -> None:
    kind, start, end = site.annotation.kind, site.start, site.end
    for other in others:
        inside = other.start <= start and end <= other.end
        around = start <= other.start and other.end <= end
        if not inside and not around:
            raise _Refused(f"would cross the {other.annotation.kind} suggested there")
        same = inside and around
        if same and kind == other.annotation.kind:
            raise _Refused(f"is suggested as {kind} already")
        inner, outer = (kind, other.annotation.kind) if inside else (other.annotation.kind, kind)
        if not same and outer in (Kind.SIC, Kind.ABBR) and inner is not Kind.NOTE:
            raise _Refused(f"meets a {outer} wider than the {inner}: widen the one or narrow the other")


# -- what is written there


def _insertions(document: Document, sites: list[_Site]) -> list[Splice]:
    """The tags as splices of length nothing, in an order in which they nest."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for site in sites:
        before, after = _tags(document, site)
        opening.setdefault(site.start, []).append(before)
        closing.setdefault(site.end, []).insert(0, after)
    places = sorted({*opening, *closing})
    return [
        Splice(place, place, "".join(closing.get(place, ())) + "".join(opening.get(place, ())))
        for place in places
    ]


def _tags(document: Document, site: _Site) -> tuple[str, str]:
    annotation = site.annotation
    prefix = document.elements[site.parent].node.prefix
    ns = f"{prefix}:" if prefix else ""
    who = {"resp": annotation.resp, "cert": annotation.cert or ""}
    claim = _attributes({**dict(annotation.attributes), **who})
    note = (
        f"<{ns}note{_attributes({'type': 'transcription-error', **who})}>"
        f"{escaped(annotation.note)}</{ns}note>"
        if annotation.note
        else ""
    )
    match annotation.kind:
        case Kind.NOTE:
            before, after = "", note
        case Kind.SIC if annotation.correction is None:
            before, after = "", note
        case Kind.SIC | Kind.ABBR:
            inner, remedy = ("sic", "corr") if annotation.kind is Kind.SIC else ("abbr", "expan")
            before = f"<{ns}choice><{ns}{inner}>"
            after = (
                f"</{ns}{inner}><{ns}{remedy}{claim}>{escaped(annotation.correction or '')}</{ns}{remedy}>"
                f"</{ns}choice>{note}"
            )
        case kind:
            before, after = f"<{ns}{kind}{claim}>", f"</{ns}{kind}>"
    return before, encodable(document.source, after) if after else after


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {name}={quoted(value)}" for name, value in values.items() if value)
