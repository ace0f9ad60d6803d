"""What the parser (libxml2) says of a file that is no XML, in words for those who did not write it."""

from __future__ import annotations

import re

_TOLD: tuple[tuple[str, str], ...] = (
    (r"amplification", "its entities stand for far more text than a file may hold"),
    (r"excessive depth|XML_MAX_DEPTH|nested too deep", "its elements are nested far too deep"),
    (r"XML_PARSE_HUGE|huge|too long|too large|lookup", "one text, value or name in it is larger than 10 MB"),
    (r"entity reference loop|detected an entity ref", "an entity stands for itself"),
    (r"start tag expected, '<' not found|document is empty", "no element begins it"),
    (r"opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", r"<\1> of line \2 is closed by </\3>"),
    (r"premature end of data in tag (\S+) line (\d+)", r"<\1> of line \2 is never closed"),
    (r"extra content at the end of the document", "something follows the outermost element"),
    (r"entityref: expecting ';'", "after a reference (&…) the semicolon is missing"),
    (r"xmlparseentityref: no name", "an & stands by itself; it is written &amp;"),
    (r"entity '([^']+)' not defined", r"the entity &\1; is declared nowhere"),
    (r"charref: invalid|xmlchar value", "the number of a character stands for none that XML allows"),
    (
        r"pcdata invalid char value (\d+)|invalid char in",
        "there is a control character, which XML does not allow",
    ),
    (
        r"not proper utf-8|input conversion failed|invalid bytes",
        "its bytes are not of the encoding it declares",
    ),
    (r"unsupported encoding:? (\S+)", r"the encoding \1 is not known"),
    (r"starttag: invalid element name", "a < begins no tag; for the character itself it is written &lt;"),
    (r"unescaped '<' not allowed", "a < stands in the value of an attribute; it is written &lt;"),
    (r"attvalue:|specification mandates value", "an attribute has no value in quotation marks"),
    (r"attribute (\S+) redefined", r"the attribute \1 is given twice"),
    (
        r"attributes construct error|couldn't find end of start tag|error parsing attribute name",
        "a tag is not right",
    ),
    (r"namespace prefix (\S+) .*not defined", r"the prefix \1 is declared nowhere"),
    (r"comment must not contain|comment not terminated", "a comment is not right"),
    (r"xml declaration allowed only", "something stands before the XML declaration"),
)
_OURS = re.compile(
    r"\bxml[A-Z]\w+:? *|internal error:? *|,? *\b(?:use|see|try) (?:XML_|xml[A-Z])\w+.*|\bXML_\w+"
)


def in_words(message: str | None) -> str:
    """The parser's *message* without the names of its own parts; what was meant, where that is known."""
    said = " ".join((message or "").split()).rstrip(".")
    for pattern, words in _TOLD:
        if found := re.search(pattern, said, re.IGNORECASE):
            return found.expand(words)
    return _OURS.sub("", said).strip(" :,.") or "no element is found"
