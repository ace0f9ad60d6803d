"""What hands added, deleted and marked: told where the source is shown as it is, to eye and ear."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.publication.helpers import HEADER, article, context, page, plain, publish, tei

from rubricator.publication.epub import book
from rubricator.publication.format import Publication
from rubricator.tei import Reading

DIPLOMATIC = Publication(readings=(Reading.DIPLOMATIC,))


def heard(body: str, publication: Publication = DIPLOMATIC) -> str:
    """What is told of *body* to those who listen, with the words it is told of."""
    return re.sub(r"<[^>]+>", "", article(body, publication))


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<add>b</add>", "[Added:b]"),
        ('<add place="supralinear">b</add>', "[Added, above the line:b]"),
        ('<add place="margin left">b</add>', "[Added, in the margin, in the left margin:b]"),
        ('<add place="opposite">b</add>', "[Added, on the facing page:b]"),
        ('<add place="nook">b</add>', "[Added, nook:b]"),
        ('<add place="superlinear">b</add>', "[Added, above the line:b]"),
        ('<del rend="singleStrike">b</del>', "[Deleted, struck through:b]"),
        ('<del rend="overtyped">b</del>', "[Deleted, written over:b]"),
        ('<del rend="blue">b</del>', "[Deleted:b]"),
        ("<restore><del>b</del></restore>", "[Deleted, restored:b]"),
        (
            '<delSpan spanTo="#e" rend="overstrike"/>b<lb/>b<anchor xml:id="e"/>',
            "[Deleted, struck through:b b]",
        ),
        ('<metamark function="insertion" place="below"/>', "[Mark, below the line, insertion]‸"),
        ('<metamark function="move">x</metamark>', "[Mark, move:x]"),
        # The step of a change, what it was for, and what else belongs to it.
        ('<add seq="2" cause="clarify">b</add>', "[Added, step 2, clarify:b]"),
        ('<add seq="first" cause="#x1">b</add>', "[Added:b]"),
        ('<subst seq="3"><add>b</add></subst>', "[Added, step 3:b]"),
        (
            '<substJoin target="#d #b"/><del xml:id="d">x</del><add xml:id="b">y</add>',
            "[Deleted, together with: y:x][Added, together with: x:y]",
        ),
        ('<substJoin target="#d #gone"/><del xml:id="d">x</del>', "[Deleted:x]"),
    ],
)
def test_what_was_done_is_told_where_the_source_is_shown_as_it_is(markup: str, told: str) -> None:
    assert heard(f"<p>a {markup} c</p>") == f"a {told} c"
    assert "[Added" not in article(f"<p>a {markup} c</p>", Publication(readings=(Reading.EDITED,)))


def test_on_a_page_of_both_readings_it_is_told_in_the_one() -> None:
    made = article('<p>a<add place="above">b</add></p>')
    assert '<span class="aloud" data-added="" data-reading="diplomatic" hidden="hidden">' in made
    assert '<ins class="add place-above"' in made


@pytest.mark.parametrize("markup", ['<add place="above">b</add>', '<handShift scribe="Ben"/>'])
def test_where_only_hands_differ_there_is_a_switch_between_the_readings(markup: str) -> None:
    assert page(tei(f"<p>a{markup}</p>")).find(".//{*}form[@class='switch']") is not None


def test_the_stage_of_writing_is_told_in_which_it_was_done() -> None:
    change = '<listChange><change xml:id="c2">Pencil revision</change></listChange>'
    told = f"<profileDesc><creation>{change}</creation></profileDesc>"
    header = HEADER.replace("</fileDesc>", f"</fileDesc>{told}")
    made = page(tei('<p>a <add change="#c2">b</add></p>', header=header), DIPLOMATIC)
    assert [one.text for one in made.iterfind(".//{*}section[@class='stages']//{*}li")] == ["Pencil revision"]
    assert [one.get("title") for one in made.iter("{*}ins")] == ["Added, Pencil revision"]


@pytest.mark.parametrize(
    ("body", "edited", "diplomatic"),
    [
        ("<p>a <metamark>see over</metamark> b</p>", "a b", "a see over b"),
        ("<p><metamark>X</metamark>I collected</p>", "I collected", "X I collected"),
        ("<p>a</p><metamark>^</metamark><p>b</p>", "a\n\nb", "a\n\n^\n\nb"),
        ("<p>a</p><fw>HEAD</fw><p>b</p>", "a\n\nb", None),
        ('<p>a <handShift scribe="Ben"/>b</p>', "a b", "a [Hand: Ben] b"),
        ('<p>wa<handShift scribe="Ben"/>ter</p>', "water", "wa[Hand: Ben]ter"),
        # a word that goes on in the next line, in prose and in verse
        ('<p>en<lb break="no"/>close</p>', "enclose", "en-\nclose"),
        ('<lg><l>en<lb break="no"/>close</l></lg>', "    enclose", "    en-\n        close"),
    ],
)
def test_what_is_of_the_page_and_not_of_the_text(body: str, edited: str, diplomatic: str | None) -> None:
    assert plain(body).rstrip() == edited
    assert diplomatic is None or plain(body, reading=Reading.DIPLOMATIC).rstrip() == diplomatic


@pytest.mark.parametrize(
    ("written", "hyphens"),
    [('en<lb break="no"/>close', 1), ('en-<lb break="no"/>close', 0), ('en=\n<lb break="no"/>close', 0)],
)
def test_the_page_has_the_hyphen_of_the_text_where_the_source_has_none(written: str, hyphens: int) -> None:
    assert article(f"<p>{written}</p>", DIPLOMATIC).count('class="eol-hyphen"') == hyphens
    assert "eol-hyphen" not in article(f"<p>{written}</p>", Publication(readings=(Reading.EDITED,)))


SOURCE = '<sourceDoc><surface n="1r"><zone><line>One <del>too</del></line></zone></surface></sourceDoc>'


def test_the_text_comes_before_the_transcript_that_it_became_of_and_alone_is_edited() -> None:
    data = tei("<p>One.</p>").replace(b"<text ", SOURCE.encode() + b"<text ")
    both = "One.\n\n\nThe source, page by page"
    for reading, expected in ((Reading.EDITED, "One."), (Reading.DIPLOMATIC, both)):
        made = publish("text", data, Publication(readings=(reading,))).files[0].data.decode()
        assert made.split("\n\n    * * *\n\n")[1].startswith(expected)
        assert ("Page 1r" in made) == (reading is Reading.DIPLOMATIC)


def test_contents_lead_to_the_transcript_and_name_headings_by_their_words_alone() -> None:
    data = tei("<div><head>A <add>head</add></head><p>One.</p></div>").replace(
        b"<text ", SOURCE.encode() + b"<text "
    )
    made = book.factory().publish(context(data, DIPLOMATIC)).files[0].data
    with ZipFile(BytesIO(made)) as archive:
        nav = archive.read("EPUB/nav.xhtml").decode()
    assert ">A head</a>" in nav
    assert '<a href="text.xhtml#rb-source-1">The source, page by page</a>' in nav


def test_a_transcript_alone_is_the_text() -> None:
    data = tei("").replace(b'<text xml:lang="en"><body></body></text>', SOURCE.encode())
    made = publish("text", data, Publication(readings=(Reading.EDITED,))).files[0].data.decode()
    assert "Page 1r\nOne\n" in made


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<secl>spurious</secl>", "a {spurious} b"),
        (
            "<ellipsis><metamark>…</metamark><supplied>etcetera</supplied></ellipsis>",
            "a …[etcetera] b",
        ),
    ],
)
def test_what_an_editor_judges_of_words_is_seen_in_plain_text(markup: str, read: str) -> None:
    assert plain(f"<p>a {markup} b</p>").rstrip() == read


def test_what_is_told_parts_no_word() -> None:
    assert plain('<p>w<add place="above">or</add>d</p>', reading=Reading.DIPLOMATIC).startswith("w⸌or⸍d")
    assert heard('<p>w<add place="above">or</add>d</p>') == "w[Added, above the line:or]d"


def test_what_was_put_for_a_deletion_stands_apart_from_it_where_both_are_seen() -> None:
    style = publish("html", tei("<p>x</p>")).files[0].data.decode()
    within = style.partition(':root:not([data-only="edited"]')[2].partition("\n}")[0]
    assert ".subst > * + *" in within
    made = article("<p>I <subst><del>shall</del><add>will</add></subst></p>", DIPLOMATIC)
    assert re.search(r'class="subst"><del[^>]*>.*</del><ins', made)


@pytest.mark.parametrize(
    ("kind", "told"), [("margin", "in the margin"), ("marginLeft", "in the left margin"), ("main", None)]
)
def test_a_zone_tells_where_on_the_page_it_is(kind: str, told: str | None) -> None:
    source = f"<sourceDoc><surface><zone type='{kind}'><line>query</line></zone><zone/></surface></sourceDoc>"
    made = page(tei("<p>a</p>").replace(b"<text", source.encode() + b"<text", 1))
    labels = [one.text for one in made.iterfind(".//{*}p[@class='surface-label']")]
    assert labels == ([f"[{told}]"] if told else [])


@pytest.mark.parametrize(
    ("turned", "told"),
    [
        ('rotate="90"', "[turned by 90°]"),
        ('rotate="180" type="marginLeft"', "[in the left margin, turned by 180°]"),
        ('rotate="360"', None),
        ('rotate="0"', None),
    ],
)
def test_a_zone_tells_how_far_it_is_turned(turned: str, told: str | None) -> None:
    source = f"<sourceDoc><surface><zone {turned}><line>query</line></zone></surface></sourceDoc>"
    made = page(tei("<p>a</p>").replace(b"<text", source.encode() + b"<text", 1))
    assert made.findtext(".//{*}p[@class='surface-label']") == told


def test_a_paragraph_in_which_words_were_transposed_is_a_paragraph() -> None:
    wish = "<listTranspose><transpose><ptr target='#b'/><ptr target='#a'/></transpose></listTranspose>"
    made = article(f'<p><seg xml:id="a">one</seg> <seg xml:id="b">two</seg>{wish}</p>')
    assert made.startswith('<p class="p">')
    assert article("<p>one <list><item>two</item></list></p>").startswith('<div class="p">')
