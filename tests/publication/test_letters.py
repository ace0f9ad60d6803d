"""Letters: what is told of each beside it, what was written on it, and files that only list them."""

from __future__ import annotations

import pytest
from tests.publication.helpers import HEADER, page, plain, publish, tei

from rubricator.tei import Reading


def told(number: int, attributes: str = "") -> str:
    """What a header says of a letter."""
    return (
        f'<correspDesc {attributes}><correspAction type="sent"><persName>Ann {number}</persName>'
        f'<placeName>Bath</placeName><date when="1821-05-0{number}"/></correspAction>'
        '<correspAction type="received"><persName>Bo</persName></correspAction></correspDesc>'
    )


def letters(*described: str, body: str) -> bytes:
    profile = f"<profileDesc>{''.join(described)}</profileDesc></teiHeader>"
    return tei(body, header=HEADER.replace("</teiHeader>", profile))


TWO = (
    '<div type="letter" xml:id="l1"><head>One</head><opener>Sir,</opener><p>a</p></div>'
    '<div type="letter" xml:id="l2" decls="#d2"><p>b</p></div>'
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('ref="#l1"', 'ref="#l2"'),
        ('corresp="#l1"', 'xml:id="d2"'),
        ('ref="https://example.org/1 #l1"', 'sameAs="#l2"'),
    ],
)
def test_what_is_told_of_a_letter_stands_under_its_heading(first: str, second: str) -> None:
    made = page(letters(told(1, first), told(2, second), body=TWO))
    boxes = made.findall(".//{*}dl[@class='correspDesc']")
    assert [next(box.iterancestors()).get("id") for box in boxes] == ["l1", "l2"]
    before = boxes[0].getprevious()
    assert before is not None
    assert before.text == "One"
    assert boxes[1].getprevious() is None


@pytest.mark.parametrize(
    ("letter", "order"),
    [
        ('<pb n="2"/><head>One</head><opener>Sir,</opener>', ["pb", "head", "correspDesc", "opener"]),
        ('<head>One</head><pb n="2"/><opener>Sir,</opener>', ["head", "correspDesc", "pb", "opener"]),
        ('<pb n="2"/><opener>Sir,</opener>', ["correspDesc", "pb", "opener"]),
        ("<opener>Sir,</opener><div><head>One</head><p>a</p></div>", ["correspDesc", "opener", "div"]),
    ],
)
def test_a_page_may_begin_before_the_heading_of_a_letter(letter: str, order: list[str]) -> None:
    body = f'<div xml:id="l0"><p>x</p></div><div type="letter" xml:id="l1">{letter}</div>'
    made = page(letters(told(1, 'ref="#l1"'), body=body)).find(".//{*}section[@id='l1']")
    assert made is not None
    assert [str(one.get("class")).split()[0] for one in made] == order


def test_what_is_told_of_one_letter_stands_before_the_text() -> None:
    box = page(letters(told(1), body="<p>a</p>")).find(".//{*}article/{*}dl[@class='correspDesc']")
    assert box is not None


def test_a_file_that_only_describes_letters_is_a_list_of_them() -> None:
    received = (
        '<correspDesc><correspAction type="received"><persName>Cy</persName></correspAction></correspDesc>'
    )
    data = letters(told(1, 'ref="https://example.org/1"'), told(2), received, body="<p/>")
    made = page(data)
    items = made.findall(".//{*}ol[@class='letters-listed']/{*}li")
    assert ["".join(map(str, item.itertext())) for item in items] == [
        "Ann 1, Bath → Bo, 1 May 1821",
        "Ann 2, Bath → Bo, 2 May 1821",
        " → Cy",
    ]
    assert next(items[0].iter("{*}a")).get("href") == "https://example.org/1"
    assert "Ann 2, Bath → Bo, 2 May 1821" in publish("text", data).files[0].data.decode()


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ('<date when="1794-06-05"/>', "5 June 1794"),
        ('<date notBefore="1794-06-05" notAfter="1794-06-08"/>', "between 5 June 1794 and 8 June 1794"),
        ('<date notBefore="1794-01-01" notAfter="1794-12-31"/>', "1794"),
        ('<date notBefore="1794-06-05"/>', "not before 5 June 1794"),
        ('<date notAfter="1794-06-10"/>', "by 10 June 1794"),
        ('<date from="1794-06-05" to="1794-06-08"/>', "5 June 1794–8 June 1794"),
        ('<date from="1794-06"/>', "from June 1794"),
        ('<date to="1794"/>', "until 1794"),
        ('<date from="1794" notAfter="1796"/>', "from 1794, by 1796"),
        ('<date when="1794" cert="medium"/>', "1794 (certainty: medium)"),
        ('<date when="1794" cert="high"/>', "1794"),
        ('<date notBefore="1794">in spring</date>', "in spring"),
        ("<date/>", ""),
    ],
)
def test_a_bound_of_a_date_is_not_told_as_the_date(date: str, said: str) -> None:
    action = f'<correspAction type="sent"><persName>Ann</persName>{date}</correspAction>'
    made = page(letters(f"<correspDesc>{action}</correspDesc>", body="<p>a</p>"))
    box = made.find(".//{*}dl[@class='correspDesc']")
    assert box is not None
    assert box.findtext("{*}dd") == ", ".join(filter(None, ("Ann", said)))


def test_a_list_of_letters_and_a_manuscript_say_bounds_as_well() -> None:
    date = '<date notAfter="1794"/>'
    action = f'<correspAction type="sent"><persName>Ann</persName>{date}</correspAction>'
    one = f"<correspDesc>{action}</correspDesc>"
    assert "Ann, by 1794" in publish("text", letters(one, one, body="<p/>")).files[0].data.decode()
    written = '<history><origin notBefore="1201"><p>Paris</p></origin></history>'
    assert "(not before 1201)" in plain(f"<msDesc><msIdentifier/>{written}</msDesc>")


@pytest.mark.parametrize("reading", list(Reading))
def test_what_was_written_on_a_letter_afterwards_is_no_note_of_the_editor(reading: Reading) -> None:
    body = '<div type="letter"><p>a</p><note type="endorsement" place="verso">Answered</note></div>'
    assert plain(body, reading=reading) == "a\n\nEndorsement, on the back: Answered"


def test_an_expansion_is_read_as_a_word_but_in_inscriptions() -> None:
    word = "<p>y<ex>ou</ex>r</p>"
    assert plain(word) == "your"
    assert plain(f'<div type="edition">{word}</div>') == "y(ou)r"


OPENED = "<opener><salute>Dear Sir</salute></opener>"


@pytest.mark.parametrize(
    ("with_it", "read"),
    [
        ('<div type="envelope"><ab type="address"><addrLine>Mr C</addrLine></ab></div>', "Envelope: Mr C"),
        ('<ab type="address">Mr C</ab>', "Address: Mr C"),
        ('<div type="enclosure"><p>A list.</p></div>', "Enclosure: A list."),
        ('<ab type="postmark"><stamp>LONDON</stamp></ab>', "Postmark: LONDON"),
        ('<closer><stamp type="postmark">LONDON</stamp></closer>', "Postmark: LONDON"),
        ("<closer><stamp>PAID</stamp></closer>", "Stamp: PAID"),
        # What says so itself, and a stamp in a sentence, are left alone.
        ('<div type="envelope"><head>On the cover</head><p>Mr C</p></div>', "On the cover\n\nMr C"),
        ("<p>It bears <stamp>PAID</stamp> in red.</p>", "It bears PAID in red."),
    ],
)
def test_what_goes_with_a_letter_says_what_it_is(with_it: str, read: str) -> None:
    for reading in Reading:
        letter = plain(f'<div type="letter">{OPENED}<p>x</p>{with_it}</div>', reading=reading)
        assert letter.split("\n\nx\n\n")[1].strip() == read


def test_an_address_to_an_assembly_is_no_address_of_a_letter() -> None:
    assert plain('<div type="address"><p>Fellow citizens</p></div>').strip() == "Fellow citizens"
