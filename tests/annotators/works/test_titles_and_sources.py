"""Titles and sources: what is one, and what is not; the tables are the specification."""

from __future__ import annotations

import pytest

from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.annotators import suggest
from rubricator.annotators.works import find, recogniser
from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.encoding.strip import strip
from rubricator.knowledge import Knowledge
from rubricator.source import Source

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title>
</titleStmt></fileDesc></teiHeader><text><body><p>{text}</p></body></text></TEI>"""


def document(text: str) -> Document:
    """A document whose only paragraph is *text*."""
    return Document.of(Source(TEI.format(text=text).encode()))


def marked(text: str, knowledge: Knowledge | None = None) -> list[tuple[str, str, str | None]]:
    """What would be inscribed of a paragraph: kind, words, level."""
    made = document(text)
    found = suggest(made, [recogniser(knowledge or Knowledge())])
    return [_told(made, one) for one in found if one.cert is not Certainty.LOW]


def _told(made: Document, one: Annotation) -> tuple[str, str, str | None]:
    return str(one.kind), made.text[one.span.start : one.span.end], one.attribute("level")


TITLES = [
    ("In his book “The Wealth of Nations” he says so.", [("title", "The Wealth of Nations", "m")]),
    ("He wrote an article entitled “What Next?” in May.", [("title", "What Next?", "a")]),
    ("Her novel, ‘Pride and Prejudice,’ was read.", [("title", "Pride and Prejudice", "m")]),
    ("A pamphlet under the title “The Tax in Kind” came out.", [("title", "The Tax in Kind", "m")]),
    (
        "In his book The Influence of Sea Power upon History he says so.",
        [("title", "The Influence of Sea Power upon History", "m")],
    ),
    ("I read Mill’s essay On Liberty, and his novel.", [("title", "On Liberty", "a")]),
    ("In his book Professor Henry Smith of Leeds, they say, errs.", []),
    ("In his book France and Germany, he says, are one.", []),
    ("In his book The Influence of Sea Power Mahan says so.", []),
    ("To the Editor of the West Briton, a West Briton.", [("title", "West Briton", "j")]),
    ("It stood in the Manchester Guardian that day.", [("title", "Manchester Guardian", "j")]),
    (
        "He read the Quarterly Review and the Daily News.",
        [("title", "Quarterly Review", "j"), ("title", "Daily News", "j")],
    ),
    ("The Northern Observer of the 5th wrote so.", [("title", "Northern Observer", "j")]),
    ("A report in The Times of Tuesday said so.", [("title", "The Times", "j")]),
    ("The leader of Pravda, and Le Temps too.", [("title", "Pravda", "j"), ("title", "Le Temps", "j")]),
    (
        'She had read <hi rend="italic">The Tempest of Time</hi> twice.',
        [("title", "The Tempest of Time", None)],
    ),
    ('She read <hi rend="italic">The Tempest</hi> twice.', [("title", "The Tempest", None)]),
    ('His novel <hi rend="italic">Emma</hi> was out.', [("title", "Emma", "m")]),
]


@pytest.mark.parametrize(("text", "found"), TITLES)
def test_a_title_is_told_by_its_marks_its_form_and_the_words_before(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        'She went. <hi rend="italic">The Man</hi> was there, <hi rend="italic">so</hi> it was.',
        "In the article “I know well what you have done to us,” he had said.",
        "The word “treason” is found in letters; the report said “No.”",
        "He spoke to Mr. Times, in the Roman Review of troops.",
        "The times are bad; the General Register was burnt; Sunday was fine.",
        'He was <hi rend="italic">not</hi> there. <hi rend="italic">They</hi> were, in '
        '<hi rend="italic">July 1955</hi>.',
        'The <hi rend="bold">Great Hall</hi> was shut.',
    ],
)
def test_other_words_in_marks_or_capitals_are_no_titles(text: str) -> None:
    assert [one for one in marked(text) if one[0] == "title"] == []


SOURCES = [
    (
        "“So it is.” (Lenin, Collected Works, vol. 5, p. 12)",
        [("bibl", "Lenin, Collected Works, vol. 5, p. 12", None), ("title", "Collected Works", None)],
    ),
    ("It is told (see Burke, Reflections, p. 44.).", [("bibl", "Burke, Reflections, p. 44.", None)]),
    ("And again (ibid., p. 7).", [("bibl", "ibid., p. 7", None)]),
    (
        "“So it is.” — Marx, Capital, I, p. 3",
        [("bibl", "Marx, Capital, I, p. 3", None)],
    ),
    (
        "It is told (quoted in Burke, Reflections, p. 44).",
        [("bibl", "Burke, Reflections, p. 44", None)],
    ),
    (
        "His words, quoted in Mehring, Life of Marx, p. 12, were few.",
        [("bibl", "Mehring, Life of Marx, p. 12", None), ("title", "Life of Marx", None)],
    ),
    ("“So it is.” — He said, on p. 3, that it was not. “No,” he said — Tom, I think — on p. 4.", []),
    ("He was quoted in court, and cited by the bench, on p. 3 of the report.", []),
    ("They met (on p. 5 of it) and (see above, p. 4) and (in 1905) and (vol. 3).", []),
    ("He was there (May 12, 1933) and (No. 5) with (a) the first.", []),
]


@pytest.mark.parametrize(("text", "found"), SOURCES)
def test_a_source_in_brackets_names_a_work_and_a_place_in_it(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert marked(text) == found


def test_a_work_of_the_authority_lists_is_found_as_names_are() -> None:
    lists = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listBibl><bibl xml:id="g">
    <title level="j">Manchester Guardian</title></bibl></listBibl></body></text></TEI>"""
    authority = Authority.of([Source(lists.encode(), "works.xml")])
    assert marked("It stood in the Manchester Guardian that day.", Knowledge(authority=authority)) == []


def test_what_is_marked_already_is_not_marked_again() -> None:
    assert marked("It stood in the <title>Manchester Guardian</title> that day.") == []


@pytest.mark.parametrize(("text", "found"), [*TITLES, *SOURCES])
def test_titles_and_sources_are_inscribed_and_taken_out_without_a_trace(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    made = document(text)
    claims = suggest(made, [recogniser(Knowledge())])
    done = inscribe(made, [one for one in claims if one.cert is not Certainty.LOW])
    assert done.refused == ()
    assert done.document.text == made.text
    assert strip(done.document, done.inscribed).source.data == made.source.data


def test_the_same_text_gives_the_same_claims() -> None:
    text = "The Daily News and (Marx, Das Kapital, vol. 1, p. 3) and in his book “On War”."
    assert find(text) == find(text)
    assert {claim.kind for claim in find(text)} == {Kind.TITLE, Kind.BIBL}
