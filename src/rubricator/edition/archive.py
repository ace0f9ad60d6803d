"""What the whole archive says for a form that no word list has: how often its texts use it.

Counts are kept from build to build by each file's digest, so that only what has changed is read; like all
state they may be deleted at any time. Where there are transcriptions, they are counted, not what was made of
them: what annotators know must not depend on which documents have been built before. An edition of TEI alone
has its documents counted, whose diplomatic text no markup changes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from rubricator import __version__
from rubricator.archive import Archive
from rubricator.edition.layout import Edition
from rubricator.errors import CannotWrite, InputRefused
from rubricator.files import write_if_changed

FILE = "words.json"
USED_BY = "errors"
"""The annotator that asks."""


@dataclass(frozen=True)
class Counted:
    """The forms of each text that no word list has, with how often it uses them."""

    forms: Mapping[str, Mapping[str, int]]
    words: int

    @cached_property
    def archive(self) -> Archive:
        """All of them together, roughly: a count is told by the power of two below it, once it is large.

        So a document depends on the others only where what they say for one of its forms changes.
        """
        total: Counter[str] = Counter()
        for counts in self.forms.values():
            total.update(counts)
        return Archive({form: _roughly(count) for form, count in total.items()}, _roughly(self.words))

    def said_of(self, name: str) -> str:
        """What the archive says that the document called *name* depends on."""
        archive = self.archive
        own = {form: archive.counts[form] for form in sorted(self.forms.get(name, ()))}
        return f"{json.dumps(own)} {self._said_of_all}" if own else ""

    @cached_property
    def _said_of_all(self) -> str:
        return sha256(
            json.dumps([sorted(self.archive.often), self.archive.words]).encode("utf-8")
        ).hexdigest()


def counted(edition: Edition) -> Counted:
    """The archive's forms, counted now or kept; nothing where one text is all there is, or nobody asks."""
    paths = edition.transcriptions or edition.documents
    if len(paths) < 2 or USED_BY not in edition.settings.annotate.annotators:
        return Counted({}, 0)
    kept = _load(edition)
    now: dict[str, tuple[str, int, dict[str, int]]] = {}
    for path in paths:
        data = path.read_bytes()
        digest = sha256(data).hexdigest()
        known = kept.get(path.stem)
        now[path.stem] = known if known and known[0] == digest else (digest, *_count(path, data))
    if now != kept:
        _save(edition, now)
    forms = {name: counts for name, (_, _, counts) in now.items()}
    return Counted(forms, sum(words for _, words, _ in now.values()))


def _count(path: Path, data: bytes) -> tuple[int, dict[str, int]]:
    # What it takes to count is loaded only where something has changed.
    from rubricator.annotators.errors.lexicon import english
    from rubricator.annotators.errors.tokens import Text

    lexicon = english()
    tokens = Text(_text(path, data)).tokens
    plain = (token.plain.removesuffix("'s") for token in tokens)
    forms = Counter(form for form in plain if form.isalpha() and form not in lexicon)
    return len(tokens), dict(sorted(forms.items()))


def _text(path: Path, data: bytes) -> str:
    """What is counted of a file: a document's own text, nothing where it is none."""
    if path.suffix != ".xml":
        return data.decode("utf-8", "replace")
    from rubricator.document import Document
    from rubricator.source import Source

    try:
        return Document.of(Source(data, str(path))).text
    except InputRefused:
        return ""


def _roughly(count: int) -> int:
    return count if count < 4 else 1 << (count.bit_length() - 1)


def _load(edition: Edition) -> dict[str, tuple[str, int, dict[str, int]]]:
    try:
        values = json.loads(_place(edition).read_bytes())
        if values["version"] != __version__:
            return {}
        return {
            str(name): (str(digest), int(words), {str(form): int(count) for form, count in forms.items()})
            for name, (digest, words, forms) in values["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _save(edition: Edition, files: Mapping[str, tuple[str, int, dict[str, int]]]) -> None:
    data = json.dumps({"version": __version__, "files": files}, ensure_ascii=False, sort_keys=True)
    try:
        write_if_changed(_place(edition), data.encode("utf-8"))
    except CannotWrite:
        return


def _place(edition: Edition) -> Path:
    return edition.state / FILE
