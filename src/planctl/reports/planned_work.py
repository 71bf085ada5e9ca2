"""The tiltak and oppdrag that stand in plans, as a report of a period counts them: ideas are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from planctl.domain.work import Bonds, in_plan_of_unit, is_in_place
from planctl.domain.work_in_matters import is_of_period
from planctl.model.period import Period
from planctl.model.record import Record
from planctl.world import World


class PlannedWork:
    """The work of a world's plans, judged on the last day of a period."""

    def __init__(self, world: World, period: Period) -> None:
        self._world = world
        self._period = period

    def of(self, kind: str, plans: Iterable[Record]) -> list[Record]:
        """List the work of a kind that stands in some plans, plan by plan."""
        found = (record for plan in plans for record in self._by_plan.get((kind, plan), ()))
        return [record for record in found if not self._is_idea(record)]

    def tiltak_elsewhere(self, is_held: Callable[[Record], bool]) -> Iterator[Record]:
        """Yield the tiltak that bind outside the virksomhetsplaner: in plans that are held, or by themselves."""
        bonds = Bonds(self._world.plans, self._world.graph, self._period.end)
        for plan in dict.fromkeys(plan for kind, plan in self._by_plan if kind == "tiltak"):
            held = is_held(plan)
            for record in self.of("tiltak", [plan]):
                placed = is_in_place(record, self._world.plans) and not in_plan_of_unit(record)
                if placed and (held or self._runs(record, bonds)):
                    yield record

    def _runs(self, record: Record, bonds: Bonds) -> bool:
        """Tell whether work outside the plans in force binds on the day, or stands in a matter of the period."""
        items = bonds.follow_ups.matters(record.parent) if record.parent is not None else ()
        if items:
            return is_of_period(record, items, self._world.status_reports, self._period)
        return bonds.binds(record)

    @cached_property
    def _by_plan(self) -> dict[tuple[str, Record], list[Record]]:
        plans = self._world.plans
        found: dict[tuple[str, Record], list[Record]] = {}
        for record in plans.of_kind(*plans.thread.work):
            if plans.get(record.id) is record:
                found.setdefault((record.kind, record.plan), []).append(record)
        return found

    def _is_idea(self, record: Record) -> bool:
        if record.get("status") != "idé":
            return False
        return not any(entry.period.end <= self._period.end for entry in self._world.status_reports.entries(record))
