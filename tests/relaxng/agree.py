"""`python -m tests.relaxng.agree [COUNT]` holds our verdicts against libxml2's and jing's.

Every real document, and COUNT random damages of them (seeds printed), under TEI's `tei_all` and under our
schema. What is known to differ stands in docs/agreement.md, with the section of the specification
that decides.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from tests.conftest import CHECKOUT, find_shared
from tests.relaxng.bench import jing
from tests.relaxng.damage import PARSER, damaged
from tests.relaxng.recovery import names

from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate

_BATCH = 400
_LONGEST = 400_000
_PASSED_BY_JING = b"http://www.w3.org/2001/XInclude"  # which it tries to follow


@dataclass(frozen=True)
class Verdicts:
    """What was said of one document: by us, by libxml2, by jing; None where one could not be asked."""

    label: str
    ours: bool
    libxml2: bool
    jing: bool | None
    reasons: tuple[str, ...]

    @property
    def differ(self) -> bool:
        """Whether not all say the same."""
        return self.ours != self.libxml2 or (self.jing is not None and self.jing != self.ours)


def verdicts(schema: Path, documents: Iterator[tuple[str, bytes]]) -> Iterator[Verdicts]:
    """What each says of *documents*, which are given with their labels."""
    grammar = Grammar.read(schema)
    oracle = etree.RelaxNG(etree.parse(schema))
    while batch := [pair for _, pair in zip(range(_BATCH), documents, strict=False)]:
        by_jing = _by_jing(schema, [data for _, data in batch])
        for number, (label, data) in enumerate(batch):
            found = validate(Source(data), grammar, identities=False)
            theirs = oracle.validate(etree.fromstring(data, PARSER))
            said = tuple(f"{finding.rule} {finding.message}" for finding in found[:3])
            yield Verdicts(label, not found, theirs, by_jing.get(number), said)


def _by_jing(schema: Path, documents: Sequence[bytes]) -> dict[int, bool]:
    """What jing says of *documents*, by their numbers; nothing if it is not there."""
    with tempfile.TemporaryDirectory() as directory:
        paths = {}
        for number, data in enumerate(documents):
            if _PASSED_BY_JING not in data:
                paths[number] = Path(directory) / f"{number}.xml"
                paths[number].write_bytes(data)
        command = jing(schema, list(paths.values()))
        if not command or not paths:
            return {}
        told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout
    assert "fatal" not in told, told[-500:]
    invalid = set(re.findall(r"(\d+)\.xml:\d+:\d+: error", told))
    return {number: str(number) not in invalid for number in paths}


def corpus(schema: Path, paths: Sequence[Path], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """The documents at *paths*, and *count* damages of those that are not very long."""
    roots = []
    for path in paths:
        root = etree.parse(path, PARSER).getroot()
        yield path.name, etree.tostring(root, encoding="utf-8")
        if path.stat().st_size < _LONGEST:
            roots.append(root)
    yield from damaged(roots, names(Grammar.read(schema)), count, seed)


def main() -> None:
    """Print how many agree under each schema, and what differs."""
    shared = find_shared()
    if shared is None:
        sys.exit("The shared texts cannot be found.")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    own = sorted((CHECKOUT / "tei").rglob("*.xml"))
    real = sorted((shared / "corpora").rglob("*.xml"))
    for schema, paths, seed in (
        (shared / "schemas" / "tei_all.rng", [*real, *own], 19330715),
        (CHECKOUT / "schema" / "rubricator.rng", [*own, *real], 17980503),
    ):
        told = list(verdicts(schema, corpus(schema, paths, count, seed)))
        asked = sum(1 for each in told if each.jing is not None)
        valid = sum(1 for each in told if each.ours)
        print(f"{schema.name}, seed {seed}: {len(told)} documents ({len(paths)} as they are), {valid} valid")
        for name, differing in (
            ("libxml2", [each for each in told if each.ours != each.libxml2]),
            (f"jing (asked of {asked})", [each for each in told if each.jing not in (None, each.ours)]),
        ):
            print(f"  {name}: {len(differing)} differ")
            for each in differing:
                print(f"    {each}")


if __name__ == "__main__":
    main()
