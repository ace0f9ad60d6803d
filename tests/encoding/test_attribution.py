"""A quotation and the line that says where it is from: one `cit`; and lines that only look like it."""

from __future__ import annotations

import pytest
from lxml import etree

from rubricator.document import Document
from rubricator.encoding.encode import encode
from rubricator.source import Source
from rubricator.tei import NS
from rubricator.transcription import read
from rubricator.transcription.attribution import is_attribution

PROSE = "The case was put long ago and in few words by a man who had baked for forty years of his life."
QUOTED = "    Bread is dear when wages are low, and dearer when they are high,\n    said one who ate of it."
VERSE = "    The miller grinds his neighbour's corn,\n    The baker bakes his bread,\n    And goes to bed."


def encoded(*parts: str) -> Document:
    text = "\n\n".join(("A. Tilden", "On Bread", PROSE, *parts, PROSE))
    return Document.of(encode(read(Source(text.encode(), "bread.txt"))))


@pytest.mark.parametrize(
    "line",
    [
        "— Marx, Capital, I, p. 3",
        "—Shakespeare",
        "-- T. Hoar, Harvest Songs, 1801.",
        "– Goethe, Faust, 1112",
        "— Rosa Luxemburg",
        "(Marx, Capital, vol. I, p. 3)",
        "[Engels, Anti-Dühring, ch. 2]",
        "(Psalms 23:1)",
    ],
)
def test_a_name_after_a_dash_or_a_work_in_brackets_is_a_source(line: str) -> None:
    assert is_attribution(line)


@pytest.mark.parametrize(
    "line",
    [
        "— No, said he.",
        "— Where is he? Nobody knows.",
        "— This was how the old man spoke, and nobody answered him.",
        "(He laughed.)",
        "(Here the letter ends)",
        "Marx, Capital, I, p. 3",
        "- bread and butter",
        "— Thomas came in, and he sat down.",
        "—",
    ],
)
def test_speech_and_remarks_are_no_sources(line: str) -> None:
    assert not is_attribution(line)


@pytest.mark.parametrize(
    ("parts", "quote", "bibl"),
    [
        ((QUOTED, "    — J. Miller, The Loaf, p. 3"), "p", "— J. Miller, The Loaf, p. 3"),
        ((QUOTED, "— J. Miller"), "p", "— J. Miller"),
        ((VERSE, "(T. Hoar, Songs, p. 8)"), "lg", "(T. Hoar, Songs, p. 8)"),
    ],
)
def test_a_quotation_and_its_source_are_one_cit(parts: tuple[str, ...], quote: str, bibl: str) -> None:
    root = encoded(*parts).root
    (cit,) = root.iterfind(".//tei:cit", NS)
    assert [etree.QName(child).localname for child in cit] == ["quote", "bibl"]
    assert etree.QName(cit[0][0]).localname == quote
    assert cit[1].text == bibl


@pytest.mark.parametrize("parts", [(QUOTED,), (QUOTED, "— No, said he."), (PROSE, "— Rosa Luxemburg")])
def test_without_a_source_right_below_a_quotation_there_is_none(parts: tuple[str, ...]) -> None:
    assert list(encoded(*parts).root.iterfind(".//tei:cit", NS)) == []
