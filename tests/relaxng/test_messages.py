"""What is said of typical mistakes: the file beside this one is the specification, to be read as prose."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate
from rubricator.validation.relaxng.rules import RULES

MISTAKES = Path(__file__).with_name("mistakes.txt")
OURS = Path(__file__).with_name("mistakes-ours.txt")  # what our own schema has to say
HEAD = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    "<teiHeader><fileDesc><titleStmt><title>A text</title>{}</titleStmt>"
    "<publicationStmt><p>No</p></publicationStmt><sourceDesc><p>No</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body>\n"
)
TAIL = "</body></text></TEI>\n"
HEADER = "HEADER"  # before a part that stands in the titleStmt
REWRITE = os.environ.get("RUBRICATOR_REWRITE") == "1"
WHOLE = re.compile(r"\s*(<\?xml|<(tei:)?TEI|<tei |<html|<text |<TEI\.2)|It began in|\Z")


def parts(page: Path = MISTAKES) -> list[tuple[str, str, str]]:
    """Each mistake of the file: its name, its text, and what is to be said of it."""
    _, *written = page.read_text(encoding="utf-8").split("\n== ")
    found = []
    for part in written:
        name, _, rest = part.partition("\n")
        text, _, said = rest.partition("\n--\n")
        found.append((name, text, said.strip()))
    return found


def document(text: str) -> str:
    """The whole document that *text* is or, from the second line on, stands in."""
    if WHOLE.match(text):
        return text
    if text.startswith(HEADER):
        return HEAD.format("\n" + text.removeprefix(HEADER) + "\n") + TAIL
    return HEAD.format("") + text + TAIL


def told(finding: Finding) -> str:
    """*finding* as the file has it."""
    assert finding.place is not None
    where = f"{finding.place.line}:{finding.place.column}"
    fix = f"[{finding.fix.description}]" if finding.fix else ""
    return "\n   ".join(
        line for line in (f"{where} {finding.rule}", finding.message, finding.remedy, fix) if line
    )


@pytest.fixture(scope="module")
def ours(checkout: Path) -> Grammar:
    return Grammar.read(checkout / "schema" / "rubricator.rng")


@pytest.fixture(scope="module")
def tei_all(shared: Path) -> Grammar:
    return Grammar.read(shared / "schemas" / "tei_all.rng")


def compare(page: Path, grammar: Grammar, name: str, text: str, said: str) -> None:
    """Hold what *grammar* says of a mistake of *page* to what the page has."""
    findings = validate(Source(document(text).encode()), grammar)
    now = "\n".join(told(finding) for finding in findings)
    if REWRITE:
        whole = page.read_text(encoding="utf-8")
        old = f"\n== {name}\n{text}\n--\n"
        at = whole.index(old) + len(old)
        end = whole.find("\n== ", at - 1)
        page.write_text(whole[:at] + now + "\n" + (whole[end:] if end >= 0 else ""), encoding="utf-8")
    assert now == said
    assert {finding.rule for finding in findings} <= {rule.ident for rule in RULES}


@pytest.mark.shared
@pytest.mark.parametrize(("name", "text", "said"), parts(MISTAKES), ids=[part[0] for part in parts(MISTAKES)])
def test_a_typical_mistake_is_explained(tei_all: Grammar, name: str, text: str, said: str) -> None:
    compare(MISTAKES, tei_all, name, text, said)


@pytest.mark.parametrize(("name", "text", "said"), parts(OURS), ids=[part[0] for part in parts(OURS)])
def test_a_typical_mistake_is_explained_by_our_schema(ours: Grammar, name: str, text: str, said: str) -> None:
    compare(OURS, ours, name, text, said)


@pytest.mark.shared
def test_what_else_may_stand_in_a_place_is_told_on_demand(tei_all: Grammar) -> None:
    source = Source(document("<p>It was <frobnicate>so</frobnicate>.</p>\n").encode())
    (short,) = validate(source, tei_all)
    (long,) = validate(source, tei_all, at_length=True)
    assert "(203 more)" in short.remedy
    assert long.remedy.count("<") > 200


def test_there_are_many_typical_mistakes() -> None:
    assert len(parts(MISTAKES)) >= 120
    assert len(parts(OURS)) >= 40


@pytest.mark.shared
@pytest.mark.parametrize(("name", "text", "said"), parts(MISTAKES), ids=[part[0] for part in parts(MISTAKES)])
def test_what_a_machine_can_mend_is_gone_when_it_is_mended(
    tei_all: Grammar, name: str, text: str, said: str
) -> None:
    source = Source(document(text).encode())
    findings = validate(source, tei_all)
    splices = [splice for finding in findings if finding.fix for splice in finding.fix.splices]
    markup = source.markup
    for splice in sorted(splices, key=lambda splice: -splice.start):
        markup = markup[: splice.start] + splice.replacement + markup[splice.end :]
    left = validate(source.encode(markup), tei_all)
    assert len(left) == len([finding for finding in findings if not finding.fix])
