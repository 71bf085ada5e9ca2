"""The one who is to answer for something was replaced before the plan began.

A unit, a role or a body that is no more has a last day (`til`) in the organisation, and may name who took over
(`etterfølger`): one where several were joined, more where it was split. A plan of the years after that names the
one who took over. Old plans keep their owners: they are judged by their own years.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.domain.in_force import plan_period
from planctl.domain.organisation import closed
from planctl.domain.successors import FIELD, successors, was_closed
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.load.schema.annotations import Ref
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Example, Rule
from planctl.world import World

_ORGANISATION = """\
type: organisasjon
virksomheter:
  - id: vegvesenet
    tittel: Vegvesenet i den gamle kommunen
    til: 2019-12-31
    etterfølger: [veg]
"""


def _whole(world: World) -> Iterator[Finding]:
    gone = [owner for owner in world.plans.of_kind("eiere") if closed(owner) is not None and owner.texts(FIELD)]
    for owner in gone:
        for ref, _ in world.graph.refs_to(owner):
            start = _start(ref.source)
            if start is not None and ref.source.plan is not owner.plan and was_closed(owner, start):
                yield _finding(world, ref, owner, start)


def _start(record: Record) -> date | None:
    """Give the first day of a record's plan or report."""
    period = plan_period(record) or parse_period(record.plan.get("periode"))
    return period.start if period is not None else None


def _finding(world: World, ref: Ref, owner: Record, start: date) -> Finding:
    heirs = [heir.name for heir in successors(owner, world.graph, start)]
    message = T("«{title}» was there until {day}, and this begins {start}",
                title=owner.title, day=closed(owner), start=start)  # fmt: skip
    hint = T("Nobody is named who took over: write who does this now.")
    if heirs:
        hint = T("Write the one who took over: {ids}.", ids=", ".join(heirs))
    related = ((owner.place("til"), T("it ends here")),)
    return Finding("898", ref.place, message, hint, ref.source.id, ref.field, related)


_IN_PLAN = in_plan("    ansvarlig: veg\n", "    ansvarlig: vegvesenet\n")
RULE = Rule(
    code="898",
    slug="eier-avløst",
    severity=Severity.WARNING,
    title="The one responsible was replaced before the plan began",
    source="S1 «Å bygge en ny kommune»; S0 «Lederes ansvar og myndighet»",
    example=Example(_IN_PLAN.path, _IN_PLAN.bad, _IN_PLAN.good, {"gammel.yaml": _ORGANISATION}),
    whole=_whole,
    explanation=__doc__,
)
