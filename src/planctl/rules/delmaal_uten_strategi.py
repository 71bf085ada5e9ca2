"""No strategy serves this goal.

The municipal plan says what to reach, and its strategies say how. A goal without a strategy is a
wish: nothing follows from it in the action programme or in the units. Write a strategy under the
goal, or let one that exists name it in `bidrar_til`. A strategy in a theme plan counts too, and where
measures may stand there (profile «fri»), so does a measure that solves the goal. Only the
municipal plan in force is judged, and while a strategy lacks its goal (208, 201) the rule waits: it
may be the very one.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.work import in_plan_of_unit, is_in_place
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Term
from planctl.model.record import Record
from planctl.rules.examples.samples import KOMMUNEPLAN, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "kommuneplan.yaml"
_BAD = KOMMUNEPLAN.replace("[klima.d1, klima.d2]", "[klima.d1]")


def _whole(world: World) -> Iterator[Finding]:
    thread = world.thread
    bare = [
        record
        for record in thread.targets()
        if not any(_serves(other, world) and not thread.excused(other) for other in world.graph.descendants(record))
    ]
    if bare and thread.any_blamed("strategi"):
        return
    for record in bare:
        message = T("No {strategi_pl} serve {kind} «{id}»", kind=Term(record.kind), id=record.name)
        hint = T(
            "Write {strategi_pl} under «{id}», or name it under «bidrar_til» in {strategi_pl} that serve it.",
            id=record.name,
        )
        yield finding("209", record, message, help=hint)


def _serves(record: Record, world: World) -> bool:
    """Tell whether a record says how a goal is reached: a strategi, or a tiltak outside the plans of the units."""
    return record.kind == "strategi" or (
        record.kind == "tiltak" and not in_plan_of_unit(record) and is_in_place(record, world.plans)
    )


RULE = Rule(
    code="209",
    slug="delmål-uten-strategi",
    severity=Severity.WARNING,
    title="{Delmål} without a {strategi}",
    source="S0 «Begrepsapparat»: strategi",
    example=Example(_PATH, _BAD, KOMMUNEPLAN, others(_PATH)),
    whole=_whole,
    explanation=__doc__,
)
