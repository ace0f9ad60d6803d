"""Word lists as files: the edition's own, and those that others have made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import PurePath

from lxml import etree

from rubricator import tei
from rubricator.document import Document
from rubricator.errors import InputRefused
from rubricator.source import Source

HEADING = "# Words of this edition that are no errors, one a line.\n\n"
_TEI_LISTS = (
    "//tei:entry//tei:form/tei:orth | //tei:entryFree//tei:orth | //tei:nym/tei:form/tei:orth",
    "//tei:list/tei:item",
    "//tei:text//tei:w",
)
_AFFIX_ENCODING = re.compile(rb"^SET\s+(\S+)", re.MULTILINE)


def words_in(markup: str) -> tuple[str, ...]:
    """The forms of a plain list: one a line, `#` begins a comment."""
    return tuple(filter(None, map(_word, markup.splitlines())))


def with_words(markup: str, forms: Iterable[str]) -> str:
    """The list *markup* with these forms, each once, and everything that stands in it where it stands.

    They are sorted into its last run of words; if that is in no order, they make a run of their own.
    """
    newline = "\r\n" if "\r\n" in markup else "\n"
    known = {word.casefold() for word in words_in(markup)}
    wanted: dict[str, str] = {}
    for form in forms:
        clean = " ".join(form.split("#")[0].split())
        if clean and clean.casefold() not in known:
            wanted.setdefault(clean.casefold(), clean)
    if not wanted:
        return markup
    lines = markup.splitlines()
    last = max((number for number, line in enumerate(lines) if _word(line)), default=-1)
    first = last
    while first > 0 and _word(lines[first - 1]):
        first -= 1
    run = lines[first : last + 1] if last >= 0 else []
    keys = [_word(line).casefold() for line in run]
    if not run or keys != sorted(keys):
        lines += ([""] if lines and lines[-1].strip() else []) + sorted(wanted.values(), key=str.casefold)
        return newline.join(lines) + newline
    for key in sorted(wanted):
        at = bisect_left(keys, key)
        keys.insert(at, key)
        run.insert(at, wanted[key])
    return newline.join([*lines[:first], *run, *lines[last + 1 :]]) + newline


def read_list(source: Source, affixes: bytes = b"") -> tuple[str, ...]:
    """The forms of a list that somebody else made: TEI, a Hunspell dictionary's stems, or one a line.

    *affixes* is the content of the `.aff` file beside a dictionary, which names its encoding.
    """
    if PurePath(source.name).suffix == ".dic":
        return _stems(source, affixes)
    if source.markup.lstrip().startswith("<"):
        return _from_tei(source)
    return words_in(source.markup)


def _word(line: str) -> str:
    return line.partition("#")[0].strip()


def _stems(source: Source, affixes: bytes) -> tuple[str, ...]:
    declared = _AFFIX_ENCODING.search(affixes)
    encoding = declared.group(1).decode("ascii", "replace") if declared else "utf-8"
    try:
        lines = source.data.decode(encoding).lstrip("\ufeff").splitlines()
    except (UnicodeDecodeError, LookupError) as error:
        raise InputRefused(
            f"The dictionary is not in {encoding}.",
            where=source.name,
            remedy="Put its .aff file beside it, which names the encoding, or save it as UTF-8.",
        ) from error
    if lines and lines[0].strip().isdigit():
        del lines[0]
    stems = (re.split(r"(?<!\\)/|\t| +\w\w:", line)[0].replace("\\/", "/").strip() for line in lines)
    return tuple(stem for stem in stems if stem and not stem.startswith("#"))


def _from_tei(source: Source) -> tuple[str, ...]:
    document = Document.of(source)
    for path in _TEI_LISTS:
        found: list[etree._Element] = tei.elements(path, document.root)
        if found:
            return tuple(filter(None, (" ".join(tei.content(node).split()) for node in found)))
    raise InputRefused(
        "There is no word list in this file.",
        where=source.name,
        remedy="Words are read from entry/form/orth, from list/item, or from w.",
    )
