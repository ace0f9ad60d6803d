"""`python -m tests.relaxng.recovery` prints how well one fault is one finding, and ten are ten.

Valid documents are damaged at random, each once; what is no longer valid should get one finding. An element
carried far away is missing in one place and too much in another: two findings are right there. Then documents
are damaged in ten places at once, each of which alone is one finding: there should be ten.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from tests.conftest import CHECKOUT, find_shared
from tests.relaxng.damage import PARSER, Damage, a_damage, with_damage

from rubricator.findings import Finding
from rubricator.source import Source
from rubricator.validation.relaxng import Grammar, validate

_TOGETHER = 10


@dataclass
class Tally:
    """How many findings there were for one fault of each kind, and for several faults together."""

    alone: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    together: Counter[int] = field(default_factory=Counter)
    lost: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many single faults made a document invalid."""
        return sum(count.total() - count[0] for count in self.alone.values())

    @property
    def once(self) -> int:
        """How many of them were one finding; two are right for what was carried far away."""
        carried = self.alone.get("carry", Counter())
        return sum(count[1] for count in self.alone.values()) + carried[2]

    @property
    def share(self) -> float:
        """The share of single faults that were one finding."""
        return self.once / max(self.faults, 1)


def documents(grammar: Grammar, paths: Sequence[Path]) -> list[etree._Element]:
    """Those of the documents at *paths* that are valid and not too long."""
    sources = [Source.read(path) for path in paths if path.stat().st_size < 60_000]
    return [
        etree.fromstring(source.data, PARSER)
        for source in sources
        if not validate(source, grammar, identities=False)
    ]


def names(grammar: Grammar) -> list[str]:
    """The local names of the elements of *grammar*."""
    return sorted({name.rpartition(" ")[2] for element in grammar.elements for name in element.names.names()})


def measure(grammar: Grammar, roots: Sequence[etree._Element], *, count: int, tens: int, seed: int) -> Tally:
    """What becomes of *count* single faults, and of *tens* documents with ten of them."""
    tally = Tally()
    chance = random.Random(seed)
    words = names(grammar)
    for number in range(count):
        root = chance.choice(roots)
        damage = a_damage(list(root.iter("*")), words, chance)
        found = judged(grammar, root, [damage])
        tally.alone[damage.kind][len(found)] += 1
        if len(found) > 2 - (damage.kind != "carry"):
            tally.examples.append("\n    ".join([f"seed {seed}, fault {number}: {damage}", *map(str, found)]))
    for number in range(tens):
        root = chance.choice(roots)
        apart = list(_separate(grammar, root, words, chance))
        if len(apart) == _TOGETHER:
            found = judged(grammar, root, [damage for damage, _ in apart])
            tally.together[len(found)] += 1
            lost = Counter(rule for _, rule in apart) - Counter(finding.rule for finding in found)
            tally.lost += lost.total()
            if lost or len(found) != _TOGETHER:
                lines = [f"seed {seed}, ten {number}:", *map(str, apart), *map(str, found)]
                tally.examples.append("\n    ".join(lines))
    return tally


def judged(grammar: Grammar, root: etree._Element, damages: Sequence[Damage]) -> tuple[Finding, ...]:
    """The findings in *root* after *damages*."""
    return validate(Source(with_damage(root, damages)), grammar, identities=False)


def _separate(
    grammar: Grammar, root: etree._Element, words: Sequence[str], chance: random.Random
) -> Iterator[tuple[Damage, str]]:
    """Faults in elements of which none stands in or beside another, each alone one finding: of which rule."""
    elements = list(root.iter("*"))
    taken: set[etree._Element] = set()
    found = 0
    for _ in range(600):
        damage = a_damage(elements, words, chance)
        element = elements[damage.number]
        parent = element.getparent()
        if damage.kind in ("carry", "move") or parent is None or parent.getparent() is None:
            continue
        part = {parent, *parent.iter("*")}
        if taken & part or taken & set(parent.iterancestors()):
            continue
        alone = judged(grammar, root, [damage])
        if len(alone) == 1:
            taken |= part
            found += 1
            yield damage, alone[0].rule
        if found == _TOGETHER:
            return


def main() -> None:
    """Print the figures for TEI's schema and for ours, and with -v the examples that fell short."""
    shared = find_shared()
    if shared is None:
        sys.exit("The shared texts cannot be found.")
    ours = sorted((CHECKOUT / "tei").glob("*.xml"))
    theirs = sorted((shared / "corpora").rglob("*.xml"))
    for schema, paths in (
        (shared / "schemas" / "tei_all.rng", theirs),
        (CHECKOUT / "schema" / "rubricator.rng", ours),
    ):
        grammar = Grammar.read(schema)
        roots = documents(grammar, paths)
        total = Tally()
        for seed in range(1, 6):
            tally = measure(grammar, roots, count=1000, tens=6, seed=seed)
            total.together += tally.together
            total.lost += tally.lost
            total.examples += tally.examples
            for kind, found in tally.alone.items():
                total.alone[kind] += found
        print(f"{schema.name}, {len(roots)} documents, seeds 1 to 5")
        for kind, found in sorted(total.alone.items()):
            print(f"  {kind:<10}" + "  ".join(f"{n} findings: {found[n]}" for n in sorted(found)))
        print(f"  faults {total.faults}, told as one {total.once}: {total.share:.4f}")
        print(
            f"  ten at once: {dict(sorted(total.together.items()))} findings in so many documents, "
            f"{total.lost} lost"
        )
        if "-v" in sys.argv:
            print("\n".join(total.examples))


if __name__ == "__main__":
    main()
