"""What a header says several times over, each time in another language: readers have it in one of them.

The titles of a book stay, as other titles. Of what is said of it (who published it, what somebody did, what
one may do with it) that is kept which is in the language of the document, else what comes first.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from rubricator import tei
from rubricator.publication.header import spoken
from rubricator.publication.languages import well_formed

_TOLD = tuple(
    f"{{{tei.TEI}}}{name}"
    for name in (
        "author availability authority distributor edition editor extent"
        " funder licence measure meeting name orgName p"
        " principal pubPlace publisher resp sponsor title"
    ).split()
)
_HOLDING_PROSE = frozenset(
    "availability licence projectDesc samplingDecl refsDecl editorialDecl correction hyphenation"
    " interpretation normalization punctuation quotation segmentation stdVals".split()
)
"""Where paragraphs in several languages say one thing; elsewhere they may say several."""
_HEADER = f"{{{tei.TEI}}}teiHeader"
_NAMED_ELSEWHERE = frozenset(f"{{{tei.TEI}}}{name}" for name in ("sourceDesc", "abstract", "particDesc"))
_IS_TOLD = etree.XPath(
    "boolean(tei:teiHeader/*[not(self::tei:revisionDesc)]//@xml:lang)", namespaces={"tei": tei.TEI}
)
"""Most headers say of nothing what language it is in, and are not asked further."""
_KINDS = ("type", "level", "role", "unit", "n")
_PERSONS = frozenset(("author", "editor"))


def is_told_in_several(root: etree._Element) -> bool:
    """Does the header of the document under *root* say anything in more than one language?"""
    return next(_several(root), None) is not None


def tell_in_one(root: etree._Element) -> None:
    """Keep of what the header says in several languages what its readers are to have; the tree is changed."""
    preferred = spoken(root)
    for several in list(_several(root)):
        languages = [_language(one) for one in several]
        chosen = preferred if preferred in languages else languages[0]
        for one, language in zip(several, languages, strict=True):
            if language == chosen:
                continue
            if tei.local_name(one) == "title" and one.get("type") == "main":
                one.set("type", "parallel")
            else:
                _remove(one)


def _several(root: etree._Element) -> Iterator[list[etree._Element]]:
    """What is said of one thing in several languages: siblings of a kind, one for each language."""
    header = root.find(_HEADER)
    if header is None or not _IS_TOLD(root):
        return
    siblings: defaultdict[tuple[object, ...], list[etree._Element]] = defaultdict(list)
    for part in header.iterfind("*/*"):
        # Sources and works may well be called by names in two languages.
        for one in () if part.tag in _NAMED_ELSEWHERE else part.iter(*_TOLD):
            if one.get(tei.XML_LANG) and _says_the_same(one):
                siblings[(one.getparent(), one.tag, *map(one.get, _KINDS))].append(one)
    for several in siblings.values():
        languages = {_language(one) for one in several}
        if len(several) == len(languages) > 1 and _may_be_one(several):
            yield several


def _may_be_one(several: list[etree._Element]) -> bool:
    """Whoever is named in several languages is one if a reference says so, or the scripts differ."""
    if tei.local_name(several[0]) not in _PERSONS:
        return True
    references = [one.get("ref") or one.get("key") for one in several]
    if any(references):
        return len(set(references)) == 1
    scripts = {_script("".join(map(str, one.itertext()))) for one in several}
    return len(scripts) == len(several)


def _script(name: str) -> str:
    """The script of a name's first letter, as Unicode calls it."""
    return next((unicodedata.name(sign, "").partition(" ")[0] for sign in name if sign.isalpha()), "")


def _says_the_same(one: etree._Element) -> bool:
    """Can it be another version of what is said beside it?"""
    parent = one.getparent()
    if parent is None:
        return False
    within = tei.local_name(parent)
    match tei.local_name(one):
        case "p":
            return within in _HOLDING_PROSE
        case "title":
            return within == "titleStmt" and one.get("type") in {"main", "sub"}
        case "author" | "editor":
            return within == "titleStmt"
        case "name":
            return within == "setting"
        case "orgName":
            return within in {"publisher", "funder", "sponsor", "authority", "distributor", "principal"}
    return True


def _language(one: etree._Element) -> str:
    return well_formed(one.get(tei.XML_LANG)).partition("-")[0].lower()


def _remove(one: etree._Element) -> None:
    """Take it out of its tree, and leave what follows it."""
    parent, before = one.getparent(), one.getprevious()
    assert parent is not None
    if one.tail and before is not None:
        before.tail = (before.tail or "") + one.tail
    elif one.tail:
        parent.text = (parent.text or "") + one.tail
    parent.remove(one)
