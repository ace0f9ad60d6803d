"""A book: the content that the stylesheet makes of a document, described and packed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from rubricator import resources
from rubricator.errors import SettingsError
from rubricator.publication.epub.accessibility import Content
from rubricator.publication.epub.container import pack
from rubricator.publication.epub.package import MEDIA_TYPES, package
from rubricator.publication.metadata import Metadata
from rubricator.stylesheet import Parameter, Stylesheet, Tree

_IMAGES = frozenset(ending for ending, kind in MEDIA_TYPES.items() if kind.startswith("image/"))


@dataclass(frozen=True)
class Cover:
    """An image for the cover, by the ending of its name, and what it shows in words."""

    name: str
    data: bytes
    alt: str

    def __post_init__(self) -> None:
        if PurePosixPath(self.name).suffix.lower() not in _IMAGES:
            raise SettingsError(
                "A cover is an image that reading systems know.",
                where=self.name,
                remedy=f"Save it as one of {', '.join(sorted(_IMAGES))}.",
            )
        if not self.alt.strip():
            raise SettingsError(
                "The cover's image has no description.", where=self.name, remedy="Say in words what it shows."
            )

    @property
    def file(self) -> str:
        """The name it has in the book."""
        return f"cover{PurePosixPath(self.name).suffix.lower()}"


def contents(
    tree: Tree,
    metadata: Metadata,
    parameters: Mapping[str, Parameter],
    *,
    stylesheet: Stylesheet | None = None,
    cover: Cover | None = None,
    css: str = "",
) -> dict[str, bytes]:
    """The files of the book of *tree*, by name, the package document among them; *css* follows our own."""
    given: dict[str, Parameter] = {**parameters, "metadata": Tree(metadata.as_xml())}
    if cover:
        given |= {"cover-image": cover.file, "cover-alt": cover.alt}
    stylesheet = stylesheet or Stylesheet.compile(resources.directory("xslt") / "epub.xsl")
    outcome = stylesheet.run(tree, given)
    content = Content.of(etree.fromstring(outcome.text.encode("utf-8")))
    style = (resources.directory("xslt") / "epub" / "book.css").read_text(encoding="utf-8")
    files = {**outcome.files, "book.css": (style + css).encode("utf-8")}
    if cover:
        files[cover.file] = cover.data
    files["package.opf"] = package(
        metadata, files, content.files, cover.file if cover else "cover.svg", content
    )
    return files


def bind(files: Mapping[str, bytes], metadata: Metadata, *, store: bool = False) -> bytes:
    """The book of *files* in one container."""
    return pack({f"EPUB/{name}": data for name, data in files.items()}, metadata.modified, store=store)
