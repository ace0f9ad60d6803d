"""A small archive written for the tests: letters in which people marked every name."""

from __future__ import annotations

import random

from rubricator.annotators.learning import Confirmed, read_confirmed
from rubricator.document import Document
from rubricator.source import Source

PERSONS = (
    ("Mr. Penrose", "#penrose"),
    ("Loveday", "#loveday"),
    ("Miss Tregear", "#tregear"),
    ("Old Hob", "#hob"),
)
PLACES = (("Pengarth", "#pengarth"), ("the Cove", "#cove"), ("Saint Erne", "#erne"))
SENTENCES = (
    "We saw {p} at {l} before the rain.",
    "{p} wrote to {q} about the boats.",
    "From {l} the road goes down to the Church.",
    "At {l} nobody had heard of {p}'s ship.",
    "The Captain thanked {p} and {q} for the fish.",
)


def document(body: str) -> Document:
    """A TEI document with that body."""
    markup = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    return Document.of(Source(markup.encode("utf-8")))


def letter(seed: int, sentences: int = 12) -> Document:
    """A letter with every name marked: the names and sentences are drawn by *seed*."""
    draw = random.Random(seed)
    lines = []
    for _ in range(sentences):
        (p, pr), (q, qr) = draw.sample(PERSONS, 2)
        place, lr = draw.choice(PLACES)
        line = draw.choice(SENTENCES)
        names = {
            "p": f'<persName ref="{pr}">{p}</persName>',
            "q": f'<persName ref="{qr}">{q}</persName>',
            "l": f'<placeName ref="{lr}">{place}</placeName>',
        }
        lines.append(f"<p>{line.format(**names)}</p>")
    return document("".join(lines))


def letters(count: int) -> list[Confirmed]:
    """So many letters, as people confirmed them."""
    return [read_confirmed(letter(seed), f"letter-{seed}") for seed in range(count)]
