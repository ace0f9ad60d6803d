"""Who answers for what is inscribed: the `respStmt` that a `@resp` leads to, in headers of any origin."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rubricator import tei
from rubricator.document import Document
from rubricator.encoding.serialize import Node, lines, node
from rubricator.errors import InputRefused
from rubricator.findings import Splice
from rubricator.settings.values import Editor
from rubricator.splice import encodable, spliced
from rubricator.textmap import Element

_AUTOMATIC = "Automatic markup of structure, names, dates and apparent errors"
_TITLE_STATEMENT = "/*/tei:teiHeader/tei:fileDesc/tei:titleStmt"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_INCLUDED = b"http://www.w3.org/2001/XInclude"
_MARGIN = re.compile(r"(\r\n|\r|\n)([ \t]*)$")
_STEP = "  "


def statements(editors: Collection[Editor]) -> list[Node]:
    """The statements of the program's part in an edition, and of its editors'."""
    ours = node(
        "respStmt",
        {"xml:id": "rubricator"},
        node("resp", None, _AUTOMATIC),
        node("name", {"type": "application"}, "Rubricator"),
    )
    theirs = (
        node("respStmt", {"xml:id": one.id}, node("resp", None, one.resp), node("name", None, one.name))
        for one in editors
    )
    return [ours, *theirs]


def introduced(document: Document, hands: Collection[str], editors: Collection[Editor]) -> Document:
    """*document* with a `respStmt` for each of the *hands* (values of `@resp`) that nothing in it names yet.

    It goes behind what else the `titleStmt` holds. InputRefused, with what to paste, if that cannot be.
    """
    known = {f"#{element.get(_XML_ID)}" for element in document.root.iter(f"{{{tei.TEI}}}*")}
    missing = [one for one in statements(editors) if _pointer(one) in hands and _pointer(one) not in known]
    if not missing:
        return document
    place = _last_sibling(document)
    if place is None:
        if _INCLUDED in document.source.data:  # the header may be in a file of its own
            return document
        raise InputRefused(
            f"The header has no titleStmt that could say who {' and '.join(map(_pointer, missing))} is.",
            where=document.source.name,
            remedy="Give it one, with a title and these lines:\n"
            + "\n".join(line for one in missing for line in lines(one)),
        )
    written = _written(document, place, missing)
    return spliced(document, [Splice(place.close_end, place.close_end, encodable(document.source, written))])


def _pointer(statement: Node) -> str:
    return f"#{dict(statement.attributes)['xml:id']}"


def _last_sibling(document: Document) -> Element | None:
    """The last element of the document's own title statement."""
    for statement in tei.elements(_TITLE_STATEMENT, document.root):
        return next((one for one in reversed(document.elements) if one.node.getparent() is statement), None)
    return None


def _written(document: Document, sibling: Element, missing: Sequence[Node]) -> str:
    """The statements as they go behind *sibling*: in lines with its margin, or all in one line as it is."""
    markup, outer = document.source.markup, document.elements[sibling.parent]
    margin = _MARGIN.search(markup, 0, sibling.open_start)
    prefix = f"{sibling.node.prefix}:" if sibling.node.prefix else ""
    written = [line for one in missing for line in lines(one)]
    if margin is None:
        return _prefixed("".join(map(str.strip, written)), prefix)
    around = _MARGIN.search(markup, 0, outer.open_start)
    step = margin[2].removeprefix(around[2]) if around and margin[2].startswith(around[2]) else ""
    indented = [line.replace(_STEP, step or _STEP, 1) if line.startswith(_STEP) else line for line in written]
    return _prefixed("".join(f"{margin.group()}{line}" for line in indented), prefix)


def _prefixed(text: str, prefix: str) -> str:
    return re.sub(r"<(/?)", rf"<\1{prefix}", text)
