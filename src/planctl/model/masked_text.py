"""A text that is left out: what stands in its place, and whether it is the same as another."""

from __future__ import annotations

import hashlib
from typing import Self


class Masked(str):
    """Stands for a text that is left out, and reads as the mask; it is equal to one that hides the same, and no other.

    So a change of the text is told, and a change of the paragraph that exempts it is none of the text.
    """

    __slots__ = ("_hidden",)
    _hidden: bytes

    def __new__(cls, shown: str, hidden: str) -> Self:
        """Make a mask of a text, which is not kept."""
        made = super().__new__(cls, shown)
        made._hidden = hashlib.sha256(hidden.encode("utf-8", "surrogatepass")).digest()
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Masked) and self._hidden == other._hidden

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._hidden)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Go to another process as the plain mask."""
        return str, (str(self),)
