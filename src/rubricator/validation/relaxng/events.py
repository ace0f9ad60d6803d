"""The events of a source: pyexpat over its bytes, whatever encoding they are in, well-formed or not."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO
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
        if _is_known(source.encoding):
            return source.data, None
        return source.data[len(source.bom) :].decode(source.encoding).encode(), "utf-8"
    except (LookupError, UnicodeError):
        return source.data, None


def _is_known(encoding: str) -> bool:
    """Whether expat reads that encoding; LookupError if nobody does."""
    encoding = codecs.lookup(encoding).name
    return encoding in _NATIVE or _single_byte(encoding)


def _single_byte(encoding: str) -> bool:
    every = bytes(range(256)).decode(encoding, "replace")
    return len(every) == 256 and every[32:127].isascii()


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


def pieces(data: bytes) -> Iterator[bytes]:
    """*data* in parts that a parser may be given one by one."""
    return (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))


def streamed(stream: BinaryIO) -> tuple[Iterator[bytes], str | None]:
    """What *stream* holds, piece by piece, and the encoding to tell the parser of, as `readable` has it."""
    first = Source(stream.read(_CHUNK))
    rest = chain((first.data,), iter(lambda: stream.read(_CHUNK), b""))
    try:
        decoder = None if _is_known(first.encoding) else codecs.getincrementaldecoder(first.encoding)()
    except LookupError:
        decoder = None
    if decoder is None:
        return rest, None
    return (decoder.decode(piece).encode() for piece in rest), "utf-8"


def feed(parser: expat.XMLParserType, data: Iterable[bytes]) -> expat.ExpatError | None:
    """Let *parser* read the pieces of *data*; the error if it is not well-formed."""
    try:
        for piece in data:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        return error
    except (LookupError, ValueError):
        if parser.ErrorCode != _UNKNOWN_ENCODING:
            raise  # it is not the parser's
        return expat.ExpatError("unknown encoding")
    return None
