"""Inscription: the laws *faithful*, *reversible* and *durable*, and where the tags go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.encoding.strip import standing, strip
from rubricator.source import Source


def document(body: str, prolog: str = "", encoding: str = "utf-8") -> Document:
    markup = f'{prolog}<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    return Document.of(Source(markup.encode(encoding), "test.xml"))


def claim(doc: Document, words: str, kind: Kind = Kind.PERS_NAME, **more: object) -> Annotation:
    start = doc.text.index(words)
    return Annotation(kind, Span(start, start + len(words)), **more)  # type: ignore[arg-type]


def body(doc: Document) -> str:
    found = re.search("<body>(.*)</body>", doc.source.markup, re.DOTALL)
    assert found
    return found.group(1)


OURS = ' resp="#rubricator" cert="high"'


@pytest.mark.parametrize(
    ("written", "words", "kind", "inscribed"),
    [
        ("<p>of Hitler’s</p>", "Hitler", Kind.PERS_NAME, f"<p>of <persName{OURS}>Hitler</persName>’s</p>"),
        (
            "<p>A <hi>B</hi> C</p>",
            "A B",
            Kind.PERS_NAME,
            f"<p><persName{OURS}>A <hi>B</hi></persName> C</p>",
        ),
        ("<p>Tom &amp; Co.</p>", "Tom & Co", Kind.ORG_NAME, f"<p><orgName{OURS}>Tom &amp; Co</orgName>.</p>"),
        ("<p>a &lt;b</p>", "<", Kind.RS, f"<p>a <rs{OURS}>&lt;</rs>b</p>"),
        (
            "<p><choice><sic>Jhon</sic><corr>John</corr></choice> ran</p>",
            "Jhon",
            Kind.PERS_NAME,
            f"<p><persName{OURS}><choice><sic>Jhon</sic><corr>John</corr></choice></persName> ran</p>",
        ),
        ("<p>Fri<lb/>day</p>", "Fri\nday", Kind.DATE, f"<p><date{OURS}>Fri<lb/>day</date></p>"),
        ("<p>a<note>n</note> b c</p>", "a b", Kind.RS, f"<p><rs{OURS}>a<note>n</note> b</rs> c</p>"),
    ],
)
def test_tags_stand_round_the_words_they_mark(written: str, words: str, kind: Kind, inscribed: str) -> None:
    before = document(written)
    after = inscribe(before, [claim(before, words, kind)]).document
    assert body(after) == inscribed


def test_an_error_becomes_a_choice_and_its_note_follows() -> None:
    before = document("<p>a re-enforcemenut of</p>")
    error = claim(before, "re-enforcemenut", Kind.SIC, correction="re-enforcement", note="Keyed or printed?")
    assert body(inscribe(before, [error]).document) == (
        f"<p>a <choice><sic>re-enforcemenut</sic><corr{OURS}>re-enforcement</corr></choice>"
        f'<note type="transcription-error"{OURS}>Keyed or printed?</note> of</p>'
    )


def test_an_error_without_correction_becomes_a_note_after_the_word() -> None:
    before = document("<p>in it essence</p>")
    doubt = claim(before, "it", Kind.NOTE, note="“its”?", cert=Certainty.MEDIUM)
    assert body(inscribe(before, [doubt]).document) == (
        '<p>in it<note type="transcription-error" resp="#rubricator" cert="medium">“its”?</note> essence</p>'
    )


def test_a_choice_goes_inside_a_name_whichever_is_suggested_first() -> None:
    before = document("<p>to Stlain</p>")
    error = claim(before, "Stlain", Kind.SIC, correction="Stalin")
    name = claim(before, "Stlain", attributes=(("ref", "person:stalin"),))
    one, other = (inscribe(before, order).document for order in ([error, name], [name, error]))
    assert one.source.data == other.source.data
    assert f'<persName ref="person:stalin"{OURS}><choice><sic>Stlain</sic>' in body(one)


@pytest.mark.parametrize(
    ("written", "words", "reason"),
    [
        ("<p>one <hi>two</hi> three</p>", "e t", "cross the start of a <hi>"),
        ("<p>one <hi>two</hi> three</p>", "wo th", "cross the end of a <hi>"),
        ("<p>one</p><p>two</p>", "one\ntwo", "takes no such markup"),
        ("<p><![CDATA[in here]]></p>", "here", "inside a CDATA section"),
        ("<p><persName>Stalin</persName></p>", "Stalin", "stands in a <persName> already"),
        ("<p><idno>A 1</idno></p>", "A 1", "takes no such markup"),
    ],
)
def test_what_would_break_the_markup_is_refused_with_its_reason(
    written: str, words: str, reason: str
) -> None:
    before = document(written)
    result = inscribe(before, [claim(before, words)])
    assert result.document.source.data == before.source.data
    assert [reason in refusal.reason for refusal in result.refused] == [True]


def test_a_boundary_inside_an_entity_s_text_is_refused() -> None:
    before = document("<p>by &co; Ltd</p>", prolog='<!DOCTYPE TEI [<!ENTITY co "Smith and Sons">]>')
    assert inscribe(before, [claim(before, "Sons Ltd")]).refused[0].reason.endswith("inside an entity's text")
    assert not inscribe(before, [claim(before, "Smith and Sons Ltd")]).refused


def test_of_two_that_cross_the_first_stands() -> None:
    before = document("<p>Rosa Luxemburg Street</p>")
    result = inscribe(
        before, [claim(before, "Rosa Luxemburg"), claim(before, "Luxemburg Street", Kind.PLACE_NAME)]
    )
    assert [a.kind for a in result.inscribed] == [Kind.PERS_NAME]
    assert "cross the persName" in result.refused[0].reason


@pytest.mark.parametrize(
    ("encoding", "written"),
    [("iso-8859-1", "&#8217;"), ("utf-16", "’"), ("utf-8-sig", "’"), ("us-ascii", "&#8217;")],
)
def test_what_is_inscribed_is_in_the_document_s_own_encoding(encoding: str, written: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    before = document("<p>cafe</p>", f'<?xml version="1.0" encoding="{declared}"?>', encoding)
    error = claim(before, "cafe", Kind.SIC, correction="café’s")
    after = inscribe(before, [error]).document
    assert written in after.source.markup
    assert after.text == before.text
    assert strip(after, [error]).source.data == before.source.data


def test_tags_take_the_prefix_that_the_document_uses() -> None:
    markup = '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text><t:p>Hitler</t:p></t:text></t:TEI>'
    before = Document.of(Source(markup.encode()))
    assert (
        f"<t:persName{OURS}>Hitler</t:persName>"
        in inscribe(before, [claim(before, "Hitler")]).document.source.markup
    )


def test_what_an_editor_removed_by_hand_no_longer_stands() -> None:
    before = document("<p>Hitler and Stalin</p>")
    both = [claim(before, "Hitler"), claim(before, "Stalin")]
    after = inscribe(before, both).document
    edited = Document.of(
        after.source.encode(after.source.markup.replace(f"<persName{OURS}>Hitler</persName>", "Hitler"))
    )
    assert standing(edited, both) == (both[1],)
    assert strip(edited, both).source.data == before.source.data


# -- the laws, over generated documents and over real ones

WORDS = st.sampled_from(
    ["Stalin", "a", "&amp;", "&#233;", "é", "crushed,when", "May 12, 1933", "it’s", "\r\n", "&e;"]
)
INLINE = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(" ".join),
        st.tuples(st.sampled_from(["hi", "persName", "quote", "note", "del", "supplied"]), inner).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        st.tuples(inner, inner).map(
            lambda pair: f"<choice><sic>{pair[0]}</sic><corr>{pair[1]}</corr></choice>"
        ),
        inner.map(lambda text: f"{text}<lb/>"),
        inner.map(lambda text: f"{text} <lb break='no'/> <!-- - -->"),
        st.just("<![CDATA[<x> &]]>"),
    ),
    max_leaves=12,
)
BODIES = st.lists(INLINE.map(lambda text: f"<p>{text}</p>"), min_size=1, max_size=4).map("\n".join)
PROLOG = '<?xml version="1.0"?>\n<!DOCTYPE TEI [<!ENTITY e "an entity">]>\n'


@st.composite
def annotated(draw: st.DrawFn) -> tuple[Document, list[Annotation]]:
    doc = document(draw(BODIES), PROLOG)
    return doc, draw(st.lists(annotation(len(doc.text)), max_size=8)) if doc.text else []


@st.composite
def annotation(draw: st.DrawFn, length: int) -> Annotation:
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, min(length, start + 20)))
    kind = draw(st.sampled_from([Kind.PERS_NAME, Kind.DATE, Kind.SIC, Kind.NOTE, Kind.ABBR, Kind.QUOTE]))
    return Annotation(
        kind,
        Span(start, end),
        attributes=(("when", "1933"),) if kind is Kind.DATE else (),
        correction=draw(st.sampled_from(["b<c", "&", None])) if kind in (Kind.SIC, Kind.ABBR) else None,
        note=draw(st.sampled_from(["x & y", "z"])) if kind in (Kind.SIC, Kind.NOTE) else None,
    )


@given(annotated())
def test_inscribing_never_changes_the_text(case: tuple[Document, list[Annotation]]) -> None:
    before, annotations = case
    assert inscribe(before, annotations).document.text == before.text


@given(annotated())
def test_removing_what_was_inscribed_gives_back_the_same_bytes(
    case: tuple[Document, list[Annotation]],
) -> None:
    before, annotations = case
    result = inscribe(before, annotations)
    assert standing(result.document, result.inscribed) == result.inscribed
    assert strip(result.document, result.inscribed).source.data == before.source.data


@given(annotated())
def test_inscribing_again_after_removing_gives_the_same_bytes(
    case: tuple[Document, list[Annotation]],
) -> None:
    before, annotations = case
    once = inscribe(before, annotations)
    again = inscribe(strip(once.document, once.inscribed), once.inscribed)
    assert again.document.source.data == once.document.source.data
    assert not again.refused


@pytest.mark.shared
def test_real_documents_keep_every_byte_that_is_not_inscribed(shared: Path) -> None:
    for path in sorted((shared / "corpora" / "tei").glob("*.xml")):
        before = Document.of(Source.read(path))
        words = [found.span() for found in re.finditer(r"\w+", before.text)][
            :: max(1, len(before.text) // 2000)
        ]
        result = inscribe(before, [Annotation(Kind.RS, Span(*word)) for word in words[::7]])
        assert result.inscribed, path.name
        assert result.document.text == before.text, path.name
        assert strip(result.document, result.inscribed).source.data == before.source.data, path.name
