"""A reconciliation service of our own is asked, only when told to; what is decided of its answers is kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs
from urllib.request import OpenerDirector

import pytest

from rubricator.authority.candidates import COLUMNS, Asked, Service, query
from rubricator.cli import run
from rubricator.edition import reconciling
from rubricator.edition.layout import Edition
from rubricator.errors import InputRefused

Say = pytest.CaptureFixture[str]
MANIFEST = {
    "versions": ["0.2"],
    "name": "People",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
    "batchSize": 2,
}
ANSWERS = {
    "Tobias Wren": [
        {
            "id": "Q7",
            "name": "Tobias Wren",
            "type": [{"id": "Q5", "name": "human"}],
            "score": 98,
            "match": True,
        },
        {
            "id": "Q8",
            "name": "Toby Wren",
            "type": [],
            "score": 61.5,
            "match": False,
            "description": "cricketer",
        },
    ],
    "Margaret Oldacre": [
        {"id": "Q1", "name": "M. Oldacre", "type": [], "score": 95, "match": False},
        {"id": "Q2", "name": "Margaret Oldacre", "type": [], "score": 96, "match": False},
    ],
}


class Reconciler(HTTPServer):
    """Answers what it was told to, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, Any]] = []
        self.refusals: list[tuple[int, dict[str, str]]] = []
        self.manifest: Any = MANIFEST

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/reconcile"


class _Handler(BaseHTTPRequestHandler):
    server: Reconciler

    def do_GET(self) -> None:
        self._answer(self.server.manifest)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.server.refusals:
            code, headers = self.server.refusals.pop(0)
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            return
        queries = json.loads(parse_qs(body)["queries"][0])
        self.server.asked.append(queries)
        self._answer({name: {"result": ANSWERS.get(one["query"], [])} for name, one in queries.items()})

    def _answer(self, value: Any) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Reconciler]:
    made = Reconciler()
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def reconcile(edition: Edition, *arguments: str) -> int:
    return run(["authority", "reconcile", *arguments, "--pause", "0", "-C", str(edition.root)])


def decide(edition: Edition, identifier: str, decision: str) -> None:
    path = reconciling.table_of(edition)
    lines = path.read_text("utf-8").splitlines()
    path.write_text(
        "\n".join(f"{line}{decision}" if f"\t{identifier}\t" in line else line for line in lines), "utf-8"
    )


def test_the_answers_wait_for_decisions_and_change_no_list(
    begun: Edition, server: Reconciler, capsys: Say
) -> None:
    before = [path.read_bytes() for path in begun.authority_files]
    assert reconcile(begun, "--service", server.address, "--kind", "person", "--type", "person=Q5") == 0
    assert "   98  person:wren  Tobias Wren  wikidata Q7  Tobias Wren  human\n" in capsys.readouterr().out
    rows = [line.split("\t") for line in reconciling.table_of(begun).read_text("utf-8").splitlines()]
    assert tuple(rows[0]) == COLUMNS
    assert [row[3] for row in rows[1:]] == ["Q2", "Q1", "Q7", "Q8"]
    assert [path.read_bytes() for path in begun.authority_files] == before
    assert [sorted(batch) for batch in server.asked] == [
        ["q0", "q1"],
        ["q0"],
    ]
    assert server.asked[0]["q0"] == {"query": "Margaret Oldacre", "limit": 5, "type": "Q5"}


def test_what_was_accepted_is_written_and_what_was_refused_is_not_offered_again(
    begun: Edition, server: Reconciler, capsys: Say
) -> None:
    assert reconcile(begun, "--service", server.address, "--kind", "person") == 0
    decide(begun, "Q7", "yes")
    decide(begun, "Q1", "no")
    assert reconcile(begun, "--apply") == 0
    wren = Edition.open(begun.root).knowledge.authority.resolve("person:wren")
    assert wren is not None
    assert wren.idnos == (("wikidata", "Q7"),)
    capsys.readouterr()
    server.asked.clear()
    assert reconcile(begun, "--service", server.address, "--kind", "person") == 0
    shown = capsys.readouterr().out
    assert "Q2" in shown
    assert "Q1 " not in shown
    assert [one["query"] for batch in server.asked for one in batch.values()] == [
        "Margaret Oldacre",
        "Oldacre",
    ]


def test_a_score_accepts_only_where_one_candidate_has_it(begun: Edition, server: Reconciler) -> None:
    assert reconcile(begun, "--service", server.address, "--accept-above", "90") == 0
    entries = Edition.open(begun.root).knowledge.authority.entries
    assert [(one.id, one.idnos) for one in entries if one.idnos] == [("wren", (("wikidata", "Q7"),))]


def test_an_identifier_that_another_entry_has_is_said(
    begun: Edition, server: Reconciler, capsys: Say
) -> None:
    persons = begun.authority_files[0]
    text = persons.read_text("utf-8").replace("Keeper of", "Q7 of")
    text = text.replace("</occupation>", '</occupation><idno type="wikidata">Q7</idno>', 1)
    persons.write_text(text, "utf-8")
    assert reconcile(begun, "--service", server.address, "--accept-above", "97") == 0
    assert "By its identifiers it is person:captain-oldacre and person:wren" in capsys.readouterr().err


def test_a_busy_service_is_given_the_time_it_asks_for(server: Reconciler) -> None:
    server.refusals = [(429, {"Retry-After": "7"}), (503, {})]
    waited: list[float] = []
    client = reconciling.Client(server.address, 0.25, waited.append)
    assert client.ask([{"query": "Tobias Wren"}])[0]["result"][0]["id"] == "Q7"
    assert waited == [7.0, 0.25, 5.0, 0.25]
    server.refusals = [(429, {})] * 3
    with pytest.raises(InputRefused, match="answers 429"):
        client.ask([{"query": "x"}])


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ((302, {"Location": "http://127.0.0.1:1/x"}), "has moved to http://127.0.0.1:1/x"),
        ((500, {}), "answers 500"),
    ],
)
def test_a_service_that_is_not_well_is_said(
    server: Reconciler, refusal: tuple[int, dict[str, str]], said: str
) -> None:
    server.refusals = [refusal]
    with pytest.raises(InputRefused, match=said):
        reconciling.Client(server.address, 0).ask([{"query": "x"}])


def test_what_is_no_service_is_refused(server: Reconciler, begun: Edition, capsys: Say) -> None:
    server.manifest = {"title": "a page"}
    assert reconcile(begun, "--service", server.address) == 3
    assert "no reconciliation service" in capsys.readouterr().err
    assert reconcile(begun, "--service", "http://example.org/reconcile") == 3
    assert "begins with https" in capsys.readouterr().err
    assert reconcile(begun) == 2
    assert not reconciling.table_of(begun).exists()


def test_years_are_told_where_the_service_has_a_property_for_them() -> None:
    from rubricator.authority import EntryKind
    from rubricator.authority.formats.making import entry, name, when

    person = entry(EntryKind.PERSON, [name(EntryKind.PERSON, "T. Wren")], begins=when("1850-03-01"))
    asked = Asked(properties={"birth": "P569", "death": "P570"}, limit=3)
    assert query(person, asked) == {
        "query": "T. Wren",
        "limit": 3,
        "properties": [{"pid": "P569", "v": "1850"}],
    }


@pytest.mark.parametrize(
    ("space", "idno"),
    [
        ("https://d-nb.info/gnd/", ("GND", "1")),
        ("http://www.wikidata.org/entity/", ("wikidata", "1")),
        ("http://viaf.org/viaf/", ("VIAF", "1")),
        ("https://example.org/people/", ("URI", "https://example.org/people/1")),
    ],
)
def test_the_scheme_is_told_from_the_manifest(space: str, idno: tuple[str, str]) -> None:
    assert Service.of({"name": "S", "identifierSpace": space}, "x").idno("1") == idno


def test_a_build_asks_nobody(begun: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(OpenerDirector, "open", refuse)
    assert run(["build", "-C", str(begun.root), "--quiet"]) == 0
