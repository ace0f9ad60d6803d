"""Notes that stand apart from the text, and that nothing in it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.findings import Finding, Severity
from rubricator.validation.places import Places
from rubricator.validation.rules import Rule

UNLINKED = Rule(
    "notes.unlinked",
    Severity.WARNING,
    "Where notes are gathered apart from the text, a pointer in the text leads to each (or the "
    "note's own @target leads "
    "back). To one that nothing leads to, no reader finds.",
    wrong='<p>words<ref target="#n1">1</ref> and words2</p>'
    '<div type="notes"><note xml:id="n1">One.</note><note xml:id="n2">Two.</note></div>',
    right='<p>words<ref target="#n1">1</ref> and words<ref target="#n2">2</ref></p>'
    '<div type="notes"><note xml:id="n1">One.</note><note xml:id="n2">Two.</note></div>',
)
RULES = (UNLINKED,)

_APART = (
    "/*//tei:back//tei:note | /*//tei:standOff//tei:note | /*//tei:noteGrp/tei:note"
    " | /*//tei:div[@type='notes' or @type='endnotes' or @type='footnotes']//tei:note"
)
_POINTING = "/*//tei:*/@target | /*//tei:*/@corresp | /*//tei:*/@sameAs | /*//tei:*/@next | /*//tei:*/@copyOf"
_ITSELF = ("target", "targetEnd", "corresp", "sameAs", "ref")


def check(document: Document) -> Iterator[Finding]:
    """The notes without a pointer, where others of the same place have one."""
    led_to = {
        pointer[1:]
        for value in tei.select(_POINTING, document.root)
        for pointer in str(value).split()
        if pointer.startswith("#")
    }
    groups: dict[etree._Element | None, list[etree._Element]] = {}
    for note in tei.elements(_APART, document.root):
        parent = note.getparent()
        inside = any(tei.local_name(above) == "note" for above in note.iterancestors("*"))
        if parent is not None and not inside and not _holds_words(parent):
            groups.setdefault(parent, []).append(note)
    places = Places(document)
    for notes in groups.values():
        linked = [note for note in notes if _is_linked(note, led_to)]
        if not linked:
            continue
        for note in notes:
            if note not in linked:
                number = note.get("n") or note.get(tei.XML_ID) or ""
                yield UNLINKED.broken(
                    document.source,
                    places.of(note),
                    f"Nothing leads to this note{f' ({number})' if number else ''}, though "
                    f"something does to others here.",
                    "Write a ref to it where it belongs, or its place in @target.",
                )


def _holds_words(element: etree._Element) -> bool:
    """Whether there are words beside its children: a note among them stands where it belongs."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _is_linked(note: etree._Element, led_to: set[str]) -> bool:
    if any(note.get(name) for name in _ITSELF):
        return True
    own = (part.get(tei.XML_ID) for part in note.iter("*"))
    return any(ident in led_to for ident in own)
