"""What can be amiss within a tag: quotation marks, blanks, values without names and names without values."""

from __future__ import annotations

import re

from rubricator.findings import Fix, Splice
from rubricator.validation.relaxng.telling import Findings, shortened

_SMART = "“”„‟«»‘’‚‹›″′`´"
_NAMED = r"[^\W\d]"
"""The first letter of a name."""
_GOOD = re.compile(rb"""</?[^\s/>"'=<]+(?:\s+[^\s/>"'=<\d.-][^\s/>"'=<]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*""")


def fault_in_tag(findings: Findings, start: int, at: int) -> None:
    """Report what is wrong at byte *at* within the tag that begins at byte *start*, and mend it."""
    positions = findings.positions
    data = positions.data
    good = _GOOD.match(data, start)
    sound = good.end() if good else start + 1
    rest = data[sound : sound + 400].decode("utf-8", "ignore")

    def report(
        rule: str, message: str, remedy: str, begin: int, length: int, new: bytes, *, fix: bool = False
    ) -> None:
        character = positions.character(begin)
        width = len(data[begin : begin + length].decode("utf-8", "ignore"))
        mend = Fix(remedy, (Splice(character, character + width, new.decode()),)) if fix else None
        place = positions.place(character, character + max(width, 1))
        findings.add(rule, place, message, remedy, fix=mend)
        positions.edit(begin, begin + length, new)

    def size(text: str) -> int:
        return len(text.encode())

    if found := re.match(r"""(\s+)([\d.-][^\s/>"'=<]*)(\s*=\s*(?:"[^"<]*"|'[^'<]*'))""", rest):
        blank, name, value = found.groups()
        report(
            "wellformed.tag",
            f"The name of an attribute may not begin with {name[0]}, as that of @{name} does.",
            "Begin it with a letter.",
            sound + size(blank),
            size(name + value),
            b"",
        )
    elif found := re.match(
        rf"(\s+([^\s/>\"'=<]+)\s*=\s*)([{_SMART}]+)([^<>{_SMART}\"']*)([{_SMART}\"']*)", rest
    ):
        lead, name, opening, value, closing = found.groups()
        report(
            "wellformed.smart-quotes",
            f"The value of @{name} stands in typographic quotation marks ({opening}{closing}).",
            f'Write {name}="{value}" with straight ones.',
            sound + size(lead),
            size(opening + value + closing),
            f'"{value}"'.encode(),
            fix=True,
        )
    elif found := re.match(r"(\s+([^\s/>\"'=<]+)\s*=\s*)([^\s\"'<>]+)", rest):
        lead, name, value = found.groups()
        value = value.removesuffix("/") if rest[found.end() : found.end() + 1] == ">" else value
        report(
            "wellformed.quotes",
            f"The value of @{name} has no quotation marks.",
            f'Write {name}="{value}".',
            sound + size(lead),
            size(value),
            f'"{value}"'.encode(),
            fix=True,
        )
    elif found := re.match(
        r"(\s+([^\s/>\"'=<]+)\s*=\s*)([\"'])([^\"'>]*?)(\s*/?>|\s+[^\s=\"'<>]+\s*=\s*[\"'])", rest
    ):
        lead, name, quote, value, _ = found.groups()
        report(
            "wellformed.quotes",
            f"The value of @{name} is not closed.",
            f"Put {quote} after {shortened(value)}.",
            sound + size(lead),
            size(quote + value),
            (quote + value + quote).encode(),
        )
    elif found := re.match(r"(\s+([^\s/>\"'=<]+)\s*=\s*([\"'])[^\"'<]*)<", rest):
        report(
            "wellformed.less-than",
            f"A < stands in the value of @{found.group(2)}.",
            "Write &lt; instead.",
            sound + size(found.group(1)),
            1,
            b"&lt;",
            fix=True,
        )
    elif data[at - 1 : at] in (b'"', b"'") and re.match(_NAMED, rest):
        report(
            "wellformed.blank",
            "Between two attributes a blank is missing.",
            "Put it in.",
            sound,
            0,
            b" ",
            fix=True,
        )
    elif found := re.match(rf"\s+({_NAMED}[^\s/>\"'=<]*)(?=[\s/>])", rest):
        report(
            "wellformed.attribute-empty",
            f"@{found.group(1)} has no value.",
            f'Write {found.group(1)}="…", or remove it.',
            sound,
            size(found.group()),
            b"",
        )
    elif re.match(r"\s*<", rest):
        report("wellformed.broken-off", "This tag is never closed.", "Put > here.", sound, 0, b">", fix=True)
    elif found := re.match(r"\s*/\s+>", rest):
        report(
            "wellformed.blank",
            "A blank stands between / and >.",
            "Take it out.",
            sound,
            size(found.group()),
            b"/>",
        )
    elif found := re.match(r"""\s*([,;]|[^\s>=]+\s*=\s*(?:"[^"<]*"|'[^'<]*')|[^\s>]+)""", rest):
        odd = found.group(1)
        report(
            "wellformed.tag",
            f"{shortened(odd)} may not stand in a tag.",
            'A tag holds a name and then attributes, each written name="value".',
            sound,
            size(found.group()),
            b"",
        )
