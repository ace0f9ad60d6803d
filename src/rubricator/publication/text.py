"""The plain text: one reading, laid out in lines; what it is comes first, its notes last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from rubricator.findings import Finding
from rubricator.publication import words
from rubricator.publication.format import Context, File, Format, Publication, Published, Shape
from rubricator.publication.layout import lay_out
from rubricator.publication.omissions import of_paragraphs
from rubricator.publication.ours import all_rules, rules
from rubricator.publication.parts import Parts
from rubricator.publication.pieces import as_text
from rubricator.publication.proof import prove, unknown_elements
from rubricator.publication.setting import CHROME, LISTS, Alike, Setting, directory, in_reading
from rubricator.publication.streams import MAIN
from rubricator.publication.xhtml import XHTML, is_true
from rubricator.stylesheet import Rules
from rubricator.tei import Reading

if TYPE_CHECKING:
    from rubricator.guest import Guest

NAME = "text"
_holds_items = is_true("not(self::h:section) or h:ul/h:li")


def factory(guest: Guest | None = None) -> Format:
    """The format `text`, the rules compiled, a guest's over ours."""
    stylesheet = rules(guest)
    return Format(
        NAME, "plain text", lambda context: publish(context, stylesheet), guest, suffixes, all_rules(guest)
    )


def publish(context: Context, stylesheet: Rules) -> Published:
    """The plain text of *context*, a file for each reading, or for each shape that is asked for."""
    parts = Parts.of(context)
    files: list[File] = []
    findings: list[Finding] = []
    counted = 0
    wanted = tuple(_files(context.publication))
    for suffix, shape, reading in wanted:
        made = in_reading(context, stylesheet, NAME, reading)
        text, wrong = _text(context, parts, shape, reading, made, made.alike if len(wanted) > 1 else None)
        del made  # a tree, and the next one may be as large
        files.append(File(suffix, text.encode()))
        findings += wrong
        if shape is Shape.PARAGRAPHS:
            own = parts.words(reading)
            findings += of_paragraphs(own.count() - own.count_of(MAIN), context.document.source.name)
        counted = max(counted, parts.words(reading).count())
    return Published(tuple(files), tuple(dict.fromkeys(findings)), counted)


def _text(
    context: Context, parts: Parts, shape: Shape, reading: Reading, made: Setting, alike: Alike | None
) -> tuple[str, list[Finding]]:
    """The text in *shape* and *reading*, with whatever is wrong with it."""
    name = context.document.source.name
    labels = _labels(context, parts)
    page = parts.word("unit-page-one")
    pieces = lay_out(_content(made, reading), context.publication.wrap, shape, reading, labels, page, alike)
    only = (MAIN,) if shape is Shape.PARAGRAPHS else ()
    wrong = prove(parts, words.of_pieces(pieces), reading, name, "text", only)
    return as_text(pieces), [*unknown_elements(made.messages, name), *wrong]


def _labels(context: Context, parts: Parts) -> dict[str, str]:
    """What stands in the text for what a page shows or plays, by its address on the page."""
    return {
        f"{directory(context)}/{one.name}": f"[{parts.word(kind)}: {address.rpartition('/')[2].strip()}]"
        for address, one in context.images.items()
        for kind in ("image" if one.media_type.startswith("image/") else "media",)
    }


def _content(made: Setting, reading: Reading) -> list[etree._Element]:
    """What stands in the text: what it is, the text, what is set aside from it, who made it."""
    parts = made.parts
    opening = next(one for one in parts.iterchildren("opening") if one.get("reading") == reading.value)
    article = next(made.main.iterchildren(f"{XHTML}article"))
    aside = {part.get("class", ""): part for part in made.main.iterchildren(f"{XHTML}section")}
    return [
        *opening,
        *(child for child in article if child.get("class") not in CHROME),
        *(aside[kind] for kind in LISTS if kind in aside),
        *(part for part in next(parts.iterchildren("closing")) if _holds_items(part)),
    ]


def suffixes(publication: Publication) -> tuple[str, ...]:
    """The endings of the files of *publication*."""
    return tuple(suffix for suffix, _, _ in _files(publication))


def _files(publication: Publication) -> Iterator[tuple[str, Shape, Reading]]:
    """The ending, the shape and the reading of each file."""
    for number, reading in enumerate(() if publication.shapes else publication.readings):
        shape = Shape.DIPLOMATIC if reading is Reading.DIPLOMATIC else Shape.READING
        yield f".{reading.value}.txt" if number else ".txt", shape, reading
    for shape in publication.shapes:
        reading = Reading.DIPLOMATIC if shape is Shape.DIPLOMATIC else publication.readings[0]
        yield ".txt" if shape is Shape.READING else f".{shape.value}.txt", shape, reading
