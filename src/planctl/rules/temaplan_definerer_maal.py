"""A temaplan, kommunedelplan or strategiplan sets goals of its own.

The goals of the municipality are set in one place, the kommuneplan. Other plans inherit them
(`arver`) and say with strategies of their own how their field is to reach them. When each plan sets
goals, they compete, and no one can say what the municipality wants most. Inherit the goal that the
plan serves, and write what is particular to the field as a strategi, or take the goal up when the
kommuneplan is revised.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: temaplan
id: tp-klima
tittel: Temaplan for klima
periode: 2021-2033
arver: [klima]
strategier:
  - id: tp-klima.s1
    tittel: Kommunen skal gjøre det trygt å sykle
    bidrar_til: [klima.d1]
"""
_GOAL = """\
delmål:
  - id: tp-klima.d1
    tittel: Alle barn sykler til skolen
    strategier:
      - id: tp-klima.s2
        tittel: Kommunen skal bygge sykkelveger til skolene
"""
_INSTEAD = """\
  - id: tp-klima.s2
    tittel: Kommunen skal bygge sykkelveger til skolene
    bidrar_til: [klima.d1]
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    if world.plans.is_a(record.plan, "temaplaner"):
        message = T("«{id}» is a goal that the plan sets itself ({kind})", id=record.name, kind=Term(record.kind))
        hint = T(
            "Inherit goals of the {kommuneplan} with «arver:», and write what is special to the field as {strategi_pl}."
        )
        yield finding("510", record, message, help=hint)


RULE = Rule(
    code="510",
    slug="temaplan-definerer-mål",
    severity=Severity.ERROR,
    title="{Temaplan} sets goals of its own",
    source="asker.kommune.no «Temaplaner»; S0 «Målstruktur og begrepsapparat»",
    example=Example("temaplan.yaml", _BAD + _GOAL, _BAD + _INSTEAD),
    visits=("mål",),
    each=_each,
    severity_fri=Severity.OFF,
    habit=True,
    explanation=__doc__,
)
