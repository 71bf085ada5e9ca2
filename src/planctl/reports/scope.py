"""What a report is about: the plans in force on a day, their work, and who does it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from planctl.domain.in_force import held
from planctl.domain.organisation import Organisation, closed, is_there
from planctl.domain.reporter import is_for_all, speaks_for, unit_of_report
from planctl.domain.status_reports import StatusReports
from planctl.domain.work import in_plan_of_unit
from planctl.graph import Graph
from planctl.model.period import Period, parse_date, parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reports.planned_work import PlannedWork
from planctl.values import dataclass
from planctl.world import World


@dataclass(frozen=True)
class Scope:
    """The plans, work and units of one reporting period, judged on its last day; of one unit, when it is given.

    `whole` is the scope of all units that one of a single unit was cut from, where there is one. `present` tells that
    the day is today: a plan that is withdrawn holds no more.
    """

    world: World
    period: Period
    since: date | None = None
    unit: Record | None = None
    whole: Scope | None = None
    present: bool = False

    def of(self, unit: Record) -> Scope:
        """Cut out the scope of one unit; what it shares with the others is found once."""
        return Scope(self.world, self.period, self.since, unit, self, self.present)

    @property
    def plans(self) -> PlanSet:
        """The plan set."""
        return self.world.plans

    @property
    def graph(self) -> Graph:
        """The references both ways, and the thread."""
        return self.world.graph

    @property
    def status_reports(self) -> StatusReports:
        """What the units have reported."""
        return self.world.status_reports

    @cached_property
    def _all(self) -> Scope:
        """The scope of all units; this one, when it is of all."""
        return self if self.unit is None else self.whole or replace(self, unit=None)

    @cached_property
    def _work(self) -> PlannedWork:
        return PlannedWork(self.world, self.period)

    @property
    def fresh(self) -> date:
        """The first day whose reports count as the period's own; before it they are the last known."""
        return self.since or self.period.start

    @property
    def day(self) -> date:
        """The day the report judges at."""
        return self.period.end

    @cached_property
    def programmes(self) -> list[Record]:
        """The handlingsprogram in force."""
        if self._all is not self:
            return self._all.programmes
        return self.in_force(self.plans.of_kind("handlingsprogram"))

    @cached_property
    def measured_plans(self) -> list[Record]:
        """The plans in force that hold indicators: the handlingsprogram first, then the others."""
        if self._all is not self:
            return self._all.measured_plans
        holders = dict.fromkeys(record.plan for record in self.plans.of_kind("indikator"))
        others = (plan for plan in holders if plan.kind != "handlingsprogram" and self.in_force([plan]))
        return [*self.programmes, *others]

    @cached_property
    def unit_plans(self) -> list[Record]:
        """The virksomhetsplaner in force, unit by unit in the organisation's order."""
        if self._all is not self:
            found = self._all.unit_plans
            return [plan for plan in found if any(map(self.covers, self.graph.targets(plan, "virksomhet")))]
        by_unit: dict[str, list[Record]] = {}
        for plan in self.plans.of_kind("virksomhetsplan"):
            by_unit.setdefault(str(plan.get("virksomhet")), []).append(plan)
        known = {unit.id: index for index, unit in enumerate(self.plans.of_kind("enhet"))}
        order = sorted(by_unit, key=lambda id_: (known.get(id_, len(known)), id_))
        return [plan for id_ in order for plan in self.in_force(by_unit[id_])]

    @cached_property
    def goal_plans(self) -> list[Record]:
        """The plans whose mål are followed up.

        They are those that the handlingsprogram inherits from, without any the kommuneplaner in force, and every other
        plan in force that an indicator measures a mål of.
        """
        inherited = [target.plan for plan in self.programmes for target in self.graph.targets(plan, "arver")]
        found = inherited or self.in_force(self.plans.of_kind("kommuneplan"))
        return list(dict.fromkeys([*found, *self._own_goals_measured]))

    @property
    def _own_goals_measured(self) -> Iterator[Record]:
        """Yield the plans in force with mål of their own that an indicator in force measures."""
        holders = set(self.measured_plans)
        for record in self.plans.of_kind("indikator"):
            if record.plan in holders:
                plans = (goal.plan for goal in self.graph.measured(record) if self.plans.is_a(goal, "mål"))
                yield from (plan for plan in plans if self.in_force([plan]))

    @property
    def told_plans(self) -> list[Record]:
        """The plans that a report names one by one: those of the goals, the handlingsprogram, others with tiltak."""
        others = (record.plan for record in self.tiltak if not in_plan_of_unit(record))
        return list(dict.fromkeys([*self.goal_plans, *self.programmes, *filter(self._is_plan, others)]))

    def _is_plan(self, record: Record) -> bool:
        return self.plans.is_a(record, "plan")

    @cached_property
    def tiltak(self) -> list[Record]:
        """The tiltak of the virksomhetsplaner and those that bind elsewhere, where they may; ideas left out."""
        whole = self._all
        if whole is self:
            elsewhere = self._work.tiltak_elsewhere(lambda plan: bool(self.in_force([plan])) and self._is_plan(plan))
            return [*self._work.of("tiltak", self.unit_plans), *elsewhere]
        return [record for record in whole.tiltak if self.covers(self.organisation.unit_of(record))]

    @cached_property
    def oppdrag(self) -> list[Record]:
        """The oppdrag of the handlingsprogram, those that are but ideas left out."""
        if self.unit is None:
            return self._work.of("oppdrag", self.programmes)
        whole = self._all
        return [record for record in whole.oppdrag if self.unit in whole._concerned[record]]

    def covers(self, unit: Record | None) -> bool:
        """Tell whether a unit is the one the report is of, or below it; every one is when it is of all."""
        return self.unit is None or self.unit in self.organisation.line(unit)

    @cached_property
    def _concerned(self) -> dict[Record, set[Record]]:
        """The units whose own an oppdrag is, and those above them: given to them, owned or solved by them."""
        doers = {record: self.organisation.unit_of(record) for record in self.tiltak}
        found: dict[Record, set[Record]] = {}
        for record in self.oppdrag:
            units = [self.organisation.unit_of(record), *self.graph.targets(record, "til")]
            units += [doers[below] for below in self.graph.children(record) if below in doers]
            found[record] = {above for unit in units for above in self.organisation.line(unit)}
        return found

    @cached_property
    def reports(self) -> dict[Record, list[Record]]:
        """The reports that show how things stood at the period's end, by unit, the last delivered first."""
        found: dict[Record, list[Record]] = {}
        for report in self.plans.of_kind("rapportering"):
            unit = unit_of_report(report, self.graph)
            if unit is not None and self.covers(unit) and self._shows_the_end(report):
                found.setdefault(unit, []).append(report)
        for rows in found.values():
            rows.sort(key=self._delivered, reverse=True)
        return found

    @cached_property
    def joint_reports(self) -> list[Record]:
        """Such reports for the whole municipality, the last delivered first; in the scope of all units."""
        found = [report for report in self.plans.of_kind("rapportering") if is_for_all(report)]
        return sorted(filter(self._shows_the_end, found), key=self._delivered, reverse=True)

    @property
    def every_report(self) -> list[Record]:
        """The reports that show how things stood at the period's end: those of units, and those for all."""
        own = [report for rows in self.reports.values() for report in rows]
        return own if self.unit is not None else [*own, *self.joint_reports]

    def is_spoken_for(self, unit: Record) -> bool:
        """Tell whether a unit has reported, or somebody above it for all its units."""
        every = [*self.joint_reports, *(report for rows in self._all.reports.values() for report in rows)]
        return any(speaks_for(report, unit, self.organisation, self.graph) for report in every)

    def _shows_the_end(self, report: Record) -> bool:
        period = parse_period(report.get("periode"))
        return period is not None and self.period.start <= period.start and period.end == self.day

    def _delivered(self, report: Record) -> tuple[date, str]:
        return parse_date(report.get("levert")) or self.day, report.path

    @cached_property
    def areas(self) -> list[Record]:
        """The tjenesteområder, in the organisation's order."""
        return list(self.plans.of_kind("tjenesteområde"))

    @cached_property
    def active_units(self) -> list[Record]:
        """The virksomheter that exist on the day."""
        units = filter(self.covers, self.plans.of_kind("virksomhet"))
        return [unit for unit in units if is_there(unit, Period(self.day, self.day))]

    def closed(self, unit: Record) -> date | None:
        """Tell when a unit was closed, if that was before the day."""
        last = closed(unit)
        return last if last is not None and last < self.day else None

    @cached_property
    def organisation(self) -> Organisation:
        """The line of the organisation."""
        return Organisation(self.plans, self.graph) if self._all is self else self._all.organisation

    def area_of_work(self, record: Record) -> Record | None:
        """Find the tjenesteområde of the unit that does a tiltak or an oppdrag."""
        return self.organisation.area_of(self.organisation.unit_of(record))

    def inside(self, unit: Record, ids: Container[Record]) -> bool:
        """Tell whether a unit stands below one of some."""
        return any(above in ids for above in self.organisation.line(unit)[1:])

    @staticmethod
    def leader_of(unit: Record) -> str:
        """Name a unit's leader role; empty when it has none."""
        leader = unit.get("leder")
        title = leader.get("tittel") if isinstance(leader, dict) else None
        return title if isinstance(title, str) else ""

    def in_force(self, plans: Iterable[Record]) -> list[Record]:
        """Keep the plans that held on the day; those withdrawn since only where no other did, looking back."""
        return held(plans, self.graph, self.day, looking_back=not self.present)


def text(record: Record, field: str) -> str:
    """Return a field as text; empty when it holds none."""
    value = record.get(field)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
