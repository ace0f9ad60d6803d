"""Dictionaries, corpora and records of speech: what their editors write, and how it reads."""

from __future__ import annotations

import pytest
from tests.publication.helpers import article, page, plain, tei


def _entry(sense: str, form: str = "<form><orth>word</orth></form>") -> str:
    return f"<entry>{form}<sense>{sense}</sense></entry>"


def _translation(word: str, after: str = "") -> str:
    return f'<cit type="trans">\n <quote>{word}</quote>{after}\n</cit>'


VERB = "<gramGrp><pos>v.</pos></gramGrp>"


def test_a_sense_within_a_sense_is_set_in() -> None:
    inner = '<sense n="a"><def>c</def></sense>'
    senses = f'<sense n="1"><def>b</def>{inner}</sense><sense n="2">d</sense>'
    assert (
        plain(f"<entry><form><orth>w</orth></form>{senses}</entry>").split("\n\n\n")[0].rstrip()
        == "w\n\n1. b\n    a. c\n2. d"
    )


@pytest.mark.parametrize(
    ("body", "line"),
    [
        # Forms, translations, definitions and references in a row.
        (_entry("<def>a b</def>", "<form><orth>word</orth>\n<orth>wort</orth></form>"), "word, wort"),
        (_entry(_translation("mot") + "\n" + _translation("parole")), "mot, parole"),
        (_entry(_translation("mot") + _translation("parole")), "mot, parole"),
        (_entry(_translation("mot,") + "\n" + _translation("parole")), "mot, parole"),
        (
            _entry(_translation("mot", "\n<gramGrp><gen>m</gen></gramGrp>") + _translation("parole")),
            "mot m, parole",
        ),
        (_entry("<def>a b</def> <def>c</def>"), "a b, c"),
        (_entry("<def>a</def>", "<form><orth>b</orth> [<pron>k</pron>]</form><form>d</form>"), "b [k], d"),
        # What phoneticians write stands between slashes, or as the file sets it off; others have none.
        (_entry("", '<form><orth>b</orth> <pron notation="ipa">ə</pron></form>'), "b /ə/"),
        (_entry("", '<form><orth>b</orth> <pron xml:lang="en-fonipa">/ə/</pron></form>'), "b /ə/"),
        (_entry("", '<form><orth>b</orth> [<pron notation="IPA">ə</pron>]</form>'), "b [ə]"),
        (_entry("", "<form><orth>b</orth> <pron>uh</pron></form>"), "b uh"),
        (_entry('<xr type="syn"><ref>one</ref><ref>two</ref></xr>'), "→ one, two"),
        (_entry("<xr><lbl>see</lbl> <ref>one</ref></xr>"), "see one"),
        (f"<entry><form><orth>met</orth><tns>pret.</tns></form>{VERB}</entry>", "met pret. v."),
        (f"<entry><form><orth>meet</orth></form>{VERB}</entry>", "meet v."),
        # So do variants of the spelling, and inflected forms.
        (
            "<entry><form><orth>birch</orth><form><orth>birk</orth><usg>Sc.</usg></form>"
            "<form><orth>birc</orth></form></form></entry>",
            "birch, birk Sc. birc",
        ),
        ("<entry><form><orth>go</orth></form><form><orth>went</orth></form></entry>", "go, went"),
        ("<entry><form><orth>go,</orth></form> <form><orth>went</orth></form></entry>", "go, went"),
        # An example and its translation go on in the line of the sense.
        (
            _entry(f'<def>a</def> <cit type="example"><quote>b c</quote>{_translation("d")}</cit>'),
            "a “b c” d",
        ),
        (
            "<entry><etym><seg>From</seg><cit><lang>lat.</lang><form><orth>verbum</orth></form>"
            "<gloss>word</gloss></cit></etym></entry>",
            "From lat. verbum word",
        ),
    ],
)
def test_an_entry_reads_as_a_printed_one_does(body: str, line: str) -> None:
    assert line in plain(body).split("\n")


@pytest.mark.parametrize(
    ("entries", "lines"),
    [
        ([("1", "bark"), ("2", "bark"), ("3", "birch")], ["bark¹", "bark²", "birch"]),
        ([("I", "bark"), ("II", "bark")], ["bark I", "bark II"]),
        # A mere count of entries, a number that the source writes itself, one and the same word twice.
        ([("1", "bark"), ("2", "birch")], ["bark", "birch"]),
        ([("1", "bark1"), ("2", "bark2")], ["bark1", "bark2"]),
        ([("1", "bark"), ("1", "bark")], ["bark", "bark"]),
    ],
)
def test_headwords_that_are_written_alike_are_told_apart(
    entries: list[tuple[str, str]], lines: list[str]
) -> None:
    body = "".join(f'<entry n="{n}"><form><orth>{word}</orth></form></entry>' for n, word in entries)
    assert plain(body).split("\n\n") == lines


def _dictionary(*words: str) -> str:
    return "".join(f"<entry><form><orth>{word}</orth></form></entry>" for word in words)


def test_a_long_dictionary_has_a_heading_for_each_letter_and_they_are_its_contents() -> None:
    body = _dictionary(*(f"{letter}{number}" for letter in "aÄbc" for number in range(15)))
    made = page(tei(body))
    heads = made.findall(".//{*}h2[@class='letter']")
    assert [(head.text, head.get("data-added")) for head in heads] == [("A", ""), ("B", ""), ("C", "")]
    links = made.findall(".//{*}nav[@class='contents']//{*}li[@class='letter']/{*}a")
    assert [link.get("href", "")[1:] for link in links] == [head.get("id") for head in heads]


def test_letters_are_headings_of_the_level_that_comes_next() -> None:
    body = _dictionary(*(f"{letter}{number}" for letter in "abc" for number in range(15)))
    assert page(tei(f"<div>{body}</div>")).find(".//{*}h2[@class='letter']") is not None


@pytest.mark.parametrize(
    "body",
    [
        _dictionary("a", "b", "c"),
        _dictionary(*("abc"[number % 3] for number in range(60))),
        "<head>Words</head>" + _dictionary(*(f"{letter}{n}" for letter in "abc" for n in range(20))),
    ],
)
def test_a_short_or_otherwise_ordered_dictionary_has_no_letters(body: str) -> None:
    assert "letter" not in article(f"<div>{body}</div>")


@pytest.mark.parametrize(
    ("tokens", "line"),
    [
        ("<s>\n<w>So</w>\n<pc>,</pc>\n<w>yes</w>\n<pc>.</pc>\n</s>", "So, yes."),
        ("<s><w>So</w> <pc>(</pc> <w>yes</w> <pc>)</pc> <pc>.</pc></s>", "So (yes)."),
        # Where some punctuation has space before it, and some has none, the file is believed.
        ("<s><w>So</w><pc>,</pc> <w>oui</w> <pc>!</pc></s>", "So, oui !"),
        # Where nothing has any, words have.
        ("<s><w>So</w><pc>,</pc><w>yes</w><w>sir</w><pc>(</pc><w>A</w><pc>)</pc></s>", "So, yes sir (A)"),
        ('<s><w>I</w><w>am</w><w join="right">in</w><pc>.</pc></s>', "I am in."),
        # @join of what closes is none that says anything.
        ('<s>\n<w>So</w>\n<pc join="right">?</pc>\n<w>Yes</w>\n<pc>.</pc>\n</s>', "So? Yes."),
        # A word written as one and read as two, each of them empty.
        ('<s><w join="right">im<w norm="in"/><w norm="dem"/></w>\n<pc>,</pc>\n<w>ja</w></s>', "im, ja"),
        ("<s><w>One</w></s>\n<s>\n<w>Two</w>\n<w>three</w></s>", "One Two three"),
    ],
)
def test_tokens_are_set_as_they_are_read(tokens: str, line: str) -> None:
    assert plain(f"<p>{tokens}</p>").strip() == line


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "as <name>\n  <forename>Ann</forename>\n  <surname>Lee</surname>\n</name>, says",
            "as Ann Lee, says",
        ),
        ("so (<bibl>\n  <author>Lee</author>\n</bibl>)", "so (Lee)"),
        ("as <name>\n  <surname>Lee</surname>\n</name> says", "as Lee says"),
    ],
)
def test_what_was_laid_out_in_the_file_has_no_space_before_a_comma(written: str, line: str) -> None:
    assert plain(f"<p>{written}</p>").strip() == line


def test_links_between_tokens_part_no_sentence() -> None:
    links = '<linkGrp type="UD-SYN"><link ana="ud-syn:root" target="#a #b"/></linkGrp>'
    made = article(f'<u who="#A"><seg><s><w>So</w>{links}</s> <s><w>be</w>{links}</s></seg></u>')
    assert "<div" not in made.partition('class="u"')[2]


SPEECH = '<u who="#PAD_35521"><seg>Good morning.</seg></u>'


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("", True),
        ('<note type="speaker">The President</note>\n', False),
        ('<note type="speaker">The President</note> <note type="time">10:00</note>', False),
        ('<note type="time">10:00</note>', True),
        ('<note type="speaker">The President</note>' + SPEECH, True),
    ],
)
def test_whom_the_record_has_just_named_is_not_named_again(before: str, named: bool) -> None:
    made = article(f"<div>{before}{SPEECH}</div>")
    assert ("PAD_35521" in made.rpartition('class="u"')[2]) == named


def test_what_the_record_has_in_brackets_gets_no_others() -> None:
    assert "Yes. (Applause) No. [Bell]" in plain(
        '<u who="#A"><seg>Yes. <kinesic><desc>(Applause)</desc></kinesic> No. '
        "<incident><desc>Bell</desc></incident></seg></u>"
    )


def test_what_is_said_of_words_stands_in_a_line_for_each_kind() -> None:
    lemmata = '<spanGrp type="lemma"><span from="#a">be</span><span from="#b">so</span></spanGrp>'
    made = plain(f'<annotationBlock who="#A"><u>is so</u>{lemmata}</annotationBlock>')
    assert "lemma: be so" in made.split("\n")


def test_a_post_is_set_in_by_its_level() -> None:
    assert 'class="post indent-2"' in article('<div><post indentLevel="2" who="#A"><p>No.</p></post></div>')


def test_descriptions_of_a_gap_in_two_languages_stand_apart() -> None:
    gap = '<gap><desc xml:lang="en">Removed</desc>\n<desc xml:lang="de">Entfernt</desc></gap>'
    assert "Removed Entfernt" in plain(f"<p>{gap}</p>")


@pytest.mark.parametrize(
    ("language", "words", "direction"),
    [("ar", "كتاب", ' dir="rtl"'), ("ar-x-tunis-vicav", "ktāb", ""), ("fa", "12", ' dir="rtl"')],
)
def test_arabic_in_latin_letters_runs_from_left_to_right(language: str, words: str, direction: str) -> None:
    assert f'lang="{language}"{direction}>{words}' in article(f'<p xml:lang="{language}">{words}</p>')


def test_signs_of_an_entry_stand_at_what_they_follow() -> None:
    form = (
        "<form><orth>folha</orth><pc>,</pc> <pron>f</pron></form><gramGrp><gram>s.</gram></gramGrp><pc>;</pc>"
    )
    assert plain(f"<entry>{form} <sense><def>leaf</def></sense></entry>").startswith("folha, f s.;\n")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("<surname>Blatt</surname><forename>Otto</forename>", "Blatt, Otto"),
        ("<surname>Blatt</surname> <forename>Otto</forename>", "Blatt, Otto"),
        ("<surname>Blatt</surname>, <forename>Otto</forename>", "Blatt, Otto"),
        ("<forename>Otto</forename> <surname>Blatt</surname>", "Otto Blatt"),
        ('<surname xml:lang="hu">Levél</surname> <forename>Ottó</forename>', "Levél Ottó"),
    ],
)
def test_whom_a_list_has_by_the_surname_has_a_comma_after_it(name: str, read: str) -> None:
    assert read in plain(f"<listPerson><person><persName>{name}</persName></person></listPerson>")


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ('active="#A" passive="#B"', "A – friend – B"),
        ('active="#A" passive="#nobody"', "A – friend"),
        ('active="#A" passive="#nobody #B"', "A – friend – B"),
        ('active="#nobody" passive="#B"', "friend – B"),
        ('active="#A" passive="people.xml#C"', "A – friend – C"),
    ],
)
def test_a_relation_to_nobody_shows_no_code(ends: str, told: str) -> None:
    people = "".join(f'<person xml:id="{one}"><persName>{one}</persName></person>' for one in "AB")
    relation = f'<listRelation><relation name="friend" {ends}/></listRelation>'
    assert plain(f"<listPerson>{people}{relation}</listPerson>").splitlines()[-1].endswith(told)


def test_a_relation_is_named_by_words() -> None:
    people = "".join(f'<person xml:id="{one}"><persName>{one}</persName></person>' for one in "AB")
    relation = '<listRelation><relation name="parentOf" active="#A" passive="#B"/></listRelation>'
    assert "A – parent of – B" in plain(f"<listPerson>{people}{relation}</listPerson>")
