"""Words that stand for markup, and markup that holds no words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rubricator import tei
from rubricator.annotation import Span
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.findings import Finding, Severity
from rubricator.validation.places import Places
from rubricator.validation.rules import Rule

SIGLA = Rule(
    "text.sigla",
    Severity.WARNING,
    "Brackets and words like [sic] or [illegible] are an editor's, and stand among the writer's own "
    "as if they were "
    "his. TEI has elements for what they say, and programs can show or leave out these.",
    wrong="<p>the goverment [sic] fell</p>",
    right="<p>the <choice><sic>goverment</sic><corr>government</corr></choice> fell</p>",
)
PAGE = Rule(
    "text.page-number",
    Severity.WARNING,
    "A number alone in a paragraph is mostly the number of a page, which cuts the text in two. A "
    "page begins with pb.",
    wrong="<p>… in the</p><p>12</p><p>morning …</p>",
    right='<p>… in the <pb n="12"/> morning …</p>',
)
ASTERISKS = Rule(
    "text.asterisks",
    Severity.NOTE,
    "Asterisks alone in a paragraph divide the text, as a printer shows it. The division is a "
    "milestone, or a div that "
    "begins after it.",
    wrong="<p>* * *</p>",
    right='<milestone unit="section" rend="asterisks"/>',
)
EMPTY = Rule(
    "elements.empty",
    Severity.WARNING,
    "The element says that something is a name, a heading, a paragraph, and there is nothing in it: "
    "a trace of "
    "editing, or something was lost.",
    wrong="<p/>",
    right="<p>The words of the paragraph.</p>",
)
RULES = (SIGLA, PAGE, ASTERISKS, EMPTY)

_SIGLA = (
    (
        r"\[\s*(?:sic|recte)\b[^\]\n]{0,40}\]",
        "Mark the word before it with sic, and what is meant with corr.",
    ),
    (r"\[\s*\?+\s*\]", "Mark the words before it with unclear."),
    (
        r"\[\s*(?:illegible|unleserlich|illisible|unreadable|lacuna|torn|(?:page|words?) missing|-{2,}|± ?\d)"
        r"[^\]\n]{0,30}\]",
        "Write a gap with its reason.",
    ),
    (r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]", "Write a gap with its reason."),
    (r"\[\s*(?:p|pp|page|pg|S|fol|f)\.?\s*\d{1,4}[rv]?\s*\]", "Write a pb with its number."),
    (r"(?<![<\w])<\s*(?:…|\.\.\.|[^\W\d_][\w ]{0,30}\??)\s*>(?!>)", "Write supplied, or a gap."),
    (r"(?<![\w_])_[^\W_](?:[^_\n]{0,80}[^\s_])?_(?![\w_])", "Mark the words with hi or emph."),
)
_GROUPS = (f"(?P<s{number}>{pattern})" for number, (pattern, _) in enumerate(_SIGLA))
_ANY = re.compile("|".join(_GROUPS), re.IGNORECASE)
_LITERAL = frozenset(
    "code eg egXML formula gi att val tag outputRendition ident idno metamark fw num measure".split()
)
_DOUBTS = frozenset("unclear gap supplied sic surplus damage".split())
_APPARATUS = frozenset("translation commentary bibliography apparatus introduction".split())
_NUMBER = re.compile(
    r"[\[(]?[-–—\s]*(?:p|pp|page|S|Seite|fol)?\.?\s*(\d{1,4})\s*[-–—\s]*[\])]?\.?", re.IGNORECASE
)
_STARS = re.compile(r"(?:[*⁂⁎✻•#~]\s*){3,}|⁂|_{4,}|[-–—]{4,}")
_FLOW = frozenset("body div div1 div2 div3 div4 div5 div6 div7 front back text group".split())
_FULL = frozenset(
    "p head persName placeName orgName geogName rs hi emph foreign q quote soCalled mentioned term "
    "note".split()
)
_BARE = frozenset(("rdg", "lem", "egXML", "teiHeader", "remarks"))
_ENTRIES = frozenset(
    "person personGrp place org event relation object bibl biblStruct biblFull msDesc correspAction "
    "titleStmt recordHist".split()
)
_ELSEWHERE = frozenset("copyOf sameAs corresp facs select next prev target resp".split())


def check(document: Document) -> Iterator[Finding]:
    """The sigla, page numbers and asterisks in the text, and the elements that are empty."""
    places = Places(document)
    yield from _empty(document, places)
    yield from _paragraphs(document, places)
    yield from _sigla(document)


def _sigla(document: Document) -> Iterator[Finding]:
    try:
        text = document.text
    except InputRefused:
        return
    spans = list(_spared(document))
    for match in _ANY.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
        if _NUMBER.fullmatch(line.strip()) or any(start <= match.start() < end for start, end in spans):
            continue
        yield SIGLA.broken(
            document.source,
            document.place(Span(match.start(), match.end())),
            f"{' '.join(match[0].split())} stands in the text where TEI has markup.",
            _SIGLA[int((match.lastgroup or "s0")[1:])][1],
        )


def _spared(document: Document) -> Iterator[tuple[int, int]]:
    """The parts of the text in which brackets are what they should be."""
    around: set[etree._Element] = set()
    for element in document.elements:
        node = element.node
        if (
            element.name in _LITERAL
            or not str(node.tag).startswith(f"{{{tei.TEI}}}")
            or node.getparent() in around
            or _is_of_editors(node)
        ):
            around.add(node)  # with what is in it: a note there has its text elsewhere
            yield element.text


def _is_of_editors(element: etree._Element) -> bool:
    """Whether an editor writes there, whose brackets say what they should, or the doubt is marked already."""
    name = tei.local_name(element)
    return name in _DOUBTS or name in _ENTRIES or (name == "div" and element.get("type") in _APPARATUS)


def _paragraphs(document: Document, places: Places) -> Iterator[Finding]:
    for paragraph in tei.elements("/*//tei:text//tei:p", document.root):
        parent = paragraph.getparent()
        if len(paragraph) or parent is None or tei.local_name(parent) not in _FLOW:
            continue
        words = (paragraph.text or "").strip()
        number = _NUMBER.fullmatch(words)
        if number and not (words.isdigit() and 1000 <= int(words) <= 2100):
            yield PAGE.broken(
                document.source,
                places.of(paragraph),
                f"There is nothing in this paragraph but {words}, which is likely the number of a page.",
                f'Write <pb n="{number[1]}"/> where the page begins, and join the text around it.',
            )
        elif _STARS.fullmatch(words):
            yield ASTERISKS.broken(
                document.source,
                places.of(paragraph),
                f"The paragraph {words} divides the text.",
                "Write a milestone, or begin a div after it.",
            )


def _empty(document: Document, places: Places) -> Iterator[Finding]:
    for element in document.root.iter(*(f"{{{tei.TEI}}}{name}" for name in sorted(_FULL))):
        if _holds_something(element) or _ELSEWHERE.intersection(element.attrib) or _may_be_empty(element):
            continue
        name = tei.local_name(element)
        yield EMPTY.broken(
            document.source,
            places.of(element),
            f"There is nothing in this {name}.",
            "Remove it, or write what belongs there (a gap, if it cannot be read).",
        )


def _holds_something(element: etree._Element) -> bool:
    if (element.text or "").strip():
        return True
    return any(
        isinstance(child.tag, str) or child.tag is etree.Entity or (child.tail or "").strip()
        for child in element
    )


def _may_be_empty(element: etree._Element) -> bool:
    """Whether it stands where to be empty says something, or is the reference of one entry to another."""
    around = {tei.local_name(above) for above in element.iterancestors("*")}
    return bool(around & _BARE) or ("ref" in element.attrib and bool(around & _ENTRIES))
