"""What the lines of a page are taken for: navigation, labels, headings, openings and closings, layout."""

from __future__ import annotations

import pytest

from rubricator.source import Source
from rubricator.transcription import BlockKind, Transcription, labels, read
from rubricator.transcription.closing import closing, opening
from rubricator.transcription.dateline import dateline
from rubricator.transcription.headings import levels, style
from rubricator.transcription.navigation import is_navigation
from rubricator.transcription.shapes import is_date, is_name

PROSE = "This is a paragraph of the text, and it is long enough to stand below a heading or a title."


def page(*chunks: str) -> Transcription:
    return read(Source("\n\n".join(chunks).encode(), "page.txt"))


def kinds(*chunks: str) -> list[str]:
    return [str(block.kind) for block in page(*chunks).blocks]


@pytest.mark.parametrize(
    "text",
    [
        "return return return return return",
        "Top of the page",
        "Return to the Trotsky Internet Archive",
        "Back to Index | Next | Previous",
        "[Previous] [Next]",
        "Marxists’ Internet Archive  |  ETOL Home Page  |  Shachtman Archive",
        "MIA > Archive > Trotsky",
        "← Contents →",
        "• README",
        "Next: The Question of Organisation",
        "< backward   forward >",
    ],
)
def test_navigation_is_known(text: str) -> None:
    assert is_navigation(text)


@pytest.mark.parametrize(
    "text",
    [
        "Return, comrades, to your work.",
        "He wanted to return to the harbour, and to see whether the boats had come in that night or not.",
        "Index of prices, 1913 = 100",
        "The first and the last",
        "Either/Or",
        "First Published: 1919",
        "",
        "return " * 30 + "no",
    ],
)
def test_text_is_no_navigation(text: str) -> None:
    assert not is_navigation(text)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Written", "written"),
        ("delivered", "written"),
        ("Dictated by Telephone", "written"),
        ("First Published", "first-published"),
        ("Publishing history", "first-published"),
        ("Source", "source"),
        ("From", "source"),
        ("Publisher", "source-publisher"),
        ("Translated (and edited)", "translator"),
        ("Transcription\\HTML Markup", "transcriber"),
        ("Re-Marked Up & Proofread by", "transcriber"),
        ("Proofreader", "proofreader"),
        ("Public Domain", "licence"),
        ("Copyleft", "licence"),
        ("Online Version", "online"),
        ("Last updated on", "updated"),
        ("Other Formats", "navigation"),
        ("Delvered", ""),
        ("Question", ""),
    ],
)
def test_a_label_has_a_general_name(label: str, name: str) -> None:
    assert labels.name_of(label) == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chapter 2", "chapter"),
        ("Part One: The Question", "part"),
        ("IV. The Mill", "roman"),
        ("II", "roman"),
        ("3. The Strike", "number"),
        ("FINANCES", "caps"),
        ("The Organization Question", "plain"),
        ("What Is To Be Done?", "plain"),
        ("What is that?", ""),
        ("“Yes,” said he", ""),
        ("He said:", ""),
        ("It arrived.", ""),
        ("and then", ""),
        ("1933 was a year of famine", ""),
    ],
)
def test_a_heading_has_a_style(text: str, found: str) -> None:
    assert style(text) == found


def test_a_style_within_another_lies_one_deeper() -> None:
    styles = ["chapter", "number", "plain", "number", "chapter"]
    assert levels(styles) == [1, 2, 3, 2, 1]


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Prinkipo, May 12, 1933", "Prinkipo", "May 12, 1933"),
        ("Büyük Ada, 3 June 1933.", "Büyük Ada", "3 June 1933"),
        ("12 May 1933", "", "12 May 1933"),
        ("[Coyoacán, March 1938]", "Coyoacán", "March 1938"),
        ("May 12, 1933, Prinkipo", "Prinkipo", "May 12, 1933"),
        ("Camp near Falmouth, Va., Dec. 17th 1862", "Camp near Falmouth, Va.", "Dec. 17th 1862"),
        ("No. 5, Adelphi, 3 June", "No. 5, Adelphi", "3 June"),
        ("London, Tuesday, 3d. of Septembr. 1745", "London", "Tuesday, 3d. of Septembr. 1745"),
        (
            "On board H.M.S. Hazard, off Cadiz, Oct. 11th, 1805",
            "On board H.M.S. Hazard, off Cadiz",
            "Oct. 11th, 1805",
        ),
        ("Boston, 10th of 4th month, 1838", "Boston", "10th of 4th month, 1838"),
        ("From my Camp at Naseby this 14th day of June 1645", "my Camp at Naseby", "14th day of June 1645"),
        ("Saturday night, 11 o’clock, June 4, 1814", "", "June 4, 1814"),
        ("Kirkby, ye 4th Novr 1690", "Kirkby", "4th Novr 1690"),
        ("Berlin, den 12. Dezember 1890", "Berlin", "12. Dezember 1890"),
        ("Paris, le 3 mai 1848", "Paris", "3 mai 1848"),
        ("Москва, 12 мая 1933 г.", "Москва", "12 мая 1933 г."),
    ],
)
def test_a_dateline_has_a_place_and_a_date(text: str, place: str, date: str) -> None:
    assert dateline(text) == (place, date)


@pytest.mark.parametrize(
    "text",
    [
        "In May 1933 we met again.",
        "It was 12 May 1933",
        "Prinkipo",
        "1933",
        "Born in Kirkby on 3 May 1744.",
        "The Battle of Borodino, 7 September 1812",
        "Smith wrote on 3 May.",
        "Published: May 1922",
        "Speech of 12 May 1933 in Paris",
        "After October 1917",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("lines", "author", "found"),
    [
        (["Prinkipo, May 12, 1933", "L. Trotsky"], "", ["dateline", "signature"]),
        (["L. Trotsky", "Prinkipo, May 12, 1933"], "", ["signature", "dateline"]),
        (["Leon Trotsky"], "Leon Trotsky", ["signature"]),
        (["L. T."], "Leon Trotsky", ["signature"]),
        (["— The Editors"], "", ["signature"]),
        (["June 7, 1933", "Prinkipo"], "Leon Trotsky", ["dateline", "dateline"]),
        (["June 7, 1933", "Trotsky"], "Leon Trotsky", ["dateline", "signature"]),
        (["With communist greetings,", "G. Gurov [Leon Trotsky]"], "", ["salute", "signature"]),
        (["Yours, Sorin"], "", ["signature"]),
        (
            ["Believe me, dear Mr. Wren,", "Yours very sincerely,", "M. Oldacre"],
            "",
            ["salute", "salute", "signature"],
        ),
        (["I am, Sir,", "Your most obedient servant,", "J. Wren"], "", ["salute", "salute", "signature"]),
        (["Your affectionate brother,", "T."], "", ["salute", "signature"]),
        (["With love,", "Anna", "Hull, 3 May 1889"], "", ["salute", "signature", "dateline"]),
        (["Believe me, he said.", "M. Oldacre"], "", []),
        (["I am the wind,", "And I am the rain,", "Over the Sea"], "", []),
        (["Believe me, dear Mr. Wren,", "the boats are gone,"], "", []),
        (["Leon Trotsky"], "", []),
        (["Long Live the Union"], "Leon Trotsky", []),
        (["Prinkipo, May 12, 1933", "and so on"], "", []),
    ],
)
def test_a_text_is_closed_by_what_is_sure(lines: list[str], author: str, found: list[str]) -> None:
    assert closing(lines, author) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dear Comrades,", BlockKind.SALUTE),
        ("Comrades!", BlockKind.SALUTE),
        ("My dear friend:", BlockKind.SALUTE),
        ("My dear Mr. Wren,", BlockKind.SALUTE),
        ("Dear Capt. J. Oldacre,", BlockKind.SALUTE),
        ("Dear old Hull. It was raining,", None),
        ("Stockholm, October 3, 1922", BlockKind.DATELINE),
        ("Comrades are people who share a room.", None),
        ("Dear is the price of coal.", None),
    ],
)
def test_a_letter_opens_with_a_dateline_or_a_salutation(text: str, found: BlockKind | None) -> None:
    assert opening(text) == found


@pytest.mark.parametrize(
    "text", ["(May 1933)", "1912", "c. 1905", "[12 May 1933]", "Early March 1921", "1918–19"]
)
def test_a_line_may_be_nothing_but_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leon Trotsky", True),
        ("V. I. Lenin", True),
        ("Rosa van der Hoeven", True),
        ("Éva K.-Nagy", True),
        ("apropos of nothing", False),
        ("Who Knows?", False),
        ("10 June", False),
    ],
)
def test_a_name_is_capitalised_but_for_particles(text: str, name: bool) -> None:
    assert is_name(text) is name


def test_a_title_goes_over_several_lines_and_a_subtitle_stands_below_it() -> None:
    found = page(
        "Leon Trotsky", "Apropos the\nForeign Policy", "A Reply", "(May 1933)", "Written: May 1933", PROSE
    )
    assert [(field.name, field.lines) for field in found.heads()] == [
        ("title", ("Apropos the", "Foreign Policy")),
        ("subtitle", ("A Reply",)),
        ("date", ("(May 1933)",)),
    ]


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("Anna Björnsdóttir\nDiary of a Journey, 1889", "Anna Björnsdóttir"),
        ("M. Oldacre\nSelected Letters", "M. Oldacre"),
        ("Apropos the\nForeign Policy", ""),
        ("The Foreign Policy\nLetters from Hull", ""),
        ("Workers’ Councils\nTheory and Practice", ""),
        ("Anna Björnsdóttir\nand her Diary", ""),
    ],
)
def test_a_name_above_what_a_person_writes_is_the_author_s(lines: str, author: str) -> None:
    found = page(lines + "\nTranscribed by K. Holm from the manuscript.", PROSE, PROSE)
    assert found.value("author") == author
    assert found.value("title") == " ".join(lines.split("\n")[1:] if author else lines.split("\n"))


@pytest.mark.parametrize(
    ("page", "author", "title"),
    [
        ("THE MISER OUTWITTED\n\nA Comedy\n\nSource: London, 1765.", "", "THE MISER OUTWITTED"),
        ("My Life\n\nVolume One\n\nWritten: 1929", "", "My Life"),
        ("A. Thalheimer\n\nThe Strike\n\nWritten: 1929", "A. Thalheimer", "The Strike"),
        ("LEON TROTSKY\n\nThe Strike\n\nWritten: 1929", "LEON TROTSKY", "The Strike"),
    ],
)
def test_what_begins_as_titles_do_is_no_author(page: str, author: str, title: str) -> None:
    fields = {
        field.name: field.value for field in read(Source(f"{page}\n\n{PROSE}".encode(), "a.txt")).fields
    }
    assert (fields.get("author", ""), fields["title"]) == (author, title)


def test_sentences_with_marks_of_notes_are_no_subtitle() -> None:
    page = "Bob Hill\n\nOn Notes\n\nText one. [1] And text two. [2]\n\nNotes\n\n1. First.\n\n2. Second."
    found = read(Source(page.encode(), "notes.txt"))
    assert [block.text for block in found.blocks if block.kind is BlockKind.NOTE] == ["First.", "Second."]
    assert "Text one. [1] And text two. [2]" in [block.text for block in found.blocks]


def test_a_short_text_below_the_header_is_text_although_a_field_stands_below_it() -> None:
    found = page("A. Author", "Title", "Written: 1933", "Two words.", "Last updated on: 3.2.2001")
    assert [block.text for block in found.blocks] == ["Two words."]


def test_lines_without_a_colon_are_fields_below_a_title() -> None:
    found = page(
        "Max Shachtman",
        "Lenin and Rosa Luxemburg",
        "From The New International, Vol. IV No. 5, May 1938, pp. 141–144.\n"
        "Transcribed & marked up by Einde O’Callaghan for ETOL.",
        PROSE,
    )
    assert found.value("source") == "The New International, Vol. IV No. 5, May 1938, pp. 141–144."
    assert found.value("transcriber") == "Einde O’Callaghan for ETOL."
    assert len(found.blocks) == 1


def test_an_unknown_label_among_known_ones_is_kept() -> None:
    found = page("A. Author", "Title", "Written: 1933\nShelf mark: MS 12\nSource: Notebook", PROSE)
    assert [(field.name, field.label, field.value) for field in found.fields][3] == (
        "",
        "Shelf mark",
        "MS 12",
    )


def test_settings_overrule_what_was_read_and_what_was_read_is_kept() -> None:
    found = read(Source(f"A. Author\n\nTitle\n\nWritten: 1933\n\n{PROSE}".encode()), {"title": "Better"})
    assert found.value("title") == "Better"
    assert [field.value for field in found.heads()] == ["Title"]


def test_what_is_missing_is_said() -> None:
    rules = [finding.rule for finding in page(PROSE, PROSE).findings]
    assert "transcription.no-title" in rules
    assert "transcription.no-author" in rules


def test_a_bare_number_and_the_words_below_it_are_one_heading() -> None:
    found = page("A", "Written: 1933", PROSE, "Chapter 1", "The Mill", PROSE, "Chapter 2", "The Bell", PROSE)
    heads = [block.lines for block in found.blocks if block.kind is BlockKind.HEADING]
    assert heads == [("Chapter 1", "The Mill"), ("Chapter 2", "The Bell")]


def test_what_was_left_out_between_them_parts_a_number_from_the_words_below() -> None:
    found = page("A Title", PROSE, "Chapter 2", "return return", "Stalin", PROSE)
    assert "Chapter 2" in [block.text for block in found.blocks]


def test_wrapped_lines_are_one_paragraph_and_a_hyphen_at_the_end_stays() -> None:
    wrapped = (
        "The keeper of the lock had been there since there was a lock; he was a well-\n"
        "known man, and when he died they sent to the county town for one who knew\n"
        "about water, and he came."
    )
    found = page("A", "Written: 1933", wrapped)
    assert [block.text for block in found.blocks] == [wrapped.replace("-\n", "-").replace("\n", " ")]


def test_a_line_that_ends_in_a_hyphen_goes_on_in_the_next_where_each_paragraph_is_a_line() -> None:
    first = "She asked whether the drawings had come by the post, " * 3 + "and to be re-"
    found = page("A", "Written: 1933", f"{PROSE}\n{first}\nmembered to you.\n{PROSE}")
    assert [block.text for block in found.blocks] == [PROSE, f"{first}membered to you.", PROSE]


@pytest.mark.parametrize("following", ["Then he went.", "— and then"])
def test_a_hyphen_before_what_is_no_rest_of_a_word_joins_nothing(following: str) -> None:
    first = "She asked whether the drawings had come by the post, " * 3 + "and to be re-"
    found = page("A", "Written: 1933", f"{first}\n{following}")
    assert [block.text for block in found.blocks] == [first, following]


def test_a_word_divided_between_two_paragraphs_is_said() -> None:
    def rules(*chunks: str) -> list[str]:
        return [finding.rule for finding in page("A", "Written: 1933", *chunks).findings]

    assert "transcription.divided-word" in rules(f"{PROSE[:-1]}, and to be re-", "membered to you.")
    assert "transcription.divided-word" not in rules(f"{PROSE[:-1]}, and to be –", "Membered.")
    assert "transcription.divided-word" not in rules(PROSE, "membered to you.")


def test_short_lines_are_verse_and_stay_lines() -> None:
    assert kinds(
        "A", "Written: 1933", PROSE, "The herring have gone,\nThe boats are away;\nAnd so am I."
    ) == [
        "paragraph",
        "verse",
    ]


def test_lines_set_in_are_a_quotation() -> None:
    assert kinds("A", "Written: 1933", PROSE, f"    {PROSE}", PROSE) == [
        "paragraph",
        "quotation",
        "paragraph",
    ]


def test_three_like_lines_in_a_row_are_no_headings() -> None:
    assert (
        kinds("A", "Written: 1933", PROSE, "The Mill", "The Bell", "The River", PROSE).count("heading") <= 1
    )
