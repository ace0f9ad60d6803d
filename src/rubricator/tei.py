"""What Rubricator knows of TEI: whose words an element holds, what separates words, what holds no text.

The table is about TEI P5 4.9 (Guidelines, chapters 3, 4, 11, 12 and 16 above all). Names are local names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache, lru_cache

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
NS = {"tei": TEI}
MENOTA = "http://www.menota.org/ns/1.0"
XML_ID = f"{{{XML}}}id"
XML_LANG = f"{{{XML}}}lang"

TEXT_TABLE_VERSION = 5
"""Changes whenever this module would give some document another text; the ledger names it."""


class Voice(Enum):
    """Whose words an element's content is."""

    WITNESS = "witness"
    EDITOR = "editor"
    NONE = "not text"


class Reading(StrEnum):
    """Which side of an alternative a reader sees."""

    DIPLOMATIC = "diplomatic"
    EDITED = "edited"


ALTERNATIVES = frozenset("choice app rdgGrp subst ruby".split())
"""Elements that hold readings of one place: their children stand for each other, not one after the other."""

ELEMENT_ONLY = ALTERNATIVES | frozenset(
    """
    TEI teiCorpus text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7
    argument epigraph postscript titlePage docTitle performance prologue epilogue set castList castGroup
    sp spGrp lg list divGen cit address analytic monogr imprint biblStruct listBibl relatedItem respStmt
    index media gap graphic noteGrp figure table row notatedMusic entry hom superEntry listApp listWit
    facsimile sourceDoc surface surfaceGrp space substJoin transpose listTranspose handNotes standOff
    annotation listAnnotation join joinGrp link linkGrp alt altGrp timeline interpGrp spanGrp
    annotationBlock broadcast equipment incident kinesic vocal recording recordingStmt scriptStmt char
    charDecl glyph metDecl climate event langKnowledge listEvent listNym listObject listOrg listPerson
    listPlace listRelation location nym object objectIdentifier org person personGrp persona place
    population relation state terrain trait certainty precision respons additional adminInfo
    altIdentifier binding bindingDesc custodialHist decoDesc dimensions handDesc history layoutDesc
    locusGrp msContents msDesc msFrag msIdentifier msItem msItemStruct msPart objectDesc physDesc
    recordHist scriptDesc seal sealDesc supportDesc typeDesc fs fDecl fLib fsDecl fsdDecl fvLib vAlt
    vColl vDefault vLabel vMerge vNot vRange arc eLeaf eTree forest graph iNode leaf listForest node
    root tree triangle particDesc setting settingDesc textDesc teiHeader fileDesc titleStmt editionStmt
    publicationStmt seriesStmt notesStmt sourceDesc encodingDesc projectDesc samplingDecl editorialDecl
    correction normalization quotation hyphenation segmentation interpretation punctuation stdVals
    tagsDecl refsDecl classDecl taxonomy category appInfo application availability listPrefixDef
    prefixDef profileDesc abstract calendarDesc calendar langUsage textClass keywords correspDesc
    correspAction correspContext revisionDesc listChange namespace styleDefDecl unitDecl unitDef
    schemaRef biblFull alternate attDef attList bicond classSpec classes cond constraintSpec content
    dataSpec datatype elementSpec ellipsis exemplum fsConstraints listRef macroSpec model modelGrp
    modelSequence moduleSpec paramList paramSpec remarks schemaSpec sequence specGrp specList
    transcriptionDesc valItem valList
    """.split()
)
"""Elements in which TEI allows no text: white space between their children is layout, not text."""

BLOCKS = frozenset(
    """
    p ab head div div1 div2 div3 div4 div5 div6 div7 l lg list item label headLabel headItem table row
    cell sp speaker stage castList castGroup castItem opener closer dateline signed salute byline
    trailer argument epigraph postscript titlePage docTitle titlePart docAuthor docDate docEdition
    docImprint imprimatur address addrLine figure figDesc cit listBibl biblStruct floatingText
    group text body front back performance prologue epilogue set entry entryFree superEntry sense hom
    dictScrap u post surface zone line msDesc msItem listPerson listPlace listOrg listEvent person place
    org event note noteGrp spGrp view camera tech sound witness listWit egXML eg standOff
    """.split()
)
"""Elements whose boundaries separate words, wherever they stand."""

MILESTONES = frozenset(("lb", "pb", "cb", "gb"))
"""Empty elements that separate words unless they say `break="no"`."""

POINTERS = frozenset(
    "ref target resp who toWhom corresp next prev sameAs copyOf synch select exclude facs source ana decls "
    "hand rendition wit calendar period edRef spanTo change url nymRef active passive mutual inst parent "
    "targetEnd since feats".split()
)
"""The attributes whose values are pointers, wherever TEI has them."""

_EDITORIAL = frozenset(
    """
    corr reg ex supplied figDesc desc interp interpGrp span spanGrp witDetail wit certainty precision
    respons standOff
    """.split()
)
NO_TEXT = frozenset(
    """
    teiHeader xenoData index facsimile listWit listTranspose charDecl listPrefixDef linkGrp
    joinGrp altGrp timeline binaryObject
    """.split()
)
"""Elements that hold data or metadata: what is in them is in no reading."""
_REPLACED = frozenset(("sic", "orig", "abbr"))
_REPLACING = ("corr", "reg", "expan")
_LEVEL_NAMES = ("facs", "dipl", "norm")
_LEVELS = frozenset(f"{{{MENOTA}}}{name}" for name in _LEVEL_NAMES)
"""What editions of Menota put into a `choice`: the writing, the transcription, the spelling of today."""
_ASIDES = frozenset(("note", "fw", "rdg", "witDetail", "wit"))
_NOT_EDITED = frozenset(("del", "surplus", "am", "metamark", "fw", "sourceDoc"))
_QUESTIONABLE = NO_TEXT | _EDITORIAL | _ASIDES | _NOT_EDITED | frozenset((*_REPLACED, "expan", "lem", "head"))
"""The elements that a reading may not show, or show elsewhere."""

_IN_HEADER = "(/tei:TEI | /tei:teiCorpus | /tei:teiCorpus/tei:TEI)/tei:teiHeader//*[@xml:id = $id]"


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NS)


def select(path: str, node: etree._Element, **variables: str) -> list[etree._Element | str]:
    """What the XPath *path* (prefix `tei`) selects from *node*: elements, or attribute values and texts."""
    found = _compiled(path)(node, **variables)
    if not isinstance(found, list):
        raise TypeError(f"{path} selects no nodes")
    return [item for item in found if isinstance(item, (etree._Element, str))]


def elements(path: str, node: etree._Element, **variables: str) -> list[etree._Element]:
    """The elements that the XPath *path* (prefix `tei`) selects from *node*."""
    found = _compiled(path)(node, **variables)
    if not isinstance(found, list):
        raise TypeError(f"{path} selects no nodes")
    return [item for item in found if isinstance(item, etree._Element)]


def content(node: etree._Element) -> str:
    """All text inside *node*, comments left out."""
    return str(node.xpath("string()"))


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def is_tei(element: etree._Element) -> bool:
    """Whether the element is in TEI's namespace."""
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{TEI}}}")


def voice(element: etree._Element) -> Voice:
    """Whose words stand directly in *element*, judged by the element in its context alone.

    What is inside an editor's element is the editor's as well, and what is inside one that holds no text is
    none: callers walk down and let the first answer that is not WITNESS stand.
    """
    if not is_tei(element):
        return _level(element) if element.tag in _LEVELS else Voice.WITNESS
    name = local_name(element)
    if name in NO_TEXT:
        return Voice.NONE
    if name in _EDITORIAL:
        return Voice.EDITOR
    if name == "note":
        return Voice.EDITOR if _is_editors_note(element) else Voice.WITNESS
    if name == "expan":
        return Voice.EDITOR if _has_sibling(element, ("abbr",), "choice") else Voice.WITNESS
    if name == "rdg":
        return Voice.WITNESS if _is_base_reading(element) else Voice.EDITOR
    if name == "lem":
        return Voice.NONE if _is_without_text(_entry_of(element)) else Voice.WITNESS
    return Voice.WITNESS


def _level(element: etree._Element) -> Voice:
    """Whose a level is: the closest to the writing the witness's, the furthest the editor's."""
    level = next(at for at, name in enumerate(_LEVEL_NAMES) if name == local_name(element))
    closer = _has_sibling(element, _LEVEL_NAMES[:level], "choice")
    if closer and _has_sibling(element, _LEVEL_NAMES[level + 1 :], "choice"):
        return Voice.NONE
    return Voice.EDITOR if closer else Voice.WITNESS


@dataclass(frozen=True, slots=True)
class Kind:
    """What an element is by its name alone."""

    plain: bool
    """Whether every reading shows its content in its place, whatever stands round it."""
    block: bool
    """Whether its boundaries separate words, wherever it stands."""
    holds_blocks: bool
    """Whether the boundaries of what it holds do."""
    holds_text: bool
    """Whether white space between its children is text."""
    milestone: bool
    empty: bool
    """Whether it may separate words by standing there: a milestone, or room left empty."""


@lru_cache(maxsize=4096)
def kind_of(tag: str) -> Kind:
    """The kind of the elements with that *tag*."""
    namespace, _, name = tag.rpartition("}")
    ours = namespace == f"{{{TEI}"
    only_elements = name in ELEMENT_ONLY
    return Kind(
        plain=tag not in _LEVELS and not (ours and name in _QUESTIONABLE),
        block=name in BLOCKS,
        # What an editor says of a gap is no block: the gap may be within a word.
        holds_blocks=only_elements and name not in ALTERNATIVES and name != "gap",
        holds_text=not (ours and only_elements),
        milestone=name in MILESTONES,
        empty=name in MILESTONES or name == "space",
    )


def shown(element: etree._Element, reading: Reading) -> bool:
    """Whether *reading* shows the element's content among its words (notes and variants are shown aside)."""
    judged = voice(element)
    if judged is Voice.NONE:
        return False
    if not is_tei(element):
        if judged is Voice.EDITOR:
            return reading is Reading.EDITED
        later = _LEVEL_NAMES[_LEVEL_NAMES.index(local_name(element)) + 1 :] if element.tag in _LEVELS else ()
        return reading is Reading.DIPLOMATIC or not _has_sibling(element, later, "choice")
    name = local_name(element)
    if reading is Reading.DIPLOMATIC:
        return judged is Voice.WITNESS or is_aside(element)
    if name in _NOT_EDITED:
        return _is_edited(element, name)
    return not (name in _REPLACED and _has_sibling(element, _REPLACING, "choice"))


def is_aside(element: etree._Element) -> bool:
    """Whether the element's words leave the main text: notes, formework, and readings of other witnesses."""
    name = local_name(element)
    if name not in _ASIDES or not is_tei(element):
        return False
    return name != "rdg" or not _is_base_reading(element)


def is_block(element: etree._Element) -> bool:
    """Whether the element's boundaries separate words."""
    tag, parent = element.tag, element.getparent()
    if parent is None or not isinstance(tag, str):
        return True
    return kind_of(tag).block or kind_of(parent.tag).holds_blocks


def separates(element: etree._Element) -> bool:
    """Whether the element is a milestone, or room left empty, at which one word ends and another begins."""
    name = local_name(element)
    if name == "space":
        return is_tei(element) and not select("* | text()[normalize-space()]", element)
    return name in MILESTONES and element.get("break") != "no"


def holds_text(element: etree._Element) -> bool:
    """Whether white space between the element's children is text."""
    tag = element.tag
    return not isinstance(tag, str) or kind_of(tag).holds_text


def _is_editors_note(note: etree._Element) -> bool:
    if note.get("type") == "transcription-error":
        return True
    pointers = (note.get("resp") or "").split()
    return any(_is_responsible(note, pointer) for pointer in pointers)


def _is_responsible(note: etree._Element, pointer: str) -> bool:
    """Whether the pointer leads to an editor or an application of the header, not to the author."""
    if not pointer.startswith("#"):
        return False
    target = elements(_IN_HEADER, note, id=pointer[1:])
    names = {local_name(part) for found in target for part in (found, *found.iterancestors())}
    return bool(names & {"respStmt", "editor", "appInfo", "application", "principal", "listPrefixDef"})


def _is_edited(element: etree._Element, name: str) -> bool:
    """Whether what else only the diplomatic reading shows is text of the edited one too."""
    if name in ("del", "surplus") and _is_witnessed(element):
        return True
    if name == "del":  # it was taken back, or what was erased on a stone can still be read
        return _is_restored(element) or _is_erased(element)
    parent = element.getparent()
    if name == "metamark":  # a mark says how the text is to be read; in an ellipsis it stands for some
        return parent is not None and local_name(parent) == "ellipsis"
    if name == "sourceDoc":  # a transcript beside the text it became
        return parent is None or next(parent.iterchildren(f"{{{TEI}}}text"), None) is None
    return False


def _is_restored(deletion: etree._Element) -> bool:
    """Whether the deletion was taken back, which says nothing of one made within it."""
    above = next(deletion.iterancestors(f"{{{TEI}}}restore", f"{{{TEI}}}del"), None)
    return above is not None and local_name(above) == "restore"


def _is_witnessed(element: etree._Element) -> bool:
    """Whether the element stands in what another witness reads: all are to know that it has it, or had."""
    return any(is_aside(reading) for reading in element.iterancestors(f"{{{TEI}}}rdg"))


def _is_erased(deletion: etree._Element) -> bool:
    """Whether the deletion is an erasure in the edition of an inscription or a papyrus (EpiDoc)."""
    return "erasure" in (deletion.get("rend") or "").split() and any(
        division.get("type") == "edition" for division in deletion.iterancestors(f"{{{TEI}}}div")
    )


def _has_sibling(element: etree._Element, names: tuple[str, ...], parent_name: str) -> bool:
    parent = element.getparent()
    return (
        parent is not None
        and local_name(parent) == parent_name
        and any(local_name(child) in names for child in parent)
    )


def _is_base_reading(reading: etree._Element) -> bool:
    """Whether the reading stands in for a missing lemma: the first of an entry that has none."""
    entry = _entry_of(reading)
    if entry is None or any(local_name(child) == "lem" for child in entry.iter(f"{{{TEI}}}lem")):
        return False
    return next(entry.iter(f"{{{TEI}}}rdg"), None) is reading and not _is_of_passage(entry)


def _entry_of(part: etree._Element) -> etree._Element | None:
    """The entry of the apparatus that a lemma or a reading is a part of."""
    return next((above for above in part.iterancestors() if local_name(above) == "app"), None)


def _is_without_text(entry: etree._Element | None) -> bool:
    """Whether the entry is read apart from its passage, whose words its lemma says again."""
    if entry is None:
        return False
    if _is_of_passage(entry):
        return True
    placed = any(entry.get(one) is not None for one in ("from", "to", "loc"))
    return placed and next(entry.iterancestors(f"{{{TEI}}}standOff"), None) is not None


_WITH_TEXT = """parent::*
    [text()[normalize-space()] or tei:w or tei:pc or tei:seg or tei:s or tei:phr or tei:cl]
    [not(ancestor-or-self::*[self::tei:back or self::tei:standOff or self::tei:note
                             or contains(@type, 'app')])]"""
_WITHIN = "descendant::*[@xml:id = $id]"
_RIGHT_BEFORE = """preceding-sibling::node()[self::* or self::text()[normalize-space()]][1]
    [@xml:id = $id][not(node())]"""


def _is_of_passage(entry: etree._Element | None) -> bool:
    """Whether the entry follows the passage it is about (double end-point): none of its words are the text's.

    One that holds what its ends point to, or stands right between them, holds its passage.
    """
    if entry is None or not entry.get("from") or not is_tei(entry):
        return False
    parent = entry.getparent()
    if parent is None or not holds_text(parent) or not select(_WITH_TEXT, entry):
        return False
    begin, end = (entry.get(one, "").rpartition("#")[2] for one in ("from", "to"))
    return not (select(_WITHIN, entry, id=begin) or (begin != end and select(_RIGHT_BEFORE, entry, id=begin)))
