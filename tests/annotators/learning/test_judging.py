"""What is believed of a model: limits from what was held out, and what the archive's own texts tell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotators.learning.archive import document, letters

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.annotators.learning import heeding, learn, read_confirmed
from rubricator.annotators.learning.judging import Judged, kept_of, limits
from rubricator.annotators.learning.using import counted, in_archive
from rubricator.annotators.names import recogniser
from rubricator.annotators.names.context import DEFAULT, Context
from rubricator.knowledge import Knowledge
from rubricator.learnt import Limits
from rubricator.learnt.usage import Used, usage_of

PERSON = "persName"
RIGHT = [Judged(PERSON, 0.9, True)] * 60


@pytest.mark.parametrize(
    ("others", "names", "likely"),
    [
        ([], 60, 0.4),
        ([Judged(PERSON, 0.2, True)] * 20, 120, 0.2),  # names that the model doubts and people marked
        ([Judged(PERSON, 0.2, False)] * 20, 120, 0.4),
        ([Judged(PERSON, 0.3, True)] * 20 + [Judged(PERSON, 0.2, False)] * 20, 120, 0.3),
    ],
)
def test_what_is_likely_enough_is_what_finds_most_in_what_was_held_out(
    others: list[Judged], names: int, likely: float
) -> None:
    assert limits([*RIGHT, *others], names).likely == likely


@pytest.mark.parametrize(
    ("claims", "kept"),
    [
        ([Judged(PERSON, 0.01, True, claimed=True)] * 12, True),
        ([Judged(PERSON, 0.01, False, claimed=True)] * 12, False),
        ([Judged(PERSON, 0.01, True, claimed=True)] * 9, False),  # too few to tell
        ([Judged(PERSON, 0.01, True, claimed=True, rival=0.8)] * 12, False),  # beaten by a likelier name
    ],
)
def test_rules_that_were_right_where_the_model_saw_nothing_are_kept(claims: list[Judged], kept: bool) -> None:
    likelier = [one._replace(probability=least) for one in claims for least in (0.25, 0.15, 0.06, 0.03)]
    found = limits([*RIGHT, *likelier, *claims], 120)
    assert (found.keeps(PERSON) <= 0.01) is kept
    assert any(one.claimed for one in kept_of(claims, found)) is kept


def test_each_kind_is_sure_from_its_own_limit_and_one_with_too_few_is_never() -> None:
    orgs = [Judged("orgName", 0.99, True)] * 5
    found = limits([*RIGHT, *[Judged(PERSON, 0.99, True)] * 60, *orgs], 130)
    assert found.is_sure(PERSON, 0.99)
    assert not found.is_sure("orgName", 0.999)
    assert not Limits().is_sure(PERSON, 1.0)


def used(text: str, *claimed: str) -> dict[str, Used]:
    """How *text* uses its words, where these are claimed to be persons."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in claimed]
    claims = [Annotation(Kind.PERS_NAME, span, Certainty.MEDIUM, rule="names.title") for span in spans]
    return counted(Context.of(document(f"<p>{text}</p>"), DEFAULT), claims)


def test_the_use_of_a_word_is_counted() -> None:
    found = used("Rose met Mr. Wray's men. The rose is red.", "Wray")
    assert found["rose"] == Used(0, 1, 1)
    assert found["wray"] == Used(1, 0, 0, 1, (("address", 1), ("possessive", 1)), ((PERSON, 1),))


def test_the_same_text_counts_once_and_another_adds_to_it() -> None:
    one, other = used("He saw Wray."), used("At Wray he saw wray.")
    archive = usage_of([("He saw Wray.", one), ("He saw Wray.", one)])
    assert archive.words["wray"].inside == 1
    assert archive.knows("He saw Wray.")
    assert not archive.knows("At Wray he saw wray.")
    both = archive.beside(other)
    assert (both.words["wray"].inside, both.words["wray"].small, both.words["wray"].texts) == (2, 1, 2)
    assert archive.words["wray"].texts == 1


@pytest.mark.parametrize(
    ("use", "trait"),
    [
        (Used(inside=3), "archive=always"),
        (Used(inside=3, small=1), "archive=half"),
        (Used(inside=1, small=9), "archive=seldom"),
        (Used(opening=2), "archive=opening"),
        (Used(opening=2, small=3), "archive=never"),
        (Used(small=3), "archive=small"),
        (None, "archive=small"),
    ],
)
def test_how_often_a_word_has_a_capital_is_told(use: Used | None, trait: str) -> None:
    assert in_archive(use)[0] == trait


def test_texts_in_which_nobody_marked_anything_tell_of_their_words() -> None:
    knowledge = Knowledge()
    bare = document("<p>We dined with Mr. Zennor and spoke of Mr. Zennor.</p>")
    lesson = learn([*letters(6), read_confirmed(bare, "bare")], [recogniser(knowledge)], knowledge)
    assert lesson.documents == 6
    assert lesson.model is not None
    assert lesson.model.archive.words["zennor"].beside == (("address", 2),)


def test_names_without_capitals_are_looked_for_where_editors_mark_many() -> None:
    knowledge = Knowledge()
    small = [
        (f"<p>We came to <placeName>{place}</placeName> with <persName>{person}</persName> at night.</p>" * 2)
        for place in ("pengarth", "wokeham", "trevose", "zennoe")
        for person in ("penrose", "tregear", "loveday")
    ]
    taught = [read_confirmed(document(body), f"day-{n}") for n, body in enumerate(small)]
    lesson = learn(taught, [recogniser(knowledge)], knowledge)
    assert lesson.model is not None
    assert lesson.model.lowered
    annotate = heeding([recogniser(knowledge)], replace(knowledge, model=lesson.model))
    read = document("<p>We came to kelynack with penrose at night.</p>")
    assert "kelynack" in [read.text[one.span.start : one.span.end] for one in annotate(read)]


def test_names_with_capitals_are_looked_for_where_capitals_are() -> None:
    knowledge = Knowledge()
    lesson = learn(letters(6), [recogniser(knowledge)], knowledge)
    assert lesson.model is not None
    assert not lesson.model.lowered
