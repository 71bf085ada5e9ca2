"""Which characters the shipped font can show, read from the font itself."""

from __future__ import annotations

import struct
from functools import cache

from planctl.resources import templates_dir


def spelled(text: str) -> str:
    """Write each character that the shipped font lacks by its number: `[U+4E2D]`."""
    known = _known()
    if all(ord(char) in known or char in "\n\u00ad\u200b" for char in text):
        return text
    return "".join(char if ord(char) in known or char in "\n\u00ad\u200b" else f"[U+{ord(char):04X}]" for char in text)


@cache
def _known() -> frozenset[int]:
    """Read the font's character map (format 4: the first 65 536 characters)."""
    font = (templates_dir() / "typst" / "fonts" / "Arimo-Regular.ttf").read_bytes()
    tables = struct.unpack_from(">H", font, 4)[0]
    rows = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    at = next(offset for tag, _, offset, _ in rows if tag == b"cmap")
    count = struct.unpack_from(">H", font, at + 2)[0]
    starts = (at + struct.unpack_from(">HHI", font, at + 4 + 8 * index)[2] for index in range(count))
    return frozenset(
        code for start in starts if struct.unpack_from(">H", font, start)[0] == 4 for code in _format4(font, start)
    )


def _format4(font: bytes, start: int) -> set[int]:
    segments = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, start + 14)
    first = struct.unpack_from(f">{segments}H", font, start + 16 + 2 * segments)
    return {code for low, high in zip(first, ends, strict=True) for code in range(low, high + 1) if code != 0xFFFF}
