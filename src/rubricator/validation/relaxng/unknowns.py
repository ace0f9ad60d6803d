"""Elements that the schema does not have: what was meant by them."""

from __future__ import annotations

from dataclasses import dataclass

from rubricator.findings import Fix, Splice
from rubricator.validation.relaxng.foreign import TEI
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.habits import HTML, P4, WORDS, latin, nearest, strangers
from rubricator.validation.relaxng.names import expanded, split
from rubricator.validation.relaxng.teinames import NAMES
from rubricator.validation.relaxng.telling import Findings
from rubricator.validation.relaxng.vocabulary import Vocabulary
from rubricator.validation.relaxng.wider import LEFT_OUT, WIDEN


@dataclass(frozen=True)
class Meaning:
    """What an unknown element was taken for: its *name*, if that can be told, and how *sure* that is."""

    name: str
    sure: bool
    html: bool
    left_out: bool


class Unknowns:
    """Finds out, for one document, what unknown elements were meant to be."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.findings = findings

    def examine(self, parent: Frame, name: str, offset: int) -> Meaning:
        """Report the element *name* in *parent*, which the schema has not."""
        namespace, local = split(name)
        known = [split(other)[1] for other in self.vocabulary.elements if split(other)[0] == namespace]
        here = [] if parent.wild else self.vocabulary.first(parent.state)
        left_out = local in NAMES and namespace == TEI
        allowed = [split(other)[1] for other in here]
        meant, remedy = ("", "") if left_out else self._meant(local, known, allowed)
        odd = strangers(local)
        message = f"There is no element <{local}>."
        if left_out:
            message = f"TEI has an element <{local}>, {LEFT_OUT}."
        elif odd and latin(local) in known:
            message = f"The name <{local}> has letters in it that are not Latin: {', '.join(odd)}."
        if not remedy:
            remedy = (
                f"Here may stand {self.findings.choices(here)}."
                if here
                else "Remove it, or use another element."
            )
            remedy += f" {WIDEN}" if left_out else ""
        fix = self._renaming(offset, meant) if meant.casefold() == latin(local).casefold() else None
        if not (left_out and parent.left_out):  # what stands in it is left out for the same reason
            self.findings.at_tag("grammar.element-unknown", offset, message, remedy, fix=fix)
        wanted = expanded(namespace, meant) if meant else ""
        return Meaning(wanted, sure=fix is not None, html=local in HTML, left_out=left_out)

    def _meant(self, local: str, known: list[str], allowed: list[str]) -> tuple[str, str]:
        """The element that *local* was meant to be, and what to do."""
        if local in HTML and HTML[local][0] in known:
            element, written = HTML[local]
            return element, f"That is HTML; in TEI it is {written}."
        if local in WORDS and WORDS[local] in known and local not in known:
            return WORDS[local], f"In TEI that is <{WORDS[local]}>."
        if local in P4 and P4[local][0] in known:
            element, written = P4[local]
            return element, f"That is TEI P4; in P5 it is {written}."
        found = nearest(local, known, allowed)
        if found is None:
            return "", ""
        if found not in allowed and nearest(local, allowed):
            found = nearest(local, allowed) or found
        return found, f"Did you mean <{found}>?"

    def _renaming(self, offset: int, meant: str) -> Fix | None:
        start, end = self.findings.positions.tag_name(offset)
        written = self.findings.positions.markup[start + 1 : end]
        prefix, colon, _ = written.rpartition(":")
        renamed = f"{prefix}{colon}{meant}"
        closing = self.findings.positions.end_tag(start, written)
        if closing is None:
            return None
        splices = [Splice(start + 1, end, renamed)]
        if closing > start:
            splices.append(Splice(closing + 2, closing + 2 + len(written), renamed))
        return Fix(f"Write <{renamed}> for <{written}>.", tuple(splices))
