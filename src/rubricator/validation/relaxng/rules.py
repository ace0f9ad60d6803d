"""Every rule of the grammar and of XML itself that a document can break, with its permanent name."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.validation.rules import Rule


def _rule(ident: str, why: str, wrong: str = "", right: str = "") -> Rule:
    return Rule(ident, Severity.ERROR, why, wrong, right)


GRAMMAR = (
    _rule("grammar", "The document is not valid by its schema, for a reason that could not be put in words."),
    _rule(
        "grammar.element-unknown",
        "The schema has no element of this name. Mostly it is misspelt (capitals count), or "
        "it comes from HTML or from an older edition of TEI.",
        "<persname>Molotov</persname>",
        "<persName>Molotov</persName>",
    ),
    _rule(
        "grammar.element-misplaced",
        "The schema knows the element, but it may not stand in this one. Another element between the two is "
        "missing, or the one around it should have ended before.",
        "<p>… <item>bread</item></p>",
        "<list><item>bread</item></list>",
    ),
    _rule(
        "grammar.element-missing",
        "The element around this place must hold something that it does not.",
        "<fileDesc><titleStmt>…</titleStmt><sourceDesc>…</sourceDesc></fileDesc>",
        "<fileDesc><titleStmt>…</titleStmt><publicationStmt>…</publicationStmt>"
        "<sourceDesc>…</sourceDesc></fileDesc>",
    ),
    _rule(
        "grammar.element-repeated",
        "The element may stand here once only.",
        "<teiHeader><fileDesc>…</fileDesc><fileDesc>…</fileDesc></teiHeader>",
        "<teiHeader><fileDesc>…</fileDesc></teiHeader>",
    ),
    _rule(
        "grammar.order",
        "The elements are right, but not their order, which is fixed here.",
        "<div><p>…</p><head>A heading</head></div>",
        "<div><head>A heading</head><p>…</p></div>",
    ),
    _rule(
        "grammar.root",
        "The outermost element must be one that the schema allows to begin a document.",
        "<text>…</text>",
        "<TEI><teiHeader>…</teiHeader><text>…</text></TEI>",
    ),
    _rule(
        "grammar.text-misplaced",
        "This element holds other elements only: its text must stand in one of them.",
        "<list>bread</list>",
        "<list><item>bread</item></list>",
    ),
    _rule(
        "grammar.content-value",
        "The text of this element must be of a certain form.",
        "<att>the name</att>",
        "<att>when</att>",
    ),
    _rule(
        "grammar.attribute-unknown",
        "The element has no attribute of this name. Mostly it is misspelt, or belongs to another element.",
        '<p id="p1">',
        '<p xml:id="p1">',
    ),
    _rule(
        "grammar.attribute-missing",
        "The element needs this attribute.",
        "<graphic/>",
        '<graphic url="p1.jpg"/>',
    ),
    _rule(
        "grammar.attribute-value",
        "The value of the attribute is not of the form, or not among the values, that the schema allows.",
        '<date when="15.7.1933">',
        '<date when="1933-07-15">',
    ),
    _rule(
        "grammar.attribute-conflict",
        "The attribute may not stand together with another one of the same element.",
    ),
    _rule(
        "grammar.namespace",
        "XML knows an element by its name and its namespace. TEI's elements are in the namespace "
        "http://www.tei-c.org/ns/1.0, declared once at the root; without it, or with another, none is known.",
        "<TEI>…</TEI>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">…</TEI>',
    ),
    _rule(
        "grammar.xinclude",
        "A document that is put together from others with xi:include can be judged only as a whole.",
    ),
    _rule(
        "grammar.tei-p4",
        "TEI P4 of 2002 has other names and no namespace: what is to be judged by a schema for P5 has to be "
        "converted first.",
        "<TEI.2>…</TEI.2>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">…</TEI>',
    ),
    _rule("grammar.html", "A page in HTML is no TEI document."),
    _rule("grammar.more", "There is so much wrong with the document that the rest was not examined."),
    _rule(
        "grammar.id-duplicate",
        "An attribute of the type ID names one element of the document, so that others can point to it.",
        '<p xml:id="p1">…</p><p xml:id="p1">…</p>',
        '<p xml:id="p1">…</p><p xml:id="p2">…</p>',
    ),
    _rule("grammar.idref-unresolved", "An attribute of the type IDREF names the ID of another element."),
)

SYNTAX = (
    _rule("wellformed", "The file breaks a rule of XML itself, so that the rest may be misread."),
    _rule("wellformed.encoding", "The bytes of a file must be in the encoding it declares, or in UTF-8."),
    _rule("wellformed.empty", "There is nothing in the file."),
    _rule("wellformed.not-xml", "The file holds no element: it is something other than XML."),
    _rule(
        "wellformed.ampersand",
        "An & begins a reference in XML; where the character itself is meant, it is written &amp;.",
        "<p>bread & butter</p>",
        "<p>bread &amp; butter</p>",
    ),
    _rule(
        "wellformed.less-than",
        "A < begins a tag; where the character itself is meant, it is written &lt;.",
        "<p>1 < 2</p>",
        "<p>1 &lt; 2</p>",
    ),
    _rule(
        "wellformed.entity-undeclared",
        "XML knows five entities: &amp; &lt; &gt; &quot; &apos;. Those of HTML, such as &nbsp;, have to be "
        "declared, or better, written as the characters they stand for.",
        "<p>No.&nbsp;1</p>",
        "<p>No.&#160;1</p>",
    ),
    _rule(
        "wellformed.entity-external",
        "An entity or a DTD of another file is not read: what it stands for cannot be judged.",
    ),
    _rule("wellformed.character-reference", "The number stands for no character that XML allows."),
    _rule("wellformed.control-character", "XML allows no control characters but tab and line ends."),
    _rule("wellformed.cdata-end", "]]> ends a CDATA section and may not stand in text: write ]]&gt;."),
    _rule("wellformed.comment", "A comment may not hold two hyphens in a row."),
    _rule(
        "wellformed.unclosed",
        "Every element that begins must end, and within the one it began in.",
        "<p>a <hi>word</p>",
        "<p>a <hi>word</hi></p>",
    ),
    _rule(
        "wellformed.overlap",
        "Elements may not overlap: one must lie within the other. TEI has ways to encode what does overlap "
        "(Guidelines, chapter 21).",
        "<hi>a <name>b</hi> c</name>",
        "<hi>a <name>b</name></hi><name> c</name>",
    ),
    _rule(
        "wellformed.end-tag",
        "An end tag must bear the name of the element that is open.",
        "<persName>Molotov</persname>",
        "<persName>Molotov</persName>",
    ),
    _rule("wellformed.broken-off", "A tag, comment or CDATA section never ends: the file is cut off."),
    _rule("wellformed.after-root", "An XML file has one outermost element, and nothing follows it."),
    _rule("wellformed.before-root", "Only the XML declaration and comments precede the root."),
    _rule("wellformed.declaration", "The XML declaration must be the very first thing in the file."),
    _rule("wellformed.prefix", "A prefix must be declared, here or on an element around."),
    _rule("wellformed.attribute-twice", "Attributes stand once each.", '<p n="1" n="2">', '<p n="1">'),
    _rule("wellformed.attribute-empty", "Every attribute has a value.", "<p rend>", '<p rend="bold">'),
    _rule(
        "wellformed.smart-quotes",
        "Values stand in straight quotation marks; typographic ones come from word processors.",
        "<hi rend=“bold”>",
        '<hi rend="bold">',
    ),
    _rule("wellformed.quotes", "Values stand in quotation marks.", "<p n=1>", '<p n="1">'),
    _rule("wellformed.blank", "Blanks separate attributes, and nothing stands between / and >."),
    _rule("wellformed.tag", "A tag holds its name and then attributes, nothing else."),
)

RULES = GRAMMAR + SYNTAX
