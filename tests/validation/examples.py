"""Documents round the examples of rules: each example stands where its first element may."""

from __future__ import annotations

import re
from pathlib import Path

from rubricator.findings import Report
from rubricator.rules import Rule
from rubricator.source import Source
from rubricator.validation import Choice, Schema, edition_files, held_to, validate

TEI = "http://www.tei-c.org/ns/1.0"
INLINE = "choice corr date foreign gap hi name persName ref"
FRAMES = {
    **dict.fromkeys(INLINE.split(), "<body><p>{}</p></body>"),
    **dict.fromkeys(("person", "place", "org"), "<body><listPerson>{}</listPerson></body>"),
    "graphic": "<body><figure>{}</figure></body>",
}
"""What stands round an example that begins with this element, in the text; else it stands in the body."""
HEADERS = {
    "titleStmt": ("<titleStmt><title>T</title></titleStmt>", "{}"),
    "licence": ("</publicationStmt>", "<availability>{}</availability></publicationStmt>"),
    "langUsage": ('<langUsage><language ident="en">English</language></langUsage>', "{}"),
    "schemaSpec": ("<!--ENCODING-->", "<encodingDesc>{}</encodingDesc>"),
    "prefixDef": ("<!--ENCODING-->", "<encodingDesc><listPrefixDef>{}</listPrefixDef></encodingDesc>"),
}
"""What an example replaces that begins with this element, in the header, and what stands round it."""
DOCUMENT = (
    f'<TEI xmlns="{TEI}"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
    '<editionStmt><edition>1</edition><respStmt xml:id="editors"><resp>All</resp><name>We</name></respStmt>'
    '<respStmt xml:id="rubricator"><resp>Markup</resp><name>Rubricator</name></respStmt></editionStmt>'
    '<publicationStmt><publisher>We</publisher><date when="2026">2026</date></publicationStmt>'
    "<sourceDesc><p>None.</p></sourceDesc></fileDesc>"
    "<!--ENCODING-->"
    '<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>'
    "</teiHeader><text>{}</text></TEI>"
)
PREFIXES = (
    '<encodingDesc><listPrefixDef><prefixDef ident="person" matchPattern="([a-z]+)" '
    'replacementPattern="persons.xml#$1"/></listPrefixDef></encodingDesc>'
)
FORMER = '<idno type="former">bronstein</idno>'
PERSONS = DOCUMENT.format(
    "<body><listPerson>"
    + "".join(
        f'<person xml:id="{name}"><persName>{name}</persName><idno type="GND">1</idno>'
        + ('<idno type="former">bronstein</idno></person>' if name == "trotsky" else "</person>")
        for name in ("hitler", "jsmith", "trotsky")
    )
    + "</listPerson></body>"
)
OTHER = DOCUMENT.format('<body><p xml:id="p9">Here.</p></body>')
WHOLE = re.compile(r"\s*(<\?xml|<!DOCTYPE|<TEI|<html|<text xmlns)|A letter|It rained")
IDENTITIES = (
    "element list { element item { attribute key { xsd:ID }, attribute like { xsd:IDREF }?, text }+ }"
)
"""A grammar with what TEI's does not have."""


def document(example: str) -> str:
    """The file that *example* is, or stands in."""
    if not example or WHOLE.match(example) or example.startswith("<list xmlns"):
        return example
    if example.startswith("<?xml-model"):
        return f"{example}{DOCUMENT.format('<body><p>It rained.</p></body>')}"
    found = re.search(r"<(\w+)", example)
    first = found[1] if found else ""
    if first in HEADERS:
        old, frame = HEADERS[first]
        return DOCUMENT.format("<body><p>It rained.</p></body>").replace(old, frame.format(example))
    text = FRAMES.get(first, "<body>{}</body>").format(example)
    if 'xml:id="p9"' not in text and "<listPerson>" not in text:
        text = text.replace("<body>", '<body><p xml:id="p9">Here.</p>')
    made = DOCUMENT.format(text)
    return made if "prefixDef" in made else made.replace("<!--ENCODING-->", PREFIXES)


def report(rule: Rule, example: str, directory: Path, schema: Schema | None) -> Report:
    """What validation says of the example in an edition in *directory* with a few other files in it."""
    tei, schemas = directory / "tei", directory / "schema"
    for place in (tei / "images", schemas):
        place.mkdir(parents=True, exist_ok=True)
    (tei / "images" / "page1.png").write_bytes(b"")
    (tei / "persons.xml").write_text(PERSONS, encoding="utf-8")
    for name in ("other-article.xml", "notes.xml"):
        (tei / name).write_text(OTHER, encoding="utf-8")
    (schemas / "letters.rng").write_text(
        '<element name="TEI" ns="http://www.tei-c.org/ns/1.0" xmlns="http://relaxng.org/ns/structure/1.0">'
        "<text/></element>",
        encoding="utf-8",
    )
    path = tei / "letter.xml"
    path.write_bytes(document(example).encode())
    source = Source.read(path)
    if rule.ident.startswith("grammar.id"):
        (schemas / "list.rnc").write_text(IDENTITIES, encoding="utf-8")
        schema = Schema.read(schemas / "list.rnc")
    schema = schema or held_to(source, tei, directory, Choice())
    return validate(source, schema, edition_files(directory)(path))
