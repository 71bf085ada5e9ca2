"""The proposed planstrategi was public for less than 30 days before the council treated it.

The inhabitants are to have time to read the proposal and speak up before the council decides. The
days are counted from `offentliggjort` to `dato` in the `vedtak`, and weekends count like other days.
Where `offentliggjort` is not written, nothing is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.councils import strategies
from planctl.domain.publication import published_late
from planctl.findings.diagnostic import Finding, Severity
from planctl.law.versions import STRATEGY_PUBLIC
from planctl.rules.examples.plan_register import PLANSTRATEGI
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for record in strategies(world.plans):
        yield from published_late("503", record, world.plans, STRATEGY_PUBLIC)


RULE = Rule(
    code="503",
    slug="planstrategi-offentliggjøring",
    severity=Severity.ERROR,
    title="Proposed {planstrategi} made public too late",
    source="plan- og bygningsloven § 10-1 andre ledd, fra 2009-07-01",
    example=Example("planstrategi.yaml", PLANSTRATEGI.replace("2020-09-01", "2020-09-22"), PLANSTRATEGI),
    whole=_whole,
    explanation=__doc__,
)
