"""The rules of XML itself that a file can break, each with its permanent name."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.validation.rules import Rule


def _rule(ident: str, why: str, wrong: str, right: str, *, mended: bool = False) -> Rule:
    return Rule(ident, Severity.ERROR, why, wrong, right, mended)


RULES = (
    _rule(
        "wellformed",
        "The file breaks a rule of XML itself, one that has no name of its own here, so that what follows "
        "may be misread. The place is where the parser could not go on; the cause mostly stands before it.",
        "<p>It <!WRONG> rained.</p>",
        "<p>It <!-- RIGHT --> rained.</p>",
    ),
    _rule(
        "wellformed.encoding",
        "The bytes of a file must be in the encoding that its XML declaration names, or in UTF-8 where it "
        "names none. A file that was saved in another one shows wrong letters, or none. Save it anew as "
        'UTF-8, and say encoding="UTF-8".',
        '<?xml version="1.0" encoding="UTF-16"?><p>saved as UTF-8</p>',
        '<?xml version="1.0" encoding="UTF-8"?><p>saved as UTF-8</p>',
    ),
    _rule(
        "wellformed.empty",
        "There is nothing in the file: it was created and never written, or a program was interrupted while "
        "it wrote. Restore it from a copy, or encode its text.",
        "",
        "<p>It rained.</p>",
    ),
    _rule(
        "wellformed.not-xml",
        "The file holds no element, so it is something other than XML: a plain text, a picture, a page of "
        "an error. A transcription becomes TEI with rubricator encode.",
        "It rained.",
        "<p>It rained.</p>",
    ),
    _rule(
        "wellformed.ampersand",
        "An & begins a reference in XML; where the character itself is meant, it is written &amp;. A "
        "reference ends in a semicolon.",
        "<p>bread & butter</p>",
        "<p>bread &amp; butter</p>",
        mended=True,
    ),
    _rule(
        "wellformed.less-than",
        "A < begins a tag; where the character itself is meant, in text or in the value of an attribute, it "
        "is written &lt;.",
        "<p>1 < 2</p>",
        "<p>1 &lt; 2</p>",
        mended=True,
    ),
    _rule(
        "wellformed.entity-undeclared",
        "XML knows five entities: &amp; &lt; &gt; &quot; &apos;. Those of HTML, such as &nbsp;, have to be "
        "declared, or better, written as the characters they stand for.",
        "<p>No.&nbsp;1</p>",
        "<p>No.&#160;1</p>",
        mended=True,
    ),
    _rule(
        "wellformed.entity-external",
        "An entity of another file is not read: what it stands for cannot be judged, and whoever gets this "
        "file alone does not have it. Put its text where the reference stands, or validate the assembled "
        "document.",
        '<!DOCTYPE p [<!ENTITY chapter SYSTEM "chapter.xml">]><p>&chapter;</p>',
        "<p>The words of the chapter.</p>",
    ),
    _rule(
        "wellformed.character-reference",
        "The number stands for no character that XML allows: most control characters, half of a pair of "
        "UTF-16, or a number beyond Unicode. Write the number of the character that is meant.",
        "<p>it&#8;rained</p>",
        "<p>it&#8217;s raining</p>",
    ),
    _rule(
        "wellformed.control-character",
        "XML allows no control characters but the tab and the ends of lines. Others come from scanners, "
        "word processors and old databases, and stand for nothing a reader sees.",
        "<p>it\x08rained</p>",
        "<p>it rained</p>",
        mended=True,
    ),
    _rule(
        "wellformed.cdata-end",
        "The three characters ]]> end a CDATA section, and may not stand in text by themselves: write "
        "]]&gt; where they are meant.",
        "<p>a[b[1]]>2</p>",
        "<p>a[b[1]]&gt;2</p>",
    ),
    _rule(
        "wellformed.comment",
        "A comment ends at -->, and so it may hold no two hyphens in a row before that. Write a dash, or one "
        "hyphen.",
        "<p>It rained.<!-- see p. 3 -- or 4? --></p>",
        "<p>It rained.<!-- see p. 3, or 4? --></p>",
    ),
    _rule(
        "wellformed.unclosed",
        "Every element that begins must end, and within the one it began in. The finding stands where the "
        "element begins, and the message says where it should have ended at the latest.",
        "<p>a <hi>word</p>",
        "<p>a <hi>word</hi></p>",
        mended=True,
    ),
    _rule(
        "wellformed.overlap",
        "Elements may not overlap: one must lie within the other. TEI has ways to encode what does overlap, "
        "as empty elements at both ends, or parts that name each other (Guidelines, chapter 21).",
        "<p><hi>a <name>b</hi> c</name></p>",
        "<p><hi>a <name>b</name></hi><name> c</name></p>",
    ),
    _rule(
        "wellformed.end-tag",
        "An end tag must bear the name of the element that is open, letter by letter: capitals count, and so "
        "does a prefix.",
        "<p><persName>Molotov</persname></p>",
        "<p><persName>Molotov</persName></p>",
        mended=True,
    ),
    _rule(
        "wellformed.broken-off",
        "A tag, a comment or a CDATA section begins and never ends: its end is missing, or the file was cut "
        "off while it was copied.",
        "<p>It rained.</p><!-- and then",
        "<p>It rained.</p><!-- and then it stopped -->",
        mended=True,
    ),
    _rule(
        "wellformed.after-root",
        "An XML file has one outermost element, and nothing but comments follows it. What stands after it is "
        "a second document pasted behind the first, or its end tag came too early.",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI><TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
    ),
    _rule(
        "wellformed.before-root",
        "Only the XML declaration, a document type, instructions and comments precede the outermost element: "
        "words there belong to no element.",
        'A letter <TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>',
    ),
    _rule(
        "wellformed.declaration",
        "The XML declaration says how the file is to be read, and so it must be the very first thing in it: "
        "not even an empty line may stand before it, and there is but one.",
        '\n<?xml version="1.0"?><p>It rained.</p>',
        '<?xml version="1.0"?><p>It rained.</p>',
    ),
    _rule(
        "wellformed.prefix",
        "A prefix stands for a namespace, and must be declared, on the element or on one around it. Without "
        "xmlns:tei nobody knows what tei: means. The prefix xml needs no declaration.",
        "<p>He met <tei:persName>Molotov</tei:persName>.</p>",
        '<p>He met <tei:persName xmlns:tei="http://www.tei-c.org/ns/1.0">Molotov</tei:persName>.</p>',
    ),
    _rule(
        "wellformed.attribute-twice",
        "An attribute stands once on an element. Where a list of values is meant, they stand in one "
        "attribute with blanks between them.",
        '<p n="1" n="2">It rained.</p>',
        '<p n="1">It rained.</p>',
    ),
    _rule(
        "wellformed.attribute-empty",
        "Every attribute has a value, in quotation marks. HTML lets some stand without one; XML does not. "
        "Write what is meant, or remove it.",
        "<p rend>It rained.</p>",
        '<p rend="bold">It rained.</p>',
    ),
    _rule(
        "wellformed.smart-quotes",
        "Values stand in straight quotation marks; typographic ones come from word processors, and from web "
        "pages that an example was copied from.",
        "<p><hi rend=“bold”>It rained.</hi></p>",
        '<p><hi rend="bold">It rained.</hi></p>',
        mended=True,
    ),
    _rule(
        "wellformed.quotes",
        "The value of an attribute stands in quotation marks, single or double, and the second is the same "
        "as the first. Without the second, all that follows would belong to the value.",
        "<p n=1>It rained.</p>",
        '<p n="1">It rained.</p>',
        mended=True,
    ),
    _rule(
        "wellformed.blank",
        "Blanks separate the attributes of a tag from its name and from each other, and none stands between "
        "the / and the > that close it.",
        '<p n="1"rend="bold">It rained.</p>',
        '<p n="1" rend="bold">It rained.</p>',
        mended=True,
    ),
    _rule(
        "wellformed.tag",
        "A tag holds its name and then attributes, each with its value in quotation marks, nothing else: no "
        "commas between them, no words by themselves.",
        '<p n="1", rend="bold">It rained.</p>',
        '<p n="1" rend="bold">It rained.</p>',
    ),
)
