"""Taking out what was inscribed, and telling what still stands."""

from __future__ import annotations

from collections.abc import Iterable

from rubricator.annotation import Annotation, Kind
from rubricator.document import Document
from rubricator.encoding.splice import spliced
from rubricator.findings import Splice
from rubricator.textmap import Element

Stretch = tuple[int, int]


def strip(document: Document, annotations: Iterable[Annotation]) -> Document:
    """Return *document* without the elements that these annotations inscribed, every other byte as it was.

    An annotation whose element is not there (an editor removed it) is passed over.
    """
    splices = [
        Splice(*stretch, "") for _, stretches in _found(document, annotations) for stretch in stretches
    ]
    return spliced(document, splices) if splices else document


def standing(document: Document, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Those of *annotations* whose element stands in the document over exactly their span."""
    return tuple(annotation for annotation, stretches in _found(document, annotations) if stretches)


def _found(document: Document, annotations: Iterable[Annotation]) -> list[tuple[Annotation, list[Stretch]]]:
    elements = _Standing(document)
    given = list(annotations)
    # Errors with a correction first: the note right behind a choice is that error's, whoever else ends there.
    order = sorted(range(len(given)), key=lambda i: (_is_note_alone(given[i]), i))
    found = {i: elements.take(given[i]) for i in order}
    return [(annotation, found[i]) for i, annotation in enumerate(given)]


def _is_note_alone(annotation: Annotation) -> bool:
    return annotation.kind is Kind.NOTE or (annotation.kind is Kind.SIC and annotation.correction is None)


class _Standing:
    """The document's elements by where they begin and end; each is taken once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.by_text: dict[tuple[str, int], list[Element]] = {}
        self.by_opening: dict[int, Element] = {}
        self.taken: set[int] = set()
        for element in document.elements:
            self.by_text.setdefault((element.name, element.text_start), []).append(element)
            self.by_opening[element.open_start] = element

    def take(self, annotation: Annotation) -> list[Stretch]:
        """The stretches of markup that the annotation put there; none where its element does not stand."""
        if _is_note_alone(annotation):
            return self._note_after(annotation)
        candidates = [
            element
            for element in self.by_text.get((annotation.kind, annotation.span.start), ())
            if element.span == annotation.span and element.open_start not in self.taken
        ]
        candidates.sort(key=lambda element: element.node.get("resp") != annotation.resp)
        for element in candidates:
            if annotation.kind in (Kind.SIC, Kind.ABBR):
                stretches = self._choice(element, annotation)
                if not stretches:
                    continue
            else:
                stretches = [
                    (element.open_start, element.open_end),
                    (element.close_start, element.close_end),
                ]
            self.taken.add(element.open_start)
            return stretches
        return []

    def _choice(self, element: Element, annotation: Annotation) -> list[Stretch]:
        choice = self.document.elements[element.parent]
        if choice.name != "choice":
            return []
        end = choice.close_end
        note = self.by_opening.get(end) if annotation.note else None
        if note is not None and self._is_error_note(note):
            self.taken.add(note.open_start)
            end = note.close_end
        return [(choice.open_start, element.open_end), (element.close_start, end)]

    def _note_after(self, annotation: Annotation) -> list[Stretch]:
        """The note of an error without correction: between the span's last character and the next."""
        for note in self.by_text.get(("note", annotation.span.end), ()):
            if self._is_error_note(note) and note.node.xpath("string()") == annotation.note:
                self.taken.add(note.open_start)
                return [(note.open_start, note.close_end)]
        return []

    def _is_error_note(self, note: Element) -> bool:
        return (
            note.name == "note"
            and note.node.get("type") == "transcription-error"
            and note.open_start not in self.taken
        )
