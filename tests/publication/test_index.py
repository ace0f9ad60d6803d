"""The index of names: what stands in it, and under which heading."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.publication.helpers import article, page, plain, publish, tei


@pytest.mark.parametrize("name", ["", "<note>Who?</note>", "<lb/>"])
def test_a_name_without_words_stands_under_its_reference(name: str) -> None:
    body = f'<p>A word <persName ref="https://example.org/1">{name}</persName>.</p>'
    page = etree.fromstring(publish("html", tei(body)).files[0].data)
    assert page.findtext(".//{*}span[@class='entry']") == "https://example.org/1"


SUBJECTS = """<div><index xml:id="i1"><term>Élan</term></index>
<p>A <index><term sortKey="dealing">the Trade</term><index><term>by sea</term></index></index>word.
<index><term>Élan</term></index></p>
<table><index><term>the Trade</term></index>
<row><cell><index indexName="Ships"><term>Argo</term></index>b</cell></row></table>
<p>End.<index spanTo="#to"><term>zeal</term></index></p><p>On.<anchor xml:id="to"/></p></div>"""


def subjects(name: str = "Subjects") -> list[str]:
    """The entries of the index of that name with their places, narrower ones indented."""
    found = page(tei(SUBJECTS))
    links = {str(link.get("href"))[1:] for link in found.findall(".//{*}span[@class='mentions']/{*}a")}
    assert links <= {one.get("id") for one in found.iter()}
    section = next(
        one for one in found.findall(".//{*}section[@class='index-subject']") if one.findtext("{*}h3") == name
    )
    return [
        "  " * (sum(1 for _ in item.iterancestors("{*}ul")) - 1)
        + "".join(
            "".join(map(str, part.itertext())) + (part.tail or "")
            for part in item
            if not str(part.tag).endswith("}ul")
        )
        for item in section.iter("{*}li")
    ]


def test_terms_that_an_editor_indexed_lead_to_their_places() -> None:
    assert subjects() == [
        "the Trade text",
        "  by sea ¶\u00a01",
        "Élan ¶\u00a01",
        "zeal ¶\u00a02–¶\u00a03",
    ]


def test_each_named_index_stands_by_itself() -> None:
    assert subjects("Ships") == ["Argo text"]


def test_the_words_of_an_index_are_none_of_the_text() -> None:
    assert "Trade" not in plain(SUBJECTS)
    assert "Trade" not in article(SUBJECTS)
