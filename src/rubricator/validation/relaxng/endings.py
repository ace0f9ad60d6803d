"""Start and end tags that do not match: which was forgotten, misspelt, or crossed with another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rubricator.findings import Fix, Splice
from rubricator.validation.relaxng.habits import nearest
from rubricator.validation.relaxng.telling import Findings

_EMPTY = frozenset(
    "lb pb cb gb milestone ptr gap anchor graphic lacunaStart lacunaEnd witStart witEnd br".split()
)
_START = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^"'<>])*>""")
_END = re.compile(rb"</\s*([^\s>]*)\s*>?")


@dataclass(frozen=True)
class _Closed:
    """An element that was ended for its editor: what said so, the line of its tag, what ended before."""

    name: str
    finding: int
    line: int
    by: str


class Endings:
    """Examines the end tags of one source."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.positions = findings.positions
        self._closed: list[_Closed] = []
        # Of the tags that nothing ends, by the characters where they are, the findings that say so; and the
        # characters before which an end was put for them.
        self.unclosed: dict[int, int] = {}
        self.ended_at: set[int] = set()

    def mismatched(self, at: int, opened: list[int]) -> None:
        """Report the end tag at byte *at*, which ends none of the tags *opened*, and mend it."""
        found = _END.match(self.positions.data, at)
        if found is None:
            return
        name = found.group(1).decode("utf-8", "ignore")
        names = [self.positions.mended_name(offset) for offset in opened]
        place = self.positions.place(self.positions.character(at), self.positions.character(found.end()))
        innermost = names[-1] if names else ""
        line = self.positions.line(opened[-1]) if opened else 0
        if name in names and names[-2:] == [innermost] * 2 and self._bare(opened[-1]):
            self.findings.at_tag(
                "wellformed.end-tag",
                opened[-1],
                f"<{innermost}> begins within <{innermost}>, and one of the two never ends.",
                f"Write </{innermost}> here, if its end is meant.",
            )
            self.positions.edit(opened[-1], opened[-1] + 1, b"</")
        elif opened and name != innermost and self._bare_milestone(innermost, opened[-1]):
            pass
        elif name in names:
            self._unclosed(at, name, innermost, opened[-1], line)
        elif crossed := next((entry for entry in self._closed if entry.name == name), None):
            self._closed.remove(crossed)
            self.findings.take_back(crossed.finding)
            self.findings.add(
                "wellformed.overlap",
                place,
                f"<{name}> of line {crossed.line} overlaps <{crossed.by}>: it begins in it, and ends after.",
                f"End <{name}> before <{crossed.by}> ends, or split one of the two.",
            )
            self.positions.edit(at, found.end(), b"")
        elif innermost and (not name or nearest(name, [innermost]) == innermost or _alike(name, innermost)):
            start = self.positions.character(at) + 2
            fix = (
                Fix(f"Write </{innermost}>.", (Splice(start, start + len(name), innermost),))
                if name
                else None
            )
            self.findings.add(
                "wellformed.end-tag",
                place,
                f"</{name}> ends no element; <{innermost}> of line {line} is open.",
                f"Write </{innermost}>.",
                fix=fix,
            )
            self.positions.edit(at, found.end(), f"</{innermost}>".encode())
        else:
            remedy = f"Remove it, or begin <{name}> before." if name else "Remove it."
            where = f" (<{innermost}> of line {line} is)" if innermost else ""
            self.findings.add(
                "wellformed.end-tag", place, f"</{name}> ends nothing that is open{where}.", remedy
            )
            self.positions.edit(at, found.end(), b"")

    def _bare(self, offset: int) -> bool:
        """Whether the tag at *offset* has nothing but its name in it."""
        return re.compile(rb"<[^\s/>]+>").match(self.positions.data, offset) is not None

    def _bare_milestone(self, name: str, opened: int) -> bool:
        """Report the tag at *opened* if it begins an element that is always empty, and close it there."""
        found = _START.match(self.positions.data, opened)
        if name.rpartition(":")[2] not in _EMPTY or found is None:
            return False
        end = found.end() - 1
        start = self.positions.character(end)
        self.findings.at_tag(
            "wellformed.unclosed",
            opened,
            f"<{name}> is not closed.",
            f"It is always empty: write <{name}/>.",
            fix=Fix(f"Write <{name}/>.", (Splice(start, start, "/"),)),
        )
        self.positions.edit(end, end, b"/")
        return True

    def _unclosed(self, at: int, name: str, innermost: str, opened: int, line: int) -> None:
        number = self.findings.at_tag(
            "wellformed.unclosed",
            opened,
            f"<{innermost}> is not closed before </{name}> in line {self.positions.line(at)}.",
            f"Add </{innermost}> where it ends.",
        )
        self._closed.append(_Closed(innermost, number, line, name))
        self.unclosed[self.positions.character(opened)] = number
        self.ended_at.add(self.positions.character(at))
        self.positions.edit(at, at, f"</{innermost}>".encode())

    def broken_off(self, opened: list[int]) -> None:
        """Report that the file ends while the tags *opened* are open."""
        self.ended_at.add(len(self.positions.markup))
        names = [self.positions.mended_name(offset) for offset in opened]
        if len(names) == 1 or len(names) < 3:
            listed = " and ".join(f"<{name}>" for name in names)
        else:
            listed = f"{', '.join(f'<{name}>' for name in names[:-1][:4])} and <{names[-1]}>"
        self.findings.at_tag(
            "wellformed.unclosed",
            opened[-1],
            f"The file ends before {listed} {'is' if len(names) == 1 else 'are'} closed.",
            f"Add </{names[-1]}> where it ends{', then the others' if len(names) > 1 else ''}.",
        )


def _alike(one: str, other: str) -> bool:
    return one.rpartition(":")[2] == other.rpartition(":")[2]
