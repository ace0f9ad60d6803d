"""Gathering: what of the page goes into the book, and what becomes of it on the way."""

from __future__ import annotations

from copy import copy

from lxml import etree

from rubricator.publication.format import Context
from rubricator.publication.running import is_within_word, runs_on
from rubricator.publication.setting import CHROME, LISTS, Setting, directory
from rubricator.publication.xhtml import XHTML, found, is_true, removed, unwrapped
from rubricator.tei import Reading

IMAGES = "images"
"""The directory of a book's images."""
_LINK = f"{XHTML}a"
_BREAKS = frozenset(("pb", "cb", "gb"))
_PLAYED = frozenset((f"{XHTML}audio", f"{XHTML}video"))
_END_OF_LINE = f"{XHTML}br"
_LEFT_OUT = frozenset((f"{XHTML}rp", f"{XHTML}details"))
"""Books do without brackets: EPUB discourages rp, and every reader of books has an above. Nothing unfolds."""
_DIVISION = f"{XHTML}div"
_CHANGING = frozenset((_LINK, f"{XHTML}img", *_PLAYED, *_LEFT_OUT))
_ASKED = (*_CHANGING, _END_OF_LINE, _DIVISION)
_away = found(".//h:a[@href]")
_events = found(".//h:li[@data-event]")
_told = found(".//h:li[@data-when or @data-geo]")
_rooms = found(".//h:div[@data-drawing]")
_kinds = found("h:section")
_lists_things = is_true("h:ul/h:li")
_stanzas = found(
    ".//h:div[starts-with(concat(@class, ' '), 'lg ')]"
    "[preceding-sibling::*[1][starts-with(concat(@class, ' '), 'lg ')]][not(../text()[normalize-space()])]"
)


def in_sections(context: Context, made: Setting, reading: Reading) -> dict[str, list[etree._Element]]:
    """What goes on the pages of each kind, in the order in which they are read; ready to be changed."""
    main = made.main if made.passing else copy(made.main)
    article = next(main.iterchildren(f"{XHTML}article"))
    parts = {part.get("class", ""): part for part in main.iterchildren(f"{XHTML}section")}
    front, colophon = (
        copy(next(one for one in made.parts.iterchildren(name) if one.get("reading") == reading.value))
        for name in ("front", "colophon")
    )
    sections: dict[str, list[etree._Element]] = {
        "cover": [front[0]],
        "title": [front[1]],
        "text": [child for child in article if child.get("class") not in CHROME],
        **{kind: [parts[kind]] for kind in LISTS if kind in parts},
    }
    if "index" in parts and _as_index(parts["index"]):
        sections["index"] = [parts["index"]]
    if "about" in parts:
        for told in parts["about"].findall(f"{XHTML}section[@class='edition']"):
            parts["about"].remove(told)  # the colophon says it of the book in hand, which may be a second one
        colophon[0].insert(len(colophon[0]) - 1, parts["about"])
    sections["colophon"] = list(colophon)
    prefix = made.parts.get("prefix", "")
    for section in (part for kind in sections for part in sections[kind]):
        for end in _as_book(section, prefix, context):
            _as_line(end, reading)
    return sections


def _as_index(index: etree._Element) -> bool:
    """Leave out of the index what is there to be drawn; whether anything stays."""
    for element in (*_rooms(index), *_events(index)):
        removed(element)
    for item in _told(index):
        for name in ("data-when", "data-geo"):
            item.attrib.pop(name, "")
    for kind in _kinds(index):
        if not _lists_things(kind):
            removed(kind)
    return bool(_kinds(index))


def _as_book(section: etree._Element, prefix: str, context: Context) -> list[etree._Element]:
    """Make of what is followed, unfolded and scrolled on a screen what a book has.

    Returned are the ends of lines, which go by the reading.
    """
    changing, ends = [], []
    has_stanzas = False
    for element in section.iter(*_ASKED):
        tag = element.tag
        if tag in _CHANGING:
            changing.append(element)
        elif tag == _END_OF_LINE:
            ends.append(element)
        elif not has_stanzas:
            has_stanzas = (element.get("class") or "").startswith("lg")
    here = f"{directory(context)}/"
    for element in changing:
        _changed(element, prefix, here)
    # Where a reader shows no style, stanzas stand apart all the same; with style the break is not seen.
    for stanza in _stanzas(section) if has_stanzas else ():
        stanza.addprevious(etree.Element(f"{XHTML}br", {"class": "stanza", "data-added": ""}))
    if context.links:
        addresses = {address: target for target, address in context.links.items()}
        for link in _away(section):
            if link.get("href", "") in addresses:
                _as_reference(link, addresses[link.get("href", "")])
    return ends


def _changed(element: etree._Element, prefix: str, here: str) -> None:
    """A link, or what is shown and played, as a book has it."""
    tag = element.tag
    if tag == _LINK:
        kind = element.get("class")
        if kind in _BREAKS and element.get("data-added") is not None:
            _as_break(element, prefix)
        elif kind == "ln":
            _as_phrase(element, ("class", "data-added"))
        elif kind == "milestone" and element.get("href") == f"#{element.get('id')}":
            _as_phrase(element, ("class", "data-added", "id"))
    elif tag in _LEFT_OUT:
        removed(element)
    else:
        element.attrib.pop("loading", "")
        source = element.get("src", "")
        if source.startswith(here):
            element.set("src", f"{IMAGES}/{source.removeprefix(here)}")
        if tag in _PLAYED:
            # A book links to none but its pages: who cannot play a recording reads its name.
            for link in element.findall(_LINK):
                unwrapped(link)


def _as_line(end: etree._Element, reading: Reading) -> None:
    """The end of a line of the source: gone where the text runs on, else with the hyphen before it."""
    kind = (end.get("class") or "").split()
    if kind[:1] != ["lb"]:
        return
    if reading is Reading.EDITED and runs_on(end):
        if is_within_word(end):
            removed(end)
        else:
            end.tag = f"{XHTML}span"
            end.set("data-apart", "")
        return
    before = end.getprevious()
    if before is not None and before.get("class") in ("joined", "eol"):
        unwrapped(before)


def _as_break(broken: etree._Element, prefix: str) -> None:
    """Where a page begins: a place, not a link to be copied."""
    kind = broken.get("class", "")
    own = broken.get("id", "")
    kept = ["class", "data-added"]
    if not own.startswith(f"{prefix}{kind}-"):
        kept.append("id")
    if kind == "pb":
        broken.set("role", "doc-pagebreak")
        kept += ["role", "aria-label"]
    _as_phrase(broken, kept)


def _as_phrase(link: etree._Element, kept: list[str] | tuple[str, ...]) -> None:
    link.tag = f"{XHTML}span"
    for name in set(link.keys()).difference(kept):
        del link.attrib[name]


def _as_reference(link: etree._Element, target: str) -> None:
    """What leads to another page on the web: the book is alone."""
    if link.get("data-added") is not None and link.text == link.get("href"):
        link.text = f"[{target}]"
    _as_phrase(link, [name for name in map(str, link.keys()) if name not in ("href", "title")])
