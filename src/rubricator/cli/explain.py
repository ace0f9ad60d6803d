"""`rubricator explain`: a rule at length, with a wrong and a right example."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rubricator.cli.common import Directory, Format, Shape, open_edition
from rubricator.cli.console import paint, say, say_json

if TYPE_CHECKING:
    from rubricator.edition.layout import Edition
    from rubricator.rules import Hint, Rule

WIDTH = 80
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
    """Say what a rule asks for or suggests, and why.

    With an example of each kind, and how to be excepted from it.

    \b
    Examples:  rubricator explain dates.from-before-to
               rubricator explain names.title
               rubricator explain house.div-type --schema house.sch
    """
    from dataclasses import asdict

    from rubricator.edition.rulebook import hints, rulebook, rules_of_others

    known: list[Rule | Hint] = [*rulebook().values(), *hints().values()]
    edition, theirs = open_edition(directory), {}
    if not rules or not {rule.ident for rule in known} >= set(map(_general, rules)):
        theirs = rules_of_others(edition, tuple(schema or ()))
        known = [*(rule for rule in theirs.values() if rule.ident not in rulebook()), *known]
    chosen = [rule for name in rules for rule in _found(name, known)] if rules else known
    families = [name for name in rules or () if all(rule.ident != _general(name) for rule in known)]
    if shape is Shape.JSON:
        say_json([asdict(rule) for rule in chosen])
    elif not rules:
        _list(theirs)
    else:
        for name in families:
            _tell_family(name, [rule for rule in chosen if rule.ident.startswith(f"{name}.")])
        for rule in chosen:
            if not rule.ident.startswith(tuple(f"{name}." for name in families)):
                _tell(rule, edition)


def _general(name: str) -> str:
    """The name under which a rule is told: that of a model of the user's has the model's name behind it."""
    return "names.model" if name.startswith("names.model.") else name


def _found(name: str, known: Sequence[Rule | Hint]) -> list[Rule | Hint]:
    """The rules of that name (one that is asked and one that suggests may share it), or of that family."""
    import difflib

    from rubricator.errors import SettingsError

    found = [rule for rule in known if rule.ident == _general(name)]
    found = found or [rule for rule in known if rule.ident.startswith(f"{name}.")]
    if found:
        return found
    near = difflib.get_close_matches(name, [rule.ident for rule in known], n=1)
    remedy = f"Did you mean {near[0]}?" if near else "See all with: rubricator explain"
    raise SettingsError(f"There is no rule {name!r}.", remedy=remedy)


def _list(theirs: dict[str, Rule]) -> None:
    """All rules by what they are asked of, then those that suggest something."""
    from rubricator.edition.rulebook import groups, hints

    for title, rules in {"rules of your own": tuple(theirs.values()), **groups()}.items():
        if rules:
            say(paint(f"Asked of {title}:", "strong"))
            for rule in rules:
                say(f"  {rule.ident:<40} {rule.severity}")
            say()
    say(paint("Suggested to the editor:", "strong"))
    for name in hints():
        say(f"  {name}")


def _tell_family(name: str, rules: Sequence[Rule | Hint]) -> None:
    """The rules whose names begin with *name*, each in a line."""
    from rubricator.cli.console import several
    from rubricator.rules import Rule

    say(f"{paint(name, 'strong')}  {several(len(rules), 'rule')}")
    for rule in rules:
        say(f"  {rule.ident:<40} {rule.severity if isinstance(rule, Rule) else 'suggestion'}")
    say(f"\nOne of them at length:  rubricator explain {rules[0].ident}\n")


def _tell(rule: Rule | Hint, edition: Edition) -> None:
    import textwrap

    from rubricator.rules import Rule

    why = textwrap.fill(rule.why, WIDTH, break_on_hyphens=False, break_long_words=False)
    if isinstance(rule, Rule):
        say(f"{paint(rule.ident, 'strong')}  {paint(str(rule.severity), str(rule.severity))}")
        say(why)
        _show({"Wrong": rule.wrong, "Right": rule.right})
        _say_how_to_except(rule)
    else:
        say(f"{paint(rule.ident, 'strong')}  suggestion")
        say(why)
        _show({"Marked": rule.marked, "Left alone": rule.left_alone})
        _say_how_to_switch_off(rule, edition)
    say()


def _show(examples: dict[str, str]) -> None:
    for what, example in examples.items():
        if example:
            say(f"\n{what}:")
            for line in example.split("\n"):
                say(f"    {_visible(line)}".rstrip())


def _say_how_to_except(rule: Rule) -> None:
    """What mends a document, and what excepts it from the rule."""
    from rubricator.validation.catalogue import catalogue

    if rule.mended:
        say("\nWhere what is meant is beyond doubt, rubricator validate --fix mends it; --diff")
        say("shows it.")
    if rule.ident in catalogue() and not rule.ident.startswith(_ALWAYS):
        say("\nWhere it is right all the same, write before the element (before the root: for")
        say("the file):")
        say(f'    <?rubricator off="{rule.ident}" why="…"?>')


def _say_how_to_switch_off(hint: Hint, edition: Edition) -> None:
    """What keeps annotators from it; a second witness is heard where it is asked, and a person always."""
    from rubricator.settings import FILE
    from rubricator.settings.writing import snippet

    if hint.ident == "editor":
        return
    if hint.ident.startswith("collation."):
        say("\nIt suggests only what rubricator collate is asked for.")
        return
    file = (edition.settings_file or Path(FILE)).name
    left_out = dict.fromkeys([*edition.settings.annotate.leave_out, hint.ident])
    value = "[" + ", ".join(f'"{one}"' for one in left_out) + "]"
    say(f"\nTo hear no more of it, write in {file}:")
    for line in snippet({"annotate.leave-out": value}, file).splitlines():
        say(f"    {line}")


def _visible(line: str) -> str:
    """The line with each character that would not be seen as its number."""
    return "".join(char if char.isprintable() else f"‹U+{ord(char):04X}›" for char in line)
