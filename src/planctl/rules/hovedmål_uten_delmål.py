"""A main goal has no goals under it.

A main goal says where to in broad terms; the goals under it are what the strategies serve, and what
the service areas are given. A main goal without any leads nowhere: nobody can be given it. Write at
least one goal under it, or let it stand as a goal under another main goal.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.rule import Context, Example, Rule, finding

_START = """\
type: kommuneplan
id: kp2020
tittel: Kommuneplan 2020–2032
periode: 2020-2032
status: vedtatt
ansvarlig: kommunedirektøren
vedtak:
  organ: kommunestyret
  dato: 2020-06-09
satsingsområder:
  - id: klima
    tittel: Handling mot klimaendringene
    bærekraftsmål: ["13"]
    hovedmål:
      - id: klima.h
        tittel: Kommunen er et lavutslippssamfunn
"""
_GOAL = """\
    delmål:
      - id: klima.d1
        tittel: Innbyggerne reiser miljøvennlig
        strategier:
          - id: klima.d1.s1
            tittel: Kommunen skal gjøre det enklere å gå og sykle
"""
_INDENTED = "".join(f"    {line}\n" for line in _GOAL.splitlines())


def _whole(context: Context) -> Iterator[Finding]:
    thread = context.thread
    for record in thread.current("hovedmål", plan="kommuneplan"):
        nested = (record.get(name) for name in ("hovedmål", "delmål", "mål"))
        if not any(nested) and not context.plans.incomplete:
            message = T("{Hovedmål} «{id}» has no {delmål_pl}", id=record.name)
            hint = T("Add «delmål:» under «{id}», with the states that together make it up.", id=record.name)
            yield finding("217", record, message, "delmål", help=hint)


RULE = Rule(
    code="217",
    slug="hovedmål-uten-delmål",
    severity=Severity.WARNING,
    fri=Severity.OFF,
    title="{Hovedmål} without {delmål}",
    source="S0 «Begrepsapparat»: hovedmål, delmål",
    example=Example("kommuneplan.yaml", _START + _GOAL, _START + _INDENTED),
    whole=_whole,
    explanation=__doc__,
)
