"""What is asked of a pointer, rule by rule."""

from __future__ import annotations

from rubricator.findings import Severity
from rubricator.validation.rules import Rule

LOCAL = Rule(
    "pointers.local",
    Severity.ERROR,
    "A pointer that begins with # leads to the element of this file that has that xml:id. Where there is "
    "none, the id is misspelt, or the element was removed, or it stands in another file, whose name then "
    "goes before the #.",
    wrong='<ref target="#p99">below</ref>',
    right='<ref target="#p9">below</ref>',
)
SPACE = Rule(
    "pointers.space",
    Severity.ERROR,
    "White space divides one address from the next, so an address with a blank in it is read as two. In "
    "an address a blank is written %20; where two addresses are meant, both are looked up.",
    wrong='<ref target="my article.xml">there</ref>',
    right='<ref target="my%20article.xml">there</ref>',
)
PREFIX = Rule(
    "pointers.prefix",
    Severity.ERROR,
    "What stands before the colon is either a scheme of the web (https) or a prefix that a prefixDef in the "
    "header declares.",
    wrong='<persName ref="persn:trotsky">Trotsky</persName>',
    right='<persName ref="person:trotsky">Trotsky</persName>',
)
PATTERN = Rule(
    "pointers.prefix-pattern",
    Severity.ERROR,
    "The matchPattern of a prefixDef says what may stand after the colon, and the address is made of it. "
    "A pattern that is no regular expression, or that the pointer does not fit, leads nowhere.",
    wrong='<prefixDef ident="person" matchPattern="([a-z]+" replacementPattern="persons.xml#$1"/>',
    right='<prefixDef ident="person" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>',
)
ENTRY = Rule(
    "names.ref-resolves",
    Severity.ERROR,
    "A name leads through its prefix to an entry of an authority list. An entry that is not there was "
    "never made, or has another id: indexes and links lose the name. Nearby ids are offered.",
    wrong='<persName ref="person:jsmyth">J. Smith</persName>',
    right='<persName ref="person:jsmith">J. Smith</persName>',
)
FORMER = Rule(
    "names.former-id",
    Severity.WARNING,
    "The entry was merged with another, or got another id. The one it had still leads to it here, since the "
    "list keeps it as an idno of the type former; programs of others do not know that.",
    wrong='<persName ref="person:bronstein">L. D. Trotsky</persName>',
    right='<persName ref="person:trotsky">L. D. Trotsky</persName>',
)
FILE = Rule(
    "pointers.file",
    Severity.ERROR,
    "A relative address leads to a file of the edition. One that is not there was renamed or moved, or is "
    "spelt in other letters: capitals count, if not on every computer.",
    wrong='<graphic url="image/page1.png"/>',
    right='<graphic url="images/page1.png"/>',
)
FRAGMENT = Rule(
    "pointers.fragment",
    Severity.ERROR,
    "What stands after # is the xml:id of an element in that file. The file is there, but no element in "
    "it has that id: it is misspelt, or was given to none.",
    wrong='<ref target="other-article.xml#p99">there</ref>',
    right='<ref target="other-article.xml#p9">there</ref>',
)
OUTSIDE = Rule(
    "pointers.outside",
    Severity.WARNING,
    "Nothing outside the edition is read, so it cannot be told where this leads; and whoever has the edition "
    "alone cannot follow it.",
    wrong='<ref target="../../elsewhere/notes.xml">there</ref>',
    right='<ref target="notes.xml">there</ref>',
)
RULES = (LOCAL, SPACE, PREFIX, PATTERN, ENTRY, FORMER, FILE, FRAGMENT, OUTSIDE)
