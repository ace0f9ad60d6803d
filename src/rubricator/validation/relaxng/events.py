"""The events of a source: pyexpat over its bytes, whatever encoding they are in, well-formed or not."""

from __future__ import annotations

import codecs
from xml.parsers import expat

from rubricator.source import Source

_CHUNK = 1 << 20
_UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_NATIVE = frozenset({"utf-8", "utf-16", "iso8859-1", "ascii", "utf-16-le", "utf-16-be"})


def readable(source: Source) -> tuple[bytes, str | None]:
    """The bytes to parse, and the encoding to tell the parser of, if it cannot find out itself.

    What expat cannot decode but Python can (encodings of several bytes a character) is passed on as UTF-8.
    """
    try:
        encoding = codecs.lookup(source.encoding).name
        if encoding in _NATIVE or _single_byte(encoding):
            return source.data, None
        return source.data[len(source.bom) :].decode(encoding).encode(), "utf-8"
    except (LookupError, UnicodeError):
        return source.data, None


def _single_byte(encoding: str) -> bool:
    return len(b"\xe9<".decode(encoding, "replace")) == 2 and bytes(range(32, 127)).decode(encoding).isascii()


def new_parser(encoding: str | None) -> expat.XMLParserType:
    """A parser that joins namespaces and local names by a blank and gathers neighbouring text."""
    parser = expat.ParserCreate(encoding, " ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    return parser


def supplied(entity: str) -> str | None:
    """What *entity*, declared in a file that is not read, stands for if it is one of HTML's names."""
    from html.entities import html5  # seldom needed

    return html5.get(f"{entity};")


def feed(parser: expat.XMLParserType, data: bytes) -> expat.ExpatError | None:
    """Let *parser* read *data*; the error if it is not well-formed."""
    try:
        for start in range(0, len(data), _CHUNK):
            parser.Parse(data[start : start + _CHUNK], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        return error
    except (LookupError, ValueError):
        if parser.ErrorCode != _UNKNOWN_ENCODING:
            raise  # it is not the parser's
        return expat.ExpatError("unknown encoding")
    return None
