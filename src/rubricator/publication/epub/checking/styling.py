"""The look of a book: whatever it fixes, its readers can no longer choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rubricator.findings import Finding, Place, Severity
from rubricator.publication.epub.checking.found import XHTML, Book
from rubricator.rules import Rule
from rubricator.source import Source

COLOUR = Rule(
    "epub.fixed-colour",
    Severity.WARNING,
    "Readers choose black on white, white on black, or sepia. Black text that the book insists on is "
    "invisible at "
    "night; a background it insists on stays white.",
    wrong="p { color: black; background: #fff }",
    right="a { color: inherit }",
)
SIZE = Rule(
    "epub.fixed-size",
    Severity.WARNING,
    "Readers choose how large the letters are. Sizes in px or pt do not follow them in every reader, "
    "and widths in "
    "px are wider than a telephone: em, rem and % follow.",
    wrong="p { font-size: 12px; width: 600px }",
    right="p { font-size: 1em; max-width: 100% }",
)
RULES = (COLOUR, SIZE)
_LARGEST = 1 << 20  # characters of style that are looked at
_PIECE = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|url\([^)\n]*\)|<!--|-->|[{};]""",
    re.DOTALL | re.IGNORECASE,
)
_LEFT_FREE = re.compile(
    r"(?:inherit|initial|unset|revert(?:-layer)?|transparent|currentcolor|none|canvas(?:text)?|linktext|"
    r"visitedtext|activetext|graytext|var\([^)]*\)|!\s*important|\s)*",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|"
    r"\b(?:black|white|gr[ae]y|silver|red|maroon|navy|blue|green|lime|teal|aqua|cyan|olive|yellow|orange|brown|"
    r"beige|ivory|linen|wheat|tan|pink|purple|violet|magenta|fuchsia|crimson|gold|snow|seashell|"
    r"(?:dark|light|dim|slate|white|ghost|antique|pale|deep)[a-z]+)\b",
    re.IGNORECASE,
)
_FIXED = re.compile(r"(?<![\w.#-])\d*\.?\d*[1-9]\d*\.?\d*(?:px|pt|pc|cm|mm|in|q)\b", re.IGNORECASE)
_SIZES = frozenset(("font-size", "font", "line-height", "width", "min-width"))


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property that a style sheet sets, where, and for which media."""

    property: str
    value: str
    offset: int
    media: str = ""


def declarations(css: str, *, inside: bool = False) -> Iterator[Declaration]:
    """What a style sheet (or a style attribute, which is *inside* a rule already) declares."""
    blocks: list[str] = [""] if inside else []
    text, start = "", 0
    last = 0
    for match in (*_PIECE.finditer(css), None):
        end = match.start() if match else len(css)
        piece = match.group() if match else ";"
        if not text.strip():
            start = last
        text += css[last:end]
        last = match.end() if match else len(css)
        if piece.startswith(("/*", "<!--", "-->")):
            continue
        if piece not in "{};":
            text += '""' if piece[0] in "\"'" else "url()"
            continue
        if piece == "{":
            blocks.append(text.strip())
        else:
            name, colon, value = text.partition(":")
            if colon and blocks and not text.lstrip().startswith("@"):
                lead = len(text) - len(text.lstrip())
                media = next((one for one in blocks if one.startswith("@media")), "")
                yield Declaration(name.strip().lower(), " ".join(value.split()), start + lead, media)
            if piece == "}" and blocks:
                blocks.pop()
        text = ""


def fixes_colour(one: Declaration) -> bool:
    """Whether the declaration takes the choice of colours away."""
    if "prefers-color-scheme" in one.media or "print" in one.media:
        return False
    if one.property in ("color", "background-color"):
        return _LEFT_FREE.fullmatch(one.value) is None
    return one.property == "background" and _COLOUR.search(one.value) is not None


def fixes_size(one: Declaration) -> bool:
    """Whether the declaration takes the choice of sizes away."""
    if "print" in one.media:
        return False
    value = one.value.rsplit("/", 1)[0] if one.property == "font" else one.value
    return one.property in _SIZES and _FIXED.search(value) is not None


def check(book: Book) -> Iterator[Finding]:
    """What the styles of *book* fix: the first of each kind in each file, and how many there are."""
    for item in book.items:
        if item.media_type == "text/css" and item.path in book.archive.texts:
            source = Source(book.archive.texts[item.path], f"{book.archive.name}/{item.path}")
            css = source.data[:_LARGEST].decode("utf-8-sig", "replace")
            yield from _said(Source(css.encode(), source.name), list(declarations(css)))
    for page in book.pages:
        found: list[Declaration] = []
        line = 0
        for element in page.elements():
            style = element.get("style", "")
            sheet = element.text or "" if element.tag == f"{XHTML}style" else ""
            if style or sheet:
                declared = [*declarations(style, inside=True), *declarations(sheet)]
                declared = [one for one in declared if fixes_colour(one) or fixes_size(one)]
                line = line or (page.place(element).line if declared else 0)
                found += declared
        yield from _said(page.source, found, line)


def _said(source: Source, declared: list[Declaration], line: int = 0) -> Iterator[Finding]:
    for rule, fixes, remedy in (
        (COLOUR, fixes_colour, "Remove it, or write inherit."),
        (SIZE, fixes_size, "Give it in em or %."),
    ):
        fixed = [one for one in declared if fixes(one)]
        if fixed:
            first = fixed[0]
            more = f", and {len(fixed) - 1} more in this file" if len(fixed) > 1 else ""
            place = Place(line, 1) if line else source.place(first.offset)
            message = f"The style fixes {first.property}: {first.value[:60]}{more}."
            yield rule.broken(source, place, message, remedy)
