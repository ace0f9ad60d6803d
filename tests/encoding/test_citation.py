"""Citations: what archives write after "Source:", taken apart."""

from __future__ import annotations

import pytest

from rubricator.encoding.citation import Citation, arabic, parse


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        (
            "The Militant, Vol. VI No. 30, 10 June 1933, pp. 1 & 4.",
            Citation(
                title="The Militant", level="j", volume="VI", issue="30", date="10 June 1933", pages="1 and 4"
            ),
        ),
        (
            "Lenin’s Collected Works, 2nd Edition, Progress Publishers, Moscow, 1965, Volume 33, page 396",
            Citation(
                title="Lenin’s Collected Works",
                level="m",
                edition="2nd Edition",
                publisher="Progress Publishers",
                places=("Moscow",),
                date="1965",
                volume="33",
                pages="396",
            ),
        ),
        (
            "Lenin Collected Works, Progress Publishers, [1977], Moscow, Volume 43, page 399a.",
            Citation(
                title="Lenin Collected Works",
                level="m",
                publisher="Progress Publishers",
                places=("Moscow",),
                date="[1977]",
                volume="43",
                pages="399a",
            ),
        ),
        (
            "Writings of Leon Trotsky [1932-33], Pathfinder Press, New York 1972, pp. 252–60.",
            Citation(
                title="Writings of Leon Trotsky [1932-33]",
                level="m",
                publisher="Pathfinder Press",
                places=("New York",),
                date="1972",
                pages="252–60",
            ),
        ),
        (
            "Pravda (No. 117) May 30, 1923",
            Citation(title="Pravda", level="j", issue="117", date="May 30, 1923"),
        ),
        (
            "Fourth International, New York, Vol.2 No.3, April 1941, pages 76-79.",
            Citation(
                title="Fourth International",
                level="j",
                places=("New York",),
                volume="2",
                issue="3",
                date="April 1941",
                pages="76-79",
            ),
        ),
        (
            "“The Mill” in The Northern Review, Vol. 12, No. 4, April 1911",
            Citation(
                title="The Northern Review",
                level="j",
                article="The Mill",
                volume="12",
                issue="4",
                date="April 1911",
            ),
        ),
        (
            "Kommunist (Baku) No. 7, May 9, 1920; Published according to the newspaper text",
            Citation(
                title="Kommunist",
                level="j",
                places=("Baku",),
                issue="7",
                date="May 9, 1920",
                rest=("Published according to the newspaper text",),
            ),
        ),
        (
            "Ada Pelham, The Loom and the River, Harvest Press, Leeds, 1924, pp. 31–58.",
            Citation(
                author="Ada Pelham",
                title="The Loom and the River",
                level="m",
                publisher="Harvest Press",
                places=("Leeds",),
                date="1924",
                pages="31–58",
            ),
        ),
    ],
)
def test_a_plain_citation_is_taken_apart(written: str, parts: Citation) -> None:
    assert parse(written, "Ada Pelham") == parts


@pytest.mark.parametrize(
    "written",
    [
        "The Manchester Guardian",
        "1919",
        "",
        "Taken down by L.F. First published in 1959 in Lenin Miscellany XXXVI.",
        "Published according to the manuscript; Pravda No. 251. November 5, 1922",
        "3 August in Vecherniye Izvestia No. 15",
        "New Park Publications, 1975",
        "https://example.org/texts/12.htm",
        "manuscript",
    ],
)
def test_what_is_not_plain_is_not_taken_apart(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("VI", "6"),
        ("xlix", "49"),
        ("MCMXXXIII", "1933"),
        ("One", "1"),
        ("IIX", ""),
        ("IC", ""),
        ("", ""),
        ("12", ""),
    ],
)
def test_only_a_regular_numeral_has_a_number(numeral: str, number: str) -> None:
    assert arabic(numeral) == number
