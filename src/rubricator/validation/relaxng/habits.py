"""What editors write out of habit: names from HTML and from TEI P4, letters that only look Latin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

HTML: dict[str, tuple[str, str]] = {
    # tag: the element meant, and how it is written
    "b": ("hi", '<hi rend="bold">'), "strong": ("hi", '<hi rend="bold">, or <emph> where it is emphasis'),
    "i": ("hi", '<hi rend="italic">'), "em": ("emph", "<emph>"), "u": ("hi", '<hi rend="underline">'),
    "sup": ("hi", '<hi rend="superscript">'), "sub": ("hi", '<hi rend="subscript">'), "small": ("hi",
    '<hi rend="smaller">'), "font": ("hi", "<hi> with @rend"), "tt": ("code", "<code>"), "strike": ("del",
    "<del>"), "s": ("del", "<del>"), "ins": ("add", "<add>"), "span": ("seg", "<seg>"), "a": ("ref",
    '<ref target="…">'), "br": ("lb", "<lb/>"), "hr": ("milestone", '<milestone unit="…"/>'), "img":
    ("graphic", '<figure> with <graphic url="…"/>'), "ul": ("list", "<list>"), "ol": ("list", "<list>"),
    "li": ("item", "<item>"), "dl": ("list", '<list type="gloss">'), "dt": ("label", "<label>"), "dd":
    ("item", "<item>"), "tr": ("row", "<row>"), "td": ("cell", "<cell>"), "th": ("cell",
    '<cell role="label">'), "caption": ("head", "<head>"), "blockquote": ("quote", "<quote>"), "cite":
    ("title", "<title>"), "section": ("div", "<div>"), "article": ("div", "<div>"), "header": ("head",
    "<head>"), "footer": ("trailer", "<trailer>"), "center": ("hi", '<hi rend="center">'), "pre": ("ab",
    "<ab>"), "acronym": ("abbr", "<abbr>"),
    **{f"h{level}": ("head", "<head>") for level in range(1, 7)},
}  # fmt: skip

P4: dict[str, tuple[str, str]] = {
    "TEI.2": ("TEI", "<TEI>"), "teiCorpus.2": ("teiCorpus", "<teiCorpus>"), "div0": ("div", "<div>"),
    "xref": ("ref", "<ref>"), "xptr": ("ptr", "<ptr>"), "dateRange": ("date", "<date> with @from and @to"),
    "dateStruct": ("date", "<date> with @when"), "timeRange": ("time", "<time> with @from and @to"),
    "timeStruct": ("time", "<time> with @when"), "handList": ("handNotes", "<handNotes>"), "hand":
    ("handNote", "<handNote>"), "witList": ("listWit", "<listWit>"), "addrPart": ("addrLine", "<addrLine>"),
    "occurence": ("event", "<event>"), "figText": ("figDesc", "<figDesc>"), "persEvent": ("event",
    "<event>")
}  # fmt: skip

WORDS: dict[str, str] = {
    # what English calls it: what TEI calls it
    "paragraph": "p", "para": "p", "notes": "div", "footnotes": "div",
    "endnotes": "div", "footnote": "note", "endnote": "note", "fn": "note", "chapter": "div",
    "part": "div", "subsection": "div", "heading": "head", "bold": "hi", "italic": "hi", "italics": "hi",
    "underline": "hi", "quotation": "quote", "reading": "rdg", "lemma": "lem", "variant": "rdg",
    "apparatus": "app", "line": "l", "verse": "l", "stanza": "lg", "page": "pb", "pagebreak": "pb",
    "linebreak": "lb", "person": "persName", "place": "placeName", "organization": "orgName",
    "organisation": "orgName", "abbreviation": "abbr", "expansion": "expan", "correction": "corr", "error":
    "sic", "addition": "add", "deletion": "del", "speech": "sp", "image": "graphic", "picture": "figure",
    "link": "ref", "header": "teiHeader", "license": "licence", "bibliography": "listBibl", "translation":
    "div", "edition": "div", "signature": "signed",
}  # fmt: skip

PARTNERS = {
    "sic": "corr", "corr": "sic", "abbr": "expan", "expan": "abbr", "orig": "reg", "reg": "orig", "label":
    "item", "head": "p", "speaker": "p", "lem": "rdg", "quote": "bibl", "del": "add", "add": "del",
}  # fmt: skip
"""What mostly goes with an element where something more is needed."""

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    # what is written: what is meant, the likeliest first
    "id": ("xml:id",), "lang": ("xml:lang",), "space": ("xml:space",), "base": ("xml:base",), "class":
    ("rend", "rendition", "type"), "href": ("target", "ref", "url"), "src": ("url", "facs"), "key":
    ("ref",), "value": ("when",), "date": ("when",), "respons": ("resp",), "certainty": ("cert",),
    "wit.type": ("type",), "title": ("n",), "url": ("target", "facs"), "target": ("ref", "url"), "ref":
    ("target",), "style": ("rend",), "rend": ("rendition",), "colspan": ("cols",), "rowspan": ("rows",),
    "name": ("n", "ref"), "reg": ("ref",), "TEIform": (), "iso": ("when",), "calendar": ("datingMethod",),
    "rendition": ("rend",), "corr": (), "sic": (), "expan": (), "abbr": (), "orig": (),
}  # fmt: skip

INSTEAD = {("lg", "p"): "l", ("lg", "ab"): "l"}
"""What is meant where an element holds one that it cannot: lines are not paragraphs."""

ONCE = frozenset("head opener dateline salute byline closer signed trailer speaker".split())
"""What begins or ends what holds it: what follows is seldom a second one."""

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XINCLUDE = "http://www.w3.org/2001/XInclude"

_ALIKE = str.maketrans(
    # Cyrillic, then Greek
    "аАвВеЕіІјЈкКмМнНоОрРсСтТуУхХѕЅԁһԛԝαΑβΒεΕηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧζΖ",
    "aAbBeEiIjJkKmMhHoOpPcCtTyYxXsSdhqwaAbBeEnHiIkKuMvNoOpPtTuYxXzZ",
)


def latin(name: str) -> str:
    """*name* with the letters that only look Latin replaced, and without those that cannot be seen."""
    folded = unicodedata.normalize("NFKC", name).translate(_ALIKE)
    return "".join(character for character in folded if unicodedata.category(character) != "Cf")


def strangers(name: str) -> list[str]:
    """The letters of *name* that are not Latin, each with the script it is of."""
    found = dict.fromkeys(character for character in name if not character.isascii())
    return [f"“{character}” ({_script(character)})" for character in found]


def _script(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").split(" ")[0].capitalize()


def distance(one: str, other: str, limit: int) -> int:
    """How many letters must be changed, put in, left out or exchanged; *limit* + 1 if more than that."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(written: str, permitted: Iterable[str], likely: Iterable[str] = ()) -> str | None:
    """The name of *permitted* that *written* was probably meant to be; *likely* ones are preferred."""
    return _nearest(written, tuple(dict.fromkeys([*likely, *permitted])))


@lru_cache(maxsize=1024)  # who makes a mistake makes it again
def _nearest(written: str, chosen: tuple[str, ...]) -> str | None:
    if written in chosen:
        return written
    plain = latin(written)
    folded = plain.casefold().replace("-", "").replace("_", "")
    for name in chosen:
        if name.casefold() == folded or name == plain:
            return name
    limit = 1 if len(plain) < 5 else 2 if len(plain) < 9 else 3
    if len(plain) < 3:
        return next((name for name in chosen if plain == name * 2), None)  # pp
    best, score = None, limit + 1
    for name in chosen:
        if len(name) > 2 or (len(name) == 2 and plain.casefold().startswith(name.casefold())):
            found = distance(plain.casefold(), name.casefold(), limit)
            if found < score:
                best, score = name, found
    return best
