"""A focus area builds on none of FN's sustainability goals.

The focus areas of the municipal plan are where the global goals are made local. When neither the area
nor any goal under it names one, the reader cannot see the connection. Name those that fit in
`bærekraftsmål`; an area about the municipality's own house, such as its economy, may well do without.
When a prioritised goal is left without any goal in the plan, that is told instead (219).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.prioritised_goals import areas_without, left_out
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.graph import FN_KIND
from planctl.i18n import T, Term
from planctl.rules.examples.samples import goals
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = (
    goals()
    + """\
  - id: helse
    tittel: God helse
"""
)


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    if any(True for _ in left_out(thread)):
        return
    for record in areas_without(thread):
        message = T("{Satsingsområde} «{id}» names no {fn}", id=record.name, fn=Term(FN_KIND, plural=True))
        hint = T('Add «bærekraftsmål:» with the numbers in quotes, as bærekraftsmål: ["3", "11.2"].')
        yield finding("218", record, message, "bærekraftsmål", help=hint)


RULE = Rule(
    code="218",
    slug="satsingsområde-uten-fn-mål",
    severity=Severity.INFO,
    severity_fri=Severity.OFF,
    title="{Satsingsområde} without a sustainability goal",
    source="S0 «Plansystemet»; S1 «FNs bærekraftsmål»",
    example=Example("kommuneplan.yaml", _BAD, _BAD + '    bærekraftsmål: ["3"]\n'),
    whole=_whole,
    habit=True,
    explanation=__doc__,
)
