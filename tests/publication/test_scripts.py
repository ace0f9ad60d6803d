"""Scripts and languages: how words look, stand out and are found that are in no Latin letters."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.tools import ask
from tests.publication.goldens import every_format
from tests.publication.helpers import HEADER, article, context, page, plain, publish, tei

from rubricator.publication import folding
from rubricator.publication.format import Publication
from rubricator.publication.gallery import counted
from rubricator.publication.measuring import columns, measured
from rubricator.publication.parts import wording
from rubricator.publication.pieces import Place

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


def test_quotation_marks_run_with_the_words_round_the_quotation() -> None:
    made = article('<p>See <q xml:lang="ar">نص</q>, <q>so</q>.</p>')
    assert "”</span></span>, <span" not in made
    assert re.search('“</span><span class="q" lang="ar" dir="rtl">نص</span><span[^>]*>”', made)
    assert re.search('<span class="q"><span[^>]*>“</span>so<span[^>]*>”</span></span>', made)


def test_the_settings_say_how_a_text_in_their_own_language_is_quoted() -> None:
    wording = {"quote-open": "»", "quote-close": "«"}
    text = publish("text", tei("<p><q>so</q></p>"), Publication(wording=wording)).files[0].data.decode()
    assert "»so«" in text


WRAPPED = [
    # what is written, in lines of twelve columns
    ("如是我聞一時佛在舍衛國。", ["如是我聞一時", "佛在舍衛國。"]),
    ("如是我聞一、時佛在", ["如是我聞一、", "時佛在"]),
    ("如是我聞一時、佛在", ["如是我聞一", "時、佛在"]),
    ("佛言是「如是我聞」", ["佛言是「如是", "我聞」"]),
    ("佛言是我聞「如是」", ["佛言是我聞", "「如是」"]),
    ("ちょっとまってちょ", ["ちょっとまっ", "てちょ"]),
    ("用Latin words說話也", ["用Latin", "words說話也"]),
    ("如是我聞一<note>n</note>時佛在", ["如是我聞", "一[1]時佛在"]),
    ("See 如是我聞一時佛 so", ["See 如是我聞", "一時佛 so"]),
    ("བཅོམ་ལྡན་འདས་མ་ཤེས་རབ", ["བཅོམ་ལྡན་འདས་", "མ་ཤེས་རབ"]),
    ("በስመ፡አብ፡ወወልድ፡ወመንፈስ", ["በስመ፡አብ፡ወወልድ፡", "ወመንፈስ"]),
    ("कर्मण्येवाधिकारस्ते मा", ["कर्मण्येवाधिकारस्ते", "मा"]),
]


@pytest.mark.parametrize(("written", "lines"), WRAPPED)
def test_lines_of_scripts_without_spaces_end_where_theirs_may(written: str, lines: list[str]) -> None:
    made = plain(f'<p xml:lang="zh">{written}</p>', wrap=12)
    assert made.split("\n\n")[0].splitlines() == lines


@given(
    st.text(st.sampled_from("如是我聞、。「」（）a b-1…"), min_size=1, max_size=60).filter(str.strip),
    st.integers(4, 30),
)
@settings(max_examples=60)
def test_no_line_of_chinese_is_wider_than_it_need_be_and_no_character_is_lost(text: str, width: int) -> None:
    text = " ".join(text.split())
    made = "".join(part for part, _ in measured([(text, "main")], Place(), width))
    assert re.sub(r"\s", "", made) == re.sub(r"\s", "", text)
    for line in made.split("\n"):
        assert columns(line) <= width or not re.search(r"[如是我聞]{2}", line[:-2])


SORTED = [
    ("en", "Ångström Łódź Oe Zola", "Ångström Łódź Oe Zola"),
    ("en", "Zola al-Jāḥiẓ Kafka Ibn", "Ibn al-Jāḥiẓ Kafka Zola"),
    ("sv", "Ångström Ahl Zorn Öberg Ärlig", "Ahl Zorn Ångström Ärlig Öberg"),
    ("de", "Özil Opel Zuse Ärger", "Ärger Opel Özil Zuse"),
    ("cs", "Chodov Hus Ibsen Čapek Cyril", "Cyril Čapek Hus Chodov Ibsen"),
    ("es", "Ñuño Núñez Ovidio", "Núñez Ñuño Ovidio"),
    ("uk", "Їжак Іван Ігор Яна Ива", "Ива Іван Ігор Їжак Яна"),
    ("ar", "الجاحظ أحمد البخاري تميم", "أحمد البخاري تميم الجاحظ"),
    ("fa", "گیو کاوه پیران بابک تور", "بابک پیران تور کاوه گیو"),
    ("he", "בָּבֶל אָדָם גד", "אָדָם בָּבֶל גד"),
    ("hi", "की का कि", "का कि की"),
    ("ja", "サ あ か", "あ か サ"),
]


@pytest.mark.parametrize(("language", "names", "indexed"), SORTED)
def test_an_index_is_sorted_as_the_language_of_the_text_does(language: str, names: str, indexed: str) -> None:
    entries = {
        f"person_p{number}": f'<person xmlns="http://www.tei-c.org/ns/1.0" xml:id="p{number}">'
        f"<persName>{name}</persName></person>"
        for number, name in enumerate(names.split())
    }
    body = "".join(f'<p><persName ref="person:p{n}">A</persName></p>' for n in range(len(entries)))
    data = tei(body).replace(b'<text xml:lang="en"', f'<text xml:lang="{language}"'.encode())
    found = page(data, None, **entries).iterfind(".//{*}span[@class='entry']")
    assert " ".join(str(one.text) for one in found) == indexed


@pytest.mark.parametrize(
    ("named", "written", "language"),
    [
        ("en zh-Hant", "如是我聞一時佛在 (T 1)", "zh-Hant"),
        ("en zh", "Thus I have heard 如是", "en"),
        ("de grc la", "μῆνιν ἄειδε θεά", "grc"),
        ("en sa-Latn sa-Deva", "धर्मक्षेत्रे कुरुक्षेत्रे", "sa-Deva"),
        ("fra ara", "نص عربي", "ar"),
        ("de la", "Gallia est omnis divisa", "de"),
        ("la", "如是", "la"),
    ],
)
def test_of_several_languages_the_text_is_in_the_one_whose_letters_it_has(
    named: str, written: str, language: str
) -> None:
    uses = "".join(f'<language ident="{one}"/>' for one in named.split())
    header = HEADER.replace(
        "</teiHeader>", f"<profileDesc><langUsage>{uses}</langUsage></profileDesc></teiHeader>"
    )
    data = tei(f"<p>{written}</p>", header=header).replace(b'<text xml:lang="en"', b"<text")
    found = page(data).find(".//{*}article")
    assert found is not None
    assert found.get("lang") == language


DOWNWARDS = [
    # where a text says that it is written downwards, its pages, and how they follow each other
    ('<body style="writing-mode: vertical-rl">', "page-text vertical-rl", "rtl"),
    ('<body style="color: red; writing-mode: vertical-lr">', "page-text vertical-lr", "ltr"),
    ("<body>", "page-text", "ltr"),
]


@pytest.mark.parametrize(("body", "look", "progression"), DOWNWARDS)
def test_the_pages_of_a_book_that_is_written_downwards_are_turned_as_its_lines_run(
    body: str, look: str, progression: str
) -> None:
    data = tei("<div><p>如是我聞</p></div>").decode().replace("<body>", body)
    made = every_format()["epub"].publish(context(data.encode()))
    with ZipFile(BytesIO(made.files[0].data)) as book:
        text, package = book.read("EPUB/text.xhtml").decode(), book.read("EPUB/package.opf").decode()
        assert f'<body class="{look}"' in text
        assert "writing-mode" not in text
        assert f'page-progression-direction="{progression}"' in package
        assert 'dir="ltr"' in book.read("EPUB/nav.xhtml").decode()


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


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("በስመ፡አብ፡ወወልድ።ወመንፈስ፡", 4),
        ("བཅོམ་ལྡན་འདས། བཅོམ", 4),
        ("如是我聞。", 4),
        ("שלום־עליכם", 2),
        ("한국 사람", 2),
    ],
)
def test_words_are_counted_where_no_space_parts_them(written: str, count: int) -> None:
    assert folding.counted(written) == count


def test_a_second_reading_stands_on_the_other_side_of_its_base() -> None:
    two = article("<p><ruby><rb>東京</rb> <rt>とうきょう</rt> <rt place='below'>トーキョー</rt></ruby></p>")
    assert re.search(r'<ruby class="ruby under"><ruby><span class="rb">東京</span>.*</ruby> ?<rp', two)
    assert plain("<p><ruby><rb>東京</rb><rt>とう</rt><rt>トー</rt></ruby></p>").strip() == "東京(とう)(トー)"


COUNTED = [
    ("en", "1 word", "2 words", "5 words", "21 words"),
    ("de", "1 Wort", "2 Wörter", "5 Wörter", "21 Wörter"),
    ("fr", "1 mot", "2 mots", "5 mots", "21 mots"),
    ("es", "1 palabra", "2 palabras", "5 palabras", "21 palabras"),
    ("it", "1 parola", "2 parole", "5 parole", "21 parole"),
    ("ru", "1 слово", "2 слова", "5 слов", "21 слово"),
    ("zh", "1 字", "2 字", "5 字", "21 字"),
    ("ar", "كلمة واحدة", "كلمتان", "5 كلمات", "21 كلمة"),
]


@pytest.mark.parametrize(("language", "one", "two", "five", "more"), COUNTED)
def test_what_is_counted_has_the_form_of_its_number(
    language: str, one: str, two: str, five: str, more: str
) -> None:
    say = {str(entry.get("key")): entry.text or "" for entry in wording(language).root.iter("w")}
    assert [counted(number, "gallery-words", say) for number in (1, 2, 5, 21)] == [one, two, five, more]


def test_special_numbers_of_russian_and_arabic_have_their_forms() -> None:
    ru, ar = (
        {str(entry.get("key")): entry.text or "" for entry in wording(language).root.iter("w")}
        for language in ("ru", "ar")
    )
    assert [counted(number, "gallery-texts", ru) for number in (11, 104, 112)] == [
        "11 текстов", "104 текста", "112 текстов",
    ]  # fmt: skip
    assert [counted(number, "gallery-texts", ar) for number in (10, 11, 100, 103)] == [
        "10 نصوص", "11 نصًا", "100 نص", "103 نصوص",
    ]  # fmt: skip
    assert counted(3, "own", {"own": "pieces", "language": "en"}) == "3 pieces"


DATED = [
    # a year not before, a month until, a day from; a month and a first day by themselves
    ("en", "not before 1879", "until May 1879", "from 3 May 1879", "May 1882", "1 May 1879"),
    ("de", "frühestens 1879", "bis Mai 1879", "ab dem 3. Mai 1879", "Mai 1882", "1. Mai 1879"),
    ("fr", "au plus tôt en 1879", "jusqu’en mai 1879", "dès le 3 mai 1879", "mai 1882", "1er mai 1879"),
    ("es", "no antes de 1879", "hasta mayo de 1879",
     "desde el 3 de mayo de 1879", "mayo de 1882", "1 de mayo de 1879"),
    ("it", "non prima del 1879", "fino a maggio 1879", "dal 3 maggio 1879", "maggio 1882", "1º maggio 1879"),
    ("ru", "не ранее 1879", "до мая 1879", "с 3 мая 1879", "май 1882", "1 мая 1879"),
    ("zh", "不早于1879年", "至1879年5月", "1879年5月3日起", "1882年5月", "1879年5月1日"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "year", "month", "day", "alone", "first"), DATED)
def test_dates_are_told_as_the_language_tells_them(
    language: str, year: str, month: str, day: str, alone: str, first: str
) -> None:
    given = ("notBefore='1879'", "to='1879-05'", "from='1879-05-03'", "when='1882-05'", "when='1879-05-01'")
    body = "".join(f"<p><date {one}>then</date></p>" for one in given)
    found = page(tei(body), Publication(language=language)).iterfind(".//{*}span[@class='entry']")
    assert {str(one.text) for one in found} == {year, month, day, alone, first}
