"""What the encoder makes of any transcription is valid, and so is what stands in the edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.encoding.encode import encode
from rubricator.findings import Severity
from rubricator.settings import Settings
from rubricator.source import Source
from rubricator.transcription import read
from rubricator.validation import edition_files, validate

CHECKOUT = Path(__file__).resolve().parent.parent.parent
TEXTS = sorted(CHECKOUT.glob("tests/transcription/texts/*.txt"))
TEXTS += sorted(CHECKOUT.glob("tei/transcriptions/*.txt"))
DOCUMENTS = sorted(CHECKOUT.glob("tei/*.xml")) + sorted(CHECKOUT.glob("tei/authority/*.xml"))


def errors(source: Source, path: Path) -> list[str]:
    report = validate(source, elsewhere=edition_files(CHECKOUT)(path))
    return [str(finding) for finding in report if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_the_encoder_makes_has_no_error(path: Path) -> None:
    encoded = encode(read(Source.read(path)), Settings(date="2026-11-22"))
    assert errors(encoded, CHECKOUT / "tei" / f"{path.stem}.xml") == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_documents_of_the_edition_have_no_error(path: Path) -> None:
    assert errors(Source.read(path), path) == []
