"""What is wrong with the attributes of an element, and what was meant."""

from __future__ import annotations

from rubricator.findings import Fix, Splice
from rubricator.validation.relaxng.automaton import Opening
from rubricator.validation.relaxng.datatypes import Context
from rubricator.validation.relaxng.foreign import TEI
from rubricator.validation.relaxng.frames import Frame
from rubricator.validation.relaxng.habits import ATTRIBUTES, XML_NAMESPACE, XSI, latin, nearest, strangers
from rubricator.validation.relaxng.names import expanded, split
from rubricator.validation.relaxng.patterns import AttributePattern, Has, Kind, Pattern
from rubricator.validation.relaxng.telling import Findings, attribute_name, shortened
from rubricator.validation.relaxng.values import certain, choices, describe, doubtful, intended
from rubricator.validation.relaxng.vocabulary import Vocabulary, likeliest_first
from rubricator.validation.relaxng.wider import LEFT_OUT, WIDEN, has_attribute

_UNKNOWN, _VALUE, _CONFLICT, _MISSING = "unknown", "value", "conflict", "missing"


class Problem:
    """One thing wrong with an attribute: which kind of thing, the attribute, and what its value may be."""

    __slots__ = ("kind", "name", "names", "wanted")

    def __init__(
        self, kind: str, name: str, wanted: Pattern | None = None, names: tuple[str, ...] = ()
    ) -> None:
        self.kind = kind
        self.name = name
        self.wanted = wanted
        self.names = names


class Attribution:
    """Examines the attributes of one document's elements."""

    def __init__(self, vocabulary: Vocabulary, findings: Findings) -> None:
        self.vocabulary = vocabulary
        self.automaton = vocabulary.automaton
        self.findings = findings

    def examine(
        self, frame: Frame, attributes: dict[str, str], context: Context, *, lenient: bool
    ) -> Opening:
        """Report what is wrong with the *attributes* of *frame*; the opening that they come nearest to.

        A *lenient* examination passes over what may well come from the element's having a wrong name.
        """
        offset = frame.offset
        judged = [(self._problems(opening, attributes, context), opening) for opening in frame.step.openings]
        problems, opening = min(judged, key=lambda pair: len(pair[0]))
        own = self.vocabulary.attributes(opening.element)
        if lenient:
            problems = [
                problem
                for problem in problems
                if problem.kind == _VALUE or (problem.kind == _UNKNOWN and self._surely(problem.name, own))
            ]
        meant: set[str] = set()
        for problem in problems:
            number = list(attributes).index(problem.name) if problem.name in attributes else -1
            if problem.kind == _UNKNOWN:
                free = [
                    attribute for attribute in own if attribute not in attributes and attribute not in meant
                ]
                meant.add(self._unknown(frame, opening, problem.name, attributes[problem.name], free, number))
            elif problem.kind == _VALUE:
                assert problem.wanted is not None
                self._value(problem.name, attributes[problem.name], problem.wanted, offset, number, context)
            elif problem.kind == _CONFLICT:
                self.findings.at_attribute(
                    "grammar.attribute-conflict",
                    offset,
                    number,
                    f"{attribute_name(problem.name)} may not stand here together with the other attributes.",
                    "Keep the one that is meant.",
                )
        for problem in problems:
            if problem.kind == _MISSING and not meant & set(problem.names):
                self._missing(frame, problem.names, problem.wanted)
        return opening

    def _problems(self, opening: Opening, attributes: dict[str, str], context: Context) -> list[Problem]:
        found = []
        rest = opening.attributes.others
        derivatives = self.automaton.derivatives
        for name, value in attributes.items():
            check = opening.table.get(name)
            if check is not None:
                if not check.allows(value, context):
                    found.append(Problem(_VALUE, name, check.pattern))
                continue
            after = opening.attributes.after(rest, name, value, context)
            if after is not self.automaton.patterns.not_allowed:
                rest = after
                continue
            wanted = derivatives.attribute(rest, name)
            if wanted:
                pattern = self.automaton.patterns.choice(pattern for pattern, _ in wanted)
                found.append(Problem(_VALUE, name, pattern))
                rest = self.automaton.patterns.choice(after for _, after in wanted)
            elif derivatives.attribute(opening.attributes.others, name):
                found.append(Problem(_CONFLICT, name))
            else:
                found.append(Problem(_UNKNOWN, name))
        for name, check in opening.table.items():
            if check.required and name not in attributes:
                found.append(Problem(_MISSING, name, check.pattern, (name,)))
        if opening.attributes.closing(rest) is self.automaton.patterns.not_allowed:
            names = tuple(likeliest_first(_needed(rest)))
            found.append(Problem(_MISSING, "", None, names))
        return found

    def _unknown(
        self, frame: Frame, opening: Opening, name: str, value: str, free: list[str], number: int
    ) -> str:
        """Report that *frame* has no attribute *name*; the one that was meant, if that can be told."""
        own = self.vocabulary.attributes(opening.element)
        namespace, local = split(name)
        offset = frame.offset
        pointing = local == "rendition" and bool(set("#:/") & set(value))
        meant = None if pointing else self._meant(name, free)
        # Words of @rend in @rendition are a mistake in all of TEI.
        left_out = (local, meant) != ("rendition", "rend") and self._leaves_out(frame, name, own)
        message = f"{frame.tag} has no attribute {self._written(name, offset, number)}."
        if left_out:
            message = f"TEI has an attribute {attribute_name(name)} for {frame.tag}, {LEFT_OUT}."
            meant = None
        fix = None
        if left_out:
            remedy = WIDEN
        elif meant is not None:
            if latin(local) != local and not local.isascii():
                odd = ", ".join(strangers(local))
                message = f"The attribute @{local} has letters in it that are not Latin: {odd}."
            remedy = f"Did you mean {attribute_name(meant)}?"
            same = local.casefold() == split(meant)[1].casefold() or (local, meant) == ("rendition", "rend")
            if same and self._takes(opening, meant, value):
                fix = self._renaming(offset, number, attribute_name(meant)[1:])
        else:
            owners = self.vocabulary.owners(name)
            if meant := next(
                (other for other in own if other not in free and self._meant(name, [other])), None
            ):
                remedy = f"{attribute_name(meant)} is there already: remove this one."
            elif namespace == XSI:
                remedy = "It is for W3C XML Schema, and RELAX NG has no use for it: remove it."
            elif owners:
                shown = ", ".join(f"<{split(owner)[1]}>" for owner in owners[:4])
                remedy = f"It belongs to {shown}{' and others' if len(owners) > 4 else ''}. Remove it here."
            elif local in ("corr", "sic", "expan", "abbr", "orig", "reg") and not namespace:
                pair = {
                    "corr": "sic",
                    "sic": "corr",
                    "expan": "abbr",
                    "abbr": "expan",
                    "orig": "reg",
                    "reg": "orig",
                }
                remedy = f"In TEI P5 this is <choice> with <{local}> and <{pair[local]}> in it."
            else:
                remedy = f"Remove it, or use one of: {self._shown(own)}." if own else "Remove it."
        found = self.findings.at_attribute(
            "grammar.attribute-unknown", offset, number, message, remedy, fix=fix
        )
        if fix is None:
            frame.note(found, "attribute", attribute_name(name))
        return meant or ""

    def _leaves_out(self, frame: Frame, name: str, own: list[str]) -> bool:
        """Whether the element has the attribute in TEI, but never in this schema."""
        namespace, element = split(frame.name)
        return namespace == TEI and name not in own and has_attribute(element, name)

    def _takes(self, opening: Opening, name: str, value: str) -> bool:
        """Whether the attribute *name* may have *value*."""
        check = opening.table.get(name)
        return check is None or check.allows(value, {})

    def _surely(self, name: str, own: list[str]) -> bool:
        """Whether it is beyond doubt which attribute of its *own* the element was meant to have."""
        meant = self._meant(name, own)
        return meant is not None and split(meant)[1].casefold() == split(name)[1].casefold()

    def _meant(self, name: str, free: list[str]) -> str | None:
        namespace, local = split(name)
        for habit in ATTRIBUTES.get(local, ()):
            prefix, _, rest = habit.rpartition(":")
            wanted = expanded(XML_NAMESPACE, rest) if prefix else rest
            if wanted in free and wanted != name:
                return wanted
        by_local = {split(other)[1]: other for other in free}
        if namespace and local in by_local:
            return by_local[local]
        found = nearest(local, by_local)
        return by_local[found] if found and (not namespace or namespace == XML_NAMESPACE) else None

    def _written(self, name: str, offset: int, number: int) -> str:
        written = self.findings.positions.attributes(offset)
        if number < len(written):
            start, value, _ = written[number]
            return "@" + self.findings.positions.markup[start:value].rstrip("= \t\r\n")
        return attribute_name(name)

    def _shown(self, own: list[str]) -> str:
        usual = (
            "type",
            "ref",
            "target",
            "when",
            "rend",
            "n",
            "corresp",
            "resp",
            "cert",
            "xml:id",
            "xml:lang",
        )
        names = [attribute_name(name)[1:] for name in own]
        special = [name for name in names if name in usual[:6]] or names[:6]
        return ", ".join(f"@{name}" for name in special[:6])

    def _renaming(self, offset: int, number: int, meant: str) -> Fix | None:
        written = self.findings.positions.attributes(offset)
        if number >= len(written):
            return None
        start, value, _ = written[number]
        old = self.findings.positions.markup[start:value].rstrip("= \t\r\n")
        return Fix(f"Write @{meant} for @{old}.", (Splice(start, start + len(old), meant),))

    def _value(
        self, name: str, value: str, wanted: Pattern, offset: int, number: int, context: Context
    ) -> None:
        derivatives = self.automaton.derivatives
        meant = intended(value, wanted, lambda text: derivatives.allows(wanted, text, context))
        label = attribute_name(name)
        message = f"{label} may not be {shortened(value)}." if value.strip() else f"{label} is empty."
        description = describe(wanted)
        remedy = f"It wants {description}."
        fix = None
        doubt = doubtful(value) if "date" in description else ""
        if doubt and meant is None:
            remedy = f"{doubt} {remedy}"
        elif meant is not None and value.strip():
            remedy = f"Did you mean “{meant}”? {remedy}"
            if certain(value, meant):
                fix = self._revaluing(offset, number, meant)
        elif not choices(wanted) and "without blanks" in description and " " in value.strip():
            remedy = f"{remedy} Take the blanks out, or use several attributes."
        self.findings.at_attribute("grammar.attribute-value", offset, number, message, remedy, fix=fix)

    def _revaluing(self, offset: int, number: int, meant: str) -> Fix | None:
        written = self.findings.positions.attributes(offset)
        if number >= len(written) or set(meant) & set("<&\"'"):
            return None
        _, start, end = written[number]
        return Fix(f"Write “{meant}”.", (Splice(start + 1, end - 1, meant),))

    def _missing(self, frame: Frame, names: tuple[str, ...], wanted: Pattern | None) -> None:
        listed = " or ".join(attribute_name(name) for name in names) or "an attribute"
        remedy = f"Add it; it wants {describe(wanted)}." if wanted is not None else "Add it."
        found = self.findings.at_tag(
            "grammar.attribute-missing", frame.offset, f"{frame.tag} lacks {listed}.", remedy
        )
        frame.note(found, "lacks", listed)


def _needed(pattern: Pattern) -> list[str]:
    """The attributes of which *pattern* needs one."""
    if isinstance(pattern, AttributePattern):
        return list(pattern.names.names())
    if not pattern.flags & Has.ATTRIBUTE or pattern.nullable:
        return []
    if pattern.kind is Kind.CHOICE or pattern.kind is Kind.ONE_OR_MORE:
        return [name for part in pattern.parts for name in _needed(part)]
    return next((names for part in pattern.parts for names in (_needed(part),) if names), [])
