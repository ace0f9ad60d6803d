"""Notes that stand together, apart from the places they belong to: marks, names, headings, ways back."""

from __future__ import annotations

import pytest
from tests.publication.helpers import HEADER, page, plain, publish, tei

from rubricator.tei import Reading

TWO = (
    '<div type="notes" xml:id="all"><head>Notes</head><note xml:id="n1" n="1">First.</note>'
    '<note xml:id="n3" n="3">Third.</note></div>'
)


def read(body: str) -> list[str]:
    """The blocks of a plain text whose body is *body*; the diplomatic reading has to be the same."""
    found = plain(body).split("\n\n")
    assert plain(body, reading=Reading.DIPLOMATIC).split("\n\n") == found
    return [block.strip() for block in found if block.strip()]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        # One heading, the document's own, and its numbers; a note that nothing leads to keeps its place.
        (f'<p>a<ref target="#n1">1</ref></p>{TWO}', ["a[1]", "Notes", "[1] First.", "[3] Third."]),
        # Notes that stand in the text have the numbers that are left.
        (
            f'<p>a<note>own</note> b<ref target="#n1">1</ref></p>{TWO}',
            ["a[2] b[1]", "Notes", "[2] own", "[1] First.", "[3] Third."],
        ),
        # A second reference is a mark too.
        (
            f'<p>a<ref target="#n1">1</ref> b<ptr target="#n1"/> c<ref target="#n1">[1]</ref></p>{TWO}',
            ["a[1] b[1] c[1]", "Notes", "[1] First.", "[3] Third."],
        ),
        (
            f'<p>a<ref target="#n1">1</ref> b<ref target="#n1">1</ref> <ref target="#n1">see</ref></p>{TWO}',
            ["a[1] b[1] see", "Notes", "[1] First.", "[3] Third."],
        ),
        # What a table is called by elsewhere has no mark in it.
        (
            '<p>See <ptr target="#t"/>.</p><table xml:id="t"><head>Yields<ref target="#n1">1</ref> of '
            f'<ref target="#n1">wheat</ref></head><row><cell>x</cell></row></table>{TWO}',
            ["See Yields of wheat.", "Yields[1] of wheat", "x", "Notes", "[1] First.", "[3] Third."],
        ),
        # A note says where it belongs: at a place, at a passage, at the end of a range.
        *(
            (
                '<p><anchor xml:id="a"/>x <seg xml:id="s">y</seg><anchor xml:id="b"/> z</p>'
                f"<div><head>Notes</head><noteGrp><note {target}>N</note></noteGrp></div>",
                [text, "Notes", "[1] N"],
            )
            for target, text in (
                ('target="#a"', "[1]x y z"),
                ('target="#s"', "x y[1] z"),
                ('target="#a" targetEnd="#b"', "x y[1] z"),
                ('target="#range(a,b)"', "x y[1] z"),
                ('target="#range(#a, #b)"', "x y[1] z"),
                ('target="#nowhere #b"', "x y[1] z"),
                ('corresp="#s"', "x y[1] z"),
            )
        ),
        # So may the text, of a note that corresponds to it; one that corresponds to a note stays where it is.
        (
            f'<p>x <seg corresp="#n1">y</seg> z</p>{TWO}',
            ["x y[1] z", "Notes", "[1] First.", "[3] Third."],
        ),
        (
            f'<p>a<ref target="#n1">1</ref></p>{TWO}<div type="notes"><note corresp="#n1">N</note></div>',
            ["a[1]", "[2]", "Notes", "[1] First.", "[3] Third.", "[2] N"],
        ),
        # Items and paragraphs that are notes stay where they are, and lead back.
        (
            '<p>a<ref target="#i">7</ref></p><list type="notes"><item xml:id="i">Item.</item></list>',
            ["a[7]", "- Item."],
        ),
        (
            '<p>a<ref target="#i">[7]</ref></p><div type="endnotes"><head>Notes</head>'
            '<p xml:id="i">7. Said.</p></div>',
            ["a[7]", "Notes", "7. Said."],
        ),
        # What the notes of a table are called by is the table's.
        (
            '<p>a<note>n</note></p><table><row><cell>1<note n="a">of the table</note></cell></row></table>',
            ["a[1]", "1[a]", "[a] of the table", "Notes", "[1] n"],
        ),
        # Letters and signs are kept, and numbers that rise; else notes are counted.
        (
            '<p>a<note n="a">x</note> b<note n="4">y</note> c<note n="*">z</note> d<note>w</note></p>',
            ["a[a] b[4] c[*] d[1]", "Notes", "[a] x", "[4] y", "[*] z", "[1] w"],
        ),
        (
            '<p>a<note n="1">x</note> b<note n="1">y</note></p>',
            ["a[1] b[2]", "Notes", "[1] x", "[2] y"],
        ),
        # Under one heading no two are called the same: whom the words of the text call so keeps it.
        (
            f'<p>a<note n="1">own</note> b<ref target="#n1">1</ref></p>{TWO}',
            ["a[2] b[1]", "Notes", "[2] own", "[1] First.", "[3] Third."],
        ),
        (
            f'<p>a<note n="1">own</note> b<ptr target="#n1"/> c<ptr target="#n3"/></p>{TWO}',
            ["a[1] b[2] c[3]", "Notes", "[1] own", "[2] First.", "[3] Third."],
        ),
        # Whose a note is, where there are several persons' notes.
        (
            '<p>a<note type="author">x</note> b<note resp="#editors">y</note> '
            'c<note place="margin">z</note></p>',
            [
                "a[1] b[2] c[3]",
                "Notes",
                "[1] x [Author]",
                "[2] y [The Editors]",
                "[3] z [in the margin]",
            ],
        ),
        ('<p>a<note type="author">x</note></p>', ["a[1]", "Notes", "[1] x"]),
        (
            '<p>a<note resp="#author">x</note> b<note resp="#ed">y</note> c<note resp="#edwin">z</note></p>',
            ["a[1] b[2] c[3]", "Notes", "[1] x [Author]", "[2] y [Editor]", "[3] z [edwin]"],
        ),
    ],
)
def test_a_note_is_called_as_the_document_calls_it_and_stands_once(body: str, blocks: list[str]) -> None:
    assert read(body) == blocks


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ('<editor xml:id="ms">Mary Stone</editor>', "Mary Stone"),
        (
            '<editor xml:id="ms"><persName>Mary Stone</persName>, <affiliation>Ely</affiliation></editor>',
            "Mary Stone",
        ),
        ('<respStmt xml:id="ms"><resp>Notes</resp><name>Mary Stone</name></respStmt>', "Mary Stone"),
        ('<respStmt><resp>Notes</resp><persName xml:id="ms">Mary Stone</persName></respStmt>', "Mary Stone"),
        (
            '<particDesc><listPerson><person xml:id="ms"><persName><surname>Stone</surname> '
            "<forename>Mary</forename></persName></person></listPerson></particDesc>",
            "Mary Stone",
        ),
        # What leads to nobody, or to somebody without a name, is all there is.
        ("", "ms"),
        ('<handNotes><handNote xml:id="ms">A hand</handNote></handNotes>', "ms"),
    ],
)
def test_a_note_is_signed_with_the_name_of_who_wrote_it(person: str, name: str) -> None:
    place = "</author>" if person.startswith(("<editor", "<resp")) else "</fileDesc>"
    wrapped = person if place == "</author>" else f"<profileDesc>{person}</profileDesc>" if person else ""
    header = HEADER.replace(place, place + wrapped)
    notes = '<p>a<note type="author">x</note> b<note resp="#ms">y</note></p>'
    made = publish("text", tei(notes, header=header)).files[0].data.decode()
    assert f"[2] y [{name}]" in made


def chapter(name: str, head: str = "<head>Notes</head>") -> str:
    return (
        f'<div><head>{name}</head><p>text<ref target="#{name}1">1</ref></p>'
        f'<div type="notes">{head}<note xml:id="{name}1" n="1">of {name}</note></div></div>'
    )


@pytest.mark.parametrize(
    ("head", "heading"),
    [("<head>Notes</head>", "{} – Notes"), ("", "{}"), ("<head>On it</head>", "{} – On it")],
)
def test_notes_that_begin_anew_with_each_chapter_stand_under_its_heading(head: str, heading: str) -> None:
    assert read(chapter("One", head) + chapter("Two", head)) == [
        *("One", "text[1]", "Two", "text[1]", "Notes"),
        *(heading.format("One"), "[1] of One", heading.format("Two"), "[1] of Two"),
    ]


def test_the_note_of_an_annotation_has_its_mark_at_what_the_annotation_is_about() -> None:
    body = '<p xml:id="p">x <w xml:id="w">y</w> z</p><p>b</p>'
    annotations = (
        "<standOff><listAnnotation><annotation target='#w'><note>On y.</note></annotation>"
        "<annotation><note>On nothing.</note></annotation></listAnnotation></standOff>"
    )
    made = publish("text", tei(body).replace(b"</text>", b"</text>" + annotations.encode()))
    assert "x y[1] z\n" in made.files[0].data.decode()
    assert "[1] On y.\n\n[2] On nothing." in made.files[0].data.decode()


def test_a_note_in_the_line_stands_under_no_heading_of_the_notes_of_another_chapter() -> None:
    one, two = (chapter(name).replace("<p>", f"<p>a<note>in {name}</note> ") for name in ("One", "Two"))
    assert read(one + two)[4:] == [
        *("Notes", "[2] in One", "One – Notes", "[1] of One"),
        *("Two", "[3] in Two", "Two – Notes", "[1] of Two"),
    ]


def test_the_heading_of_notes_is_in_no_contents_and_what_leads_to_them_finds_them() -> None:
    made = page(
        tei(
            f'<div><head>A</head><p>a<ref target="#n1">1</ref></p></div><div><head>B</head>'
            f'<p><ref target="#all">the notes</ref></p></div>{TWO}'
        )
    )
    contents = made.findall(".//{*}nav[@class='contents']//{*}a")
    assert [link.text for link in contents] == ["A", "B"]
    assert [link.get("href") for link in made.findall(".//{*}li/{*}a[@class='back']")] == ["#rb-ref-1"]
    assert made.find(".//*[@id='all']") is not None
    assert ["".join(map(str, head.itertext())) for head in made.iter("{*}h2")].count("Notes") == 1


@pytest.mark.parametrize(
    "body",
    [
        # A heading goes with its notes only where it has some, of the kind that goes into the list.
        '<div><head>Notes</head><note target="#x"/><noteGrp><note place="inline">a</note></noteGrp></div>',
        "<div><head>Notes <q>quoted</q></head>"
        '<noteGrp><note/><note target="#x" type="endorsement"/></noteGrp></div>',
        '<div><head>Notes</head><note/><note type="source">Vergil</note><note xml:id="n">n</note></div>',
        '<div><head>One <note target="#x"/><q>quoted</q></head><note>alone</note></div>',
        '<p><ptr target="#s"/></p><div><head>Notes</head><note/>'
        '<note type="endorsement"><seg xml:id="s">s</seg></note><noteGrp><note target="#x"/></noteGrp></div>',
        # A mark stands in the text, not in what leaves it, and not between items or cells.
        '<div><listApp><app><lem>a</lem><rdgGrp><rdg xml:id="r">b</rdg></rdgGrp></app></listApp></div>'
        '<div><note target="#r">on a reading</note></div>',
        '<p><list><item xml:id="i">it</item></list></p><div><note target="#i">on an item</note></div>',
        # What was written on letters keeps its order among what is remarked elsewhere.
        '<div><note><p><note place="inline">in</note></p></note></div>'
        '<p>a<note type="endorsement">b</note></p>',
        '<table><row><cell><u/><note n="iv">said</note></cell></row></table>',
        '<div><head><note type="endorsement">a</note></head><note target="#x"/></div>',
        '<p><u><note type="testimonia" place="margin">spoken</note></u></p>',
        '<p><app><lem>a</lem><wit xml:id="w"/></app> <ptr target="#w"/></p>',
        # An entry in a note goes with it, whatever division it stands in.
        '<div type="apparatus"><note><app><lem/><rdg>a</rdg></app></note>'
        '<note type="endorsement"><app><lem/><rdg>b</rdg></app></note><app><lem/><rdg>c</rdg></app></div>',
    ],
)
def test_wherever_notes_stand_no_word_is_lost_and_no_link_is_broken(body: str) -> None:
    for reading in Reading:
        plain(body, reading=reading)
    assert page(tei(body)) is not None


ALONE = '<note xml:id="n1" place="foot">First.</note><note xml:id="n2" place="foot">Second.</note>'
CALLED = '<p>a<ref target="#n1">1</ref> b<ref target="#n2"><hi rend="sup">2</hi></ref></p>'


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        # Between paragraphs, or after the last division: its number in the text is the only mark.
        (f"<div>{CALLED}{ALONE}<p>c</p></div>", ["a[1] b[2]", "c"]),
        (f"<div>{CALLED}</div>{ALONE}", ["a[1] b[2]"]),
        # Words that point to a note are no mark: the note has its own.
        (f'<div><p>a <ref target="#n1">see below</ref> b</p>{ALONE}</div>', ["a see below b[1][2]"]),
    ],
)
def test_a_note_between_paragraphs_is_marked_where_the_text_calls_it(body: str, blocks: list[str]) -> None:
    assert read(body) == [*blocks, "Notes", "[1] First.", "[2] Second."]


def test_a_number_that_refers_to_a_note_in_the_line_is_no_mark_of_it() -> None:
    blocks = read('<p>a<note xml:id="n1">First.</note> b, see note <ref target="#n1">1</ref></p>')
    assert blocks == ["a[1] b, see note 1", "Notes", "[1] First."]


def test_what_is_noted_below_a_figure_is_read_there() -> None:
    assert read("<figure><head>Yields</head><note>Not counted.</note></figure>") == ["Yields", "Not counted."]


@pytest.mark.parametrize("next_", ['next="#n2" ', ""])
def test_a_note_that_goes_on_over_the_page_is_one(next_: str) -> None:
    first = f'<note xml:id="n1" {next_}n="*)">A long</note>'
    second = '<note xml:id="n2" prev="#n1" n="*)">note.</note>'
    blocks = read(f'<p>a{first} b <pb n="2"/>{second} c<note>Other.</note></p>')
    assert blocks == ["a[*] b [p. 2] c[1]", "Notes", "[*] A long", "note.", "[1] Other."]
    made = page(tei(f'<p>a{first} b <pb n="2"/>{second} c <ref target="#n2">there</ref></p>'))
    assert len(made.findall(".//{*}ol/{*}li[@id='n1']/{*}div")) == 2
    assert made.find(".//{*}ol/{*}li/{*}div[@id='n2']") is not None


def test_parts_of_a_note_between_which_another_stands_stay_apart() -> None:
    body = '<p>a<note xml:id="n1">One</note> b<note>Other.</note> c<note prev="#n1">two.</note></p>'
    assert read(body) == ["a[1] b[2] c[3]", "Notes", "[1] One", "[2] Other.", "[3] two."]
