"""Plan text made fit for XML, PDF and spreadsheets: nothing unseen steers it, every character may stand there."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_ENDS = [chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)]
_PLANE_ENDS = re.compile(f"[{''.join(_ENDS)}]")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def clean(text: str, *, lines: bool = False) -> str:
    """Remove control and direction characters and what XML does not allow; fold line breaks unless `lines`."""
    text = _BREAKS.sub("\n" if lines else " ", text).replace("\t", " ")
    return _PLANE_ENDS.sub("", _STEERING.sub("", text))
