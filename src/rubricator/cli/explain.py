"""`rubricator explain`: a rule at length, with a wrong and a right example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rubricator.cli.common import Directory, Format, Shape, open_edition
from rubricator.cli.console import paint, say, say_json

WIDTH = 96
_ALWAYS = ("schema.not-found", "xml.readable", "wellformed")
"""What no instruction in a document switches off: it was not read, or not judged."""


def command(
    rules: Annotated[
        list[str] | None, typer.Argument(metavar="RULE", help="Names of rules; none lists them all.")
    ] = None,
    schema: Annotated[
        list[str] | None, typer.Option("--schema", help="Rules of this schema too; may be repeated.")
    ] = None,
    directory: Directory = Path(),
    shape: Format = Shape.TEXT,
) -> None:
    """Say what a rule asks for and why, with a wrong and a right example.

    \b
    Examples:  rubricator explain dates.from-before-to
               rubricator explain house.div-type --schema house.sch
    """
    import difflib
    import textwrap
    from dataclasses import asdict

    from rubricator.edition.rulebook import rulebook, rules_of_others
    from rubricator.errors import SettingsError
    from rubricator.validation.catalogue import catalogue

    known = rulebook()
    of_documents = catalogue()
    if not rules or not known.keys() >= set(rules):
        known = rules_of_others(open_edition(directory), tuple(schema or ())) | known
    for name in rules or ():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            remedy = f"Did you mean {near[0]}?" if near else "See all with: rubricator explain"
            raise SettingsError(f"There is no rule {name!r}.", remedy=remedy)
    chosen = [known[name] for name in rules] if rules else list(known.values())
    if shape is Shape.JSON:
        say_json([asdict(rule) for rule in chosen])
        return
    for rule in chosen:
        if not rules:
            say(f"{rule.ident:<40} {rule.severity}")
            continue
        say(f"{paint(rule.ident, 'strong')}  {paint(str(rule.severity), str(rule.severity))}")
        say(textwrap.fill(rule.why, WIDTH, break_on_hyphens=False, break_long_words=False))
        for what, example in (("Wrong", rule.wrong), ("Right", rule.right)):
            if example:
                say(f"\n{what}:")
                for line in example.split("\n"):
                    say(f"    {_visible(line)}".rstrip())
        if rule.mended:
            say("\nWhere what is meant is beyond doubt, rubricator validate --fix mends it; --diff shows it.")
        if rule.ident in of_documents and not rule.ident.startswith(_ALWAYS):
            say("\nWhere it is right all the same, write before the element (before the root: for the file):")
            say(f'    <?rubricator off="{rule.ident}" why="…"?>')
        say()


def _visible(line: str) -> str:
    """The line with each character that would not be seen as its number."""
    return "".join(char if char.isprintable() else f"‹U+{ord(char):04X}›" for char in line)
