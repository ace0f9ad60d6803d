"""The index of several texts: what each is, how it begins, and where its files are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.checks.tools import axe, html_validate
from tests.publication.goldens import GENRES
from tests.publication.helpers import HEADER, Seen, tei
from tests.publication.test_images import PIXEL

from rubricator.cli import run
from rubricator.document import Document
from rubricator.publication.gallery import MANY, Card, page
from rubricator.publication.images import INLINE
from rubricator.publication.metadata import Metadata
from rubricator.source import Source

DECADES = [f"{first}–{first + 9}" for first in range(1850, 1950, 10)]
LONG = "one two three four five six seven eight nine ten"


def card(data: bytes) -> Card:
    root = Document.of(Source(data)).root
    return Card.of(root, Metadata.of(root, "x"), 1234)


@pytest.mark.parametrize(
    ("genre", "told"),
    [
        ("drama", "drama"),
        ("letter", "letter"),
        ("dictionary", "dictionary"),
        ("apparatus", "critical"),
        ("inscription", "inscription"),
        ("sourcedoc", "transcription"),
        ("manuscript", "manuscript"),
        ("corpus", "speech"),
        ("verse", "verse"),
        ("prose", "prose"),
    ],
)
def test_a_text_is_told_to_be_of_its_genre(genre: str, told: str) -> None:
    assert card((GENRES / f"{genre}.xml").read_bytes()).genre == told


@pytest.mark.parametrize(
    ("body", "genre"),
    [
        ('<div type="letter" n="A"><entry><form><orth>aval</orth></form></entry></div>', "dictionary"),
        ('<div type="letter" n="A"><entryFree>aval</entryFree></div>', "dictionary"),
        ('<div type="letter"><p>Dear Ann</p></div>', "letter"),
    ],
)
def test_the_letters_of_an_alphabet_are_nobody_s_letters(body: str, genre: str) -> None:
    assert card(tei(body)).genre == genre


@pytest.mark.parametrize(
    ("body", "opening"),
    [
        (f"<p>{LONG}<note>A note.</note> .</p>", LONG + "."),
        (f"<p>{LONG} . . . eleven .5</p>", LONG + " . . . eleven .5"),
        (f"<head>Heading of some six words here</head><p>{LONG}</p>", LONG),
        (f"<p>Too short.</p><lg><l>{LONG}</l></lg>", LONG),
        (f"<p>{LONG * 9}<note>A note.</note></p>", " ".join((LONG * 9).split()[:40]) + " …"),
        ("<p>a <choice><sic>teh</sic><corr>the</corr></choice> b c d e</p>", "a the b c d e"),
        (
            "<p>Is it read? <stage>aside</stage>It is not. a<lb break='no'/>b</p>",
            "Is it read? aside It is not. ab",
        ),
        ("<p>short</p>", ""),
    ],
)
def test_the_opening_is_the_first_words_of_the_text_itself(body: str, opening: str) -> None:
    assert card(tei(body)).opening == opening


def test_the_language_is_called_as_the_header_calls_it() -> None:
    usage = (
        '<profileDesc><langUsage><language ident="en">English, of 1848.</language></langUsage></profileDesc>'
    )
    named = HEADER.replace("</teiHeader>", f"{usage}</teiHeader>")
    assert card(tei("<p/>", header=named)).language_name == "English, of 1848"
    assert card(tei("<p/>")).language_name == "en"


def test_the_page_leads_to_every_file_and_says_what_a_text_is() -> None:
    cards = {
        "a b": (card(tei(f"<p>{LONG}</p>")), ("a b.html", "a b.txt", "a b.epub")),
        "sub/c": (card(tei("<p>x</p>")), ("sub/c.html",)),
    }
    made = page(cards, "Letters & more", "de").decode()
    links = [attributes["href"] for name, attributes in Seen(made).tags if name == "a"]
    assert links == ["a%20b.html", "a%20b.txt", "a%20b.epub", "sub/c.html"]
    assert "<title>Letters &amp; more</title>" in made
    assert "Prosa · Englisch · 1\u202f234 Wörter" in made
    assert made.count("<li>") == 4


@pytest.mark.parametrize("ending", [".pdf", ".xml"])
def test_every_format_is_offered(ending: str) -> None:
    made = page({"a": (card(tei("<p>x</p>")), ("a.html", f"a{ending}"))}, "", "en").decode()
    assert f'href="a{ending}"' in made


def test_many_texts_are_grouped_by_genre_and_few_are_not() -> None:
    letter, play = ((GENRES / f"{genre}.xml").read_bytes() for genre in ("letter", "drama"))
    cards = {str(n): (card(letter if n % 2 else play), ()) for n in range(8)}
    made = page(cards, "", "de").decode()
    assert [made.count(f"<h2>{group}</h2>") for group in ("Briefe", "Drama")] == [1, 1]
    assert made.index("Briefe</h2>") < made.index("Drama</h2>")
    assert "<h2>" not in page(dict(list(cards.items())[:4]), "", "de").decode()


def test_the_languages_of_a_text_are_named_in_the_readers_words() -> None:
    usage = "".join(f'<language ident="{code}"/>' for code in ("eng", "la", "cop", "gez"))
    named = HEADER.replace(
        "</teiHeader>", f"<profileDesc><langUsage>{usage}</langUsage></profileDesc></teiHeader>"
    )
    data = tei("<p/>", header=named)
    for own in (data, data.replace(b'xml:lang="en"', b'xml:lang="eng"')):
        assert "· Anglais, Latin, Copte, gez" in page({"a": (card(own), ())}, "", "fr").decode()


def test_a_language_that_we_have_no_word_for_is_called_as_the_header_calls_it() -> None:
    usage = (
        '<profileDesc><langUsage><language ident="mga">Middle Irish</language><language ident="fro">Romanz'
        '</language><language ident="gez"/></langUsage></profileDesc></teiHeader>'
    )
    made = card(tei("<p/>", header=HEADER.replace("</teiHeader>", usage)))
    assert "· English, Middle Irish, Old French, gez" in page({"a": (made, ())}, "", "en").decode()


def test_what_the_header_says_of_a_text_is_told_before_how_it_begins() -> None:
    abstract = "<profileDesc><abstract><p>A letter on lamps.</p></abstract></profileDesc></teiHeader>"
    made = card(tei(f"<p>{LONG}</p>", header=HEADER.replace("</teiHeader>", abstract)))
    assert made.about == "A letter on lamps."
    shown = page({"a": (made, ())}, "", "en").decode()
    assert "A letter on lamps." in shown
    assert LONG not in shown


def test_the_cover_shows_the_first_page_of_the_source_where_it_lies_beside(tmp_path: Path) -> None:
    (tmp_path / "leaf.png").write_bytes(PIXEL + bytes(INLINE))
    (tmp_path / "rubricator.toml").write_text('[publish]\nformats = ["html"]\n', "utf-8")
    (tmp_path / "tei").mkdir()
    for name, page_break in (("one", '<pb n="1" facs="../leaf.png"/>'), ("two", "")):
        (tmp_path / "tei" / f"{name}.xml").write_bytes(tei(f"<p>{page_break}{LONG}</p>"))
    assert run(["build", "-C", str(tmp_path), "-q", "--even-if-invalid"]) in (0, 1)
    index = (tmp_path / "output" / "index.html").read_text("utf-8")
    assert index.count("<img") == 1
    assert 'src="one.images/leaf.png"' in index
    assert (tmp_path / "output" / "one.images" / "leaf.png").is_file()


def test_the_opening_is_said_to_be_in_its_language_as_browsers_know_it() -> None:
    english = card(tei(f"<p>{LONG}</p>").replace(b'xml:lang="en"', b'xml:lang="eng-GB"'))
    made = page({"a": (english, ()), "b": (card(tei("<p>x</p>")), ())}, "", "en").decode()
    assert 'class="opening" lang="en-GB"' in made


@pytest.mark.node
@pytest.mark.chromium
def test_the_page_is_valid_and_accessible(tmp_path: Path) -> None:
    cards = {str(n): (card(tei(f"<p>{LONG}</p>")), (f"{n}.html", f"{n}.txt")) for n in range(3)}
    (tmp_path / "index.html").write_bytes(page(cards, "Letters", "en"))
    assert html_validate(tmp_path / "index.html") == ()
    assert axe(tmp_path / "index.html") == ()


def test_a_build_of_several_documents_has_an_index_which_stays_right(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "rubricator.toml").write_text(
        'title = "Two letters"\n[publish]\nformats = ["html"]\n', "utf-8"
    )

    def build(**texts: str) -> str:
        for name, words in texts.items():
            (tmp_path / "tei" / f"{name}.xml").write_bytes(tei(f"<p>{words}</p>"))
        assert run(["build", "-C", str(tmp_path), "-q", "--even-if-invalid"]) in (0, 1)
        index = tmp_path / "output" / "index.html"
        return index.read_text("utf-8") if index.exists() else ""

    assert build(one=LONG) == ""
    first = build(two=f"{LONG} eleven")
    assert "Two letters" in first
    assert f"{LONG} eleven" in first
    assert f"{LONG} eleven" in build(one=f"{LONG} twelve")
    assert f"{LONG} twelve" in build()


@pytest.mark.parametrize("command", ["build", "publish"])
def test_the_index_has_the_style_and_the_wording_that_the_edition_sets(command: str, tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "house.css").write_text("h1 { color: teal }", "utf-8")
    (tmp_path / "rubricator.toml").write_text(
        '[publish]\nformats = ["html"]\ncss = "house.css"\nwording = { gallery = "Our shelf" }\n', "utf-8"
    )
    for name in ("one", "two"):
        (tmp_path / "tei" / f"{name}.xml").write_bytes(tei(f"<p>{LONG}</p>"))
    given = {
        "build": ["build", "--even-if-invalid"],
        "publish": ["publish", str(tmp_path / "tei"), "--index", "-o", str(tmp_path / "output")],
    }
    assert run([*given[command], "-C", str(tmp_path), "-q"]) in (0, 1)
    index = (tmp_path / "output" / "index.html").read_text("utf-8")
    assert "h1 { color: teal }</style>" in index
    assert "<h1>Our shelf</h1>" in index


def test_an_index_of_what_is_published_is_made_if_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x").mkdir()
    for name in ("one", "two"):
        (tmp_path / "x" / f"{name}.xml").write_bytes(tei(f"<p>{LONG}</p>"))
    start = ["publish", str(tmp_path / "x"), "-C", str(tmp_path), "--to", "html", "-q", "--index"]
    assert run([*start, "-o", str(tmp_path / "books")]) == 0
    assert "one.html" in (tmp_path / "books" / "index.html").read_text("utf-8")
    assert run(start) == 2
    assert "--output" in capsys.readouterr().err


Told = Callable[[int], str]


def in_lines(
    place: Told = str,
    title: Told = "Letter {}".format,
    authors: Told = "Ann".format,
    date: Told = "2026".format,
) -> tuple[str, list[str]]:
    """The index of very many texts, of each of which so much is told by its number; its groups' names."""
    cards = {place(n): (Card(title(n), authors(n), date(n), "en"), ()) for n in range(MANY + 1)}
    made = page(cards, "Letters", "en").decode()
    return made, re.findall(r"<h2[^>]*>([^<]*)</h2>", made)


@pytest.mark.parametrize(
    ("told", "groups"),
    [
        ({"place": lambda n: f"{'ab'[n % 2]}/{n}"}, ["a", "b"]),
        ({"authors": lambda n: "Émile Zola" if n % 3 else "Ann Author"}, ["Ann Author", "Émile Zola"]),
        ({"date": lambda n: str(1840 + n % 3)}, ["1840", "1841", "1842"]),
        ({"date": lambda n: ("-0043-03", "-0044", "1840")[n % 3]}, ["44 BC", "43 BC", "1840"]),
        ({"date": lambda n: str(1840 + n)[: 4 * (n > 9)]}, [*DECADES, "Other texts"]),
        ({"authors": lambda n: f"{'ÉFg'[n % 3]}{n}"}, ["E", "F", "G"]),
        ({"title": lambda n: f"“{'Äbc'[n % 3]}{n}"}, ["A", "B", "C"]),
        ({}, []),
    ],
)
def test_very_many_texts_are_parted_by_what_leaves_least_to_look_through(
    told: dict[str, Callable[[int], str]], groups: list[str]
) -> None:
    made, found = in_lines(**told)
    assert found == groups
    assert made.count('<a href="#group-') == len(found)
    assert made.count("<li><a href") == len(found) + MANY + 1
    assert ("<nav" in made) == bool(found)


def test_a_line_says_what_is_not_the_same_of_all_and_its_place_is_by_number() -> None:
    made, _ = in_lines(date=lambda n: str(1840 + n % 3))
    assert "Ann" not in made
    assert 'class="year"' not in made  # it is the heading
    made, _ = in_lines(title=lambda n: f"{'AB'[n % 2]} {MANY - n}")
    lines = re.findall(r"\.html\">(A \d+)<", made)
    assert lines == sorted(lines, key=lambda line: int(line[2:]))


@pytest.mark.node
@pytest.mark.chromium
def test_the_page_of_very_many_texts_is_valid_accessible_and_light(tmp_path: Path) -> None:
    made, _ = in_lines(date=lambda n: str(1840 + n), authors=lambda n: f"Author {n}")
    (tmp_path / "index.html").write_text(made, "utf-8")
    assert html_validate(tmp_path / "index.html") == ()
    assert axe(tmp_path / "index.html") == ()
    assert len(made) - made.index("<body") < 200 * MANY


def test_a_text_without_a_page_is_led_to_by_another_of_its_files() -> None:
    made = page({"a": (card(tei("<p>x</p>")), ("a.txt", "a.epub"))}, "", "en").decode()
    assert '<a href="a.txt">A Title</a>' in made
