"""A file as it came: its bytes, name, encoding and positions. It may be ill-formed."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from rubricator.errors import InputRefused
from rubricator.files import read_bytes
from rubricator.findings import Place

_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_LINE_END = re.compile(r"\r\n?|\n")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_BOM = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))


@dataclass(frozen=True)
class Source:
    """A file's bytes and the name it goes by in messages (XML 1.0, appendix F, for the encoding)."""

    data: bytes
    name: str = "<input>"

    @classmethod
    def read(cls, path: Path) -> Source:
        """The source at *path*; InputRefused if it cannot be read."""
        return cls(read_bytes(path), str(path))

    @cached_property
    def bom(self) -> bytes:
        """The byte order mark at the start, or nothing."""
        return next((mark for mark, _ in _BOMS if self.data.startswith(mark)), b"")

    @cached_property
    def encoding(self) -> str:
        """The encoding by byte order mark, else by the XML declaration, else UTF-8."""
        for mark, encoding in _BOMS:
            if self.data.startswith(mark):
                return encoding
        for start, encoding in _WITHOUT_BOM:
            if self.data.startswith(start):
                return encoding
        declared = _DECLARED.match(self.data)
        return declared.group(1).decode("ascii").lower() if declared else "utf-8"

    @cached_property
    def markup(self) -> str:
        """The file as characters, byte order mark left off; InputRefused where bytes are not of its encoding.

        Nothing is normalised: `encode(markup)` gives the same bytes back.
        """
        body = self.data[len(self.bom) :]
        try:
            return body.decode(self.encoding)
        except LookupError as error:
            raise InputRefused(
                f"The encoding {self.encoding!r} is not known.",
                where=self.name,
                remedy="Correct the XML declaration, or save the file as UTF-8.",
            ) from error
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, error.start) + 1
            raise InputRefused(
                f"The byte 0x{body[error.start]:02x} is not {self.encoding.upper()}.",
                where=f"{self.name}:{line}",
                remedy=self._converted(body),
            ) from error

    def _converted(self, body: bytes) -> str:
        """How to make UTF-8 of *body*: XML may also declare another encoding, plain text cannot."""
        if body.lstrip().startswith(b"<"):
            return "Save the file as UTF-8, or declare the encoding it is in."
        if body.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")):
            return "This is an image, and no text: name the TEI file that shows it."
        if b"\0" in body:
            return "This seems to be no text: take it away, or save what it holds as plain text in UTF-8."
        return (
            "Plain text is read as UTF-8. Save it so, or convert it: if it is Western European, with "
            "iconv -f WINDOWS-1252 -t UTF-8 OLD.txt > NEW.txt."
        )

    def encode(self, markup: str) -> Source:
        """A source of the same name and encoding that holds *markup*."""
        return Source(self.bom + markup.encode(self.encoding), self.name)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.markup))]

    def place(self, start: int, end: int | None = None) -> Place:
        """Line and column of the offsets *start* (and *end*) into `markup`."""
        line, column = self._locate(start)
        if end is None:
            return Place(line, column)
        return Place(line, column, *self._locate(end))

    def _locate(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def offset(self, place: Place) -> int:
        """The offset into `markup` where *place* begins."""
        return self._line_starts[min(place.line, len(self._line_starts)) - 1] + place.column - 1

    def line(self, number: int) -> str:
        """The text of line *number* (from 1), without its line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.markup)
        return self.markup[start:end].rstrip("\r\n")
