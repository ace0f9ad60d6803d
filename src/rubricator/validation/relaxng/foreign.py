"""Elements in a namespace that the schema has not: mostly one wrong declaration."""

from __future__ import annotations

import re

from rubricator.validation.relaxng.datatypes import Context
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.habits import P4, XINCLUDE
from rubricator.validation.relaxng.names import expanded, split
from rubricator.validation.relaxng.telling import Findings, shortened
from rubricator.validation.relaxng.vocabulary import Vocabulary

XHTML = "http://www.w3.org/1999/xhtml"
TEI = "http://www.tei-c.org/ns/1.0"


class Foreign:
    """Finds out, for one document, what namespaces were meant."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.findings = findings
        self.meant: dict[str, str] = {}  # namespaces that were reported as wrong, with what they should be
        self.muted = False

    def translated(self, name: str) -> str:
        """*name* in the namespace that was meant."""
        if not self.meant:
            return name
        namespace, local = split(name)
        return expanded(self.meant[namespace], local) if namespace in self.meant else name

    def mute(self, name: str) -> bool:
        """Whether what stands in the element *name* is not to be examined."""
        return self.muted or (
            split(name)[0] not in self.meant and split(name)[0] != self.vocabulary.namespace
        )

    def examine(self, frames: list[Frame], name: str, offset: int, context: Context) -> bool:
        """Report *name* if its namespace is what is wrong with it; whether that is so."""
        namespace, local = split(name)
        right = self.vocabulary.namespace
        root = len(frames) == 1
        if root and self._other_document(local, namespace, offset):
            self.muted = True
            return True
        if namespace == right or any(split(known)[0] == namespace for known in self.vocabulary.elements):
            return False
        if namespace == XINCLUDE:
            self.findings.at_tag(
                "grammar.xinclude",
                offset,
                f"<{self.findings.positions.written_name(offset)}> has not been resolved.",
                "What it includes is not examined: validate the assembled document, or each part by itself.",
            )
            return True
        tag = f"<{local}>"
        if self._is_ours(local):
            self.meant[namespace] = right
            if namespace:
                message = f"{tag} is in the namespace {shortened(namespace, 60)}, not in that of the schema."
                remedy = f'Write xmlns="{right}".' if right else "Remove the declaration of that namespace."
            elif root:
                message = f"{tag} is in no namespace."
                remedy = f'Write <{local} xmlns="{right}">.'
            else:
                message = f"{tag} and what is in it are in no namespace."
                remedy = self._own_namespace(local, offset, context)
            self.findings.at_tag("grammar.namespace", offset, message, remedy)
            return True
        if frames[-1].left_out:  # what stands in it is left out for the same reason
            return True
        here = self.vocabulary.first(frames[-1].state) if not frames[-1].wild else []
        where = f" in {frames[-1].tag}" if not root else " as the outermost element"
        self.findings.at_tag(
            "grammar.namespace",
            offset,
            f"{tag} of the namespace {shortened(namespace, 60)} may not stand here{where}."
            if namespace
            else f"{tag}, which is in no namespace, may not stand here{where}.",
            f"Here may stand {self.findings.choices(here)}." if here else "Remove it.",
        )
        return True

    def _own_namespace(self, local: str, offset: int, context: Context) -> str:
        """How the element *local*, which is in no namespace although its parent is in one, comes into it."""
        start, _ = self.findings.positions.tag_name(offset)
        written = self.findings.positions.markup[start : self.findings.positions.tag_end(offset)]
        if re.search(r"""\sxmlns\s*=\s*(""|'')""", written):
            return 'Remove xmlns="" from it.'
        prefix = next(
            (prefix for prefix, uri in context.items() if uri == self.vocabulary.namespace and prefix), ""
        )
        return (
            f"Write <{prefix}:{local}>."
            if prefix
            else f'Write <{local} xmlns="{self.vocabulary.namespace}">.'
        )

    def _is_ours(self, local: str) -> bool:
        names = self.vocabulary.locals
        return local in names or local in P4 or local.casefold() in {known.casefold() for known in names}

    def _other_document(self, local: str, namespace: str, offset: int) -> bool:
        """Report a root that shows the whole file to be of another kind."""
        if self.vocabulary.namespace != TEI:
            return False
        if local in ("TEI.2", "teiCorpus.2"):
            self.findings.at_tag(
                "grammar.tei-p4",
                offset,
                f"<{local}> is the root of a TEI P4 document; this schema is for TEI P5.",
                "Convert it to P5 first (the TEI Consortium publishes p4top5.xsl). Nothing else has been "
                "examined.",
            )
            return True
        if local.casefold() == "html" and namespace in ("", XHTML):
            self.findings.at_tag(
                "grammar.html",
                offset,
                "This is a page in HTML, not a TEI document.",
                "Encode its text in TEI first.",
            )
            return True
        return False
