"""The book: whole, the same every time, and accepted by those who judge books."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.checks.tools import ace, epubcheck
from tests.publication.added import added_words

from rubricator.document import Document
from rubricator.errors import SettingsError
from rubricator.findings import Severity
from rubricator.publication.epub.book import broken_links, factory
from rubricator.publication.epub.checking import Book, check
from rubricator.publication.format import Context, Cover, Publication, Published
from rubricator.resources import directory
from rubricator.source import Source
from rubricator.tei import Reading

SAMPLE = Path(__file__).with_name("sample.xml")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
BACK = ("notes.xhtml", "corrections.xhtml", "index.xhtml", "colophon.xhtml")
NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "svg": "http://www.w3.org/2000/svg",
}


def published(markup: str, publication: Publication | None = None) -> Published:
    document = Document.of(Source(markup.encode(), "sample.xml"))
    return factory().publish(Context(document, "sample", {}, publication or Publication()))


@cache
def sample() -> Published:
    return published(SAMPLE.read_text(encoding="utf-8"))


def files(made: Published, number: int = 0) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.files[number].data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def find(name: str, path: str, made: Published | None = None, number: int = 0) -> list[str]:
    root = etree.fromstring(files(made or sample(), number)[f"EPUB/{name}"])
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [one if isinstance(one, str) else text(one) for one in found]


def text(node: object) -> str:
    assert isinstance(node, etree._Element)
    return " ".join("".join(map(str, node.itertext())).split())


def tei(body: str, title: str = "A Title", language: str = "en") -> str:
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader><fileDesc><titleStmt>
    <title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
    </teiHeader><text><body>{body}</body></text></TEI>"""


def test_nothing_is_wrong_with_the_sample() -> None:
    assert [finding for finding in sample().findings if finding.severity is not Severity.NOTE] == []


def test_there_is_a_book_for_each_reading() -> None:
    assert [file.suffix for file in sample().files] == [".epub", ".diplomatic.epub"]
    assert find("text.xhtml", "//h:p[@id='p1']")[0].startswith("A cat")
    assert find("text.xhtml", "//h:p[@id='p1']", number=1)[0].startswith("A cta")


def test_two_books_have_two_identifiers() -> None:
    identifiers = [find("package.opf", "//dc:identifier", number=number) for number in (0, 1)]
    assert identifiers[0] != identifiers[1]
    assert find("package.opf", "//dc:title", number=1)[-1] == "Diplomatic reading"


def test_the_parts_of_the_book_stand_in_their_order() -> None:
    order = [name.removeprefix("file-") for name in find("package.opf", "//opf:itemref/@idref")]
    assert order == [
        *("cover.xhtml", "title.xhtml", "text.xhtml", "notes.xhtml"),
        *("corrections.xhtml", "index.xhtml", "colophon.xhtml"),
    ]


def test_what_would_be_empty_is_left_out() -> None:
    made = published(tei("<p>Nothing else.</p>"))
    assert not {"EPUB/notes.xhtml", "EPUB/index.xhtml", "EPUB/corrections.xhtml"} & files(made).keys()


def test_the_contents_follow_the_headings_without_the_marks_of_notes() -> None:
    labels = find("nav.xhtml", "//h:nav[@epub:type='toc']/h:ol/h:li/h:a")
    assert labels == [
        "Title page",
        "Preface",
        "Cats",
        "Dogs",
        "Afterword",
        "Notes",
        "Corrections",
        "Index",
        "Colophon",
    ]
    assert find("nav.xhtml", "//h:nav[@epub:type='toc']/h:ol/h:li/h:ol/h:li/h:a") == ["Kittens"]
    assert find("toc.ncx", "//ncx:navMap/ncx:navPoint/ncx:navPoint//ncx:text") == ["Kittens"]


def test_a_number_takes_the_heading_below_it_into_the_contents() -> None:
    body = """<div><head>I</head><head>The Beginning</head><p>a</p></div>
      <div><head>Chapter 2.</head><head>The End</head><p>b</p></div>
      <div><head>A heading that says enough by itself</head><head>And more</head><p>c</p></div>"""
    labels = find("nav.xhtml", "//h:nav[@epub:type='toc']/h:ol/h:li/h:a", published(tei(body)))
    assert labels[1:4] == ["I. The Beginning", "Chapter 2. The End", "A heading that says enough by itself"]


def test_old_and_new_contents_are_of_the_same_book() -> None:
    assert find("toc.ncx", "//ncx:meta[@name='dtb:uid']/@content") == find(
        "package.opf", "//dc:identifier[1]"
    )
    for number in (0, 1):
        hrefs = find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a/@href", number=number)
        assert find("toc.ncx", "//ncx:navMap//ncx:content/@src", number=number) == hrefs


def test_landmarks_lead_to_the_parts() -> None:
    types = find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a/@epub:type")
    assert types == ["cover", "titlepage", "bodymatter", "endnotes", "index", "colophon"]


def test_the_page_list_has_the_pages_that_the_source_knows() -> None:
    assert find("nav.xhtml", "//h:nav[@epub:type='page-list']//h:a") == ["1", "2", "iii"]
    assert find("package.opf", "//opf:meta[@property='source-of']") == ["pagination"]


def test_a_page_number_that_comes_back_is_listed_each_time() -> None:
    made = published(tei('<p><pb n="1"/>One<pb n="1"/>two<pb n="01"/>three.</p>'))
    assert find("toc.ncx", "//ncx:pageTarget//ncx:text", made) == ["1", "1", "01"]
    assert find("toc.ncx", "//ncx:pageTarget/@value", made) == ["1"]


def test_without_pages_there_is_no_page_list() -> None:
    made = published(tei("<p>One<pb/>two.</p>"))
    assert find("nav.xhtml", "//h:nav[@epub:type='page-list']", made) == []
    assert find("package.opf", "//opf:meta[.='pageNavigation']", made) == []


def test_notes_and_their_marks_lead_to_each_other() -> None:
    marks = find("text.xhtml", "//h:a[@epub:type='noteref']/@href")
    notes = find("notes.xhtml", "//h:div[@role='doc-footnote'][@epub:type='footnote']/@id")
    assert [f"notes.xhtml#{note}" for note in notes] == [mark for mark in marks if mark.startswith("notes")]
    assert all(
        link.startswith("text.xhtml#") for link in find("notes.xhtml", "//h:a[@role='doc-backlink']/@href")
    )


def test_every_note_has_a_way_back_to_its_own_mark() -> None:
    for name in ("notes.xhtml", "corrections.xhtml"):
        notes = find(name, "//*[@role='doc-footnote']/@id")
        back = [
            link.partition("#")[2]
            for link in find(name, "//*[@role='doc-footnote']//*[@role='doc-backlink']/@href")
        ]
        marks = [find("text.xhtml", f"//*[@id='{mark}']/@href")[0] for mark in back]
        assert marks == [f"{name}#{note}" for note in notes]


def test_every_file_is_declared_and_every_declared_file_is_there() -> None:
    declared = {f"EPUB/{href}" for href in find("package.opf", "//opf:item/@href")}
    assert files(sample()).keys() - declared == {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert declared <= files(sample()).keys()


def test_a_link_that_leads_nowhere_and_an_id_given_twice_are_found() -> None:
    page = etree.fromstring(
        '<html xmlns="http://www.w3.org/1999/xhtml"><p id="a"/><p id="a"/><a href="b.xhtml#a"/>'
        '<a href="#D%C3%BC"/><a href="a.xhtml#a"/><a/><a href="https://example.org/"/></html>'
    )
    found = [finding.rule for finding in broken_links({"a.xhtml": page}, "a.xml")]
    assert found == ["publication.duplicate-id", *["publication.broken-link"] * 2]


def test_what_the_book_adds_is_marked() -> None:
    assert find("title.xhtml", "//h:section[contains(@class, 'added')]/h:h1") == find(
        "package.opf", "//dc:title[1]"
    )
    assert find("colophon.xhtml", "//*[@data-added][not(contains(@class, 'added'))]") == []


def test_every_added_word_has_a_source() -> None:
    """The wording or the document; numbers, letters that count, and the identifier that is made apart."""
    wording = etree.parse(str(directory("xslt") / "wording" / "en.xml")).getroot()
    document = etree.parse(str(SAMPLE)).getroot()
    spoken = [*wording.itertext(), *document.itertext()]
    spoken += [value for element in document.iter(etree.Element) for value in element.attrib.values()]
    known = set(re.findall(r"\w+", " ".join(map(str, spoken)))) | {"UUID", "urn", "uuid"}
    for number in (0, 1):
        made = files(sample(), number)
        pages = [etree.fromstring(made[f"EPUB/{name}"]) for name in ("title.xhtml", *BACK)]
        strange = added_words(pages) - known
        assert {word for word in strange if not re.fullmatch(r"\d+|[a-z]|([0-9a-f]{4}){1,3}", word)} == set()


def test_every_page_says_its_language_and_direction() -> None:
    for name in files(sample()):
        if name.endswith(".xhtml"):
            root = etree.fromstring(files(sample())[name])
            assert (root.get("lang"), root.get("dir")) == ("en", "ltr")
            assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert find("text.xhtml", "//*[@lang='he']/@dir") == ["rtl"]


def test_a_book_read_from_the_right_says_so() -> None:
    made = published(tei("<p>שלום</p>", "ספר", "he"))
    assert find("text.xhtml", "/h:html/@dir", made) == ["rtl"]
    assert find("package.opf", "//opf:spine/@page-progression-direction", made) == ["rtl"]


def test_the_cover_is_drawn_from_the_header() -> None:
    drawn = " ".join(find("cover.svg", "//svg:text"))
    assert "Cats & Dogs: a Dialogue <in Two Parts>" in drawn
    assert "A. Writer" in drawn
    assert "The Press" in drawn
    assert find("cover.xhtml", "//h:img[@role='doc-cover']/@alt") == [
        "Cover: Cats & Dogs: a Dialogue <in Two Parts>, A. Writer"
    ]


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "word " * 60,
        "Donaudampfschifffahrtsgesellschaft" * 4,
        "現代日本文学" * 9,
        "WONDERS OF WALES " * 3,
    ],
)
def test_the_covers_lines_stay_within_the_frame(title: str) -> None:
    made = published(tei("<p>x</p>", title))
    root = etree.fromstring(files(made)["EPUB/cover.svg"])
    for line in root.iter("{http://www.w3.org/2000/svg}text"):
        width = sum(
            1.0 if ord(letter) > 0x2E80 else 0.7 if letter.isupper() else 0.52 for letter in line.text or ""
        )
        assert width * float(line.get("font-size", "0")) <= 1040
        assert 100 < float(line.get("y", "0")) < 1700


def test_the_covers_lines_are_about_as_long_as_each_other() -> None:
    made = published(tei("<p>x</p>", "Apropos the Foreign Policy of the Stalinists"))
    assert find("cover.svg", "//svg:text/text()", made)[:3] == [
        "Apropos the",
        "Foreign Policy of",
        "the Stalinists",
    ]


def test_a_cover_says_where_it_does_not_name_all() -> None:
    names = "".join(f"<author>Author Number-{number} of Many</author>" for number in range(20))
    made = published(tei("<p>x</p>").replace("</titleStmt>", f"{names}</titleStmt>", 1))
    lines = find("cover.svg", "//svg:text/text()", made)
    assert [line for line in lines if line.endswith(" …")] == [lines[4]]


def test_a_text_that_begins_before_its_first_heading_has_an_entry_there() -> None:
    begun = "<p>" + "He began. " * 60 + "</p><div><head>Persons</head><p>x</p></div>"
    toc = "//h:nav[@epub:type='toc']//h:a/@href"
    assert find("nav.xhtml", toc, published(tei(begun)))[:2] == ["title.xhtml", "text.xhtml"]
    assert find("text.xhtml", "//h:title/text()", published(tei(begun, "A Letter"))) == ["A Letter"]
    motto = "<epigraph><p>Know thyself.</p></epigraph><div><head>Persons</head><p>x</p></div>"
    assert all("#" in href for href in find("nav.xhtml", toc, published(tei(motto)))[1:2])


def test_a_cover_of_ones_own_comes_with_its_description() -> None:
    cover = Cover(PIXEL, "image/png", "A red door")
    made = published(tei("<p>x</p>"), Publication(cover=cover))
    assert files(made)["EPUB/cover.png"] == PIXEL
    assert "EPUB/cover.svg" not in files(made)
    assert find("cover.xhtml", "//h:img/@alt", made) == ["A red door"]
    assert find("package.opf", "//opf:item[@properties='cover-image']/@href", made) == ["cover.png"]


@pytest.mark.parametrize("cover", [Cover(PIXEL, "image/png", " "), Cover(b"II*", "image/tiff", "A door")])
def test_a_cover_that_no_reader_could_use_is_refused(cover: Cover) -> None:
    with pytest.raises(SettingsError):
        published(tei("<p>x</p>"), Publication(cover=cover))


def test_a_long_text_is_divided_at_its_sections_and_loses_nothing() -> None:
    chapters = "".join(
        f"<div><head>Chapter {n}</head>{'<p>A long story.</p>' * 900}</div>" for n in range(12)
    )
    made = published(tei(f'<div><head>Part</head><p xml:id="here">First.</p>{chapters}</div>'))
    assert made.findings == ()
    pages = [name for name in find("package.opf", "//opf:itemref/@idref", made) if "text" in name]
    assert pages == [f"file-text-{n}.xhtml" for n in range(1, 13)]
    assert find("nav.xhtml", "//h:nav[@epub:type='toc']/h:ol/h:li/h:ol/h:li/h:a", made) == [
        f"Chapter {n}" for n in range(12)
    ]


def test_what_is_heavy_and_has_no_sections_is_divided_between_blocks() -> None:
    long = "".join(f"<p>{'A long story. ' * 40}</p>" for _ in range(900))
    made = published(tei(f'<div xml:id="d1"><head>Chapter</head>{long}<list><item>x</item></list></div>'))
    assert made.findings == ()
    pages = {name: data for name, data in files(made).items() if "/text" in name}
    assert len(pages) > 2
    assert max(map(len, pages.values())) < 250_000
    assert sum(data.count(b"<p") for data in pages.values()) == 900
    assert sum(data.count(b'id="d1"') for data in pages.values()) == 1
    assert find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a", made) == ["Title page", "Chapter", "Colophon"]
    assert find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a/@href", made)[2] == "text-1.xhtml"


def test_many_notes_are_divided_and_go_on_counting() -> None:
    made = published(tei("<p>" + "word<note>A note.</note> " * 2000 + "</p>"))
    assert made.findings == ()
    counted = len(find("notes.xhtml", "//h:li", made))
    assert counted < 2000
    assert find("notes-2.xhtml", "//h:ol/@start", made) == [str(counted + 1)]
    labels = find("nav.xhtml", "//h:nav[@epub:type='toc']//h:a", made)
    assert labels.count("Notes") == 1
    assert list(check(Book.open(made.files[0].data, "x.epub"))) == []


def test_the_style_sheet_fixes_no_colour_and_no_size() -> None:
    css = files(sample())["EPUB/book.css"].decode()
    assert not re.findall(
        r"(?<![-\w])color\s*:(?!\s*inherit)|background|#[0-9a-fA-F]{3}|\d(px|pt|cm|mm|in)\b", css
    )


def test_only_the_book_of_the_source_raises_what_is_written_above_the_line() -> None:
    made = published(tei('<p>came <add place="above">safe</add></p>'))
    styles = [files(made, number)["EPUB/book.css"].decode() for number in (0, 1)]
    assert ["ins.place-above" in style for style in styles] == [False, True]


def test_extra_style_follows_ours() -> None:
    made = published(tei("<p>x</p>"), Publication(css="p { margin: 1em }"))
    assert files(made)["EPUB/book.css"].decode().endswith("p { margin: 1em }")


def test_the_same_text_makes_the_same_book() -> None:
    again = published(SAMPLE.read_text(encoding="utf-8"))
    assert [file.data for file in again.files] == [file.data for file in sample().files]


def test_all_of_the_book_is_in_one_form_of_unicode() -> None:
    for name, data in files(sample()).items():
        if not name.endswith(".png"):
            assert unicodedata.is_normalized("NFC", data.decode()), name


def test_a_stored_book_has_the_same_entries() -> None:
    stored = published(SAMPLE.read_text(encoding="utf-8"), Publication(store=True))
    assert files(stored) == files(sample())
    assert len(stored.files[0].data) > len(sample().files[0].data)


@pytest.mark.java
@pytest.mark.parametrize("number", [0, 1])
def test_epubcheck_has_nothing_to_say(number: int, tmp_path: Path) -> None:
    book = tmp_path / "sample.epub"
    book.write_bytes(sample().files[number].data)
    assert epubcheck(book) == ()


@pytest.mark.node
@pytest.mark.chromium
def test_ace_has_nothing_to_say(tmp_path: Path) -> None:
    book = tmp_path / "sample.epub"
    book.write_bytes(sample().files[0].data)
    assert ace(book) == ()


@pytest.mark.java
@pytest.mark.node
@pytest.mark.chromium
def test_the_judges_would_find_something(tmp_path: Path) -> None:
    """Else they would be of no use: a book with a link that leads nowhere and a picture without words."""
    made = files(sample())
    made["EPUB/cover.xhtml"] = re.sub(rb' alt="[^"]*"', b"", made["EPUB/cover.xhtml"])
    made["EPUB/notes.xhtml"] = made["EPUB/notes.xhtml"].replace(b'href="text', b'href="test')
    book = tmp_path / "bad.epub"
    with zipfile.ZipFile(book, "w") as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    assert any("RSC" in complaint for complaint in epubcheck(book))
    assert any("image-alt" in complaint for complaint in ace(book))


CORPORA = Path("corpora") / "tei"


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.java
def test_epubcheck_has_nothing_to_say_of_other_peoples_texts(shared: Path, tmp_path: Path) -> None:
    complaints = []
    for path in sorted((shared / CORPORA).glob("*.xml")):
        document = Document.of(Source.read(path))
        one = replace(Publication(), readings=(Reading.EDITED,), store=True)
        made = factory().publish(Context(document, path.stem, {}, one))
        complaints += [str(finding) for finding in made.findings if finding.severity is not Severity.NOTE]
        book = tmp_path / f"{path.stem}.epub"
        book.write_bytes(made.files[0].data)
        complaints += [f"{book.name}: {complaint}" for complaint in epubcheck(book)]
    assert complaints == []


def test_the_book_says_who_edited_it_and_its_numbers_once() -> None:
    stated = "</title><editor>A B</editor><editor role='translator'>C D</editor></titleStmt>"
    series = """<editionStmt><edition>Second edition.</edition></editionStmt>
    <publicationStmt><publisher>P</publisher><idno type="doi">10.5555/abc.1</idno></publicationStmt>"""
    written = tei("<p>One.</p>").replace("</title></titleStmt>", stated)
    made = published(written.replace("<publicationStmt><p/></publicationStmt>", series))
    names = find("title.xhtml", "//h:p[@class='contributor']", made)
    assert names == ["A B (Editor)", "C D (Translator)"]
    told = find("colophon.xhtml", "//h:section[contains(@class, 'colophon')]/h:dl/*", made)
    assert told == ["DOI", "https://doi.org/10.5555/abc.1", "Edition", "Second edition"]
    assert find("colophon.xhtml", "//h:section[@class='edition']", made) == []
