"""Rules that are not Rubricator's: what a user's own Schematron asks, as far as the file itself tells."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rubricator.findings import Severity
from rubricator.rules import Rule
from rubricator.validation import schematron

SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
UNNAMED = Rule(
    "schematron",
    Severity.ERROR,
    "A rule of a Schematron schema that you or your project named, in which neither the assert nor its rule "
    "nor its pattern has an id. The message is the schema's own. With an id, it can be switched off.",
    wrong='<sch:assert test="@type">A div needs a type.</sch:assert>',
    right='<sch:assert id="house.div-type" test="@type">A div needs a type.</sch:assert>',
)
RULES = (UNNAMED,)


def rules_of(schema: bytes, file: str) -> Iterator[Rule]:
    """The rules with a name of the Schematron *schema* that stands in *file*."""
    root = etree.fromstring(schema, etree.XMLParser(collect_ids=False, no_network=True, huge_tree=True))
    for test in root.iter(f"{SCHEMATRON}assert", f"{SCHEMATRON}report"):
        around = [test, *test.iterancestors(f"{SCHEMATRON}rule", f"{SCHEMATRON}pattern")]
        name = next((part.get("id") for part in around if part.get("id")), None)
        if name is None:
            continue
        role = next((part.get("role") for part in around if part.get("role")), None)
        context = next((part.get("context") for part in around if part.get("context")), "")
        asked = f", asked of {' '.join(context.split())}" if context else ""
        yield Rule(
            name,
            schematron.severity(role),
            f"This rule is not Rubricator's: it stands in {file}{asked}. There it says: {_words(test)}",
        )


def _words(test: etree._Element) -> str:
    """The message with the expressions whose values are set into it."""
    said = [test.text or ""]
    for part in test:
        if isinstance(part.tag, str):
            said.append("…" if part.get("select") or part.get("path") or not part.text else part.text)
        said.append(part.tail or "")
    return " ".join("".join(said).split())
