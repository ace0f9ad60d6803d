"""Datatypes: which strings a `data` or `value` pattern allows, with the judgements already made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
COMPATIBILITY = "http://relaxng.org/ns/compatibility/datatypes/1.0"
WHITE = " \t\r\n"  # what XML calls white space; Python's idea of it is wider
REMEMBERED = (
    20_000  # judgements per datatype; then its memory is emptied, so that long documents need no more
)

Parameters = tuple[tuple[str, str], ...]
Context = Mapping[str, str]


class UnknownDatatypeError(Exception):
    """A datatype that no library has, or parameters that it does not take; says which and why."""


class Datatype:
    """The strings of one type with its parameters; of this base class, `string` of the built-in library.

    *key* gives the value that a string stands for, or None where it stands for none.
    """

    needs_context = False
    identity = ""  # "ID", "IDREF" or "IDREFS" for the types that DTD compatibility knows

    def __init__(self, name: str, library: str, parameters: Parameters = ()) -> None:
        self.name = name
        self.library = library
        self.parameters = parameters
        self._judged: dict[str, bool] = {}

    def allows(self, text: str, context: Context) -> bool:
        """Whether *text* is of the type."""
        if self.needs_context:
            return self.judge(text, context)
        known = self._judged.get(text)
        if known is None:
            if len(self._judged) > REMEMBERED:
                self._judged.clear()
            known = self._judged[text] = self.judge(text, context)
        return known

    def judge(self, text: str, context: Context) -> bool:
        """Whether *text* is of the type, worked out afresh."""
        return True

    def key(self, text: str, context: Context) -> object:
        """The value *text* stands for: two strings with equal keys are the same value."""
        return text


class BuiltInToken(Datatype):
    """`token` of the built-in library: strings that differ only in white space are the same."""

    def key(self, text: str, context: Context) -> object:
        return collapsed(text)


def collapsed(text: str) -> str:
    """*text* with runs of white space made one blank, and none at its ends."""
    if " " not in text and "\n" not in text and "\t" not in text and "\r" not in text:
        return text
    return " ".join(part for part in text.translate(_BLANKS).split(" ") if part)


def words(text: str) -> list[str]:
    """The words of *text*, as a `list` pattern sees them."""
    return [part for part in text.translate(_BLANKS).split(" ") if part]


_BLANKS = {ord(character): " " for character in WHITE}

Library = Callable[[str, Parameters], Datatype]


def _built_in(name: str, parameters: Parameters) -> Datatype:
    if parameters:
        raise UnknownDatatypeError(f"The datatype {name!r} of the built-in library takes no parameters.")
    if name == "string":
        return Datatype(name, "")
    if name == "token":
        return BuiltInToken(name, "")
    raise UnknownDatatypeError(f"The built-in library has the datatypes string and token, not {name!r}.")


def _compatibility(name: str, parameters: Parameters) -> Datatype:
    if name not in ("ID", "IDREF", "IDREFS"):
        raise UnknownDatatypeError(f"The DTD compatibility library has ID, IDREF and IDREFS, not {name!r}.")
    if parameters:
        raise UnknownDatatypeError(f"The datatype {name!r} of DTD compatibility takes no parameters.")
    return _xsd(name, ())


def _xsd(name: str, parameters: Parameters) -> Datatype:
    # A schema that uses no XSD types does without them.
    from rubricator.validation.relaxng.xsd import xsd_datatype

    return xsd_datatype(name, parameters)


_LIBRARIES: dict[str, Library] = {"": _built_in, XSD: _xsd, COMPATIBILITY: _compatibility}


@cache
def datatype(library: str, name: str, parameters: Parameters = ()) -> Datatype:
    """The datatype *name* of *library* with *parameters*; UnknownDatatypeError if there is none."""
    make = _LIBRARIES.get(library)
    if make is None:
        raise UnknownDatatypeError(f"The datatype library {library!r} is not known.")
    return make(name, parameters)
