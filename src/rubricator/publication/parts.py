"""What the stylesheets are told from outside, as trees: wording, authority entries, metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property, lru_cache
from typing import Any
from urllib.parse import quote

from lxml import etree

from rubricator import resources
from rubricator.errors import Bug, SettingsError
from rubricator.files import read_bytes
from rubricator.publication import folding
from rubricator.publication.arrangement import arranged
from rubricator.publication.citing import address, bibtex, csl_json, doi, isbn
from rubricator.publication.format import Context
from rubricator.publication.languages import labels_for
from rubricator.publication.metadata import Metadata
from rubricator.publication.streams import Streams
from rubricator.publication.words import document_in
from rubricator.stylesheet import Parameter, Tree
from rubricator.stylesheet.lookup import Lookup
from rubricator.tei import Reading


@dataclass(frozen=True)
class Parts:
    """The parameters that every publication of a document shares, made once."""

    tree: Tree
    parameters: Mapping[str, Parameter]
    metadata: Metadata

    @staticmethod
    @lru_cache(maxsize=1)  # its formats follow one another
    def of(context: Context) -> Parts:
        """The parts of *context*'s publications."""
        publication = context.publication
        root = arranged(context.document.root)
        metadata = Metadata.of(root, context.name, publication.supplied)
        parameters = {
            "wording": labels(publication.language, tuple(sorted(publication.wording.items()))),
            "authority": authority(context.authority),
            "metadata": _metadata(metadata, publication.edition, context.name, context.downloads),
            "errors": context.errors,
        }
        tree = Tree(root, context.document.source.name, plain=True)
        return Parts(tree, parameters, metadata)

    @staticmethod
    def forget() -> None:
        """Let go of what was made of the last document, which may be large."""
        Parts.of.cache_clear()
        folding.forget()

    def word(self, key: str) -> str:
        """The heading or label of that key in the reader's language."""
        return self.labels[key]

    @cached_property
    def settings(self) -> dict[Any, Any]:
        """What the rules have set of the document; see setting.py."""
        return {}

    @property
    def labels(self) -> Lookup:
        """The headings and labels in the reader's language, by their keys."""
        wording = self.parameters["wording"]
        assert isinstance(wording, Lookup)
        return wording

    @cached_property
    def _words(self) -> dict[Reading, Streams]:
        return document_in(Reading, self.tree.root)

    def words(self, reading: Reading) -> Streams:
        """The document's own words in *reading*, which every publication must carry."""
        return self._words[reading]


@cache
def wording(language: str, replaced: tuple[tuple[str, str], ...] = ()) -> Tree:
    """The headings and labels in *language* (English where there are none), with some *replaced*."""
    place = resources.directory("xslt") / "wording"
    names = (f"{language}.xml", f"{labels_for(language)}.xml", f"{language.split('-')[0]}.xml", "en.xml")
    file = next((place / name for name in names if (place / name).is_file()), None)
    if file is None:
        raise Bug("The wording files are missing from the installation.", remedy="Install Rubricator again.")
    tree = Tree.of(read_bytes(file), str(file))
    entries = {entry.get("key"): entry for entry in tree.root.iter("w")}
    for key, words in replaced:
        if key not in entries:
            near = get_close_matches(key, map(str, entries), n=1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"The keys stand in {place / 'en.xml'}."
            raise SettingsError(f"There is no wording {key!r}.", remedy=remedy)
        entries[key].text = words
    return tree


@cache
def labels(language: str, replaced: tuple[tuple[str, str], ...] = ()) -> Lookup:
    """The same by their keys."""
    entries = wording(language, replaced).root.iter("w")
    return Lookup({str(entry.get("key")): entry.text or "" for entry in entries})


def authority(entries: Mapping[str, str]) -> Tree | None:
    """The TEI markup of authority entries under the references that name them.

    Where several references lead to one entry, *means* is the one that stands for it: no address, if any.
    """
    if not entries:
        return None
    root = etree.Element("authority")
    standing: dict[str, str] = {}
    for reference in sorted(entries, key=lambda reference: ("//" in reference, reference)):
        standing.setdefault(entries[reference], reference)
    for reference, markup in sorted(entries.items()):
        entry = etree.SubElement(root, "entry", ref=reference, means=standing[markup])
        entry.append(Tree.of(markup.encode(), reference).root)
    return Tree(root, "authority")


def _metadata(metadata: Metadata, edition: str, stem: str, downloads: Mapping[str, str]) -> Tree:
    root = metadata.as_xml()
    if edition:
        etree.SubElement(root, "edition").text = edition
    for name, content, language in (*dublin_core(metadata), *highwire(metadata)):
        attributes = {"name": name, "content": content, **({"lang": language} if language else {})}
        etree.SubElement(root, "meta", attributes)
    for name, content in open_graph(metadata, edition):
        etree.SubElement(root, "meta", {"property": name, "content": content})
    etree.SubElement(root, "json").text = json_ld(metadata)
    etree.SubElement(root, "citation", format="bibtex").text = bibtex(metadata)
    etree.SubElement(root, "citation", format="csl").text = csl_json(metadata)
    for name, kind in downloads.items():
        variant = name.removeprefix(f"{stem}.").rpartition(".")[0]  # x.diplomatic.txt
        of = {"variant": variant} if variant and variant != kind else {}
        etree.SubElement(root, "download", {"href": quote(name), "name": name, "format": kind, **of})
    return Tree(root, "metadata")


def dublin_core(metadata: Metadata) -> list[tuple[str, str, str]]:
    """Name, content and language of each `meta` element, Dublin Core's terms in their customary order."""
    language = metadata.language if metadata.language != "und" else ""
    terms: list[tuple[str, str, str]] = [("DC.title", metadata.title, language)]
    terms += [("DC.creator", one.name, "") for one in metadata.creators]
    terms += [("DC.contributor", one.name, "") for one in metadata.contributors]
    terms += [("DC.subject", one, "") for one in metadata.subjects]
    terms += [("DC.source", one, "") for one in metadata.sources]
    terms += [("DC.identifier", one.uri, "") for one in metadata.identifiers]
    single = {
        "DC.publisher": metadata.publisher,
        "DC.date": metadata.date,
        "DCTERMS.created": metadata.created,
        "DC.language": language,
        "DC.rights": metadata.licence or metadata.rights,
        "DCTERMS.isPartOf": metadata.series,
        "description": metadata.description,
        "author": ", ".join(one.name for one in metadata.creators),
    }
    terms += [(name, value, "") for name, value in single.items() if value]
    return [*terms, ("DC.type", "Text", ""), ("DC.format", "text/html", "")]


def highwire(metadata: Metadata) -> list[tuple[str, str, str]]:
    """The same for Google Scholar and reference managers, in the names that Highwire Press gave."""
    terms = [("citation_title", metadata.title, "")]
    terms += [("citation_author", one.name, "") for one in metadata.creators]
    terms += [("citation_editor", one.name, "") for one in metadata.contributors if one.relator == "edt"]
    single = {
        "citation_publication_date": metadata.date.replace("-", "/"),
        "citation_publisher": metadata.publisher,
        "citation_series_title": metadata.series,
        "citation_isbn": isbn(metadata),
        "citation_doi": doi(metadata),
        "citation_language": metadata.language if metadata.language != "und" else "",
        "citation_keywords": "; ".join(metadata.subjects),
        "citation_public_url": address(metadata),
    }
    if metadata.journal:
        first, _, last = re.sub(r"\s*[–-]\s*", "-", metadata.journal.pages).partition("-")
        single |= {
            "citation_journal_title": metadata.journal.title,
            "citation_volume": metadata.journal.volume,
            "citation_issue": metadata.journal.issue,
            "citation_firstpage": first,
            "citation_lastpage": last,
            "citation_series_title": "",
        }
    return [*terms, *((name, value, "") for name, value in single.items() if value)]


def open_graph(metadata: Metadata, edition: str) -> list[tuple[str, str]]:
    """The same for whoever shows a link to the page (the Open Graph protocol)."""
    single = {
        "og:type": "article",
        "og:title": metadata.title,
        "og:description": metadata.description or " ".join(metadata.subtitles),
        "og:site_name": edition,
        "og:url": address(metadata),
        "article:published_time": metadata.date,
    }
    terms = [(name, value) for name, value in single.items() if value]
    return [*terms, *(("article:tag", subject) for subject in metadata.subjects)]


def json_ld(metadata: Metadata) -> str:
    """The document as schema.org describes works, safe to stand in a page."""
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": metadata.title,
        "alternativeHeadline": " ".join(metadata.subtitles),
        "alternateName": list(metadata.other_titles),
        "author": [{"@type": "Person", "name": one.name} for one in metadata.creators],
        "contributor": [
            {"@type": "Role", "roleName": one.role, "contributor": {"@type": "Thing", "name": one.name}}
            if one.role
            else {"@type": "Thing", "name": one.name}
            for one in metadata.contributors
        ],
        "inLanguage": metadata.language if metadata.language != "und" else "",
        "dateCreated": metadata.created,
        "datePublished": metadata.date,
        "publisher": {"@type": "Organization", "name": metadata.publisher} if metadata.publisher else "",
        "license": metadata.licence,
        "copyrightNotice": metadata.rights,
        "isbn": metadata.isbn,
        "isPartOf": {"@type": "CreativeWorkSeries", "name": metadata.series} if metadata.series else "",
        "keywords": list(metadata.subjects),
        "description": metadata.description,
        "isBasedOn": [{"@type": "CreativeWork", "name": one} for one in metadata.sources],
        "identifier": [one.uri for one in metadata.identifiers],
        "accessMode": "textual",
        "isAccessibleForFree": True,
    }
    text = json.dumps({key: value for key, value in described.items() if value}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
