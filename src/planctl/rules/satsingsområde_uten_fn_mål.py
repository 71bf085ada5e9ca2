"""A focus area builds on none of FN's sustainability goals.

The focus areas of the municipal plan are where the global goals are made local. When neither the area
nor any goal under it names one, the reader cannot see the connection. Name those that fit in
`bærekraftsmål`; an area about the municipality's own house, such as its economy, may well do without.
When a prioritised goal is left without any goal in the plan, that is told instead (219).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.graph import FN_KIND
from planctl.i18n import T, Term
from planctl.rules.prioritert_fn_mål_uten_delmål import areas_without, left_out
from planctl.rules.rule import Context, Example, Rule, finding

_GOOD = """\
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
        delmål:
          - id: klima.d1
            tittel: Innbyggerne reiser miljøvennlig
            strategier:
              - id: klima.d1.s1
                tittel: Kommunen skal gjøre det enklere å gå og sykle
  - id: helse
    tittel: God helse
    bærekraftsmål: ["3"]
"""


def _whole(context: Context) -> Iterator[Finding]:
    thread = context.thread
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
    fri=Severity.OFF,
    title="{Satsingsområde} without a sustainability goal",
    source="S0 «Plansystemet»; S1 «FNs bærekraftsmål»",
    example=Example("kommuneplan.yaml", _GOOD.replace('    bærekraftsmål: ["3"]\n', ""), _GOOD),
    whole=_whole,
    explanation=__doc__,
)
