"""Abbreviations with what they stand for (TEI Guidelines, 3.6.5), and initials that a text explains."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rubricator.annotation import Annotation, Annotator, Kind, Span
from rubricator.annotators.abbreviations.initials import initials
from rubricator.annotators.abbreviations.lists import expansions
from rubricator.annotators.abbreviations.written import written
from rubricator.annotators.errors import knows_language
from rubricator.authority import EntryKind

if TYPE_CHECKING:
    from rubricator.document import Document
    from rubricator.knowledge import Knowledge

EXPLAINED = frozenset(("abbr", "choice", "am", "ex", "expan"))


def recogniser(knowledge: Knowledge) -> Annotator:
    """Find the abbreviations of the lists that the settings name, in English prose."""
    policy = knowledge.settings.annotate.abbreviations
    handwritten = knowledge.settings.annotate.errors.profile == "manuscript"
    lists = (*policy.lists, "manuscript") if handwritten else policy.lists
    table = expansions(lists) | {form: (expansion, True) for form, expansion in policy.own.items()}

    def annotate(document: Document) -> Iterable[Annotation]:
        if not knows_language(document, knowledge):
            return
        said = [e.span for e in document.elements if e.name in EXPLAINED and e.counted and e.span]
        for found in written(document.text, table):
            if not any(found.span.overlaps(other) for other in said):
                yield found

    return annotate


def initials_recogniser(knowledge: Knowledge) -> Annotator:
    """Find organisations by their initials, once a text has said whose they are."""
    refs = {
        name.form.casefold().removeprefix("the "): entry.ref
        for entry in knowledge.authority.entries
        if entry.kind is EntryKind.ORG
        for name in entry.names
    }

    def annotate(document: Document) -> Iterable[Annotation]:
        if not knows_language(document, knowledge):
            return
        for mention in initials(document.text):
            ref = refs.get(mention.name.casefold(), "")
            yield Annotation(
                Kind.ORG_NAME,
                Span(mention.start, mention.end),
                mention.cert,
                rule="initials.organisation",
                evidence=mention.reason,
                attributes=(("ref", ref),) if ref else (),
            )

    return annotate
