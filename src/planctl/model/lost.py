"""What may stand in files that could not be read, so that a reference to it is not faulted too."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Self

from planctl.values import dataclass


class AnyId(frozenset[str]):
    """The ids of a file that is empty or cannot be opened: it may have held any id."""

    def __contains__(self, _: object) -> bool:
        """Hold every id."""
        return True

    def __bool__(self) -> bool:
        """Be no empty set."""
        return True


@dataclass(frozen=True, slots=True)
class Lost:
    """The ids that stand in files that could not be read whole, and the kinds of which any record may stand there.

    A table holds records of one kind: whatever stands in one that cannot be read, no unit or plan does.
    """

    ids: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def may_hold(self, id_: str | None, kinds: AbstractSet[str]) -> bool:
        """Tell whether a record with an id, of one of some kinds, may stand there."""
        return id_ in self.ids or not self.kinds.isdisjoint(kinds)

    def __or__(self, other: Self) -> Lost:
        """Give what may stand in the files of both."""
        unknown = any(isinstance(one.ids, AnyId) for one in (self, other))
        return Lost(AnyId() if unknown else self.ids | other.ids, self.kinds | other.kinds)


ANYTHING = Lost(AnyId())
"""What may stand in a file that cannot be opened."""
