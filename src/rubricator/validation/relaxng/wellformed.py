"""What keeps a source from being well-formed XML, each fault named and mended to read on."""

from __future__ import annotations

import re
from xml.parsers import expat

from rubricator.findings import Fix, Splice
from rubricator.validation.relaxng.endings import Endings
from rubricator.validation.relaxng.events import feed, pieces
from rubricator.validation.relaxng.references import undeclared
from rubricator.validation.relaxng.tagfaults import fault_in_tag
from rubricator.validation.relaxng.telling import Findings, shortened
from rubricator.validation.relaxng.unbound import undeclared_prefix

_MOST = 200  # faults; a file with more is not one that its editor would read a list of
_AMPERSAND = re.compile(rb"&([#\w.\-]*)\Z")
_TAG = re.compile(rb"<[^\W\d]|<[?!]")
_CODES = expat.errors.codes
_INVALID = _CODES[expat.errors.XML_ERROR_INVALID_TOKEN]


class Mending:
    """Goes through the faults of one source until it is well-formed or cannot be mended."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.positions = findings.positions
        self.open: list[int] = []  # the offsets of the open start tags where reading broke off
        self.endings = Endings(findings)
        self.broken_off = False
        self.prefixes: set[str] = set()

    def run(self) -> bool:
        """Report every fault; whether the source is well-formed now."""
        for _ in range(_MOST):
            error = self._read()
            if error is None:
                return True
            before = self.positions.data
            self._fault(error.code, max(self.parser.ErrorByteIndex, 0))
            if self.positions.data == before:
                return False
        return False

    def _read(self) -> expat.ExpatError | None:
        opened: list[int] = []
        parser = self.parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = lambda name, attributes: opened.append(parser.CurrentByteIndex)
        parser.EndElementHandler = lambda name: opened.pop()
        parser.ExternalEntityRefHandler = lambda *names: 1
        self.open = opened
        return feed(parser, pieces(self.positions.data))

    def _fault(self, code: int, at: int) -> None:
        data = self.positions.data
        kind = {number: name for name, number in _CODES.items()}.get(code, "")
        if code == _INVALID:
            self._invalid(at)
        elif kind == expat.errors.XML_ERROR_TAG_MISMATCH:
            self.endings.mismatched(data.rfind(b"</", 0, at + 1), self.open)
        elif kind == expat.errors.XML_ERROR_NO_ELEMENTS:
            self._nothing_more()
        elif kind in (expat.errors.XML_ERROR_UNCLOSED_TOKEN, expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION):
            self._unclosed(at, kind)
        elif kind == expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE:
            found = re.compile(rb"""([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""").match(data, at)
            name = found.group(1).decode() if found else "an attribute"
            self._at(
                "wellformed.attribute-twice",
                at,
                f"The attribute @{name} is given twice.",
                "Keep one of the two.",
            )
            if found:
                self.positions.edit(at, found.end(), b" " * (found.end() - at))
        elif kind == expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            rest = data[at : at + 60].decode("utf-8", "ignore")
            self._at(
                "wellformed.after-root",
                at,
                f"The outermost element has ended, but {shortened(rest)} follows.",
                "There is one outermost element: put this into it, or remove it.",
            )
            self.positions.edit(at, len(data), b"")
        elif kind == expat.errors.XML_ERROR_UNDEFINED_ENTITY:
            undeclared(self.findings, at)
        elif kind == expat.errors.XML_ERROR_BAD_CHAR_REF:
            found = re.compile(rb"&#[^;]*;").match(data, at)
            written = found.group().decode("utf-8", "ignore") if found else "&#"
            self._at(
                "wellformed.character-reference",
                at,
                f"{written} stands for no character of XML.",
                "Remove it.",
            )
            if found:
                self.positions.edit(at, found.end(), b"?")
        elif kind == expat.errors.XML_ERROR_MISPLACED_XML_PI:
            self._declaration(at)
        elif kind == expat.errors.XML_ERROR_UNBOUND_PREFIX:
            undeclared_prefix(self.findings, at, self.prefixes)
        elif kind == expat.errors.XML_ERROR_SYNTAX and not data[:at].strip() and _TAG.search(data, at):
            self._before_root(at)
        elif kind == expat.errors.XML_ERROR_SYNTAX and not data[:at].strip():
            self._at(
                "wellformed.not-xml", at, "This is not an XML file: no element begins it.", "Encode it first."
            )
        else:
            self._at(
                "wellformed", at, f"This is not well-formed XML: {expat.ErrorString(code)}.", "Correct it."
            )

    def _at(
        self, rule: str, at: int, message: str, remedy: str, fix: Fix | None = None, length: int = 1
    ) -> None:
        character = self.positions.character(at)
        self.findings.add(rule, self.positions.place(character, character + length), message, remedy, fix=fix)

    def _invalid(self, at: int) -> None:
        """A character that cannot be where it is: an ampersand, a < in text, something amiss within a tag."""
        data = self.positions.data
        before = data[max(0, at - 60) : at]
        here = data[at : at + 1]
        if reference := _AMPERSAND.search(before):
            self._ampersand(at - len(reference.group()), reference.group(1).decode("utf-8", "ignore"))
        elif here and here[0] < 32 and here not in b"\t\r\n":
            self._at(
                "wellformed.control-character",
                at,
                f"There is a control character here (U+{here[0]:04X}), which XML does not allow.",
                "Remove it.",
                self._fix("Remove the control character.", at, 1, ""),
            )
            self.positions.edit(at, at + 1, b" ")
        elif data[at : at + 2] == b"\xef\xbf" and data[at + 2 : at + 3] in (b"\xbe", b"\xbf"):
            self._at(
                "wellformed.control-character", at, "There is a character here that is none.", "Remove it."
            )
            self.positions.edit(at, at + 3, b"")
        elif before.endswith(b"]]") and here == b">":
            self._at(
                "wellformed.cdata-end",
                at - 2,
                "]]> may not stand in text.",
                "Write ]]&gt; instead.",
                length=3,
            )
            self.positions.edit(at, at + 1, b"&gt;")
        elif before.endswith(b"--") and data.rfind(b"<!--", 0, at - 2) > data.rfind(b"-->", 0, at):
            self._at(
                "wellformed.comment",
                at - 2,
                "Two hyphens (--) may not stand within a comment.",
                "Use a dash (–).",
            )
            self.positions.edit(at - 2, at, b"- ")
        elif before[-5:].lower() == b"<?xml":
            self._capitals(at - 5)
        elif before.endswith((b"<!", b"<?")):
            begin = at - 2
            self._at(
                "wellformed",
                begin,
                f"{shortened(data[begin : at + 20].decode('utf-8', 'ignore'))} begins neither a comment nor "
                "an instruction.",
                "Write &lt; for the character itself, or <!-- … --> for a comment.",
            )
            self.positions.edit(begin, begin + 1, b"&lt;")
        elif before.endswith(b"<") and not data[at : at + 1].isalpha():
            self._at(
                "wellformed.less-than",
                at - 1,
                "This < begins no tag.",
                "Write &lt; for the character itself.",
                self._fix("Write &lt;.", at - 1, 1, "&lt;"),
            )
            self.positions.edit(at - 1, at, b"&lt;")
        elif (start := _within_tag(data, at)) is not None:
            fault_in_tag(self.findings, start, at)
        elif not data[:at].rpartition(b"<")[1]:
            self._before_root(0)
        else:
            found = shortened(data[at : at + 20].decode("utf-8", "ignore"))
            self._at("wellformed", at, f"This is not well-formed XML at {found}.", "Correct it.")

    def _capitals(self, begin: int) -> None:
        """An XML declaration, or another instruction of that name, that is not in small letters."""
        first = not self.positions.data[:begin].removeprefix(b"\xef\xbb\xbf")
        written = self.positions.data[begin : begin + 5].decode()
        self._at(
            "wellformed.declaration",
            begin,
            f"The XML declaration is written in small letters, not {written}."
            if first
            else f"No instruction may be called {written[2:]}.",
            "Write <?xml." if first else "Give it another name, or remove it.",
            self._fix("Write <?xml.", begin, 5, "<?xml") if first else None,
            length=5,
        )
        self.positions.edit(begin, begin + 5, b"<?xml" if first else b"<?x-m")

    def _before_root(self, at: int) -> None:
        data = self.positions.data
        tag = _TAG.search(data, at)
        end = tag.start() if tag else len(data)
        stands = shortened(data[at:end].decode("utf-8", "ignore").strip())
        self._at(
            "wellformed.before-root",
            at,
            f"{stands} stands before the first element.",
            "Nothing but the XML declaration and comments may stand there.",
        )
        self.positions.edit(at, end, b"")

    def _fix(self, description: str, at: int, length: int, new: str) -> Fix:
        start = self.positions.character(at)
        return Fix(description, (Splice(start, start + length, new),))

    def _ampersand(self, at: int, name: str) -> None:
        known = name in ("amp", "lt", "gt", "quot", "apos") or re.fullmatch(r"#(\d+|x[0-9A-Fa-f]+)", name)
        if known:
            self._at(
                "wellformed.ampersand",
                at,
                f"After &{name} a semicolon is missing.",
                f"Write &{name}; (or &amp;{name} for these very letters).",
                self._fix(f"Write &{name};.", at, len(name) + 1, f"&{name};"),
                len(name) + 1,
            )
            self.positions.edit(at, at + 1 + len(name), f"&{name};".encode())
            return
        self._at(
            "wellformed.ampersand",
            at,
            "An & stands here by itself.",
            "Write &amp; for it.",
            self._fix("Write &amp;.", at, 1, "&amp;"),
        )
        self.positions.edit(at, at + 1, b"&amp;")

    def _nothing_more(self) -> None:
        data = self.positions.data
        if not data.strip():
            self._at("wellformed.empty", 0, "The file is empty.", "Restore it, or encode its text.")
            return
        if not self.open:
            self._at("wellformed.not-xml", 0, "There is no element in this file.", "Encode its text.")
            return
        if not self.broken_off:
            self.endings.broken_off(self.open)
        ends = "".join(f"</{self.positions.mended_name(offset)}>" for offset in reversed(self.open))
        self.positions.edit(len(data), len(data), ends.encode())

    def _unclosed(self, at: int, kind: str) -> None:
        data = self.positions.data
        comment = data.startswith(b"<!--", at)
        if kind == expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION:
            at = max(data.rfind(b"<![CDATA["), 0)
        what = "comment" if comment else "CDATA section" if data.startswith(b"<![CDATA[", at) else "tag"
        end = {"comment": "-->", "CDATA section": "]]>", "tag": ">"}[what]
        self._at(
            "wellformed.broken-off",
            at,
            f"This {what} is never closed.",
            f"Close it with {end} where it ends.",
        )
        self.broken_off = True
        self.positions.edit(at, len(data), b"")

    def _declaration(self, at: int) -> None:
        data = self.positions.data
        if data[:at].strip():
            message = "An XML declaration stands in the middle of the file."
            remedy = "Remove it; two files were joined, perhaps."
        else:
            message = "Something stands before the XML declaration: white space or an empty line."
            remedy = "The declaration must be the very first thing in the file: remove what precedes it."
        self._at("wellformed.declaration", at, message, remedy)
        end = data.find(b"?>", at)
        self.positions.edit(at, end + 2 if end >= 0 else len(data), b"")


def _within_tag(data: bytes, at: int) -> int | None:
    """The offset of the `<` of the tag that byte *at* is in, if it is in one."""
    start = data.rfind(b"<", 0, at)
    while start >= 0:
        if (
            data[start + 1 : start + 2].isalpha()
            or data[start + 1 : start + 2] in (b"_", b"/")
            or data[start + 1] > 127
        ):
            return start
        start = data.rfind(b"<", 0, start)
    return None
