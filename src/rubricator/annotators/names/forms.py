"""The forms under which texts call an entry: those its list gives, and those that follow from them safely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from rubricator.annotators.names.given import SHORT
from rubricator.annotators.names.tokens import Token, fold, normal_gap, tokenise
from rubricator.annotators.names.vocabulary import (
    ADDRESS,
    BEFORE_SURNAMES,
    FUNCTION,
    PARTICLES,
    TITLES,
)
from rubricator.authority import Entry, EntryKind, Name, Person, Place

LONGEST = 12
"""Words of the longest form that is looked for."""

MEMBERS = "members"
"""The type of a name that means the adherents of an organisation, taken together (Nazis)."""

_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_ROMAN = re.compile(r"[IVXL]+")
_PARTS = frozenset({"surname", "forename", "addName"})
_STANDING = frozenset({"title", "description"})
_PLACE_PARTS = frozenset({"district", "settlement", "region", "country", "bloc"})
_UNNAMED = re.compile(
    r"\b(?:and|or|of|the|unknown|unidentified|given|his|her|their|possibly)\b|[?\[\]:;/&]|\d"
)


class Strength(IntEnum):
    """How much a form says about whom it means."""

    WEAK = 0
    SURNAME = 1
    DERIVED = 2
    LISTED = 3


@dataclass(frozen=True, slots=True)
class Form:
    """A form as a sequence of words and the gaps between them (see `Token`), with the entry it leads to.

    *tail* is what follows the last word and belongs to the form (a full stop, a possessive). *standing* says
    that the form stands for its entry without naming it. *article* says that “the” has to come before it.
    """

    entry: Entry
    written: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    strength: Strength
    standing: bool = False
    article: bool = False
    members: bool = False
    not_before: str | None = None
    not_after: str | None = None


def forms_of(entry: Entry) -> Iterator[Form]:
    """Every form of *entry*, each once, the strongest first."""
    seen: set[tuple[str, ...]] = set()
    found = [
        (written, Strength.WEAK if name.element in _PLACE_PARTS else Strength.LISTED, name, article)
        for name in entry.names
        for written, article in _listed(entry, name)
    ]
    found += [
        (written, strength, name, False)
        for name in entry.names
        for written, strength in _derived(entry, name)
    ]
    for written, strength, name, article in found:
        tokens = tokenise(written)
        signature = (*(token.word for token in tokens), str(article))
        if not tokens or len(tokens) > LONGEST or signature in seen or not _fit(tokens):
            continue
        seen.add(signature)
        yield _form(entry, written, tokens, strength, name, article)


def forms_in_text(entry: Entry) -> Iterator[Form]:
    """The forms of an entry that one text lists itself: there the parts of a person's name are enough too."""
    yield from forms_of(entry)
    if not isinstance(entry, Person) or entry.group:
        return
    for name in entry.names:
        for part, text in name.parts:
            tokens = tokenise(text)
            if part in _PARTS and len(tokens) == 1 and len(tokens[0].word) > 2 and _fit(tokens):
                yield _form(entry, text, tokens, Strength.SURNAME, name, False)
                if part == "forename":
                    for short in SHORT.get(tokens[0].key, ()):
                        written = short.capitalize()
                        yield _form(entry, written, tokenise(written), Strength.SURNAME, name, False)


def _form(
    entry: Entry, written: str, tokens: list[Token], strength: Strength, name: Name, article: bool
) -> Form:
    return Form(
        entry,
        written,
        tuple(token.word for token in tokens),
        tuple(token.key for token in tokens),
        tuple(token.gap for token in tokens[1:]),
        normal_gap(written[tokens[-1].end :]).strip(" ,"),
        strength,
        standing=stands_for(name),
        article=article,
        members=name.type == MEMBERS,
        not_before=name.not_before,
        not_after=name.not_after,
    )


def stands_for(name: Name) -> bool:
    """Whether the words stand for what they mean without naming it (“the Mikado”)."""
    parts = {part for part, _ in name.parts}
    return name.type in _STANDING or name.element == "roleName" or parts == {"roleName"}


def _listed(entry: Entry, name: Name) -> Iterator[tuple[str, bool]]:
    yield name.form, False
    first, _, rest = name.form.partition(" ")
    if fold(first) in {"the", "a", "an"} and rest:
        # “the Mikado” is also “a Mikado”; the title of a work that is but a word needs it: “the Militant”.
        yield rest, entry.kind is EntryKind.WORK and " " not in rest
    if "(" in name.form:
        yield " ".join(_BRACKETED.sub("", name.form).split()), False
        yield " ".join(_BRACKETED.sub(r" \1", name.form).split()), False


def _derived(entry: Entry, name: Name) -> Iterator[tuple[str, Strength]]:
    if stands_for(name):
        return
    if isinstance(entry, Place) and "," in name.form:
        yield name.form.split(",")[0], Strength.DERIVED
    if isinstance(entry, Person) and not entry.group:
        yield from _of_person(name)


def _of_person(name: Name) -> Iterator[tuple[str, Strength]]:
    given, surname = parts_of(name)
    if not surname:
        return
    if given:
        yield f"{' '.join(given)} {surname}", Strength.DERIVED
        yield f"{given[0]} {surname}", Strength.DERIVED
        yield from ((f"{word} {surname}", Strength.DERIVED) for word in given[1:] if len(word) > 2)
        called = SHORT.get(fold(given[0]), ())
        yield from ((f"{short.capitalize()} {surname}", Strength.DERIVED) for short in called)
        initials = [f"{word[0]}." for word in given]
        yield f"{initials[0]} {surname}", Strength.DERIVED
        yield f"{' '.join(initials)} {surname}", Strength.DERIVED
        yield f"{''.join(initials)} {surname}", Strength.DERIVED
        yield f"{given[0]} {' '.join(initials[1:])} {surname}", Strength.DERIVED
    roles = (text for part, text in name.parts if part == "roleName")
    yield from (
        (f"{role} {surname}", Strength.DERIVED) for role in roles if fold(role.rstrip(".")) in ADDRESS
    )
    yield surname, Strength.SURNAME
    if fold(surname.split()[0]) in PARTICLES and " " in surname:
        yield surname.split()[-1], Strength.SURNAME  # “von Bülow” is also called Bülow


def parts_of(name: Name) -> tuple[list[str], str]:
    """Given names and surname, as the list marks them or as their order tells; empty where it does not."""
    surname, given = name.part("surname"), name.part("forename")
    if surname or given:
        surnames = [text for part, text in name.parts if part == "surname"]
        link = name.part("nameLink")
        return (given or "").split(), " ".join(filter(None, (link, surnames[0] if surnames else "")))
    if name.type in {"pseudonym", "addName", "nickname"} or name.part("addName"):
        return [], ""
    plain = _BRACKETED.sub("", name.form)
    inverted = plain.count(",") == 1
    if inverted:
        last, first = (part.strip() for part in plain.split(","))
        plain = f"{first} {last}"
    if _UNNAMED.search(plain) or (inverted and " " in plain.split(",")[0]):
        return [], ""
    words = plain.split()
    address = ""
    while words and (address := fold(words[0].rstrip("."))) in TITLES:
        del words[0]
        if len(words) == 1 and (address in BEFORE_SURNAMES or address == "lord"):
            return [], words[0]  # “Mrs. Havell”, “Lord Rosebery”
    if len(words) < 2 or not all(word[0].isupper() or fold(word) in PARTICLES for word in words):
        return [], ""
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    return words[:start], " ".join(words[start:])


def _fit(tokens: list[Token]) -> bool:
    """Whether the form can be told from ordinary words: it has a capital and is more than a small word."""
    if all(token.word[0].islower() for token in tokens):
        return False
    if len(tokens) > 1:
        return (
            not all(token.key in FUNCTION or len(token.word) == 1 for token in tokens)
            or tokens[0].word.isupper()
        )
    [token] = tokens
    return (
        len(token.word) > 1
        and not _ROMAN.fullmatch(token.word)
        and token.key not in FUNCTION
        and token.key not in TITLES
    )
