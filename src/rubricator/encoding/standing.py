"""What stands in a document of what was inscribed there: the elements, and what they say now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from rubricator import tei
from rubricator.annotation import Annotation, Certainty, Kind
from rubricator.document import Document
from rubricator.textmap import Element

Stretch = tuple[int, int]

_XML = "{http://www.w3.org/XML/1998/namespace}"
_CERTAINTIES = frozenset(map(str, Certainty))


@dataclass(frozen=True, slots=True)
class Standing:
    """An annotation's element as it stands: the markup that is its own, and the nodes that make its claim.

    *claim* carries the attributes (for an error `corr`, for a note alone the note itself).
    """

    stretches: tuple[Stretch, ...]
    claim: etree._Element
    note: etree._Element | None

    def agrees_with(self, annotation: Annotation) -> bool:
        """Whether the element says just what the annotation does."""
        return self.applied_to(annotation) == annotation

    def applied_to(self, annotation: Annotation) -> Annotation:
        """The annotation with what the element says now: attributes, correction, note, degree and hand."""
        values = {_written(str(name)): str(value) for name, value in self.claim.attrib.items()}
        resp = values.pop("resp", annotation.resp)
        cert = values.pop("cert", None)
        if is_note_alone(annotation):
            values.pop("type", None)
        given = dict(annotation.attributes)
        order = [*(name for name in given if name in values), *(name for name in values if name not in given)]
        return replace(
            annotation,
            attributes=tuple((name, values[name]) for name in order),
            resp=resp,
            cert=Certainty(cert) if cert in _CERTAINTIES else None,
            correction=None if annotation.correction is None else tei.content(self.claim),
            note=None if self.note is None else tei.content(self.note),
        )


def _written(name: str) -> str:
    """An attribute's name as markup has it: `xml:id`."""
    return name.replace(_XML, "xml:")


def is_note_alone(annotation: Annotation) -> bool:
    """Whether the annotation is inscribed as a note after its words, and nothing else."""
    return annotation.kind is Kind.NOTE or (annotation.kind is Kind.SIC and annotation.correction is None)


def read_standing(document: Document, annotations: Iterable[Annotation]) -> list[Standing | None]:
    """For each annotation its element in the document over exactly its span, or None where there is none."""
    reader = _Reader(document)
    given = list(annotations)
    # Errors with a correction first: the note right behind a choice is that error's, whoever else ends there.
    order = sorted(range(len(given)), key=lambda i: (is_note_alone(given[i]), i))
    found = {i: reader.take(given[i]) for i in order}
    return [found[i] for i in range(len(given))]


class _Reader:
    """The document's elements by where they begin in text and markup; each is taken once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.by_text: dict[tuple[str, int], list[Element]] = {}
        self.by_opening: dict[int, Element] = {}
        self.taken: set[int] = set()
        for element in document.elements:
            self.by_text.setdefault((element.name, element.text_start), []).append(element)
            self.by_opening[element.open_start] = element

    def take(self, annotation: Annotation) -> Standing | None:
        if is_note_alone(annotation):
            return self._note_after(annotation)
        candidates = [
            element
            for element in self.by_text.get((annotation.kind, annotation.span.start), ())
            if element.span == annotation.span and element.open_start not in self.taken
        ]
        candidates.sort(key=lambda element: element.node.get("resp") != annotation.resp)
        for element in candidates:
            if annotation.kind in (Kind.SIC, Kind.ABBR):
                standing = self._choice(element, annotation)
                if standing is None:
                    continue
            else:
                tags = ((element.open_start, element.open_end), (element.close_start, element.close_end))
                standing = Standing(tags, element.node, None)
            self.taken.add(element.open_start)
            return standing
        return None

    def _choice(self, element: Element, annotation: Annotation) -> Standing | None:
        choice = self.document.elements[element.parent]
        remedy = "corr" if annotation.kind is Kind.SIC else "expan"
        claim = choice.node.find(f"{{{tei.TEI}}}{remedy}")
        if choice.name != "choice" or claim is None:
            return None
        end = choice.close_end
        note = self.by_opening.get(end) if annotation.note else None
        if note is None or not self._is_error_note(note):
            note = None
        else:
            self.taken.add(note.open_start)
            end = note.close_end
        stretches = ((choice.open_start, element.open_end), (element.close_start, end))
        return Standing(stretches, claim, note.node if note else None)

    def _note_after(self, annotation: Annotation) -> Standing | None:
        """The note of an error without correction: between the span's last character and the next."""
        for note in self.by_text.get(("note", annotation.span.end), ()):
            if self._is_error_note(note) and tei.content(note.node) == annotation.note:
                self.taken.add(note.open_start)
                return Standing(((note.open_start, note.close_end),), note.node, note.node)
        return None

    def _is_error_note(self, note: Element) -> bool:
        return (
            note.name == "note"
            and note.node.get("type") == "transcription-error"
            and note.open_start not in self.taken
        )
