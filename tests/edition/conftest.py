"""An edition to work on: the worked example, encoded and annotated."""

from __future__ import annotations

from pathlib import Path

import pytest

from rubricator.edition import store
from rubricator.edition.annotating import annotated, annotators
from rubricator.edition.beginning import begin
from rubricator.edition.encoding import encode_missing
from rubricator.edition.layout import Edition

NAME = "harbour-light"


@pytest.fixture
def begun(tmp_path: Path) -> Edition:
    """The worked example as `rubricator init` lays it out."""
    begin(tmp_path / "edition")
    return Edition.open(tmp_path / "edition")


@pytest.fixture
def edition(begun: Edition) -> Edition:
    """The worked example, encoded and annotated."""
    encode_missing(begun, NAME)
    now = store.load(begun, NAME)
    store.save(begun, NAME, annotated(now.document, now.ledger, annotators(begun.knowledge)))
    return begun
