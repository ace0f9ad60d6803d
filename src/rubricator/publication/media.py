"""Recordings that are published with a text: of kinds that browsers play, by their bytes."""

from __future__ import annotations

from collections.abc import Mapping

from rubricator.errors import InputRefused
from rubricator.publication import images
from rubricator.publication.format import Image

LARGEST = 128 << 20  # bytes: two hours of speech, a few minutes of film
ENDINGS = {
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/ogg; codecs=opus": ".opus",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/flac": ".flac",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
}
_OUTSIDE_BOOKS = frozenset(("audio/ogg", "audio/wav", "audio/flac"))
"""What EPUB 3.3 does not ask every reader to play; any film may be in a book."""
_SOUND_BRANDS = frozenset((b"M4A ", b"M4B "))


def medium(data: bytes, address: str) -> Image:
    """The recording in *data* (or the image), called as at *address*; InputRefused if it is none."""
    if images.kind(data):
        return images.image(data, address)
    if len(data) > LARGEST:
        raise InputRefused(
            f"The recording is larger than {LARGEST >> 20} MB.",
            where=address,
            remedy="Make it smaller, or put it on the web and give its address there.",
        )
    media_type = kind(data)
    if not media_type:
        raise InputRefused(
            "This is no recording that browsers play.",
            where=address,
            remedy="Use MP3, M4A, Opus, Ogg, WAV or FLAC for sound, MP4 or WebM for film.",
        )
    return Image(f"{images.stem(address)}{ENDINGS[media_type]}", data, media_type)


def kind(data: bytes) -> str:
    """The media type that the bytes themselves tell, whatever the file is called; empty for any other."""
    if data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:] and data[1] & 0xE6 == 0xE2):
        return "audio/mpeg"
    if data.startswith(b"OggS"):
        return "audio/ogg; codecs=opus" if b"OpusHead" in data[:64] else "audio/ogg"
    if data[4:8] == b"ftyp":
        return "audio/mp4" if data[8:12] in _SOUND_BRANDS else "video/mp4"
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "audio/wav"
    if data.startswith(b"fLaC"):
        return "audio/flac"
    return "video/webm" if data.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in data[:64] else ""


def for_books(known: Mapping[str, Image]) -> dict[str, Image]:
    """Those that a book may hold; a page beside its files can have any."""
    return {address: one for address, one in known.items() if one.media_type not in _OUTSIDE_BOOKS}
