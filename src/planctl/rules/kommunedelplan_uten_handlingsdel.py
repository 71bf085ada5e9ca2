"""A kommunedelplan has no handlingsdel.

A kommunedelplan for a theme or a field of work must have a handlingsdel for at least the next four
years, renewed every year. In planctl the handlingsprogram is its handlingsdel when it names the
kommunedelplan in `arver`. Judged when a handlingsprogram in force was adopted after the
kommunedelplan, or when a year has passed since the kommunedelplan was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import adopted_when
from planctl.domain.in_force import in_force
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.law.deadlines import years_after
from planctl.law.versions import SUBPLAN_ACTION_PART, mildest
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"
_PLAN = """\
type: kommunedelplan
id: kdp-sykkel
tittel: Kommunedelplan for sykkel
periode: 2020-2032
status: vedtatt
vedtak:
  organ: kommunestyret
  dato: 2020-09-15
"""


def _whole(world: World) -> Iterator[Finding]:
    plans, graph, today = world.plans, world.graph, world.today
    programmes = [item for item in plans.of_kind("handlingsprogram") if in_force(item, graph, today)]
    if plans.incomplete or any((item, "arver") in graph.dangling for item in programmes):
        return
    for record in plans.of_kind("kommunedelplan"):
        when = adopted_when(record, plans)
        version = mildest(SUBPLAN_ACTION_PART, when.first, when.last) if when is not None else None
        if when is None or version is None or not in_force(record, graph, today):
            continue
        since = [item for item in programmes if (adopted_when(item, plans) or when).first >= when.last]
        heirs = any(_inherits(item, record, world) for item in programmes)
        if not heirs and (since or today > years_after(when.last, 1)):
            message = T("{Kommunedelplan} «{id}» has no handlingsdel", id=record.name)
            hint = T("Name it under «arver» in the {handlingsprogram}. Law: {law}.", law=version.cited)
            related = [(item.place("arver"), T("does not inherit it")) for item in since]
            yield finding("520", record, message, help=hint, related=related)


def _inherits(programme: Record, plan: Record, world: World) -> bool:
    return any(target.plan is plan for target in world.graph.targets(programme, "arver"))


RULE = Rule(
    code="520",
    slug="kommunedelplan-uten-handlingsdel",
    severity=Severity.ERROR,
    title="{Kommunedelplan} without handlingsdel",
    source="plan- og bygningsloven § 11-2 tredje ledd, fra 2009-07-01",
    example=Example(
        _PATH,
        HANDLINGSPROGRAM,
        HANDLINGSPROGRAM.replace("arver: [kp2020]", "arver: [kp2020, kdp-sykkel]"),
        {**others(_PATH), "kdp-sykkel.yaml": _PLAN},
    ),
    whole=_whole,
    explanation=__doc__,
)
