"""What a report is of: the plans in force on its last day, their tiltak and oppdrag, and the reports that count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property

from recount.matters import OVER, known_at, open_at, settled
from recount.node import Node
from recount.said import Entry, entries
from recount.source import UNITS, Source
from recount.words import last_day, span

DONE = ("fullført", "utgår")
SILENT = "ikke rapportert"
HELD = "satt på vent"
STATUSES = ("ikke startet", "i rute", "risiko", "forsinket", HELD, "fullført", "utgår", SILENT)
GRAVITY = ("utgår", "fullført", "i rute", "idé", "ikke startet", HELD, "risiko", "forsinket")


class Scope:
    """A period, judged on its last day; reports count as its own when they are of a period that ends in it.

    `since` is when the reports count as the period's own, when that is not its first day.
    """

    def __init__(
        self, source: Source, start: dt.date, end: dt.date, since: dt.date | None = None, unit: Node | None = None
    ) -> None:
        self.source, self.start, self.end, self.since, self.unit = source, start, end, since or start, unit

    def covers(self, unit: Node | None) -> bool:
        """Tell whether a unit belongs to the report."""
        return self.unit is None or self.unit in self.source.line(unit)

    def in_force(self, plans: Iterable[Node]) -> list[Node]:
        """Keep the plans that held on the day."""
        within = [plan for plan in plans if (day := span(plan.text("periode"))) and day[0] <= self.end <= day[1]]
        heirs = [plan for plan in self.source.nodes if _adopted(plan) and plan.texts("avløser")]
        now = [plan for plan in heirs if (day := span(plan.text("periode"))) and day[0] <= self.end <= day[1]]
        held = [plan for plan in within if plan.id not in {id_ for heir in now for id_ in heir.texts("avløser")}]
        valid = [plan for plan in held if _adopted(plan)]
        return valid or [plan for plan in held if plan.text("status") == "utgått"]

    @cached_property
    def programmes(self) -> list[Node]:
        """The handlingsprogram in force."""
        return self.in_force(self.source.of("handlingsprogram"))

    @cached_property
    def measured(self) -> list[Node]:
        """The plans in force that hold indicators; each plan beside the handlingsprogram holds for itself."""
        tops = dict.fromkeys(node.top for node in self.source.of("indikator"))
        others = (plan for plan in tops if plan.kind != "handlingsprogram" and self._begun(plan))
        return [*self.programmes, *(plan for plan in others if self.in_force([plan]))]

    def _begun(self, plan: Node) -> bool:
        """Tell whether a plan that replaces another was adopted by the day."""
        rows = plan.fields.get("vedtak") or []
        days = [last_day(row.get("dato")) for row in (rows if isinstance(rows, list) else [rows])]
        return not plan.texts("avløser") or any(day and day <= self.end for day in days[:1])

    @cached_property
    def goal_plans(self) -> list[Node]:
        """The plans whose mål the handlingsprogram inherits, else the kommuneplan."""
        heard = [target.top for plan in self.programmes for target in self.source.all(plan.texts("arver"))]
        return list(dict.fromkeys(heard or self.in_force(self.source.of("kommuneplan"))))

    @cached_property
    def unit_plans(self) -> list[Node]:
        """The virksomhetsplaner in force, in the order of the units."""
        plans = self.source.of("virksomhetsplan")
        found = []
        for unit in self.source.units:
            if self.covers(unit):
                found += self.in_force(plan for plan in plans if plan.text("virksomhet") == unit.id)
        return found

    def _work(self, kind: str, plans: list[Node]) -> list[Node]:
        rows = [node for plan in plans for node in self.source.of(kind) if node.top is plan]
        return [row for row in rows if row.text("status") != "idé" or self.past(row)]

    @cached_property
    def tiltak(self) -> list[Node]:
        """The tiltak of the virksomhetsplaner, and of the matters that were open, or settled in the period."""
        return [*self._work("tiltak", self.unit_plans), *self._of_matters()]

    def _of_matters(self) -> Iterator[Node]:
        for node in self.source.of("tiltak"):
            matter = node.parent
            if matter is None or matter.kind not in OVER or not self.covers(self.owner(node)):
                continue
            if open_at(matter, self.end) or (known_at(matter, self.end) and self._was_done(node, matter)):
                yield node

    def _was_done(self, work: Node, matter: Node) -> bool:
        """Tell whether work of a settled matter was done, and is to be told of in this period."""
        past = self.spoken(work)
        status = next((entry.text("status") for entry in past if entry.text("status")), work.text("status"))
        days = [settled(matter) or last_day(work.text("frist")), *(entry.end for entry in past)]
        return status in DONE and any(day is not None and self.start <= day <= self.end for day in days)

    @cached_property
    def oppdrag(self) -> list[Node]:
        """The oppdrag of the handlingsprogram; those of a unit are given to it, owned by it or solved by its tiltak."""
        rows = self._work("oppdrag", self.programmes)
        if self.unit is None:
            return rows
        return [
            row
            for row in rows
            if any(map(self.covers, [self.owner(row), *self.source.all(row.texts("til"))]))
            or any(below in self.tiltak for below in row.down)
        ]

    def owner(self, work: Node) -> Node | None:
        """Find the unit that does a piece of work: the plan's, or the owner's, or an oppdrag's first receiver."""
        if work.kind == "tiltak" and work.top.text("virksomhet"):
            return self.source.get(work.top.text("virksomhet"))
        who = self.source.get(work.text("ansvarlig"))
        who = who.parent if who and who.kind == "rolle" else who
        if who and who.kind in UNITS:
            return who
        return next(iter(self.source.all(work.texts("til"))), None)

    def past(self, node: Node) -> list[Entry]:
        """List what was reported of a record for periods that had ended, oldest first."""
        return [entry for entry in entries(self.source).get(node.id, []) if entry.end <= self.end]

    def current(self, node: Node) -> list[Entry]:
        """List what was reported of a record for the period itself."""
        return [entry for entry in self.past(node) if entry.end >= self.since]

    def spoken(self, node: Node) -> list[Entry]:
        """List what was reported of a record, what counts most first: the last period's, where the gravest decides."""
        past = self.past(node)
        last = {entry.unit: entry for entry in past if entry.end == past[-1].end}
        words = sorted(last.values(), key=lambda entry: _gravity(entry.text("status")))
        return [*reversed(words), *reversed([entry for entry in past if entry not in words])]

    def judgements(self, goal: Node) -> dict[Node | None, Entry]:
        """Return each unit's last judgement of a mål in the period's reports."""
        rows = [entry for entry in self.current(goal) if entry.text("måloppnåelse") and self.covers(entry.unit)]
        return {entry.unit: entry for entry in rows}

    @cached_property
    def reports(self) -> dict[Node, list[Node]]:
        """The reports that tell how things stood on the last day, unit by unit, the last delivered first."""
        found: dict[Node, list[Node]] = {}
        for report in self.source.of("rapportering"):
            period = span(report.text("periode"))
            unit = self.source.get(report.text("virksomhet") or report.text("gjelder"))
            if unit and period and self.covers(unit) and self.start <= period[0] and period[1] == self.end:
                found.setdefault(unit, []).append(report)
        for rows in found.values():
            rows.sort(key=lambda row: (last_day(row.text("levert")) or self.end, row.path), reverse=True)
        return found

    @cached_property
    def joint(self) -> list[Node]:
        """Such reports for the whole municipality."""
        rows = [one for one in self.source.of("rapportering") if one.text("gjelder") == "kommunen"]
        known = [(one, period) for one in rows if (period := span(one.text("periode"))) and self.unit is None]
        return [one for one, period in known if self.start <= period[0] and period[1] == self.end]

    def by_area(self, units: Iterable[Node]) -> list[Node]:
        """Order units by tjenesteområde, then as the organisation has them."""
        areas, order = [*self.source.areas, ""], self.source.units
        return sorted(set(units), key=lambda unit: (areas.index(self.source.area(unit)), order.index(unit)))

    def from_the_top(self, units: Iterable[Node]) -> list[Node]:
        """Order units by tjenesteområde, then each before the units below it."""
        areas, order = [*self.source.areas, ""], self.source.units

        def key(unit: Node) -> tuple[int, list[int]]:
            line = [order.index(above) for above in reversed(self.source.line(unit))]
            return areas.index(self.source.area(unit)), line

        return sorted(set(units), key=key)

    @cached_property
    def planned(self) -> list[Node]:
        """The units with a virksomhetsplan."""
        return self.by_area(self.source.all([plan.text("virksomhet") for plan in self.unit_plans]))

    @cached_property
    def active(self) -> list[Node]:
        """The virksomheter that exist on the day."""
        return [unit for unit in self.source.of("virksomhet") if self.covers(unit) and self._open(unit)]

    def _open(self, unit: Node) -> bool:
        first, last = last_day(unit.text("fra")), last_day(unit.text("til"))
        return (first is None or first <= self.end) and (last is None or last >= self.end)

    @cached_property
    def expected(self) -> list[Node]:
        """The units that owe figures."""
        return self.by_area([*self.planned, *self.active])


def _adopted(plan: Node) -> bool:
    status = plan.text("status")
    if plan.kind == "virksomhetsplan":
        return status not in {"idé", "utkast", "utgått"}
    return status in {"vedtatt", "under revisjon"} or (not status and bool(plan.fields.get("vedtak")))


def _gravity(status: str) -> int:
    return GRAVITY.index(status) if status in GRAVITY else -1
