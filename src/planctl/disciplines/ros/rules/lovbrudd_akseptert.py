"""A risk that breaks a law is accepted.

Nobody in the municipality can decide to live with a breach of law. Choose another `håndtering`, and write the
tiltak that mend it; or take `lovbrudd` away, if no law is broken.
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

_BAD = ANALYSIS.replace("håndtering: redusere", "lovbrudd: true\n    håndtering: akseptere")


def _whole(world: World) -> Iterator[Finding]:
    for risk in risks(world, date.max):
        if risk.breaks_law and risk.is_accepted:
            message = T("«{title}» breaks a law, and cannot be accepted", title=risk.record.title)
            hint = T("Write another «håndtering» and the {tiltak_pl} that mend it, or take «lovbrudd» away.")
            field = "status" if risk.status == ACCEPTED else "håndtering"
            yield finding("822", risk.record, message, field, help=hint)


RULE = Rule(
    code="822",
    slug="lovbrudd-akseptert",
    severity=Severity.ERROR,
    title="A breach of law is accepted",
    source="S4 «ROS-tiltak inn i AskerDialogen»; kommuneloven § 25-1",
    example=Example(PATH, _BAD, ANALYSIS),
    whole=_whole,
    explanation=__doc__,
)
