"""Witnesses to compare."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

from rubricator.comparison import Collation, Witness, aspects_named, collate
from rubricator.document import Document
from rubricator.settings import Settings
from rubricator.source import Source

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body>{}</body></text></TEI>"""

Comparing = Callable[..., Collation]


def document(text: str) -> Document:
    """A document whose paragraphs are the lines of *text*."""
    return Document.of(Source(TEI.format("".join(f"<p>{escape(p)}</p>" for p in text.split("\n"))).encode()))


@pytest.fixture(scope="session")
def compare() -> Comparing:
    """Collate two texts, or two documents, ignoring what the settings ignore, or what is said."""

    def compared(a: str | Document, b: str | Document, ignore: str | None = None) -> Collation:
        names = Settings().collate.ignore if ignore is None else ignore.split()
        one, other = (document(text) if isinstance(text, str) else text for text in (a, b))
        return collate(Witness("A", "a.xml", one), Witness("B", "b.xml", other), aspects_named(names))

    return compared
