"""Elements of the XML syntax that come from the compact one, written so that each stands on its own line."""

from __future__ import annotations

from dataclasses import dataclass, field

from rubricator.markup import escaped, quoted


@dataclass(slots=True)
class Made:
    """An element of the XML syntax, or a foreign one with its prefix, and the line it comes from."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Made] = field(default_factory=list)
    text: str = ""


def serialized(root: Made, namespaces: dict[str, str]) -> str:
    """The tree as XML, line breaks put in so that the lines of the two syntaxes agree as far as they can."""
    out: list[str] = []
    line = 1
    declared = "".join(f" xmlns:{prefix}={quoted(uri)}" for prefix, uri in namespaces.items())

    def write(made: Made, extra: str = "") -> None:
        nonlocal line
        if made.line > line:
            out.append("\n" * (made.line - line))
            line = made.line
        given = "".join(f" {name}={_quoted(value)}" for name, value in made.attributes.items())
        out.append(f"<{made.name}{extra}{given}>")
        if made.text:
            out.append(escaped(made.text))
            line += made.text.count("\n")
        for child in made.children:
            write(child)
        out.append(f"</{made.name}>")

    write(root, f' xmlns="http://relaxng.org/ns/structure/1.0"{declared}')
    return "".join(out)


def _quoted(value: str) -> str:
    return quoted(value)
