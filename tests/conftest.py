"""What all tests share: the tools some of them need, and the texts beside the checkout.

A test that needs a tool is marked with its name (`java`, `chromium`, `node`) or with `shared`. Where the tool
is missing the test skips and says so; under `RUBRICATOR_REQUIRE_ALL=1` every skip fails, with the reason.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import hypothesis
import pytest

# A verdict on a commit must be the same whenever it is asked for, and however busy the machine is; at a desk,
# every run may find more.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("verdict", deadline=None, derandomize=True)
hypothesis.settings.load_profile("verdict" if os.environ.get("RUBRICATOR_REQUIRE_ALL") == "1" else "desk")

os.environ.setdefault("RUBRICATOR_CACHE", "off")  # what a test needs of a schema it works out itself

CHECKOUT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find_chromium() -> str | None:
    """The browser to test with: `CHROMIUM` in the environment, else the first known name on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def find_shared() -> Path | None:
    """The directory of texts and schemas that are tested on but not ours to publish."""
    named = os.environ.get("RUBRICATOR_SHARED")
    place = Path(named) if named else CHECKOUT.parent / "shared"
    return place if place.is_dir() else None


def find_node_modules() -> Path | None:
    """Where the tools of `tests/checks/package.json` were installed."""
    named = os.environ.get("RUBRICATOR_NODE_MODULES")
    place = Path(named) if named else CHECKOUT / "tests" / "checks" / "node_modules"
    return place if place.is_dir() and shutil.which("node") else None


NEEDS: dict[str, tuple[str, Callable[[], object], str]] = {
    "java": ("Java", lambda: shutil.which("java"), "Install a Java runtime (Debian: default-jre-headless)."),
    "chromium": ("Chromium", find_chromium, "Install Chromium, or name a browser in CHROMIUM."),
    "node": (
        "the Node tools",
        find_node_modules,
        "Install Node.js 20, then run npm install in tests/checks.",
    ),
    "shared": ("the shared texts", find_shared, "Name their directory in RUBRICATOR_SHARED."),
}
EXPLANATIONS = {
    "java": "needs a Java runtime",
    "chromium": "needs Chromium",
    "node": "needs Node.js and the tools of tests/checks/package.json",
    "shared": "needs the shared texts and schemas beside the checkout",
    "slow": "takes more than five seconds; leave out with -m 'not slow'",
}


def pytest_configure(config: pytest.Config) -> None:
    for name, explanation in EXPLANATIONS.items():
        config.addinivalue_line("markers", f"{name}: {explanation}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, (what, find, remedy) in NEEDS.items():
        if item.get_closest_marker(name) and not find():
            pytest.skip(f"{what} cannot be found. {remedy}")


def everything_is_required() -> bool:
    """Whether a test may not be skipped."""
    return os.environ.get("RUBRICATOR_REQUIRE_ALL") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and everything_is_required():
        report.outcome = "failed"
        report.longrepr = f"skipped, but RUBRICATOR_REQUIRE_ALL=1: {call.excinfo and call.excinfo.value}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and everything_is_required():
        report.outcome = "failed"
        report.longrepr = f"skipped, but RUBRICATOR_REQUIRE_ALL=1: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    reasons: dict[str, int] = {}
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason.removeprefix("Skipped: ")] = reasons.get(reason.removeprefix("Skipped: "), 0) + 1
    terminalreporter.section("NOT TESTED", sep="!", red=True, bold=True)
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"{count:4} × {reason}", red=True)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared texts and schemas; a test that asks for them is marked `shared`."""
    place = find_shared()
    if place is None:
        pytest.skip(f"the shared texts cannot be found. {NEEDS['shared'][2]}")
    return place


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's command; a test that asks for it is marked `chromium`."""
    command = find_chromium()
    if command is None:
        pytest.skip(f"Chromium cannot be found. {NEEDS['chromium'][2]}")
    return command


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The installed Node tools; a test that asks for them is marked `node`."""
    place = find_node_modules()
    if place is None:
        pytest.skip(f"the Node tools cannot be found. {NEEDS['node'][2]}")
    return place
