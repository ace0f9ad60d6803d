"""Letters: what opens and closes one, where the next begins, and what only looks so."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluation.datelines import HERE, letters, measured

from rubricator.source import Source
from rubricator.transcription import BlockKind, read
from rubricator.transcription.dateline import dateline
from rubricator.transcription.formulas import greets, may_greet, name_after_leave, takes_leave

PROSE = "I have nothing to tell you but that the boats came home on Tuesday, and that all of us are well."


def blocks(text: str) -> list[tuple[str, str]]:
    found = read(Source(text.encode(), "page.txt")).blocks
    return [(str(block.kind), block.lines[0]) for block in found]


def count_of_letters(text: str) -> int:
    return sum(block.begins for block in read(Source(text.encode(), "page.txt")).blocks)


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Sunday night", "", "Sunday night"),
        ("Hill Street, Tuesday", "Hill Street", "Tuesday"),
        ("Bramley Cottage, Thursday morning.", "Bramley Cottage", "Thursday morning"),
        ("Friday, 4 o'clock", "", "Friday"),
        ("Tuesday, half past ten at night, 6th Nov. 1832", "", "6th Nov. 1832"),
        ("Given under my hand at Plymouth, the 3d day of June 1644", "Plymouth", "3d day of June 1644"),
        ("Dated at Salem this 5th day of March, 1692", "Salem", "5th day of March, 1692"),
        ("In the Field, near Canton, Miss., Feb. 27, 1864.", "the Field, near Canton, Miss", "Feb. 27, 1864"),
        ("[Bristol, June 1802]", "Bristol", "June 1802"),
        ("Leeds, 14th inst.", "Leeds", "14th inst."),
        ("Croisset, mardi soir, 11 heures", "Croisset", "mardi soir"),
        ("Sonntag früh", "", "Sonntag früh"),
        ("En Sevilla, a 12 de agosto de 1588 años", "Sevilla", "12 de agosto de 1588"),
        ("Toulon, le 12 floréal an VI", "Toulon", "12 floréal an VI"),
    ],
)
def test_a_dateline_may_say_only_the_day_of_the_week_or_begin_as_a_paper_does(
    text: str, place: str, date: str
) -> None:
    assert dateline(text) == (place, date)


@pytest.mark.parametrize(
    "text",
    [
        "Adopted at Leeds, 4 June 1911",
        "Printed in London, May 1933",
        "Sun",
        "Monday is the day",
        "The Monday Club",
        "on Tuesday",
        "Good Friday",
        "In May 1933 we met",
    ],
)
def test_what_is_said_of_a_text_or_is_a_title_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "Sir,", "Right Honourable,", "My dearest love,", "General:", "Honoured Madam,", "My Lord,",
        "Gentlemen,",
        "Hochgeehrter Herr Professor!", "Lieber Arthur,", "Monsieur et cher ami,", "Citoyen,",
        "Muy señor mío:", "Querida hermana:", "Милая Маша,", "Многоуважаемый Алексей Сергеевич,",
    ],
)  # fmt: skip
def test_a_greeting_is_known_in_five_languages(line: str) -> None:
    assert greets(line)


@pytest.mark.parametrize(
    "line",
    ["Dear is the price of coal.", "Sirs were scarce,and dear.", "The General:", "My father went out,"],
)
def test_a_sentence_is_no_greeting(line: str) -> None:
    assert not greets(line)


@pytest.mark.parametrize(
    ("line", "found"),
    [("Dear Sir", True), ("Friend Blake", True), ("Friends", False), ("Sir Thomas came.", False)],
)
def test_a_greeting_may_lack_its_mark(line: str, found: bool) -> None:
    assert may_greet(line) is found


@pytest.mark.parametrize(
    "line",
    [
        "Yr. obt. servt.", "Your's affecty", "I remain, dear Sir,", "Adieu, yours affecty.",
        "Your humble Servt",
        "I am, Sir, &c.", "Yrs. ever", "God bless you", "Thy affectionate cousin", "Hochachtungsvoll",
        "Herzlichst Ihr", "Leben Sie wohl.", "Agréez, Monsieur, l'assurance de mes sentiments.",
        "Tout à vous,", "Su afectísimo y seguro servidor,", "Te abraza", "С уважением,", "Твой",
    ],
)  # fmt: skip
def test_a_leave_is_known_in_five_languages(line: str) -> None:
    assert takes_leave(line)


@pytest.mark.parametrize(
    "line", ["He was my friend.", "The servant came in", "We are late.", "I am the wind", "Mary had a son"]
)
def test_a_sentence_is_no_leave(line: str) -> None:
    assert not takes_leave(line)


def test_a_name_may_stand_with_the_leave() -> None:
    assert name_after_leave("Dein F.") == "F."
    assert name_after_leave("Your affectionate brother, T. Wren") == "T. Wren"
    assert name_after_leave("Deine Briefe kommen nie") == "Briefe kommen nie"  # which is no name


def test_the_lines_of_an_opening_are_parted_though_they_are_one_chunk() -> None:
    found = blocks(f"The Elms,\nUpper Norton,\n9 October 1897.\nDear Mr. Ashby,\n{PROSE}\n")
    assert found == [("dateline", "The Elms,"), ("salute", "Dear Mr. Ashby,"), ("paragraph", PROSE)]


def test_a_second_letter_begins_where_the_first_is_closed() -> None:
    text = f"""Hull, 3 May 1821
Dear Anne,

{PROSE}

Yours ever,
Mary

P. S. Send the blue jug.

Hull, 9 May 1821
Dear Anne,

{PROSE}

Yr. obt. servt.
M. Oldacre
"""
    assert [kind for kind, _ in blocks(text)] == [
        "dateline", "salute", "paragraph", "salute", "signature", "postscript",
        "dateline", "salute", "paragraph", "salute", "signature",
    ]  # fmt: skip
    assert count_of_letters(text) == 2


@pytest.mark.parametrize(
    "text",
    [
        # A letter quoted in a story has no end before it, and the story goes on after it.
        f"Chapter 1\n\n{PROSE}\n\nHull, 3 May 1821.\n\nDear Anne,\n\n{PROSE}\n\n{PROSE}\n",
        f"The Lamp\n\n{PROSE}\n\nSunday night.\n\n{PROSE}\n",
        # News from several towns.
        f"{PROSE}\n\nLONDON, May 3.\n\n{PROSE}\n\nPARIS, May 4.\n\n{PROSE}\n",
        # The days of a diary.
        f"Diary\n\nMonday 3 May\n\n{PROSE}\n\nTuesday 4 May\n\n{PROSE}\n\nFriday 7 May\n\n{PROSE}\n",
        # Verse that greets.
        "O Wind\n\nDear mother, sit by me,\nAnd hear the rain,\nYours was the sea,\nAnd mine the plain.\n",
        # Dates within what is told.
        f"History\n\n{PROSE}\n\nOn 3 June 1834 the stone was laid.\n\n{PROSE}\n\nThomas Wren\n\n{PROSE}\n",
        # A play.
        f"Act 1\n\nANNE. Dear mother!\n\nMARY. Sir, yours truly.\n\n{PROSE}\n",
    ],
)
def test_where_no_letter_was_closed_no_other_begins(text: str) -> None:
    assert count_of_letters(text) <= 1
    assert not any(kind in ("signature", "postscript") for kind, _ in blocks(text))


def test_a_name_above_a_heading_is_not_taken_for_two() -> None:
    text = f"Hull, 3 May 1821\n\n{PROSE}\n\nYours ever,\n\nMary\n\nNotes by the Editor\n\n{PROSE}\n"
    assert [kind for kind, _ in blocks(text)] == [
        "dateline", "paragraph", "salute", "signature", "heading", "paragraph",
    ]  # fmt: skip


def test_a_date_on_the_cover_of_a_letter_is_no_second_dateline() -> None:
    text = (
        f"Hull, 3 May 1821\nDear Anne,\n\n{PROSE}\n\nYours ever,\nM. Wren\n"
        "Reading five May 1821\nMiss Anne Oldacre\nHigh Street\nBath\n"
    )
    assert [kind for kind, _ in blocks(text)] == [
        "dateline", "salute", "paragraph", "salute", "signature",
        "address", "address", "address", "address",
    ]  # fmt: skip


def test_who_dates_at_the_foot_dates_every_letter_there() -> None:
    letter = f"Sir,\n\n{PROSE}\n\nYours,\nT. W.\n\n"
    text = f"{letter}Hull, 3 May 1821\n\n{letter}Bath, 9 May 1821\n"
    assert [kind for kind, _ in blocks(text)] == [
        "salute", "paragraph", "salute", "signature", "dateline",
    ] * 2  # fmt: skip
    assert count_of_letters(text) == 2


def test_a_title_between_two_letters_may_end_in_an_initial() -> None:
    text = (
        f"Mr. H. to Dr. C.\n\nHull, 3 May 1821\n\nDear Sir,\n\n{PROSE}\n\n"
        f"Dr. C. to Mr. H.\n\nBath, 9 May 1821\n\nDear H.,\n\n{PROSE}\n"
    )
    assert [kind for kind, _ in blocks(text) if kind in ("dateline", "salute")] == ["dateline", "salute"] * 2


LEAST = {
    BlockKind.DATELINE: {"english": 0.92, "others": 0.95, "later": 0.95},
    BlockKind.SALUTE: {"english": 0.95, "others": 0.95, "later": 0.95},
    BlockKind.SIGNATURE: {"english": 0.95, "others": 0.95, "later": 0.95},
}


@pytest.mark.parametrize("kind", LEAST)
@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_openings_and_closings_of_letters_are_found_as_well_as_we_say(path: Path, kind: BlockKind) -> None:
    count = measured(list(letters(path)), kind)
    assert count.f1(count.exact) >= LEAST[kind][path.stem]
