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
_LIFE = re.compile(r"[\s,;(\[]*\b(?:(?:approximately|active|born|died|[bd]|fl|c|ca)\b[.\s]*)*\d{3,4}\b.*")
_SIGNS = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
    }
)
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s{}<>\"\\]+)")
_EDITORS = {"edt": "editor", "trl": "translator"}


def bibtex(metadata: Metadata) -> str:
    """The publication as an entry of BibTeX and BibLaTeX."""
    journal = metadata.journal
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
        "origdate": _span(metadata.begun, metadata.created),
        "edition": _escaped(metadata.edition_statement),
        "publisher": _escaped(metadata.publisher),
        "address": _escaped(metadata.place),
        **(
            {
                "journal": _escaped(journal.title),
                "volume": _escaped(journal.volume),
                "number": _escaped(journal.issue),
                "pages": _escaped(re.sub(r"\s*[–-]\s*", "--", journal.pages)),
            }
            if journal
            else {"series": _escaped(metadata.series), "number": _escaped(metadata.series_position)}
        ),
        "doi": doi(metadata),
        "url": address(metadata),
        "isbn": isbn(metadata),
        "langid": metadata.language if metadata.language != "und" else "",
        "note": _escaped(" ".join(metadata.sources)),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    kind = "article" if journal else "misc"
    return f"@{kind}{{{key(metadata)},\n{lines}\n}}\n"


def csl_json(metadata: Metadata) -> str:
    """The publication as an item of CSL-JSON, which Zotero, pandoc and citation processors read."""
    journal = metadata.journal
    item: dict[str, Any] = {
        "id": key(metadata),
        "type": "article-journal" if journal else "document",
        "title": metadata.title,
        "author": [_csl_name(one) for one in metadata.creators],
        **{
            role: [_csl_name(one) for one in metadata.contributors if one.relator == code]
            for code, role in _EDITORS.items()
        },
        "issued": _csl_date(metadata.date),
        "original-date": _csl_date(metadata.created, metadata.begun),
        "edition": metadata.edition_statement,
        "publisher": metadata.publisher,
        "publisher-place": metadata.place,
        **(
            {
                "container-title": journal.title,
                "volume": journal.volume,
                "issue": journal.issue,
                "page": journal.pages,
            }
            if journal
            else {"collection-title": metadata.series, "collection-number": metadata.series_position}
        ),
        "DOI": doi(metadata),
        "URL": address(metadata),
        "ISBN": isbn(metadata),
        "language": metadata.language if metadata.language != "und" else "",
        "note": " ".join(metadata.sources),
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


def key(metadata: Metadata) -> str:
    """What the publication is cited by: author, year and the title's first word.

    In ASCII, if need be those of an editor or of another title; as they are written where there is none.
    """
    others = [one for one in metadata.contributors if metadata.creators and one.relator in _EDITORS]
    names = [_family(one) for one in (*metadata.creators, *others)]
    titles = (metadata.title, *metadata.other_titles, *metadata.subtitles)
    title = next(filter(_ascii, titles), metadata.title)
    words = [
        next(filter(_ascii, names), ""),
        _year(metadata.begun or metadata.created or metadata.date),
        next((word for word in title.split() if len(_ascii(word)) > 3), title),
    ]
    made = "".join(map(_ascii, words))
    if made and not made.isdecimal():
        return made
    words = [*names[:1], words[1], next(iter(title.split()), "")]
    return "".join(re.sub(r"[\W_]", "", word) for word in words) or "text"


def _family(person: Contributor) -> str:
    """The name under which somebody is listed, without the years of a life that catalogues add."""
    name = _LIFE.sub("", person.name)
    inverted = _INVERTED.fullmatch(name)
    said = name.partition(",")[0] or person.name
    return person.family or (inverted[1] if inverted else said.split(" ")[-1])


def address(metadata: Metadata) -> str:
    """Where the publication is found, if its header says so."""
    found = (one.uri for one in metadata.identifiers)
    return next((uri for uri in found if re.fullmatch(r"https?://[^\s{}<>\"\\]+", uri)), "")


def isbn(metadata: Metadata) -> str:
    """The book's number: the settings', else the header's."""
    found = (one.value for one in metadata.identifiers if one.scheme.lower() == "isbn")
    return metadata.isbn or next((re.sub(r"[^\dXx-]", "", value) for value in found), "")


def doi(metadata: Metadata) -> str:
    """The publication's DOI, without the address of the resolver."""
    found = (_DOI.fullmatch(one.uri) or _DOI.fullmatch(one.value) for one in metadata.identifiers)
    return next((match[1] for match in found if match), "")


def _span(begun: str, created: str) -> str:
    """When something was written, as biblatex has it: a date, or the two between which it was."""
    return "/".join(filter(None, (begun, created))) if _DATE.fullmatch(created) else ""


def _year(date: str) -> str:
    match = _DATE.match(date)
    return match[1] if match else ""


def _ascii(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word).lower())


def _escaped(text: str) -> str:
    return text.translate(_SIGNS) if _SPECIAL.search(text) else text


def _bibtex_name(one: Contributor) -> str:
    """A name as BibTeX divides it; one that it would divide wrongly is held together."""
    name = _escaped(one.name)
    if one.family:
        parts = (f"{one.particle} {one.family}".strip(), one.suffix, one.given)
        return ", ".join(_escaped(part).replace(",", "") for part in parts if part)
    divides = _INVERTED.fullmatch(one.name) or ("," not in one.name and len(one.name.split()) in (2, 3))
    return name if divides and not one.body and " and " not in name else f"{{{name}}}"


def _csl_name(one: Contributor) -> dict[str, str]:
    if one.family:
        parts = {"family": one.family, "given": one.given, "suffix": one.suffix}
        parts["non-dropping-particle"] = one.particle
        return {name: part for name, part in parts.items() if part}
    inverted = None if one.body else _INVERTED.fullmatch(one.name)
    return {"family": inverted[1], "given": inverted[2]} if inverted else {"literal": one.name}


def _csl_date(date: str, begun: str = "") -> dict[str, list[list[int]]] | None:
    """A date, or the two between which something was written."""
    ends = [match for match in map(_DATE.fullmatch, filter(None, (begun, date))) if match]
    parts = [[int(part) for part in match.groups() if part] for match in ends]
    return {"date-parts": parts} if _DATE.fullmatch(date) else None
