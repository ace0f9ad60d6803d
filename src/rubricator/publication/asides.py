"""Asides: what leaves the main text, and the stream of words that it belongs to.

`shared/reading.xsl` says the same, and a test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

from lxml import etree

from rubricator import tei

HEAD_OF_NOTES = "head-of-notes"
"""The stream of the headings that stand over notes."""
HEAD_OF_WITNESSES = "head-of-witnesses"
"""That of the headings over nothing but lists of witnesses, which are shown elsewhere."""
_WITNESS = f"{{{tei.TEI}}}witness"
_HEAD = f"{{{tei.TEI}}}head"
_DIVISION = f"{{{tei.TEI}}}div"
_NOTE = f"{{{tei.TEI}}}note"
_OF_TABLE = re.compile(r"[\[(]?([a-z]{1,2}|[*†‡§¶‖]{1,4})[\])]?[.)]?")
"""What a table calls its notes by: a letter or a sign."""
_APPARATUSES = {
    "sources": frozenset("source sources fons fontes fontium".split()),
    "parallels": frozenset("testimonium testimonia testimoniorum parallel parallels similia loci".split()),
}
"""Apparatuses that are told apart from that of the readings, and the types they are known by."""
_WITHIN_OTHERS = frozenset(("remark", "table-note"))
_ON_LETTERS = frozenset(("endorsement", "docket", "postmark"))
"""What somebody wrote on a letter afterwards."""
_ROW = f"{{{tei.TEI}}}row"
_ENTRY = f"{{{tei.TEI}}}entry"
_WHOLES = (f"{{{tei.TEI}}}table", _ENTRY)
_CALLED = ("n", "target", tei.XML_ID, "place")
"""What says where a note is called, or where it stands."""
_UTTERANCE = f"{{{tei.TEI}}}u"
_PHRASES = frozenset(
    f"{{{tei.TEI}}}{name}"
    for name in "abbr distinct emph foreign gloss hi mentioned name orgName persName placeName".split()
    + "rs soCalled term unclear w".split()
)
"""Words within an utterance on which something may be noted."""
_ELSEWHERE = frozenset(("note", "head", "rdg"))
"""In what leaves the text itself they are notes like others."""
_DIVISIONS = frozenset("div div1 div2 div3 div4 div5 div6 div7".split())
_HOLDING_NOTES = _DIVISIONS | {"noteGrp"}
_BEFORE_NOTES = frozenset("head pb lb cb fw milestone".split())
_AMONG_NOTES = _BEFORE_NOTES | {"note", "noteGrp", "trailer"}
_RECORDS = frozenset("person personGrp persona place org event object nym figure".split())
_HELD = frozenset(("msItem", "msItemStruct"))
"""What tells of a text in a manuscript."""
_HEADER = f"{{{tei.TEI}}}teiHeader"


def stream_of(element: etree._Element) -> str:
    """The stream of an element whose words are not the main text's."""
    if tei.is_aside(element):
        return aside(element)
    if element.tag != _HEAD:
        return ""
    if heads_witnesses(element):
        return HEAD_OF_WITNESSES
    return HEAD_OF_NOTES if heads_notes(element) else ""


def aside(element: etree._Element) -> str:
    """The stream of an element that leaves the main text.

    What is read where it stands, or below its table, is read later where that is set aside itself.
    """
    own = _own(element)
    if own not in _WITHIN_OTHERS:
        return own
    return "-".join((own, *(_own(one) for one in element.iterancestors() if tei.is_aside(one))))


def _own(element: etree._Element) -> str:
    name = tei.local_name(element)
    if name == "note":
        return _of_note(element)
    if name == "fw":  # in a note that goes on over the page it stays in the note
        above = next((one for one in element.iterancestors() if tei.is_aside(one)), None)
        return name if above is None else f"{name}-{aside(above)}"
    return ("wit" if name == "witDetail" else name) + _of_apparatus(element)


def heads_witnesses(head: etree._Element) -> bool:
    """Whether the heading of a division stands over nothing but witnesses, and goes with them."""
    parent = head.getparent()
    if parent is None or tei.local_name(parent) not in _DIVISIONS:
        return False
    if any(text.strip() for text in (parent.text or "", *(child.tail or "" for child in parent))):
        return False
    names = {tei.local_name(child) for child in parent if isinstance(child.tag, str)}
    return names == {"head", "listWit"} and any(
        one.get(tei.XML_ID) and tei.content(one).strip() for one in parent.iterdescendants(_WITNESS)
    )


def heads_notes(head: etree._Element) -> bool:
    """Whether the heading stands over nothing but notes, and goes with them into their list."""
    parent = head.getparent()
    if parent is None or tei.local_name(parent) not in _HOLDING_NOTES:
        return False
    if any(text.strip() for text in (parent.text or "", *(child.tail or "" for child in parent))):
        return False
    children = [child for child in parent if isinstance(child.tag, str)]
    groups = (child for child in children if tei.local_name(child) == "noteGrp")
    notes = [*parent.iterchildren(_NOTE), *(note for group in groups for note in group.iterchildren(_NOTE))]
    if not _AMONG_NOTES.issuperset(map(tei.local_name, children)):
        return False
    if not any(note.get(one) for note in notes for one in (tei.XML_ID, "target", "corresp")):
        return False
    following = (one for one in head.itersiblings("{*}*") if tei.local_name(one) not in _BEFORE_NOTES)
    first = next(following, None)
    if first is not None and first.tag != _NOTE:
        first = next(first.iterchildren(_NOTE), None)
    return first is not None and aside(first) == "note"


def _of_note(note: etree._Element) -> str:
    if note.get("type") == "transcription-error":
        return "correction"
    if _is_on_letter(note):
        return "on-letter"
    place = note.get("place")
    if place == "inline" and not any(tei.local_name(one) in tei.BLOCKS for one in note.iterdescendants()):
        return "remark"  # read where it stands, in the line of the source
    if _is_in_record(note):
        return "remark" if place is None else "note"
    if _is_of_whole(note):
        return "remark"
    if _is_among_utterances(note):
        return "note" if place is not None or _is_on_word(note) else "remark"
    if _OF_TABLE.fullmatch(note.get("n", "").strip()) and _is_in_table(note):
        return "table-note"
    if _is_in_entry(note):
        return f"app-note{_of_apparatus(note)}"
    return "-".join(("note", *_named_apparatus(note)))


def _is_on_letter(note: etree._Element) -> bool:
    """Whether somebody wrote it on a letter afterwards, and it is read where it stands."""
    return note.get("type") in _ON_LETTERS and _ELSEWHERE.isdisjoint(
        map(tei.local_name, note.iterancestors())
    )


def _is_of_whole(note: etree._Element) -> bool:
    """Whether it is said of a whole table or entry of a dictionary, since nothing in it calls the note."""
    parent = note.getparent()
    if parent is None or parent.tag not in _WHOLES or any(note.get(one) is not None for one in _CALLED):
        return False
    return parent.tag == _ENTRY or next(note.itersiblings(_ROW), None) is None


def _is_on_word(note: etree._Element) -> bool:
    """Whether it touches a word that somebody says, or stands within a phrase, and would be read so."""
    if next(note.iterancestors(_UTTERANCE), None) is None:
        return False
    before = note.getprevious()
    while before is not None and not before.tail and not isinstance(before.tag, str):
        before = before.getprevious()
    parent = note.getparent()
    text = (parent.text if parent is not None else None) if before is None else before.tail
    if text:
        on_word = unicodedata.category(text[-1])[0] in "LMN"
    else:
        on_word = before is not None and before.tag in _PHRASES
    return on_word or (parent is not None and parent.tag in _PHRASES)


def _is_among_utterances(element: etree._Element) -> bool:
    """Whether the element stands in what somebody says, or between what two say."""
    utterance = f"{{{tei.TEI}}}u"
    parent = element.getparent()
    between = parent is not None and next(parent.iterchildren(utterance), None) is not None
    return between or next(element.iterancestors(utterance), None) is not None


def _is_in_record(element: etree._Element) -> bool:
    """Whether the element is a part of what is said of a person or a place, a text, a passage or a figure."""
    parent = element.getparent()
    if parent is None:
        return False
    name = tei.local_name(parent)
    if name in _HELD:
        return next(parent.iterancestors(_HEADER), None) is None
    return name in _RECORDS or (name == "app" and _is_entry_of_notes(parent))


def _is_entry_of_notes(app: etree._Element) -> bool:
    above = app.getparent()
    listed = above is not None and tei.local_name(above) == "listApp"
    return listed and all(tei.local_name(one) not in ("lem", "rdg") for one in app)


def _is_in_table(note: etree._Element) -> bool:
    return note.get("place") != "inline" and next(note.iterancestors(f"{{{tei.TEI}}}table"), None) is not None


def _is_in_entry(note: etree._Element) -> bool:
    parent = note.getparent()
    return parent is not None and tei.local_name(parent) in ("app", "rdgGrp")


def _of_apparatus(part: etree._Element) -> str:
    """Which apparatus it belongs to, if not that at the foot: a list, one of a kind, what stands apart."""
    entry = next(part.iterancestors(f"{{{tei.TEI}}}app"), None)
    if entry is None:
        return ""
    above = {tei.local_name(one) for one in entry.iterancestors()}
    in_division = any(one.get("type", "").startswith("app") for one in entry.iterancestors(_DIVISION))
    if ("listApp" in above or in_division) and "standOff" not in above:
        note = next(entry.iterancestors(_NOTE), None)
        return "-listed" if note is None else f"-listed-{aside(note)}"
    apart = ("apart",) if entry.get("from") or entry.get("to") else ()
    return "".join(f"-{name}" for name in (*_named_apparatus(entry), *apart))


def _named_apparatus(element: etree._Element) -> tuple[str, ...]:
    """The kind of apparatus that an entry or a note says it belongs to, if it is one of its own."""
    kinds = set(re.split(r"[\s_-]+", element.get("type", "").lower()))
    return tuple(name for name, types in _APPARATUSES.items() if not types.isdisjoint(kinds))[:1]
