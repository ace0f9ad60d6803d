"""Name classes: which names an element or attribute pattern stands for (RELAX NG, 3 and 7.3).

A name is one string, as pyexpat gives it: `"URI local"`, or `"local"` in no namespace.
"""

from __future__ import annotations

from collections.abc import Iterator

_IMPOSSIBLE = "\x00"  # stands for a name that no finite class mentions


def expanded(namespace: str, local: str) -> str:
    """The name *local* of *namespace* as one string."""
    return f"{namespace} {local}" if namespace else local


def split(name: str) -> tuple[str, str]:
    """The namespace and the local part of an expanded name."""
    namespace, _, local = name.rpartition(" ")
    return namespace, local


class NameClass:
    """A set of names; of this base class, the empty one."""

    __slots__ = ()

    def contains(self, name: str) -> bool:
        """Whether *name* is in the class."""
        return False

    def names(self) -> Iterator[str]:
        """The names that the class lists one by one."""
        return iter(())

    def representatives(self) -> Iterator[str]:
        """Names of which, together with the other's, one is in both classes if two classes overlap."""
        return iter(())

    @property
    def infinite(self) -> bool:
        """Whether the class has an `anyName` or `nsName` in it."""
        return False


class Name(NameClass):
    """One name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def contains(self, name: str) -> bool:
        return name == self.name

    def names(self) -> Iterator[str]:
        yield self.name

    def representatives(self) -> Iterator[str]:
        yield self.name


class NsName(NameClass):
    """Every name of a namespace, except some."""

    __slots__ = ("but", "namespace")

    def __init__(self, namespace: str, but: NameClass) -> None:
        self.namespace = namespace
        self.but = but

    def contains(self, name: str) -> bool:
        return split(name)[0] == self.namespace and not self.but.contains(name)

    def representatives(self) -> Iterator[str]:
        yield expanded(self.namespace, _IMPOSSIBLE)
        yield from self.but.representatives()

    @property
    def infinite(self) -> bool:
        return True


class AnyName(NameClass):
    """Every name, except some."""

    __slots__ = ("but",)

    def __init__(self, but: NameClass) -> None:
        self.but = but

    def contains(self, name: str) -> bool:
        return not self.but.contains(name)

    def representatives(self) -> Iterator[str]:
        yield expanded(_IMPOSSIBLE, _IMPOSSIBLE)
        yield from self.but.representatives()

    @property
    def infinite(self) -> bool:
        return True


class NameChoice(NameClass):
    """The names of any of several classes."""

    __slots__ = ("classes",)

    def __init__(self, classes: tuple[NameClass, ...]) -> None:
        self.classes = classes

    def contains(self, name: str) -> bool:
        return any(part.contains(name) for part in self.classes)

    def names(self) -> Iterator[str]:
        for part in self.classes:
            yield from part.names()

    def representatives(self) -> Iterator[str]:
        for part in self.classes:
            yield from part.representatives()

    @property
    def infinite(self) -> bool:
        return any(part.infinite for part in self.classes)


NOTHING = NameClass()


def overlap(one: NameClass, other: NameClass) -> bool:
    """Whether some name is in both classes."""
    if type(one) is Name:
        return other.contains(one.name)
    if type(other) is Name:
        return one.contains(other.name)
    return any(one.contains(name) and other.contains(name) for name in one.representatives()) or any(
        one.contains(name) and other.contains(name) for name in other.representatives()
    )
