"""How many pixels an image has, told by its first bytes."""

from __future__ import annotations

from collections.abc import Iterator

_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of JPEG that begin a frame, with its size."""


def size(data: bytes) -> tuple[int, int] | None:
    """The width and height of a PNG, GIF, JPEG or WebP; nothing for any other, or where they are not told."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        found = _big(data[16:20]), _big(data[20:24])
    elif data.startswith(b"GIF8"):
        found = _little(data[6:8]), _little(data[8:10])
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = _webp(data)
    else:
        found = next(_jpeg(data), (0, 0))
    return found if all(found) else None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _webp(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8 ":
        return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    if kind == b"VP8L":
        bits = _little(data[21:25])
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if kind == b"VP8X":
        return _little(data[24:27]) + 1, _little(data[27:30]) + 1
    return 0, 0


def _jpeg(data: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            yield _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
            return
        at += 2 + max(2, _big(data[at + 2 : at + 4]))
