"""The edition's word list on disk, and what it might still take in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from rubricator.annotators.errors.lexicon import english
from rubricator.annotators.errors.unknown import Place, Unknown, by_type, unknown_places, words_of
from rubricator.annotators.errors.wordlists import HEADING, read_list, with_words, words_in
from rubricator.document import Document
from rubricator.edition.layout import Edition
from rubricator.errors import SettingsError
from rubricator.files import read_bytes, write_if_changed
from rubricator.source import Source


def unknown(
    edition: Edition, names: Iterable[str], watch: Callable[[str], None] = lambda name: None
) -> tuple[Unknown, ...]:
    """The forms of the documents called *names* that no list knows, counted across them all."""
    places: list[tuple[str, Place]] = []
    counts: Counter[str] = Counter()
    for name in names:
        watch(name)
        document = Document.of(Source.read(edition.document(name)))
        counts += words_of(document)
        places += ((name, place) for place in unknown_places(document, edition.knowledge))
    return by_type(places, counts)


def add(edition: Edition, forms: Iterable[str]) -> tuple[str, ...]:
    """Put *forms* into the edition's word list and return those that were not there yet."""
    path = edition.words_file
    source = Source.read(path) if path.is_file() else Source(HEADING.encode(), str(path))
    wanted = tuple(forms)
    for form in wanted:
        if not any(map(str.isalpha, form)):
            raise SettingsError(f"{form!r} is no word.", remedy="Name forms as they stand in the text.")
    changed = source.encode(with_words(source.markup, wanted))
    before = set(words_in(source.markup))
    write_if_changed(path, changed.data)
    return tuple(word for word in words_in(changed.markup) if word not in before)


def imported(path: Path) -> tuple[str, ...]:
    """The forms of another list that Rubricator's own lists do not know."""
    affixes = path.with_suffix(".aff")
    found = read_list(Source.read(path), read_bytes(affixes) if affixes.is_file() else b"")
    lexicon = english()
    return tuple(form for form in found if form.lower() not in lexicon and any(map(str.isalpha, form)))
