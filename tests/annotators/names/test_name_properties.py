"""What holds of the names annotator on every text: nothing illegal, nothing random, work as the words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import overload

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubricator.annotation import Annotation, Certainty, Span
from rubricator.annotators import suggest
from rubricator.annotators.names import names_in, recogniser
from rubricator.annotators.names.context import Context
from rubricator.annotators.names.lexicon import Lexicon
from rubricator.annotators.names.tokens import Token, tokenise
from rubricator.authority import Authority
from rubricator.document import Document
from rubricator.encoding.inscribe import inscribe
from rubricator.knowledge import Knowledge
from rubricator.settings import of as settings_of
from rubricator.source import Source

CHECKOUT = Path(__file__).resolve().parents[3]
AUTHORITY = Authority.read([CHECKOUT / "tei" / "authority"])
LEXICON = Lexicon(AUTHORITY)
WORDS = (
    "Stalin Molotov Hitler the Mikado Soviet government Union Left Opposition Mr. Miss Anna Webb L. Trotsky "
    "in at of Germany German Germany’s Stalin's - -- . , “ ” ( ) reading Reading Tom Cordery May Chinese "
    "Eastern Railroad USSR U.S.S.R. von Bülow Ça é& x"
).split()
texts = st.lists(st.sampled_from([*WORDS, "\n", " ", "-"]), max_size=60).map(
    lambda words: " ".join(words).replace(" - ", "-")
)


def document(body: str, head: str = "", language: str = "en") -> Document:
    return Document.of(
        Source(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{head}</teiHeader>'
            f'<text xml:lang="{language}"><body>{body}</body></text></TEI>'.encode(),
            "text.xml",
        )
    )


def read(text: str) -> tuple[Annotation, ...]:
    boundaries = [offset for offset, char in enumerate(text) if char == "\n"]
    return names_in(Context(text, tokenise(text, boundaries), 1933), LEXICON)


@given(texts)
@settings(max_examples=150)
def test_names_never_overlap_and_never_begin_or_end_in_a_word(text: str) -> None:
    claims = read(text)
    for first, second in pairwise(claims):
        assert first.span.end <= second.span.start
    for claim in claims:
        words = text[claim.span.start : claim.span.end]
        assert words == words.strip()
        assert "\n" not in words
        assert not text[claim.span.start - 1 : claim.span.start].isalpha()
        assert not text[claim.span.end : claim.span.end + 1].isalpha()


@given(texts)
@settings(max_examples=50)
def test_the_same_text_gives_the_same_names(text: str) -> None:
    assert read(text) == read(text)


@given(texts)
@settings(max_examples=50)
def test_every_claim_says_why_and_only_sure_ones_are_linked(text: str) -> None:
    for claim in read(text):
        assert claim.evidence
        assert claim.rule.startswith("names.")
        if claim.cert is Certainty.HIGH:
            ref = claim.attribute("ref")
            assert ref in AUTHORITY.by_ref


class Counted(Sequence[Token]):
    """Tokens that count how often they are looked at."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.looks = 0

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        self.looks += 1
        return self.tokens[index]


def looks(text: str) -> int:
    tokens = Counted(tokenise(text))
    names_in(Context(text, tokens, 1933), LEXICON)
    return tokens.looks


@pytest.mark.parametrize(
    "text",
    [
        "Stalin and Molotov met Mr. Moon at the Chinese Eastern Railroad in Germany. ",
        "Chinese Eastern Chinese Eastern ",
        "Mr. Mr. Anna Anna Stalin Webb ",
        "the small words of a text without any names at all ",
        "A. B. C. D. Stalin-Molotov-Hitler-",
    ],
)
def test_twice_the_text_is_twice_the_work(text: str) -> None:
    once, twice = looks(text * 200), looks(text * 400)
    assert 1.8 < twice / once < 2.2


def test_a_name_does_not_run_from_one_block_into_the_next() -> None:
    text = document("<head>Soviet</head><p>Union of <hi>Joseph</hi> Stalin</p>")
    claims = recogniser(Knowledge(authority=AUTHORITY))(text)
    assert [text.text[c.span.start : c.span.end] for c in claims] == ["Joseph Stalin"]


def test_the_settings_of_an_edition_decide_what_counts_as_a_name() -> None:
    table = {"annotate": {"names": {"article-inside": False, "unlisted": False}}}
    annotator = recogniser(Knowledge(settings=settings_of(table, "rubricator.toml"), authority=AUTHORITY))
    text = document("<p>Tom Cordery before the Mikado</p>")
    assert [text.text[c.span.start : c.span.end] for c in annotator(text)] == ["Mikado"]


def test_names_of_no_list_are_looked_for_in_english_alone() -> None:
    annotator = recogniser(Knowledge(authority=AUTHORITY))
    body = "<p>In Deutschland, sagte Tom Cordery</p>"
    assert len(list(annotator(document(body)))) == 2
    german = document(body, language="de")
    assert [claim.attribute("ref") for claim in annotator(german)] == ["place:germany"]


def test_what_the_markup_says_already_is_not_said_again() -> None:
    text = document("<p>Stalin, <persName>Stalin</persName>, <date>May 1933</date></p>")
    found = suggest(text, [recogniser(Knowledge(authority=AUTHORITY))])
    assert [claim.span for claim in found] == [Span(text.text.index("Stalin"), text.text.index("Stalin") + 6)]


def test_nobody_is_named_before_birth() -> None:
    head = '<profileDesc><creation><date when="1850"/></creation></profileDesc>'
    annotator = recogniser(Knowledge(authority=AUTHORITY))
    found = suggest(document("<p>said Stalin in Germany</p>", head), [annotator])
    assert [claim.attribute("ref") for claim in found] == [None, "place:germany"]


@given(texts)
@settings(max_examples=50)
def test_every_suggestion_can_be_inscribed_and_leaves_the_text_as_it_is(text: str) -> None:
    plain = document(f"<p>{text.replace('&', '&amp;')}</p>")
    result = inscribe(plain, suggest(plain, [recogniser(Knowledge(authority=AUTHORITY))]))
    assert result.refused == ()
    assert result.document.text == plain.text


@pytest.mark.parametrize("unwanted", ["placeName", "names", "names.authority"])
def test_what_a_house_leaves_out_is_not_suggested(unwanted: str) -> None:
    text = document("<p>said Hitler in Germany</p>")
    annotator = recogniser(Knowledge(authority=AUTHORITY))
    everything = suggest(text, [annotator])
    left = suggest(text, [annotator], leave_out=[unwanted])
    assert len(everything) == 2
    assert left == tuple(c for c in everything if unwanted == "placeName" and c.kind != "placeName")


OWN = (
    "<body><p>Then Tom Cordery came, and Mary, to Ufton.</p>"
    '</body><back><listPerson><person xml:id="tom"><persName><forename>Thomas</forename>'
    "<surname>Cordery</surname></persName><note>Brother of Mary Webb of Stratford.</note></person>"
    '<person xml:id="mary"><persName><forename>Mary</forename><surname>Allen</surname></persName></person>'
    '</listPerson><listPlace><place xml:id="ufton"><placeName>Ufton</placeName></place></listPlace></back>'
)


def test_whom_a_document_lists_itself_is_whom_it_means_and_the_list_is_left_alone() -> None:
    markup = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text xml:lang="en">{OWN}</text></TEI>'
    text = Document.of(Source(markup.encode(), "tale.xml"))
    found = suggest(text, [recogniser(Knowledge(authority=AUTHORITY))])
    assert [(text.text[c.span.start : c.span.end], c.attribute("ref")) for c in found] == [
        ("Tom Cordery", "#tom"),
        ("Mary", "#mary"),
        ("Ufton", "#ufton"),
    ]
