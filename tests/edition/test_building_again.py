"""A build with nothing to do: what it says again, and what was said once and for all."""

from __future__ import annotations

from rubricator.edition.build import build
from rubricator.edition.layout import Edition
from rubricator.transcription.rules import CHANGED


def test_what_the_reader_said_of_a_transcription_is_not_said_at_every_build(begun: Edition) -> None:
    begun.transcription_of("bare").write_text("A few words, and no header at all.\n", "utf-8")
    first, second = (list(build(begun, ["bare"])) for _ in range(2))
    assert any(finding.rule.startswith("transcription.") for finding in first[0].report)
    assert second[0].up_to_date
    assert not any(finding.rule.startswith("transcription.") for finding in second[0].report)


def test_that_a_transcription_has_changed_is_said_until_it_is_seen_to(begun: Edition) -> None:
    list(build(begun))
    path = begun.transcription_of("harbour-light")
    path.write_text(path.read_text("utf-8").replace("mole", "pier"), "utf-8")
    for _ in range(2):
        (built,) = build(begun)
        assert CHANGED.ident in [finding.rule for finding in built.report]
