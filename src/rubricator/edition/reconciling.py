"""Asking a reconciliation service who the entries are: only when told to, and nothing is believed unasked."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from http.client import HTTPException
from ipaddress import ip_address
from pathlib import Path
from typing import IO, Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from rubricator import __version__
from rubricator.authority import Entry
from rubricator.authority.candidates import (
    FILE,
    YES,
    Asked,
    Candidate,
    Service,
    answered,
    query,
    read,
    together,
    write,
)
from rubricator.authority.formats.making import entry
from rubricator.authority.taking_in import TakenIn, take_in
from rubricator.edition.authorities import lists, new_list_for
from rubricator.edition.layout import Edition
from rubricator.errors import InputRefused
from rubricator.files import write_if_changed
from rubricator.source import Source

LARGEST = 8 * 1024 * 1024
_SILENCE = 30.0
_TRIES = 3
_LONGEST_WAIT = 60.0

Wait = Callable[[float], None]


class Client:
    """A service at an address: its manifest, and its answers to batches of queries, one after the other."""

    def __init__(self, address: str, pause: float = 0.5, wait: Wait = time.sleep) -> None:
        _check(address)
        self.address = address
        self.pause = pause
        self.wait = wait
        self._opener: OpenerDirector = build_opener(_NoRedirects)
        self._asked = False

    def service(self) -> Service:
        """What the service says of itself; InputRefused if it is none or cannot be reached."""
        return Service.of(self._json(None), self.address)

    def ask(self, queries: Sequence[dict[str, Any]]) -> list[Any]:
        """The answers to a batch, in its order."""
        named = {f"q{number}": one for number, one in enumerate(queries)}
        answer = self._json(urlencode({"queries": json.dumps(named, ensure_ascii=False)}).encode("utf-8"))
        if not isinstance(answer, dict) or not named.keys() <= answer.keys():
            raise InputRefused("The service did not answer what was asked.", where=self.address)
        return [answer[name] for name in named]

    def _json(self, data: bytes | None) -> Any:
        body = self._fetch(data)
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise InputRefused("The service does not answer in JSON.", where=self.address) from error

    def _fetch(self, data: bytes | None) -> bytes:
        headers = {"User-Agent": f"rubricator/{__version__}", "Accept": "application/json"}
        for tried in range(1, _TRIES + 1):
            if self._asked:
                self.wait(self.pause)
            self._asked = True
            try:
                request = Request(self.address, data=data, headers=headers)
                with self._opener.open(request, timeout=_SILENCE) as answer:
                    return self._read(answer)
            except HTTPError as error:
                error.close()
                if error.code in (429, 503) and tried < _TRIES:
                    self.wait(_retry_after(error))
                    continue
                self._refuse(f"The service answers {error.code} ({error.reason})", error)
            except (URLError, HTTPException, OSError, ValueError) as error:
                reason = error.reason if isinstance(error, URLError) else error
                self._refuse(f"The service cannot be reached ({reason})", error)
        raise AssertionError("the last try answers or refuses")

    def _read(self, answer: IO[bytes]) -> bytes:
        body = answer.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise InputRefused(f"The answer has more than {LARGEST >> 20} MB.", where=self.address)
        return body

    def _refuse(self, what: str, error: Exception) -> NoReturn:
        raise InputRefused(f"{what}.", where=self.address, remedy="Try again later, or check it.") from error


def candidates_for(
    client: Client,
    entries: Iterable[Entry],
    asked: Asked,
    watch: Callable[[str], None] = lambda name: None,
) -> list[Candidate]:
    """The candidates for those of *entries* that have no identifier of the service's yet."""
    service = client.service()
    wanted = [one for one in entries if one.names and not service.knows(one)]
    found: list[Candidate] = []
    for start in range(0, len(wanted), service.batch):
        batch = wanted[start : start + service.batch]
        watch(batch[0].label)
        answers = client.ask([query(one, asked) for one in batch])
        for one, answer in zip(batch, answers, strict=True):
            found += answered(one, answer, service)
    return found


def table_of(edition: Edition) -> Path:
    """Where candidates wait for decisions."""
    return edition.path(edition.settings.paths.authority) / FILE


def known(edition: Edition) -> list[Candidate]:
    """The candidates that wait or were decided about."""
    path = table_of(edition)
    return read(Source.read(path)) if path.is_file() else []


def keep(edition: Edition, candidates: Sequence[Candidate]) -> bool:
    """Write the table; whether it changed."""
    return write_if_changed(table_of(edition), write(candidates).encode("utf-8"))


def with_new(edition: Edition, new: Iterable[Candidate]) -> list[Candidate]:
    """What is known with what was found now; what was decided stays decided."""
    return together(known(edition), new)


def applied(edition: Edition, candidates: Iterable[Candidate]) -> TakenIn:
    """The lists with the identifiers that were accepted; nothing is written."""
    authority = edition.knowledge.authority
    records = []
    for one in candidates:
        named = authority.resolve(one.ref)
        if one.decision == YES and named is not None:
            idnos = [(one.scheme, one.id)]
            records.append(
                entry(
                    named.kind, named.names[:1], identifier=named.id, idnos=idnos, file=str(table_of(edition))
                )
            )
    return take_in(lists(edition), records, lambda kind: new_list_for(edition, kind))


def _check(address: str) -> None:
    parts = urlsplit(address)
    host = parts.hostname or ""
    try:
        local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        local = False
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise InputRefused("The address of a service begins with https.", where=address, remedy="Correct it.")


def _retry_after(error: HTTPError) -> float:
    written = error.headers.get("Retry-After", "") if error.headers else ""
    return min(float(written), _LONGEST_WAIT) if written.isdigit() else 5.0


class _NoRedirects(HTTPRedirectHandler):
    """Says where the service has gone, and does not follow."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        fp.close()
        raise InputRefused(f"The service has moved to {newurl}.", where=req.full_url, remedy="Name that.")
