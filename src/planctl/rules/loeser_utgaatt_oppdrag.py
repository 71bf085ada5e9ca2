"""A measure solves an assignment that has been dropped.

When an assignment is given the status `utgår`, the reason for the measures below it is gone. Either the
measure should be dropped too, or it solves another assignment that still holds. Measures that are done
or dropped, and plans of years that are over, are left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.open_work import IDEA, is_promised
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.examples.samples import HANDLINGSPROGRAM, VIRKSOMHETSPLAN, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "virksomhetsplaner/veg.yaml"
_PROGRAMME = HANDLINGSPROGRAM.replace(
    "indikatorer:",
    """\
  - id: hp2021.o2
    tittel: Bygge parkeringshus ved stasjonen
    følger_opp: [klima.d1.s1]
    til: [veg]
    styringsmodell: linje
    frist: 2023
    status: utgår
    begrunnelse: Kommunestyret vil heller bruke pengene på sykkelveger
indikatorer:""",
)
_BAD = VIRKSOMHETSPLAN.replace("[hp2021.o1]", "[hp2021.o1, hp2021.o2]")
_DROPPED = "utgår"


def _whole(world: World) -> Iterator[Finding]:
    reporting = world.status_reports
    for record in world.plans.of_kind("oppdrag"):
        state = reporting.at(record, world.today)
        if state.status != _DROPPED:
            continue
        said = record.place("status") if record.get("status") == _DROPPED or not state.entry else state.entry.place
        for ref, solver in world.graph.refs_to(record, "løser"):
            status = reporting.at(solver, world.today).status
            if not is_promised(status) or solver.plan.get("status") == IDEA or world.bonds.is_over(solver):
                continue
            message = T("{Tiltak} «{id}» solves «{other}», which has been dropped", id=solver.name, other=record.name)
            hint = T("Refer to {oppdrag_pl} that still hold, or set the status to utgår.")
            related = ((said, T("it is dropped here")),)
            yield Finding("220", ref.place, message, hint, solver.id, ref.field, related)


RULE = Rule(
    code="220",
    slug="løser-utgått-oppdrag",
    severity=Severity.WARNING,
    title="{Tiltak} that solves a dropped {oppdrag}",
    source="S0 «Oppgaver og oppdrag»",
    example=Example(_PATH, _BAD, VIRKSOMHETSPLAN, others(_PATH, handlingsprogram=_PROGRAMME)),
    whole=_whole,
    explanation=__doc__,
)
