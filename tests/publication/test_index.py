"""The index of names: what stands in it, and under which heading."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.publication.helpers import publish, tei


@pytest.mark.parametrize("name", ["", "<note>Who?</note>", "<lb/>"])
def test_a_name_without_words_stands_under_its_reference(name: str) -> None:
    body = f'<p>A word <persName ref="https://example.org/1">{name}</persName>.</p>'
    page = etree.fromstring(publish("html", tei(body)).files[0].data)
    assert page.findtext(".//{*}span[@class='entry']") == "https://example.org/1"
