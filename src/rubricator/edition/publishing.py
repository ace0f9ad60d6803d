"""What publication needs from the disk: settings made into plain values, and the files that they name."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rubricator.authority import Authority
from rubricator.authority.links import Links
from rubricator.document import Document
from rubricator.edition.gathering import Gathered
from rubricator.edition.layout import Edition
from rubricator.errors import GuestFault, InputRefused, SettingsError
from rubricator.files import read_bytes
from rubricator.findings import Finding, Place, Report, Severity
from rubricator.publication import memory
from rubricator.publication.format import Context, Cover, File, Format, Publication, Shape
from rubricator.publication.images import image
from rubricator.publication.metadata import Supplied
from rubricator.publication.omissions import omissions
from rubricator.publication.parts import Parts
from rubricator.publication.rules import STYLESHEET
from rubricator.publication.spans import endless
from rubricator.source import Source
from rubricator.tei import Reading, select

if TYPE_CHECKING:
    from rubricator.guest import Guest
    from rubricator.publication.gallery import Card
    from rubricator.publication.metadata import Metadata

_CLAIM = re.compile(r"EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}")


@dataclass(frozen=True)
class Published:
    """The files of every format, what there is to say of them, their words; a card, if there is an index."""

    files: tuple[File, ...]
    report: Report
    words: int
    card: Card | None


def publication(edition: Edition, shapes: tuple[str, ...] = ()) -> Publication:
    """Everything the edition's settings say of publication, or *shapes* of the plain text in place of theirs.

    SettingsError for what makes no sense.
    """
    settings = edition.settings
    shapes = shapes or settings.publish.shapes
    unknown = [shape for shape in shapes if shape not in tuple(Shape)]
    if unknown:
        raise SettingsError(
            f"There is no shape {unknown[0]!r} of the plain text.", remedy=f"There are: {', '.join(Shape)}."
        )
    try:
        readings = tuple(Reading(reading) for reading in settings.publish.readings)
    except ValueError as error:
        raise SettingsError(
            f"publish.readings: {error}.", remedy=f"There are: {', '.join(Reading)}."
        ) from error
    if not readings:
        raise SettingsError("publish.readings is empty.", remedy=f"There are: {', '.join(Reading)}.")
    return Publication(
        supplied=Supplied(
            publisher=settings.publisher,
            isbn=settings.isbn,
            series=settings.series,
            rights=settings.rights,
            subjects=settings.subjects,
            conforms_to=_claim(edition),
            certified_by=settings.publish.accessibility.certified_by,
            source_date_epoch=_epoch(),
        ),
        readings=readings,
        edition=settings.title,
        language=settings.language,
        wording=settings.publish.wording,
        css=Source.read(edition.path(settings.publish.css)).markup if settings.publish.css else "",
        page=settings.publish.page,
        wrap=settings.publish.wrap,
        shapes=tuple(map(Shape, dict.fromkeys(shapes))),
        cover=_cover(edition),
        store=settings.publish.store,
    )


def guests(edition: Edition) -> dict[str, Guest]:
    """The user's stylesheets over ours, by format."""
    settings = edition.settings.publish
    if not settings.xslt:
        return {}
    from rubricator.guest import Guest  # which brings what a process of its own needs

    limits = settings.xslt_seconds, settings.xslt_megabytes
    known = {file: Guest(edition.path(file), edition.root, *limits) for file in settings.xslt.values()}
    return {name: known[file] for name, file in settings.xslt.items()}


def published(
    document: Document,
    name: str,
    formats: Sequence[Format],
    settings: Publication,
    authority: Authority,
    errors: int = 0,
    beside: Gathered | None = None,
    *,
    listed: bool = False,
) -> Published:
    """*document*, which has so many *errors*, in every format, with what was gathered from other files.

    *listed* says that there is an index of what is published, in which it stands too. Where the report has an
    error, the files are not fit to be written.
    """
    beside = beside or Gathered(document)
    entries = mentioned(beside.document, authority)
    downloads = {f"{name}{suffix}": form.name for form in formats for suffix in form.suffixes(settings)}
    together = {
        form.name: frozenset(other.name for other in formats if other.guest == form.guest) for form in formats
    }
    context = Context(
        beside.document, name, entries, settings, beside.images, errors, beside.links, downloads, together
    )
    files: list[File] = []
    root, file = context.document.root, context.document.source.name
    findings = [*beside.findings, *omissions(root, file), *endless(root, file)]
    words = 0
    for form in formats:
        try:
            made = form.publish(context)
        except GuestFault as fault:
            findings.append(_finding(fault))
            continue
        files += made.files
        findings += (
            (_of_guest(finding, form.guest) for finding in made.findings) if form.guest else made.findings
        )
        words = max(words, made.words)
    metadata = Parts.of(context).metadata
    Parts.forget()
    if sum(len(file.data) for file in files) > memory.LARGE:
        memory.give_back()
    card = _card(context, metadata, words, files) if listed else None
    return Published(tuple(files), Report.of(findings), words, card)


def _card(context: Context, metadata: Metadata, words: int, files: Sequence[File]) -> Card:
    from rubricator.publication.gallery import Card, first_page

    page = f".images/{first_page(context.document.root, context.images)}"
    picture = page if any(file.suffix == page for file in files) else ""
    return Card.of(context.document.root, metadata, words, picture)


def _finding(fault: GuestFault) -> Finding:
    file, _, line = fault.where.rpartition(":")
    place = Place(int(line), 1) if line.isdigit() else None
    file = file if place else fault.where
    return STYLESHEET.broken(file, place, fault.what, fault.remedy)


def _of_guest(finding: Finding, guest: Guest) -> Finding:
    """What is wrong with a publication that a guest's rules made, put at their door."""
    if finding.severity is not Severity.ERROR:
        return finding
    return replace(finding, remedy=f"Look first at the rules of {guest.layer}; nothing was written.")


def mentioned(document: Document, authority: Authority) -> dict[str, str]:
    """The TEI markup of the authority entries that the document refers to, by reference."""
    links = Links(authority, document, Path(document.source.name))
    references = {
        reference for value in select("//@ref | //@key", document.root) for reference in str(value).split()
    }
    found = ((reference, links.entry(reference)) for reference in sorted(references))
    return {reference: entry.markup for reference, entry in found if entry is not None}


def _claim(edition: Edition) -> str:
    """What the books are claimed to conform to; SettingsError for what cannot be claimed."""
    claim = edition.settings.publish.accessibility
    if claim.conforms_to and not _CLAIM.fullmatch(claim.conforms_to):
        raise SettingsError(
            f"publish.accessibility.conforms-to is {claim.conforms_to!r}.",
            where=str(edition.settings_file),
            remedy="Write it as the standard does: EPUB Accessibility 1.1 - WCAG 2.2 Level AA.",
        )
    if bool(claim.conforms_to) != bool(claim.certified_by.strip()):
        raise SettingsError(
            "publish.accessibility claims what nobody answers for, or names someone and claims nothing.",
            where=str(edition.settings_file),
            remedy="Set both conforms-to and certified-by, or neither.",
        )
    return claim.conforms_to


def _epoch() -> int | None:
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if not value.isdigit():
        raise SettingsError(
            f"SOURCE_DATE_EPOCH is {value!r}.", remedy="It should be a whole number of seconds since 1970."
        )
    return int(value)


def _cover(edition: Edition) -> Cover | None:
    cover = edition.settings.cover
    if not cover.image:
        return None
    if not cover.alt:
        raise SettingsError(
            "The cover has no alternative text.", remedy="Say in cover.alt what the image shows."
        )
    try:
        made = image(read_bytes(edition.path(cover.image)), cover.image)
    except InputRefused as error:
        raise SettingsError(f"The cover {cover.image}: {error.what}", remedy=error.remedy) from error
    return Cover(made.data, made.media_type, cover.alt)
