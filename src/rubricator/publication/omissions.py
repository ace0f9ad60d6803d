"""What of a document is in no reading: data rather than text; how many words, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

from rubricator import resources, tei
from rubricator.files import read_bytes
from rubricator.findings import Finding, Place
from rubricator.publication.rules import OMISSION

_METADATA = "what is said of the edition and of its witnesses has places of its own"
_WITNESSES = "they are shown under “Witnesses”"
_REMEDY = "If they are text, encode them as text."
_TAGS = tuple(f"{{{tei.TEI}}}{name}" for name in sorted(tei.NO_TEXT))
_HEADER = f"{{{tei.TEI}}}teiHeader"
_BETWEEN = "no reading shows both it and what it stands in"
_OF_ONE_READING = tuple(
    f"{{{tei.TEI}}}{name}"
    for name in "abbr am certainty corr del desc ex expan figDesc interp interpGrp orig precision reg "
    "respons sic span spanGrp standOff supplied surplus".split()
)
"""What may be in one reading alone, the diplomatic or the edited one."""


def omissions(root: etree._Element, file: str) -> Iterator[Finding]:
    """A note for each kind of element under *root*, outside of headers, whose words are in no reading."""
    left_out: dict[str, list[etree._Element]] = {}
    for element in root.iter(*_TAGS):
        if element.tag != _HEADER and next(element.iterancestors(*_TAGS), None) is None and _count(element):
            left_out.setdefault(tei.local_name(element), []).append(element)
    named = all(tei.select(".//tei:witness[@xml:id]", one) for one in left_out.get("listWit", ()))
    reasons = {**_reasons(), "listWit": _WITNESSES} if named else _reasons()
    yield from _told(left_out, file, reasons, _METADATA)
    yield from _told(_between(root), file, {}, _BETWEEN)


def _between(root: etree._Element) -> dict[str, list[etree._Element]]:
    """What stands between the readings: supplied within a deletion, say."""
    lost: dict[str, list[etree._Element]] = {}
    seen: set[etree._Element] = set()
    for element in root.iter(*_OF_ONE_READING):
        above = list(element.iterancestors(*_OF_ONE_READING))
        if not above or not seen.isdisjoint(above) or next(element.iterancestors(*_TAGS), None) is not None:
            continue
        chain = (element, *above)
        shown = (all(tei.shown(one, reading) for one in chain) for reading in tei.Reading)
        if not any(shown) and _count(element):
            seen.add(element)
            lost.setdefault(tei.local_name(element), []).append(element)
    return lost


def _told(
    left_out: Mapping[str, list[etree._Element]], file: str, reasons: Mapping[str, str], otherwise: str
) -> Iterator[Finding]:
    """A note for each name; its reason is that of its name, or *otherwise* that of all others."""
    for name, elements in left_out.items():
        many = sum(map(_count, elements))
        line = elements[0].sourceline
        yield OMISSION.broken(
            file,
            Place(line, 1) if isinstance(line, int) else None,
            f"{many:,} {'word' if many == 1 else 'words'} of {len(elements)} <{name}> "
            f"{'is' if many == 1 else 'are'} in no reading of the text: {reasons.get(name, otherwise)}.",
            _REMEDY,
        )


def of_paragraphs(many: int, file: str) -> Iterator[Finding]:
    """A note that the text in paragraphs leaves out so *many* words of notes and the like."""
    if many:
        yield OMISSION.broken(
            file,
            None,
            f"{many:,} {'word' if many == 1 else 'words'} of notes, readings and running heads "
            f"{'is' if many == 1 else 'are'} not in the text in paragraphs: it is the main text alone.",
            "They are in the other shapes.",
        )


def _count(element: etree._Element) -> int:
    return sum(len(text.split()) for text in tei.select(".//text()", element) if isinstance(text, str))


@cache
def _reasons() -> dict[str, str]:
    """Why elements are hidden, as the table of coverage has it."""
    table = etree.fromstring(read_bytes(resources.directory("xslt") / "coverage.xml"))
    return {line.get("name", ""): line.get("why", "") for line in table.iter("element") if line.get("why")}
