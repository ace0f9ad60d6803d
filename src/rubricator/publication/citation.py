"""A bibliographic reference as a reader expects it, from TEI's bibl, biblStruct or biblFull."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from rubricator.tei import NS, TEI, local_name

_PUNCTUATION = tuple(".,;:)!?-")
_INTERNAL = frozenset(("file", "sha256"))  # what only the program goes by
_SEPARATE = frozenset(
    """p author title publisher pubPlace date item respStmt bibl
    forename surname roleName addName genName""".split()
)  # words apart even where the header's author left no space after them


def text_of(element: etree._Element) -> str:
    """The element's words without notes, white space folded; of a choice, the edited side."""
    words = "".join(_words(element)) if len(element) else element.text or ""
    return " ".join(words.split())


def cite(source: etree._Element) -> str:
    """*source* in one line: author, title, journal, volume, date, pages."""
    name = local_name(source)
    if name != "biblStruct":
        return text_of(source).rstrip(" ,;:")
    analytic, monogr = source.find("tei:analytic", NS), source.find("tei:monogr", NS)
    imprint = monogr.find("tei:imprint", NS) if monogr is not None else None
    parts = [
        *_parts(analytic if analytic is not None else monogr, ("author", "editor")),
        *(_parts(analytic, ("title",)) if analytic is not None else ()),
        *_parts(monogr, ("title", "edition")),
        " ".join(_scopes(imprint, ("volume", "issue"))),
        *_parts(imprint, ("pubPlace", "publisher", "date")),
        *_scopes(imprint, ("page", "pp")),
    ]
    return _sentence(filter(None, parts))


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    names = {local_name(child) for child in element}
    hidden = {"note", "index"}
    if local_name(element) == "choice":
        hidden |= {"sic", "orig", "abbr"} if names & {"corr", "reg", "expan"} else set()
    for child in element:
        if isinstance(child.tag, str):
            local = local_name(child)
            if local in {"lb", "pb", "cb", "space"} and child.get("break") != "no":
                yield " "
            elif local not in hidden and not (local == "idno" and child.get("type") in _INTERNAL):
                yield from _words(child)
                if local in _SEPARATE and not (child.tail or "").startswith(_PUNCTUATION):
                    yield " "
        elif isinstance(child, etree._Entity):
            yield child.text or ""
        yield child.tail or ""


def _parts(element: etree._Element | None, names: tuple[str, ...]) -> Iterator[str]:
    if element is not None:
        for name in names:
            for child in element.iterchildren(f"{{{TEI}}}{name}"):
                # Of a person who says much of themselves, the name.
                named = child.find("tei:persName", NS) if name in ("author", "editor") else None
                yield text_of(child if named is None else named) or child.get("when") or ""


def _scopes(imprint: etree._Element | None, units: tuple[str, ...]) -> Iterator[str]:
    if imprint is None:
        return
    signs = {"volume": "vol. ", "issue": "no. ", "page": "pp. ", "pp": "pp. "}
    for scope in (
        one
        for unit in units
        for one in imprint.iterchildren(f"{{{TEI}}}biblScope")
        if one.get("unit") == unit
    ):
        words = text_of(scope) or "–".join(filter(None, (scope.get("from"), scope.get("to"))))
        if words:
            sign = signs[scope.get("unit") or ""]
            if sign == "pp. " and words.isalnum():
                sign = "p. "
            yield words if words[0].isalpha() and not words.isupper() else sign + words


def _sentence(parts: Iterable[str]) -> str:
    line = ", ".join(part.rstrip(" .,;:") for part in parts)
    return f"{line}." if line else ""
