"""`rubricator explain`: a rule at length, with a wrong and a right example."""

from __future__ import annotations

from typing import Annotated

import typer

from rubricator.cli.common import Format, Shape
from rubricator.cli.console import paint, say, say_json


def command(
    rules: Annotated[
        list[str] | None, typer.Argument(metavar="RULE", help="Names of rules; none lists them all.")
    ] = None,
    shape: Format = Shape.TEXT,
) -> None:
    """Say what a rule asks for and why, with a wrong and a right example.

    \b
    Example:  rubricator explain dates.from-before-to
    """
    import difflib
    from dataclasses import asdict

    from rubricator.edition.rulebook import rulebook
    from rubricator.errors import SettingsError

    known = rulebook()
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
        say(rule.why)
        for what, example in (("Wrong", rule.wrong), ("Right", rule.right)):
            if example:
                say(f"\n{what}:")
                for line in example.splitlines():
                    say(f"    {line}")
        say()
