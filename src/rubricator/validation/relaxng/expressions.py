"""Regular expressions of XML Schema (Part 2, appendix F) in Python's terms.

For a text of ASCII characters alone every character class is a set of those 128, which makes a small and
quick expression of Python's; only for other texts is `elementpath` asked for a translation.
"""

from __future__ import annotations

import re
from functools import cache

_ALL = frozenset(map(chr, range(128)))
_CATEGORIES = frozenset(
    {
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd",
        "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf",
        "Co", "Cn",
    }
)  # fmt: skip
_SINGLE = {**{character: character for character in r"\|.?*+(){}-[]^"}, "n": "\n", "r": "\r", "t": "\t"}
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_DIGITS = frozenset("0123456789")
# The library takes \w for Python's, which knows no symbols and no accents by themselves.
_WORDS = {r"\w": r"[^\p{P}\p{Z}\p{C}]", r"\W": r"[\p{P}\p{Z}\p{C}]"}
_BESIDE_CLASSES = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", re.DOTALL)
_NUMBER = re.compile(r"\{([0-9]+)(,([0-9]*))?\}")


class BadExpressionError(ValueError):
    """A string that is no regular expression of XML Schema; says why."""


class Expression:
    """A regular expression, ready to be tried on texts."""

    def __init__(self, written: str) -> None:
        self.written = written
        self._ascii = re.compile(_Reader(written).whole())

    def matches(self, text: str) -> bool:
        """Whether the whole of *text* is as the expression says."""
        if text.isascii():
            return self._ascii.fullmatch(text) is not None
        return _everywhere(self.written).fullmatch(text) is not None


@cache
def _everywhere(written: str) -> re.Pattern[str]:
    from elementpath.regex import translate_pattern

    written = _BESIDE_CLASSES.sub(lambda found: _WORDS.get(found.group(), found.group()), written)
    return re.compile(
        translate_pattern(written, back_references=False, lazy_quantifiers=False, anchors=False)
    )


@cache
def _category(name: str) -> frozenset[str]:
    import unicodedata

    return frozenset(character for character in _ALL if unicodedata.category(character).startswith(name))


def _named(name: str) -> frozenset[str]:
    if name in _CATEGORIES:
        return _category(name)
    if name.startswith("Is") and re.fullmatch(r"Is[A-Za-z0-9\-]+", name):
        return _ALL if name == "IsBasicLatin" else frozenset()
    raise BadExpressionError(f"there is no category of characters {name!r}")


def _multiple(letter: str) -> frozenset[str]:
    if letter == "s":
        return frozenset(" \t\n\r")
    if letter == "d":
        return _DIGITS
    if letter == "w":
        return _ALL - _category("P") - _category("Z") - _category("C")
    if letter == "i":
        return _LETTERS | frozenset("_:")
    return _LETTERS | _DIGITS | frozenset("_:.-")  # c


class _Reader:
    """Reads an expression from left to right and writes it as Python has it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def whole(self) -> str:
        written = self._alternatives()
        if self.at < len(self.text):
            raise BadExpressionError(f"{self.text[self.at]!r} closes nothing")
        return written

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _take(self) -> str:
        character = self._next()
        if not character:
            raise BadExpressionError("it breaks off")
        self.at += 1
        return character

    def _alternatives(self) -> str:
        branches = [self._branch()]
        while self._next() == "|":
            self.at += 1
            branches.append(self._branch())
        return "|".join(branches)

    def _branch(self) -> str:
        pieces = []
        while self._next() and self._next() not in "|)":
            pieces.append(self._atom() + self._quantifier())
        return "".join(pieces)

    def _quantifier(self) -> str:
        character = self._next()
        if character and character in "?*+":
            self.at += 1
            return character
        if character != "{":
            return ""
        found = _NUMBER.match(self.text, self.at)
        if not found:
            raise BadExpressionError("after { a number is wanted")
        least, comma, most = found.groups()
        if most and int(most) < int(least):
            raise BadExpressionError(f"{{{least},{most}}} asks for more at least than at most")
        self.at = found.end()
        return f"{{{least}{',' if comma else ''}{most or ''}}}"

    def _atom(self) -> str:
        character = self._take()
        if character == "(":
            inner = self._alternatives()
            if self._take() != ")":
                raise BadExpressionError("a ( is not closed")
            return f"(?:{inner})"
        if character == "[":
            return _written(self._class())
        if character == ".":
            return r"[^\n\r]"
        if character == "\\":
            return _written(self._escape()[0])
        if character in "?*+{}]":
            raise BadExpressionError(f"{character!r} stands where it repeats or closes nothing")
        return re.escape(character) if ord(character) < 128 else "(?!)"

    def _escape(self) -> tuple[frozenset[str], str]:
        """The characters an escape stands for, and the one character if it is but one."""
        character = self._take()
        if character in _SINGLE:
            return frozenset(_SINGLE[character]), _SINGLE[character]
        if character in "sdwic":
            return _multiple(character), ""
        if character in "SDWIC":
            return _ALL - _multiple(character.lower()), ""
        if character in "pP":
            end = self.text.find("}", self.at)
            if self._next() != "{" or end < 0:
                raise BadExpressionError(f"after \\{character} a category in braces is wanted")
            names = _named(self.text[self.at + 1 : end])
            self.at = end + 1
            return (names if character == "p" else _ALL - names), ""
        raise BadExpressionError(f"there is no escape \\{character}")

    def _class(self) -> frozenset[str]:
        negative = self._next() == "^"
        self.at += negative
        members: frozenset[str] = frozenset()
        taken: frozenset[str] = frozenset()
        first = True
        while True:
            character = self._take()
            if character == "]" and not first:
                break
            if character == "-" and self._next() == "[" and not first:
                self.at += 1
                taken = self._class()
                if self._take() != "]":
                    raise BadExpressionError("after what is taken away, ] is wanted")
                break
            if character in "[]":
                raise BadExpressionError(f"{character!r} in a class needs a \\ before it")
            members |= self._range(character)
            first = False
        return ((_ALL - members) if negative else members) - taken

    def _range(self, character: str) -> frozenset[str]:
        low = character
        if character == "\\":
            names, low = self._escape()
            if not low:
                return names
        if self._next() != "-" or self.text[self.at + 1 : self.at + 2] in ("", "]", "["):
            return frozenset(low) & _ALL
        self.at += 1
        high = self._take()
        if high == "\\":
            high = self._escape()[1]
        if not high or high < low:
            raise BadExpressionError(f"{low}-{high or '…'} is no range of characters")
        return frozenset(map(chr, range(ord(low), min(ord(high), 127) + 1)))


def _written(members: frozenset[str]) -> str:
    if not members:
        return "(?!)"
    if len(members) > 64:
        rest = "".join(re.escape(character) for character in sorted(_ALL - members))
        return f"[^{rest}]" if rest else r"[\s\S]"
    return f"[{''.join(re.escape(character) for character in sorted(members))}]"
