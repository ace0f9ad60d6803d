"""An ODD made into what is used: the grammar, the Schematron schema, that schema compiled, the guidelines."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from rubricator import resources, tei
from rubricator.errors import InputRefused
from rubricator.files import read_bytes, write_if_changed
from rubricator.stylesheet import Stylesheet, Tree
from rubricator.validation import shelf

GUIDELINES = "guidelines.html"
_REFERENCES = "//tei:schemaSpec//tei:moduleRef | //tei:specGrp//tei:moduleRef"


class NeedsModules(InputRefused):
    """An ODD that customises TEI's own modules, which have to be at hand to compile it."""


def compiled(odd: bytes, name: str) -> dict[str, bytes]:
    """What is made of a self-contained ODD, by file name; InputRefused if it leans on another file."""
    if modules := _modules(odd):
        raise NeedsModules(
            f"The ODD builds on TEI's modules ({', '.join(modules[:3])}{' …' if len(modules) > 3 else ''}), "
            "which Rubricator cannot compile yet.",
            where=name,
            remedy=_compiled_by_others(Path(name).stem),
        )
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


def _compiled_by_others(stem: str) -> str:
    """Where the compiled schema of an ODD with TEI's modules is to be had."""
    if address := shelf.well_known(stem):
        return f"TEI publishes it compiled: rubricator schema add {address}"
    return (
        "Have it compiled to RELAX NG (https://roma.tei-c.org does it, as do TEI's stylesheets) and name the "
        f".rng; those that TEI publishes are at {shelf.TEI_RELEASE}."
    )


def build(odd: Path, target: Path) -> list[Path]:
    """Make anew, in the directory *target*, everything that comes from the ODD; the files, changed or not."""
    files = []
    for name, data in compiled(read_bytes(odd), odd.name).items():
        files.append(target / name)
        write_if_changed(target / name, data)
    return files


def _modules(odd: bytes) -> tuple[str, ...]:
    try:
        root = etree.fromstring(odd, etree.XMLParser(collect_ids=False, no_network=True))
    except etree.XMLSyntaxError:
        return ()  # said when it is compiled
    return tuple(dict.fromkeys(str(module.get("key")) for module in tei.elements(_REFERENCES, root)))


def _stylesheet(name: str) -> Stylesheet:
    return Stylesheet.compile(resources.directory("xslt") / "schema" / f"{name}.xsl")
