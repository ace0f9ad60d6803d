"""Grammars by the address of their schema: from what is kept of them, where the schema has not changed."""

from __future__ import annotations

import json
from hashlib import sha256

from rubricator.errors import InputRefused
from rubricator.source import Source
from rubricator.validation import kept
from rubricator.validation.relaxng import Grammar
from rubricator.validation.relaxng.composition import Load
from rubricator.validation.relaxng.packing import NotPackedError


def grammar_at(address: str, load: Load) -> Grammar:
    """The schema at *address*, its files given by *load*; InputRefused with the reason if it is wrong."""
    files: list[Source] = []

    def noted(wanted: str) -> Source:
        file = root if wanted == address else load(wanted)
        files.append(file)
        return file

    root = load(address)
    name = kept.key("grammar", root.data)
    found = _kept(name, address, load)
    if found is None:
        found = Grammar.load(address, noted)
        told = [address, [[file.name, file.digest] for file in files[1:]]]
        kept.put(name, json.dumps(told).encode() + b"\n" + found.packed())
    return found


def _kept(name: str, address: str, load: Load) -> Grammar | None:
    """The grammar that is kept under *name*, if each file that it includes is as it was."""
    data = kept.get(name)
    if data is None:
        return None
    told, _, packed = data.partition(b"\n")
    try:
        first, others = json.loads(told)
        # What a schema names beside itself depends on where it stands.
        same = all(sha256(load(other).data).hexdigest() == digest for other, digest in others)
        return Grammar.unpacked(packed, address) if same and (first == address or not others) else None
    except (ValueError, NotPackedError, InputRefused):
        return None
