"""Putting a schema on the shelf: from a file, or from the web, which nothing else here ever asks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from rubricator import __version__
from rubricator.errors import InputRefused, SettingsError
from rubricator.files import read_bytes, write_bytes
from rubricator.source import Source
from rubricator.validation import schematron, shelf
from rubricator.validation.declared import Language, language
from rubricator.validation.relaxng import Grammar

LARGEST = 32 * 1024 * 1024
"""Bytes; tei_all has fewer than 4 million."""
SECONDS = 60.0
MOST_FILES = 200
_SILENCE = 15.0
_PIECE = 1 << 16

Fetch = Callable[[str], bytes]


def add(
    origin: str, address: str = "", *, seconds: float = SECONDS, largest: int = LARGEST
) -> tuple[Path, ...]:
    """Put the schema at *origin*, a file or an address of the web, on the shelf, with all that it includes.

    It answers to *address*, else to the one it came from, else to the TEI customisation's of that file name.
    InputRefused if it cannot be had or is no schema; nothing is put on the shelf then.
    """
    address = shelf.well_known(address) or address
    if not Path(origin).exists():
        origin = shelf.well_known(origin) or origin
    on_web = bool(shelf.WEB.match(origin))
    if not on_web and not Path(origin).is_file():
        raise InputRefused(
            "There is no such file, and TEI has no schema of that name.",
            where=origin,
            remedy="Check its name, or give its address (https://…).",
        )
    here = shelf.canonical(origin) if on_web and not _is_local(origin) else origin
    name = address or (here if on_web else shelf.well_known(Path(origin).name) or "")
    if not shelf.WEB.match(name) or shelf.place(name) is None:
        raise SettingsError(
            "A schema on the shelf answers to an address of the web.",
            where=origin,
            remedy="Say which one documents name it by: --as https://…",
        )
    deadline = time.monotonic() + seconds
    files = _files(here, lambda wanted: _bytes(wanted, deadline, largest))
    placed = []
    for file, data in reversed(files.items()):  # the schema itself last: what it includes is there then
        path = shelf.place(_renamed(file, here, shelf.canonical(name)))
        assert path is not None
        write_bytes(path, data)
        placed.append(path)
    return tuple(placed)


def _files(origin: str, fetch: Fetch) -> dict[str, bytes]:
    """The schema and what it includes, by address, the schema first; InputRefused if they are none."""
    files: dict[str, bytes] = {}

    def load(address: str) -> Source:
        if address not in files:
            if len(files) >= MOST_FILES:
                raise InputRefused(f"The schema has more than {MOST_FILES} files.", where=origin)
            files[address] = fetch(address)
        return Source(files[address], address)

    kind = language(origin)
    if kind is Language.SCHEMATRON:
        schematron.compiled_now(load(origin).data, Path(urlsplit(origin).path))
    elif kind in (Language.RELAX_NG, Language.COMPACT, Language.UNKNOWN):
        Grammar.load(origin, load)
    else:
        raise InputRefused(
            f"This is {kind.value} by its name.",
            where=origin,
            remedy="RELAX NG (.rng, .rnc) and Schematron (.sch) can be added.",
        )
    return files


def _renamed(file: str, origin: str, name: str) -> str:
    """The address on the shelf of a file that the schema at *origin*, known there as *name*, includes."""
    if file == origin:
        return name
    if shelf.WEB.match(file):
        return file
    relative = os.path.relpath(file, Path(origin).parent)
    return urljoin(name, Path(relative).as_posix())


def _bytes(address: str, deadline: float, largest: int) -> bytes:
    if not shelf.WEB.match(address):
        return read_bytes(Path(address))
    _check(address)
    request = Request(address, headers={"User-Agent": f"rubricator/{__version__}", "Accept": "*/*"})
    try:
        with build_opener(_Redirects).open(request, timeout=_left(deadline, address)) as answer:
            return _read(answer, address, deadline, largest)
    except HTTPError as error:
        error.close()
        raise InputRefused(
            f"The server answers {error.code} ({error.reason}).", where=address, remedy="Check the address."
        ) from error
    except TimeoutError as error:
        raise _too_slow(address) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, TimeoutError):
            raise _too_slow(address) from error
        raise InputRefused(
            f"The address cannot be reached ({reason}).",
            where=address,
            remedy="Check it and the connection, or download the file and add that: "
            "rubricator schema add FILE --as ADDRESS",
        ) from error


def _read(answer: IO[bytes], address: str, deadline: float, largest: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE) if hasattr(answer, "read1") else answer.read(_PIECE):
        size += len(piece)
        if size > largest:
            raise InputRefused(
                f"There is more than {largest >> 20} MB at this address.", where=address, remedy="Check it."
            )
        _left(deadline, address)
        pieces.append(piece)
    return b"".join(pieces)


def _left(deadline: float, address: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _too_slow(address)
    return min(left, _SILENCE)


def _too_slow(address: str) -> InputRefused:
    return InputRefused("The server takes too long.", where=address, remedy="Try again later.")


def _check(address: str) -> None:
    """Only what cannot be changed on its way is fetched; this machine itself is near enough."""
    if urlsplit(address).scheme.lower() != "https" and not _is_local(address):
        raise InputRefused("This address is not https.", where=address, remedy="Give it with https.")


def _is_local(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class _Redirects(HTTPRedirectHandler):
    """Follows to where the first address might have been asked for too."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        try:
            _check(newurl)
            if _is_local(newurl) and not _is_local(req.full_url):
                raise InputRefused(
                    "The server leads to this machine.", where=newurl, remedy="Check the address."
                )
        except InputRefused:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
