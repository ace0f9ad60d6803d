"""What a writer wanted in another order (`transpose`), read in it where that is within a line or among lines.

The words in the order in which they are written, and in that which was wanted, are two sides of a `choice`:
the diplomatic reading has the one, the edited reading the other. What holds more than words stays where it
is (Guidelines, 12.3.4.5). A mark says of each part which place it was to have.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from rubricator import tei

_TRANSPOSE = f"{{{tei.TEI}}}transpose"
_PLAIN = frozenset(
    "seg w pc hi emph add name persName placeName rs term s phr cl foreign q said mentioned lb".split()
)
"""What may stand twice, once for each reading: nothing that is counted, or that others refer to."""
_LINES = frozenset("l lg p ab line".split())
"""What may do so among its like."""
_METAMARK = f"{{{tei.TEI}}}metamark"


def has_transpositions(root: etree._Element) -> bool:
    """Whether anything under *root* was wanted in another order."""
    return next(root.iter(_TRANSPOSE), None) is not None


def transpose(root: etree._Element) -> None:
    """Give the document under *root*, which is changed, both orders of what is to be transposed."""
    named: dict[str, etree._Element] = {}
    places: dict[etree._Element, int] = {}
    for one in root.iter(etree.Element):
        name = one.get(tei.XML_ID)
        if name is not None and named.setdefault(name, one) is one:
            places[one] = len(places)
    done: set[etree._Element] = set()
    for wish in list(root.iter(_TRANSPOSE)):
        pointers = [str(one.get("target", "")) for one in wish if tei.local_name(one) == "ptr"]
        wanted = [named[one[1:]] for one in pointers if one[1:] in named]
        if len(wanted) < 2 or len(set(wanted)) < len(pointers) or not done.isdisjoint(wanted):
            continue
        if any(one in other.iterancestors() for one in wanted for other in wanted):
            continue
        done.update(wanted)
        first = min(wanted, key=lambda one: places[one])
        if _stand_together(first, wanted):
            _both(first, wanted)
        _mark(wanted)


def _stand_together(first: etree._Element, wanted: Sequence[etree._Element]) -> bool:
    """Whether these stand among the words of one line, or as lines among lines, with only words in them."""
    holder = wanted[0].getparent()
    if holder is None or any(one.getparent() is not holder for one in wanted):
        return False
    run = _run(first, wanted)
    allowed = _PLAIN
    if not tei.holds_text(holder):
        if not _LINES.issuperset(map(tei.local_name, run)):
            return False
        allowed |= _LINES
    return all(
        part.tag == _METAMARK
        or (tei.local_name(part) in allowed and (part is one or part.get(tei.XML_ID) is None))
        for one in run
        for part in one.iter()
    )


def _run(first: etree._Element, wanted: Sequence[etree._Element]) -> list[etree._Element]:
    """The elements from the *first* to the last of these, in the order in which they stand."""
    run, left = [first], set(wanted)
    left.discard(first)
    while left:
        following = run[-1].getnext()
        if following is None:
            break
        run.append(following)
        left.discard(following)
    return run


def _both(first: etree._Element, wanted: Sequence[etree._Element]) -> None:
    run = _run(first, wanted)
    choice = etree.Element(f"{{{tei.TEI}}}choice")
    written, edited = (etree.SubElement(choice, f"{{{tei.TEI}}}{name}") for name in ("orig", "reg"))
    choice.tail, run[-1].tail = run[-1].tail, None
    run[0].addprevious(choice)
    order = iter(wanted)
    for one in run:
        copied = deepcopy(next(order) if one in wanted else one)
        copied.tail = one.tail
        copied.attrib.pop(tei.XML_ID, "")
        etree.strip_elements(copied, _METAMARK, with_tail=False)
        edited.append(copied)
    for one in run:
        written.append(one)


def _mark(wanted: Sequence[etree._Element]) -> None:
    """Say before the words of each which place it was to have, where no mark of the writer's does."""
    marks = [one for one in wanted[0].getroottree().iter(_METAMARK) if one.get("function") == "transposition"]
    marked = {target for mark in marks for target in mark.get("target", "").split()}
    for place, one in enumerate(wanted, 1):
        if not (len(one) or one.text) or f"#{one.get(tei.XML_ID)}" in marked:
            continue
        mark = etree.Element(f"{{{tei.TEI}}}metamark", {"function": "transposition", "n": str(place)})
        mark.tail, one.text = one.text, None
        one.insert(0, mark)
