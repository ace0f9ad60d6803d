"""Characters, sigla, empty elements and notes: what is told, and above all what is not."""

from __future__ import annotations

import pytest

from rubricator.document import Document
from rubricator.source import Source
from rubricator.validation import characters, leftovers, notes
from rubricator.validation.fixes import mended


def document(body: str, *, back: str = "", encoding: str = "utf-8") -> Document:
    markup = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>'
        f"<body><div>{body}</div></body>{back}</text></TEI>"
    )
    return Document.of(Source(markup.encode(encoding), "letter.xml"))


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>goverment [sic] fell</p>", "text.sigla"),
        ("<p>goverment [sic: government]</p>", "text.sigla"),
        ("<p>John [?]</p>", "text.sigla"),
        ("<p>he said […] and</p>", "text.sigla"),
        ("<p>he said [. . .] and</p>", "text.sigla"),
        ("<p>he [illegible word] said</p>", "text.sigla"),
        ("<p>he [---] said</p>", "text.sigla"),
        ("<p>the [p. 12] end</p>", "text.sigla"),
        ("<p>the &lt;lost&gt; end</p>", "text.sigla"),
        ("<p>he _never_ came</p>", "text.sigla"),
        ("<p>[Applause]</p>", None),
        ("<p>the basic [1] fact</p>", None),
        ("<p>sick [sick] people</p>", None),
        ("<p>1 &lt; 2 and 3 &gt; 2</p>", None),
        ("<p>a_b and c_d</p>", None),
        ("<p>What … is that?</p>", None),
        ("<p><code>&lt;lost&gt; [sic]</code></p>", None),
        ("<p>word<note resp='#e' type='editorial'>reads [?]</note></p>", "text.sigla"),
        ("<p>12</p>", "text.page-number"),
        ("<p>[p. 12]</p>", "text.page-number"),
        ("<p>– 12 –</p>", "text.page-number"),
        ("<p>1933</p>", None),
        ("<p>12 apples</p>", None),
        ("<list><item><p>12</p></item></list>", None),
        ("<head>12</head>", None),
        ("<p>* * *</p>", "text.asterisks"),
        ("<p>***</p>", "text.asterisks"),
        ("<p>⁂</p>", "text.asterisks"),
        ("<p>—</p>", None),
        ("<p/>", "elements.empty"),
        ("<p> <!-- later --> </p>", "elements.empty"),
        ("<p>to <persName/> he</p>", "elements.empty"),
        ("<p><gap/></p>", None),
        ("<p><lb/></p>", None),
        ('<p copyOf="#p1"/>', None),
        ("<ab/>", None),
        ('<listPlace><place><placeName ref="#x"/></place></listPlace>', None),
        ("<p><app><lem>a</lem><rdg><hi/></rdg></app></p>", None),
    ],
)
def test_what_stands_for_markup_is_told_and_what_does_not_is_not(body: str, rule: str | None) -> None:
    found = {finding.rule for finding in leftovers.check(document(body))}
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("body", "rule", "after"),
    [
        ("<p>Burke\x92s and Pitt\x92s</p>", "characters.control", "<p>Burke’s and Pitt’s</p>"),
        ("<p>a\ufeffb</p>", "characters.control", "<p>ab</p>"),
        ("<p>a\ufffdb</p>", "characters.control", None),
        ("<p>a\x81b</p>", "characters.control", None),
        (
            "<p>The cafÃ© was â€œopenâ€\x9d and Ã¼ber dÃ¶s, â€œÃ‰tÃ©â€™, â‚¬ 5</p>",
            "characters.mojibake",
            "<p>The café was “open” and über dös, “Été’, € 5</p>",
        ),
        ('<p><ref target="Ã©"/>cafÃƒÂ©</p>', "characters.mojibake", '<p><ref target="é"/>café</p>'),
        ("<p>ï»¿a Ð¼Ð¸Ñ€ ðŸ˜€</p>", "characters.mojibake", "<p>a мир 😀</p>"),
        ("<p>IRMÃ“ES, SÃO, Â, voilà’”, é’” and PÂ“</p>", None, None),
        ("<p><egXML>cafÃ©</egXML></p><!-- cafÃ© -->", None, None),
        ("<p>caf\u00e9 cafe\u0301</p>", "characters.normalisation", "<p>caf\u00e9 caf\u00e9</p>"),
        ("<p>cafe\u0301 and a\u0300</p>", None, None),
        ("<p>\u05e9\u05c1\u05b8</p>", None, None),
        ("<p>\u00e9</p><!-- e\u0301 -->", None, None),
        ("<p>do\ue665 do\ue665</p>", "characters.private-use", None),
        ("<p>do&#xE665;</p>", "characters.private-use", None),
        ("<p>do<g>\ue665</g></p>", None, None),
        ("<!-- \ue665 \x92 --><p>a</p>", None, None),
        ("<p>a\u200fb\u00adc\u00a0d\u200b</p>", None, None),
    ],
)
def test_a_character_is_told_once_and_mended_where_its_meaning_is_known(
    body: str, rule: str | None, after: str | None
) -> None:
    found = tuple(characters.check(document(body)))
    assert [finding.rule for finding in found] == ([rule] if rule else [])
    made, done = mended(document(body).source, found)
    assert bool(done) == (after is not None)
    assert after is None or after in made.markup
    assert not done or list(characters.check(Document.of(made))) == []


NOTES = "<back><div type='notes'>{}</div></back>"


@pytest.mark.parametrize(
    ("body", "back", "number"),
    [
        ("<p><ref target='#a'/></p>", "<note xml:id='a'>A</note><note xml:id='b'>B</note>", 1),
        (
            "<p><ref target='#a'/><ptr target='#b'/></p>",
            "<note xml:id='a'>A</note><note xml:id='b'>B</note>",
            0,
        ),
        ("<p xml:id='p'>x</p>", "<note target='#p'>A</note><note>B</note>", 1),
        ("<p>x</p>", "<note>A</note><note>B</note>", 0),
        ("<p><ref target='#a'/></p>", "<note><p xml:id='a'>A</p></note>", 0),
        ("<p><ref target='#a'/></p>", "<note xml:id='a'>A <note>inside</note></note>", 0),
        ("<p><ref target='#a'/></p>", "<note xml:id='a'>A</note><p>word<note>where it belongs</note></p>", 0),
    ],
)
def test_a_note_apart_from_the_text_is_led_to(body: str, back: str, number: int) -> None:
    assert len(list(notes.check(document(body, back=NOTES.format(back))))) == number
