"""`rubricator publish`: any TEI file to HTML, plain text and EPUB, with or without an edition."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Quiet, matching, open_edition, xml_files
from rubricator.cli.console import complain, paint, progress, remark, say

if TYPE_CHECKING:
    from rubricator.document import Document
    from rubricator.edition.layout import Edition
    from rubricator.errors import InputRefused
    from rubricator.publication.format import File, Publication
    from rubricator.publication.gallery import Card

STANDARD_INPUT = Path("-")
_ALMOST_TEI = frozenset(("TEI", "teiCorpus", "TEI.2", "teiCorpus.2"))
"""Roots that are not passed over in a directory: they are meant to be TEI, and lack a namespace or are P4."""
_NOTHING = "There is no TEI file to publish."
_NAME_ONE = "Name one, or a directory with some."


@dataclass(frozen=True)
class _Wanted:
    """A file to be published, and where to: a path without suffix, or None for standard output."""

    path: Path
    base: Path | None
    directory: Path | None = None
    """The directory that was asked for, where other files lie beside TEI; nothing for a file by its name."""


def command(
    files: Annotated[
        list[str], typer.Argument(help="TEI files, directories, or - for standard input.", show_default=False)
    ],
    to: Annotated[
        list[str] | None, typer.Option("--to", help="A format; may be repeated.", show_default="all")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where the results go.", show_default="beside each file"),
    ] = None,
    shape: Annotated[
        list[str] | None,
        typer.Option(
            "--shape",
            help="Of the text: reading, diplomatic, paragraphs.",
            show_default="one for each reading",
        ),
    ] = None,
    index: Annotated[
        bool, typer.Option("--index", help="Make an index page of all texts in --output as well.")
    ] = False,
    directory: Directory = Path(),
    quiet: Quiet = False,
) -> None:
    """Publish TEI files as they are, from anywhere.

    \b
    Examples:  rubricator publish letter.xml
               rubricator publish letters/ --to epub --output books
               curl https://example.org/letter.xml | rubricator publish - --to text
    """
    from rubricator import tei
    from rubricator.cli.repeating import Repeating
    from rubricator.edition.gathering import gathered
    from rubricator.edition.linking import Pages
    from rubricator.edition.publishing import guests, publication, published
    from rubricator.errors import Bug, CannotWrite, InputRefused, SettingsError
    from rubricator.files import is_no_place, write_if_changed
    from rubricator.findings import Severity
    from rubricator.publication.format import formats
    from rubricator.publication.header import spoken
    from rubricator.publication.rules import are_same_words

    edition = open_edition(directory)
    within = edition.is_there
    wanted = _wanted(files, output)
    names = _named(to) or edition.settings.publish.formats
    made_by = formats(names, guests(edition), alone=len(wanted) == 1)
    settings = publication(edition, _named(shape))
    if len(made_by) > 1 and any(one.base is None for one in wanted):
        raise SettingsError(
            "Several formats do not fit into standard output.",
            remedy="Choose one with --to, or name --output.",
        )
    if output and output.exists() and not output.is_dir():
        raise SettingsError(
            f"--output is the directory for the results, and {output} is a file.",
            remedy="Name a directory; one that is not there is made.",
        )
    if shape and set(names) <= {"html", "epub", "pdf"}:
        raise SettingsError("--shape is of the plain text.", remedy="Ask for it with --to text.")
    if index and not output:
        raise SettingsError("An index needs a place.", remedy="Say with --output where the results go.")
    pages = Pages({one.path: one.base for one in wanted if one.base is not None})
    repeating = Repeating()
    cards: dict[str, tuple[Card, list[str]]] = {}
    languages: set[str] = set()
    words = code = found = 0
    same = True
    with progress(len(wanted), quiet=quiet) as bar:
        for one in wanted:
            bar.at(one.path.name, "publishing")
            try:
                document = _document(one.path)
            except InputRefused as error:
                complain(str(error))
                code = max(code, error.exit_code)
                continue
            if not tei.is_tei(document.root):
                if not one.directory or tei.local_name(document.root) in _ALMOST_TEI:
                    refusal = _not_tei(document)
                    complain(str(refusal))
                    code = max(code, refusal.exit_code)
                continue
            found += 1
            # Where no edition is, a document has what lies beside it, wherever the command was called.
            root = edition.root if within else one.directory or one.path.parent
            page_of = pages.seen_from(one.base) if one.base else lambda file, fragment: None
            beside = gathered(document, one.path, root, page_of)
            name = one.base.name if one.base else "stdin"
            own = edition.authority
            as_set = settings if _is_of(edition, one.path, directory) else _of_nobody(settings)
            if edition.settings_file is None:  # nobody has chosen a language for the labels
                as_set = replace(as_set, language=spoken(document.root) or as_set.language)
            languages.add(as_set.language)
            try:
                made = published(document, name, made_by, as_set, own, 0, beside, listed=index)
            except Bug as error:  # of one document; the others go on
                complain(str(error))
                code = max(code, error.exit_code)
                continue
            same = same and are_same_words(made.report)
            for finding in repeating.told(made.report):
                if quiet and finding.severity is not Severity.ERROR:
                    continue
                tell = say if one.base else complain
                tell(f"{paint(str(finding.severity), str(finding.severity))}  {finding}")
            if made.report.exit_code():
                code = code or 1
                continue
            try:
                _write(made.files, one.base, output, quiet=quiet)
            except CannotWrite as error:  # so do they after this, unless there is nowhere to write to
                complain(str(error))
                code = max(code, error.exit_code)
                if is_no_place(error, output):
                    cards.clear()  # an index cannot be written either
                    break
                continue
            words += made.words if one.base else 0
            if made.card and one.base and output:
                place = one.base.relative_to(output).as_posix()
                cards[place] = made.card, [f"{place}{file.suffix}" for file in made.files]
            bar.done()
    if index and output and cards:
        from rubricator.publication import gallery

        language = languages.pop() if len(languages) == 1 else edition.settings.language
        page = gallery.page(cards, settings.edition, language, settings.wording, settings.css)
        write_if_changed(output / gallery.NAME, page)
    for line in repeating.rest():
        remark(line, quiet=quiet)
    if not found and not code:
        raise SettingsError(_NOTHING, remedy=_NAME_ONE)
    if words and same and not code:
        remark(f"{words:,} words, the same in every format.", quiet=quiet)
    if code:
        raise typer.Exit(code)


def _is_of(edition: Edition, path: Path, directory: Path) -> bool:
    """Whether what an edition says of its books holds for the file: its own, or any if it was named."""
    return directory != Path() or (
        path != STANDARD_INPUT and path.resolve().is_relative_to(edition.root.resolve())
    )


def _of_nobody(settings: Publication) -> Publication:
    """The settings without what they say of the edition's own books: publisher, series, rights, cover."""
    from rubricator.publication.metadata import Supplied

    told = Supplied(source_date_epoch=settings.supplied.source_date_epoch)
    return replace(settings, supplied=told, edition="", cover=None)


def _named(options: list[str] | None) -> tuple[str, ...]:
    """The names in options that may be repeated, or hold several with commas between."""
    return tuple(part for item in options or () for part in item.split(",") if part)


def _wanted(files: list[str], output: Path | None) -> list[_Wanted]:
    """What was asked for: a directory is searched for TEI files, whose places in it their results keep."""
    from rubricator.errors import SettingsError

    wanted: list[_Wanted] = []
    for file in files:
        if file == "-":
            wanted.append(_Wanted(STANDARD_INPUT, output / "stdin" if output else None))
            continue
        for path in matching(file):
            if not path.is_dir():
                wanted.append(_Wanted(path, (output or path.parent) / path.stem))
                continue
            for found in xml_files(path):
                place = (output / found.parent.relative_to(path)) if output else found.parent
                wanted.append(_Wanted(found, place / found.stem, path))
    wanted = list({one.path: one for one in reversed(wanted)}.values())[::-1]
    if not wanted:
        raise SettingsError(_NOTHING, remedy=_NAME_ONE)
    taken: dict[Path | None, Path] = {}
    for one in wanted:
        if taken.setdefault(one.base, one.path) != one.path:
            raise SettingsError(
                f"{taken[one.base]} and {one.path} would be written to the same files ({one.base}.…).",
                remedy="Publish them one after the other with an --output for each.",
            )
    return wanted


def _document(path: Path) -> Document:
    from rubricator.document import Document
    from rubricator.source import Source

    if path == STANDARD_INPUT:
        return Document.of(Source(sys.stdin.buffer.read(), "standard input"))
    return Document.of(Source.read(path))


def _not_tei(document: Document) -> InputRefused:
    """Why what is no TEI P5 is not published, and how it may become TEI."""
    from rubricator import tei
    from rubricator.errors import InputRefused

    root, name = document.root, tei.local_name(document.root)
    where = f"{document.source.name}:{root.sourceline or 1}"
    if name in ("TEI.2", "teiCorpus.2"):
        return InputRefused(
            f"<{name}> is the root of a TEI P4 document; what is published is TEI P5.",
            where=where,
            remedy="Convert it to P5 first (the TEI Consortium publishes p4top5.xsl).",
        )
    return InputRefused(
        f"The root element <{name}> is not in the namespace of TEI, so nothing in it can be read as TEI.",
        where=where,
        remedy=f'If it is TEI, write <{name} xmlns="{tei.TEI}">.',
    )


def _write(files: tuple[File, ...], base: Path | None, output: Path | None, *, quiet: bool) -> None:
    from rubricator.files import all_within, write_if_changed

    if base is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(files[0].data)
        sys.stdout.buffer.flush()
        return
    made = {Path(f"{base}{file.suffix}"): file.data for file in files}
    if output:
        all_within(made, output)
    for target, data in made.items():
        write_if_changed(target, data)
        if not quiet:
            say(str(target))
