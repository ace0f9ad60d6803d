"""What the parser says never tells of its own inside."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.faults import in_words
from rubricator.source import Source

BOMB = (
    '<!DOCTYPE p [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefg", "bcdefgh", strict=True))
    + "]><p>&h;</p>"
)
BROKEN = {
    "entities in entities": BOMB,
    "an entity in itself": '<!DOCTYPE p [<!ENTITY a "&b;"><!ENTITY b "&a;">]><p>&a;</p>',
    "very deep": "<p>" * 3000,
    "a text of many megabytes": f"<p>{'x' * 10_100_000}</p>",
    "a name of many megabytes": f"<{'x' * 10_100_000}/>",
    "a value of many megabytes": f'<p n="{"x" * 10_100_000}"/>',
    "nothing": "",
    "words": "words",
    "tags crossed": "<p><q></p></q>",
    "tags open": "<p><q>",
    "two roots": "<p/><q/>",
    "an ampersand": "<p>a & b</p>",
    "no semicolon": "<p>a &amp b</p>",
    "no such entity": "<p>&nope;</p>",
    "no such character": "<p>&#8;</p>",
    "a control character": "<p>\x08</p>",
    "no name": "<p><1/></p>",
    "no value": "<p n/>",
    "no quotation marks": "<p n=1/>",
    "a < in a value": '<p n="<"/>',
    "an attribute twice": '<p n="1" n="2"/>',
    "no such prefix": "<a:p/>",
    "a comment": "<p><!-- -- --></p>",
    "a late declaration": '\n<?xml version="1.0"?><p/>',
    "an instruction": "<p><?xml x?></p>",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_in_words_of_ours(text: str) -> None:
    parser = etree.XMLParser(collect_ids=False)
    said = []
    try:
        etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        said = [in_words(error.msg), *(in_words(entry.message) for entry in parser.error_log)]
    try:
        Document.of(Source(text.encode(), "letter.xml"))
    except InputRefused as error:
        said.append(error.what)
    for words in said:
        assert words
        assert not re.search(r"XML_|xml[A-Z]|internal|amplification|PCDATA|AttValue|EntityRef|\n", words), (
            words
        )


def test_what_is_not_known_is_told_without_the_names_of_functions() -> None:
    assert in_words("xmlParseSomething: bad luck, use XML_PARSE_ODD option.") == "bad luck"
    assert in_words(None) == "no element is found"
