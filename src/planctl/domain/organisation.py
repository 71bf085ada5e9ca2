"""The line of the organisation: which units stand above a unit, its tjenesteområde, and the unit that does a work."""

from __future__ import annotations

from datetime import date

from planctl.graph import Graph
from planctl.model.period import Period, When, known_time, parse_date
from planctl.model.planset import PlanSet
from planctl.model.record import Record


def opened(unit: Record) -> When | None:
    """Give when a unit came to be, as exactly as that is known; None for one that has always been there."""
    return known_time(unit.get("fra"))


def closed(unit: Record) -> date | None:
    """Give the last day of a unit; None for one that goes on."""
    return parse_date(unit.get("til"))


def is_there(unit: Record, period: Period) -> bool:
    """Tell whether a unit is surely there through a period: it has opened, and is not closed before the last day."""
    first, last = opened(unit), closed(unit)
    return (first is None or first.last <= period.start) and (last is None or last >= period.end)


OWNERS = ("ansvarlig", "behandler")
"""The fields that say who answers for a record, the first that is given: of a message that is who deals with it."""


def owner_of(record: Record, plans: PlanSet) -> str | None:
    """Give the id of the one who answers for a record: its `ansvarlig`, else its `behandler`.

    A mål or strategi without one has that of the goal or area it stands in, a punkt that of its vedtak; never that
    of the whole file. Work is nobody else's.
    """
    here = record
    while (name := _named(here)) is None:
        above = here.parent
        if here.kind in plans.thread.work or above is None or above.parent is None:
            return None
        here = above
    return name if isinstance(name, str) else None


def _named(record: Record) -> object:
    """Give what is written of who answers for a record itself."""
    return next((value for field in OWNERS if (value := record.get(field)) not in (None, "")), None)


class Organisation:
    """The units of a plan set, each with the line above it; a line is read once."""

    def __init__(self, plans: PlanSet, graph: Graph) -> None:
        self._plans = plans
        self._graph = graph
        self._lines: dict[Record, list[Record]] = {}

    def line(self, unit: Record | None) -> list[Record]:
        """Give a unit and the units above it, nearest first; nothing for what is no unit."""
        if unit is None:
            return []
        if unit not in self._lines:
            self._lines[unit] = self._line(unit)
        return self._lines[unit]

    def _line(self, unit: Record) -> list[Record]:
        found: list[Record] = []
        here: Record | None = unit
        while here is not None and here not in found and self._plans.is_a(here, "enhet"):
            found.append(here)
            here = next(iter(self._graph.targets(here, "overordnet")), None)
        return found

    def area_of(self, unit: Record | None) -> Record | None:
        """Find the tjenesteområde a unit belongs to."""
        return next((above for above in self.line(unit) if above.kind == "tjenesteområde"), None)

    def unit_of(self, record: Record) -> Record | None:
        """Find the unit that does a tiltak or an oppdrag.

        It is the one whose virksomhetsplan a tiltak stands in; else that of the one who answers for it, else the first
        that an oppdrag is given to.
        """
        if record.kind == "tiltak":
            own = next(iter(self._graph.targets(record.plan, "virksomhet")), None)
            if own is not None:
                return own
        owners = [self.as_unit(owner) for owner in self._graph.targets(record, "ansvarlig")]
        receivers = self._graph.targets(record, "til")
        return next((unit for unit in [*owners, *receivers] if unit is not None), None)

    def as_unit(self, owner: Record | None) -> Record | None:
        """Give the unit that an owner is, or is a role in; None for an organ or somebody outside."""
        here = owner.parent if owner is not None and owner.kind == "rolle" else owner
        return here if here is not None and self._plans.is_a(here, "enhet") else None
