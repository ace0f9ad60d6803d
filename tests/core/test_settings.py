"""Settings that make sense of themselves."""

from __future__ import annotations

import pytest

from rubricator import settings
from rubricator.errors import SettingsError


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "9783161484100", "0-8044-2957-X", "0 306 40615 2"])
def test_an_isbn_of_ten_or_thirteen_digits_is_taken(isbn: str) -> None:
    assert settings.of({"isbn": isbn}, "rubricator.toml").isbn == isbn


@pytest.mark.parametrize("isbn", ["978-3-16-148410-9", "0-8044-2957-1", "12345", "977-3-16-148410-0"])
def test_an_isbn_whose_digits_do_not_add_up_is_refused(isbn: str) -> None:
    with pytest.raises(SettingsError, match="do not add up"):
        settings.of({"isbn": isbn}, "rubricator.toml")
