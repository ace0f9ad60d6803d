"""Who worked on a transcription, as archives list them."""

from __future__ import annotations

import pytest

from rubricator.encoding.names import Work, element, persons, work_of, works


@pytest.mark.parametrize(
    ("label", "work"),
    [
        ("Transcription/HTML Markup", "Transcription and HTML markup"),
        ("Transcription\\Markup", "Transcription and markup"),
        ("Transcription & HTML Markup", "Transcription and HTML markup"),
        ("Transcribed & marked up by", "Transcription and markup"),
        ("Translated (and edited)", "Translation and editing"),
        ("Re-Marked up & Proofread by", "Re-marked up and proofreading"),
        ("Proofreader", "Proofreading"),
        ("Transcribed", "Transcription"),
        ("", "Proofreading"),
    ],
)
def test_a_label_says_what_was_done(label: str, work: str) -> None:
    assert work_of(label, "Proofreading") == work


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("Brian Baggins", (Work("W", ("Brian Baggins",)),)),
        ("David Walters & R. Cymbala", (Work("W", ("David Walters", "R. Cymbala")),)),
        ("R. Cymbala, & Marc Szewczyk,", (Work("W", ("R. Cymbala", "Marc Szewczyk")),)),
        ("by Zodiac and Brian Basgen", (Work("W", ("Zodiac", "Brian Basgen")),)),
        (
            "Einde O’Callaghan for the Trotsky Internet Archive.",
            (Work("W for the Trotsky Internet Archive", ("Einde O’Callaghan",)),),
        ),
        ("Kevin Goins (2007)", (Work("W (2007)", ("Kevin Goins",)),)),
        (
            "Clemens Dutt; Edited by Robert Daglish",
            (Work("W", ("Clemens Dutt",)), Work("Editing", ("Robert Daglish",))),
        ),
        ("J. Doe, February 2011.", (Work("W (February 2011)", ("J. Doe",)),)),
        ("J. Doe, 12 February 2011", (Work("W (12 February 2011)", ("J. Doe",)),)),
        ("J. Doe (May 2011)", (Work("W (May 2011)", ("J. Doe",)),)),
        ("J. Doe and R. Roe in 2011.", (Work("W (2011)", ("J. Doe", "R. Roe")),)),
        ("J. Doe 3/2/2011", (Work("W (3/2/2011)", ("J. Doe",)),)),
        ("Elaine May, 2011", (Work("W (2011)", ("Elaine May",)),)),
        (
            "J. Doe, May 2011, and R. Roe, 2012",
            (Work("W (May 2011)", ("J. Doe",)), Work("W (2012)", ("R. Roe",))),
        ),
        ("J. Doe, R. Roe, May 2011", (Work("W (May 2011)", ("J. Doe", "R. Roe")),)),
        ("H. Winter (from the German).", (Work("W (from the German)", ("H. Winter",)),)),
        (
            "K. Holm from the manuscript in the Royal Library, Copenhagen.",
            (Work("W from the manuscript in the Royal Library, Copenhagen", ("K. Holm",)),),
        ),
        (
            "Jane Roe and the Online Distributed Proofreading Team",
            (Work("W", ("Jane Roe", "Online Distributed Proofreading Team")),),
        ),
        ("N. Lenin (V. Ulyanov)", (Work("W", (), "N. Lenin (V. Ulyanov)"),)),
        ("The editors of this edition.", (Work("W", (), "The editors of this edition"),)),
        ("Harry J.", (Work("W", ("Harry J.",)),)),
        ("the comrades at the press", (Work("W", (), "the comrades at the press"),)),
        ("", ()),
    ],
)
def test_those_who_worked_are_listed_one_by_one(stated: str, found: tuple[Work, ...]) -> None:
    assert works("W", stated) == found


def test_several_authors_are_several_persons() -> None:
    assert persons("Karl Marx and Frederick Engels") == ("Karl Marx", "Frederick Engels")
    assert persons("V. I. Lenin") == ("V. I. Lenin",)
    assert persons("the delegates (see below)") == ("the delegates (see below)",)


def test_a_body_is_no_person() -> None:
    assert element("Union of Glassworkers") == "orgName"
    assert element("Leon Trotsky") == "persName"
