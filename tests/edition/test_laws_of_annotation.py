"""Laws of annotation, over documents made up of what makes annotation hard: with all annotators at once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rubricator.annotation import Annotation, Annotator, Certainty
from rubricator.annotators import suggest
from rubricator.authority import Authority
from rubricator.authority.entries import Entry
from rubricator.document import Document
from rubricator.edition.annotating import annotated, annotators, bare
from rubricator.edition.beginning import begin
from rubricator.edition.layout import Edition
from rubricator.encoding.inscribe import inscribe
from rubricator.encoding.strip import strip
from rubricator.knowledge import Knowledge
from rubricator.review import Ledger
from rubricator.source import Source

PIECES = (
    "Mr. Tobias Wren came to Sandhaven on the 3rd of May, 1921.",
    "Capt. Oldacre’s brother beleived it; Wren did not.",
    "He went &amp; <hi rend='italic'>Margaret Oldacre</hi> went from Sand<lb break='no'/>haven to Hull.",
    "The the boat , which <del>was</del> lost, was <name>Kestrel</name>&#8217;s.",
    "The Harbour Company (H.C.) met in <date when='1921-06'>June</date>, as “Wren said.”",
    "<choice><sic>recieve</sic><corr>receive</corr></choice> it <!-- so --> from &#x57;ren",
    "&#x2014; <persName>Ann Roe</persName> and <rs type='person'>her aunt Wren</rs>",
    "es ist nicht wahr, sagte er, daß der Leuchtturm steht; and so to bed",
    "MRS. HARKER AND MR. WREN, Esq., 12 Hen. VIII, c. 4, p. 12 [sic]",
    "<note>Wren, <title>The Light</title>, London 1920, p. 3.</note>",
    "Sandhaven is Sandhaven; Sand-haven is not SANDHAVEN, nor is Sandhaven’s light",
    "𝔗obias\u00a0Wren, Zoë and Søren O’Neil‑Smith <gap/> m<ex>aster</ex>",
)
DOCUMENT = "<?xml version='1.0'?>\r\n<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body>%s</body></text></TEI>\n"

paragraphs = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(
    lambda some: f"<p>{' '.join(some)}</p>"
)
documents = st.lists(paragraphs, min_size=1, max_size=3).map(
    lambda some: Document.of(Source((DOCUMENT % "\r\n".join(some)).encode(), "made-up.xml"))
)
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@cache
def knowledge() -> Knowledge:
    """That of the worked example."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as directory:
        begin(Path(directory) / "edition")
        return Edition.open(Path(directory) / "edition").knowledge


@cache
def ours() -> tuple[Annotator, ...]:
    return annotators(knowledge())


def without(kept: Knowledge, identifier: str) -> Knowledge:
    entries: tuple[Entry, ...] = tuple(e for e in kept.authority.entries if e.id != identifier)
    return replace(kept, authority=Authority(entries))


@given(documents)
@few
def test_the_same_document_gets_the_same_suggestions(document: Document) -> None:
    assert suggest(document, ours()) == suggest(document, annotators(knowledge()))


@given(documents)
@few
def test_the_words_stay_and_what_was_inscribed_can_be_taken_out_again(document: Document) -> None:
    made = inscribe(document, sure(suggest(document, ours())))
    assert made.document.text == document.text
    assert strip(made.document, made.inscribed).source.data == document.source.data


@given(documents)
@few
def test_annotating_again_changes_nothing(document: Document) -> None:
    once = annotated(document, Ledger("made-up"), ours())
    again = annotated(once.document, once.ledger, ours())
    assert again.document.source.data == once.document.source.data
    assert again.ledger.records == once.ledger.records
    assert bare(once.document, once.ledger).source.data == document.source.data


@given(documents)
@few
def test_what_stands_on_an_entry_goes_with_it(document: Document) -> None:
    ref = ("ref", "person:wren")
    less = suggest(document, annotators(without(knowledge(), "wren")))
    assert not [each for each in less if ref in each.attributes]
    named = [each for each in suggest(document, ours()) if ref in each.attributes]
    assert all("Wren" in document.text[each.span.start : each.span.end].title() for each in named)


def sure(found: tuple[Annotation, ...]) -> list[Annotation]:
    return [each for each in found if each.cert is not Certainty.LOW]
