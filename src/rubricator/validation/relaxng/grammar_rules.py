"""The rules that a document breaks by its schema's grammar, each with its permanent name."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.validation.rules import Rule


def _rule(ident: str, why: str, wrong: str, right: str, *, mended: bool = False) -> Rule:
    return Rule(ident, Severity.ERROR, why, wrong, right, mended)


RULES = (
    _rule(
        "grammar",
        "The document is not valid by its schema, and the reason could not be put in words: that is a gap in "
        "Rubricator's explanations, not in its judgement. The place is right; compare it with what the "
        "schema's documentation says of this element, and please report the file.",
        "an element that the schema refuses for a reason of its own",
        "the same element as the schema's documentation describes it",
    ),
    _rule(
        "grammar.element-unknown",
        "The schema has no element of this name. Mostly it is misspelt (capitals count: persName, not "
        "persname), or it comes from HTML, from an older edition of TEI, or from a part of TEI that this "
        "schema leaves out.",
        "<p>He met <persname>Molotov</persname> there.</p>",
        "<p>He met <persName>Molotov</persName> there.</p>",
        mended=True,
    ),
    _rule(
        "grammar.element-misplaced",
        "The schema knows the element, but it may not stand in this one. Another element between the two is "
        "missing (an item outside a list), or the one around it should have ended before (a p within a p).",
        "<p>We had <item>bread</item>.</p>",
        "<p>We had <list><item>bread</item></list>.</p>",
    ),
    _rule(
        "grammar.element-missing",
        "The element must hold something that it does not: a header wants its fileDesc, a list an item, a "
        "choice both its sides. The finding stands at the element that lacks it.",
        '<list type="ordered"></list>',
        '<list type="ordered"><item>bread</item></list>',
    ),
    _rule(
        "grammar.element-repeated",
        "The element may stand here once only. A second one is mostly pasted by mistake, or belongs to "
        "another element of the same kind.",
        "<titleStmt><title>A letter</title></titleStmt><titleStmt><title>A letter</title></titleStmt>",
        "<titleStmt><title>A letter</title></titleStmt>",
    ),
    _rule(
        "grammar.order",
        "The elements are right, but not their order, which is fixed here: a heading opens its division, and "
        "the header goes before the text. Move the element to where the message says it belongs.",
        "<div><p>It rained.</p><head>Monday</head></div>",
        "<div><head>Monday</head><p>It rained.</p></div>",
    ),
    _rule(
        "grammar.element-mistaken",
        "The element may stand here, but so much is wrong with what it has and holds that rather its name is "
        "wrong: with another, everything would be right. The message names those that it might be.",
        '<p>She read <name level="m" when="1824"><list><item>Our Village</item></list></name>.</p>',
        '<p>She read <title level="m">Our Village</title>.</p>',
    ),
    _rule(
        "grammar.root",
        "The outermost element must be one that the schema lets a document begin with: TEI, mostly. Where "
        "another stands there, a part of a document was saved by itself, or what goes around it is missing.",
        '<text xmlns="http://www.tei-c.org/ns/1.0"><body><p>It rained.</p></body></text>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        "<fileDesc><titleStmt><title>A letter</title></titleStmt>"
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
        "</fileDesc></teiHeader><text><body><p>It rained.</p></body></text></TEI>",
    ),
    _rule(
        "grammar.text-misplaced",
        "This element holds other elements only, and words stand between them. They must stand in one of "
        "those: the words of a list in an item, those of a division in a p.",
        "<list>bread</list>",
        "<list><item>bread</item></list>",
    ),
    _rule(
        "grammar.content-value",
        "The text of this element is not free: it must be of a certain form, as a number, a date or a name "
        "of XML. The message says which, and what stands there instead.",
        "<p>Its attribute <att>the name</att>.</p>",
        "<p>Its attribute <att>when</att>.</p>",
    ),
    _rule(
        "grammar.attribute-unknown",
        "The element has no attribute of this name. Mostly it is misspelt, comes from HTML (id, class), or "
        "belongs to another element.",
        '<p id="p1">It rained.</p>',
        '<p xml:id="p1">It rained.</p>',
        mended=True,
    ),
    _rule(
        "grammar.attribute-missing",
        "The element says nothing without this attribute, and so the schema asks for it: a graphic is where "
        "its @url leads, a language of the header is known by its @ident.",
        "<figure><graphic/><figDesc>A ship.</figDesc></figure>",
        '<figure><graphic url="https://example.org/p1.jpg"/><figDesc>A ship.</figDesc></figure>',
    ),
    _rule(
        "grammar.attribute-value",
        "The value is not of the form, or not among the values, that the schema allows for this attribute. "
        "Dates are written 1933-07-15, or 1933-07, or 1933; ids begin with a letter and hold no blanks.",
        '<p>On <date when="15.7.1933">the 15th</date>.</p>',
        '<p>On <date when="1933-07-15">the 15th</date>.</p>',
        mended=True,
    ),
    _rule(
        "grammar.attribute-conflict",
        "The attribute may not stand together with another one of the same element: they are two ways to say "
        "the same thing, and only one of them can be meant.",
        '<schemaSpec ident="s"><moduleRef key="core" url="https://example.org/core.rng"/></schemaSpec>',
        '<schemaSpec ident="s"><moduleRef key="core"/></schemaSpec>',
    ),
    _rule(
        "grammar.namespace",
        "XML knows an element by its name and its namespace. TEI's elements are in the namespace "
        "http://www.tei-c.org/ns/1.0, declared once at the root; without it, or with another, none is known.",
        "<TEI><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>"
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
        "</fileDesc></teiHeader><text><body><p>It rained.</p></body></text></TEI>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        "<fileDesc><titleStmt><title>A letter</title></titleStmt>"
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
        "</fileDesc></teiHeader><text><body><p>It rained.</p></body></text></TEI>",
    ),
    _rule(
        "grammar.xinclude",
        "A document that is put together from others with xi:include can be judged only as a whole, and "
        "validation reads no other file. Validate the assembled document, and each part by itself.",
        '<div><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="chapter-1.xml"/></div>',
        "<div><p>The words of chapter 1.</p></div>",
    ),
    _rule(
        "grammar.tei-p4",
        "TEI P4 of 2002 has other names and no namespace: what is to be judged by a schema for P5 has to be "
        "converted first. The TEI Consortium publishes a stylesheet that does most of it, p4top5.xsl.",
        "<TEI.2><teiHeader/><text><body><p>It rained.</p></body></text></TEI.2>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        "<fileDesc><titleStmt><title>A letter</title></titleStmt>"
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
        "</fileDesc></teiHeader><text><body><p>It rained.</p></body></text></TEI>",
    ),
    _rule(
        "grammar.html",
        "A page in HTML is no TEI document, even where it is well-formed: its elements say how a page looks, "
        "not what the text is. Take the text from it, and encode that.",
        "<html><head><title>A letter</title></head><body><p>It rained.</p></body></html>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
        "<fileDesc><titleStmt><title>A letter</title></titleStmt>"
        "<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
        "</fileDesc></teiHeader><text><body><p>It rained.</p></body></text></TEI>",
    ),
    _rule(
        "grammar.more",
        "There is so much wrong with the document that the rest was not examined. A thousand findings mostly "
        "have one cause: the wrong schema, a wrong namespace, an element that ended too early. Mend what the "
        "first of them say, and try again.",
        "a document with a thousand elements that the schema does not know",
        "the same document, held to the schema it was written for",
    ),
    _rule(
        "grammar.id-duplicate",
        "An attribute of the type ID names one element of the document, so that others can point to it. "
        "Where two have the same, a pointer leads to both or to none. (Of xml:id, ids.unique tells.)",
        '<list xmlns=""><item key="a"/><item key="a"/></list>',
        '<list xmlns=""><item key="a"/><item key="b"/></list>',
    ),
    _rule(
        "grammar.idref-unresolved",
        "An attribute of the type IDREF names the ID of another element of the same document, and there is "
        "none that has it: it is misspelt, or the element was removed.",
        '<list xmlns=""><item key="a" like="z"/></list>',
        '<list xmlns=""><item key="a"/><item key="b" like="a"/></list>',
    ),
)
