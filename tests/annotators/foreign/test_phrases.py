"""Phrases of other languages: what is one, in which language, and what is none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rubricator import plugins
from rubricator.annotation import Certainty, Kind
from rubricator.annotators import suggest
from rubricator.annotators.foreign import find, recogniser
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.knowledge import Knowledge
from rubricator.source import Source

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"{}><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>{}</p></body></text></TEI>"""


def found(text: str) -> list[tuple[str, str]]:
    """The phrases of *text* with their languages."""
    return [(text[phrase.start : phrase.end], phrase.language) for phrase in find(text)]


@pytest.mark.parametrize(
    ("text", "phrase", "language"),
    [
        ("He asked for the raison d'être of it all.", "raison d'être", "fr"),
        ("She was, malgré tout, a friend.", "malgré tout", "fr"),
        ("They cried Vive la république and ran.", "Vive la république", "fr"),
        ("It was all und so weiter with him.", "und so weiter", "de"),
        ("She read der Wille zur Macht that year.", "der Wille zur Macht", "de"),
        ("It was the dolce far niente of Rome.", "dolce far niente", "it"),
        ("They said hasta la vista, and went.", "hasta la vista", "es"),
        ("It was a sine qua non for him.", "sine qua non", "la"),
        ("She had it inter alia from her aunt.", "inter alia", "la"),
    ],
)
def test_a_phrase_is_found_with_its_language(text: str, phrase: str, language: str) -> None:
    assert found(text) == [(phrase, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Mme de Staël met the Comte de Lauzun and Leonardo da Vinci at La Rochelle.",
        "General von Hindenburg and van der Lubbe, Miguel de Cervantes y Saavedra.",
        "He ain't a-goin' to th' pit, nowt but summat, and tha knowst it thysen.",
        "It was recieved with thier usual elan, and the wenkstock was zornrag.",
        "An honourable mention of the connexion, to-day as then, in good grace.",
        "The table was large, the place vast, the garden immense and the main door plain.",
        "We saw Piero della Francesca e Luca della Robbia there.",
        "She wore a fichu and a pelisse.",
        "Die, said he, in the hall of the man in the bad hat.",
    ],
)
def test_names_dialect_slips_and_single_words_are_none(text: str) -> None:
    assert found(text) == []


def document(text: str, attributes: str = "") -> Document:
    """A document whose only paragraph is *text*."""
    return Document.of(Source(TEI.format(attributes, text).encode()))


def test_a_phrase_becomes_foreign_with_its_language() -> None:
    made = document("It was all und so weiter with him.")
    (claim,) = suggest(made, [recogniser(Knowledge())])
    assert (claim.kind, claim.cert, claim.rule) == (Kind.FOREIGN, Certainty.MEDIUM, "foreign.phrase")
    assert '<foreign xml:lang="de" resp="#rubricator" cert="medium">und so weiter</foreign>' in (
        inscribe(made, [claim]).document.source.markup
    )


def test_latin_is_never_more_than_likely() -> None:
    (claim,) = recogniser(Knowledge())(document("It was a sine qua non for him."))
    assert claim.cert is Certainty.LOW


def test_what_is_marked_already_is_not_claimed_again() -> None:
    marked = document('It was all <foreign xml:lang="de">und so weiter</foreign> with him.')
    assert suggest(marked, [recogniser(Knowledge())]) == ()


def test_in_another_language_s_text_nothing_is_foreign_to_english() -> None:
    assert list(recogniser(Knowledge())(document("Und so weiter, raison d’être.", ' xml:lang="de"'))) == []


def test_what_ends_one_paragraph_and_begins_the_next_is_no_phrase() -> None:
    apart = document("It was all und so</p><p>weiter with him, and und so weiter too.")
    claims = [apart.text[c.span.start : c.span.end] for c in recogniser(Knowledge())(apart)]
    assert claims == ["und so weiter"]


def test_the_edition_s_own_words_are_not_foreign() -> None:
    known = Knowledge(words=frozenset({"und", "weiter"}))
    assert list(recogniser(known)(document("It was all und so weiter with him."))) == []


def test_it_is_one_of_the_annotators() -> None:
    assert plugins.load(plugins.ANNOTATORS, "foreign") is recogniser
    assert "foreign" in Knowledge().settings.annotate.annotators


@pytest.mark.shared
def test_what_is_inscribed_is_valid(shared: Path) -> None:
    made = document("It was all und so weiter, the raison d'être of it, with him.")
    inscribed = inscribe(made, suggest(made, [recogniser(Knowledge())])).document
    schema = etree.RelaxNG(etree.parse(str(shared / "schemas" / "tei_all.rng")))
    assert inscribed.source.markup.count("<foreign") == 2
    assert schema.validate(inscribed.root), schema.error_log


WORDS = st.sampled_from("the la raison d'être und so weiter of , . l' C’est que é sine qua non -".split())


@settings(max_examples=100)
@given(st.lists(st.one_of(WORDS, st.text(max_size=5)), max_size=25).map(" ".join))
def test_any_text_gives_the_same_phrases_each_time_and_none_overlap(text: str) -> None:
    phrases = find(text)
    assert phrases == find(text)
    assert all(one.end <= other.start for one, other in pairwise(phrases))
    assert all(phrase.words > 1 for phrase in phrases)
