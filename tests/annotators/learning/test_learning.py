"""Learning: what people confirmed is found again, what they refused is not, and the same teaches the same."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, product
from math import exp

import pytest
from tests.annotators.learning.archive import document, letter, letters

from rubricator.annotation import Annotation, Annotator, Certainty, Kind, Span
from rubricator.annotators import suggest
from rubricator.annotators.learning import Veto, heeding, learn, read_confirmed, rejection
from rubricator.annotators.learning.judging import threshold
from rubricator.annotators.learning.remembering import remember
from rubricator.annotators.names import recogniser
from rubricator.authority import Authority, EntryKind, Name
from rubricator.authority.formats.making import entry
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.knowledge import Knowledge
from rubricator.learnt import Memory, Model, Rejection, Said, Use
from rubricator.learnt.files import read_memory, read_model, write_memory, write_model
from rubricator.learnt.memory import relinked
from rubricator.settings import Annotating, NamePolicy, Settings
from rubricator.source import Source

JACOBINS = Authority(
    (entry(EntryKind.ORG, [Name("Jacobin Club", "orgName"), Name("Jacobins", "orgName", "members")]),)
)


def saying(kind: Kind, words: str, cert: Certainty, rule: str, ref: str = "") -> Annotator:
    """An annotator that claims every occurrence of *words*."""

    def annotate(read: Document) -> Iterable[Annotation]:
        start = read.text.find(words)
        while start >= 0:
            attributes = (("ref", ref),) if ref else ()
            yield Annotation(kind, Span(start, start + len(words)), cert, rule=rule, attributes=attributes)
            start = read.text.find(words, start + 1)

    return annotate


def claims(body: str, knowledge: Knowledge, *using: Annotator) -> list[tuple[str, str, str, str]]:
    """What is suggested for a body: kind, words, certainty, reference."""
    read = document(body)
    made = suggest(read, [heeding(using, knowledge)])
    return [
        (str(a.kind), read.text[a.span.start : a.span.end], str(a.cert), a.attribute("ref") or "")
        for a in made
    ]


def knowing(*bodies: str) -> Knowledge:
    """What is known after people marked these bodies."""
    return Knowledge(memory=remember([read_confirmed(document(b), str(n)) for n, b in enumerate(bodies)]))


TWELVE = "<p>" + '<persName ref="#rose">Rose</persName> spoke. ' * 12 + "</p>"


@pytest.mark.parametrize(
    ("taught", "body", "expected"),
    [
        (TWELVE, "<p>Then Rose came.</p>", [("persName", "Rose", "high", "#rose")]),
        (TWELVE, "<p>Then a rose fell.</p>", []),
        (TWELVE, "<p>Then Rosebery came.</p>", []),
        (
            '<p><placeName ref="#h">home</placeName> and <placeName ref="#h">home</placeName>.</p>',
            "<p>He went home.</p>",
            [("placeName", "home", "medium", "#h")],
        ),
        # left alone as often as marked: too little to show
        (
            "<p><persName>Rose</persName>. Rose. Rose.</p>",
            "<p>Then Rose came.</p>",
            [("persName", "Rose", "low", "")],
        ),
        # what only the program said teaches nothing
        ('<p><persName resp="#rubricator">Rose</persName></p>', "<p>Then Rose came.</p>", []),
        (
            '<p><persName resp="#editors">Rose</persName></p>',
            "<p>Rose.</p>",
            [("persName", "Rose", "medium", "")],
        ),
        # the longer string
        (
            '<p><persName ref="#a">Rose</persName>, <persName ref="#b">Rose Hill</persName></p>',
            "<p>Then Rose Hill came.</p>",
            [("persName", "Rose Hill", "medium", "#b")],
        ),
        ("<list><item><p>x</p></item></list>", "<p>Rose</p>", []),
    ],
)
def test_what_was_marked_is_found_elsewhere(
    taught: str, body: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert claims(body, knowing(taught)) == expected


def test_company_tells_two_of_one_name_apart() -> None:
    def said(ref: str, friend: str) -> str:
        other = f'<persName ref="#{friend}">{friend.title()}</persName>'
        return f'<p>{other}, <persName ref="{ref}">Rose</persName></p>'

    knowledge = knowing(*[said("#rose-a", "anna")] * 3, *[said("#rose-b", "bertha")] * 3)
    alone = claims("<p>Rose came.</p>", knowledge)
    assert alone == [("persName", "Rose", "medium", "")]
    with_bertha = claims("<p>Bertha and Rose came.</p>", knowledge)
    assert with_bertha[1] == ("persName", "Rose", "medium", "#rose-b")


def test_in_the_same_text_the_nearest_mention_tells_who_is_meant() -> None:
    body = (
        '<p><persName ref="#a">Rose</persName> '
        + "x " * 99
        + '<persName ref="#b">Rose</persName> and Rose.</p>'
        '<p><persName ref="#b">Rose</persName></p>'
        + "<p>y</p>" * 20
        + '<p><persName ref="#a">Rose</persName></p>'
    )
    assert claims(body, Knowledge()) == [("persName", "Rose", "medium", "#b")]


def test_a_surname_learnt_from_a_full_name_is_only_proposed() -> None:
    body = "<p><persName>Emily Trelawny</persName> left. Nobody saw Trelawny, or Jane Trelawny.</p>"
    assert claims(body, Knowledge()) == [("persName", "Trelawny", "low", "")]


@pytest.mark.parametrize(
    ("rejections", "confirmed", "words", "refused"),
    [
        # refused there, it is not asked there again, and not in the same company
        ([("Rose", "near", "street")], "", "near Rose street", True),
        ([("Rose", "the", "street")], "", "every Rose street", True),
        # once, in other company: perhaps another
        ([("Rose", "the", "street")], "", "when Rose spoke", False),
        # twice: it is the word
        ([("Rose", "the", "street"), ("Rose", "a", "bush")], "", "when Rose spoke", True),
        # unless people let it stand somewhere
        ([("Rose", "the", "street"), ("Rose", "a", "bush")], "Rose", "when Rose spoke", False),
        ([("Rose", "the", "street")], "Rose", "every Rose street", False),
        ([("Rose", "the", "street")], "Rose", "the Rose street", True),
        # a word that stands beside everything is no company
        ([("Rose", "the", "street")], "", "the Rose spoke", False),
        ([("Rosa", "near", "street"), ("Rosa", "a", "bush")], "", "near Rose street", False),
    ],
)
def test_a_refusal_is_a_veto(
    rejections: list[tuple[str, str, str]], confirmed: str, words: str, refused: bool
) -> None:
    veto = Veto([Rejection("name", *one) for one in rejections], lambda kind, one: one == confirmed)
    start = words.index("Rose")
    claim = Annotation(Kind.PLACE_NAME, Span(start, start + 4))
    assert veto.refuses(words, claim) is refused
    assert not veto.refuses(words, replace(claim, kind=Kind.DATE))


def test_a_refusal_overrules_lists_memory_and_rules() -> None:
    read = document("<p>when Rose spoke</p>")
    claim = Annotation(Kind.PERS_NAME, Span(5, 9), rule="names.authority")
    refusal = rejection(read.text, claim)
    knowledge = Knowledge(memory=Memory({}, (refusal,)))
    sayer = saying(Kind.PERS_NAME, "Rose", Certainty.HIGH, "names.authority")
    assert claims("<p>when Rose spoke</p>", knowledge, sayer) == []
    assert claims("<p>when Rose spoke</p>", Knowledge(), sayer) != []


@pytest.mark.parametrize(
    ("rule", "kind", "words", "winner"),
    [
        (
            "names.authority",
            Kind.ORG_NAME,
            "Rose Hill Club",
            "Rose Hill",
        ),  # what people confirmed comes first
        ("dates.full", Kind.DATE, "Hill 3 May", "Rose Hill"),
        ("names.place", Kind.PLACE_NAME, "Hill 3", "Rose Hill"),
        ("editor", Kind.PLACE_NAME, "Hill 3", "Hill 3"),
    ],
)
def test_accepted_comes_before_lists_dates_and_rules(rule: str, kind: Kind, words: str, winner: str) -> None:
    knowledge = knowing("<p><persName>Rose Hill</persName>; <persName>Rose Hill</persName></p>")
    made = claims(
        "<p>Rose Hill Club, Rose Hill 3 May</p>", knowledge, saying(kind, words, Certainty.HIGH, rule)
    )
    assert winner in [one[1] for one in made]
    assert (words in [one[1] for one in made]) is (words == winner)


HARRIET = ("persName", "Miss Harriet Rose", "high", "person:h")


@pytest.mark.parametrize(
    ("marked", "body", "listed", "cert", "expected"),
    [
        ("<persName>Miss Rose</persName>", "Miss Rose spoke", "Miss Rose", Certainty.HIGH,
         [("persName", "Miss Rose", "high", "person:h")]),
        ("<persName>Miss Harriet</persName>", "Miss Harriet Rose spoke", "Miss Harriet Rose", Certainty.HIGH,
         [HARRIET]),
        # marked in the same text
        ("", "<persName>Miss Harriet</persName> saw Miss Harriet Rose", "Miss Harriet Rose", Certainty.HIGH,
         [HARRIET]),
        # more was marked than the list has
        ("<persName>Miss Rose and her sister</persName>", "Miss Rose and her sister spoke", "Miss Rose",
         Certainty.HIGH, [("persName", "Miss Rose and her sister", "medium", "")]),
        # it was marked as something else
        ("<orgName>Rose</orgName>", "the Rose spoke", "Rose", Certainty.HIGH,
         [("orgName", "Rose", "medium", "")]),
        # it was led to someone else
        ('<persName ref="person:x">Rose</persName>', "Then Rose spoke", "Rose", Certainty.HIGH,
         [("persName", "Rose", "medium", "person:x")]),
        # the list itself is in doubt
        ("<persName>Rose</persName>", "Then Rose spoke", "Rose", Certainty.LOW,
         [("persName", "Rose", "medium", "")]),
    ],
)  # fmt: skip
def test_what_was_marked_and_led_nowhere_yields_to_the_entry_that_a_list_has(
    marked: str, body: str, listed: str, cert: Certainty, expected: list[tuple[str, str, str, str]]
) -> None:
    sayer = saying(Kind.PERS_NAME, listed, cert, "names.authority", "person:h")
    assert claims(f"<p>{body}.</p>", knowing(f"<p>{marked}</p>"), sayer) == expected


def test_a_refusal_of_the_entry_there_leaves_what_was_marked() -> None:
    knowledge = knowing("<p><persName>Miss Harriet</persName></p>")
    sayer = saying(Kind.PERS_NAME, "Miss Harriet Rose", Certainty.HIGH, "names.authority", "person:h")
    refused = replace(knowledge.memory, rejections=(Rejection("name", "Miss Harriet Rose", "", "spoke"),))
    made = claims("<p>Miss Harriet Rose spoke.</p>", replace(knowledge, memory=refused), sayer)
    assert [one[1] for one in made] == ["Miss Harriet"]


@pytest.mark.parametrize(
    ("rule", "wins"), [("names.authority", True), ("dates.full", True), ("names.title", False)]
)
def test_what_is_learnt_stands_between_lists_and_rules(rule: str, wins: bool) -> None:
    kind = Kind.DATE if rule.startswith("dates") else Kind.PERS_NAME
    claim = Annotation(kind, Span(0, 4), Certainty.HIGH, rule=rule)
    learnt = Annotation(Kind.PERS_NAME, Span(2, 9), Certainty.HIGH, rule="learnt.model")
    read = document("<p>Anna Rose Hill</p>")
    made = suggest(read, [lambda given: [claim, learnt]])
    assert made == ((claim,) if wins else (learnt,))


def test_the_model_finds_names_that_rules_and_memory_do_not_know() -> None:
    knowledge = Knowledge()
    using = [recogniser(knowledge)]
    lesson = learn(letters(12), using, knowledge)
    assert lesson.model is not None
    assert lesson.figure.f1 > max(0.9, lesson.figure.rules_f1)
    taught = replace(knowledge, memory=lesson.memory, model=lesson.model)
    body = "<p>We saw Mr. Zennor at Pengarth before the rain.</p>"
    found = claims(body, taught, *using)
    assert ("placeName", "Pengarth", "#pengarth") in [(kind, words, ref) for kind, words, _, ref in found]
    assert "Mr. Zennor" in [words for _, words, _, _ in found]
    assert all(words != "Church" for _, words, _, _ in found)


def test_the_model_is_the_same_bytes_when_it_is_trained_again() -> None:
    knowledge = Knowledge()
    first = learn(letters(6), [recogniser(knowledge)], knowledge)
    second = learn(letters(6), [recogniser(knowledge)], knowledge)
    assert first.model is not None
    assert second.model is not None
    assert write_model(first.model) == write_model(second.model)
    assert write_memory(first.memory) == write_memory(second.memory)


def test_what_was_learnt_comes_back_from_its_file() -> None:
    knowledge = Knowledge()
    lesson = learn(letters(6), [recogniser(knowledge)], knowledge)
    assert lesson.model is not None
    memory = replace(lesson.memory, rejections=(Rejection("name", "Rose", "the", "street"),))
    assert read_memory(Source(write_memory(memory))) == memory
    again = read_model(Source(write_model(lesson.model)))
    assert write_model(again) == write_model(lesson.model)
    assert dict(again.weights) == dict(lesson.model.weights)
    assert again.archive == lesson.model.archive
    assert again.limits == lesson.model.limits


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"[]\n",
        b"\x00\x01",
        b"[" * 5000,
        b'{"rubricator": "model", "format": 99}\n',
        b'{"rubricator": "model", "format": 1, "labels": ["O"], "likely": 0.4, "claimed": {}, "sure": {},'
        b' "lowered": false, "transitions": [], "texts": []}\n'
        b'["x", [[7, 1]]]\n',
        b'{"rubricator": "memory", "format": 1}\n{"words": "x", "uses": [["persName", "", 0]]}\n',
        b'{"rubricator": "memory", "format": 1}\n{"words": "x", "uses": [["div", "", 1]]}\n',
    ],
)
def test_a_broken_file_is_refused_with_its_remedy(broken: bytes) -> None:
    for read in (read_memory, read_model):
        with pytest.raises(InputRefused, match="has learnt") as caught:
            read(Source(broken, name="learnt.jsonl"))
        assert caught.value.remedy == "Learn it again with: rubricator learn"


def test_too_few_names_teach_no_model_but_are_remembered() -> None:
    knowledge = Knowledge()
    lesson = learn(letters(1), [recogniser(knowledge)], knowledge)
    assert lesson.model is None
    assert lesson.memory.said


def test_twenty_names_in_short_documents_teach_a_model() -> None:
    cases = [
        f"<p><persName>{given} Wray</persName> of <placeName>{place}</placeName> {age} yeres. A fever.</p>"
        for given in ("Joane", "Robert", "Alice", "Thomas")
        for place, age in (("Wing", 20), ("Olney", 41), ("Emberton", 60))
    ]
    knowledge = Knowledge()
    taught = [read_confirmed(document(case), f"case-{n}") for n, case in enumerate(cases)]
    lesson = learn(taught, [recogniser(knowledge)], knowledge)
    assert lesson.names == 24
    assert lesson.model is not None


def test_nothing_is_learnt_where_suggestions_wait() -> None:
    read = document(
        '<p><persName>Rose</persName> and <placeName resp="#rubricator">Cove</placeName>, Penrose.</p>'
        "<p><persName>Penrose</persName> alone.</p>"
    )
    memory = remember([read_confirmed(read, "x")])
    assert set(memory.said) == {"Rose", "Penrose"}
    assert memory.said["Penrose"].plain == 0


def test_probabilities_are_those_of_all_ways_to_label() -> None:
    model = Model(
        ("B-x", "I-x", "O"),
        {("B-x", "I-x"): 1.0, ("I-x", "I-x"): 0.5, ("O", "I-x"): -9.0, ("O", "B-x"): 0.3},
        {"a": ((0, 1.2),), "b": ((1, 0.7), (2, 0.1)), "c": ((2, 1.1),)},
    )
    rows = [("c",), ("a",), ("b",), ("a", "b"), ("c",)]

    def score(path: tuple[int, ...]) -> float:
        total = sum(
            w for place, row in enumerate(rows) for t in row for n, w in model.weights[t] if n == path[place]
        )
        names = [model.labels[number] for number in path]
        return total + sum(model.transitions.get(pair, 0.0) for pair in pairwise(names))

    paths = list(product(range(3), repeat=5))
    whole = sum(exp(score(path)) for path in paths)
    exactly = sum(exp(score(path)) for path in paths if path[1:3] == (0, 1) and path[3] != 1)
    reading = model.read([(row,) for row in rows])
    assert reading.probability(1, 3, "x") == pytest.approx(exactly / whole)
    to_end = sum(exp(score(path)) for path in paths if path[3:] == (0, 1))
    assert reading.probability(3, 5, "x") == pytest.approx(to_end / whole)
    best = max(paths, key=score)
    starts = [place for place, number in enumerate(best) if number == 0]
    assert [name.start for name in reading.names()] == starts


@pytest.mark.parametrize(
    ("judged", "sure"),
    [
        ([(0.99, True)] * 30, 0.99),
        ([(0.99, True)] * 30 + [(0.96, False)] * 30, 0.99),
        ([(0.99, True)] * 30 + [(0.96, True)] * 30, 0.96),
        ([(0.99, False)] * 30, 1.01),
        ([(0.94, True)] * 30, 1.01),  # never below what the probability itself promises
        ([(0.99, True)] * 3, 1.01),
        ([(0.99, True)] * 19 + [(0.99, False)], 1.01),  # 19 of 20 promise less than 95 of 100
        ([(0.99, True)] * 290 + [(0.99, False)] * 10, 0.99),
    ],
)
def test_high_is_what_was_right_in_what_was_held_out(judged: list[tuple[float, bool]], sure: float) -> None:
    assert threshold(judged) == sure


@pytest.mark.parametrize(
    ("body", "setting"),
    [
        ("<p><persName>Burke's</persName> works.</p>" * 6, "annotate.names.possessive-inside = true"),
        ("<p><persName>Burke</persName>'s works.</p>" * 6, ""),
        ("<p>Mr. <persName>Burke</persName> came.</p>" * 6, "annotate.names.titles-inside = false"),
        ("<p><persName>Mr. Burke</persName> came.</p>" * 6, ""),
        ("<p>Mr. <persName>Burke</persName> came.</p>" * 3, ""),
        ("<p>Mr. <persName>Burke</persName>, <persName>Mr. Burke</persName>.</p>" * 6, ""),
        ("<p>at the <placeName>Hague</placeName>.</p>" * 6, "annotate.names.place-article-inside = false"),
        ("<p>at <placeName>the Hague</placeName>.</p>" * 6, ""),
        ("<p>at the <placeName>Thames Tunnel</placeName>.</p>" * 6, ""),
        ("<p>a <persName>Stalinist</persName> view.</p>" * 6, "annotate.names.adjectives = true"),
        ("<p>with <persName>Burke</persName>, a Stalinist.</p>" * 6, ""),
        (
            "<p><persName>Mr. and Mrs. Burke</persName> came.</p>" * 6,
            'annotate.names.pairs = "together"',
        ),
        ("<p>Mr. and <persName>Mrs. Burke</persName> came.</p>" * 6, 'annotate.names.pairs = "last"'),
        ("<p><persName>Mr.</persName> and <persName>Mrs. Burke</persName> came.</p>" * 6, ""),
        (
            "<p><persName>Burke</persName> heard the <rs>Mikado</rs>.</p>" * 6,
            "annotate.names.article-inside = false",
        ),
        ("<p>said the <persName>Tsar</persName>.</p>" * 6, "annotate.names.article-inside = false"),
        ("<p>said <rs>the Mikado</rs>. <rs>The Mikado</rs> rose.</p>" * 6, ""),
        ('<p>sailed in the <rs type="ship">Petrel</rs>.</p>' * 6, ""),
        ('<p>said the <rs resp="#rubricator">Mikado</rs> to <persName>Rose</persName>.</p>' * 6, ""),
        ("<p>The Jacobins heard <persName>Burke</persName>.</p>" * 6, "annotate.names.factions = false"),
        ("<p>The <orgName>Jacobins</orgName> heard <persName>Burke</persName>.</p>" * 6, ""),
        ("<p>The <orgName>Jacobins</orgName>. Jacobins, <persName>Burke</persName>.</p>" * 6, ""),
    ],
)
def test_span_policies_are_proposed_where_people_are_of_one_mind(body: str, setting: str) -> None:
    knowledge = Knowledge(authority=JACOBINS)
    lesson = learn([read_confirmed(document(body), "x")], [recogniser(knowledge)], knowledge)
    assert [proposal.text for proposal in lesson.proposals] == ([setting] if setting else [])


def test_adherents_and_articles_are_proposed_for_an_edition_that_had_left_them_out() -> None:
    body = "<p>The <orgName>Jacobins</orgName> heard <rs>the Mikado</rs>.</p>" * 6
    policy = NamePolicy(factions=False, article_inside=False)
    knowledge = Knowledge(Settings(annotate=Annotating(names=policy)), JACOBINS)
    lesson = learn([read_confirmed(document(body), "x")], [recogniser(knowledge)], knowledge)
    assert [proposal.text for proposal in lesson.proposals] == [
        "annotate.names.article-inside = true",
        "annotate.names.factions = true",
    ]


def test_a_kind_that_people_never_mark_is_proposed_to_be_left_out() -> None:
    body = "<p>The Harbour Club met <persName>Rose</persName> today.</p>" * 25
    knowledge = Knowledge()
    lesson = learn([read_confirmed(document(body), "x")], [recogniser(knowledge)], knowledge)
    assert [proposal.text for proposal in lesson.proposals] == ['annotate.leave-out = ["orgName"]']


def test_the_whole_is_linear_in_the_length_of_the_text() -> None:
    knowledge = Knowledge()
    lesson = learn(letters(6), [recogniser(knowledge)], knowledge)
    annotate = heeding([recogniser(knowledge)], replace(knowledge, memory=lesson.memory, model=lesson.model))

    def seconds(sentences: int) -> float:
        read = letter(99, sentences)
        started = time.process_time()
        list(annotate(read))
        return time.process_time() - started

    seconds(10)
    assert seconds(1600) < 8 * max(seconds(400), 0.05)


def test_memory_counts_links_and_what_was_left_alone() -> None:
    memory = remember([read_confirmed(document('<p><persName ref="#r">Rose</persName>, Rose</p>'), "x")])
    assert memory.said == {"Rose": Said((Use(Kind.PERS_NAME, "#r", 1),), 1)}


def test_what_was_learnt_of_an_entry_goes_over_to_the_one_it_became() -> None:
    name = Kind.PERS_NAME
    uses = (Use(name, "person:a", 3, (("person:c", 2),)), Use(name, "person:b", 2, (("person:c", 1),)))
    other = Said((Use(name, "person:c", 1, (("person:a", 1), ("person:b", 4))),))
    memory = relinked(Memory({"Wren": Said(uses, 1), "Roe": other}), "person:a", "person:b")
    assert memory.said["Wren"] == Said((Use(name, "person:b", 5, (("person:c", 3),)),), 1)
    assert memory.said["Roe"].uses == (Use(name, "person:c", 1, (("person:b", 5),)),)
