"""A deadline lies outside the period of its plan.

A virksomhetsplan holds what is to be done within its year, and a handlingsprogram what is to be done
within its four. A deadline before or after that cannot be followed up in the plan's own reports. A
period as deadline, such as `2021-Q3`, means its last day. A tiltak that is repeated (`gjentas`) is no
exception: its deadline is the last time within the year. What takes longer is carried by the oppdrag,
and goes on in the next year's plan. When no deadline of a plan lies within its period, the period is
most likely the one to correct, and that is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.in_force import plan_period
from planctl.domain.plan_kinds import HOMES
from planctl.domain.wrong_period import by_file, wrong_period
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for plan, records in by_file(world.plans.of_kind(*HOMES)):
        period = plan_period(plan)
        dated = [(record, day) for record in records if (day := deadline(record.get("frist"))) is not None]
        dated = [row for row in dated if plan.kind == HOMES[row[0].kind]]
        outside = [row for row in dated if period is not None and row[1] not in period]
        all_of_them = wrong_period("305", plan, [(record, day.year) for record, day in outside], len(dated))
        if all_of_them is not None:
            yield all_of_them
            continue
        for record, day in outside:
            yield _outside(record, day)


def _outside(record: Record, day: date) -> Finding:
    written = str(record.plan.get("periode"))
    message = T(
        "The deadline of «{id}» is {day}, outside the plan's period {period}", id=record.name, day=day, period=written
    )
    if record.kind == "tiltak":
        hint = T(
            "Set a deadline within the year. What takes longer is carried by the {oppdrag} and goes on in the next."
        )
    else:
        hint = T("Set a deadline within the period, or correct the plan's period.")
    return finding(
        "305", record, message, "frist", help=hint, related=[(record.plan.place("periode"), T("the plan's period"))]
    )


RULE = Rule(
    code="305",
    slug="frist-utenfor-planperioden",
    severity=Severity.ERROR,
    title="The deadline is outside the plan's period",
    source="S0 «Plansystemet»: virksomhetsplan, handlingsprogram",
    example=in_plan("2021-10-01", "2022-03-01"),
    whole=_whole,
    explanation=__doc__,
)
