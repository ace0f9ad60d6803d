"""Scripts and languages: how words look, stand out and are found that are in no Latin letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.tools import ask
from tests.publication.helpers import plain, publish, tei

from rubricator.publication.format import Publication

PARTS = [
    # language, the slant of what stands out, its weight, its dots, the space between its spaced letters
    ("la", "italic", "400", "none", True),
    ("zh-Hant", "normal", "400", "dot", True),
    ("ja", "normal", "400", "sesame", True),
    ("ko", "normal", "400", "dot", True),
    ("zh-Latn-pinyin", "italic", "400", "none", True),
    ("ar", "normal", "600", "none", False),
    ("ur", "normal", "600", "none", False),
    ("ar-Latn", "italic", "400", "none", True),
    ("he", "normal", "600", "none", True),
    ("syr", "normal", "600", "none", False),
    ("hi", "normal", "600", "none", False),
    ("sa-Deva", "normal", "600", "none", False),
    ("sa-Latn", "italic", "400", "none", True),
    ("bo", "normal", "600", "none", False),
]
LOOK = """[...document.querySelectorAll('article [lang] em')].map(em => {
  const look = getComputedStyle(em), spaced = getComputedStyle(em.parentNode.querySelector('.r-spaced'));
  const dots = look.textEmphasisStyle.replace('filled ', '');
  return [em.parentNode.lang, look.fontStyle, look.fontWeight, dots, parseFloat(spaced.letterSpacing) > 0];
})"""
FOUND = "[...(CSS.highlights.get('found') ?? [])].map(String)"


@pytest.mark.node
@pytest.mark.chromium
def test_what_stands_out_does_so_as_its_script_has_it(tmp_path: Path) -> None:
    body = "".join(
        f'<p xml:lang="{language}"><emph>so</emph> <hi rend="spaced">so</hi></p>' for language, *_ in PARTS
    )
    file = tmp_path / "page.html"
    file.write_bytes(publish("html", tei(body)).files[0].data)
    (seen,) = ask(file, ("ask", LOOK))
    assert list(map(tuple, seen)) == PARTS


QUOTED = [
    ("en", "“so ‘so’”"),
    ("en-GB", "“so ‘so’”"),
    ("la", "“so ‘so’”"),
    ("x-unheard-of", "“so ‘so’”"),
    ("de-AT", "„so ‚so‘“"),
    ("fr", "«\u00a0so “so”\u00a0»"),
    ("ru", "«so „so“»"),
    ("pl", "„so «so»”"),
    ("he", "”so ’so’”"),
    ("jpn", "「so 『so』」"),
    ("ja-Latn", "“so ‘so’”"),
    ("zh-Hans", "“so ‘so’”"),
    ("zh-Hant", "「so 『so』」"),
]


@pytest.mark.parametrize(("language", "written"), QUOTED)
def test_quotations_are_marked_as_the_language_round_them_does(language: str, written: str) -> None:
    made = plain(
        f'<p xml:lang="{language}">See <q>so <q>so</q></q></p><p><q xml:lang="{language}">so</q></p>'
    )
    assert made.split("\n\n") == [f"See {written}", "“so”"]


def test_the_settings_say_how_a_text_in_their_own_language_is_quoted() -> None:
    wording = {"quote-open": "»", "quote-close": "«"}
    text = publish("text", tei("<p><q>so</q></p>"), Publication(wording=wording)).files[0].data.decode()
    assert "»so«" in text


SOUGHT = [
    ("he", "בְּרֵאשִׁ֖ית בָּרָ֣א", "בראשית ברא", 1),
    ("ar", "الكتـابُ والإنصاف", "انصاف", 1),
    ("fa", "می‌خواهم", "ميخواهم", 1),
    ("hi", "कि का की", "की", 1),
    ("ja", "カタカナ", "かたかな", 1),
    ("ja", "がか", "か", 2),
    ("ja", "ＡＢＣ１２", "abc12", 1),
    ("ja", "<ruby><rb>壁</rb><rt>かべ</rt></ruby>の<ruby><rb>中</rb><rt>なか</rt></ruby>", "壁の中", 1),
    ("ja", "<ruby><rb>壁</rb><rt>かべ</rt></ruby>の中", "かべ", 1),
    ("zh", "學而時<lb/>\n習之", "時習", 1),
    ("grc", "λόγος", "λογοσ", 1),
    ("cu", "хрⷭ҇та̀", "хста", 0),
    ("cu", "родѝ", "роди", 1),
]


@pytest.mark.node
@pytest.mark.chromium
def test_search_finds_words_without_regard_to_points_and_widths(tmp_path: Path) -> None:
    steps = []
    for number, (language, written, sought, _) in enumerate(SOUGHT):
        file = tmp_path / f"{number}.html"
        file.write_bytes(publish("html", tei(f'<p xml:lang="{language}">{written}</p>')).files[0].data)
        steps += [("open", file.as_uri()), ("focus", ".search input"), ("type", sought), ("press", "Enter")]
        steps.append(("ask", FOUND))
    found = ask(file, *steps)
    assert [len(some) for some in found] == [times for *_, times in SOUGHT]
