"""Licences: the address of what is stated, and of nothing else."""

from __future__ import annotations

import pytest

from rubricator.encoding.licences import status, target

CC = "https://creativecommons.org/licenses"


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("the terms of the Creative Commons Attribution-ShareAlike 2.0.", f"{CC}/by-sa/2.0/"),
        ("Creative Commons Attribution 3.0 Unported License", f"{CC}/by/3.0/"),
        ("Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International", f"{CC}/by-nc-sa/4.0/"),
        ("Creative Commons (Attribution-No Derivative Works 2.5)", f"{CC}/by-nd/2.5/"),
        ("CC BY-NC-ND 4.0", f"{CC}/by-nc-nd/4.0/"),
        ("CC-BY 4.0", f"{CC}/by/4.0/"),
        ("licensed under https://creativecommons.org/licenses/by/3.0/de/.", f"{CC}/by/3.0/de/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        (
            "Public Domain: Lenin Internet Archive (2005).",
            "https://creativecommons.org/publicdomain/mark/1.0/",
        ),
        ("the terms of the GNU Free Documentation License", "https://www.gnu.org/licenses/fdl.html"),
        (
            "the GNU Free Documentation License, Version 1.2",
            "https://www.gnu.org/licenses/old-licenses/fdl-1.2.html",
        ),
        ("GFDL 1.3", "https://www.gnu.org/licenses/fdl-1.3.html"),
        ("the terms of the Creative Commons Attribution-Share-Alike License.", ""),
        ("Creative Commons Attribution 2.5 Sweden", ""),
        ("This text is not in the public domain.", ""),
        ("Copyright © 1998 the estate. All rights reserved.", ""),
        ("", ""),
    ],
)
def test_a_licence_has_the_address_that_was_stated(stated: str, address: str) -> None:
    assert target(stated) == address


@pytest.mark.parametrize(
    ("stated", "how"),
    [
        ("CC BY 4.0", "free"),
        ("You may freely copy, distribute, display and perform this work.", "free"),
        ("Permission is granted to copy and/or distribute this document.", "free"),
        ("© 1998. All rights reserved.", "restricted"),
        ("Reproduced with the kind permission of the publisher.", "restricted"),
        ("© 1998 the estate", "unknown"),
    ],
)
def test_availability_is_what_the_statement_says(stated: str, how: str) -> None:
    assert status(stated) == how
