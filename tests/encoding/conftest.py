"""What the encoder's tests share: TEI's own schema, which takes seconds to compile."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree


@pytest.fixture(scope="session")
def tei_all(shared: Path) -> etree.RelaxNG:
    """The TEI Consortium's schema of everything."""
    return etree.RelaxNG(etree.parse(str(shared / "schemas" / "tei_all.rng")))
