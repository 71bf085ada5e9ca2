"""The day by which a risk was to be dealt with has passed.

Write what became of it in `status`, with an evaluation; or write a new day in `frist`. Where a tiltak of the risk
is past its own deadline, that is told instead (306).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.disciplines.ros.examples import ANALYSIS, PATH
from planctl.disciplines.ros.risks import risks
from planctl.domain.unsolved import has_late_tiltak
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = ANALYSIS.replace("    ansvarlig: veg\n", "    ansvarlig: veg\n    frist: 2021-05-01\n", 1)


def _whole(world: World) -> Iterator[Finding]:
    for risk in risks(world, date.max):
        due = risk.deadline
        if (
            risk.is_open
            and due is not None
            and due < world.today
            and not has_late_tiltak(world, risk.record, world.today)
        ):
            message = T("«{title}» was to be dealt with by {date}", title=risk.record.title, date=due)
            hint = T("Write «status:» and «evaluering:» when it is dealt with, or a new «frist:».")
            yield finding("826", risk.record, message, "frist", help=hint)


RULE = Rule(
    code="826",
    slug="risiko-forfalt",
    severity=Severity.WARNING,
    title="{Risiko} overdue",
    source="S0 «Risikostyring»",
    example=Example(PATH, _BAD, _BAD.replace("2021-05-01", "2021-11-01")),
    whole=_whole,
    explanation=__doc__,
)
