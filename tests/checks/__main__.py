"""`python -m tests.checks FILE…` says what is wrong with books (.epub) and pages (.html)."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.checks.tools import ace, axe, epubcheck, html_validate

if __name__ == "__main__":
    complaints = 0
    for name in sys.argv[1:]:
        checks = (epubcheck, ace) if name.endswith(".epub") else (html_validate, axe)
        for check in checks:
            for complaint in check(Path(name)):
                complaints += 1
                print(f"{name}: {check.__name__}: {complaint}")
    sys.exit(bool(complaints))
