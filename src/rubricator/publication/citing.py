"""A publication's citation for reference managers: BibTeX and CSL-JSON, made of what it says of itself."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from rubricator.publication.metadata import Metadata
from rubricator.publication.names import Contributor

_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_INVERTED = re.compile(r"([^,\d]+), ([^,\d]+)")
_SIGNS = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)
_EDITORS = {"edt": "editor", "trl": "translator"}


def bibtex(metadata: Metadata) -> str:
    """The publication as an entry of BibTeX and BibLaTeX."""
    fields = {
        "author": " and ".join(_bibtex_name(one) for one in metadata.creators),
        **{
            role: " and ".join(_bibtex_name(one) for one in metadata.contributors if one.relator == code)
            for code, role in _EDITORS.items()
        },
        "title": f"{{{_escaped(metadata.title)}}}",
        "subtitle": _escaped(" ".join(metadata.subtitles)),
        "year": _year(metadata.date),
        "date": metadata.date if _DATE.fullmatch(metadata.date) else "",
        "origdate": metadata.created if _DATE.fullmatch(metadata.created) else "",
        "publisher": _escaped(metadata.publisher),
        "series": _escaped(metadata.series),
        "number": _escaped(metadata.series_position),
        "doi": _doi(metadata),
        "url": address(metadata),
        "isbn": metadata.isbn,
        "langid": metadata.language if metadata.language != "und" else "",
        "note": _escaped(" ".join(metadata.sources)),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key(metadata)},\n{lines}\n}}\n"


def csl_json(metadata: Metadata) -> str:
    """The publication as an item of CSL-JSON, which Zotero, pandoc and citation processors read."""
    item: dict[str, Any] = {
        "id": key(metadata),
        "type": "document",
        "title": metadata.title,
        "author": [_csl_name(one) for one in metadata.creators],
        **{
            role: [_csl_name(one) for one in metadata.contributors if one.relator == code]
            for code, role in _EDITORS.items()
        },
        "issued": _csl_date(metadata.date),
        "original-date": _csl_date(metadata.created),
        "publisher": metadata.publisher,
        "collection-title": metadata.series,
        "collection-number": metadata.series_position,
        "DOI": _doi(metadata),
        "URL": address(metadata),
        "ISBN": metadata.isbn,
        "language": metadata.language if metadata.language != "und" else "",
        "note": " ".join(metadata.sources),
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def key(metadata: Metadata) -> str:
    """What the publication is cited by: author, year and the title's first word, in ASCII."""
    author = next((one.name for one in metadata.creators), "")
    family = _INVERTED.fullmatch(author)
    words = [family[1] if family else author.split(" ")[-1], _year(metadata.created or metadata.date)]
    words.append(next((word for word in metadata.title.split() if len(_ascii(word)) > 3), metadata.title))
    return "".join(map(_ascii, words)) or "text"


def address(metadata: Metadata) -> str:
    """Where the publication is found, if its header says so."""
    found = (one.uri for one in metadata.identifiers)
    return next((uri for uri in found if re.fullmatch(r"https?://[^\s{}<>\"\\]+", uri)), "")


def _doi(metadata: Metadata) -> str:
    doi = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s{}<>\"\\]+)")
    found = (doi.fullmatch(one.uri) or doi.fullmatch(one.value) for one in metadata.identifiers)
    return next((match[1] for match in found if match), "")


def _year(date: str) -> str:
    match = _DATE.match(date)
    return match[1] if match else ""


def _ascii(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word).lower())


def _escaped(text: str) -> str:
    return text.translate(_SIGNS)


def _bibtex_name(one: Contributor) -> str:
    """A name as BibTeX divides it; one that it would divide wrongly is held together."""
    name = _escaped(one.name)
    divides = _INVERTED.fullmatch(one.name) or ("," not in one.name and len(one.name.split()) in (2, 3))
    return name if divides and " and " not in name else f"{{{name}}}"


def _csl_name(one: Contributor) -> dict[str, str]:
    inverted = _INVERTED.fullmatch(one.name)
    return {"family": inverted[1], "given": inverted[2]} if inverted else {"literal": one.name}


def _csl_date(date: str) -> dict[str, list[list[int]]] | None:
    match = _DATE.fullmatch(date)
    return {"date-parts": [[int(part) for part in match.groups() if part]]} if match else None
