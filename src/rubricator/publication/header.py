"""The facts that a TEI header states of its document, as a publication needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from rubricator.publication.citation import cite, text_of
from rubricator.publication.languages import agreeing, labels_for, shortest, well_formed
from rubricator.publication.names import NAMES, Contributor, body_of, named, names_in, once, relator_of
from rubricator.tei import XML_LANG, elements, local_name

UNDETERMINED = "und"
"""The language of a text of which nobody says what language it is in (ISO 639-2)."""

_ABSOLUTE = re.compile(r"[A-Za-z][\w+.-]*:")
_SUBJECT = re.compile(r"(?!(?:true|false|none|unknown|yes|no)$).*[^\W\d_]", re.IGNORECASE)
"""What is no subject has no letters, or is the answer to a question."""
_UNITS = {"vol": "volume", "no": "issue", "number": "issue", "pages": "page", "pp": "page", "p": "page"}
_BELOW = frozenset(("sub", "subordinate"))
_BESIDES = frozenset(
    "alt alternative parallel translated short abbr abbreviated".split()
    + "translit transliterated transliteration".split()
)
_FILE = "tei:teiHeader/tei:fileDesc"
_TITLES = f"{_FILE}/tei:titleStmt"
PUBLICATION = f"{_FILE}/tei:publicationStmt"
_SOURCE = f"{_FILE}/tei:sourceDesc"
_REFERENCE = "self::tei:bibl or self::tei:biblStruct or self::tei:biblFull"
PROFILE = "tei:teiHeader/tei:profileDesc"


@dataclass(frozen=True)
class Journal:
    """The journal of an article, and where the article stands in it."""

    title: str
    volume: str = ""
    issue: str = ""
    pages: str = ""

    def __str__(self) -> str:
        return self.title


def titles(root: etree._Element) -> tuple[str, ...]:
    """The main title, then what stands under it; the titles of a series are no titles of the book."""
    own = _own_titles(root)
    main = _main_titles(own)
    below = [title for title in own if title.get("type") in _BELOW or title in main[1:]]
    return _unique(text_of(one) for one in (*main[:1], *below) if not _is_beside(one, main[0]))


def other_titles(root: etree._Element) -> tuple[str, ...]:
    """By what else the book is known: its title in another language, or another title."""
    own = _own_titles(root)
    main = _main_titles(own)
    return _unique(text_of(one) for one in own if _is_beside(one, main[0]))


def _own_titles(root: etree._Element) -> list[etree._Element]:
    every = elements(f"{_TITLES}//tei:title[not(tei:title)]", root)
    return [title for title in every if title.get("level") not in {"s", "j"}]


def _main_titles(own: list[etree._Element]) -> list[etree._Element]:
    """Which of the titles may be the main one, the best first."""
    choices = (
        [title for title in own if title.get("type") == "main"],
        [title for title in own if title.get("level") and not title.get("type")],
        [title for title in own if title.get("type") not in _BELOW | _BESIDES],
        own,
    )
    return next(filter(None, choices), [])


def _is_beside(title: etree._Element, main: etree._Element) -> bool:
    """Is it the same book's title in another language, or another title?"""
    languages = {title.get(XML_LANG), main.get(XML_LANG)}
    translated = title.get("type") not in _BELOW and len(languages) == 2 and None not in languages
    return title is not main and (title.get("type") in _BESIDES or translated)


def creators(root: etree._Element) -> tuple[Contributor, ...]:
    """The authors: those of the publication, else of its source."""
    # Who wrote what a manuscript holds, or what is cited in describing it, is no author of this.
    own = (f"{_SOURCE}/{at}*[{_REFERENCE}]" for at in ("", "tei:listBibl/", "tei:p/", "tei:ab/"))
    others = f"({' | '.join(own)})//tei:author[not(ancestor::tei:relatedItem)]"
    for path in (f"{_TITLES}/tei:author", f"{others}[parent::tei:analytic]", others):
        authors = (names_in(one, "aut")[:1] for one in elements(path, root))  # others are forms of the first
        found = once(name for names in authors for name in names)
        if found:
            return found
    return ()


def contributors(root: etree._Element) -> tuple[Contributor, ...]:
    """Editors, transcribers, encoders and others; programs are not among them."""
    found: list[Contributor] = []
    for editor in elements(f"{_TITLES}/tei:editor", root):
        role = editor.get("role") or ""
        relator = relator_of(role, otherwise="edt")
        found.extend(names_in(editor, relator, role))
    for statement in elements(f"{_TITLES}/tei:respStmt | {_FILE}/tei:editionStmt/tei:respStmt", root):
        role = "; ".join(_texts(statement, "tei:resp"))
        for part in statement:
            if local_name(part) in NAMES and part.get("type") not in {"application", "software"}:
                found.append(named(part, relator_of(role), role, part.get("ref") or ""))
    return once(found)


def publisher(root: etree._Element) -> str:
    """Who publishes the document."""
    names = ("publisher", "authority", "distributor")
    bodies = (body for name in names for body in elements(f"{PUBLICATION}//tei:{name}", root))
    found = (body_of(one).rstrip(" ,:;") for one in bodies)
    return next(filter(None, found), "")  # catalogues leave their punctuation behind


def place(root: etree._Element) -> str:
    """Where the document was published."""
    return next(_texts(root, f"{PUBLICATION}//tei:pubPlace"), "").rstrip(" ,:;")


def edition(root: etree._Element) -> str:
    """Which edition of the document this is, in its own words."""
    named = _texts(root, f"{_FILE}/tei:editionStmt/tei:edition")
    # A whole paragraph is nothing to cite by.
    said = (words for words in _texts(root, f"{_FILE}/tei:editionStmt/tei:p") if len(words) <= 80)
    return next(chain(named, said), "").rstrip(" .,:;")


def licence(root: etree._Element) -> str:
    """The address of the licence, or nothing; what lies beside the document is not where its books go."""
    at = f"{PUBLICATION}//tei:availability//"
    named = elements(
        f"{at}tei:licence[@target] | {at}tei:ref[contains(@target, 'creativecommons.org')]", root
    )
    addresses = (address for one in named for address in str(one.get("target")).split())
    return next((address for address in addresses if _ABSOLUTE.match(address)), "")


def rights(root: etree._Element) -> str:
    """What the header says may be done with the document."""
    return next(_texts(root, f"{PUBLICATION}//tei:availability"), "")


def subjects(root: etree._Element) -> tuple[str, ...]:
    """The keywords of the text's classification."""
    at = f"{PROFILE}/tei:textClass/tei:keywords//"
    found = _texts(root, f"{at}tei:term | {at}tei:item[not(tei:term)]")
    return _unique(one for one in found if _SUBJECT.match(one))


def series(root: etree._Element) -> tuple[str, str]:
    """The series the document belongs to, and its number there."""
    names = (f"{_FILE}/tei:seriesStmt/tei:title", f"{_TITLES}/tei:title[@level='s']")
    name = next((text for path in names for text in _texts(root, path)), "")
    return name, next(_texts(root, f"{_FILE}/tei:seriesStmt/tei:biblScope"), "")


def journal(root: etree._Element) -> Journal | None:
    """The journal that the document itself is an article of, not the one that its source is from."""
    series, where = f"{_FILE}/tei:seriesStmt", PUBLICATION
    title = next(_texts(root, f"{series}/tei:title[@level='j']"), "")
    if not title and _is_its_own_source(root):
        series = where = f"{_SOURCE}/tei:biblStruct/tei:monogr"
        title = next(_texts(root, f"{series}/tei:title[@level='j']"), "")
    scopes: dict[str, str] = {}
    for scope in elements(f"{series}//tei:biblScope | {where}//tei:biblScope", root):
        unit = scope.get("unit") or ""
        limits = dict.fromkeys(filter(None, (scope.get("from"), scope.get("to"))))
        scopes.setdefault(_UNITS.get(unit, unit), text_of(scope) or "–".join(limits))
    if not title or not any(scopes.values()):
        return None
    return Journal(title, *(scopes.get(unit, "") for unit in ("volume", "issue", "page")))


def _is_its_own_source(root: etree._Element) -> bool:
    """Is it the article that its source describes, as it came out: one work, of that title, in that year?"""
    works = list(elements(f"{_SOURCE}/*[{_REFERENCE}]", root))
    if len(works) != 1:
        return False
    called = set(_texts(works[0], "tei:analytic/tei:title"))
    years = [
        {
            (one.get("when") or text_of(one))[:4]
            for one in elements(path, root)
            if one.get("when") or text_of(one)
        }
        for path in (f"{PUBLICATION}//tei:date", f"{_SOURCE}/tei:biblStruct/tei:monogr//tei:date")
    ]
    return bool(years[0] & years[1]) and (not called or bool(called & set(titles(root))))


def description(root: etree._Element) -> str:
    """The abstract."""
    return next(_texts(root, f"{PROFILE}/tei:abstract"), "")


def sources(root: etree._Element) -> tuple[str, ...]:
    """What was transcribed, as bibliographic references."""
    kinds = ("bibl", "biblStruct", "biblFull")
    paths = [f"{_SOURCE}/{at}tei:{kind}" for at in ("", "tei:listBibl/") for kind in kinds]
    prose = f"{_SOURCE}[not({' | '.join(f'tei:{kind}' for kind in (*kinds, 'listBibl'))})]/tei:p"
    return _unique(map(cite, elements(" | ".join([*paths, prose]), root)))


def language(root: etree._Element) -> str:
    """The main language of the text (BCP 47)."""
    usage = f"{PROFILE}/tei:langUsage/tei:language"
    texts = list(elements("tei:text | tei:TEI/tei:text", root))
    # Where there is nothing but a description, its language counts, not that of what it describes.
    bare = not any(word.strip() for text in texts for word in map(str, text.itertext()))
    described = elements(f"{_SOURCE}//tei:msDesc", root) if bare else ()
    tags = [
        *(text.get(XML_LANG) for text in texts),
        root.get(XML_LANG),
        *(one.get(XML_LANG) for one in described),
    ]
    used = [tag for tag in (well_formed(one.get("ident")) for one in elements(usage, root)) if tag]
    said = next(filter(None, map(well_formed, tags)), "")
    return (
        shortest(said or agreeing(used, (str(part) for text in texts for part in text.itertext())))
        or UNDETERMINED
    )


def spoken(root: etree._Element) -> str:
    """The language of the labels for whom a document and its header speak to, or nothing.

    What is said of the whole comes first: a German text in an English edition is introduced in English.
    """
    texts = {text.get(XML_LANG) for text in elements("tei:text | tei:TEI/tei:text", root)}
    used = {one.get("ident") for one in elements(f"{PROFILE}/tei:langUsage/tei:language", root)}
    described = {
        one.get(XML_LANG) for one in elements(f"{_SOURCE}//tei:msDesc[not(ancestor::tei:msDesc)]", root)
    }
    said = [{root.get(XML_LANG)}, texts, described, used]
    tags = [shortest(well_formed(one.pop())) for one in said if len(one) == 1]
    return next((labels_for(tag) for tag in tags if tag), "")


def _texts(root: etree._Element, path: str) -> Iterator[str]:
    return filter(None, map(text_of, elements(path, root)))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
