"""What is asked of a publication while it is made."""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.findings import Finding, Severity
from rubricator.rules import Rule

WORDS = Rule(
    "publication.same-words",
    Severity.ERROR,
    "The document and all its publications carry the same words in the same order, for the same reading; "
    "every build counts them. Where letters differ, words were lost, doubled or moved, and nothing is "
    "written. Without rules of your own that is a bug in Rubricator; with them, look there first.",
    wrong='<xsl:template match="note" mode="m:xhtml"/> (in rules of your own: all notes are lost)',
    right='<xsl:template match="note" mode="m:xhtml"><aside><xsl:apply-templates mode="#current"/></aside>'
    "</xsl:template>",
)
SPACES = Rule(
    "publication.word-boundary",
    Severity.WARNING,
    "The publication has every letter of the document in its order, and one space too many or too few: two "
    "words stand together in it that the document parts, or the other way round. It is written, for the "
    "words can be read. Without rules of your own that is a bug in Rubricator; with them, look there first.",
    wrong='<xsl:template match="label" mode="m:xhtml"><b><xsl:apply-templates mode="#current"/></b>'
    "</xsl:template> (in rules of your own: “Note:This”)",
    right='<xsl:template match="label" mode="m:xhtml"><b><xsl:apply-templates mode="#current"/></b>'
    "<xsl:text> </xsl:text></xsl:template>",
)
OMISSION = Rule(
    "publication.omission",
    Severity.NOTE,
    "The words of the chosen reading are the same in every format. What is data and not text (an index "
    "entry, what describes a facsimile, points of a timeline) is in no reading; the report counts its words "
    "and says why. The text in paragraphs leaves out notes, readings and running heads as well.",
    wrong="<p>lit at five <index><term>lamps</term></index></p> (if “lamps” should be read there)",
    right="<p>lit at five <term>lamps</term></p>",
)
UNKNOWN = Rule(
    "publication.unknown-element",
    Severity.NOTE,
    "An element that TEI does not have is shown with its text, and as nothing more: no rule says what it "
    "means. Mostly its namespace is missing, or it is of a vocabulary of your own.",
    wrong='<p>a <word xmlns="https://example.org/own">word</word></p>',
    right="<p>a <w>word</w></p>",
)
TWICE = Rule(
    "publication.duplicate-id",
    Severity.ERROR,
    "The id of an element is the address that links lead to; on one page it stands once. Ids come from the "
    "document (ids.unique tells of those), or from rules of your own.",
    wrong='<p id="p1">…</p> … <p id="p1">…</p> in the page that is made',
    right='<p id="p1">…</p> … <p id="p2">…</p> in the page that is made',
)
LINK = Rule(
    "publication.broken-link",
    Severity.ERROR,
    "A link within a publication leads to something in it. This one leads to an id that no element of the "
    "page or book has, so that whoever follows it stays where they are.",
    wrong='<a href="#n12">12</a> and nothing with the id n12 in the page that is made',
    right='<a href="#n12">12</a> and <aside id="n12">…</aside> in the page that is made',
)
STYLESHEET = Rule(
    "publication.stylesheet",
    Severity.ERROR,
    "Rules of your own that the settings name could not be used: they cannot be compiled, took too long or "
    "too much memory, or asked for what they may not have. Other formats are made all the same.",
    wrong='<xsl:template match="note" mode="m:xhtlm"> (there is no such mode)',
    right='<xsl:template match="note" mode="m:xhtml">',
)
IMAGE = Rule(
    "publication.image",
    Severity.WARNING,
    "An image is shown if it lies inside the edition, is what its bytes say, and does nothing by itself "
    "(no script in SVG). One that is not there or not fit leaves its description in its place.",
    wrong='<graphic url="../../elsewhere/page-1.tiff"/>',
    right='<graphic url="images/page-1.jpg"/>',
)
INCLUDE = Rule(
    "publication.include",
    Severity.WARNING,
    "A document may be put together from files of its edition with xi:include. What lies outside of it or on "
    "the web, is not there, cannot be read, or would include itself, is left out, unless xi:fallback says "
    "what stands in its place.",
    wrong='<xi:include href="https://example.org/letter-2.xml"/>',
    right='<xi:include href="letters/letter-2.xml" xpointer="body"/>',
)
UNDESCRIBED = Rule(
    "publication.image-undescribed",
    Severity.WARNING,
    "Whoever cannot see an image is told in words what it shows: in HTML and EPUB that is its alternative "
    "text, and it comes from figDesc. One that is mere ornament is said to be so in figure/@type.",
    wrong='<figure><graphic url="images/page-1.jpg"/></figure>',
    right='<figure><graphic url="images/page-1.jpg"/><figDesc>The first page.</figDesc></figure>',
)
SPAN = Rule(
    "publication.span",
    Severity.WARNING,
    "What delSpan, addSpan, damageSpan and the like are about begins right after them, and ends with the "
    "element that their spanTo names. Where no such element follows, nobody knows what was deleted: the "
    "words stay.",
    wrong='One <delSpan spanTo="#e"/>two three<anchor xml:id="f"/> five.',
    right='One <delSpan spanTo="#e"/>two three<anchor xml:id="e"/> five.',
)
REPORT = "Please report this with the document; nothing was written."
"""What to do about a publication that is wrong by our own rules."""
LOOK = "Look at the place; please report this with the document."
"""What to do about one that can be read all the same."""
RULES = (WORDS, SPACES, OMISSION, UNKNOWN, TWICE, LINK, STYLESHEET, IMAGE, INCLUDE, UNDESCRIBED, SPAN)


def are_same_words(findings: Iterable[Finding]) -> bool:
    """Whether what was published may be called the same in every format, by what there was to say of it."""
    return all(finding.rule != SPACES.ident for finding in findings)
