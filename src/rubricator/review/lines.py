"""The ledger's file: a JSON document a line, first the collection, then one Web Annotation a line.

They stand in the order of the text, with keys in a fixed order, so that one decision is one changed line, and
git can put the decisions of two branches together: with `merge=union` it leaves both first lines, and both
versions of a line that it cannot merge; without, it sets its marks round them. Either is read as one ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rubricator.annotation import Annotation, Certainty, Kind, Span
from rubricator.errors import InputRefused
from rubricator.review.anchors import Quote
from rubricator.review.ledger import Decision, Ledger, Record, Status
from rubricator.review.merging import united
from rubricator.source import Source

FORMAT = 1
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "AnnotationCollection"
OURS, BASE, THEIRS, END = "<<<<<<< ", "||||||| ", "=======", ">>>>>>> "
"""The marks that git sets round what it cannot merge."""


def write(ledger: Ledger) -> bytes:
    """The ledger as JSON lines in UTF-8."""
    first = {
        "@context": CONTEXT,
        "type": COLLECTION,
        "format": FORMAT,
        "document": ledger.document,
        "textTable": ledger.table,
        "before": ledger.before,
        "after": ledger.after,
    }
    lines = [first, *(_line(record) for record in ledger.records)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf-8")


def read(source: Source) -> Ledger:
    """The ledger in *source*; InputRefused names the line that is broken."""
    firsts: list[Ledger] = []
    records: dict[str, list[Record]] = {}
    for number, line in _lines(source.markup):
        try:
            values = json.loads(line)
            if not firsts or values["type"] == COLLECTION:
                if values["format"] != FORMAT:
                    raise ValueError(f"format {values['format']}, and this Rubricator knows {FORMAT}")
                table = int(values["textTable"])
                firsts.append(Ledger(values["document"], (), values["before"], values["after"], table))
                continue
            record = _record(values)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputRefused(
                f"This line of the ledger is broken ({_said(error)}).",
                where=f"{source.name}:{number}",
                remedy="Restore it from the version before; no decision has been lost or changed.",
            ) from error
        records.setdefault(record.id, []).append(record)
    if not firsts:
        raise InputRefused(
            "The ledger is empty.", where=source.name, remedy="Delete it to start a new one, or restore it."
        )
    if len(firsts) == 1 and all(len(versions) == 1 for versions in records.values()):
        return firsts[0].with_records(record for [record] in records.values())
    oldest = min(firsts, key=lambda ledger: ledger.table)
    ledger = replace(oldest, before="", after="", merged=True)
    return ledger.with_records(map(united, records.values()))


def _lines(markup: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without git's marks and what stood there before both branches."""
    before = False
    for number, line in enumerate(markup.splitlines(), 1):
        if line.startswith((OURS, BASE, THEIRS, END)):
            before = line.startswith(BASE)
        elif line.strip() and not before:
            yield number, line


def _line(record: Record) -> dict[str, Any]:
    annotation = record.annotation
    line: dict[str, Any] = {
        "id": record.id,
        "type": "Annotation",
        "motivation": _motivation(annotation.kind),
        "creator": annotation.resp,
        "body": _body(annotation),
        "target": {
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": record.quote.exact,
                    "prefix": record.quote.prefix,
                    "suffix": record.quote.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": annotation.span.start,
                    "end": annotation.span.end,
                },
            ]
        },
        "status": str(record.status),
        "inscribed": record.inscribed,
    }
    if record.history:
        line["history"] = [_act(decision) for decision in record.history]
    return line


def _motivation(kind: Kind) -> str:
    if kind in (Kind.SIC, Kind.ABBR):
        return "editing"
    return "commenting" if kind is Kind.NOTE else "tagging"


def _body(annotation: Annotation) -> dict[str, Any]:
    body: dict[str, Any] = {"type": str(annotation.kind)}
    if annotation.attributes:
        body["attributes"] = dict(annotation.attributes)
    if annotation.correction is not None:
        body["correction"] = annotation.correction
    if annotation.note is not None:
        body["note"] = annotation.note
    if annotation.cert is not None:
        body["cert"] = str(annotation.cert)
    if annotation.rule:
        body["rule"] = annotation.rule
    if annotation.evidence:
        body["evidence"] = annotation.evidence
    return body


def _act(decision: Decision) -> dict[str, Any]:
    act: dict[str, Any] = {"decision": str(decision.status) if decision.status else "undone"}
    act["by"] = decision.by
    if decision.when:
        act["when"] = decision.when
    if decision.why:
        act["why"] = decision.why
    if decision.was is not None:
        act["was"] = _body(decision.was)
    return act


def _record(values: dict[str, Any]) -> Record:
    selectors = {selector["type"]: selector for selector in values["target"]["selector"]}
    quote, position = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
    span = Span(int(position["start"]), int(position["end"]))
    creator = str(values["creator"])
    return Record(
        str(values["id"]),
        _annotation(values["body"], span, creator),
        Quote(str(quote["exact"]), str(quote["prefix"]), str(quote["suffix"])),
        tuple(_decision(act, span, creator) for act in values.get("history", ())),
        bool(values["inscribed"]),
        values["status"] == Status.STALE,
    )


def _annotation(body: dict[str, Any], span: Span, creator: str) -> Annotation:
    return Annotation(
        Kind(body["type"]),
        span,
        Certainty(body["cert"]) if "cert" in body else None,
        creator,
        str(body.get("rule", "")),
        str(body.get("evidence", "")),
        tuple((str(name), str(value)) for name, value in body.get("attributes", {}).items()),
        body.get("correction"),
        body.get("note"),
    )


def _decision(act: dict[str, Any], span: Span, creator: str) -> Decision:
    status = None if act["decision"] == "undone" else Status(act["decision"])
    was = _annotation(act["was"], span, creator) if "was" in act else None
    return Decision(status, str(act["by"]), str(act.get("when", "")), str(act.get("why", "")), was)


def _said(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
