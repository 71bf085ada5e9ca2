"""Måloppnåelse: each delmål with its judgements, its indicators and the work below it."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.domain.judgement.course import SHOWN
from planctl.model.record import Record
from planctl.reports.computed_judgements import Judged
from planctl.reports.scope import Scope, text
from planctl.reports.views.goals import VERDICTS, FocusArea, Goal, Indicator, Remark
from planctl.reports.views.status_counts import Tally, Work


class Goals:
    """Builds the satsingsområder of the plans that the handlingsprogram follows up."""

    def __init__(
        self,
        scope: Scope,
        work: Mapping[Record, Work],
        indicators: Mapping[Record, tuple[Indicator, ...]],
        judged: Judged,
    ) -> None:
        self._scope = scope
        self._judged = judged
        self._work = work
        self._indicators = indicators

    def areas(self) -> tuple[FocusArea, ...]:
        """List the satsingsområder; the mål of another plan stand under its name, and the rest of them without one."""
        plans, graph = self._scope.plans, self._scope.graph
        wanted = self._scope.goal_plans
        found = []
        rest = {record: record for record in plans.of_kind("mål") if record.plan in wanted}
        for area in plans.of_kind("satsingsområde"):
            if area.plan in wanted:
                goals = [record for record in graph.descendants(area) if rest.pop(record, None) is not None]
                goals = [goal for goal in goals if self._touched(goal)]
                if goals or self._scope.unit is None:
                    found.append(self._area(text(area, "nummer"), area.title, goals))
        others: dict[str, list[Record]] = {}
        for goal in filter(self._touched, rest.values()):
            others.setdefault("" if goal.plan.kind == "kommuneplan" else goal.plan.title, []).append(goal)
        ordered = sorted(others.items(), key=lambda row: bool(row[0]))
        return (*found, *(self._area("", title, goals) for title, goals in ordered))

    def _touched(self, goal: Record) -> bool:
        """Tell whether the report's unit works for a mål or judged it; a report of all units shows every mål."""
        if self._scope.unit is None or self._said(goal):
            return True
        return any(below in self._work for below in self._scope.graph.descendants(goal))

    def _area(self, number: str, title: str, goals: list[Record]) -> FocusArea:
        rows = sorted((goal for goal in goals if self._speaks(goal)), key=lambda goal: (goal.path, _place(goal)))
        shown = tuple(self._goal(goal) for goal in rows)
        ordered = sorted(goals, key=lambda goal: (not self._leaf(goal), goal.path, _place(goal)))
        measured = dict.fromkeys(item for goal in ordered for item in self._measures(goal))
        computed = self._judged.goals(goal for goal in goals if self._leaf(goal))
        courses = [goal.computed.course for goal in shown if goal.leaf and goal.computed]
        counts = tuple(courses.count(course) for course in SHOWN)
        return FocusArea(number, title, shown, *self._tallies(goals), tuple(measured), computed, counts)

    def _speaks(self, goal: Record) -> bool:
        """Tell whether a mål gets a row: it is the end of its branch, or somebody judged it."""
        return self._leaf(goal) or bool(self._said(goal))

    def _leaf(self, goal: Record) -> bool:
        return not any(self._scope.plans.is_a(below, "mål") for below in self._scope.graph.children(goal))

    def _goal(self, goal: Record) -> Goal:
        said = self._said(goal)
        verdicts = [remark.verdict for remark in said]
        return Goal(
            kind=goal.kind,
            leaf=self._leaf(goal),
            number=text(goal, "nummer"),
            title=goal.title,
            **dict(zip(("tiltak", "oppdrag"), self._tallies([goal]), strict=True)),
            verdicts=tuple((verdict, verdicts.count(verdict)) for verdict in VERDICTS if verdict in verdicts),
            remarks=tuple(remark for remark in said if remark.comment),
            computed=self._judged.of(goal),
            id=goal.name,
        )

    def _tallies(self, goals: list[Record]) -> tuple[Tally, Tally]:
        """Count the tiltak and oppdrag below some mål, each once."""
        reached = dict.fromkeys(below for goal in goals for below in self._scope.graph.descendants(goal))
        found = [self._work[key] for key in reached if key in self._work]
        tiltak = Tally.of("", (item.status for item in found if item.kind == "tiltak"))
        return tiltak, Tally.of("", (item.status for item in found if item.kind == "oppdrag"))

    def _measures(self, goal: Record) -> tuple[Indicator, ...]:
        records = self._scope.graph.measuring(goal)
        return tuple(item for record in records for item in self._indicators.get(record, ()) if not item.by_unit)

    def _said(self, goal: Record) -> list[Remark]:
        """List each unit's last judgement of a mål in the period's reports."""
        scope = self._scope
        found: dict[Record | None, Remark] = {}
        for entry in scope.status_reports.entries(goal):
            verdict = entry.text("måloppnåelse")
            if verdict in VERDICTS and scope.covers(entry.unit) and scope.fresh <= entry.period.end <= scope.day:
                unit = entry.unit.title if entry.unit else scope.plans.config.municipality
                label = text(goal, "nummer") or goal.title
                found[entry.unit] = Remark(label, unit, verdict, entry.comment or "")
        return sorted(found.values(), key=lambda remark: remark.unit)


def _place(record: Record) -> tuple[tuple[bool, int, str], ...]:
    """Give a record's place in its file, so that lists keep the plan's own order."""
    return tuple((isinstance(part, str), part if isinstance(part, int) else 0, str(part)) for part in record.pointer)
