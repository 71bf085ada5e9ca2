"""A unit with a plan for the year has not reported on a tertial.

The steering dialogue lives by reports: twice a year each unit tells how its measures and its budget
go, and the year's end is told in the annual report. A report is due 30 days after the tertial ends:
30 May and 30 September. A report on the tertial's last month counts as well. Only the running year is
judged, and only where the repository holds reports at all. A unit that came after the tertial, or was
closed before its end, owes none, and neither does one for which another has reported: a report for
the whole municipality («gjelder: kommunen»), or for the tjenesteområde that the unit belongs to. One
that has words alone, as an introduction or a summary, speaks for nobody. A municipality that reports
as a whole, and has no virksomhetsplaner, owes the next of its own reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planctl.domain.in_force import is_adopted, is_open, is_replaced
from planctl.domain.organisation import Organisation, is_there
from planctl.domain.reported_economy import illegible
from planctl.domain.reporter import is_for_all, speaks_for
from planctl.domain.status_reports import DELIVERY_DAYS
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import Period, parse_period, tertial
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule
from planctl.world import World

_OTHER = "type: rapportering\nperiode: 2021-T1\nvirksomhet: park\nøkonomi:\n  prognose: 9000\n"
_GOOD = PLAN.replace("status: vedtatt", "status: utkast")


def _whole(world: World) -> Iterator[Finding]:
    plans, today = world.plans, world.today
    if not any(plans.of_kind("rapportering")) or plans.incomplete or any(illegible(world)):
        return
    given = list(_given(world))
    due = [(number, tertial(today.year, number)) for number in (1, 2)]
    due = [(number, period) for number, period in due if period.end + timedelta(days=DELIVERY_DAYS) < today]
    told: set[tuple[Record, int]] = set()
    organisation = Organisation(plans, world.graph)
    yield from _whole_municipality(given, due, world)
    for plan in plans.of_kind("virksomhetsplan"):
        if not is_open(plan, today) or not is_adopted(plan) or is_replaced(plan, world.graph, today):
            continue
        for unit in world.graph.targets(plan, "virksomhet"):
            for number, period in due:
                key = (unit, number)
                spoken = (
                    end == period.end and speaks_for(report, unit, organisation, world.graph) for report, end in given
                )
                if key in told or any(spoken) or not is_there(unit, period):
                    continue
                told.add(key)
                yield _missing(plan, unit, number, period)


def _whole_municipality(
    given: list[tuple[Record, date]], due: list[tuple[int, Period]], world: World
) -> Iterator[Finding]:
    """Find the tertials that a municipality has not reported on, where its newest report was for all of it."""
    if any(is_open(plan, world.today) for plan in world.plans.of_kind("virksomhetsplan")) or not given:
        return
    newest, last = max(given, key=lambda row: row[1])
    ends = {end for report, end in given if is_for_all(report)}
    if not is_for_all(newest) or last.year < world.today.year - 1:
        return
    for number, period in due:
        if period.end not in ends:
            name = f"{period.end.year}-T{number}"
            message = T("The municipality has not reported on {period}", period=name)
            hint = T(
                "Add a file with type: rapportering, periode: {period} and gjelder: kommunen. It was due by {day}.",
                period=name, day=period.end + timedelta(days=DELIVERY_DAYS),
            )  # fmt: skip
            yield finding("611", newest, message, "gjelder", help=hint)


def _missing(plan: Record, unit: Record, number: int, period: Period) -> Finding:
    name = f"{period.end.year}-T{number}"
    message = T("{Virksomhet} «{unit}» has not reported on {period}", unit=unit.name, period=name)
    hint = T(
        "Add a file with type: rapportering, periode: {period} and virksomhet: {unit}. It was due by {day}.",
        period=name, unit=unit.name, day=period.end + timedelta(days=DELIVERY_DAYS),
    )  # fmt: skip
    return finding("611", plan, message, "virksomhet", help=hint)


def _given(world: World) -> Iterator[tuple[Record, date]]:
    """Yield the reports, each with the last day of its period."""
    for record in world.plans.of_kind("rapportering"):
        period = parse_period(record.get("periode"))
        if period is not None:
            yield record, period.end


RULE = Rule(
    code="611",
    slug="rapportering-mangler",
    severity=Severity.WARNING,
    title="{Rapportering} is missing",
    source="S0 «Resultat og rapportering»: tertialrapport",
    example=Example(PLAN_PATH, PLAN, _GOOD, {"rapportering/2021-T1/park.yaml": _OTHER}),
    whole=_whole,
    explanation=__doc__,
)
