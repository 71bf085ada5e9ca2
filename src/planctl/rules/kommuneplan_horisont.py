"""The horizon of the kommuneplan is far from twelve years.

The kommuneplan is made for twelve years, and renewed every fourth. Shorter, it becomes a
handlingsprogram; much longer, its goals can hardly be followed up. The horizon is the last year less
the first, 2020-2032 is twelve years, and only a difference of two years or more is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import plan_period
from planctl.domain.plan_kinds import CLEAR_MISS, HORIZON
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Tn
from planctl.model.record import Record
from planctl.rules.examples.samples import KOMMUNEPLAN, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "kommuneplan.yaml"


def _each(record: Record, world: World) -> Iterator[Finding]:
    period = plan_period(record)
    if period is None or record.get("status") in ("idé", "utgått"):
        return
    years = period.end.year - period.start.year
    if abs(years - HORIZON) >= CLEAR_MISS:
        message = Tn("«{id}» looks {n} year ahead", "«{id}» looks {n} years ahead", years, id=record.name)
        hint = T(
            "{Kommuneplan} is made for {years} years, as periode: {first}-{last}.",
            years=HORIZON,
            first=period.start.year,
            last=period.start.year + HORIZON,
        )
        yield finding("512", record, message, "periode", help=hint)


RULE = Rule(
    code="512",
    slug="kommuneplan-horisont",
    severity=Severity.WARNING,
    title="{Kommuneplan} with an unusual horizon",
    source="S2 kapittel 3 «Kommuneplan»",
    example=Example(_PATH, KOMMUNEPLAN.replace("2020-2032", "2020-2030"), KOMMUNEPLAN, others(_PATH)),
    visits=("kommuneplan",),
    each=_each,
    severity_fri=Severity.OFF,
    explanation=__doc__,
)
