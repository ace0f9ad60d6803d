"""The index page of what is published together: each text with its author, kind, opening words and files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from rubricator import resources, tei
from rubricator.files import read_bytes
from rubricator.publication.format import Image
from rubricator.publication.grouping import grouped
from rubricator.publication.languages import from_right, shortest
from rubricator.publication.metadata import Metadata
from rubricator.publication.parts import wording
from rubricator.publication.streams import MAIN
from rubricator.publication.words import of_document
from rubricator.tei import Reading

NAME = "index.html"
OPENING = 40  # words of a text's beginning: enough to know it by
_GENRES = (
    (
        "letter",  # in a dictionary it is one of the alphabet
        "tei:teiHeader/tei:profileDesc/tei:correspDesc"
        " | tei:text[.//tei:div[@type='letter'][not(.//tei:entry or .//tei:entryFree)]]",
    ),
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
_FORMATS = (
    (".txt", "format-text"),
    (".epub", "format-epub"),
    (".pdf", "format-pdf"),
    (".xml", "format-tei"),
)
_BEFORE_CHRIST = re.compile(r"-\d{4}")
_APART = re.compile(r"(?<=[\w)\]”»’]) ([.,])(?= [^.,]|$)")
"""A stop that stands apart from its word, because what came between is passed over here."""
FEW = 6
"""Texts that are taken in at a glance; more of them are grouped by genre."""
MANY = 100
"""Texts of which covers can still be looked through; of more there are lists, each text in a line."""
_SIZES = (("short", 40), ("medium", 90), ("long", 180))
"""How large a title is set on its cover, by its length."""
_PAGES = "//tei:pb[@facs] | //tei:facsimile//tei:graphic[@url] | //tei:sourceDoc//tei:graphic[@url]"


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
    about: str = ""
    languages: str = ""
    """The codes of the languages that the header names, the text's own first."""
    called: str = ""
    """What the header calls them, each in a line."""
    picture: str = ""
    """What is added to the text's name for the image of its first page, where that is published."""

    @classmethod
    def of(cls, root: etree._Element, metadata: Metadata, words: int, picture: str = "") -> Card:
        """The card of the document under *root*."""
        languages = list(_languages(root, metadata.language))
        return cls(
            metadata.title,
            ", ".join(one.name for one in metadata.creators),
            metadata.created or metadata.date,
            metadata.language,
            _name_of(root, metadata.language),
            next((genre for genre, path in _GENRES if tei.elements(f"({path})[1]", root)), ""),
            _opening(root),
            words,
            _shortened(metadata.description),
            " ".join(languages),
            "\n".join(_name_of(root, one) for one in languages),
            picture,
        )


def _name_of(root: etree._Element, language: str) -> str:
    """What the header calls the language; its code, if it says no more."""
    for element in tei.elements("tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language", root):
        if shortest(element.get("ident") or "").split("-")[0] == shortest(language).split("-")[0]:
            name = " ".join(tei.content(element).split()).rstrip(".")
            if name and len(name) <= 40:
                return name
    return "" if language == "und" else language


def _languages(root: etree._Element, own: str) -> Iterator[str]:
    """The codes of a few languages of the text, each once."""
    named = tei.elements("tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language[@ident]", root)
    codes = map(shortest, (own, *(str(one.get("ident")) for one in named)))
    yield from list(dict.fromkeys(code.split("-")[0] for code in codes if code != "und"))[:4]


def first_page(root: etree._Element, images: Mapping[str, Image]) -> str:
    """The name of the image that shows the first page of the source, if one comes along."""
    known = {str(one.get(tei.XML_ID)): one for one in tei.elements("//tei:facsimile//*[@xml:id]", root)}
    for element in tei.elements(_PAGES, root):
        for address in (element.get("url") or element.get("facs") or "").split():
            meant = known.get(address.removeprefix("#"))
            graphics = [address] if meant is None else map(str, tei.select(".//@url", meant))
            for one in graphics:
                if one in images:
                    return images[one].name
    return ""


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")


def _opening(root: etree._Element) -> str:
    """The first words of the text itself, headings and the like passed over."""
    for element in tei.elements(f"({_BEGINNINGS})[position() < 50]", root):
        words = of_document(element, Reading.EDITED).running(MAIN).split()
        if len(words) > 5:
            return _shortened(_APART.sub(r"\1", " ".join(words)))
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
    count = f"{counted(len(cards), 'gallery-texts', say)} · {counted(total, 'gallery-words', say)}"
    _in(main, "p", count, **{"class": "count"})
    if len(cards) > MANY:
        _lists(main, cards, say, language)
    for genre, names in _groups(cards).items() if len(cards) <= MANY else ():
        holder = main
        if genre is not None:
            holder = _in(main, "section", **{"class": "group"})
            _in(holder, "h2", say.get(f"genres-{genre}") or say.get(f"genre-{genre}", say["gallery-other"]))
        texts = _in(holder, "ul", **{"class": "cards"})
        for name in names:
            _card(_in(texts, "li"), name, *cards[name], say, "h2" if genre is None else "h3")
    footer = _in(_in(body, "footer", **{"class": "bar"}), "p", f"{say['made-with']} ")
    _in(footer, "span", "Rubricator", **{"class": "rubric"})
    markup = etree.tostring(html, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    return markup.replace("RUBRICATOR-STYLE", f"{style}{css}", 1).encode() + b"\n"


def _groups(cards: Mapping[str, tuple[Card, Sequence[str]]]) -> dict[str | None, list[str]]:
    """The names of the texts by genre; all together where they are few, or so are those of a genre."""
    order = [genre for genre, _ in _GENRES]
    groups: dict[str | None, list[str]] = {}
    for name, (card, _) in cards.items():
        groups.setdefault(card.genre, []).append(name)
    if len(cards) <= FEW or len(groups) < 2 or 3 * len(groups) > len(cards):
        return {None: list(cards)}
    return {one: groups[one] for one in (*order, "") if one in groups}


def _year(date: str, say: Mapping[str, str]) -> str:
    if date.startswith("-"):
        return say["year-before-christ"].replace("AA", date[1:5].lstrip("0"))
    return date[:4]


def _card(
    item: etree._Element, name: str, card: Card, files: Sequence[str], say: Mapping[str, str], level: str
) -> None:
    """A text as its cover, and what there is to say of it below."""
    length = next((size for size, most in _SIZES if len(card.title) <= most), "longest")
    cover = _in(item, "div", **{"class": f"cover {length}"})
    if card.picture and f"{name}{card.picture}" in files:
        _in(cover, "img", src=quote(f"{name}{card.picture}"), alt="", loading="lazy", decoding="async")
    if card.authors:
        _in(cover, "p", card.authors, **{"class": "author", "dir": "auto"})
    heading = _in(cover, level, **_spoken(card.language) or {"dir": "auto"})
    _in(heading, "a", card.title, href=_address(name, files))
    if card.date:
        _in(cover, "p", _year(card.date, say), **{"class": "year"})
    facts = (say.get(f"genre-{card.genre}", ""), _spoken_in(card, say), _count(card, say))
    _in(item, "p", " · ".join(fact for fact in facts if fact), **{"class": "facts"})
    if card.about:
        _in(item, "p", card.about, dir="auto", **{"class": "about-text"})
    elif card.opening:
        _in(item, "p", card.opening, **{"class": "opening"}, **_spoken(card.language))
    others = [(ending, key) for ending, key in _FORMATS if f"{name}{ending}" in files]
    if others:
        links = _in(item, "ul", **{"class": "formats"})
        for ending, key in others:
            link = _in(_in(links, "li"), "a", say[key], href=quote(f"{name}{ending}"))
            link.set("aria-label", f"{say[key]}: {card.title}")


def _lists(
    main: etree._Element,
    cards: Mapping[str, tuple[Card, Sequence[str]]],
    say: Mapping[str, str],
    language: str,
) -> None:
    """Very many texts: the headings of their groups, then in each group a line for each.

    What is the same of all of them is not said; the other files of a text are offered on its page.
    """
    alone = {name: card for name, (card, _) in cards.items()}
    several = {
        what: len({getattr(card, what) for card in alone.values()}) > 1 for what in ("authors", "date")
    }
    groups = grouped(alone)
    headings = _in(_in(main, "nav", **{"class": "groups"}), "ul") if len(groups) > 1 else None
    for number, (group, names) in enumerate(groups.items(), 1):
        holder = main
        if headings is not None:
            called = _year(group, say) if _BEFORE_CHRIST.fullmatch(group) else group
            heading, place = called or say["gallery-other"], f"group-{number}"
            leading = _in(headings, "li")
            _in(leading, "a", heading, href=f"#{place}").tail = f" {_number(len(names))}"
            holder = _in(main, "section", id=place, **{"class": "group"})
            _in(holder, "h2", heading, dir="auto")
        lines = _in(holder, "ul", **{"class": "lines"})
        for name in names:
            card, files = cards[name]
            line = _in(lines, "li")
            spoken = {} if card.language == language else _spoken(card.language) or {"dir": "auto"}
            _in(line, "a", card.title, href=_address(name, files), **spoken).tail = " "
            if several["authors"] and card.authors and card.authors != group:
                _in(line, "span", card.authors, **{"class": "by", "dir": "auto"}).tail = " "
            year = _year(card.date, say)
            if several["date"] and year and group not in (year, card.date[:5]):
                _in(line, "span", year, **{"class": "year"})


def _address(name: str, files: Sequence[str]) -> str:
    """Where a text is read: in its page, or in the first of its files where it has none."""
    page = f"{name}.html"
    return quote(page if page in files or not files else files[0])


def _spoken_in(card: Card, say: Mapping[str, str]) -> str:
    """The languages in the reader's words, as the header calls them where we have none."""
    codes = card.languages.split() or [""]
    # Of one that the header does not name, its own name is the code.
    called = dict(zip(codes, card.called.splitlines(), strict=False)) | {codes[0]: card.language_name}
    return ", ".join(filter(None, (say.get(f"lang-{code}", called.get(code, code)) for code in codes)))


def _count(card: Card, say: Mapping[str, str]) -> str:
    return counted(card.words, "gallery-words", say) if card.words else ""


def counted(number: int, key: str, say: Mapping[str, str]) -> str:
    """So many, in the form that the language has for that number (as the CLDR tells plurals)."""
    forms = say[key].split("|")
    form = forms[min(_form(number, say["language"].partition("-")[0]), len(forms) - 1)]
    return (
        form.replace("NN", _number(number)) if "NN" in form or len(forms) > 1 else f"{_number(number)} {form}"
    )


def _form(number: int, language: str) -> int:
    ten, hundred = number % 10, number % 100
    if language == "ru":
        return 2 if ten in (0, 5, 6, 7, 8, 9) or 11 <= hundred <= 14 else int(ten > 1)
    if language == "ar":
        return number - 1 if number in (1, 2) else 2 if 3 <= hundred <= 10 else 3 if hundred > 10 else 4
    return int(number > 1) if language == "fr" else int(number != 1)


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
