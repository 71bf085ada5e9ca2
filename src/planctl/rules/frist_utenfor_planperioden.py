"""A deadline lies outside the period of its plan.

A virksomhetsplan holds what is to be done within its year, and a handlingsprogram what is to be done
within its four. A deadline before or after that cannot be followed up in the plan's own reports. A
period as deadline, such as `2021-Q3`, means its last day. A tiltak that is repeated (`gjentas`) is no
exception: its deadline is the last time within the year. What takes longer is carried by the oppdrag,
and goes on in the next year's plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.common import plan_period
from planctl.rules.rule import Context, Rule, finding
from planctl.rules.samples import in_plan

_HOMES = {"tiltak": "virksomhetsplan", "oppdrag": "handlingsprogram"}


def _each(record: Record, context: Context) -> Iterator[Finding]:
    period = plan_period(record) if record.plan.kind == _HOMES[record.kind] else None
    day = deadline(record.get("frist"))
    if period is None or day is None or day in period:
        return
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
    yield finding(
        "305", record, message, "frist", help=hint, related=[(record.plan.place("periode"), T("the plan's period"))]
    )


RULE = Rule(
    code="305",
    slug="frist-utenfor-planperioden",
    severity=Severity.ERROR,
    title="The deadline is outside the plan's period",
    source="S0 «Plansystemet»: virksomhetsplan, handlingsprogram",
    example=in_plan("2021-10-01", "2022-03-01"),
    visits=("tiltak", "oppdrag"),
    each=_each,
    explanation=__doc__,
)
