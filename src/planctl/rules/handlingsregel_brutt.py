"""The newest value breaks a limit that the municipality has set for its own economy.

A fiscal rule, such as a net operating result of at least 2 per cent, is kept or broken by the numbers
of its indicator. The newest value of a period that has ended is judged, rounded to the indicator's
`desimaler`. Say in the action programme how the municipality gets back within the limit, or set
another one. Rules of the action programme in force are judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.decimals import precision
from planctl.domain.in_force import in_force
from planctl.domain.indicators import measured
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.bands import ParseError, parse_interval, rounded, shown
from planctl.model.planset import Measurement
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = "type: målinger\nmålinger:\n  - indikator: øk.i1\n    periode: 2020\n    verdi: 38\n"
_PROGRAMME = (
    PROGRAM.replace("    hyppighet: årlig\n", "")
    + """\
  - id: øk.i1
    tittel: Investeringer som er betalt med egne midler
    fokusområde: økonomi
    utfordring: Kommunen har sunn økonomi
    enhet: prosent
    desimaler: 0
    retning: opp
    bånd:
      ønsket: "≥ 40"
      akseptert: "30–39"
      ikke_godkjent: "< 30"
    nullpunkt:
      periode: 2019
      verdi: 38
    kilde: KOSTRA
    sammenlignet_med: KOSTRA-gruppen
handlingsregler:
  - id: regel.egenfinansiering
    tittel: Minst 40 prosent av investeringene blir betalt med egne midler
    grense: "≥ 40"
    indikator: øk.i1
"""
)


def _whole(world: World) -> Iterator[Finding]:
    values = measured(world)
    for record in world.plans.of_kind("handlingsregel"):
        if in_force(record.plan, world.graph, world.today) and record.get("grense") is not None:
            for indicator in world.graph.targets(record, "indikator"):
                rows = [row for _, row in values.get(indicator.name, ()) if not row.unit]
                if rows:
                    yield from _judge(record, rows[-1], precision(indicator))


def _judge(record: Record, newest: Measurement, decimals: int) -> Iterator[Finding]:
    limit = parse_interval(record.get("grense"))
    value = rounded(newest.value, decimals)
    if isinstance(limit, ParseError) or value is None or value in limit:
        return
    message = T(
        "The limit of «{id}» is {limit}, but the value for {period} is {value}",
        id=record.name, limit=str(record.get("grense")), period=newest.period, value=shown(value),
    )  # fmt: skip
    hint = T("Tell in the {handlingsprogram} how the limit is to be met again, or set another.")
    yield finding("616", record, message, "grense", help=hint, related=[(newest.place, T("the newest value"))])


RULE = Rule(
    code="616",
    slug="handlingsregel-brutt",
    severity=Severity.WARNING,
    title="{Handlingsregel} broken",
    source="S3 «Økonomi»: handlingsregler; koml § 14-2 c",
    example=Example("målinger/økonomi.yaml", _BAD, _BAD.replace("38", "41"), {"handlingsprogram.yaml": _PROGRAMME}),
    whole=_whole,
    explanation=__doc__,
)
