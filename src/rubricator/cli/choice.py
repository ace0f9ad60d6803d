"""Which annotations a command is about: by their ids, or by what they are; who decides; how one is listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.console import paint, say

if TYPE_CHECKING:
    from rubricator.annotation import Annotation, Kind
    from rubricator.edition.layout import Edition
    from rubricator.review import Record

Row = tuple[str, "Record", int]
"""A document's name, a record of its ledger, and the line it stands on (0 if it is stale)."""

Document = Annotated[str, typer.Option("--document", "-d", help="The document, where an id is in several.")]
By = Annotated[
    str, typer.Option("--by", help="Who decides: an editor's id.", show_default="the first editor")
]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the ledger.")]

_BESIDE = 30
"""Characters of the text shown before and after the words of an annotation."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What an annotation has to be; an empty value asks for nothing."""

    status: str = ""
    kind: str = ""
    cert: str = ""
    words: str = ""
    ref: str = ""
    rule: str = ""

    def __bool__(self) -> bool:
        return any((self.kind, self.cert, self.words, self.ref, self.rule))

    def takes(self, record: Record) -> bool:
        """Whether *record* is what is asked for; a rule's first part stands for all its rules."""
        annotation = record.annotation
        return (
            self.status in ("", record.status)
            and self.kind.lower() in ("", annotation.kind.lower())
            and self.cert in ("", annotation.cert)
            and self.words in ("", record.quote.exact)
            and self.ref in ("", dict(annotation.attributes).get("ref"))
            and (not self.rule or f"{annotation.rule}.".startswith(f"{self.rule}."))
        )


def rows(edition: Edition, document: str, choice: Choice) -> list[Row]:
    """The annotations of the edition, or of one *document*, that *choice* takes, as the texts have them."""
    from rubricator.cli.common import chosen
    from rubricator.edition import reviewing

    if choice.kind:
        kind_of(choice.kind)
    if choice.cert:
        cert_of(choice.cert)
    found: list[Row] = []
    for name in chosen(edition, [document] if document else None, edition.documents):
        if not edition.ledger(name).is_file():
            continue
        now = reviewing.records(edition, name)
        for record in filter(choice.takes, now.ledger.records):
            line = 0 if record.stale else now.document.place(record.annotation.span).line
            found.append((name, record, line))
    return found


def by_document(found: Iterable[Row]) -> dict[str, list[str]]:
    """The ids of the annotations by their document."""
    ids: dict[str, list[str]] = {}
    for name, record, _ in found:
        ids.setdefault(name, []).append(record.id)
    return ids


def document_of(edition: Edition, identifiers: list[str], document: str) -> str:
    """The one document whose ledger has all these ids; SettingsError if there is none, or several."""
    from rubricator.edition import store
    from rubricator.errors import SettingsError

    if document:
        return document
    wanted = set(identifiers)
    having = []
    for path in edition.documents:
        if edition.ledger(path.stem).is_file():
            ids = {record.id for record in store.load_ledger(edition, path.stem).records}
            if all(any(known.startswith(asked) for known in ids) for asked in wanted):
                having.append(path.stem)
    if len(having) == 1:
        return having[0]
    what = ", ".join(identifiers)
    if not having and len(identifiers) == 1:
        raise SettingsError(
            f"No annotation has the id {what}.", remedy="See the ids with: rubricator review --list"
        )
    if having:
        raise SettingsError(f"{what} is in {', '.join(having)}.", remedy="Say which with --document.")
    raise SettingsError(
        f"No document has all of: {what}.", remedy="See the ids with: rubricator review --list"
    )


def now() -> str:
    """The time of a decision: the one thing the clock is read for."""
    import os
    from datetime import UTC, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def kind_of(value: str) -> Kind:
    """The kind of that name, in any case; SettingsError lists those there are."""
    from rubricator.annotation import Kind
    from rubricator.errors import SettingsError

    for kind in Kind:
        if kind.lower() == value.lower():
            return kind
    raise SettingsError(f"There is no kind {value!r}.", remedy=f"There are: {', '.join(Kind)}.")


def cert_of(value: str) -> str:
    """*value* if it is a certainty; SettingsError lists those there are."""
    from rubricator.annotation import Certainty
    from rubricator.errors import SettingsError

    if value not in set(Certainty):
        raise SettingsError(f"There is no certainty {value!r}.", remedy=f"There are: {', '.join(Certainty)}.")
    return value


def show(found: Sequence[Row]) -> None:
    """Each annotation on a line, its words among their neighbours on a second, why on a third."""
    for name, record, line in found:
        annotation = record.annotation
        claim = " ".join(f"{key}={value}" for key, value in annotation.attributes)
        if annotation.correction is not None:
            claim = f"→ “{visible(annotation.correction)}” {claim}".strip()
        cert = f" {annotation.cert}" if record.status == "pending" and annotation.cert else ""
        what = f"{record.status}{cert}  {annotation.kind}  “{_short(record.quote.exact)}”  {claim}"
        where = f"{name}:{line}" if line else name
        say(f"{paint(record.id, 'strong')}  {where}  {what}".rstrip())
        said = f"{annotation.evidence or annotation.note or ''}  {annotation.rule}".strip()
        for more in filter(None, (_among(record), said)):
            for part in _lines(more):
                say(f"    {paint(part, 'dim')}")


def _lines(text: str) -> list[str]:
    """The text in lines that fit a terminal; in a pipe, in one."""
    import shutil
    import sys
    import textwrap

    if not sys.stdout.isatty():
        return [text]
    return textwrap.wrap(text, max(40, shutil.get_terminal_size().columns - 5), break_long_words=False)


def _among(record: Record) -> str:
    quote = record.quote
    if len(quote.exact) > _BESIDE * 2:
        return ""
    before, after = " ".join(quote.prefix.split(" ")), quote.suffix
    # Whole words: what is cut at its end says nothing.
    _, _, before = before[-_BESIDE:].partition(" ")
    after, _, _ = after[:_BESIDE].rpartition(" ")
    text = f"…{before}[{quote.exact}]{after}…"
    return " ".join(text.split())


def _short(words: str) -> str:
    words = visible(" ".join(words.split())) if words.strip() == words else visible(words)
    return words if len(words) <= 60 else f"{words[:57]}…"


def visible(words: str) -> str:
    """*words* with the blanks at their ends made visible, which an error may be about."""
    inner = words.strip()
    if inner == words:
        return words
    start = words.index(inner) if inner else len(words)
    return "␣" * start + inner + "␣" * (len(words) - start - len(inner))


def as_json(row: Row) -> dict[str, object]:
    """An annotation as a program reads it."""
    name, record, line = row
    annotation = record.annotation
    return {
        "id": record.id,
        "document": name,
        "line": line,
        "status": str(record.status),
        "kind": str(annotation.kind),
        "words": record.quote.exact,
        "attributes": dict(annotation.attributes),
        "edtf": _edtf(annotation),
        "correction": annotation.correction,
        "note": annotation.note,
        "cert": str(annotation.cert) if annotation.cert else None,
        "rule": annotation.rule,
        "evidence": annotation.evidence,
        "inscribed": record.inscribed,
    }


def _edtf(annotation: Annotation) -> str | None:
    """The date in EDTF, if it is one."""
    from rubricator.annotation import Certainty, Kind
    from rubricator.dates.edtf import edtf

    if annotation.kind is not Kind.DATE:
        return None
    return (
        edtf(dict(annotation.attributes), annotation.rule, doubted=annotation.cert is Certainty.LOW) or None
    )
