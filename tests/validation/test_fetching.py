"""Schemas of the web are got once, when told, from a server of our own here."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rubricator.cli import run
from rubricator.errors import InputRefused, SettingsError
from rubricator.validation import shelf
from rubricator.validation.fetching import add

RNG = "http://relaxng.org/ns/structure/1.0"
FILES = {
    "/schema/letter.rng": f'<grammar xmlns="{RNG}"><include href="parts/text.rng"/></grammar>',
    "/schema/parts/text.rng": f'<grammar xmlns="{RNG}"><start><element name="a"><text/></element></start>'
    "</grammar>",
    "/schema/half.rng": f'<grammar xmlns="{RNG}"><include href="parts/missing.rng"/></grammar>',
    "/page.rng": "<html/>",
    "/vast.rng": "x" * 5000,
    "/rules.sch": '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="a">'
    '<assert test="b"/></rule></pattern></schema>',
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved.rng":
            self.send_response(302)
            self.send_header("Location", "/schema/letter.rng")
        elif self.path == "/away.rng":
            self.send_response(302)
            self.send_header("Location", "http://example.org/letter.rng")
        elif self.path == "/file.rng":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
        elif self.path == "/slow.rng":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):
                time.sleep(0.05)
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return
        elif self.path in FILES:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(FILES[self.path].encode())
            return
        else:
            self.send_response(404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def empty_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUBRICATOR_SCHEMAS", str(tmp_path / "shelf"))


def test_a_schema_is_put_on_the_shelf_with_all_that_it_includes(server: str) -> None:
    added = add(f"{server}/schema/letter.rng")
    assert [path.name for path in added] == ["text.rng", "letter.rng"]
    assert shelf.found(f"{server}/schema/letter.rng") == added[1]
    assert shelf.found(f"{server}/schema/parts/text.rng") == added[0]


def test_a_redirection_is_followed_and_the_schema_answers_to_the_address_asked_for(server: str) -> None:
    FILES["/schema/moved.rng"] = FILES["/schema/letter.rng"]
    add(f"{server}/schema/moved.rng")
    assert shelf.found(f"{server}/schema/moved.rng")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/nowhere.rng", "404"),
        ("/schema/half.rng", "404"),
        ("/page.rng", "html"),
        ("/vast.rng", "more than"),
        ("/slow.rng", "too long"),
        ("/away.rng", "not https"),
        ("/file.rng", "302"),
        ("/letter.dtd", "a DTD"),
        ("/letter.xsd", "W3C"),
    ],
)
def test_what_is_no_schema_or_cannot_be_had_is_refused_and_leaves_nothing(
    path: str, said: str, server: str
) -> None:
    with pytest.raises(InputRefused, match=f"(?s).*{said}") as caught:
        add(server + path, seconds=0.5, largest=4000)
    assert caught.value.where
    assert shelf.contents() == ()


def test_an_address_that_is_not_https_is_asked_for_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nothing(address: str, deadline: float, largest: int) -> bytes:
        asked.append(address)
        return FILES["/schema/parts/text.rng"].encode()

    monkeypatch.setattr("rubricator.validation.fetching._bytes", nothing)
    add("http://example.org/letter.rng")
    assert asked == ["https://example.org/letter.rng"]


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(InputRefused, match="cannot be reached"):
        add("http://127.0.0.1:9/letter.rng", seconds=2)


def test_a_file_is_added_under_the_address_that_documents_name_it_by(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "letter.rng").write_text(FILES["/schema/letter.rng"], "utf-8")
    (tmp_path / "parts" / "text.rng").write_text(FILES["/schema/parts/text.rng"], "utf-8")
    add(str(tmp_path / "letter.rng"), "http://example.org/s/ours.rng")
    assert shelf.contents() == ("https://example.org/s/ours.rng", "https://example.org/s/parts/text.rng")


def test_a_file_called_as_teis_own_answers_to_teis_address(tmp_path: Path) -> None:
    (tmp_path / "tei_all.rng").write_text(FILES["/schema/parts/text.rng"], "utf-8")
    add(str(tmp_path / "tei_all.rng"))
    assert shelf.contents() == ("https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng",)


def test_a_file_without_an_address_is_no_use(tmp_path: Path) -> None:
    (tmp_path / "letter.rng").write_text(FILES["/schema/parts/text.rng"], "utf-8")
    with pytest.raises(SettingsError, match="--as"):
        add(str(tmp_path / "letter.rng"))


def test_the_command_adds_and_lists(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "add", f"{server}/rules.sch", "--quiet"]) == 0
    assert run(["schema", "list"]) == 0
    assert capsys.readouterr().out.strip() == server.replace("http", "https") + "/rules.sch"
    assert run(["schema", "add", f"{server}/nowhere.sch"]) == 3


def test_a_schema_whose_default_values_cannot_be_relied_on_is_taken_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "house.rng"
    path.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" '
        'xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"><start><element name="p">'
        '<attribute name="n" a:defaultValue="1"/></element></start></grammar>',
        "utf-8",
    )
    assert run(["schema", "add", str(path), "--as", "https://example.org/house.rng"]) == 0
    said = capsys.readouterr().err
    assert "ids and default values is not relied on." in said
    assert "is not optional" in said
