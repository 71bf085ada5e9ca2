"""A high risk is accepted, and nobody is named who accepted it.

To accept a risk is a decision. For a risk that demands tiltak the reader must see who made it: write `akseptert_av`
with the id of a unit, a role or a body. A low risk can be accepted by the one who answers for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.disciplines.ros.examples import ANALYSIS, PATH
from planctl.disciplines.ros.risks import ACCEPTED, risks
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = ANALYSIS.replace("håndtering: redusere", "håndtering: akseptere")


def _whole(world: World) -> Iterator[Finding]:
    for risk in risks(world, date.max):
        named = bool(risk.record.get("akseptert_av"))
        if risk.is_accepted and risk.level == "høy" and not risk.breaks_law and not named:
            message = T("«{title}» is high and accepted, but not by anybody", title=risk.record.title)
            hint = T("Add «akseptert_av:» with the id of the unit, role or body that decided it.")
            field = "status" if risk.status == ACCEPTED else "håndtering"
            yield finding("824", risk.record, message, field, help=hint)


RULE = Rule(
    code="824",
    slug="høy-risiko-akseptert-av-ingen",
    severity=Severity.WARNING,
    title="A high {risiko} accepted by nobody",
    source="S0 «Risikostyring»: akseptere risiko",
    example=Example(PATH, _BAD, _BAD.replace("akseptere\n", "akseptere\n    akseptert_av: kommunedirektøren\n")),
    whole=_whole,
    explanation=__doc__,
)
