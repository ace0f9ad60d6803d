"""`rubricator annotate`: names, dates and errors are suggested into the ledger and inscribed."""

from __future__ import annotations

from pathlib import Path

from rubricator.cli.common import Directory, Format, Names, Quiet, Shape, chosen, this_edition
from rubricator.cli.console import counts_in_words, progress, remark, say, say_json


def command(
    names: Names = None,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
    quiet: Quiet = False,
) -> None:
    """Suggest names, dates and apparent errors.

    All goes into the ledger, and what is sure enough into the TEI. What you accepted, amended or
    rejected stays as you left it.

    \b
    Example:  rubricator annotate trotsky-1933-foreign-policy
    """
    from rubricator.edition import store
    from rubricator.edition.annotating import annotated, annotators, counted

    edition = this_edition(directory)
    wanted = chosen(edition, names, edition.documents)
    using = annotators(edition.knowledge)
    results: list[dict[str, object]] = []
    with progress(len(wanted), quiet=quiet) as bar:
        for name in wanted:
            bar.at(name, "annotating")
            with edition.locked(name):
                now = store.load(edition, name)
                made = annotated(now.document, now.ledger, using, edition.settings.annotate.leave_out)
                changed = store.save(edition, name, made)
            bar.done()
            counts = counted(made.ledger)
            results.append({"document": name, "changed": changed, **counts})
            for refusal in made.refused:
                words = made.document.text[refusal.annotation.span.start : refusal.annotation.span.end]
                remark(f"{name}: “{words}” is not marked as {refusal.annotation.kind}: it {refusal.reason}.")
    if shape is Shape.JSON:
        say_json(results)
    elif not quiet:
        for result in results:
            counts = {what: number for what, number in result.items() if isinstance(number, int)}
            counts.pop("changed")
            say(f"{result['document']}: {counts_in_words(counts)}")
