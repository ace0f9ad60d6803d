"""A collation as an apparatus in plain text, as JSON, and as a page to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from rubricator.comparison.collation import Collation, Entry, Variance, Witness

LONGEST = 90
CONTEXT = 60

_STYLE = """
:root { color-scheme: light dark; --ink: #221f1b; --paper: #fdfcf8; --line: #d9d3c7; --soft: #5d5850;
  --one: #9b1c10; --other: #17603a }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --paper: #191714; --line: #423c33;
  --soft: #b1a99b; --one: #ff9c8f; --other: #8fd6ab } }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.6 Georgia, serif; overflow-wrap: break-word }
h1 { font-weight: normal; line-height: 1.25 }
a { color: inherit }
ol { padding-left: 2.6rem }
li { padding: .3rem 0 }
del, .one { color: var(--one); text-decoration-thickness: 1px }
ins, .other { color: var(--other); text-decoration: underline; text-decoration-thickness: 1px }
small { color: var(--soft) }
.text p { margin: 0 0 .8rem }
"""


def text(collation: Collation) -> str:
    """The apparatus, an entry a line: place, lemma], reading of the second witness."""
    lines = [line(collation, entry) for entry in collation.entries]
    return "".join(f"{one}\n" for one in (*lines, summary(collation)))


def summary(collation: Collation) -> str:
    """The collation in a sentence."""
    found = ((what, number) for what, number in _counted(collation).items() if number)
    counts = ", ".join(f"{number} {what[:-1] if number == 1 else what}" for what, number in found)
    one, other = collation.words
    return (
        f"{collation.a.name} ({one:,} words) and {collation.b.name} ({other:,} words): "
        f"{counts or 'no difference'}; {collation.agreeing / one if one else 1:.1%} of the words agree. "
        f"Ignored: {', '.join(sorted(collation.ignored)) or 'nothing'}."
    )


def line(collation: Collation, entry: Entry) -> str:
    """An entry as printed editions have it."""
    lemma, reading = _short(collation.lemma(entry)), _short(collation.reading(entry))
    siglum = collation.b.siglum
    place = _place(collation.a, entry.a)
    match entry.variance:
        case Variance.ADDITION:
            before = collation.a.text[max(0, entry.a[0] - LONGEST) : entry.a[0]].split()
            said = f"{before[-1] if before else ''}] + {reading} {siglum}"
        case Variance.OMISSION:
            said = f"{lemma}] om. {siglum}"
        case Variance.TRANSPOSITION:
            said = f"{lemma}] transposed in {siglum}, {_place(collation.b, entry.b)}"
        case Variance.SUBSTITUTION:
            said = f"{lemma}] {reading} {siglum}"
    about = f"  ({', '.join(sorted(entry.aspects))})" if entry.aspects else ""
    return f"{place}  {said}{about}"


def as_json(collation: Collation) -> str:
    """The collation as JSON, with the place of each reading in its file."""
    value = {
        "witnesses": [
            {"siglum": witness.siglum, "name": witness.name, "words": words}
            for witness, words in zip((collation.a, collation.b), collation.words, strict=True)
        ],
        "ignored": sorted(collation.ignored),
        "counts": _counted(collation),
        "agreeingWords": collation.agreeing,
        "entries": [_object(collation, entry) for entry in collation.entries],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def page(collation: Collation) -> str:
    """A page: the apparatus with some context, then the whole text with the differences in it."""
    one, other = escape(collation.a.name), escape(collation.b.name)
    shown = set(_apart(collation))
    heads = "".join(
        f'<li id="e{number}">{_in_context(collation, entry)} <small>{escape(_about(collation, entry))}'
        f"{_link(number) if number in shown else ''}</small></li>\n"
        for number, entry in enumerate(collation.entries, 1)
    )
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{one} and {other}: collation</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{one} and {other}</h1>\n<p>{escape(summary(collation))}</p>\n"
        f"<p><del>Struck through</del> stands only in {one}, <ins>underlined</ins> only in {other}.</p>\n"
        f"<h2>Differences</h2>\n<ol>\n{heads}</ol>\n"
        f'<h2>The text</h2>\n<div class="text" lang="{escape(collation.a.document.language)}">\n'
        f"{''.join(_running(collation))}</div>\n</main>\n</body>\n</html>\n"
    )


def _link(number: int) -> str:
    return f', <a href="#t{number}">in the text</a>'


def _counted(collation: Collation) -> dict[str, int]:
    return {
        f"{variance}s": sum(entry.variance is variance for entry in collation.entries)
        for variance in Variance
    }


def _place(witness: Witness, span: tuple[int, int]) -> str:
    place = _located(witness, span)
    return f"{witness.name}:{place[0]}:{place[1]}" if place else witness.name


def _located(witness: Witness, span: tuple[int, int]) -> tuple[int, int] | None:
    place = witness.place(span)
    return (place.line, place.column) if place else None


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2 - 3
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()} ({len(words.split())} words)"


def _object(collation: Collation, entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {"variance": str(entry.variance)}
    if entry.aspects:
        found["aspects"] = sorted(entry.aspects)
    for name, witness, span in (("a", collation.a, entry.a), ("b", collation.b, entry.b)):
        place = _located(witness, span)
        where = {"line": place[0], "column": place[1]} if place else {}
        found[name] = {"start": span[0], "end": span[1], **where, "text": witness.text[slice(*span)]}
    found["before"] = collation.a.text[max(0, entry.a[0] - CONTEXT) : entry.a[0]]
    found["after"] = collation.a.text[entry.a[1] : entry.a[1] + CONTEXT]
    return found


def _in_context(collation: Collation, entry: Entry) -> str:
    start, end = entry.a
    before = " ".join(collation.a.text[max(0, start - CONTEXT) : start].split(" ")[1:] or [""])
    after = " ".join(collation.a.text[end : end + CONTEXT].split(" ")[:-1] or [""])
    middle = _both(_short(collation.lemma(entry)), _short(collation.reading(entry)), entry)
    return f"…{escape(' '.join(before.split()))} {middle} {escape(' '.join(after.split()))}…"


def _both(lemma: str, reading: str, entry: Entry) -> str:
    if entry.variance is Variance.TRANSPOSITION:
        return f"<del>{escape(lemma)}</del>"
    parts = [f"<del>{escape(lemma)}</del>"] if lemma else []
    parts += [f"<ins>{escape(reading)}</ins>"] if reading else []
    return " ".join(parts)


def _about(collation: Collation, entry: Entry) -> str:
    what = ", ".join(sorted(entry.aspects)) or str(entry.variance)
    return f"{what}, {_place(collation.a, entry.a)}"


def _apart(collation: Collation) -> dict[int, Entry]:
    """The entries by number, without those that stand inside another."""
    found, at = {}, 0
    for number, entry in enumerate(collation.entries, 1):
        if entry.a[0] >= at:
            found[number], at = entry, entry.a[1]
    return found


def _running(collation: Collation) -> Iterator[str]:
    """The first witness's text, in paragraphs, with the differences marked."""
    marked: list[str] = []
    at = 0
    for number, entry in _apart(collation).items():
        marked.append(escape(collation.a.text[at : entry.a[0]]))
        lemma, reading = (" ".join(w.split()) for w in (collation.lemma(entry), collation.reading(entry)))
        both = _both(lemma, reading, entry)
        space = " " if entry.variance is Variance.ADDITION else ""
        marked.append(f'{space}<a id="t{number}" href="#e{number}">{both}</a>')
        at = entry.a[1]
    marked.append(escape(collation.a.text[at:]))
    for block in "".join(marked).split("\n"):
        if block.strip():
            yield f"<p>{block.strip()}</p>\n"
