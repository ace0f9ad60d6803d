"""Mending: the fixes of findings are spliced in, and nothing else changes."""

from __future__ import annotations

from rubricator.findings import Finding, Fix, Severity, Splice
from rubricator.source import Source
from rubricator.validation.fixes import diff, mended

SOURCE = Source("<p>ä <persname>X</persname></p>\r\n".encode("iso-8859-1"), "x.xml")
LATIN = Source(b'<?xml version="1.0" encoding="iso-8859-1"?>' + SOURCE.data, "x.xml")


def finding(*splices: tuple[int, int, str]) -> Finding:
    return Finding("r", Severity.ERROR, "x.xml", "m", fix=Fix("mends", tuple(Splice(*s) for s in splices)))


def test_a_fix_changes_its_own_characters_alone() -> None:
    start = LATIN.markup.index("persname")
    end = LATIN.markup.rindex("persname")
    after, done = mended(LATIN, [finding((start, start + 8, "persName"), (end, end + 8, "persName"))])
    assert after.data == LATIN.data.replace(b"persname", b"persName")
    assert len(done) == 1


def test_of_two_fixes_that_touch_the_first_is_made() -> None:
    one, other = finding((0, 3, "<q>")), finding((2, 4, "x"))
    after, done = mended(Source(b"<p>abc", "x"), [one, other])
    assert (after.data, done) == (b"<q>abc", (one,))


def test_without_a_fix_the_source_is_the_same() -> None:
    assert mended(LATIN, [finding()]) == (LATIN, ())


def test_the_difference_is_shown_line_by_line() -> None:
    before, after = Source(b"a\nb\n", "x.xml"), Source(b"a\nc\n", "x.xml")
    assert diff(before, after).splitlines()[-2:] == ["-b", "+c"]
    assert "No newline" in diff(Source(b"a", "x.xml"), after)
