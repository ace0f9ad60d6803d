"""A collation as TEI: both witnesses can be had back from it, and it is valid."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from lxml import etree
from tests.comparison.conftest import Comparing, document
from tests.comparison.test_collation import FERRY, TEXTS, paragraphs

from rubricator import tei
from rubricator.comparison.segmentation import segmented
from rubricator.document import Document
from rubricator.source import Source

MARKED = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div xml:id="A"><head>On the <hi>Sea</hi></head>
<p>He was <hi rend="i">braised<lb/>and</hi> not
&amp; otherwise hurt.<note place="foot">Or was he be?</note> She
<choice><sic>recieved</sic><corr>received</corr></choice> him.</p>
<p>It was late.</p><lg><l>Nobody came by night</l><l>and nobody by day.</l></lg></div></body></text></TEI>"""
OTHER = (
    "On the Sea He was bruised but not at all hurt. She received them. Nobody came by night. Or was he he?"
)


def second(made: Document) -> str:
    """The letters and marks of the second witness, as the apparatus gives them."""
    tree = etree.fromstring(made.source.data)
    for lem in list(tree.iter(f"{{{tei.TEI}}}lem")):
        for child in list(lem):
            lem.remove(child)
        lem.text = None
    (text,) = tree.iter(f"{{{tei.TEI}}}text")
    return "".join("".join(map(str, text.itertext())).split())


@settings(max_examples=100)
@given(a=TEXTS, b=TEXTS)
@example(a="the a a a the sea sea the the the the the", b="sea the the the the the the the a a a the sea")
def test_both_witnesses_can_be_read_from_the_apparatus(a: str, b: str, compare: Comparing) -> None:
    collation = compare(a, b, "")
    made = segmented(collation)
    assert made.document.text == collation.a.text
    if not made.left_out:
        assert second(made.document) == "".join(collation.b.text.split())


def test_the_words_inside_markup_stay_in_it(compare: Comparing) -> None:
    made = segmented(compare(Document.of(Source(MARKED.encode())), OTHER))
    text = made.document.source.markup
    assert made.document.text == Document.of(Source(MARKED.encode())).text
    assert '<hi rend="i"><app type="substitution"><lem wit="#A2">braised</lem>' in text, "A is an id already"
    assert '<p><app type="omission"><lem wit="#A2">It was late.</lem><rdg wit="#B"/></app></p>' in text
    assert '<witness xml:id="A2">a.xml</witness>' in text
    assert not made.left_out


def test_a_lemma_never_reaches_over_a_tag(compare: Comparing) -> None:
    made = segmented(compare(Document.of(Source(MARKED.encode())), "On the Sea He was not at all hurt."))
    text = made.document.source.markup
    assert '<lem wit="#A2">braised</lem><rdg wit="#B"/></app><lb/><app type="omission"><lem' in text
    assert made.document.text == Document.of(Source(MARKED.encode())).text


def test_a_passage_that_has_moved_stands_at_both_places(compare: Comparing) -> None:
    moved = segmented(compare(FERRY, paragraphs(0, 1, 2, 3, 6, 7, 8, 4, 5, 9, 10, 11))).document.source.markup
    assert moved.count('type="transposition"') == 3, "two paragraphs left, one came"
    assert moved.count("When the tide began to turn") == 2


@pytest.mark.shared
def test_the_apparatus_is_valid_tei(compare: Comparing, shared: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(shared / "schemas" / "tei_all.rng")))
    spoilt = document(FERRY.replace("the ", "", 5).replace("lantern", "lamp"))
    collations = [
        compare(Document.of(Source(MARKED.encode())), OTHER),
        compare(spoilt, paragraphs(0, 1, 2, 3, 6, 7, 8, 4, 5, 9, 10, 11)),
    ]
    for collation in collations:
        made = etree.fromstring(segmented(collation).document.source.data)
        assert schema.validate(made), schema.error_log
