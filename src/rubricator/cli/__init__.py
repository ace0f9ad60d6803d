"""The command `rubricator`: parse, call one function, print, exit."""

from __future__ import annotations


def main() -> None:
    """Run the command."""
    from rubricator.cli.app import app

    app()
