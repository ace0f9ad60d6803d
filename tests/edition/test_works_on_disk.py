"""Titles, sources, initials, abbreviations and emphasis, from the transcription to the books."""

from __future__ import annotations

from rubricator.edition.build import build
from rubricator.edition.layout import Edition
from rubricator.settings import Annotating, Settings

EVERYTHING = ("names", "dates", "errors", "foreign", "works", "initials", "abbreviations")
TEXT = """On the Mines

By Jane Smith

In his book “The Wealth of Nations” he says as much. She had read _The Tempest_ twice, and was *not* pleased.
The Manchester Guardian of the 5th inst. wrote that the Independent Labour Party (ILP) had split. The Govt. of
India and the ILP were silent. It is said (Lenin, Collected Works, vol. 5, p. 12) in a richlymarked copy.
"""
MARKUP = (
    '<title level="m" resp="#rubricator" cert="high">The Wealth of Nations</title>',
    '<hi rend="italic"><title resp="#rubricator" cert="medium">The Tempest</title></hi>',
    "<emph>not</emph>",
    '<title level="j" resp="#rubricator" cert="medium">Manchester Guardian</title>',
    '<choice><abbr>inst.</abbr><expan resp="#rubricator" cert="high">instant</expan></choice>',
    '(<orgName resp="#rubricator" cert="high">ILP</orgName>)',
    '(<bibl resp="#rubricator" cert="high">',
    '<title resp="#rubricator" cert="medium">Collected Works</title>, vol. 5, p. 12</bibl>)',
    "<choice><sic>richlymarked</sic>",
)


def test_a_text_with_works_and_abbreviations_is_valid_and_all_its_words_arrive(begun: Edition) -> None:
    edition = Edition(begun.root, Settings(annotate=Annotating(annotators=EVERYTHING)))
    edition.transcription_of("mines").write_text(TEXT, "utf-8")
    (built,) = build(edition, ["mines"])
    assert built.report.exit_code() == 0
    assert built.refused == ()
    assert built.words
    markup = edition.document("mines").read_text("utf-8")
    assert [wanted for wanted in MARKUP if wanted not in markup] == []
    before = edition.document("mines").read_bytes()
    assert [again.up_to_date for again in build(edition, ["mines"])] == [True]
    assert edition.document("mines").read_bytes() == before
