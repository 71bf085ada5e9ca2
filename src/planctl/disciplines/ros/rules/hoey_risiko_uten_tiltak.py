"""A risk that is high, or breaks a law, and nothing is to be done about it.

A risk demands tiltak when sannsynlighet times konsekvens is more than the municipality's limit (10 when
planctl.yaml says nothing), when its cell is one of those in `tiltak_i`, or when the law is broken. Write the tiltak
under the risk, or name the risk in `løser` of a tiltak in a virksomhetsplan. An idea is no tiltak, and one that is
«utgår» does nothing. What is redusert, akseptert or lukket needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.disciplines.ros.examples import ANALYSIS, PATH, TILTAK
from planctl.disciplines.ros.lacking import lacks_tiltak
from planctl.disciplines.ros.risks import Risk, risks
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    for risk in risks(world, date.max):
        if risk.is_open and lacks_tiltak(world, risk, world.today):
            message = T("«{title}» breaks a law, and no {tiltak} is written for it", title=risk.record.title)
            if not risk.breaks_law:
                message = T(
                    "«{title}» is high ({cell} = {size}), and no {tiltak} is written for it",
                    title=risk.record.title, cell=_named(risk), size=risk.size,
                )  # fmt: skip
            hint = T("Write «tiltak:» under the {risiko}, each with «frist:» and «ansvarlig:»; or name it in «løser».")
            yield finding("820", risk.record, message, "tiltak", help=hint)


def _named(risk: Risk) -> str:
    return f"{risk.cell[0]} × {risk.cell[1]}" if risk.cell is not None else ""


RULE = Rule(
    code="820",
    slug="høy-risiko-uten-tiltak",
    severity=Severity.WARNING,
    title="A high {risiko} without {tiltak}",
    source="S4 «ROS-tiltak inn i AskerDialogen»; S0 «Risikostyring»",
    example=Example(PATH, ANALYSIS.replace(TILTAK, ""), ANALYSIS),
    whole=_whole,
    explanation=__doc__,
)
