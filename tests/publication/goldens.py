"""What each genre becomes, to be reviewed like code: `python -m tests.publication.goldens` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from tests.publication.helpers import formats

from rubricator.document import Document
from rubricator.publication.epub import book
from rubricator.publication.format import Context, Format
from rubricator.source import Source

GENRES = Path(__file__).parent / "genres"
EXPECTED = GENRES / "expected"
_BLOCK = re.compile(
    r"(?=<(?:article|blockquote|div|dl|dt|dd|figure|h[1-6]|header|li|nav|ol|p|section|table|tr|ul)\b)"
)


@cache
def every_format() -> dict[str, Format]:
    """The page, the plain text and the book."""
    return {**formats(), "epub": book.factory()}


def genres() -> list[Path]:
    """The documents, one for each genre."""
    return sorted(GENRES.glob("*.xml"))


def outputs(genre: Path) -> Iterator[tuple[str, str]]:
    """The files that a genre's document becomes, each with its name: what of them the rules have made."""
    context = Context(Document.of(Source(genre.read_bytes(), genre.name)), genre.stem)
    for name, format_ in every_format().items():
        made = format_.publish(context)
        assert [str(finding) for finding in made.findings if finding.severity != "note"] == []
        for file in made.files:
            if name == "html":
                yield f"{genre.stem}.html", _lines(etree.fromstring(file.data).find(".//{*}main"))
            elif name == "text":
                yield f"{genre.stem}{file.suffix}", file.data.decode()
            elif not file.suffix.startswith(".diplomatic"):
                yield f"{genre.stem}.book.xhtml", "".join(_pages(file.data))


def _pages(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".xhtml") and not re.search(r"(nav|cover|title|colophon)\.xhtml$", name):
                yield _lines(etree.fromstring(archive.read(name)).find("{*}body"))


def _lines(element: etree._Element | None) -> str:
    assert element is not None
    markup = etree.tostring(element, encoding="unicode", with_tail=False)
    return _BLOCK.sub("\n", re.sub(r' xmlns(:\w+)?="[^"]+"', "", markup)).strip() + "\n"


if __name__ == "__main__":
    for genre in genres():
        for name, text in outputs(genre):
            (EXPECTED / name).write_text(text, "utf-8", newline="\n")
