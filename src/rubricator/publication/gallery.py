"""The index page of what is published together: each text with its author, kind, opening words and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from rubricator import resources, tei
from rubricator.files import read_bytes
from rubricator.publication.languages import from_right, shortest
from rubricator.publication.metadata import Metadata
from rubricator.publication.parts import wording
from rubricator.publication.words import MAIN, of_document
from rubricator.tei import Reading

NAME = "index.html"
OPENING = 40  # words of a text's beginning: enough to know it by
_GENRES = (
    ("letter", "tei:teiHeader/tei:profileDesc/tei:correspDesc | tei:text[.//tei:div[@type='letter']]"),
    ("drama", ".//tei:body[count(.//tei:sp) > count(.//tei:p[not(ancestor::tei:sp)]) div 2][.//tei:sp]"),
    ("dictionary", ".//tei:body//tei:entry | .//tei:body//tei:entryFree"),
    ("speech", ".//tei:body//tei:u"),
    ("critical", ".//tei:body[count(.//tei:app[tei:rdg]) > 2]"),
    ("inscription", ".//tei:body//tei:div[@type='edition'][.//tei:lb]"),
    ("transcription", "tei:sourceDoc"),
    ("manuscript", "tei:teiHeader[not(../tei:text)]/tei:fileDesc/tei:sourceDesc//tei:msDesc"),
    ("lists", "tei:standOff[not(../tei:text)]"),
    ("corpus", "self::tei:teiCorpus"),
    ("verse", ".//tei:body[count(.//tei:l) > count(.//tei:p)]"),
    ("prose", ".//tei:body//tei:p"),
)
"""The kinds of text, each with what tells it; the first that is found counts."""
_BEGINNINGS = (
    ".//tei:body//tei:p | .//tei:body//tei:l | .//tei:body//tei:ab | .//tei:body//tei:u | .//tei:line"
)
_FORMATS = ((".txt", "format-text"), (".epub", "format-epub"))


@dataclass(frozen=True)
class Card:
    """What the index says of one text."""

    title: str
    authors: str = ""
    date: str = ""
    language: str = "und"
    language_name: str = ""
    genre: str = ""
    opening: str = ""
    words: int = 0

    @classmethod
    def of(cls, root: etree._Element, metadata: Metadata, words: int) -> Card:
        """The card of the document under *root*."""
        return cls(
            metadata.title,
            ", ".join(one.name for one in metadata.creators),
            metadata.created or metadata.date,
            metadata.language,
            _name_of(root, metadata.language),
            next((genre for genre, path in _GENRES if tei.elements(f"({path})[1]", root)), ""),
            _opening(root),
            words,
        )


def _name_of(root: etree._Element, language: str) -> str:
    """What the header calls the language; its code, if it says no more."""
    for element in tei.elements("tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language", root):
        if (element.get("ident") or "").split("-")[0] in (language.split("-")[0], language):
            name = " ".join(tei.content(element).split()).rstrip(".")
            if name and len(name) <= 40:
                return name
    return "" if language == "und" else language


def _opening(root: etree._Element) -> str:
    """The first words of the text itself, headings and the like passed over."""
    for element in tei.elements(f"({_BEGINNINGS})[position() < 50]", root):
        words = of_document(element, Reading.EDITED).running(MAIN).split()
        if len(words) > 5:
            return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")
    return ""


def page(
    cards: Mapping[str, tuple[Card, Sequence[str]]],
    title: str,
    language: str,
    replaced: Mapping[str, str] | None = None,
    css: str = "",
) -> bytes:
    """The index of *cards*, by the path of each text without its ending, each with its files' names."""
    words = wording(language, tuple(sorted((replaced or {}).items())))
    say = {str(entry.get("key")): entry.text or "" for entry in words.root.iter("w")}
    heading = title or say["gallery"]
    html = _html(say["language"])
    head = _in(html, "head")
    _in(head, "meta", charset="utf-8")
    _in(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _in(head, "title", heading)
    _in(head, "meta", name="color-scheme", content="light dark")
    place = resources.directory("xslt") / "html"
    style = "".join(read_bytes(place / name).decode() for name in ("page.css", "gallery.css"))
    _in(head, "style", "RUBRICATOR-STYLE")
    body = _in(html, "body")
    main = _in(body, "main", id="texts")
    _in(main, "h1", heading)
    total = sum(card.words for card, _ in cards.values())
    count = f"{_number(len(cards))} {say['gallery-texts']} · {_number(total)} {say['gallery-words']}"
    _in(main, "p", count, **{"class": "count"})
    texts = _in(main, "ul", **{"class": "cards"})
    for name, (card, files) in cards.items():
        _card(_in(texts, "li"), name, card, files, say)
    footer = _in(_in(body, "footer", **{"class": "bar"}), "p", f"{say['made-with']} ")
    _in(footer, "span", "Rubricator", **{"class": "rubric"})
    markup = etree.tostring(html, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    return markup.replace("RUBRICATOR-STYLE", f"{style}{css}", 1).encode() + b"\n"


def _card(item: etree._Element, name: str, card: Card, files: Sequence[str], say: Mapping[str, str]) -> None:
    if card.authors:
        _in(item, "p", card.authors, **{"class": "author", "dir": "auto"})
    _in(_in(item, "h2", dir="auto"), "a", card.title, href=quote(f"{name}.html"))
    facts = (
        say.get(f"genre-{card.genre}", ""),
        card.language_name,
        card.date[:4].strip("-"),
        _count(card, say),
    )
    _in(item, "p", " · ".join(fact for fact in facts if fact), **{"class": "facts"})
    if card.opening:
        _in(item, "p", card.opening, **{"class": "opening"}, **_spoken(card.language))
    others = [(ending, key) for ending, key in _FORMATS if f"{name}{ending}" in files]
    if others:
        links = _in(item, "ul", **{"class": "formats"})
        for ending, key in others:
            link = _in(_in(links, "li"), "a", say[key], href=quote(f"{name}{ending}"))
            link.set("aria-label", f"{say[key]}: {card.title}")


def _count(card: Card, say: Mapping[str, str]) -> str:
    return f"{_number(card.words)} {say['gallery-words']}" if card.words else ""


def _spoken(language: str) -> dict[str, str]:
    if language == "und":
        return {}
    return {"lang": shortest(language), "dir": "rtl" if from_right(language) else "ltr"}


def _number(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _html(language: str) -> etree._Element:
    return etree.Element("html", lang=language, dir=_spoken(language).get("dir", "ltr"))


def _in(parent: etree._Element, tag: str, text: str = "", /, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, tag, attributes)
    made.text = text or None
    return made
