"""What schemas ask of the kinds that somebody waits for until they are settled, and of what must be renewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from planctl.model.record import Record
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Which:
    """Some records of a kind: those whose fields hold one of the values.

    None stands for an absent field, true for a list or group that holds something.
    """

    fields: tuple[tuple[str, frozenset[Any]], ...] = ()

    def holds(self, record: Record) -> bool:
        """Tell whether a record is one of them."""
        return all(_simple(record.get(name)) in values for name, values in self.fields)


def _simple(value: Any) -> Any:
    """Give what can be compared: of a list or group, whether it holds anything."""
    if isinstance(value, (list, dict)):
        return True if value else None
    return value if value is None or isinstance(value, (str, int)) else ...


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a kind is renewed: the field with the day by which it must be, and when it need not.

    `end` is the field of its last day, where it can be over; `silent` are the statuses of what need not be renewed.
    """

    field: str
    end: str = ""
    silent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MatterKinds:
    """By kind, what its schema says of how it is followed up.

    `statuses` are those it can have, `closed` those that settle it (`x-lukket`), `evaluated` those records of it that
    must tell whether it worked (`x-evalueres`), `wants_tiltak` those that must have a tiltak while they are open
    (`x-krever-tiltak`), `needed` the fields it must have while it is open (`x-krever`), `own_rule` the rule that tells
    that it is overdue instead of 805 (`x-forfalt`), and `renewed` how it must be renewed (`x-fornyes`).
    """

    statuses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    closed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    evaluated: Mapping[str, Which] = field(default_factory=dict)
    wants_tiltak: Mapping[str, Which] = field(default_factory=dict)
    needed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own_rule: Mapping[str, str] = field(default_factory=dict)
    renewed: Mapping[str, Renewal] = field(default_factory=dict)

    def is_open(self, record: Record) -> bool:
        """Tell whether somebody waits for a record; what no status settles, nobody does.

        Nor is it told of one whose status is none (104), or of what says nothing of its kind.
        """
        closed, status = self.closed.get(record.kind), record.get("status")
        return closed is not None and status not in closed and self._is_known(record.kind, status)

    def is_settled(self, record: Record) -> bool:
        """Tell whether nobody waits for a record any longer."""
        return not self.is_open(record) and self._is_known(record.kind, record.get("status"))

    def _is_known(self, kind: str, status: Any) -> bool:
        known = self.statuses.get(kind)
        return status is None or not known or status in known
