"""What becomes of an apparent error: the annotation and its note."""

from __future__ import annotations

from importlib.metadata import entry_points
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators.errors import find, recogniser
from rubricator.document import Document
from rubricator.knowledge import Knowledge
from rubricator.settings import Annotating, ErrorPolicy, Settings
from rubricator.source import Source

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"{attributes}>
<teiHeader><fileDesc><titleStmt><title>No errorr in the headerr</title></titleStmt></fileDesc></teiHeader>
<text><body><p>{text}</p></body></text></TEI>"""


def claims(text: str, attributes: str = "", knowledge: Knowledge | None = None) -> list[Annotation]:
    """What is claimed of a document whose only paragraph is *text*."""
    document = Document.of(Source(TEI.format(text=text, attributes=attributes).encode()))
    return list(recogniser(knowledge or Knowledge())(document))


def test_an_error_becomes_a_sic_with_its_correction_and_a_note() -> None:
    (found,) = claims("Today, when the workers are crushed,when the state is weak, he writes.")
    assert (found.kind, found.correction, found.rule) == (Kind.SIC, "crushed, when", "errors.missing-space")
    assert found.cert is Certainty.HIGH
    assert found.note == (
        "“crushed,when” is taken for an error for “crushed, when”: the space after the comma is missing. "
        "Without the page image it cannot be told whether the printer or the transcriber made it."
    )


def test_the_span_is_the_smallest_that_makes_sense() -> None:
    (found,) = claims("They are no longer dependent up on their own will.")
    assert (found.span.end - found.span.start, found.correction) == (len("up on"), "upon")


@pytest.mark.parametrize("attributes", [' xml:lang="de"', ' xml:lang="fr-CA"'])
def test_other_languages_than_english_are_left_alone(attributes: str) -> None:
    assert claims("It was recieved.", attributes) == []
    assert claims("It was recieved.", ' xml:lang="en-GB"') != []


def test_the_word_list_of_the_edition_is_known() -> None:
    assert claims("It was recieved.", knowledge=Knowledge(words=frozenset({"recieved"}))) == []


def test_the_entry_point_makes_the_detector() -> None:
    (point,) = entry_points(group="rubricator.annotators", name="errors")
    assert point.load() is recogniser


PIECES = st.sampled_from(
    """the the of a I tbe recieved up on dependent Everyone of these crushed,when end.The con- tinue 1ike
    l933 and13 tHe ’tis walkin’ naïve Ærø — … “ ” ( ) [ , . ; ? ! - ¬ x- 😀 שלום мир www.x.org a@b
    e\u0301 \u00ad""".split()
)


@settings(max_examples=150)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30),
    st.sampled_from([" ", "", "\n", "  ", "\n\n"]),
)
def test_any_text_gives_the_same_claims_each_time_and_none_overlap(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found = find(text)
    assert found == find(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for item in found:
        assert text[item.start : item.end] == item.found != item.correction
        assert item.annotation().span == item.span


def test_the_settings_choose_the_profile() -> None:
    text = "Three Martins ,and a rook, were there."
    assert [one.kind for one in claims(text)] == [Kind.SIC]
    manuscript = Knowledge(Settings(annotate=Annotating(errors=ErrorPolicy(profile="manuscript"))))
    assert [one.kind for one in claims(text, knowledge=manuscript)] == [Kind.NOTE]
