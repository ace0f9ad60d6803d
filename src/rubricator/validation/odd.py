"""An ODD made into what is used: the grammar, the Schematron schema, that schema compiled, the guidelines."""

from __future__ import annotations

from pathlib import Path

from rubricator import resources
from rubricator.files import read_bytes, write_if_changed
from rubricator.stylesheet import Stylesheet, Tree

GUIDELINES = "guidelines.html"


def compiled(odd: bytes, name: str) -> dict[str, bytes]:
    """What is made of a self-contained ODD, by file name; InputRefused if it leans on another file."""
    stem = Path(name).stem
    grammar, rules, rules_compiled, guidelines = (
        _stylesheet(step) for step in ("odd-to-rng", "odd-to-sch", "sch-to-xsl", "odd-to-html")
    )
    tree = Tree.of(odd, name)
    schematron = rules.transform(tree).encode()
    return {
        f"{stem}.rng": grammar.transform(tree).encode(),
        f"{stem}.sch": schematron,
        f"{stem}.sch.xsl": rules_compiled.transform(Tree.of(schematron, f"{stem}.sch")).encode(),
        GUIDELINES: guidelines.transform(tree).encode(),
    }


def build(odd: Path, target: Path) -> list[Path]:
    """Make anew, in the directory *target*, everything that comes from the ODD; the files, changed or not."""
    files = []
    for name, data in compiled(read_bytes(odd), odd.name).items():
        files.append(target / name)
        write_if_changed(target / name, data)
    return files


def _stylesheet(name: str) -> Stylesheet:
    return Stylesheet.compile(resources.directory("xslt") / "schema" / f"{name}.xsl")
