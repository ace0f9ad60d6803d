"""Books, chapters and sections that have a number and no heading, and milestones: found, linked, cited."""

from __future__ import annotations

import pytest
from tests.publication.helpers import article, page, publish, tei

BOOK = """<div type="edition" n="urn:x"><div type="textpart" subtype="book" n="1">
<div type="textpart" subtype="chapter" n="4">
<div type="textpart" subtype="section" n="2"><p>One.</p></div></div>
</div><div type="textpart" subtype="book" n="2"><l n="1">Two.</l></div></div>"""


def test_books_and_chapters_have_headings_and_stand_in_the_contents() -> None:
    root = page(tei(BOOK))
    headed = [one for one in root.iter("{*}h2", "{*}h3") if one.get("class") == "part-label"]
    assert [(one.tag[-2:], one.text) for one in headed] == [
        ("h2", "Book 1"), ("h3", "Chapter 4"), ("h2", "Book 2")
    ]  # fmt: skip
    listed = root.findall(".//{*}nav[@class='contents']//{*}a")
    assert [(one.get("href"), one.text) for one in listed] == [
        ("#rb-part-1", "Book 1"), ("#rb-part-1-4", "Chapter 4"), ("#rb-part-2", "Book 2")
    ]  # fmt: skip


def test_a_number_takes_the_heading_below_it_into_the_contents() -> None:
    root = page(
        tei("""<div><head>I</head><head>The Beginning</head><p>a</p></div>
        <div><head>A heading that says enough by itself</head><head>And more</head><p>c</p></div>""")
    )
    listed = root.findall(".//{*}nav[@class='contents']//{*}a")
    assert [one.text for one in listed] == ["I. The Beginning", "A heading that says enough by itself"]


def test_a_section_begins_with_its_number_and_is_found_by_its_passage() -> None:
    assert 'id="rb-part-1-4-2" href="#rb-part-1-4-2">[2]</a><span class="parted"></span>One.' in article(
        BOOK
    ).replace('<span class="parted"/>', '<span class="parted"></span>')


@pytest.mark.parametrize(
    ("alone", "labels"),
    [
        ('type="chapter" n="3"', ["Chapter 1", "Chapter 2", "Chapter 3"]),
        ('type="section" n="3"', ["Chapter 1", "Chapter 2"]),
        ('type="chapter"', ["Chapter 1", "Chapter 2"]),
    ],
)
def test_a_division_alone_in_its_part_is_called_as_others_of_its_kind_are(
    alone: str, labels: list[str]
) -> None:
    root = page(
        tei(
            '<div><head>A</head><div type="chapter" n="1"><p>a</p></div><div type="chapter" n="2"><p>b</p>'
            f"</div></div><div><head>B</head><div {alone}><p>c</p></div></div>"
        )
    )
    assert [one.text for one in root.iter("{*}h3") if one.get("class") == "part-label"] == labels
    listed = [one.text for one in root.findall(".//{*}nav[@class='contents']//{*}a")]
    assert listed == ["A", *labels[:2], "B", *labels[2:]]


@pytest.mark.parametrize(
    ("division", "label"),
    [
        ('type="epigram" n="3"', "Epigram 3"),
        ('type="scene" n="IV"', "Scene IV"),
        ('type="textpart" n="r"', "r"),
        ('type="text" n="tlg0001.tlg001"', None),
        ('type="writingSession" n="1"', None),
        ('type="translation" n="1"', None),
        ('n="5"', None),
    ],
)
def test_a_division_is_labelled_by_what_it_is_and_its_number(division: str, label: str | None) -> None:
    root = page(tei(f"<div {division}><p>Words.</p></div><div {division}><p>More.</p></div>"))
    assert next((one.text for one in root.iter("{*}h2") if one.get("class") == "part-label"), None) == label


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('sirs, <milestone unit="section" n="2"/>to', "sirs, [§ 2] to"),
        ('wo<milestone unit="page" n="12b"/>rd', "wo[p. 12b]rd"),
        ('a <milestone n="3"/> b', "a [§ 3] b"),
        ('a <milestone unit="folio" n="3r"/>b', "a [fol. 3r] b"),
        ('a <milestone unit="chapter" n="iv"/>b', "a [Chapter iv] b"),
        ('a <milestone unit="Stanza" n="7"/>b', "a [stanza 7] b"),
        ('a <milestone unit="pada" n="7"/>b', "a [pada 7] b"),
        ('a <milestone unit="chapter" n="Of Kings"/>b', "a [Of Kings] b"),
        ('a <cb n="2"/>b', "a [col. 2] b"),
        ('a <cb n="[b]"/>b', "a [col. b] b"),
        ('a <cb n="left side"/>b', "a [left side] b"),
    ],
)
def test_a_milestone_stands_off_from_the_word_it_comes_before(written: str, read: str) -> None:
    made = publish("text", tei(f"<p>{written}</p>"))
    assert made.findings == ()
    assert read in made.files[0].data.decode()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<ab n="1">In</ab><ab n="2">Et</ab>', "[§ 1] In\n\n[§ 2] Et"),
        ('<ab n="1">In</ab>', "\nIn"),
        ('<ab n="1">1. In</ab><ab n="2">2. Et</ab>', "\n1. In\n\n2. Et"),
        (
            '<div type="textpart" n="3"><ab><seg n="1">In.</seg> <seg n="2">Et.</seg></ab></div>',
            "[§ 1] In. [§ 2] Et.",
        ),
        ('<p n="1">In</p><p n="2">Et</p>', "[§ 1] In\n\n[§ 2] Et"),
        ('<p n="1">In</p><p>Et</p>', "\nIn\n\nEt"),
        ('<p>It<note><p n="1">In</p><p n="2">Et</p></note></p>', "[1] In\n\n    Et"),
        (
            '<p n="1"><seg n="1">In.</seg> <seg n="2">On.</seg></p><p n="2">Et.</p>',
            "[§ 1] [§ 1.1] In. [§ 1.2] On.\n\n[§ 2] Et.",
        ),
        ('<p n="1"><seg n="1.1">In.</seg> On.</p>', "[§ 1.1] In. On."),
        ('<p><seg n="1">In.</seg> <seg n="2">Et.</seg></p>', "[§ 1] In. [§ 2] Et."),
        ('<p><seg n="1">In.</seg> <seg>Et.</seg></p>', "\nIn. Et."),
        ('<p><seg n="x1">In.</seg> <seg n="x2">Et.</seg></p>', "\nIn. Et."),
    ],
)
def test_verses_and_sentences_that_are_cited_by_number_begin_with_it(written: str, read: str) -> None:
    made = publish("text", tei(written))
    assert made.findings == ()
    assert read in made.files[0].data.decode()


def beside(body: str) -> list[tuple[str, str]]:
    """What stands beside the lines, each with what follows it; every one links to a place that is there."""
    root = page(tei(body))
    marks = root.findall(".//{*}a[@class='ln']")
    places = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(places) == len(set(places))
    assert {str(mark.get("href"))[1:] for mark in marks} <= set(places)
    return [((mark.text or "").strip(), (mark.tail or "").strip()) for mark in marks]


@pytest.mark.parametrize(
    ("stanzas", "marks"),
    [
        ('<lg n="1.1"><l>A</l><l>B</l></lg>', [("1.1", "A")]),
        ('<lg xml:id="v" n="1.1"><l n="a">A</l></lg>', [("1.1", "A")]),
        ('<lg n="1"><l>A</l></lg><lg n="2"><l>B</l></lg>', [("1", "A"), ("2", "B")]),
        ('<lg n="1"><l>A</l></lg>', []),
        ('<lg n="1"><l>A</l></lg><lg><l>B</l></lg>', []),
        ('<lg n="1"><head>1</head><l>A</l></lg><lg n="2"><l>B</l></lg>', [("2", "B")]),
        ('<lg n="1"><l n="1">A</l></lg><lg n="2"><l n="5">B</l></lg>', [("5", "B")]),
        ('<lg n="1"><lg n="a"><l>A</l></lg><lg n="b"><l>B</l></lg></lg>', []),
        ('<lg type="stanza"><l>A</l></lg><lg><l>B</l></lg>', []),
    ],
)
def test_stanzas_have_the_numbers_beside_them_by_which_they_are_cited(
    stanzas: str, marks: list[tuple[str, str]]
) -> None:
    assert beside(stanzas) == marks
