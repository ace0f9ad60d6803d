"""What is likelier in a text that a machine has read, that was typed, or that a hand wrote."""

from __future__ import annotations

import pytest

from rubricator.annotation import Certainty
from rubricator.annotators.errors import find
from rubricator.annotators.errors.profiles import PROFILES, profile
from rubricator.errors import SettingsError


def corrections(text: str, name: str) -> list[tuple[str, str | None]]:
    """What would be written into *text* under the profile *name*."""
    found = find(text, likely=profile(name))
    return [(a.found, a.correction) for a in found if a.cert is not Certainty.LOW]


@pytest.mark.parametrize(
    ("text", "found", "by_a_machine", "by_keys"),
    [
        ("There was a handa of lobsters.", "handa", "hands", "hand"),
        ("He had a bowl of hcad broth.", "hcad", "head", "had"),
    ],
)
def test_a_machine_s_eye_and_a_typist_s_hand_slip_differently(
    text: str, found: str, by_a_machine: str, by_keys: str
) -> None:
    assert corrections(text, "ocr") == [(found, by_a_machine)]
    assert corrections(text, "keying") == [(found, by_keys)]


def test_a_text_that_a_machine_has_read_may_be_full_of_errors() -> None:
    text = "tbe bouse wbich stood tbere bad been bnilt by bim"
    assert len(corrections(text, "ocr")) > len(corrections(text, "print"))


@pytest.mark.parametrize(
    "text",
    ["I had some demur ,and rode home.", "al though it rained", "The recpt of yr letter was gratefull."],
)
def test_in_a_manuscript_spelling_and_spacing_are_the_writer_s_own(text: str) -> None:
    assert corrections(text, "manuscript") == []


def test_in_a_manuscript_a_word_that_stands_twice_is_an_error_still() -> None:
    assert corrections("I came to the the house.", "manuscript") == [("the the", "the")]


def test_what_is_not_corrected_in_a_manuscript_is_remarked() -> None:
    (found,) = find("I had some demur ,and rode home.", likely=PROFILES["manuscript"])
    assert (found.correction, found.cert) == (None, Certainty.LOW)


def test_an_unknown_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="handwriting") as refused:
        profile("handwriting")
    assert "manuscript" in refused.value.remedy
