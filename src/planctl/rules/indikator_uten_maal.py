"""An indicator does not say what it tells something about.

Indicators are derived from the goals: together they tell whether a goal is reached or on the way. An
indicator that hangs on nothing is a number that nobody steers by. Name the goals it tells something
about under `måler`, or write it under the goal itself. A number for a unit, such as sick leave, names
the unit under `gjelder`, and a row of the scorecard has its `fokusområde`. In the profile «fri» it is
enough that it stands in an innsatsområde.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_FIELDS = ("måler", "gjelder", "fokusområde")


def _each(record: Record, world: World) -> Iterator[Finding]:
    around = world.graph.measured(record)
    placed = any(map(world.thread.is_goal, around)) or (bool(around) and world.config.profile == "fri")
    if placed or any(record.get(field) for field in _FIELDS) or record.plan.get("status") == "utgått":
        return
    written = next((field for field in _FIELDS if field in record.fields), _FIELDS[0])
    message = T("{Indikator} «{id}» measures nothing", id=record.name)
    hint = T("Name the {mål_pl} it tells something about under «måler», or units under «gjelder».")
    yield finding("601", record, message, written, help=hint)


RULE = Rule(
    code="601",
    slug="indikator-uten-mål",
    severity=Severity.ERROR,
    title="{Indikator} without a {mål}",
    source="S0 «Mål- og resultatstyring»: indikatorer",
    example=Example("handlingsprogram.yaml", PROGRAM.replace("    måler: [klima.d1]\n", ""), PROGRAM),
    visits=("indikator",),
    each=_each,
    explanation=__doc__,
)
