"""Words that no list knows: one decision a form, and then they are known."""

from __future__ import annotations

import pytest

from rubricator.annotators.errors.unknown import Unknown, by_type, unknown_places, words_of
from rubricator.annotators.errors.wordlists import HEADING, read_list, with_words
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.knowledge import Knowledge
from rubricator.source import Source

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"{}><teiHeader/><text><body><p>{}</p></body></text></TEI>'


def listed(*texts: str, knowledge: Knowledge | None = None, attributes: str = "") -> dict[str, Unknown]:
    """The unknown forms of documents with these texts."""
    documents = {
        f"d{n}": Document.of(Source(TEI.format(attributes, t).encode())) for n, t in enumerate(texts)
    }
    places = [
        (name, place)
        for name, document in documents.items()
        for place in unknown_places(document, knowledge or Knowledge())
    ]
    counts = words_of(documents["d0"])
    for name in list(documents)[1:]:
        counts += words_of(documents[name])
    return {one.form: one for one in by_type(places, counts)}


def test_unknown_forms_are_counted_over_all_documents_the_most_frequent_first() -> None:
    found = listed(
        "The wenkstock of the ship was old.", "A wenkstock, a zornrag and the Wenkstock's end, and a zornrag."
    )
    assert [(f.form, f.count, f.documents) for f in found.values()] == [
        ("wenkstock", 3, 2),
        ("zornrag", 2, 1),
    ]
    assert found["zornrag"].document == "d1"
    assert found["zornrag"].place.before.endswith("A wenkstock, a")


@pytest.mark.parametrize(
    "text",
    [
        "It was recieved with joy.",  # has a good suggestion: none of ours
        "He spoke of <persName>Wenkstock</persName> and the <foreign xml:lang='de'>Zornrag</foreign>.",
        "See www.wenkstock.org for it.",
        "A <sic>wenkstock</sic> was there.",
        "An exten- sive right, and a wal-\nkers’ path.",
        "They organised the honourable MCMXIV, the 3rd.",
        "He was a-goin’ to ’eavy work.",
    ],
)
def test_what_is_explained_already_is_not_offered(text: str) -> None:
    assert listed(text) == {}


def test_a_document_in_another_language_has_no_unknown_english_words() -> None:
    assert listed("Das Wenkstock.", attributes=' xml:lang="de"') == {}


def test_a_form_that_stands_once_beside_a_frequent_one_is_suspect() -> None:
    names = "Kerouane came. " * 6
    found = listed(names + "Then Kerouanne left.", "A Zornrag.")
    assert (found["Kerouanne"].beside, found["Kerouanne"].times) == ("Kerouane", 6)
    assert not found["Zornrag"].beside
    assert not found["Kerouane"].beside
    assert not listed("The mornstep. " * 6 + "Two mornsteps.")["mornsteps"].beside


def test_what_is_in_the_edition_s_list_is_known() -> None:
    known = Knowledge(words=frozenset({"Wenkstock"}))
    assert listed("The wenkstock’s end.", knowledge=known) == {}


@pytest.mark.parametrize(
    ("before", "forms", "after"),
    [
        (HEADING, ["b", "a"], f"{HEADING}a\nb\n"),
        ("", ["b"], "b\n"),
        ("# x\na\nc # why\n", ["B", "A"], "# x\na\nB\nc # why\n"),
        ("z\na\n", ["m"], "z\na\n\nm\n"),
        ("z\na\n\n# new\nc\n# end\n", ["b", "d"], "z\na\n\n# new\nb\nc\nd\n# end\n"),
        ("a\r\nc\r\n", ["b"], "a\r\nb\r\nc\r\n"),
        ("a", ["b"], "a\nb\n"),
        ("a\n", ["A", " "], "a\n"),
        ("a\n\n", ["b", "b"], "a\nb\n\n"),
    ],
)
def test_the_list_keeps_its_comments_and_its_order(before: str, forms: list[str], after: str) -> None:
    assert with_words(before, forms) == after
    assert with_words(after, forms) == after


@pytest.mark.parametrize(
    ("name", "content", "affixes", "words"),
    [
        ("a.txt", "one\n# two\nthree # four\n\n", b"", ("one", "three")),
        ("a.dic", "3\none/AB\ntwo\tpo:noun\nand\\/or/C\n", b"", ("one", "two", "and/or")),
        ("a.dic", "caf\xe9/S\n", b"SET ISO8859-1\n", ("café",)),
        (
            "a.xml",
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><entry><form><orth>one</orth></form></entry>'
            "<list><item>two</item></list></body></text></TEI>",
            b"",
            ("one",),
        ),
        (
            "a.xml",
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><list><item>two <hi>or</hi>\n three</item>'
            "</list></body></text></TEI>",
            b"",
            ("two or three",),
        ),
    ],
)
def test_lists_that_others_made_can_be_read(
    name: str, content: str, affixes: bytes, words: tuple[str, ...]
) -> None:
    data = content.encode("latin-1" if affixes else "utf-8")
    assert read_list(Source(data, name), affixes) == words


def test_a_list_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(InputRefused, match="aff"):
        read_list(Source(b"caf\xe9/S\n", "a.dic"))
    with pytest.raises(InputRefused, match="no word list"):
        read_list(Source(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', "a.xml"))
