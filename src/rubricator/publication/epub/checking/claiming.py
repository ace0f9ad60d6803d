"""What a book claims for those who cannot see it (EPUB Accessibility 1.1), held against what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from rubricator.findings import Finding, Severity
from rubricator.publication.epub.checking import leading
from rubricator.publication.epub.checking.found import XHTML, Book, Part
from rubricator.rules import Rule

NONE = Rule(
    "epub.accessibility",
    Severity.WARNING,
    "A book says how it can be perceived (accessMode), what it offers (accessibilityFeature) and "
    "what may harm "
    "(accessibilityHazard). Libraries and shops go by it; in the European Union most must.",
    wrong="<metadata> without any schema:access…",
    right='<meta property="schema:accessMode">textual</meta> …',
)
ALT = Rule(
    "epub.image-alt",
    Severity.ERROR,
    "Whoever cannot see an image is told in words what it shows; an image that only adorns has an "
    "empty alt. The "
    "name of its file tells nobody anything.",
    wrong='<img src="map.png" alt="map.png"/>',
    right='<img src="map.png" alt="Map of the harbour in 1798"/>',
)
CLAIMS_ALT = Rule(
    "epub.claim-alternative-text",
    Severity.ERROR,
    "A book that claims alternative text, or that words alone suffice to read it, describes every "
    "image in words.",
    wrong='<meta property="schema:accessibilityFeature">alternativeText</meta> … <img src="map.png"/>',
    right='<meta property="schema:accessibilityFeature">alternativeText</meta> … '
    '<img src="map.png" alt="Map of the harbour in 1798"/>',
)
CLAIMS_PAGES = Rule(
    "epub.claim-pages",
    Severity.ERROR,
    "A book that claims the navigation of pages, or marks of pages, has a list of pages, or the marks. "
    "Remove the claim, or make the list.",
    wrong='<meta property="schema:accessibilityFeature">pageNavigation</meta> and no page-list',
    right='<meta property="schema:accessibilityFeature">pageNavigation</meta> … <nav epub:type="page-list">',
)
CLAIMS_FEATURE = Rule(
    "epub.claim-feature",
    Severity.ERROR,
    "What a book claims to offer is in it: an index, formulas in MathML, headings, spoken text, captions.",
    wrong='<meta property="schema:accessibilityFeature">MathML</meta> and no formula in any page',
    right='<meta property="schema:accessibilityFeature">MathML</meta> … <math> … </math>',
)
CONFORMANCE = Rule(
    "epub.claim-conformance",
    Severity.ERROR,
    "That a book conforms to the Web Content Accessibility Guidelines can only be claimed by someone who has "
    "looked: EPUB Accessibility 1.1 asks for their name in a11y:certifiedBy.",
    wrong='<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
    right='<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>\n'
    '<meta property="a11y:certifiedBy">Jane Smith</meta>',
)
RULES = (NONE, ALT, CLAIMS_ALT, CLAIMS_PAGES, CLAIMS_FEATURE, CONFORMANCE)
_LABEL = re.compile(
    r"\S+\.(?:jpe?g|png|gif|svg|webp|tiff?)|(?:image|img|picture|photo|graphic|figure|cover|untitled)[\s\d_-]*",
    re.IGNORECASE,
)
_MARKED = frozenset(("pageBreakMarkers", "printPageNumbers"))


def check(book: Book) -> Iterator[Finding]:
    """The claims of *book* that are not true, and images that are not described."""
    features = book.features
    modes = book.meta("schema:accessMode")
    if book.version == 3 and not (modes and features and book.meta("schema:accessibilityHazard")):
        missing = [
            name
            for name in ("accessMode", "accessibilityFeature", "accessibilityHazard")
            if not book.meta(f"schema:{name}")
        ]
        yield book.package.broken(
            NONE,
            book.package.root,
            f"The package does not say its {', '.join(missing)}.",
            "Say what is true.",
        )
    yield from _images(book, features)
    yield from _pages(book, features)
    yield from _features(book, features)
    yield from _conformance(book)


def undescribed(book: Book) -> list[tuple[Part, etree._Element]]:
    """The images of the pages that no words describe."""
    return [
        (page, image) for page in book.pages for image in page.select("//h:img") if not _is_described(image)
    ]


def _is_described(image: etree._Element) -> bool:
    if image.get("role") in ("presentation", "none") or image.get("aria-hidden") == "true":
        return True
    if image.get("aria-label") or image.get("aria-labelledby"):
        return True
    alt = image.get("alt")
    return alt is not None and _LABEL.fullmatch(alt.strip()) is None


def _images(book: Book, features: frozenset[str]) -> Iterator[Finding]:
    bare = undescribed(book)
    if not bare:
        return
    page, first = bare[0]
    words_suffice = "textual" in book.meta("schema:accessModeSufficient")
    if "alternativeText" in features or words_suffice:
        claim = "claims alternative text" if "alternativeText" in features else "says that words suffice"
        count = f"{len(bare)} image{'' if len(bare) == 1 else 's'}"
        yield page.broken(
            CLAIMS_ALT,
            first,
            f"The book {claim}, and {count} {'has' if len(bare) == 1 else 'have'} none.",
            "Describe what they show, or take the claim back.",
        )
        return
    for page, image in bare:
        src = image.get("src", "")[:60]
        yield page.broken(ALT, image, f"Nothing says what {src} shows.", "Say it in alt.")


def _pages(book: Book, features: frozenset[str]) -> Iterator[Finding]:
    breaks, listed = leading.page_breaks(book), leading.has_page_list(book)
    untrue = {*(() if listed else features & leading.NAVIGATED), *(() if breaks else features & _MARKED)}
    if untrue:
        yield book.package.broken(
            CLAIMS_PAGES,
            book.package.root,
            f"The book claims {', '.join(sorted(untrue))}, and has none.",
            "Take the claim back, or mark and list the pages of the printed book.",
        )


def _features(book: Book, features: frozenset[str]) -> Iterator[Finding]:
    kinds = {item.media_type for item in book.items}
    tags = {element.tag for page in book.pages for element in page.elements()}
    types = {kind for page in book.pages for one in page.elements() for kind in leading.types(one)}
    roles = {one.get("role") for page in book.pages for one in page.elements()}
    headings = {f"{XHTML}h{level}" for level in range(1, 7)}
    evidence = {
        "index": "index" in types or "doc-index" in roles,
        "MathML": "{http://www.w3.org/1998/Math/MathML}math" in tags,
        "structuralNavigation": bool(tags & headings),
        "synchronizedAudioText": "application/smil+xml" in kinds,
        "captions": f"{XHTML}track" in tags,
        "closedCaptions": f"{XHTML}track" in tags,
        "rubyAnnotations": f"{XHTML}ruby" in tags,
        "longDescription": any(
            one.get("aria-details") or one.get("longdesc") or one.tag == f"{XHTML}details"
            for page in book.pages
            for one in page.elements()
        )
        or f"{XHTML}figcaption" in tags,
    }
    for feature in sorted(features & evidence.keys()):
        if not evidence[feature]:
            yield book.package.broken(
                CLAIMS_FEATURE,
                book.package.root,
                f"The book claims {feature}, and has none.",
                "Take the claim back.",
            )


def _conformance(book: Book) -> Iterator[Finding]:
    claims = [
        one for one in book.meta("dcterms:conformsTo") if "wcag" in one.lower() or "a11y" in one.lower()
    ]
    links = (one for one in book.package.select(".//opf:link") if one.get("rel") == "dcterms:conformsTo")
    claims += [one.get("href", "") for one in links if "a11y" in one.get("href", "")]
    certified = book.package.select(".//opf:meta[@property='a11y:certifiedBy' or @name='a11y:certifiedBy']")
    if claims and not certified:
        yield book.package.broken(
            CONFORMANCE,
            book.package.root,
            f"The book claims to conform to {claims[0]}, and nobody answers for it.",
            "Name who has checked it in a11y:certifiedBy, or take the claim back.",
        )
