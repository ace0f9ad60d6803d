"""The cover of a book that has no image for it: a page of parchment with a ruled frame and a rubric.

It is drawn from what the book says of itself. How wide a text is, is told from its letters alone.
"""

from __future__ import annotations

import re
from html import escape

from rubricator.publication.metadata import Metadata

_SPACE = re.compile(r"[ \t\r\n]+")
"""White space as XML has it: one that does not break stays."""
_BEFORE_A_SIGN = re.compile(" ([:;?!»])")
_YEAR = re.compile(r"^(-?\d+).*$")
_LAST_PART = re.compile(r",[^,]*$")
_CAPITALS = str.maketrans(
    "",
    "",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝ"
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
)
_WIDE = 0x2E7F
"""The last character before those of China, Japan and Korea: twice as wide, and ends of lines."""
_SIZES = ((40, 104), (90, 84), (180, 64), (400, 46))
_LEAST = 34
_LINE = 1720
"""How many times as wide as one letter's size a line of the title may be, in halves."""


def drawn_cover(metadata: Metadata, language: str, direction: str) -> str:
    """The cover as SVG; *language* and *direction* are those of the text."""
    title = _BEFORE_A_SIGN.sub("\u00a0\\1", _folded(metadata.title))
    width = _width(title)
    size = _size(title, width)
    lines = _balanced(title, width, _LINE // size)
    names = ", ".join(one.name for one in metadata.creators)
    many = len(names) > 80
    authors = _first_of(_in_lines(names, 40 if many else 28), 5 if many else 3)
    foot = _first_of(_in_lines(metadata.publisher, 44), 3)
    years = (metadata.begun, metadata.created or metadata.date)
    year = "–".join(dict.fromkeys(_YEAR.sub(r"\1", one) for one in years if one))
    # All in thousandths: no number is rounded before the last.
    height = size * 1250
    top = 880_000 - (len(lines) - 1) * height // 2
    below = _rounded(top + (len(lines) - 1) * height + size * 300 + 56_000)
    above = _rounded(top - size * 800 - 50_000)
    drawn = [
        _text(250 + at * (58 if many else 76), 44 if many else 60, one) for at, one in enumerate(authors)
    ]
    drawn.append(_rule(above))
    drawn += [_text(_rounded(top + at * height), size, one, _RED) for at, one in enumerate(lines)]
    drawn.append(_rule(below))
    if year:
        drawn.append(_text(below + 92, 44, year))
    drawn += [_text(1660 - (len(foot) - at - 1) * 52, 40, one) for at, one in enumerate(foot)]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1800" width="1200" height="1800" '
        f'role="img" xml:lang="{escape(language)}" direction="{direction}">'
        f"<title>{_escaped(metadata.title)}</title>"
        f"{_PAGE}{''.join(drawn)}</g></svg>"
    )


_RED = ' fill="#9b1c1c"'
_LETTERS = "Georgia, 'Times New Roman', 'Noto Serif', serif"
_PAGE = (
    '<rect width="1200" height="1800" fill="#f7f1e3"/>'
    '<rect x="60" y="60" width="1080" height="1680" fill="none" stroke="#9b1c1c" stroke-width="6"/>'
    '<rect x="78" y="78" width="1044" height="1644" fill="none" stroke="#9b1c1c" stroke-width="2"/>'
    f'<g text-anchor="middle" font-family="{_LETTERS}" fill="#2b2018">'
)


def _text(y: int, size: int, words: str, fill: str = "") -> str:
    return f'<text x="600" y="{y}" font-size="{size}"{fill}>{_escaped(words)}</text>'


def _rule(y: int) -> str:
    return f'<path d="M 480 {y} h 240" stroke="#9b1c1c" stroke-width="4"/>'


def _escaped(words: str) -> str:
    return escape(words, quote=False)


def _rounded(thousandths: int) -> int:
    return (thousandths + 500) // 1000


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")


def _size(title: str, width: float) -> int:
    """Long titles are set smaller, and such as have a long word."""
    size = next((size for most, size in _SIZES if width <= most), _LEAST)
    if size <= 46:
        return size
    return min(size, max(46, int(_LINE / (_longest(title) * width / max(1, len(title))))))


def _width(text: str) -> float:
    return 1.4 * len(text) - 0.4 * len(text.translate(_CAPITALS)) + sum(ord(one) > _WIDE for one in text)


def _is_wide(text: str) -> bool:
    return any(ord(one) > _WIDE for one in text)


def _longest(text: str) -> int:
    """How many letters the longest piece has that no line ends in."""
    return 1 if _is_wide(text) else max(1, *map(len, _words(text)), 1)


def _words(text: str) -> list[str]:
    folded = _folded(text)
    return folded.split(" ") if folded else []


def _first_of(lines: list[str], most: int) -> list[str]:
    """The first *most* lines; the last says if there are more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], f"{_LAST_PART.sub('', lines[most - 1])} …"]


def _in_lines(text: str, room: int) -> list[str]:
    """As few lines as there may be if each has room for *room* small letters, and as even."""
    return _balanced(text, _width(text), room)


def _balanced(text: str, width: float, room: int) -> list[str]:
    if width <= room:
        return [folded] if (folded := _folded(text)) else []
    most = max(2, int(room * len(text) / width))
    count = len(_wrapped(text, most))
    narrow = max(_longest(text), len(text) // count)
    while len(lines := _wrapped(text, min(narrow, most))) > count and narrow < most:
        narrow += 1
    return lines


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most *width* characters; a longer word is broken."""
    folded = _folded(text)
    if len(folded) <= width:
        return [folded] if folded else []
    lines: list[str] = []
    for word in (part for one in folded.split(" ") for part in _chopped(one, width)):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _chopped(word: str, width: int) -> list[str]:
    parts = []
    while len(word) > width:
        wide = _is_wide(word)
        parts.append(word[:width] if wide else f"{word[: width - 1]}-")
        word = word[width if wide else width - 1 :]
    return [*parts, word]
