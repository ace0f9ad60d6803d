"""The kinds of elements a plain text tells apart, judged by their names and classes, each once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lxml import etree

from rubricator.publication import formulae
from rubricator.publication.pieces import PARTED
from rubricator.publication.words import XHTML_BLOCKS

HEADING = "heading"
"""The kind of what has more room before it than other blocks, and of what never follows its like at once."""
_BLOCKS = XHTML_BLOCKS - {"td", "th"}
_CLOSE = {
    **dict.fromkeys(("li",), "item"),
    **dict.fromkeys(("dt", "dd"), "term"),
    **dict.fromkeys(("tr", "caption", "tbody"), "row"),
    **dict.fromkeys(
        ("addrLine", "street", "postCode", "postBox", "settlement", "region", "country"), "address"
    ),
    **{name: name for name in ("l", "line", "datum", "sense", "castItem")},
    **dict.fromkeys(("h1", "h2", "h3"), HEADING),
}
"""Elements and classes of blocks that follow one another without a blank line, by their kind."""
_LEADING = frozenset(("speaker", "speaker-line", "surface-label"))
"""Classes of blocks that what they are about follows at once."""
_UNSEEN = frozenset(("script", "style", "head", "details"))
"""What a page shows only to those who ask for it, or not at all."""
_FOR_EYES = frozenset(("facs", "aloud", "column-label", "zone-box", "zone-link", "hyphen", "eol-hyphen"))
"""The classes of what goes with images, columns and ends of lines, and says what is seen on a page."""
_PICTURES = frozenset(("img", "audio", "video"))
_QUOTED = frozenset(("q", "quote", "said", "soCalled"))
_MARKED = {"add": ("⸌", "⸍"), "del": ("⟦", "⟧"), "restored": ("⟦", "⟧[stet]")}
"""What hands did, and how it is shown; a deletion that was taken back is to stand, as correctors have it."""
_BRACKETED = re.compile(r"\s*[(\[{⟨〈（［【〔,;:.]")
"""A direction that begins with one of these needs no brackets: they are its own, or tie it to the speaker."""
_INDENTED = re.compile(r"r-indent(?:ed|-)?(\d?)")
"""A line that the encoder set in, and how far."""
_BASE = re.compile(r"(?:\d|(?<!\w)[^\W_])$")
"""What a raised number stands on: a number, or a letter by itself."""
_RAISED = re.compile(r"\d+(?:[+–−-]\d+)*")
_NUMBER = re.compile(r"(\s*\[)(?![rv]\])(\d[^\[\]\s]*|[ivxlcdm]+)(\]\s*)", re.IGNORECASE)
"""The number of a page or a passage that might be taken for that of a note; r and v are sides of a leaf."""
_FOLIO = re.compile(r"\d+[rv]", re.IGNORECASE)
DIRECTIONS = frozenset("stage sound tech caption view camera".split())
"""What is said of a performance, not in it."""
_LEFT_EMPTY = frozenset(("space", "vacat"))
"""The classes of room that a writer left: the words on either side are two."""

_WIDE = re.compile(r"width: ([\d.]+)em")
_OF_A_LETTER = 0.45
"""How wide the rules take one to be, in em."""

Told = dict[str, Any]
"""What an element's attributes say."""
_SILENT: Told = {}
SPEAKING = frozenset(("data-added", "data-aside", "data-apart", "role"))
"""The attributes that say more of an element in a plain text than its name and classes do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What an element is by its name and classes alone."""

    name: str
    classes: tuple[str, ...]
    unseen: bool
    block: bool
    picture: bool
    close: str
    """What it follows without a blank line."""
    leads: bool
    """Whether what comes next follows it at once."""
    hang: str
    """What its lines after the first begin with."""
    indent: str
    """What all its lines begin with."""
    continues: bool
    """Whether it is a part of a line that another began."""
    parted: bool
    left_empty: bool
    signed: bool
    """Whether signs may stand round it."""
    stanza: bool
    """Whether it is a group of lines, which stands apart from those before and after it."""
    numbering: bool
    """Whether it may say the number of a page or of a passage that begins."""
    formula: bool
    """Whether its layout says something that signs have to say in a line."""
    simple: bool
    """Whether it is only what it holds, as long as its attributes say no more."""


@lru_cache(maxsize=4096)
def _kind(tag: Any, given: str) -> Kind:
    name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
    classes = tuple(given.split())
    kind = Kind(
        name=name,
        classes=classes,
        unseen=name in _UNSEEN or given in _FOR_EYES,
        block=name in _BLOCKS,
        picture=name in _PICTURES,
        close=_CLOSE.get(name) or next((_CLOSE[one] for one in classes if one in _CLOSE), ""),
        leads=not _LEADING.isdisjoint(classes),
        hang="    " * bool({"l", "field"} & set(classes)),
        indent="    " * (name in ("blockquote", "dd", "table") or "lg" in classes or "subsense" in classes)
        + _set_in(classes),
        continues="part-M" in classes or "part-F" in classes,
        parted="parted" in classes,
        left_empty=not _LEFT_EMPTY.isdisjoint(classes),
        signed=(name == "code" and "named" in classes)
        or not DIRECTIONS.isdisjoint(classes)
        or classes[:1] in (("add",), ("del",)),
        stanza="lg" in classes,
        numbering=classes in (("pb",), ("cb",), ("milestone",)),
        formula=name in formulae.SET,
        simple=False,
    )
    special = (
        kind.unseen,
        kind.picture,
        kind.parted,
        kind.left_empty,
        kind.signed,
        kind.formula,
        kind.numbering,
    )
    named = (
        name in ("br", "pre", "hr", "tr", "sup")
        or "speaker-line" in classes
        or classes in (("joined",), ("eol",), ("ln",), ("added",))
    )
    return replace(kind, simple=not (named or kind.numbering or any(special)))


def _set_in(classes: tuple[str, ...]) -> str:
    """What a line of verse begins with, as far as the encoder set it in."""
    found = [match for one in classes if (match := _INDENTED.match(one))] if "l" in classes else []
    return "  " * min(int(found[0][1] or 1), 9) if found else ""


def judged(element: etree._Element) -> tuple[Kind, Told]:
    """What an element is, and what its attributes say."""
    given: Any = element.items()
    if not given:
        return _kind(element.tag, ""), _SILENT
    told: Told = dict(given)
    return _kind(element.tag, told.get("class", "")), told


def signs(element: etree._Element, kind: Kind, *, edits: bool, stages: bool) -> tuple[str, str]:
    """What stands round an element where style would tell it apart; round *edits*, *stages* if asked for."""
    name, classes = kind.name, kind.classes
    if name == "code" and "named" in classes:
        return "‹", "›"
    # In the edited reading, the deletions left are those that other witnesses have.
    if classes[0] in _MARKED and (edits or (classes[0] == "del" and "restored" not in classes)):
        # An edition of an inscription has signs of its own.
        marked = len(element) > 0 and not element.text and element[0].get("class") == "mark"
        done = "restored" if "restored" in classes else classes[0]
        return _MARKED[done] if name in ("ins", "del", "div") and not marked else ("", "")
    if stages and not DIRECTIONS.isdisjoint(classes) and _is_in_speech(element):
        # What is not spoken is told from what is, unless it has brackets or paragraphs of its own.
        said = "".join(map(str, element.itertext()))
        bare = (
            said.strip()
            and not _BRACKETED.match(said)
            and not any(judged(child)[0].block for child in element)
        )
        return ("(", ")") if bare else ("", "")
    return "", ""


def _is_in_speech(element: etree._Element) -> bool:
    return any("sp" in (above.get("class") or "").split() for above in element.iterancestors())


def width(told: Told) -> int:
    """How many letters would have stood in room that was left empty, as far as a page shows it."""
    wide = _WIDE.search(told.get("style", ""))
    return round(float(wide[1]) / _OF_A_LETTER) if wide else 1


def is_one_line(element: etree._Element, kind: Kind) -> bool:
    """Whether a label and what it says make one line, as on a page: in no more than one paragraph."""
    if kind.name == "li":
        return _is_entry(element)
    if kind.close != "datum":
        return False
    blocks = [one for child in element.iterdescendants("{*}*") if (one := judged(child)[0]).block]
    plain = all(one.name in ("div", "p") and (one.close != "datum" or "geo" in one.classes) for one in blocks)
    return bool(blocks) and plain and sum(one.name == "p" for one in blocks) < 2


def _is_entry(element: etree._Element) -> bool:
    """Whether the item is an entry of an apparatus with verses, few enough to be told in a line."""
    readings = element.iterchildren("{*}div")
    if not any((one.get("data-aside") or "").startswith("rdg") for one in readings):
        return False
    classes = [
        one.classes[:1] for child in element.iterdescendants("{*}*") if (one := judged(child)[0]).block
    ]
    return {*classes} <= {("rdg",), ("lg",), ("l",)} and classes.count(("l",)) < 5


def is_formework(kind: Kind, told: Told) -> bool:
    """Whether it is a running head or the like in the middle of the text; they are listed after it."""
    return told.get("data-aside") == "fw" and kind.name != "li"


def is_raised_number(element: etree._Element, kind: Kind, before: str) -> bool:
    """Whether it is a number that changes, set in a line, the number or letter *before* it: 7⁸."""
    raised = kind.name == "sup" and "hi" in kind.classes
    return bool(raised and _RAISED.fullmatch("".join(map(str, element.itertext()))) and _BASE.search(before))


def numbered(element: etree._Element, kind: Kind, told: Told, page: str) -> str:
    """What says the number of a page or a passage, so that nobody takes it for a note's: [p. 3], [§ 2].

    *page* is the reader's word for one.
    """
    said = "".join(map(str, element.itertext()))
    found = _NUMBER.fullmatch(said)
    if found is None:
        return said.replace("\xa0", PARTED)  # it says what it is: [col. 2]
    before, number, after = found.groups()
    of_page = "pb" in kind.classes or told.get("aria-label", "").lower().startswith("page ")
    if of_page and _FOLIO.fullmatch(number):
        return said
    return f"{before}{page if of_page else '§'}{PARTED}{number}{after}"


def is_quotation_mark(element: etree._Element) -> bool:
    """Whether it is a sign of a quotation that the rules set."""
    parent = element.getparent()
    classes = (parent.get("class") or "").split() if parent is not None else []
    return element.get("class") == "mark" and not _QUOTED.isdisjoint(classes)


def label(items: Kind, number: int | str, item: etree._Element) -> str:
    """What an *item* in a list of the kind *items* begins with: a bullet, its number, its name."""
    if isinstance(number, str):
        return f"[{number}] "
    if "enumerated" in items.classes:
        own = _own_number(item)
        return f"{own} " if own else ""
    if "counted" in items.classes:
        return f"{number}. "
    if items.name == "ol":
        starred = "*" * ("starred" in items.classes)
        return f"[{letters(number) if 'letters' in items.classes else f'{starred}{number}'}] "
    return "" if "plain" in items.classes else "- "


def _own_number(item: etree._Element) -> str:
    """The number that the document gives an item, before its words."""
    while not (item.text or "").strip() and len(item):
        first = item[0]
        if (first.get("class") or "").split()[:1] == ["n"]:
            return (first.text or "").strip()
        if not judged(first)[0].block:
            break
        item = first
    return ""


def letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found
